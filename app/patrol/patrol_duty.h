// Patrol duty at this seat: a person goes through the cameras of a group and says of each what
// there is to be seen.
#pragma once

#include "core/patrol/look.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

namespace chengyun::console {

class Outbox;
class OrderDraft;
class PatrolStore;

/// GUI thread. A round has the cameras that the group had when it began. What is said of a camera
/// counts once it is in the outbox.
class PatrolDuty : public QObject {
    Q_OBJECT
    /// The group that is gone through; empty while none is.
    Q_PROPERTY(QString group READ group NOTIFY changed FINAL)
    /// The camera that is to be looked at.
    Q_PROPERTY(QString camera READ camera NOTIFY changed FINAL)
    /// Which one of them it is, from 1; how many there are, and how many have been looked at.
    Q_PROPERTY(int number READ number NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(int seen READ seen NOTIFY changed FINAL)
    /// Something has been said of the present camera.
    Q_PROPERTY(bool said READ isSaid NOTIFY changed FINAL)
    /// Why the last word was not taken; empty when it was.
    Q_PROPERTY(QString failureText READ failureText NOTIFY changed FINAL)

public:
    PatrolDuty(PatrolStore& store, Outbox& outbox, OrderDraft& draft, QObject* parent = nullptr);

    [[nodiscard]] const QString& group() const { return group_; }
    [[nodiscard]] QString camera() const { return cameras_.value(at_); }
    [[nodiscard]] int number() const { return cameras_.isEmpty() ? 0 : static_cast<int>(at_) + 1; }
    [[nodiscard]] int count() const { return static_cast<int>(cameras_.size()); }
    [[nodiscard]] int seen() const { return static_cast<int>(said_.size()); }
    [[nodiscard]] bool isSaid() const { return said_.contains(camera()); }
    [[nodiscard]] QString failureText() const { return failureText_; }

    /// Begins anew with the first camera; false where the group has none.
    Q_INVOKABLE bool begin(const QString& group);
    /// "Seen, nothing": goes on to the next camera of which nothing has been said, and ends after
    /// the last one. False where it was not taken.
    Q_INVOKABLE bool seenNothing();
    /// An order is being written about the present camera: once it is issued, that is what has been
    /// found there.
    Q_INVOKABLE void orderBegun();
    Q_INVOKABLE void step(int by);
    Q_INVOKABLE void end();

Q_SIGNALS:
    void changed();
    /// An order about a camera of this round has been issued.
    void raised(const QString& order);
    /// All cameras of the round have been looked at.
    void completed(const QString& group, int count);

private:
    bool say(const QString& camera, PatrolFinding finding, const QString& order);
    void goOn();

    PatrolStore& store_;
    Outbox& outbox_;
    OrderDraft& draft_;
    QString group_;
    QString round_;
    QStringList cameras_;
    qsizetype at_ = 0;
    QSet<QString> said_;
    QString orderCamera_; ///< an order is being written about it
    QString order_;
    QString failureText_;
};

} // namespace chengyun::console
