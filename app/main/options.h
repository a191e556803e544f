// What the console can be told on its command line.
#pragma once

#include "core/result.h"

#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>

namespace chengyun::console {

struct Options {
    QString sessionFile; ///< {"url": …, "token": …}: signed in from the start
    QString url;         ///< hub to sign in to
    QString language;    ///< "zh_CN" or "en"; empty: what is remembered
    QString stateFolder, cacheFolder;
    QString mapSources;
    QString screensFolder; ///< walk every screen, write pictures there, and leave
    QStringList screenLanguages;
    QList<QSize> screenSizes;
    bool exitAfterReady = false;
};

/// Leaves the program for --help, --version and what is wrong, as programs do.
[[nodiscard]] Options readOptions(const QStringList& arguments);

} // namespace chengyun::console
