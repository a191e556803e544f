// Something that somebody must take note of, from the capability that knows of it.
#pragma once

#include "core/resource/resource.h"

#include <QString>

#include <functional>
#include <string>

namespace chengyun::console {

/// The words are asked for when they are shown: the language and a title may have changed by then.
struct Alarm {
    std::string kind;                      ///< "overdue"
    QString icon = QStringLiteral("bell"); ///< in the list
    /// What it is about, for the seat to open: kind ("order") and id. Empty: nothing to open.
    std::string subjectKind;
    std::string subject;
    qint64 at = 0; ///< ms UTC; 0: now
    bool urgent = false;
    bool acknowledged = false;      ///< true: it is listed and does not ring
    std::function<QString()> title; ///< like the others it may be empty: no words, no level
    std::function<QString()> text;
    std::function<Level()> level;
};

} // namespace chengyun::console
