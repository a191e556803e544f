// What a capability (orders, duty, imports …) is to the hub: one object that says what it adds to
// each part of it. hub/capabilities.cpp lists them all; the server, `verify`, the tests and the
// fuzzer go through that list and know none of them by name.
//
// The calls come in the order in which they stand here, from one thread: that of `serve`, or of a
// test. What they hand over (handlers, gauges, checks) runs on other threads later; each says
// which.
#pragma once

#include "core/account/account.h"
#include "core/result.h"
#include "core/time/instant.h"
#include "hub/journal/journal_kinds.h"
#include "hub/live/live_topic.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class Findings;
class Metrics;
class Readers;
class Router;
class SnapshotText;
class Writer;
struct Demonstration;

/// The open data folder. All of it outlives every capability's threads.
struct OpenStore {
    Writer& writer;
    Readers& readers;
    Clock clock = system_now;
};

/// One comparison that `verify` makes.
struct Check {
    struct In {
        Database& db;       ///< in one read transaction of the caller's
        Database& live;     ///< another connection: sees what a working hub has changed since
        Findings& findings; ///< where to say what is wrong
    };
    /// Named as what "cannot be read" when the comparison fails.
    std::string_view table;
    /// A failure is for what cannot be read; what is wrong goes into the findings.
    std::function<Result<>(const In&)> run;
};

class Capability {
public:
    Capability() = default;
    Capability(const Capability&) = delete;
    Capability& operator=(const Capability&) = delete;
    virtual ~Capability() = default;

    // The constructor makes stores and services out of settings and of what other capabilities
    // offer. It opens no file and starts no thread: `verify` makes all capabilities to ask for
    // their checks, beside a hub that works on the same folder.

    /// As its folder in hub/ is called. For messages.
    [[nodiscard]] virtual std::string_view name() const = 0;

    /// What `verify` compares of its tables and files. The checks live no longer than this.
    [[nodiscard]] virtual std::vector<Check> checks() const { return {}; }

    /// Which of its journal entries are seen otherwise than by place, or make seats reload.
    [[nodiscard]] virtual std::span<const JournalKind> journal_kinds() const { return {}; }

    /// Before everything below: reads what it holds in memory, makes its folders. `store` outlives
    /// this object's use.
    [[nodiscard]] virtual Result<> open(const OpenStore&) { return {}; }
    /// Only in a demonstration, at each start: fills what is not there yet. The invented district,
    /// with its units and orders, is there already.
    [[nodiscard]] virtual Result<> fill_demo(const Demonstration&) { return {}; }
    /// Starts its threads. What waits for its time (deadlines, clearing up) runs from here on.
    virtual void start(const OpenStore&) {}
    /// Its addresses. Handlers run on the IO loops until the server has been taken down, which is
    /// after stop(): one that has waited may still go on then, but asks nothing more.
    virtual void add_routes(Router&) {}
    /// Its figures. A gauge is asked on an IO loop, until stop().
    virtual void add_metrics(Metrics&) {}
    /// What it says on the live lane, and who is told. `read` serves until stop().
    [[nodiscard]] virtual std::vector<LiveTopic> live_topics(const ReadJob& /*read*/) { return {}; }
    /// The hub takes requests at this address ("http://127.0.0.1:8460"). On the main loop; what is
    /// printed to standard output is read by people and by scripts that start a hub.
    [[nodiscard]] virtual Result<> listening(const std::string& /*address*/) { return {}; }

    /// Its part of what a seat starts from: what this account may see. On any thread, with that
    /// thread's connection, inside a read transaction of the caller's. `now` decides what is
    /// recent.
    [[nodiscard]] virtual Result<> add_to_snapshot(Database&, const Account&, Instant /*now*/,
                                                   SnapshotText&) const {
        return {};
    }

    /// Ends its threads, in the reverse order of the list, while the writer still works and the
    /// server's loops still take answers. Idempotent.
    virtual void stop() {}
};

/// In the order of the list: each stands behind those whose interfaces it asks.
using CapabilityList = std::span<const std::unique_ptr<Capability>>;

} // namespace chengyun::hub
