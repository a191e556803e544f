#include "hub/store/database.h"

#include <sqlite3.h>

#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace chengyun::hub {

namespace {

[[nodiscard]] Failure failure_of(sqlite3* db, int code) {
    const std::string detail = sqlite3_errmsg(db);
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return fail(FailureKind::conflict, {}, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_NOMEM:
    case SQLITE_PERM:
    case SQLITE_INTERRUPT:
        return fail(FailureKind::unavailable, {}, detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return fail(FailureKind::corrupt, {}, detail);
    default:
        return fail(FailureKind::internal, {}, detail);
    }
}

/// SQLite counts every allocation under one lock unless told not to. Too late, and harmless, when
/// another library has used it before.
void configure_once() {
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(done);
}

/// A file as SQLite's URIs name it.
[[nodiscard]] std::string uri_of(const std::filesystem::path& file) {
    constexpr std::string_view plain = "-._~/ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                       "0123456789";
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : file.string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos)
            out += c;
        else
            (out += '%', out += hex[byte >> 4U]) += hex[byte & 15U];
    }
    return out;
}

/// To read a database whose head says that a log is in use, SQLite makes an index beside it. In a
/// folder that cannot be written, and without a log, nobody can change the file while we read.
[[nodiscard]] bool is_only_to_look_at(sqlite3* db, const std::filesystem::path& file) {
    const int code = sqlite3_exec(db, "PRAGMA schema_version", nullptr, nullptr, nullptr) & 0xff;
    std::error_code error;
    return (code == SQLITE_READONLY || code == SQLITE_CANTOPEN) &&
           !std::filesystem::exists(file.string() + "-wal", error) && !error;
}

} // namespace

Statement::~Statement() {
    if (!handle_)
        return;
    if (!in_use_) {
        sqlite3_finalize(handle_);
        return;
    }
    sqlite3_reset(handle_);
    *in_use_ = false;
}

