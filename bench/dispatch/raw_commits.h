// The reference: what plain SQLite commits a second on the same disk.
#pragma once

#include <sqlite3.h>

#include <string>

namespace chengyun::bench {

/// One row of an order's size a commit, WAL and synchronous=FULL. One thread.
class RawCommits {
public:
    /// Makes the database `file`, which must not be there.
    explicit RawCommits(const std::string& file);
    ~RawCommits();
    RawCommits(const RawCommits&) = delete;
    RawCommits& operator=(const RawCommits&) = delete;

    /// Commits a second, or 0 when one failed: half a reference would flatter us.
    [[nodiscard]] double run(int seconds);

private:
    sqlite3* db_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    bool ok_ = false;
};

} // namespace chengyun::bench
