// A thin owner of one SQLite connection with its prepared statements. One thread at a time.
#pragma once

#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace chengyun::hub {

/// A prepared statement being bound and stepped; resets itself when it goes out of scope.
class Statement {
public:
    /// `in_use` is cleared when the statement is given back; without it the statement is finalised.
    Statement(sqlite3_stmt* handle, bool* in_use) : handle_(handle), in_use_(in_use) {}
    Statement(Statement&& other) noexcept
        : handle_(std::exchange(other.handle_, nullptr)), in_use_(other.in_use_),
          next_(other.next_) {}
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// Bind in order, starting with the first parameter. Text is copied by SQLite.
    Statement& bind(std::string_view text);
    Statement& bind(const char* text) { return bind(std::string_view(text)); }
    /// Text that outlives this statement's run: not copied.
    Statement& bind_view(std::string_view text);
    Statement& bind(int number) { return bind(static_cast<std::int64_t>(number)); }
    Statement& bind(bool flag) { return bind(static_cast<std::int64_t>(flag)); }
    Statement& bind(std::int64_t number);
    Statement& bind(double number);
    Statement& bind_null();
    Statement& bind(const std::optional<std::int64_t>& number);

    /// True while there is a row. Fails with `conflict` on a constraint, `unavailable` when busy or
    /// the disk is full, `corrupt` when the file is damaged.
    [[nodiscard]] Result<bool> step();
    /// Ready to be bound and run again.
    void reset();
    /// For statements without rows; ready to be bound again afterwards.
    [[nodiscard]] Result<> run();

    [[nodiscard]] std::string_view text(int column) const; ///< valid until the next step
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] bool is_null(int column) const;

private:
    sqlite3_stmt* handle_;
    bool* in_use_;
    int next_ = 1;
};

class Database {
public:
    enum class Mode { read_write, read_only };

    /// WAL, synchronous=FULL, foreign keys on, busy time-out 5 s. Read-only also in a folder that
    /// cannot be written, unless a log lies beside the file.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file,
                                                                Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Prepared once a connection and kept for the next call with the same text.
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    /// For a text that is not met again, or has very many forms: prepared each time, finalised
    /// after use.
    [[nodiscard]] Result<Statement> prepare_once(std::string_view sql);
    /// One or more statements without parameters.
    [[nodiscard]] Result<> execute(const char* sql);
    [[nodiscard]] sqlite3* handle() const;
    /// Rows changed by the last run statement.
    [[nodiscard]] std::int64_t changes() const;

private:
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// A read transaction: everything read through `db` until the end of scope is one moment's state.
class ReadScope {
public:
    [[nodiscard]] static Result<ReadScope> begin(Database& db);
    ReadScope(ReadScope&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
    ReadScope& operator=(ReadScope&&) = delete;
    ~ReadScope();

private:
    explicit ReadScope(Database& db) : db_(&db) {}
    Database* db_;
};

/// Connections for reading, one a thread that asks, made when first needed. Any thread.
class Readers {
public:
    explicit Readers(std::filesystem::path file);
    ~Readers();
    /// The calling thread's own connection; valid on this thread only.
    [[nodiscard]] Result<Database*> get();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::hub
