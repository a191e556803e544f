#include "app/main/options.h"

#include "app/shell/languages.h"
#include "app/video/stream_pipeline.h"
#include "core/product/version.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
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

/// "0,1,2"; empty for anything else.
QList<int> numbersOf(const QString& text) {
    QList<int> numbers;
    for (const auto& part : text.split(u',')) {
        bool is = false;
        const int number = part.toInt(&is);
        if (!is || number < 0 || number > 63)
            return {};
        numbers.append(number);
    }
    return numbers;
}

QRect geometryOf(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^(\\d{3,5})x(\\d{3,5})(?:\\+(\\d{1,5})\\+(\\d{1,5}))?$"));
    const auto found = form.match(text);
    if (!found.hasMatch())
        refuse(QStringLiteral("--geometry wants WIDTHxHEIGHT+X+Y, not ") + text);
    return {found.captured(3).toInt(), found.captured(4).toInt(), found.captured(1).toInt(),
            found.captured(2).toInt()};
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
        {QStringLiteral("session-file"), QStringLiteral("session")},
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
            "Walk every screen, write one picture each, and leave; fails on any warning. With "
            "--wall and numbers (0,1,2): the screens of the wall that this machine shows, each on "
            "its output of that number."),
        QStringLiteral("DIR"));
    const QCommandLineOption wall(
        QStringLiteral("wall"),
        QStringLiteral("A wall's machine, in the place of a seat: no frame, no pointer, signed in "
                       "by what is kept under this name."),
        QStringLiteral("NAME"));
    const QCommandLineOption code(
        QStringLiteral("code"),
        QStringLiteral("One-time code of the hub at --url, for the first start of a wall."),
        QStringLiteral("CODE"));
    const QCommandLineOption screen(QStringLiteral("screen"),
                                    QStringLiteral("The one screen of the wall that is shown."),
                                    QStringLiteral("N"));
    const QCommandLineOption geometry(
        QStringLiteral("geometry"),
        QStringLiteral("Where the wall's window is, instead of filling an output."),
        QStringLiteral("WxH+X+Y"));
    const QCommandLineOption consult(
        QStringLiteral("consult"),
        QStringLiteral("The big screen of a consultation room, in the place of a seat: one room, "
                       "the whole screen, no frame."));
    const QCommandLineOption room(
        QStringLiteral("room"),
        QStringLiteral("Title or id of the room that --consult shows; default: the one that "
                       "calls, else the first standing one."),
        QStringLiteral("NAME"));
    const QCommandLineOption sizes(
        QStringLiteral("sizes"), QStringLiteral("Sizes for --screens, comma-separated."),
        QStringLiteral("WxH,…"), QStringLiteral("1366x768,1920x1080,3840x2160"));
    const QCommandLineOption ready(
        QStringLiteral("exit-after-ready"),
        QStringLiteral("Print how long it took to an interactive map, as JSON, and leave."));
    parser.addOptions({version, seat, session, url, lang, state, maps, screens, sizes, ready, wall,
                       code, screen, geometry, consult, room});
    parser.process(arguments);
    if (parser.isSet(version)) {
        std::fputs(versionText().c_str(), stdout);
        std::exit(0);
    }
    if (!parser.positionalArguments().isEmpty())
        refuse(QStringLiteral("what is ") + parser.positionalArguments().constFirst() +
               QStringLiteral("? See --help"));

    Options options;
    options.consult = parser.isSet(consult);
    options.room = parser.value(room);
    if (!options.room.isEmpty() && !options.consult)
        refuse(QStringLiteral("--room belongs to --consult"));
    if (options.consult && (parser.isSet(wall) || parser.isSet(screens)))
        refuse(QStringLiteral("--consult goes with neither --wall nor --screens"));
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
    if (parser.isSet(wall)) {
        options.wall.name = parser.value(wall);
        options.wall.code = parser.value(code);
        if (options.wall.name.isEmpty() || options.wall.name.contains(u'/') ||
            options.wall.name.startsWith(u'.'))
            refuse(QStringLiteral("--wall wants the name of a folder"));
        if (!options.wall.code.isEmpty() && options.url.isEmpty())
            refuse(QStringLiteral("--code needs --url: the hub that made it"));
        if (parser.isSet(screen))
            options.wall.shown = numbersOf(parser.value(screen));
        else if (const auto numbers = numbersOf(options.screensFolder); !numbers.isEmpty()) {
            options.wall.shown = numbers;
            options.screensFolder.clear();
        }
        if (parser.isSet(screen) && options.wall.shown.isEmpty())
            refuse(QStringLiteral("--screen wants a number, not ") + parser.value(screen));
        if (parser.isSet(geometry))
            options.wall.geometry = geometryOf(parser.value(geometry));
        options.stateFolder += QStringLiteral("/walls/") + options.wall.name;
        options.cacheFolder = options.stateFolder + QStringLiteral("/cache");
    }
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
