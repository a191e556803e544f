#include "app/screens/screen_walker.h"

#include "app/link/session.h"
#include "app/screens/cut_line.h"
#include "app/screens/warning_count.h"
#include "app/shell/languages.h"

#include <QCoreApplication>
#include <QCursor>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickWindow>
#include <QStyleHints>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace chengyun::console {

namespace {
constexpr int clock_strip = 66; // the status bar at the largest automatic scale
/// A hub answers within a second; a loaded machine may take many.
constexpr std::chrono::milliseconds patience{60'000};
} // namespace

ScreenWalker::ScreenWalker(QQuickWindow& window, Session& session, Languages& languages,
                           WarningCount& warnings, WalkOptions options, QObject* parent)
    : QObject(parent), window_(window), session_(session), languages_(languages),
      warnings_(warnings), options_(std::move(options)), frame_(window) {
    connect(&frame_, &StillFrame::taken, this, &ScreenWalker::keep);
}

ScreenWalker::~ScreenWalker() = default;

void ScreenWalker::start() {
    QDir().mkpath(options_.folder);
    // Out of the way: nothing is to look hovered.
    // Nor is a cursor to blink: a picture is taken of what stands still.
    QGuiApplication::styleHints()->setCursorFlashTime(0);
    QCursor::setPos(0, options_.sizes.first().height() - 1);
    // First what is seen before anybody is signed in; signing out later would end the session.
    steps_ = {WalkStep{QStringLiteral("sign-in"), {}, {}, {}, false}};
    arrange();
}

void ScreenWalker::prepareWalk() {
    QFile file(options_.sessionFile);
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "chengyun: cannot read %s\n", qPrintable(options_.sessionFile));
        QCoreApplication::exit(1);
        return;
    }
    auto object = QJsonDocument::fromJson(file.readAll()).object();
    line_ = std::make_unique<CutLine>(QUrl(object[QStringLiteral("url")].toString()));
    object[QStringLiteral("url")] = line_->url().toString();
    const QString relayed = options_.stateFolder + QStringLiteral("/relayed-session.json");
    QFile out(relayed);
    if (!out.open(QIODevice::WriteOnly) ||
        !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        std::fprintf(stderr, "chengyun: cannot write %s\n", qPrintable(relayed));
        QCoreApplication::exit(1);
        return;
    }
    out.write(QJsonDocument(object).toJson());
    out.close();
    signedIn_ = session_.signInWithFile(relayed);
    QFile::remove(relayed);
    if (!signedIn_) {
        std::fprintf(stderr, "chengyun: %s\n", qPrintable(session_.failureText()));
        QCoreApplication::exit(1);
        return;
    }
    waited_.start();
    walkSeat();
}

void ScreenWalker::walkSeat() {
    auto* seat = window_.property("seat").value<QObject*>();
    if (!seat) { // it is made when the hub has said who this is
        if (waited_.hasExpired(patience.count())) {
            std::fprintf(stderr, "chengyun: nobody is signed in after %lld s: %s\n",
                         static_cast<long long>(patience.count() / 1000),
                         qPrintable(session_.failureText()));
            QCoreApplication::exit(1);
            return;
        }
        QTimer::singleShot(20, this, &ScreenWalker::walkSeat);
        return;
    }
    firstNumber_ = 2;
    steps_ = walkSteps(*seat, session_, *line_);
    step_ = 0;
    language_ = 0;
    size_ = 0;
    arrange();
}

void ScreenWalker::arrange() {
    languages_.use(options_.languages[language_]);
    const QSize size = options_.sizes[size_];
    window_.setMinimumSize({});
    window_.setGeometry(QRect(QPoint(0, 0), size));
    window_.show();
    const auto& step = steps_[step_];
    if (step.enter)
        step.enter();
    frame_.take({.settled =
                     [this, size] {
                         const auto& now = steps_[step_];
                         return window_.size() == size && (!now.settled || now.settled());
                     },
                 .moving = step.moving,
                 .clockHeight = signedIn_ ? clock_strip : 0});
}

void ScreenWalker::keep(const QImage& picture, bool still) {
    const auto& step = steps_[step_];
    const QSize size = options_.sizes[size_];
    const QString name = QStringLiteral("%1-%2-%3-%4x%5.png")
                             .arg(firstNumber_ + int(step_), 2, 10, QLatin1Char('0'))
                             .arg(step.name, options_.languages[language_])
                             .arg(size.width())
                             .arg(size.height());
    if (!still)
        unrest_.append(name);
    if (!picture.save(options_.folder + QLatin1Char('/') + name)) {
        std::fprintf(stderr, "chengyun: cannot write %s\n", qPrintable(name));
        QCoreApplication::exit(1);
        return;
    }
    ++pictures_;
    if (step.leave)
        step.leave();
    next();
}

void ScreenWalker::next() {
    if (++step_ < steps_.size()) {
        arrange();
        return;
    }
    step_ = 0;
    if (++size_ < options_.sizes.size()) {
        arrange();
        return;
    }
    size_ = 0;
    if (++language_ < options_.languages.size()) {
        arrange();
        return;
    }
    if (!signedIn_)
        prepareWalk();
    else
        finish();
}

void ScreenWalker::finish() {
    for (const auto& name : std::as_const(unrest_))
        std::fprintf(stderr, "did not come to rest: %s\n", qPrintable(name));
    const auto complaints = warnings_.lines();
    for (const auto& line : complaints)
        std::fprintf(stderr, "warning: %s\n", qPrintable(line));
    std::printf("{\"pictures\":%d,\"warnings\":%d,\"restless\":%d}\n", pictures_,
                int(complaints.size()), int(unrest_.size()));
    std::fflush(stdout);
    QCoreApplication::exit(complaints.isEmpty() && unrest_.isEmpty() ? 0 : 1);
}

} // namespace chengyun::console
