// The last known hall on disk: a snapshot and the entries that came after it, so that a start shows
// everything at once, hub or no hub.
//
// A binary form of our own (core/json/binary.h) because 10,000 resources must be read within 100 ms
// on the way to the first frame; the hub's JSON takes several times as long. It is only a cache: a
// file of another version, or a damaged one, is ignored and made anew.
#pragma once

#include "app/link/source.h"
#include "core/result.h"

#include <QString>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace chengyun::console {

/// GUI thread for all but the static functions; disk work is done in order on one worker thread.
class Cache : public QObject {
    Q_OBJECT
public:
    /// `folder`: the console's cache folder; one file pair an account and hub.
    explicit Cache(QString folder, QObject* parent = nullptr);
    /// Waits until everything handed over is written.
    ~Cache() override;

    /// Chooses the hub, the account and the account's scope for all other functions. A hall that
    /// was stored for another scope is not used.
    void select(const QString& hub, const QString& account, Scope scope = {});
    /// Reads on the worker; the callback comes on this object's thread, with nullptr when there is
    /// nothing usable.
    void load(QObject* context, std::function<void(SnapshotPtr)> done);
    /// Replaces what is there, atomically.
    void store(SnapshotPtr snapshot);
    /// Adds the entries between the two positions; after some thousand entries, folds them into the
    /// snapshot. Entries that do not follow the last one on disk, because an earlier one could not
    /// be written, are left out: the hub sends them again at the next start.
    void append(JournalPosition after, EntriesPtr entries, JournalPosition head);
    /// Until everything handed over is on disk; for tests and leaving.
    void flush();

    /// The reading itself, any thread.
    [[nodiscard]] static Result<Snapshot> read(const QString& snapshotFile,
                                               const QString& entriesFile, const Scope& scope = {});
    [[nodiscard]] static Result<> write(const QString& snapshotFile, const Snapshot& snapshot,
                                        const Scope& scope = {});

    /// Folds the entries into the snapshot, any thread.
    [[nodiscard]] static Result<> fold(const QString& snapshotFile, const QString& entriesFile,
                                       const Scope& scope = {});

private:
    struct Files;
    QString folder_;
    std::shared_ptr<Files> files_; ///< none until select(); what changes in it is the worker's
    QThreadPool worker_;           ///< one thread, so that work is done in order
};

} // namespace chengyun::console
