// The journal entries of one command: gathers what it changes and says, appends entry by entry, and
// makes the command's answer.
#pragma once

#include "hub/journal/audience.h"
#include "hub/journal/change_text.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <string>
#include <string_view>

namespace chengyun::hub {

/// Only inside the command's Transaction.
class CommandEntries {
public:
    CommandEntries(Transaction& tx, Actor actor) : tx_(tx), actor_(std::move(actor)) {}

    /// Keys in alphabetical order within one entry.
    void note(std::string_view key, std::string_view value) { change_.note(key, value); }

    /// Appends what was gathered and begins the next entry. An empty audience: the entry's kind
    /// says who sees it.
    [[nodiscard]] Result<> append(std::string_view kind, std::string_view entity,
                                  std::string_view id, std::string_view subject,
                                  const Audience& seen_by = {});
    /// Done of all entries appended: of several without their notes.
    [[nodiscard]] Answer done() const;

protected:
    Transaction& tx_;
    ChangeText change_; ///< of the coming entry

private:
    Actor actor_;
    ChangeText earlier_; ///< of those appended, when there are several
    std::string last_;   ///< the text of the last one appended
    std::int64_t seq_ = 0;
    int appended_ = 0;
};

} // namespace chengyun::hub
