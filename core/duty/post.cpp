#include "core/duty/post.h"

#include "core/text/limits.h"
#include "core/wire/new_id.h"

namespace chengyun {

std::optional<PostKind> superior(PostKind kind) {
    switch (kind) {
    case PostKind::dispatcher:
    case PostKind::liaison:
        return PostKind::shift_leader;
    case PostKind::shift_leader:
        return PostKind::commander;
    case PostKind::commander:
        return PostKind::leader;
    case PostKind::leader:
        break;
    }
    return std::nullopt;
}

Result<> check(const Post& post) {
    constexpr std::int64_t day = 24 * 60;
    if (auto ok = first_failure(
            check_new_id(post.id, "id"), check_text(post.name, "name", limits::name, true),
            check_text(post.qualification, "qualification", limits::code, false),
            check_range(post.people, "people", 1, 50),
            check_range(post.from_minute, "from_minute", 0, day - 1),
            check_range(post.until_minute, "until_minute", post.from_minute + 1, 2 * day),
            check_range(post.rest_minutes, "rest_minutes", 0, 7 * day),
            check_range(post.grace_minutes, "grace_minutes", 0, day));
        !ok)
        return ok;
    if (!post.unit.empty())
        return check_id(post.unit, "unit");
    return {};
}

} // namespace chengyun
