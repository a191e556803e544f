// The outbox's file on a thread of its own: what is handed over is done in its order, and nobody
// who looks at the window waits for the disk.
#pragma once

#include "app/link/outbox_file.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace chengyun::console {

/// Made, asked and destroyed on the thread of `home`.
class OutboxDisk {
public:
    using Work = std::function<Result<>(OutboxFile&)>;
    using Done = std::function<void(const Result<>&)>;

    /// The contents of the file at the start.
    struct Found {
        QString aside; ///< new name of a damaged file that was set aside
        std::vector<OutboxItem> items;
        std::vector<OutboxDone> done;
        Result<> trouble; ///< why the file may hold more than that could be read
    };

    /// `home` outlives this.
    OutboxDisk(QString file, QObject& home);
    /// Waits until everything handed over is on disk.
    ~OutboxDisk();
    OutboxDisk(const OutboxDisk&) = delete;
    OutboxDisk& operator=(const OutboxDisk&) = delete;

    /// Waits for the file, once, at the start; forgets what was done before `forgetBefore` (ms).
    [[nodiscard]] Found open(qint64 forgetBefore);
    /// Does it behind everything handed over before, then says so at home. What throws is a
    /// failure.
    void run(Work work, Done done);

private:
    QObject& home_;
    QThread thread_;
    QObject hand_;                     ///< lives on the thread
    std::unique_ptr<OutboxFile> file_; ///< made, used and destroyed on the thread
};

} // namespace chengyun::console
