#include "hub/imports/geopackage.h"

#include "core/text/visible.h"
#include "hub/imports/ascii.h"
#include "hub/imports/ogr_table.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <format>
#include <memory>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace chengyun::hub {

namespace {

constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t write_version = 18; ///< 2: with a write-ahead log
constexpr std::size_t read_version = 19;

// Steps of SQLite's virtual machine. Checking a table takes a few for each byte of it.
constexpr int steps_at_once = 1'000;
constexpr std::int64_t steps_always = 20'000'000;
constexpr std::int64_t steps_a_byte = 20;

/// What SQLite's check begins with where it speaks of pages and not of values.
constexpr std::string_view about_pages[] = {"***", "Tree ", "Page ", "Freelist"};

constexpr int longest_sql = 1'000'000;
constexpr std::size_t longest_shown = 100;

struct Closer {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
};
struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using SqliteStatement = std::unique_ptr<sqlite3_stmt, Finalizer>;

std::string shown(std::string_view name) {
    return name.size() > longest_shown ? std::string("with a long name") : showable(name);
}

Failure computed_refused(std::string_view what, std::string_view name) {
    return fail(FailureKind::wrong_type, "file",
                std::format("the database has the {} {}, which is computed when it is read; store "
                            "what it shows as a table",
                            what, shown(name)));
}

/// Is it "CREATE VIRTUAL TABLE name USING rtree(…", as SQLite keeps it?
bool is_rtree(std::string_view sql) {
    constexpr std::string_view spaces = " \t\r\n";
    const auto skip_spaces = [&] {
        sql.remove_prefix(std::min(sql.find_first_not_of(spaces), sql.size()));
    };
    const auto take = [&](std::string_view word) {
        if (lower_case(sql.substr(0, word.size())) != word)
            return false;
        sql.remove_prefix(word.size());
        skip_spaces();
        return true;
    };
    if (!take("create") || !take("virtual") || !take("table") || sql.empty())
        return false;
    constexpr std::string_view quotes = "\"'`[";
    if (const auto quote = quotes.find(sql.front()); quote != quotes.npos) {
        const char closing = quote == 3 ? ']' : sql.front();
        const auto end = sql.find(closing, 1);
        if (end == sql.npos)
            return false;
        sql.remove_prefix(end + 1); // a doubled one does not go on with "using"
    } else {
        sql.remove_prefix(std::min(sql.find_first_of(spaces), sql.size()));
    }
    skip_spaces();
    return take("using") && take("rtree") && sql.starts_with('(');
}

class Look {
public:
    Result<> run(std::string& bytes) {
        if (auto opened = open(bytes); !opened)
            return opened;
        if (auto ok = look_at_schema(); !ok)
            return ok;
        for (const auto& table : tables_) {
            if (auto ok = look_at_columns(table); !ok)
                return ok;
            if (auto ok = look_at_pages(table); !ok)
                return ok;
        }
        return look_at_layers();
    }

private:
    Result<> open(std::string& bytes) {
        sqlite3* opened = nullptr;
        const int code = sqlite3_open_v2(":memory:", &opened,
                                         SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY |
                                             SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                         nullptr);
        db_.reset(opened);
        if (code != SQLITE_OK)
            return failure(code);
        // Nothing here is needed for looking; all of it could run what the file says.
        for (const int off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_VIEW,
                              SQLITE_DBCONFIG_ENABLE_TRIGGER})
            sqlite3_db_config(opened, off, 0, nullptr);
        sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        const auto size = static_cast<sqlite3_int64>(bytes.size());
        sqlite3_limit(opened, SQLITE_LIMIT_LENGTH,
                      static_cast<int>(std::clamp<sqlite3_int64>(size, longest_sql, INT32_MAX)));
        sqlite3_limit(opened, SQLITE_LIMIT_SQL_LENGTH, longest_sql);
        sqlite3_limit(opened, SQLITE_LIMIT_EXPR_DEPTH, 100);
        sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0);
        steps_left_ = steps_always + steps_a_byte * size;
        sqlite3_progress_handler(
            opened, steps_at_once,
            [](void* self) {
                auto& left = static_cast<Look*>(self)->steps_left_;
                left -= steps_at_once;
                return left < 0 ? 1 : 0;
            },
            this);
        const int taken =
            sqlite3_deserialize(opened, "main", reinterpret_cast<unsigned char*>(bytes.data()),
                                size, size, SQLITE_DESERIALIZE_READONLY);
        if (taken != SQLITE_OK)
            return failure(taken);
        // A constraint may be any expression; nobody asks here whether it holds.
        return each("PRAGMA ignore_check_constraints=ON", {}, [](sqlite3_stmt*) { return true; });
    }

    Result<> look_at_schema() {
        std::optional<Failure> found;
        auto read =
            each("SELECT type, name, rootpage, sql FROM sqlite_schema", {}, [&](sqlite3_stmt* row) {
                found =
                    look_at(text(row, 0), text(row, 1), sqlite3_column_int64(row, 2), text(row, 3));
                return !found;
            });
        return found ? Result<>(*found) : read;
    }

    /// Triggers and indexes are let pass: every GeoPackage has them, and what is only read runs no
    /// trigger and computes nothing that an index is made of.
    std::optional<Failure> look_at(std::string_view type, std::string_view name, sqlite3_int64 root,
                                   std::string_view sql) {
        if (type == "view")
            return computed_refused("view", name);
        if (type != "table")
            return {};
        if (root != 0) {
            if (!roots_.insert(root).second)
                return damaged("two of its tables are one");
            if (tables_.size() == most_parts)
                return no_part_room();
            tables_.emplace_back(name);
            return {};
        }
        // GDAL takes tables of this name for indexes and no layers.
        if (!is_rtree(sql) || !name.starts_with(index_prefix))
            return computed_refused("virtual table", name);
        return {};
    }

    Result<> look_at_columns(const std::string& table) {
        std::optional<Failure> found;
        auto read =
            each("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 2", table,
                 [&](sqlite3_stmt* row) {
                     found = computed_refused("column", table + "." + std::string(text(row, 0)));
                     return false;
                 });
        return found ? Result<>(*found) : read;
    }

    /// Pages that are named twice make rows without end out of a small file. Values that a table
    /// should not have are no damage: they are read as they are.
    Result<> look_at_pages(const std::string& table) {
        std::optional<Failure> found;
        auto read = each("SELECT * FROM pragma_quick_check(?)", table, [&](sqlite3_stmt* row) {
            const auto said = text(row, 0);
            if (std::ranges::any_of(about_pages, [&](auto word) { return said.starts_with(word); }))
                found = damaged(said);
            return !found;
        });
        return found ? Result<>(*found) : read;
    }

    /// An R-tree is an index; as a layer it would be walked through, whatever its pages say.
    Result<> look_at_layers() {
        if (std::ranges::find(tables_, "gpkg_contents", lower_case) == tables_.end())
            return {};
        std::optional<Failure> found;
        auto read = each("SELECT table_name FROM gpkg_contents", {}, [&](sqlite3_stmt* row) {
            const auto name = text(row, 0);
            if (lower_case(name).starts_with(index_prefix))
                found = computed_refused("layer", name);
            return !found;
        });
        return found ? Result<>(*found) : read;
    }

    /// Steps through the rows while `visit` says so.
    template <class Visit>
    Result<> each(const char* sql, const std::string& bound, Visit visit) {
        sqlite3_stmt* made = nullptr;
        int code = sqlite3_prepare_v2(db_.get(), sql, -1, &made, nullptr);
        const SqliteStatement statement(made);
        if (code != SQLITE_OK)
            return failure(code);
        if (sqlite3_bind_parameter_count(made) > 0)
            sqlite3_bind_text(made, 1, bound.data(), static_cast<int>(bound.size()), SQLITE_STATIC);
        for (code = sqlite3_step(made); code == SQLITE_ROW; code = sqlite3_step(made))
            if (!visit(made))
                return {};
        return code == SQLITE_DONE ? Result<>() : Result<>(failure(code));
    }

    [[nodiscard]] Failure failure(int code) const {
        switch (code & 0xff) {
        case SQLITE_INTERRUPT:
            return fail(FailureKind::too_large, "file",
                        "the database takes longer to read than its size explains");
        case SQLITE_NOMEM:
            return fail(FailureKind::too_large, "file", "there is not enough memory for it");
        default:
            return damaged(db_ ? sqlite3_errmsg(db_.get()) : "it cannot be opened");
        }
    }
    static Failure damaged(std::string_view why) {
        return fail(
            FailureKind::malformed, "file",
            std::format("the database is damaged: {}", showable(why.substr(0, why.find('\n')))));
    }

    static std::string_view text(sqlite3_stmt* row, int column) {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
        return bytes ? std::string_view(bytes,
                                        static_cast<std::size_t>(sqlite3_column_bytes(row, column)))
                     : std::string_view();
    }

    static constexpr std::string_view index_prefix = "rtree_";
    std::unique_ptr<sqlite3, Closer> db_;
    std::int64_t steps_left_ = 0;
    std::vector<std::string> tables_; ///< that are stored
    std::set<sqlite3_int64> roots_;   ///< of them
};

} // namespace

Result<> check_geopackage(std::string& bytes) {
    if (!bytes.starts_with(magic) || bytes.size() <= read_version)
        return fail(FailureKind::wrong_type, "file", "no GeoPackage: not a database of SQLite");
    for (const auto version : {write_version, read_version})
        if (bytes[version] == 2)
            bytes[version] = 1;
    return Look().run(bytes);
}

} // namespace chengyun::hub
