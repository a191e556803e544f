#include "app/main/options.h"

#include "app/shell/languages.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <cstdio>
#include <cstdlib>

namespace chengyun::console {

namespace {

[[noreturn]] void refuse(const QString& why) {
    std::fprintf(stderr, "chengyun: %s\n", qPrintable(why));
    std::exit(2);
}

QSize sizeOf(const QString& text) {
    const auto parts = text.split(u'x');
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    if (size.width() < 800 || size.height() < 600)
        refuse(QStringLiteral("--sizes wants WIDTHxHEIGHT of at least 800x600, not ") + text);
    return size;
}

} // namespace

Options readOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("The command hall's console: one map, orders, video, at one seat."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption seat(QStringLiteral("seat"),
                                  QStringLiteral("The operator's workstation (the default)."));
    const QCommandLineOption session(
        QStringLiteral("session-file"),
        QStringLiteral("JSON file with url and token: signed in from the start."),
        QStringLiteral("FILE"));
    const QCommandLineOption url(QStringLiteral("url"), QStringLiteral("Address of the hub."),
                                 QStringLiteral("URL"));
    const QCommandLineOption lang(QStringLiteral("lang"), QStringLiteral("zh_CN or en."),
                                  QStringLiteral("LANGUAGE"));
    const QCommandLineOption state(
        QStringLiteral("state-dir"),
        QStringLiteral("Folder for outbox, drafts, settings and cache; default: the user's."),
        QStringLiteral("DIR"));
    const QCommandLineOption maps(QStringLiteral("map-sources"),
                                  QStringLiteral("TOML file with further maps."),
                                  QStringLiteral("FILE"));
    const QCommandLineOption screens(
        QStringLiteral("screens"),
        QStringLiteral(
            "Walk every screen, write one picture each, and leave; fails on any warning."),
        QStringLiteral("DIR"));
    const QCommandLineOption sizes(
        QStringLiteral("sizes"), QStringLiteral("Sizes for --screens, comma-separated."),
        QStringLiteral("WxH,…"), QStringLiteral("1366x768,1920x1080,3840x2160"));
    const QCommandLineOption ready(
        QStringLiteral("exit-after-ready"),
        QStringLiteral("Print how long it took to an interactive map, as JSON, and leave."));
    parser.addOptions({seat, session, url, lang, state, maps, screens, sizes, ready});
    parser.process(arguments);
    if (!parser.positionalArguments().isEmpty())
        refuse(QStringLiteral("what is ") + parser.positionalArguments().constFirst() +
               QStringLiteral("? See --help"));

    Options options;
    options.sessionFile = parser.value(session);
    options.url = parser.value(url);
    options.language = parser.value(lang);
    if (!options.language.isEmpty() && !Languages::known().contains(options.language))
        refuse(QStringLiteral("--lang knows zh_CN and en"));
    if (parser.isSet(state)) {
        options.stateFolder = parser.value(state);
        options.cacheFolder = options.stateFolder + QStringLiteral("/cache");
    } else {
        options.stateFolder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
        options.cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    }
    // The one in the state folder need not be there; one that is named must be.
    const auto usual = options.stateFolder + QStringLiteral("/map-sources.toml");
    if (parser.isSet(maps) || QFile::exists(usual))
        options.mapSources = parser.isSet(maps) ? parser.value(maps) : usual;
    options.screensFolder = parser.value(screens);
    options.screenLanguages =
        options.language.isEmpty() ? Languages::known() : QStringList{options.language};
    for (const auto& size : parser.value(sizes).split(u','))
        options.screenSizes.append(sizeOf(size));
    options.exitAfterReady = parser.isSet(ready);
    if (!options.screensFolder.isEmpty() && options.sessionFile.isEmpty())
        refuse(QStringLiteral("--screens needs --session-file: it shows a hall with content"));
    return options;
}

} // namespace chengyun::console
