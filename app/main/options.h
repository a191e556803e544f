// What the console can be told on its command line.
#pragma once

#include "core/result.h"

#include <QList>
#include <QRect>
#include <QSize>
#include <QString>
#include <QStringList>

#include <span>

namespace chengyun::console {

/// The machine of a wall, in the place of a seat.
struct WallOptions {
    QString name;     ///< of this machine's folder; empty: it is a seat
    QString code;     ///< one-time code of Options::url, for the first start
    QList<int> shown; ///< screens of the wall, from 0; empty: all of them in one window
    QRect geometry;   ///< of the window; empty: it fills an output
};

struct Options {
    WallOptions wall;
    bool consult = false; ///< the big screen of a consultation room, in the place of a seat
    QString room;         ///< title or id of the room that it shows; empty: the one that calls
    QString sessionFile;  ///< {"url": …, "token": …}: signed in from the start
    QString url;          ///< hub to sign in to
    QString language;     ///< "zh_CN" or "en"; empty: what is remembered
    QString stateFolder, cacheFolder;
    QString mapSources;
    QString screensFolder; ///< walk every screen, write pictures there, and leave
    QStringList screenLanguages;
    QList<QSize> screenSizes;
    bool exitAfterReady = false;
};

/// --help or --version is among them: answered without a screen, for there need not be one.
[[nodiscard]] bool asksAboutProgram(std::span<const char* const> arguments);
/// Leaves the program for --help, --version and what is wrong, as programs do.
[[nodiscard]] Options readOptions(const QStringList& arguments);

} // namespace chengyun::console
