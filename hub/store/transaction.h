// What a command may do while it runs: read and write through the capability stores, and append to
// the journal. One transaction is one batch; it lives on the writer thread only.
#pragma once

#include "core/account/account.h"
#include "core/journal/entry.h"
#include "core/time/instant.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace chengyun::hub {

class Database;

/// The author of a change, as the journal names him.
struct Actor {
    std::string id;   ///< account id, "timer" or "system"
    std::string name; ///< display name
};
[[nodiscard]] inline Actor actor_of(const Account& account) {
    return {account.id, account.display_name.empty() ? account.name : account.display_name};
}

class Transaction {
public:
    virtual ~Transaction() = default;

    /// The time of the command: one value for its journal entry, stamps and deadlines.
    [[nodiscard]] virtual Instant now() const = 0;
    /// The number the next appended entry will get, for the `version` of what it changes.
    [[nodiscard]] virtual std::int64_t next_seq() const = 0;
    /// Numbers, times, chains and stores an entry; returns its seq. `draft.seq`, `time`, `previous`
    /// and `hash` are filled in here.
    virtual Result<std::int64_t> append(Entry draft) = 0;
    /// The same with the body's JSON text made already (hub/journal/change_text.h); `draft.body` is
    /// not looked at. The text must be what the codec would write.
    virtual Result<std::int64_t> append(Entry draft, std::string_view body) = 0;
    /// The connection the stores of this transaction use.
    [[nodiscard]] virtual Database& database() = 0;
};

} // namespace chengyun::hub
