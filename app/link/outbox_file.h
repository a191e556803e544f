// The outbox on disk: one SQLite file, synchronous=FULL, so that what was taken survives a kill and
// a power cut.
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::console {

enum class OutboxState { waiting, sending, refused, expired, done };

struct OutboxItem {
    std::string key;
    QString account; ///< id of the account that wants it; only that account's session sends it
    QString kind;
    QString title;
    QString subject;
    QByteArray method;
    QString path;
    QByteArray type;
    QByteArray body;
    QStringList after;
    qint64 created = 0; ///< ms UTC by the hub's clock
    qint64 expires = 0;
    int attempts = 0;
    OutboxState state = OutboxState::waiting;
    Failure failure; ///< of the last attempt, or why it was given up
    bool hasFailure = false;
};

/// One thread. Every function commits before it returns.
class OutboxFile {
public:
    explicit OutboxFile(QString path);
    ~OutboxFile();
    OutboxFile(const OutboxFile&) = delete;
    OutboxFile& operator=(const OutboxFile&) = delete;

    /// Creates what is missing. A damaged file is set aside and its new name returned; one that
    /// merely cannot be used now (busy, not ours, no room) is a failure and stays where it is.
    [[nodiscard]] Result<QString> open();
    /// Everything not done, oldest first; `sending` comes back as `waiting`.
    [[nodiscard]] Result<std::vector<OutboxItem>> load();
    /// False when the key is there already.
    [[nodiscard]] Result<bool> add(const OutboxItem& item);
    /// Attempts, state and failure.
    [[nodiscard]] Result<> update(const OutboxItem& item);
    /// Keeps the key and the answer for a day, drops the body.
    [[nodiscard]] Result<> done(std::string_view key, const QByteArray& answer, qint64 now);
    [[nodiscard]] Result<> remove(std::string_view key);
    [[nodiscard]] bool knows(std::string_view key) const;
    /// The answer of a command that is done.
    [[nodiscard]] std::optional<QByteArray> answerTo(std::string_view key) const;
    /// Forgets what was done before this time.
    [[nodiscard]] Result<> forget(qint64 before);

private:
    struct Opened {
        QString why; ///< it could not be opened; empty when it could
        bool damaged = false;
    };
    [[nodiscard]] Opened try_open();

    QString path_;
    QString connection_;
};

} // namespace chengyun::console
