// What came of patrol duty: the rounds of the last twelve months and the share that was looked at,
// asked of the hub when somebody wants to see it.
#pragma once

#include <QObject>
#include <QString>
#include <QVariantList>

namespace chengyun::console {

class HubLink;

/// GUI thread.
class PatrolRecords : public QObject {
    Q_OBJECT
    /// {group, by, begun (ms), of, seen, orders, percent}, the latest first.
    Q_PROPERTY(QVariantList rounds READ rounds NOTIFY changed FINAL)
    /// {month ("2026-11"), rounds, of, seen, orders, percent}, the latest first.
    Q_PROPERTY(QVariantList months READ months NOTIFY changed FINAL)
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed FINAL)
    /// Why there is nothing, for people; empty when nothing went wrong.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

public:
    explicit PatrolRecords(HubLink& link, QObject* parent = nullptr);

    /// Rounds of the year before `now`, ms.
    Q_INVOKABLE void ask(qint64 now);

    [[nodiscard]] const QVariantList& rounds() const { return rounds_; }
    [[nodiscard]] const QVariantList& months() const { return months_; }
    [[nodiscard]] bool isAsking() const { return asking_; }
    [[nodiscard]] const QString& problem() const { return problem_; }

Q_SIGNALS:
    void changed();

private:
    void take(const QByteArray& body);

    HubLink& link_;
    QVariantList rounds_, months_;
    QString problem_;
    bool asking_ = false;
};

} // namespace chengyun::console
