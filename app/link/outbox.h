// Commands on their way: written to disk before they are sent, repeated until answered, expired in
// plain sight. Exactly once, because the hub knows each by its key.
#pragma once

#include "app/link/hub_link.h"
#include "app/link/outbox_file.h"

#include <QAbstractListModel>
#include <QTimer>

#include <random>

namespace chengyun::console {

class HubClock;

/// What somebody wants to have done.
struct Wish {
    std::string key; ///< UUIDv7; made when empty
    QString kind;    ///< "order.issue", "assignment.remind", "attachment" …
    QString title;   ///< what people see: "Issue order 内涝 · 汉阳大道"
    QString subject; ///< id of the order or assignment it is about, to show it there as pending
    QByteArray method = "POST";
    QString path;
    QByteArray type = "application/json";
    /// `"outbox:KEY"` in it stands for the id that the answer to the earlier command KEY gives
    /// (photos are uploaded before the report that names them).
    QByteArray body;
    qint64 lifetimeMs = 0; ///< 0: the default of 30 minutes
    QStringList after;     ///< keys of earlier commands that must have succeeded
};

/// GUI thread. One row a command that has not succeeded, oldest first.
///
/// Roles: key, kind, title, subject, created (ms), expires (ms, hub clock), attempts,
/// state ("waiting", "sending", "refused", "expired"), stateName (words),
/// failure (words, empty unless refused or the last attempt failed), failureField.
class Outbox : public QAbstractListModel {
    Q_OBJECT
    /// Not answered yet: waiting and sending.
    Q_PROPERTY(int waiting READ waiting NOTIFY countsChanged)
    /// Refused and expired ones that nobody has dismissed.
    Q_PROPERTY(int failed READ failed NOTIFY countsChanged)
    Q_PROPERTY(int count READ count NOTIFY countsChanged)
    /// Why nothing can be kept, in words ("The disk is full"); empty when all is well.
    Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged)

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        KindRole,
        TitleRole,
        SubjectRole,
        CreatedRole,
        ExpiresRole,
        AttemptsRole,
        StateRole,
        StateNameRole,
        FailureRole,
        FailureFieldRole
    };
    Q_ENUM(Role)

    Outbox(HubLink& link, HubClock& clock, const QString& file, QObject* parent = nullptr);
    ~Outbox() override;

    /// On disk when it returns; the key. A key that is known already is not taken twice.
    [[nodiscard]] Result<std::string> submit(Wish wish);
    using QAbstractListModel::submit; // the model's own, which has nothing to do with commands
    /// Known, whatever became of it (succeeded ones are remembered for a day).
    [[nodiscard]] bool knows(std::string_view key) const;

    /// Gives up a command that has never been sent; one that may have reached the hub cannot be
    /// taken back and false is returned.
    Q_INVOKABLE bool cancel(const QString& key);
    /// What a command that is still here says; empty when it is not.
    [[nodiscard]] QByteArray bodyOf(const QString& key) const;
    /// Removes a refused or expired one from the list.
    Q_INVOKABLE void dismiss(const QString& key);
    Q_INVOKABLE void dismissAll();
    /// Tries the first one now.
    Q_INVOKABLE void retryNow();
    /// The newest command about this order or assignment that was refused or has expired:
    /// {key, stateName, failure}; empty when there is none. Re-evaluate on `changed`.
    Q_INVOKABLE [[nodiscard]] QVariantMap failureOf(const QString& subject) const;
    /// Kind of the newest command about this order or assignment that is still unanswered; empty
    /// when there is none. Re-evaluate on `changed`.
    Q_INVOKABLE [[nodiscard]] QString pendingKind(const QString& subject) const;

    [[nodiscard]] int waiting() const;
    [[nodiscard]] int failed() const;
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    /// Why commands cannot be kept; else, until the next start, that earlier ones could not be
    /// read.
    [[nodiscard]] QString trouble() const { return trouble_.isEmpty() ? setAside_ : trouble_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countsChanged();
    void troubleChanged();
    /// A command about this subject came, went or changed its state.
    void changed(const QString& subject);
    /// The hub has carried it out; `body` is its answer.
    void succeeded(const QString& key, const QString& kind, const QByteArray& body);
    /// Refused by the hub, or expired.
    void gaveUp(const QString& key, const QString& kind, const QString& title, const QString& why);

private:
    void pump();
    void answered(const std::string& key, const Reply& reply);
    void finish(std::size_t row, OutboxState state, const Failure& failure);
    void removeRow(std::size_t row);
    void touch(std::size_t row);
    void waitBeforeRetry();
    void report(const Result<>& result);
    void expire();
    [[nodiscard]] std::optional<std::size_t> rowOf(std::string_view key) const;

    HubLink& link_;
    HubClock& clock_;
    OutboxFile file_;
    std::vector<OutboxItem> rows_;
    std::string sending_; ///< key of the one command under way; commands go one after another
    QTimer retry_;
    int failures_ = 0;
    QString trouble_;
    QString setAside_;
    std::minstd_rand random_;
};

} // namespace chengyun::console
