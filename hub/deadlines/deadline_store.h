// Where pending deadlines are kept.
#pragma once

#include "core/result.h"
#include "hub/deadlines/deadline.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;

/// Reading: any thread with its own connection. Writing only inside a Transaction.
class DeadlineStore {
public:
    virtual ~DeadlineStore() = default;

    /// `conflict` when the same is pending already.
    virtual Result<> add(Database& db, const Deadline& deadline) = 0;
    /// Puts in place of all pending deadlines of these kinds that the subject has.
    virtual Result<> set(Database& db, std::string_view subject, DeadlineKinds kinds,
                         const std::vector<Deadline>& deadlines) = 0;
    virtual Result<> remove(Database& db, const Deadline& deadline) = 0;
    /// It fires no more until it is tried again; `why` is kept beside it.
    virtual Result<> set_aside(Database& db, const Deadline& deadline, std::string_view why) = 0;
    /// Those set aside fire again.
    virtual Result<> try_again(Database& db) = 0;

    /// What the subject has of these kinds, in order of firing, those set aside among them.
    [[nodiscard]] virtual Result<std::vector<Deadline>> of(Database& db, std::string_view subject,
                                                           DeadlineKinds kinds) const = 0;
    /// All of these kinds, by subject, those set aside among them.
    [[nodiscard]] virtual Result<>
    each(Database& db, DeadlineKinds kinds,
         const std::function<Result<>(const Deadline&)>& visit) const = 0;
    /// The first to fire at or before `until`, of those not set aside; none when nothing is due.
    [[nodiscard]] virtual Result<std::optional<Deadline>> due(Database& db,
                                                              Instant until) const = 0;
    /// When the first of those not set aside fires; none when there is none.
    [[nodiscard]] virtual Result<std::optional<Instant>> earliest(Database& db) const = 0;
    [[nodiscard]] virtual Result<std::int64_t> aside(Database& db) const = 0;

    /// `told` hears of each deadline that is stored when it fires, on the writer thread before the
    /// commit. Any thread; after this returns the function before is not called any more.
    void on_stored(std::function<void(Instant fire_at)> told);

protected:
    void tell(Instant fire_at);

private:
    std::mutex mutex_;
    std::function<void(Instant)> told_;
};

/// In SQLite (hub/deadlines/migrations/0015_deadline.sql). Only DeadlinesCapability and tests call
/// this.
[[nodiscard]] std::unique_ptr<DeadlineStore> make_sqlite_deadline_store();

} // namespace chengyun::hub
