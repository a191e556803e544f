// The references: what plain SQLite stores a second on the same disk, one row a commit and many.
#pragma once

#include <sqlite3.h>

#include <string>

namespace chengyun::bench {

/// Rows of an order's size, WAL and synchronous=FULL. One thread.
class RawCommits {
public:
    /// Makes the database `file`, which must not be there.
    explicit RawCommits(const std::string& file);
    ~RawCommits();
    RawCommits(const RawCommits&) = delete;
    RawCommits& operator=(const RawCommits&) = delete;

    /// Rows a second with `batch` of them in each commit, or 0 when one failed: half a reference
    /// would flatter us.
    [[nodiscard]] double run(int seconds, int batch = 1);

private:
    [[nodiscard]] bool insert(const std::string& body);

    sqlite3* db_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    bool ok_ = false;
};

} // namespace chengyun::bench
