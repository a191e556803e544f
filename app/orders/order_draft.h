// A new order being written (F4): from a place, a resource, the queue, or units around here.
#pragma once

#include "app/link/small_files.h"
#include "app/orders/aside_drafts.h"
#include "app/orders/recipient_model.h"
#include "app/orders/suggestion_model.h"
#include "app/orders/templates.h"
#include "core/order/commands.h"
#include "core/order/rules.h"

#include <QObject>
#include <QVariantMap>

namespace chengyun::console {

class Outbox;
class Session;

/// GUI thread. Saved at every change; after a crash the next start has it again. It is the
/// account's that writes it: nobody else who signs in here sees it. Its order's id and its
/// command's key are made when it is started, so issuing it twice is impossible.
class OrderDraft : public QObject {
    Q_OBJECT
    /// There is a draft: show the form.
    Q_PROPERTY(bool active READ isActive NOTIFY activeChanged)
    Q_PROPERTY(bool hasAside READ hasAside NOTIFY asideChanged)
    /// It was found after a crash or a closed window.
    Q_PROPERTY(bool restored READ isRestored NOTIFY activeChanged)
    /// It is being written into the outbox: what is changed now would not go with it.
    Q_PROPERTY(bool issuing READ isIssuing NOTIFY issuingChanged)
    Q_PROPERTY(QString orderId READ orderId NOTIFY activeChanged)
    Q_PROPERTY(QString title READ title WRITE setTitle NOTIFY edited)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY edited)
    /// Event class, a key out of `kinds`.
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY edited)
    /// "I" … "IV".
    Q_PROPERTY(QString level READ level WRITE setLevel NOTIFY edited)
    Q_PROPERTY(QString area READ area WRITE setArea NOTIFY edited)
    Q_PROPERTY(QString areaName READ areaName NOTIFY edited)
    Q_PROPERTY(QString address READ address WRITE setAddress NOTIFY edited)
    Q_PROPERTY(bool hasPlace READ hasPlace NOTIFY edited)
    Q_PROPERTY(double lon READ lon NOTIFY edited)
    Q_PROPERTY(double lat READ lat NOTIFY edited)
    Q_PROPERTY(QString resource READ resource NOTIFY edited)
    Q_PROPERTY(QString resourceName READ resourceName NOTIFY edited)
    Q_PROPERTY(
        int acknowledgeMinutes READ acknowledgeMinutes WRITE setAcknowledgeMinutes NOTIFY edited)
    Q_PROPERTY(int reportMinutes READ reportMinutes WRITE setReportMinutes NOTIFY edited)
    Q_PROPERTY(int completeMinutes READ completeMinutes WRITE setCompleteMinutes NOTIFY edited)
    Q_PROPERTY(bool exercise READ exercise WRITE setExercise NOTIFY edited)
    Q_PROPERTY(chengyun::console::RecipientModel* recipients READ recipients CONSTANT)
    /// How many recipients an order may have, by the hub's rules.
    Q_PROPERTY(int mostRecipients READ mostRecipients NOTIFY mostRecipientsChanged)
    Q_PROPERTY(chengyun::console::SuggestionModel* suggestions READ suggestions CONSTANT)
    /// [{key, name}] in the language of the screen.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY wordsChanged)
    /// [{key, name, kind, kindName, level}].
    Q_PROPERTY(QVariantList templates READ templates NOTIFY wordsChanged)
    /// Nothing is wrong: it can be issued.
    Q_PROPERTY(bool valid READ isValid NOTIFY edited)
    /// First thing that is wrong: the field ("title", "text", "kind", "recipients",
    /// "limits.complete" …) and why.
    Q_PROPERTY(QString problemField READ problemField NOTIFY edited)
    Q_PROPERTY(QString problemText READ problemText NOTIFY edited)

