// Numbers of attachments that a city edits, and that both sides keep to.
#pragma once

#include <boost/describe/class.hpp>

#include <cstdint>

namespace chengyun {

struct AttachmentPolicy {
    std::int64_t max_bytes = 20 << 20; ///< of one attachment that is no film
    std::int64_t max_film_bytes = 64 << 20;
    bool operator==(const AttachmentPolicy&) const = default;
};
BOOST_DESCRIBE_STRUCT(AttachmentPolicy, (), (max_bytes, max_film_bytes))

} // namespace chengyun
