// Commands on their way: written to disk before they are sent, repeated until answered, expired in
// plain sight. Exactly once, because the hub knows each by its key.
#pragma once

#include "app/link/hub_link.h"
#include "app/link/outbox_disk.h"
#include "app/link/outbox_turns.h"

#include <QAbstractListModel>
#include <QTimer>

#include <unordered_map>

namespace chengyun::console {

class HubClock;

/// A command before it is in the outbox.
struct OutboxRequest {
    std::string key; ///< UUIDv7; made when empty
    QString kind;    ///< "order.issue", "assignment.remind", "attachment" …
    QString title;   ///< what people see: "Issue order 内涝 · 汉阳大道"
    QString subject; ///< id of the order or assignment it is about, to show it there as pending
    /// Commands of one lane are sent in the order in which they came: the id of the order that they
    /// are about. Empty: the subject. A command that cannot be sent holds up its own lane only.
    QString lane;
    QByteArray method = "POST";
    QString path;
    QByteArray type = "application/json";
    /// `"outbox:KEY"` among its `attachments` stands for the photo that is uploaded under that key.
    QByteArray body;
    qint64 lifetimeMs = 0; ///< 0: the default of 30 minutes
    QStringList after;     ///< keys of those photos: it goes when each is up, refused or given up
};

/// GUI thread; the disk has a thread of its own. Each row is a command of the signed-in account
/// that has not succeeded, oldest first. Commands that other accounts have left here are counted,
/// and wait until those accounts sign in again.
///
/// Roles: key, kind, title, subject, created (ms), expires (ms, hub clock), attempts,
/// state ("waiting", "sending", "refused", "expired"), stateName (words),
/// failure (words, empty unless refused or the last attempt failed), failureField,
/// words (what somebody typed: text, reason or outcome; empty when there is none).
class Outbox : public QAbstractListModel {
    Q_OBJECT
    /// Not answered yet: waiting and sending.
    Q_PROPERTY(int waiting READ waiting NOTIFY countsChanged)
    /// Refused and expired ones that nobody has dismissed.
    Q_PROPERTY(int failed READ failed NOTIFY countsChanged)
    Q_PROPERTY(int count READ count NOTIFY countsChanged)
    /// How many unanswered ones of other accounts, or for other hubs, wait on this seat.
    Q_PROPERTY(int others READ others NOTIFY countsChanged)
    /// Those among them that are this account's own, for another address of a hub, oldest first:
    /// {key, title, hub, created (ms), attempts}. They go when the account signs in at that
    /// address; they can be given up here.
    Q_PROPERTY(QVariantList elsewhere READ elsewhere NOTIFY countsChanged)
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
        FailureFieldRole,
        WordsRole
    };
    Q_ENUM(Role)

    /// Told once: on disk, or why not.
    using OnKept = std::function<void(const Result<>&)>;

    Outbox(HubLink& link, HubClock& clock, const QString& file, QObject* parent = nullptr);
    ~Outbox() override;

    /// A key for a command that others name before it is submitted.
    [[nodiscard]] std::string newKey() const;
    /// The signed-in account, to which new commands belong. Empty when nobody is signed in.
    [[nodiscard]] QString owner() const { return link_.identity().stem(); }
    /// Takes the requests as commands of the signed-in account; fails at once when nobody is signed
    /// in. `kept` is called when they are on disk, all of them or none, unless `context` has been
    /// destroyed. No command is sent before that. A key that is known already is not taken twice.
    [[nodiscard]] Result<> submit(std::vector<OutboxRequest> requests, QObject* context,
                                  OnKept kept);
    using QAbstractListModel::submit; // the model's own, which has nothing to do with commands
    /// Known, whatever became of it (succeeded ones are remembered for a day).
    [[nodiscard]] bool knows(const std::string& key) const;

    /// Takes an unanswered one back, also one of `elsewhere`. One that was sent before may have
    /// been carried out all the same: `givenUp` says so.
    Q_INVOKABLE void giveUp(const QString& key);
    /// The body of a command that is still in the outbox; empty when it is not there.
    [[nodiscard]] QByteArray bodyOf(const QString& key) const;
    /// Removes a refused or expired one from the list.
    Q_INVOKABLE void dismiss(const QString& key);
    Q_INVOKABLE void dismissAll();
    /// Tries all that wait now.
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
    [[nodiscard]] int others() const;
    [[nodiscard]] QVariantList elsewhere() const;
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
    void succeeded(const QString& key, const QString& kind, const QString& title,
                   const QByteArray& body);
    /// Refused by the hub, or expired.
    void gaveUp(const QString& key, const QString& kind, const QString& title, const QString& why);
    /// Somebody has taken it back; it may have been carried out before.
    void givenUp(const QString& title, bool mayBeDone);
    /// It goes without so many of its photos, which were refused or given up.
    void photosLeftOut(const QString& title, int photos);

private:
    using Items = std::vector<OutboxItem>;

    void setRows();
    void take(Items items);
    [[nodiscard]] bool isMine(const OutboxItem& item) const;
    /// Of the account that is signed in, for another address.
    [[nodiscard]] bool isMineElsewhere(const OutboxItem& item) const;
    [[nodiscard]] std::optional<Failure> whyOver(const OutboxItem& item) const;
    [[nodiscard]] OutboxItem* find(const std::string& key);
    [[nodiscard]] std::optional<std::size_t> rowOf(const std::string& key) const;
    void remove(const std::string& key);
    void touch(const OutboxItem& item);
    void report(const Result<>& result);
    void expire();

    // Sending: outbox_sending.cpp.
    void pump();
    void pumpSoon();
    [[nodiscard]] OutboxItem* nextOf(bool photos);
    void begin(OutboxItem& item);
    void notBegun(OutboxItem* item, const Failure& failure);
    int settlePhotos(OutboxItem& item) const;
    void send(const OutboxItem& item);
    void answered(const std::string& key, const Reply& reply);
    void land(const std::string& key);
    void finish(OutboxItem& item, OutboxState state, const Failure& failure);

    HubLink& link_;
    HubClock& clock_;
    Items rows_;                                    ///< of the signed-in account, oldest first
    Items others_;                                  ///< of all other accounts
    std::unordered_map<std::string, QString> done_; ///< by key; a photo's with the hub's name of it
    /// Under way, the command and the photo: one of each kind at a time.
    std::string command_, photo_;
    OutboxTurns turns_;
    QTimer retry_;
    QString trouble_;
    QString setAside_;
    OutboxDisk disk_; ///< last: its thread ends before anything that it calls back into
};

} // namespace chengyun::console
