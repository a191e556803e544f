#include "app/link/outbox_disk.h"

#include "app/guarded.h"

namespace chengyun::console {
namespace {

/// What an exception of the file's becomes: it is as it was before, and may be asked again.
Failure stopped() {
    return fail(FailureKind::unavailable, "disk", "an exception was stopped; the log says which");
}

} // namespace

OutboxDisk::OutboxDisk(QString file, QObject& home) : home_(home) {
    thread_.setObjectName(QStringLiteral("outbox"));
    hand_.moveToThread(&thread_);
    thread_.start();
    QMetaObject::invokeMethod(
        &hand_, [this, file = std::move(file)] { file_ = std::make_unique<OutboxFile>(file); },
        Qt::QueuedConnection);
}

OutboxDisk::~OutboxDisk() {
    // Behind everything that was handed over.
    QMetaObject::invokeMethod(
        &hand_,
        [this] {
            file_.reset();
            thread_.quit();
        },
        Qt::QueuedConnection);
    thread_.wait();
}

OutboxDisk::Found OutboxDisk::open(qint64 forgetBefore) {
    Found found;
    const auto note = [&](const Result<>& result) {
        if (!result && found.trouble)
            found.trouble = result;
    };
    QMetaObject::invokeMethod(
        &hand_,
        [&] {
            const auto read = [&]() -> Result<> {
                const auto aside = file_->open();
                if (aside)
                    found.aside = *aside;
                else
                    note(aside.error());
                note(file_->forget(forgetBefore));
                if (auto items = file_->load())
                    found.items = std::move(*items);
                else
                    note(items.error());
                if (auto done = file_->loadDone())
                    found.done = std::move(*done);
                else
                    note(done.error());
                return {};
            };
            note(guarded("outbox", read, stopped()));
        },
        Qt::BlockingQueuedConnection);
    return found;
}

void OutboxDisk::run(Work work, Done done) {
    QMetaObject::invokeMethod(
        &hand_,
        [this, work = std::move(work), done = std::move(done)]() mutable {
            const auto result = guarded("outbox", [&] { return work(*file_); }, stopped());
            // Home lives as long as this thread does.
            QMetaObject::invokeMethod(
                &home_, [result, done = std::move(done)] { done(result); }, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

} // namespace chengyun::console