Statement& Statement::bind(std::string_view text) {
    sqlite3_bind_text64(handle_, next_++, text.data() ? text.data() : "", text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind_view(std::string_view text) {
    sqlite3_bind_text64(handle_, next_++, text.data() ? text.data() : "", text.size(),
                        SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(std::int64_t number) {
    sqlite3_bind_int64(handle_, next_++, number);
    return *this;
}

Statement& Statement::bind(double number) {
    sqlite3_bind_double(handle_, next_++, number);
    return *this;
}

Statement& Statement::bind_null() {
    sqlite3_bind_null(handle_, next_++);
    return *this;
}

Statement& Statement::bind(const std::optional<std::int64_t>& number) {
    return number ? bind(*number) : bind_null();
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const Failure failure = failure_of(sqlite3_db_handle(handle_), code);
    reset();
    return failure;
}

void Statement::reset() {
    sqlite3_reset(handle_);
    next_ = 1;
}

Result<> Statement::run() {
    auto row = step();
    if (!row)
        return row.error();
    reset();
    return {};
}

std::string_view Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return bytes ? std::string_view(bytes,
                                    static_cast<std::size_t>(sqlite3_column_bytes(handle_, column)))
                 : std::string_view();
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(handle_, column);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

struct Database::Impl {
    struct Prepared {
        sqlite3_stmt* handle = nullptr;
        bool in_use = false;
    };
    /// Lets a text be looked up without a copy of it.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept {
            return std::hash<std::string_view>()(text);
        }
    };

    sqlite3* db = nullptr;
    // A deque each, because statements keep a pointer to in_use; more than one element only when
    // the same text is being stepped twice at a time.
    std::unordered_map<std::string, std::deque<Prepared>, Hash, std::equal_to<>> statements;

    ~Impl() {
        for (auto& [text, list] : statements)
            for (auto& prepared : list)
                sqlite3_finalize(prepared.handle);
        sqlite3_close_v2(db);
    }
};

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& file, Mode mode) {
    configure_once();
    auto impl = std::make_unique<Impl>();
    // A reader opens the file for writing too where it may: WAL needs its index file, which a
    // connection that may not write cannot make. query_only keeps it from changing anything.
    const bool reading = mode == Mode::read_only;
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    int code = sqlite3_open_v2(file.c_str(), &impl->db,
                               flags | SQLITE_OPEN_READWRITE | (reading ? 0 : SQLITE_OPEN_CREATE),
                               nullptr);
    if (code != SQLITE_OK && reading) {
        sqlite3_close_v2(impl->db);
        impl->db = nullptr;
        code = sqlite3_open_v2(file.c_str(), &impl->db, flags | SQLITE_OPEN_READONLY, nullptr);
    }
    if (code == SQLITE_OK && reading && is_only_to_look_at(impl->db, file)) {
        sqlite3_close_v2(impl->db);
        impl->db = nullptr;
        code = sqlite3_open_v2((uri_of(file) + "?immutable=1").c_str(), &impl->db,
                               flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    }
    if (code != SQLITE_OK) {
        Failure failure = impl->db ? failure_of(impl->db, code)
                                   : fail(FailureKind::unavailable, {}, "out of memory");
        failure.detail = file.string() + ": " + failure.detail;
        return failure;
    }
    sqlite3_busy_timeout(impl->db, 5000);
    std::unique_ptr<Database> database(new Database(std::move(impl)));
    const char* settings = reading ? "PRAGMA query_only=ON; PRAGMA temp_store=MEMORY;"
                                     "PRAGMA cache_size=-16384; PRAGMA mmap_size=268435456"
                                   : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                     "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
                                     "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000;"
                                     "PRAGMA journal_size_limit=268435456";
    if (auto set = database->execute(settings); !set) {
        Failure failure = set.error();
        failure.detail = file.string() + ": " + failure.detail;
        return failure;
    }
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
    auto found = impl_->statements.find(sql);
    if (found != impl_->statements.end())
        for (auto& prepared : found->second)
            if (!prepared.in_use) {
                prepared.in_use = true;
                return Statement(prepared.handle, &prepared.in_use);
            }
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(impl_->db, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK)
        return failure_of(impl_->db, code);
    if (found == impl_->statements.end())
        found = impl_->statements.try_emplace(std::string(sql)).first;
    auto& prepared = found->second.emplace_back(handle, true);
    return Statement(prepared.handle, &prepared.in_use);
}

Result<Statement> Database::prepare_once(std::string_view sql) {
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(impl_->db, sql.data(), static_cast<int>(sql.size()), 0,
                                        &handle, nullptr);
    if (code != SQLITE_OK)
        return failure_of(impl_->db, code);
    return Statement(handle, nullptr);
}

Result<> Database::execute(const char* sql) {
    const int code = sqlite3_exec(impl_->db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failure_of(impl_->db, code);
    return {};
}

sqlite3* Database::handle() const {
    return impl_->db;
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(impl_->db);
}

Result<ReadScope> ReadScope::begin(Database& db) {
    auto begin = db.prepare("BEGIN");
    if (!begin)
        return begin.error();
    if (auto begun = begin->run(); !begun)
        return begun.error();
    return ReadScope(db);
}

ReadScope::~ReadScope() {
    // Nothing was written, so ending it cannot fail in a way that matters.
    if (db_)
        static_cast<void>(db_->execute("COMMIT"));
}

struct Readers::Impl {
    std::filesystem::path file;
    std::mutex mutex;
    std::unordered_map<std::thread::id, std::unique_ptr<Database>> connections;
};

Readers::Readers(std::filesystem::path file) : impl_(std::make_unique<Impl>()) {
    impl_->file = std::move(file);
}

Readers::~Readers() = default;

Result<Database*> Readers::get() {
    const std::lock_guard lock(impl_->mutex);
    auto& connection = impl_->connections[std::this_thread::get_id()];
    if (!connection) {
        auto opened = Database::open(impl_->file, Database::Mode::read_only);
        if (!opened)
            return opened.error();
        connection = std::move(*opened);
    }
    return connection.get();
}

} // namespace chengyun::hub
