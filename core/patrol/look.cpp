#include "core/patrol/look.h"

#include "core/patrol/group.h"
#include "core/text/limits.h"
#include "core/wire/new_id.h"

namespace chengyun {

Result<> check(const LookAtCamera& look) {
    if (auto ok = first_failure(check_new_id(look.id, "id"), check_new_id(look.round, "round"),
                                check_new_id(look.group, "group"), check_id(look.camera, "camera"),
                                check_range(look.of, "of", 1, most_patrol_cameras));
        !ok)
        return ok;
    if (look.finding == PatrolFinding::order)
        return check_new_id(look.order, "order");
    if (!look.order.empty())
        return fail(FailureKind::invalid_field, "order", "nothing was found");
    return {};
}

} // namespace chengyun
