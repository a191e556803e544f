#include "bench/dispatch/raw_commits.h"

#include "bench/client/wire.h"

namespace chengyun::bench {

RawCommits::RawCommits(const std::string& file) {
    ok_ = sqlite3_open(file.c_str(), &db_) == SQLITE_OK &&
          sqlite3_exec(db_,
                       "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                       "CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT)",
                       nullptr, nullptr, nullptr) == SQLITE_OK &&
          sqlite3_prepare_v2(db_, "INSERT INTO t (body) VALUES (?)", -1, &insert_, nullptr) ==
              SQLITE_OK;
}

RawCommits::~RawCommits() {
    sqlite3_finalize(insert_);
    sqlite3_close(db_);
}

bool RawCommits::insert(const std::string& body) {
    sqlite3_bind_text(insert_, 1, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
    const bool done = sqlite3_step(insert_) == SQLITE_DONE;
    sqlite3_reset(insert_);
    return done;
}

double RawCommits::run(int seconds, int batch) {
    const std::string body(1000, 'x');
    const auto say = [this](const char* words) {
        return sqlite3_exec(db_, words, nullptr, nullptr, nullptr) == SQLITE_OK;
    };
    const auto began = now_ns();
    const auto end = began + static_cast<std::int64_t>(seconds) * 1'000'000'000;
    std::int64_t done = 0;
    while (ok_ && now_ns() < end) {
        ok_ = batch == 1 || say("BEGIN IMMEDIATE");
        for (int row = 0; ok_ && row < batch; ++row)
            ok_ = insert(body);
        ok_ = ok_ && (batch == 1 || say("COMMIT"));
        done += batch;
    }
    const auto took = static_cast<double>(now_ns() - began) / 1e9;
    return ok_ ? static_cast<double>(done) / took : 0;
}

} // namespace chengyun::bench
