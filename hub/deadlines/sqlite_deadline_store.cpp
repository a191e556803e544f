#include "hub/deadlines/deadline_store.h"

#include "hub/store/rows.h"

namespace chengyun::hub {

void DeadlineStore::on_stored(std::function<void(Instant)> told) {
    const std::lock_guard lock(mutex_);
    told_ = std::move(told);
}

void DeadlineStore::tell(Instant fire_at) {
    const std::lock_guard lock(mutex_);
    if (told_)
        told_(fire_at);
}

namespace {

/// Columns: subject, kind, due, level, fire_at.
[[nodiscard]] Deadline deadline_of(const Statement& row) {
    return {std::string(row.text(0)), row.integer(1), instant_of(row.integer(2)), row.integer(3),
            instant_of(row.integer(4))};
}

class SqliteDeadlineStore final : public DeadlineStore {
public:
    Result<> add(Database& db, const Deadline& deadline) override {
        auto statement = db.prepare("INSERT INTO deadline (subject, kind, due, level, fire_at) "
                                    "VALUES (?, ?, ?, ?, ?)");
        if (!statement)
            return statement.error();
        auto done = statement->bind_view(deadline.subject)
                        .bind(deadline.kind)
                        .bind(ms_of(deadline.due))
                        .bind(deadline.level)
                        .bind(ms_of(deadline.fire_at))
                        .run();
        if (done)
            tell(deadline.fire_at);
        return done;
    }

    Result<> set(Database& db, std::string_view subject, DeadlineKinds kinds,
                 const std::vector<Deadline>& deadlines) override {
        if (auto done = run(db, "DELETE FROM deadline WHERE subject = ? AND kind BETWEEN ? AND ?",
                            subject, kinds.first, kinds.last);
            !done)
            return done;
        for (const auto& deadline : deadlines)
            if (auto done = add(db, deadline); !done)
                return done;
        return {};
    }

    Result<> remove(Database& db, const Deadline& deadline) override {
        return run(db,
                   "DELETE FROM deadline WHERE subject = ? AND kind = ? AND due = ? AND level = ?",
                   deadline.subject, deadline.kind, ms_of(deadline.due), deadline.level);
    }

    Result<> set_aside(Database& db, const Deadline& deadline, std::string_view why) override {
        return run(db,
                   "UPDATE deadline SET aside = ? WHERE subject = ? AND kind = ? AND due = ? AND "
                   "level = ?",
                   why, deadline.subject, deadline.kind, ms_of(deadline.due), deadline.level);
    }

    Result<> try_again(Database& db) override {
        return run(db, "UPDATE deadline SET aside = NULL WHERE aside IS NOT NULL");
    }

    Result<std::vector<Deadline>> of(Database& db, std::string_view subject,
                                     DeadlineKinds kinds) const override {
        auto query = bound(db,
                           "SELECT subject, kind, due, level, fire_at FROM deadline "
                           "WHERE subject = ? AND kind BETWEEN ? AND ? ORDER BY fire_at",
                           subject, kinds.first, kinds.last);
        if (!query)
            return query.error();
        std::vector<Deadline> out;
        auto read =
            each_row(*query, [&](const Statement& row) { out.push_back(deadline_of(row)); });
        if (!read)
            return read.error();
        return out;
    }

    Result<> each(Database& db, DeadlineKinds kinds,
                  const std::function<Result<>(const Deadline&)>& visit) const override {
        auto query = bound(db,
                           "SELECT subject, kind, due, level, fire_at FROM deadline "
                           "WHERE kind BETWEEN ? AND ? ORDER BY subject",
                           kinds.first, kinds.last);
        if (!query)
            return query.error();
        for (;;) {
            auto row = query->step();
            if (!row)
                return row.error();
            if (!*row)
                return {};
            if (auto done = visit(deadline_of(*query)); !done)
                return done;
        }
    }

    Result<std::optional<Deadline>> due(Database& db, Instant until) const override {
        auto query = bound(db,
                           "SELECT subject, kind, due, level, fire_at FROM deadline "
                           "WHERE fire_at <= ? AND aside IS NULL ORDER BY fire_at, level LIMIT 1",
                           ms_of(until));
        if (!query)
            return query.error();
        auto row = query->step();
        if (!row)
            return row.error();
        return *row ? std::optional(deadline_of(*query)) : std::optional<Deadline>();
    }

    Result<std::optional<Instant>> earliest(Database& db) const override {
        auto query = bound(db, "SELECT min(fire_at) FROM deadline WHERE aside IS NULL");
        if (!query)
            return query.error();
        if (auto row = query->step(); !row)
            return row.error();
        return query->is_null(0) ? std::optional<Instant>()
                                 : std::optional(instant_of(query->integer(0)));
    }

    Result<std::int64_t> aside(Database& db) const override {
        auto query = bound(db, "SELECT count(*) FROM deadline WHERE aside IS NOT NULL");
        if (!query)
            return query.error();
        if (auto row = query->step(); !row)
            return row.error();
        return query->integer(0);
    }
};

} // namespace

std::unique_ptr<DeadlineStore> make_sqlite_deadline_store() {
    return std::make_unique<SqliteDeadlineStore>();
}

} // namespace chengyun::hub
