#include "hub/store/migrations.h"

#include "hub/store/database.h"
#include "hub/store/migration_list.h"
#include "hub/store/row_sum.h"
#include "hub/store/stream_functions.h"

#include <string>

namespace chengyun::hub {

int latest_schema_version() {
    return static_cast<int>(migration_list().size());
}

Result<int> schema_version(Database& db) {
    auto table = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'schema_version'");
    if (!table)
        return table.error();
    auto exists = table->step();
    if (!exists)
        return exists.error();
    if (!*exists)
        return 0;
    auto version = db.prepare("SELECT max(version) FROM schema_version");
    if (!version)
        return version.error();
    if (auto row = version->step(); !row)
        return row.error();
    return static_cast<int>(version->integer(0));
}

namespace {

Result<> bring_to(Database& db, const Migration& migration, int version) {
    if (auto done = db.execute("BEGIN IMMEDIATE;"
                               "CREATE TABLE IF NOT EXISTS schema_version ("
                               "version INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
        !done)
        return done;
    if (auto done = db.execute(migration.sql); !done)
        return fail(done.error().kind, {},
                    std::string("migration ") + migration.name + ": " + done.error().detail);
    auto record = db.prepare("INSERT INTO schema_version VALUES (?, ?)");
    if (!record)
        return record.error();
    if (auto done = record->bind(version).bind(migration.name).run(); !done)
        return done;
    return db.execute("COMMIT");
}

} // namespace

Result<> migrate(Database& db, int target) {
    auto version = schema_version(db);
    if (!version)
        return version.error();
    if (*version > latest_schema_version())
        return fail(FailureKind::conflict, {},
                    "the database has version " + std::to_string(*version) +
                        ", made by a newer program; this one knows versions up to " +
                        std::to_string(latest_schema_version()));
    if (auto done = add_stream_functions(db); !done)
        return done;
    if (auto done = add_row_hash(db); !done)
        return done;
    for (int next = *version + 1; next <= target; ++next) {
        auto done = bring_to(db, migration_list()[static_cast<std::size_t>(next) - 1], next);
        if (!done) {
            // The first failure is the one to tell; the roll-back may find no transaction.
            static_cast<void>(db.execute("ROLLBACK"));
            return done;
        }
    }
    return {};
}

} // namespace chengyun::hub
