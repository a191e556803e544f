// Settings of the room that attachments may take.
#pragma once

#include "core/attachment/policy.h"
#include "hub/config/settings.h"

#include <boost/describe/class.hpp>

#include <cstdint>

namespace chengyun::hub {

struct AttachmentsConfig {
    std::int64_t max_bytes = AttachmentPolicy().max_bytes;
    std::int64_t max_film_bytes = AttachmentPolicy().max_film_bytes;
    std::int64_t quota_mib = 20480;        ///< of the whole store
    std::int64_t account_quota_mib = 1024; ///< that one account may bring within seven days
    std::int64_t unnamed_days = 7;         ///< kept so long without a report that names it
};
BOOST_DESCRIBE_STRUCT(AttachmentsConfig, (),
                      (max_bytes, max_film_bytes, quota_mib, account_quota_mib, unnamed_days))

[[nodiscard]] Section attachment_settings();

} // namespace chengyun::hub
