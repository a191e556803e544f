#include "app/video/footage.h"

#include "app/guarded.h"
#include "app/local/local.h"
#include "app/video/picture_image.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSaveFile>

namespace chengyun::console {

namespace {

Failure failure_of(const QSaveFile& file) {
    return fail(file.error() == QFileDevice::ResourceError ? FailureKind::no_room
                                                           : FailureKind::unavailable,
                "disk", file.errorString().toStdString());
}

Result<> write_whole(const QString& path, const QByteArray& content) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return failure_of(file);
    return {};
}

QString why_not_saved(const Failure& failure) {
    return failure.kind == FailureKind::no_room
               ? Footage::tr("The disk is full: nothing was written.")
               : Footage::tr("The file could not be written, and nothing of it is left: %1")
                     .arg(QString::fromStdString(failure.detail));
}

QString why_not_made(const Failure& failure) {
    switch (failure.kind) {
    case FailureKind::not_found:
        return Footage::tr(
            "There is no clip yet: no key picture has come since this camera is shown.");
    case FailureKind::wrong_type:
        return Footage::tr("Pictures of this camera's coding (%1) cannot be kept as MP4.")
            .arg(QString::fromStdString(failure.detail));
    default:
        return Footage::tr("It could not be made: %1").arg(QString::fromStdString(failure.detail));
    }
}

QString said_of(const FootageMarks& marks, const QString& times) {
    return Footage::tr("%1, %2, taken by %3").arg(marks.camera, times, marks.who);
}

} // namespace

Result<QString> write_with_sum(const QString& path, const QByteArray& content) {
    const auto sum =
        QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    const auto line = sum + QStringLiteral("  ") + QFileInfo(path).fileName() + QLatin1Char('\n');
    const auto sum_path = path + QStringLiteral(".sha256");
    // The sum first: a file that is there has its sum, whenever the program ends.
    if (auto written = write_whole(sum_path, line.toUtf8()); !written)
        return written.error();
    if (auto written = write_whole(path, content); !written) {
        QFile::remove(sum_path);
        return written.error();
    }
    return sum;
}

Footage::Footage(QObject* parent) : QObject(parent) {
    worker_.setMaxThreadCount(1);
}

Footage::~Footage() {
    leaving_ = true;
    worker_.waitForDone();
}

QDateTime Footage::time_of(std::chrono::steady_clock::time_point at) const {
    const auto ago = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - at);
    return Local::instance().at(QDateTime::currentMSecsSinceEpoch() + offset_ - ago.count());
}

void Footage::begin(std::function<std::function<void()>()> work) {
    ++busy_;
    Q_EMIT busyChanged();
    worker_.start([this, work = std::move(work)] {
        auto then = guarded("footage", work, std::function<void()>());
        if (leaving_)
            return;
        // The destructor waits for this thread, so `this` is alive here.
        QMetaObject::invokeMethod(
            this,
            [this, then] {
                --busy_;
                Q_EMIT busyChanged();
                if (then)
                    then();
            },
            Qt::QueuedConnection);
    });
}

void Footage::make(std::function<Made()> make, int seconds, const QVariant& about) {
    begin([this, make = std::move(make), seconds, about]() -> std::function<void()> {
        const auto made =
            guarded("footage", make, Made(fail(FailureKind::internal, {}, "an exception")));
        if (!made)
            return [this, why = why_not_made(made.error()), about] { Q_EMIT failed(why, about); };
        return [this, made = *made, seconds, about] {
            Q_EMIT taken(QVariant::fromValue(made), seconds, about);
        };
    });
}

void Footage::snapshot(CameraPlayer* player, const QString& name, const QVariant& about) {
    const auto* feed = player ? player->feed() : nullptr;
    if (!feed || !feed->picture()) {
        Q_EMIT failed(tr("There is no picture of this camera yet."), about);
        return;
    }
    const auto picture = *feed->picture();
    const auto when = time_of(picture.arrived);
    const FootageMarks marks{name, who_, when, when};
    make(
        [picture, marks]() -> Made {
            auto bytes = snapshot_of(picture, marks);
            if (!bytes)
                return bytes.error();
            return Enclosure{
                *bytes, "image/jpeg", tr("Snapshot of %1").arg(marks.camera),
                said_of(marks, marks.from.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))};
        },
        0, about);
}

void Footage::clip(CameraPlayer* player, const QString& name, const QVariant& about) {
    const auto* feed = player ? player->feed() : nullptr;
    auto cut = std::make_shared<ClipCut>(feed ? feed->clip() : ClipCut());
    if (cut->units.empty()) {
        Q_EMIT failed(why_not_made(fail(FailureKind::not_found)), about);
        return;
    }
    const FootageMarks marks{name, who_, time_of(cut->units.front().came),
                             time_of(cut->units.back().came)};
    const int seconds = qRound(static_cast<double>(length_of(*cut).count()) / 1000);
    make(
        [cut, marks]() -> Made {
            auto bytes = mp4_of(*cut, marks);
            if (!bytes)
                return bytes.error();
            const auto times = tr("%1 to %2")
                                   .arg(marks.from.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
                                        marks.to.toString(QStringLiteral("HH:mm:ss")));
            return Enclosure{*bytes, "video/mp4", tr("Clip of %1").arg(marks.camera),
                             said_of(marks, times)};
        },
        seconds, about);
}

void Footage::save(const QVariant& enclosure, const QUrl& file) {
    const auto path = file.toLocalFile();
    begin([this, one = enclosure.value<Enclosure>(), path]() -> std::function<void()> {
        const auto written = write_with_sum(path, one.content);
        if (!written)
            return [this, why = why_not_saved(written.error())] { Q_EMIT notSaved(why); };
        return [this, path, sum = *written] { Q_EMIT saved(path, sum); };
    });
}

QString Footage::titleOf(const QVariant& enclosure) const {
    return enclosure.value<Enclosure>().title;
}

bool Footage::isClip(const QVariant& enclosure) const {
    return enclosure.value<Enclosure>().type == "video/mp4";
}

} // namespace chengyun::console
