// The outbox on disk: one SQLite file, synchronous=FULL, so that what was taken survives a kill and
// a power cut.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace chengyun::console {

enum class OutboxState { waiting, sending, refused, expired, done };

struct OutboxItem {
    qint64 place = 0; ///< what was taken earlier stands before; given by the file
    std::string key;
    QString hub; ///< base address of the hub it was written for; empty: as an older version wrote
    QString account; ///< id of the account that wants it; only that account's session sends it
    QString kind;
    QString title;
    QString subject;
    QString lane; ///< commands of one lane go one after another
    QByteArray method;
    QString path;
    QByteArray type;
    QByteArray body;
    QStringList after;  ///< keys of the photos it names in its body as "outbox:KEY"
    qint64 created = 0; ///< ms UTC by the hub's clock
    qint64 expires = 0;
    int attempts = 0;
    OutboxState state = OutboxState::waiting;
    Failure failure; ///< of the last attempt, or why it was given up
    bool hasFailure = false;
    bool leaving = false; ///< given up: not sent any more, and soon gone; not on disk

    [[nodiscard]] bool isPhoto() const { return path == QLatin1String("/attachments"); }
    [[nodiscard]] bool isWaiting() const {
        return state == OutboxState::waiting || state == OutboxState::sending;
    }
};

/// A command that the hub has carried out: its key, and for a photo the hub's name of it.
struct OutboxDone {
    std::string key;
    QString photo;
};

/// The member `id` of the hub's answer to an upload; empty when it has none.
[[nodiscard]] QString idIn(const QByteArray& answer);

/// One thread. Every function commits before it returns.
class OutboxFile {
public:
    explicit OutboxFile(QString path);
    ~OutboxFile();
    OutboxFile(const OutboxFile&) = delete;
    OutboxFile& operator=(const OutboxFile&) = delete;

    /// Creates what is missing and brings a file of an older version up to this one. A damaged file
    /// is set aside and its new name returned; one that merely cannot be used now (busy, not ours,
    /// no room, of a newer version) is a failure and stays where it is.
    [[nodiscard]] Result<QString> open();
    /// Everything not done, oldest first; `sending` comes back as `waiting`.
    [[nodiscard]] Result<std::vector<OutboxItem>> load();
    /// The commands that succeeded and are not forgotten yet.
    [[nodiscard]] Result<std::vector<OutboxDone>> loadDone();
    /// All or none. Gives each its place; 0 when its key is there already.
    [[nodiscard]] Result<> add(std::vector<OutboxItem>& items);
    /// Attempts, body and what it waits for: it is about to go out as it is now. `conflict` when it
    /// does not wait in the file: it must not go out then.
    [[nodiscard]] Result<> begin(const OutboxItem& item);
    /// State and failure of one that waits; `conflict` when it does not wait in the file.
    [[nodiscard]] Result<> update(const OutboxItem& item);
    /// Keeps the key, and the hub's name of a photo, for a day; drops the body.
    [[nodiscard]] Result<> done(const OutboxDone& done, qint64 now);
    /// Unless it is done: its key is still needed then.
    [[nodiscard]] Result<> remove(std::string_view key);
    /// Forgets what was done before this time.
    [[nodiscard]] Result<> forget(qint64 before);

private:
    struct Opened {
        QString why; ///< it could not be opened; empty when it could
        bool damaged = false;
    };
    [[nodiscard]] Opened try_open();
    [[nodiscard]] Opened migrate();

    QString path_;
    QString connection_;
};

} // namespace chengyun::console
