// Something that somebody must take note of, from the capability that knows of it.
#pragma once

#include "core/alarms/alarm.h"
#include "core/resource/resource.h"

#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace chengyun::console {

/// The words are asked for when they are shown: the language and a title may have changed by then.
struct Alarm {
    /// What it is called, by every seat alike (core/alarms/alarm.h). Subject and its kind are what
    /// the seat opens; both empty: nothing to open.
    AlarmName name;
    QString icon = QStringLiteral("bell"); ///< in the list
    qint64 at = 0;                         ///< ms UTC; 0: now
    qint64 ends = 0;                       ///< ms UTC: it is over by itself then; 0: no such time
    bool urgent = false;
    /// Only of this seat: nobody takes it for others (a lost link, one's own new order).
    bool personal = false;
    /// It has happened, and nothing ends it: it stays until somebody takes it. All others stand as
    /// long as their capability says so.
    bool lasts = false;
    /// It makes no noise for those who sit down after it began.
    bool mayWait = false;
    std::function<QString()> title; ///< like the others it may be empty: no words, no level
    std::function<QString()> text;
    std::function<Level()> level;

    [[nodiscard]] QString saidTitle() const { return title ? title() : QString(); }
    [[nodiscard]] QString saidText() const { return text ? text() : QString(); }
};

/// What entries have changed about the alarms of a capability.
struct AlarmNews {
    struct Subject {
        std::string kind, id;
        bool operator==(const Subject&) const = default;
    };
    std::vector<Alarm> alarms;
    /// Of these, `alarms` holds all that stands: others about them are over, but for those that
    /// last.
    std::vector<Subject> whole;
};

} // namespace chengyun::console
