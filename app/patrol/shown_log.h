// What this machine has shown of patrol groups, told to the hub once a minute; and what all
// machines have shown, as a file.
#pragma once

#include "core/patrol/shown.h"
#include "core/time/instant.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <QUrl>

#include <vector>

namespace chengyun::console {

class HubClock;
class HubLink;
class PatrolStore;

/// GUI thread. What could not be told waits, most_waiting spans at most: the oldest go first. What
/// is told again, because an answer was lost, the hub keeps once.
class ShownLog : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t most_waiting = 5'000;
    static constexpr qsizetype most_rows = 100'000; ///< of a file

    /// `machine`: how it calls itself. All must outlive this.
    ShownLog(PatrolStore& store, HubLink& link, QString machine, QObject* parent = nullptr);

    /// Writes what was shown between these times (ms) as CSV, and says `exported`.
    Q_INVOKABLE void exportCsv(const QUrl& file, qint64 from, qint64 to);
    /// Tells the hub; the timer calls it, and tests do.
    void tell();

Q_SIGNALS:
    /// In words.
    void exported(const QString& text, bool failed);

private:
    void show(const QObject* round, const QString& group, const QString& camera);
    void forget();
    void fetch(const QUrl& file, qint64 from, qint64 to, qint64 after, QList<QStringList> rows);
    void write(const QUrl& file, const QList<QStringList>& rows, bool more);

    PatrolStore& store_;
    HubLink& link_;
    const QString machine_;
    QHash<const QObject*, ShownSpan> open_; ///< by the round that shows it; only compared
    std::vector<ShownSpan> closed_;         ///< not told to the end yet, the oldest first
    bool telling_ = false;
    QTimer timer_;
    QThreadPool worker_; ///< files
};

} // namespace chengyun::console
