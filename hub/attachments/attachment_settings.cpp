#include "hub/attachments/attachment_settings.h"

#include "hub/config/config.h"

namespace chengyun::hub {

Section attachment_settings() {
    return section_of<AttachmentsConfig>(
        "attachments",
        {
            {"max_bytes", "largest attachment that is no film", 1024, 1 << 30},
            {"max_film_bytes", "largest film (MP4)", 1024, 1 << 30},
            {"quota_mib", "all attachments together", 1, 1 << 30},
            {"account_quota_mib", "what one account may bring within seven days", 1, 1 << 30},
            {"unnamed_days", "an attachment that no report names is kept so long", 1, 3650},
        });
}

} // namespace chengyun::hub
