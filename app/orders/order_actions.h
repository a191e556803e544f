// What people do about orders that exist: every act goes through the outbox, and the screen changes
// when its journal entry arrives.
#pragma once

#include "app/link/outbox.h"
#include "core/order/rules.h"

#include <QObject>
#include <QUrl>
#include <QVariantMap>

namespace chengyun::console {

class DraftTexts;
class HubClock;
class OrderStore;
class Photos;
class Session;

/// GUI thread.
class OrderActions : public QObject {
    Q_OBJECT
    /// Why the last act was not taken, in words; empty when it was.
    Q_PROPERTY(QString failureText READ failureText NOTIFY failureChanged)
    /// Field it is about ("text", "unit", "deadline", "attachments"), or empty.
    Q_PROPERTY(QString failureField READ failureField NOTIFY failureChanged)

public:
    OrderActions(OrderStore& store, Outbox& outbox, Photos& photos, DraftTexts& drafts,
                 Session& session, HubClock& clock, QObject* parent = nullptr);

    /// `act`: "acknowledge", "depart", "arrive", "report", "complete", "request_return",
    /// "reject_return", "force_return", "reassign", "verify", "send_back", "withdraw", "remind",
    /// "supervise". `details`: text, unit (reassign), deadline (ms, supervise), photos (list of
    /// file addresses), lon and lat, onBehalf (bool; set by itself for the centre's acts as a
    /// unit). False, with `failureText`, when it cannot be taken. When it is true, `settled`
    /// follows with the key of the draft text, "ID/act", which is cleared once the act is in the
    /// outbox, unless something else has been typed since.
    Q_INVOKABLE bool act(const QString& assignment, const QString& act,
                         const QVariantMap& details = {});
    /// Reminds every unit on this order that has missed its next deadline; how many. `settled`
    /// follows with "ID/remind_late" unless it is 0.
    Q_INVOKABLE int remindLate(const QString& order, const QString& text);
    /// The obvious next act for this account on this order (Space): acknowledges for the own unit.
    Q_INVOKABLE bool acknowledgeMine(const QString& order);
    /// `settled` follows with "ID/withdraw_order".
    Q_INVOKABLE bool withdrawOrder(const QString& order, const QString& reason);
    /// The hub would take it: somebody works on it, and nobody has gone beyond withdrawing.
    Q_INVOKABLE [[nodiscard]] bool mayWithdraw(const QString& order) const;
    /// Keeps an Enclosure (app/enclosure.h) with an order, whatever becomes of the link meanwhile.
    /// `enclosed` follows. False, with `failureText`, when it cannot be taken.
    Q_INVOKABLE bool attach(const QString& order, const QVariant& enclosure);
    /// `settled` follows with "ID/reply".
    Q_INVOKABLE bool replyTo(const QString& supervision, const QString& text);
    /// `settled` follows with "ID/close_supervision".
    Q_INVOKABLE bool closeSupervision(const QString& supervision, const QString& outcome,
                                      double deduction);

    Q_INVOKABLE [[nodiscard]] QString actName(const QString& act) const;
    /// A reason or text must be given.
    Q_INVOKABLE [[nodiscard]] bool needsText(const QString& act) const;
    /// It takes something away (withdraw, reassign, force_return): ask once.
    Q_INVOKABLE [[nodiscard]] bool isGrave(const QString& act) const;

    [[nodiscard]] QString failureText() const { return failureText_; }
    [[nodiscard]] QString failureField() const { return failureField_; }

Q_SIGNALS:
    void failureChanged();
    /// On disk in the outbox.
    void taken(const QString& title, const QString& subject);
    /// What was asked for under this key of a draft text is in the outbox, or is not (`failureText`
    /// says why) and its text is still there.
    void settled(const QString& draftKey, bool kept);

    /// It is in the outbox with the order of this number (0: the hub has not given it one yet), or
    /// is not (`failureText` says why).
    void enclosed(const QString& order, int number, const QString& title, bool kept);

private:
    [[nodiscard]] QStringList lateOf(const QString& order) const;
    /// The command of an act, or why it is none.
    [[nodiscard]] Result<OutboxRequest> requestFor(const QString& assignment, const QString& act,
                                                   const QVariantMap& details) const;
    bool refuse(const Failure& failure);
    bool refuse(const QString& words, const QString& field);
    /// Where the words of an act are drafted, and what they were when it was asked for.
    struct Draft {
        QString key;
        QString text;
    };
    bool put(const Draft& draft, std::vector<OutboxRequest> requests);
    void putWithPhotos(const Draft& draft, OutboxRequest request, const QList<QUrl>& photos);
    void settle(const Draft& draft, const QString& owner, const Result<>& kept);

    OrderStore& store_;
    Outbox& outbox_;
    Photos& photos_;
    DraftTexts& drafts_;
    Session& session_;
    HubClock& clock_;
    QString failureText_;
    QString failureField_;
};

} // namespace chengyun::console
