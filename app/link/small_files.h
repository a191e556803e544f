// Small files of this seat, each replaced as a whole and forced to disk on a thread of their own,
// so that no key press waits for a disk.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QThreadPool>

#include <deque>
#include <mutex>
#include <optional>

namespace chengyun::console {

/// GUI thread. Files are written and removed in the order in which they were handed over. A file
/// that is handed over again before its turn, with no other in between, is written once.
class SmallFiles : public QObject {
    Q_OBJECT
public:
    explicit SmallFiles(QObject* parent = nullptr);
    /// Waits until everything handed over is on disk.
    ~SmallFiles() override;

    /// The bytes that were handed over last, even before they are on disk; not_found when there are
    /// none.
    [[nodiscard]] Result<QByteArray> read(const QString& path) const;
    void write(const QString& path, QByteArray bytes);
    void remove(const QString& path);
    /// Until everything handed over is on disk; tells whether the last file handed over is.
    Result<> flush();

Q_SIGNALS:
    /// It is as it was before on disk.
    void failed(const QString& path, const QString& why);

private:
    struct Job {
        QString path;
        std::optional<QByteArray> bytes; ///< none: the file goes
    };
    void hand(Job job);
    void work();

    mutable std::mutex mutex_; ///< guards `jobs_` and `last_`
    std::deque<Job> jobs_;     ///< the first one is under way
    Result<> last_;            ///< of the job done last
    bool working_ = false;     ///< a worker has been asked for; guarded as well
    QThreadPool worker_;       ///< one thread
};

} // namespace chengyun::console
