#include "app/link/small_files.h"

#include "app/guarded.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSaveFile>

#include <algorithm>

Q_LOGGING_CATEGORY(lcFiles, "chengyun.files")

namespace chengyun::console {
namespace {

Failure onDisk(const QString& why) {
    return fail(FailureKind::unavailable, "disk", why.toStdString());
}

Result<> replace(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return onDisk(file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(bytes);
    if (!file.commit())
        return onDisk(file.errorString());
    return {};
}

Result<> drop(const QString& path) {
    QFile file(path);
    if (file.exists() && !file.remove())
        return onDisk(file.errorString());
    return {};
}

} // namespace

SmallFiles::SmallFiles(QObject* parent) : QObject(parent) {
    worker_.setMaxThreadCount(1);
    worker_.setObjectName(QStringLiteral("files"));
}

SmallFiles::~SmallFiles() {
    worker_.waitForDone();
}

Result<QByteArray> SmallFiles::read(const QString& path) const {
    {
        const std::scoped_lock lock(mutex_);
        const auto newest = std::ranges::find(jobs_.rbegin(), jobs_.rend(), path, &Job::path);
        if (newest != jobs_.rend())
            return newest->bytes ? Result<QByteArray>(*newest->bytes)
                                 : fail(FailureKind::not_found);
    }
    QFile file(path);
    if (!file.exists())
        return fail(FailureKind::not_found, {}, "no file " + path.toStdString());
    if (!file.open(QIODevice::ReadOnly))
        return onDisk(file.errorString());
    return file.readAll();
}

void SmallFiles::write(const QString& path, QByteArray bytes) {
    hand({path, std::move(bytes)});
}

void SmallFiles::remove(const QString& path) {
    hand({path, std::nullopt});
}

void SmallFiles::hand(Job job) {
    const std::scoped_lock lock(mutex_);
    // The first one is under way; only the last one may change, or the order would.
    if (jobs_.size() > 1 && jobs_.back().path == job.path)
        jobs_.back() = std::move(job);
    else
        jobs_.push_back(std::move(job));
    if (!std::exchange(working_, true))
        worker_.start([this] { work(); });
}

void SmallFiles::work() {
    std::unique_lock lock(mutex_);
    while (!jobs_.empty()) {
        const auto job = jobs_.front();
        lock.unlock();
        const auto done = guarded(
            "files",
            [&] {
                auto result = job.bytes ? replace(job.path, *job.bytes) : drop(job.path);
                if (!result)
                    qCWarning(lcFiles, "%s: %s", qUtf8Printable(job.path),
                              result.error().detail.c_str());
                return result;
            },
            onDisk(QStringLiteral("an exception was stopped; the log says which")));
        if (!done) {
            // The destructor waits for this thread, so `this` is alive here.
            QMetaObject::invokeMethod(
                this,
                [this, path = job.path, why = QString::fromStdString(done.error().detail)] {
                    Q_EMIT failed(path, why);
                },
                Qt::QueuedConnection);
        }
        lock.lock();
        last_ = done;
        jobs_.pop_front();
    }
    working_ = false;
}

Result<> SmallFiles::flush() {
    worker_.waitForDone();
    const std::scoped_lock lock(mutex_);
    return last_;
}

} // namespace chengyun::console
