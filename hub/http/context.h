// What handlers need of the hub, and the three ways in which they wait.
#pragma once

#include "hub/config/config.h"
#include "hub/config/guard.h"
#include "hub/http/connections.h"
#include "hub/http/loops.h"
#include "hub/http/metrics.h"
#include "hub/http/sessions.h"
#include "hub/live/live_lane.h"
#include "hub/store/writer.h"
#include "hub/stream/feed.h"

#include <atomic>
#include <functional>
#include <string>

namespace chengyun::hub {

/// References only: everything lives in `serve` and outlives the server. It knows no capability:
/// handlers hold their own services (hub/capability/capability.h).
struct Context {
    const Config& config;
    Writer& writer;
    Readers& readers;
    Sessions& sessions;
    Metrics& metrics;
    Clock clock = system_now;

    // Made by the server when the loops run.
    Loops* loops = nullptr;
    ReaderPool* pool = nullptr;
    Feed* feed = nullptr;
    LiveLane* live = nullptr;
    Connections* connections = nullptr;
    std::string address{}; ///< "http://127.0.0.1:8460", as bound or as configured
    std::atomic<bool> draining{false};
    /// What the pages for phones and guests connect to besides the hub: a media server's address,
    /// or empty. Set by the capability that has one, before serving.
    std::string media_source{};

    template <class T>
    [[nodiscard]] Later<T> later(std::function<void(typename Later<T>::Done)> start) {
        return Later<T>(*loops, std::move(start));
    }

    /// Reads on a reader thread; resumes when what it may have read is on disk.
    template <class T>
    [[nodiscard]] Later<T> query(std::function<Result<T>(Database&)> read) {
        return Later<T>(*loops, [this, read = std::move(read)](typename Later<T>::Done done) {
            const bool taken = pool->post([this, read, done](Result<Database*> db) {
                if (!db)
                    return done(db.error());
                auto waits = guarded("http", [&]() -> Result<> {
                    auto result = read(**db);
                    writer.when_on_disk([done, result = std::move(result)](bool on_disk) mutable {
                        done(on_disk ? std::move(result)
                                     : Result<T>(
                                           fail(FailureKind::unavailable, {}, "the disk failed")));
                    });
                    return {};
                });
                if (!waits)
                    done(waits.error());
            });
            if (!taken)
                done(fail(FailureKind::too_many, {}, "too many queries wait"));
        });
    }

    /// Runs a command; resumes after its commit is on disk.
    [[nodiscard]] Later<Answer> command(CommandKey key, Writer::Work work) {
        return Later<Answer>(*loops, [this, key = std::move(key),
                                      work = std::move(work)](Later<Answer>::Done done) mutable {
            writer.submit(std::move(key), std::move(work), std::move(done));
        });
    }
};

} // namespace chengyun::hub
