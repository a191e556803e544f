// chengyun: the console. This file only wires: arguments, objects, window.
#include "app/hall/hall.h"
#include "app/icons/icon_provider.h"
#include "app/link/session.h"
#include "app/main/log_output.h"
#include "app/main/options.h"
#include "app/main/start_watch.h"
#include "app/screens/screen_walker.h"
#include "app/screens/warning_count.h"
#include "app/shell/languages.h"
#include "app/shell/seat_lock.h"
#include "app/text.h"
#include "app/wall/wall_seat.h"
#include "core/pinyin/pinyin.h"
#include "core/product/version.h"

#include <QApplication>
#include <QFont>
#include <QMessageBox>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSslConfiguration>
#include <QThreadPool>

#include <algorithm>
#include <cstdio>
#include <span>

using namespace chengyun::console;

namespace {

/// Exit codes beside 0, 1 (it cannot start) and 2 (wrong arguments).
constexpr int seatIsTaken = 3;

/// On standard error, and in a dialog for those who have started the seat from the desktop and see
/// none. `asks` is false where nobody is there to close a dialog.
void sayWhy(const chengyun::Failure& failure, const QString& words, bool asks) {
    std::fprintf(stderr, "chengyun: %s: %s\n", failure.field.c_str(), failure.detail.c_str());
    if (asks)
        QMessageBox::critical(nullptr, QCoreApplication::translate("main", "Chengyun"), words);
}

/// What takes long the first time and needs no window, on another core while the window is made.
void warmUp() {
    auto& pool = *QThreadPool::globalInstance();
    pool.start([] { (void)chengyun::pinyin_initials("汉"); });
    pool.start([] { (void)QSslConfiguration::defaultConfiguration(); }); // of every stream
}

QVariantMap wallProperties(WallSeat& wallSeat, const Options& options) {
    return {{QStringLiteral("wallSeat"), QVariant::fromValue(&wallSeat)},
            {QStringLiteral("machine"), options.wall.name},
            {QStringLiteral("shown"), QVariant::fromValue(options.wall.shown)},
            {QStringLiteral("place"), QRectF(options.wall.geometry)}};
}

QStringList givenArguments(std::span<const char* const> given) {
    QStringList arguments;
    for (const char* argument : given)
        arguments.append(QString::fromLocal8Bit(argument));
    return arguments;
}

bool asksForWall(const QStringList& arguments) {
    return std::ranges::any_of(arguments, [](const QString& argument) {
        return argument == QStringLiteral("--wall") ||
               argument.startsWith(QStringLiteral("--wall="));
    });
}

} // namespace

int main(int argc, char** argv) {
    const LogOutput log;
    if (asksAboutProgram({argv, static_cast<std::size_t>(argc)})) {
        const QCoreApplication about(argc, argv);
        (void)readOptions(QCoreApplication::arguments());
    }
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QStringList arguments = givenArguments({argv, static_cast<std::size_t>(argc)});
    QApplication app(argc, argv);
    // A wall's --session and --geometry are Qt's own words, too. At a seat they are Qt's: a desktop
    // that opens what was open last says --session.
    if (!asksForWall(arguments))
        arguments = QCoreApplication::arguments();
    QCoreApplication::setOrganizationName(QStringLiteral("chengyun"));
    QCoreApplication::setApplicationName(QStringLiteral("chengyun"));
    const Options options = readOptions(arguments);
    warmUp();
    WarningCount warnings;

    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(13);
    font.setFeature("tnum", 1);
    QApplication::setFont(font);
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);

    // The walker starts signed out and with a clean seat, whatever was there before.
    const bool walks = !options.screensFolder.isEmpty();
    Languages languages(options.stateFolder + QStringLiteral("/seat.ini"), options.language);
    const bool asks = !walks && !options.exitAfterReady && options.wall.name.isEmpty();
    const auto lock = SeatLock::take(options.stateFolder);
    if (!lock && lock.error().kind == chengyun::FailureKind::conflict) {
        sayWhy(lock.error(),
               QCoreApplication::translate(
                   "main", "This seat is open in another window already. Go on there, or close it "
                           "first."),
               asks);
        return seatIsTaken;
    }
    // A disk that takes no file must not keep anybody from seeing the hall.
    if (!lock)
        qWarning("no lock on the state folder: %s", lock.error().detail.c_str());
    auto hall = Hall::make({.stateFolder = options.stateFolder,
                            .cacheFolder = options.cacheFolder,
                            .mapSourcesFile = options.mapSources,
                            .version = qs(chengyun::product_version()) + QStringLiteral(" · ") +
                                       qs(chengyun::build_commit())},
                           languages);
    if (!hall) {
        sayWhy(hall.error(),
               QCoreApplication::translate("main", "This seat cannot start: %1")
                   .arg(QString::fromStdString(hall.error().detail)),
               asks);
        return 1;
    }
    auto& session = (*hall)->session();
    const bool isWall = !options.wall.name.isEmpty();
    if (!walks && !isWall && !options.sessionFile.isEmpty() &&
        !session.signInWithFile(options.sessionFile))
        std::fprintf(stderr, "chengyun: %s\n", qPrintable(session.failureText()));

    std::unique_ptr<WallSeat> wallSeat; // longer than the windows that show it
    if (isWall)
        wallSeat =
            std::make_unique<WallSeat>(session, WallSeatOptions{.folder = options.stateFolder,
                                                                .sessionFile = options.sessionFile,
                                                                .url = options.url,
                                                                .code = options.wall.code});
    QQmlApplicationEngine engine;
    languages.onSwitch([&engine] { engine.retranslate(); });
    engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
    auto properties = (*hall)->properties();
    if (isWall) {
        properties.insert(wallProperties(*wallSeat, options));
    } else {
        if (options.consult)
            properties.insert(QStringLiteral("roomName"), options.room);
        else
            properties.insert(QStringLiteral("keepsGeometry"), !walks && !options.exitAfterReady);
        if (!options.url.isEmpty())
            properties.insert(QStringLiteral("hubUrl"), options.url);
    }
    engine.setInitialProperties(properties);
    // The window of a seat, of a consultation room, or those of a wall: all else is the same hall.
    if (isWall)
        engine.loadFromModule("Chengyun.Wall", "WallProgram");
    else if (options.consult)
        engine.loadFromModule("Chengyun.Consult", "ConsultProgram");
    else
        engine.loadFromModule("Chengyun.Shell", "Main");
    if (engine.rootObjects().isEmpty())
        return 1;
    auto* root = engine.rootObjects().constFirst();
    auto* window =
        isWall ? root->property("first").value<QQuickWindow*>() : qobject_cast<QQuickWindow*>(root);
    if (!window)
        return 1;
    if (wallSeat && !walks)
        wallSeat->start();

    if (walks) {
        ScreenWalker walker(*window, session, languages, warnings,
                            {.folder = options.screensFolder,
                             .sessionFile = options.sessionFile,
                             .stateFolder = options.stateFolder,
                             .languages = options.screenLanguages,
                             .sizes = options.screenSizes});
        walker.start();
        return app.exec();
    }
    std::unique_ptr<StartWatch> watch;
    if (options.exitAfterReady) {
        watch = std::make_unique<StartWatch>(*window);
        window->resize(1920, 1080);
        window->show();
    }
    return app.exec();
}
