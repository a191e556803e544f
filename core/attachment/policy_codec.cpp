#include "core/attachment/policy.h"
#include "core/journal/entity.h"

namespace chengyun {

CHENGYUN_ENTITY(AttachmentPolicy, .name = "attachment_policy")

} // namespace chengyun
