#include "app/main/options.h"

#include "app/shell/languages.h"
#include "app/video/stream_pipeline.h"
#include "core/product/version.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace chengyun::console {

namespace {

[[noreturn]] void refuse(const QString& why) {
    std::fprintf(stderr, "chengyun: %s\n", qPrintable(why));
    std::exit(2);
}

std::string sqliteVersion() {
    const auto name = QStringLiteral("version");
    QString found;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(QStringLiteral(":memory:"));
        if (database.open())
            if (QSqlQuery query(database);
                query.exec(QStringLiteral("SELECT sqlite_version()")) && query.next())
                found = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(name);
    return found.isEmpty() ? "is missing" : found.toStdString();
}

std::string versionText() {
    return version_text("chengyun", {{"Qt", qVersion()},
                                     {"GStreamer", StreamPipeline::libraryVersion()},
                                     {"SQLite", sqliteVersion()}});
}

QSize sizeOf(const QString& text) {
    const auto parts = text.split(u'x');
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    if (size.width() < 800 || size.height() < 600)
        refuse(QStringLiteral("--sizes wants WIDTHxHEIGHT of at least 800x600, not ") + text);
    return size;
}

} // namespace

bool asksAboutProgram(std::span<const char* const> arguments) {
    constexpr std::array<std::string_view, 5> questions{"-h", "--help", "--help-all", "-v",
                                                        "--version"};
    return std::ranges::any_of(arguments, [&](std::string_view argument) {
        return std::ranges::find(questions, argument) != questions.end();
    });
}

Options readOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("The command hall's console: one map, orders, video, at one seat."));
    parser.addHelpOption();
    const QCommandLineOption version(
        {QStringLiteral("v"), QStringLiteral("version")},
        QStringLiteral("Version, commit, and the libraries it runs with."));
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
    parser.addOptions({version, seat, session, url, lang, state, maps, screens, sizes, ready});
    parser.process(arguments);
    if (parser.isSet(version)) {
        std::fputs(versionText().c_str(), stdout);
        std::exit(0);
    }
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