public:
    OrderDraft(ResourceStore& resources, OrderStore& orders, Outbox& outbox, Session& session,
               QObject* parent = nullptr);

    /// Starting keeps the words of a draft that is under way and only moves its place or adds
    /// recipients; `putAside` first for a clean sheet.
    Q_INVOKABLE void start();
    Q_INVOKABLE void startAt(double lon, double lat, const QString& address = {});
    /// About a resource; when it has a team, that is the first recipient.
    Q_INVOKABLE void startFromResource(const QString& id);
    /// A copy of an order's words, place and limits (a further order about the same thing).
    Q_INVOKABLE void startFromOrder(const QString& id);
    /// For these units, about the place (around-here analysis).
    Q_INVOKABLE void startForUnits(const QStringList& units, double lon, double lat,
                                   const QString& address = {});
    Q_INVOKABLE void setPlace(double lon, double lat);
    Q_INVOKABLE void clearPlace();
    Q_INVOKABLE void applyTemplate(const QString& key);
    /// Takes the best `count` suggestions that are free: in service and without an open order.
    Q_INVOKABLE void takeSuggestions(int count);
    /// Puts it into the outbox; false when `valid` is not (`problemText` says why) or nobody is
    /// signed in. Once it is on disk the draft ends and `issued` is told; when the disk does not
    /// take it, `notIssued`, and the draft stays.
    Q_INVOKABLE bool issue();
    /// Writes a command of the outbox that was refused or expired anew, as another order. What is
    /// under way is put aside. False, and no draft has changed, when the command cannot be read or
    /// the disk does not take both; true when the new draft is on disk.
    Q_INVOKABLE bool startFromOutbox(const QString& key);
    /// Clears the form and keeps the draft aside, also over a restart; an empty one just ends.
    /// False, and nothing has changed, when the disk does not take it.
    Q_INVOKABLE bool putAside();
    /// Brings the newest one back; what is under way then is put aside behind the others.
    /// False when there is none, or the disk does not take it.
    Q_INVOKABLE bool bringBack();

    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool isActive() const { return active_; }
    [[nodiscard]] bool hasAside() const { return !aside_.isEmpty(); }
    [[nodiscard]] bool isRestored() const { return restored_; }
    [[nodiscard]] bool isIssuing() const { return issuing_; }
    [[nodiscard]] QString orderId() const;
    [[nodiscard]] QString title() const;
    void setTitle(const QString& title);
    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    [[nodiscard]] QString kind() const;
    void setKind(const QString& kind);
    [[nodiscard]] QString level() const;
    void setLevel(const QString& level);
    [[nodiscard]] QString area() const;
    void setArea(const QString& area);
    [[nodiscard]] QString areaName() const;
    [[nodiscard]] QString address() const;
    void setAddress(const QString& address);
    [[nodiscard]] bool hasPlace() const { return command_.place.has_value(); }
    [[nodiscard]] double lon() const;
    [[nodiscard]] double lat() const;
    [[nodiscard]] QString resource() const;
    [[nodiscard]] QString resourceName() const;
    [[nodiscard]] int acknowledgeMinutes() const;
    void setAcknowledgeMinutes(int minutes);
    [[nodiscard]] int reportMinutes() const;
    void setReportMinutes(int minutes);
    [[nodiscard]] int completeMinutes() const;
    void setCompleteMinutes(int minutes);
    [[nodiscard]] bool exercise() const;
    void setExercise(bool exercise);
    [[nodiscard]] RecipientModel* recipients() { return &recipients_; }
    [[nodiscard]] int mostRecipients() const;
    [[nodiscard]] SuggestionModel* suggestions() { return &suggestions_; }
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] QVariantList templates() const;
    [[nodiscard]] bool isValid() const { return !failure_; }
    [[nodiscard]] QString problemField() const;
    [[nodiscard]] QString problemText() const;

Q_SIGNALS:
    void mostRecipientsChanged();
    void activeChanged();
    void asideChanged();
    void issuingChanged();
    /// A draft could not be written to where it was to be kept; it is where it was.
    void keepingFailed(const QString& why);
    void edited();
    void wordsChanged();
    /// In the outbox under this order id.
    void issued(const QString& orderId);
    /// What is written does not reach the disk; told once until another draft begins.
    void unkept(const QString& why);
    /// The machine could not keep it, so it was not sent.
    void notIssued(const QString& why);

private:
    void changeOwner();
    void forget();
    void setIssuing(bool issuing);
    void begin();
    void touch();
    void validate();
    /// Something else has changed than what is written.
    void judgeAgain();
    void checkInService();
    void restore();
    void end();
    /// The draft as it is kept on disk; empty when nothing was written.
    [[nodiscard]] QByteArray toKeep();
    bool notKept(const Failure& failure);
    bool stillIssuing();
    void askAgain();

    ResourceStore& resources_;
    OrderStore& orders_;
    Outbox& outbox_;
    Session& session_;
    SmallFiles files_;
    QString path_; ///< of the draft under way; empty while nobody is signed in
    AsideDrafts aside_;
    RecipientModel recipients_;
    SuggestionModel suggestions_;
    std::vector<OrderTemplate> templates_;
    IssueOrder command_; ///< recipients stand in the model until it is issued
    std::string key_;
    bool active_ = false;
    bool restored_ = false;
    bool issuing_ = false;
    bool toldUnkept_ = false;
    bool quiet_ = false; ///< several fields are being set at once
    std::optional<Failure> failure_;
    std::string blocked_; ///< the recipient that is out of service, when that is what is wrong
    std::string filledTitle_, filledText_; ///< by the template; typed words are not replaced
};

} // namespace chengyun::console
