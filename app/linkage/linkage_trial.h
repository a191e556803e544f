// The trial of a rule at a seat: what the hub says it would have shown.
#pragma once

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>

namespace chengyun::console {

class HubLink;

/// GUI thread. The last question counts: an answer to an earlier one is dropped.
class LinkageTrial : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// There is an answer, `items`.
    Q_PROPERTY(bool answered READ answered NOTIFY changed)
    /// By time: {order, title, level, at (ms), shown (ms, 0: never), seconds, gaveWayTo}.
    Q_PROPERTY(QVariantList items READ items NOTIFY changed)
    /// What happened before is not among them; ms.
    Q_PROPERTY(qint64 since READ since NOTIFY changed)
    Q_PROPERTY(bool cut READ cut NOTIFY changed)
    /// Why there is no answer, in words.
    Q_PROPERTY(QString failureText READ failureText NOTIFY changed)

public:
    explicit LinkageTrial(HubLink& link, QObject* parent = nullptr);

    /// `rule` as in rule_map.h; it need not be kept.
    Q_INVOKABLE void ask(const QVariantMap& rule);
    Q_INVOKABLE void forget();

    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] bool answered() const { return answered_; }
    [[nodiscard]] QVariantList items() const { return items_; }
    [[nodiscard]] qint64 since() const { return since_; }
    [[nodiscard]] bool cut() const { return cut_; }
    [[nodiscard]] QString failureText() const { return failureText_; }

Q_SIGNALS:
    void changed();

private:
    void take(const QByteArray& body);
    void clear();

    HubLink& link_;
    int question_ = 0;
    bool busy_ = false;
    bool answered_ = false;
    bool cut_ = false;
    qint64 since_ = 0;
    QVariantList items_;
    QString failureText_;
};

} // namespace chengyun::console
