#include "hub/resources/seal_sign_ins.h"

#include "hub/config/log.h"
#include "hub/resources/resource_store.h"
#include "hub/store/database_copy.h"
#include "hub/store/rows.h"
#include "hub/store/writer.h"

#include <string>
#include <utility>
#include <vector>

namespace chengyun::hub {

namespace {

[[nodiscard]] Result<bool> has_old_table(Database& db) {
    auto table = db.prepare_once("SELECT 1 FROM sqlite_schema WHERE name = 'stream_sign_in'");
    return table ? table->step() : Result<bool>(table.error());
}

[[nodiscard]] Result<> in_one_work(Writer& writer,
                                   const std::function<Result<>(Transaction&)>& work) {
    auto answer = writer.run([&](Transaction& tx) -> Result<Answer> {
        if (auto done = work(tx); !done)
            return done.error();
        return Answer{};
    });
    return answer ? Result<>() : Result<>(answer.error());
}

[[nodiscard]] Result<> seal_all(Database& db, ResourceStore& resources) {
    // What is deleted is written over, in the pages that are left as well.
    if (auto done = db.execute("PRAGMA secure_delete = ON"); !done)
        return done;
    std::vector<std::pair<std::string, StreamSignIn>> clear;
    {
        auto query = db.prepare_once("SELECT resource, user, password FROM stream_sign_in");
        if (!query)
            return query.error();
        auto read = each_row(*query, [&](const Statement& row) {
            clear.emplace_back(row.text(0),
                               StreamSignIn{std::string(row.text(1)), std::string(row.text(2))});
        });
        if (!read)
            return read;
    }
    for (const auto& [id, who] : clear)
        if (auto done = resources.put_sign_ins(db, id, {who, {}}); !done)
            return done;
    return db.execute("DELETE FROM stream_sign_in");
}

} // namespace

Result<> seal_sign_ins(const OpenStore& store, ResourceStore& resources,
                       const std::function<void(std::string_view)>& step) {
    const auto did = [&](std::string_view what) {
        if (step)
            step(what);
    };
    auto db = store.readers.get();
    if (!db)
        return db.error();
    const auto is_old = has_old_table(**db);
    if (!is_old)
        return is_old.error();
    if (*is_old) {
        if (auto done = in_one_work(
                store.writer, [&](Transaction& tx) { return seal_all(tx.database(), resources); });
            !done)
            return done;
        did("sealed");
        // The log still has the pages of before. Where somebody reads them just now, the table
        // stays and the next start empties it.
        if (auto done = empty_log(**db); !done) {
            log(LogLevel::warning, "cameras", "sealed, but not yet out of the database's log",
                {{"detail", std::string_view(done.error().detail)}});
            return {};
        }
        did("log emptied");
        if (auto done = in_one_work(
                store.writer,
                [](Transaction& tx) { return tx.database().execute("DROP TABLE stream_sign_in"); });
            !done)
            return done;
        did("table dropped");
    }
    const auto unreadable = resources.unreadable_sign_ins(**db);
    if (!unreadable)
        return unreadable.error();
    if (*unreadable > 0)
        log(LogLevel::warning, "cameras", "passwords that this hub's key does not open",
            {{"cameras", *unreadable}});
    return {};
}

} // namespace chengyun::hub
