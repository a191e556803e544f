// Numbers of attachments that a city edits, and that both sides keep to.
#pragma once

#include <boost/describe/class.hpp>

#include <cstdint>

namespace chengyun {

struct AttachmentPolicy {
    std::int64_t max_bytes = 20 << 20; ///< of one attachment
    bool operator==(const AttachmentPolicy&) const = default;
};
BOOST_DESCRIBE_STRUCT(AttachmentPolicy, (), (max_bytes))

} // namespace chengyun
