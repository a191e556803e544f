// Who else has the same order open.
#pragma once

#include "app/link/live_feed.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace chengyun::console {

/// GUI thread. Tells the other seats which order this one has open, and knows who has it open at
/// others.
class OrderPresence : public QObject {
    Q_OBJECT
    /// The order that is open here, or empty.
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY orderChanged)
    /// Display names, each once, sorted; also one's own, where it has the order open at another
    /// seat. Empty while the link is lost.
    Q_PROPERTY(QStringList others READ others NOTIFY othersChanged)

public:
    explicit OrderPresence(LiveFeed& live, QObject* parent = nullptr);

    [[nodiscard]] QString order() const { return order_; }
    void setOrder(const QString& order);
    [[nodiscard]] QStringList others() const { return others_; }

Q_SIGNALS:
    void orderChanged();
    void othersChanged();

private:
    void refresh();

    LiveFeed& live_;
    LiveWatch watch_;
    QString order_;
    QStringList others_;
};

} // namespace chengyun::console
