// Who may fetch an attachment, and name it in a command: who brought it, and those to whom a
// capability shows what names it (an order's report).
#pragma once

#include "core/account/account.h"
#include "core/result.h"
#include "hub/attachments/attachment_store.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;

/// Any thread with its own connection.
class AttachmentAccess {
public:
    /// `store` outlives this.
    explicit AttachmentAccess(const AttachmentStore& store) : store_(store) {}

    /// Does something that the account sees name this attachment?
    using Shows = std::function<Result<bool>(Database&, const Account&, std::string_view id)>;
    /// For the capabilities whose entities name attachments; in their constructors.
    void shown_by(Shows shows) { shows_.push_back(std::move(shows)); }

    /// not_found too for what the account may not fetch, so that hashes cannot be tried.
    [[nodiscard]] Result<Attachment> find(Database& db, const Account& account,
                                          std::string_view id) const;
    /// What a command names: naming the hash of another's photo must not open it, and nothing may
    /// be named that is not there. `invalid_field` with `field` and its index for the first that
    /// the account may not fetch.
    [[nodiscard]] Result<> check(Database& db, const Account& account,
                                 std::span<const std::string> ids, std::string_view field) const;

private:
    const AttachmentStore& store_;
    std::vector<Shows> shows_;
};

} // namespace chengyun::hub
