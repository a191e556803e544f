#include "hub/attachments/attachment_access.h"

#include <format>

namespace chengyun::hub {

Result<Attachment> AttachmentAccess::find(Database& db, const Account& account,
                                          std::string_view id) const {
    auto attachment = store_.find(db, id);
    if (!attachment)
        return attachment;
    auto allowed = store_.is_owner(db, id, account.id, account.unit);
    for (auto shows = shows_.begin(); allowed && !*allowed && shows != shows_.end(); ++shows)
        allowed = (*shows)(db, account, id);
    if (!allowed)
        return allowed.error();
    if (!*allowed)
        return fail(FailureKind::not_found, {}, "no such attachment");
    return attachment;
}

Result<> AttachmentAccess::check(Database& db, const Account& account,
                                 std::span<const std::string> ids, std::string_view field) const {
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto found = find(db, account, ids[i]);
        if (!found && found.error().kind == FailureKind::not_found)
            return fail(FailureKind::invalid_field, std::format("{}[{}]", field, i),
                        "no such attachment");
        if (!found)
            return found.error();
    }
    return {};
}

} // namespace chengyun::hub
