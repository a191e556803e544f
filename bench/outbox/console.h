// The headless console that gets killed: a real session, feed, outbox and draft, and somebody who
// issues one order after the other.
#pragma once

#include <QString>

namespace chengyun::bench {

struct ConsoleOptions {
    QString folder;     ///< its data and cache
    QString session;    ///< session file
    QString ledger;     ///< titles of orders that issue() took, one a line
    QString refused;    ///< titles of commands that the hub refused, one a line; written by a drain
    QString name;       ///< prefix of its orders' titles
    bool drain = false; ///< issues nothing more and ends when nothing waits
};

/// Runs the event loop until killed or drained; the exit status.
int runConsole(const ConsoleOptions& options);

} // namespace chengyun::bench
