// Carries out what is due, as part of a command.
#pragma once

#include "core/result.h"
#include "hub/deadlines/deadline.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class DeadlineStore;
class Findings;

/// What a capability does about its deadlines.
struct DeadlineHandler {
    std::string_view name; ///< the capability's, for the log; a literal
    DeadlineKinds kinds;
    /// Does what the deadline is for: changes rows, appends entries, stores the next level. The
    /// deadline's own row is gone already. May be run again when its transaction is.
    std::function<Result<>(Transaction&, const Deadline&)> fire;
    /// Appends the entry that says that `fire` failed and the deadline is set aside.
    std::function<Result<>(Transaction&, const Deadline&, const Failure& why)> say_failed;
};

/// Methods only inside a Transaction, where nothing else is said.
class Deadlines {
public:
    /// `store` and what the handlers refer to must outlive this. The kinds of two handlers must not
    /// overlap.
    Deadlines(DeadlineStore& store, std::vector<DeadlineHandler> handlers);

    /// One more handler; before anything fires. What it refers to must outlive this, or be there as
    /// long as something may fire.
    void add(DeadlineHandler handler);

    [[nodiscard]] DeadlineStore& store() const { return store_; }
    /// Fires what is due at tx.now(), at most `limit`, in order; how many.
    [[nodiscard]] Result<std::size_t> fire_due(Transaction& tx, std::size_t limit) const;
    /// Deletes the deadline's row and carries it out. `not_found` when no capability has its kind.
    [[nodiscard]] Result<> fire(Transaction& tx, const Deadline& deadline) const;
    /// One that cannot be carried out: it fires no more until the next start, and the journal says
    /// so. Where no capability has its kind, the entry is for accounts that see everything.
    [[nodiscard]] Result<Answer> set_aside(Transaction& tx, const Deadline& deadline,
                                           const Failure& why) const;
    /// For `verify`: names the pending deadlines whose kind no capability has. Each capability
    /// compares its own. Any thread with its own connection.
    [[nodiscard]] Result<> check(Database& db, Findings& findings) const;
    /// Whose deadline it is; empty where no capability has its kind.
    [[nodiscard]] std::string_view owner_of(const Deadline& deadline) const;

private:
    [[nodiscard]] const DeadlineHandler* handler_of(const Deadline& deadline) const;

    DeadlineStore& store_;
    std::vector<DeadlineHandler> handlers_;
};

} // namespace chengyun::hub
