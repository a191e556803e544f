// A one-time address that signs a team's phone in. It is a secret: asked for when somebody wants
// it, shown to them, and kept nowhere.
#pragma once

#include <QObject>
#include <QString>

namespace chengyun::console {

class HubLink;

/// GUI thread.
class PhoneLink : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString unitName READ unitName NOTIFY changed)
    /// "https://hall.example/link#…"; empty while there is none.
    Q_PROPERTY(QString address READ address NOTIFY changed)
    /// Until when it works, ms UTC.
    Q_PROPERTY(double expires READ expires NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// Why there is none, for people; empty when nothing went wrong.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit PhoneLink(HubLink& link, QObject* parent = nullptr);

    /// Asks the hub for one. Those made for the team before stop working.
    Q_INVOKABLE void make(const QString& unit, const QString& unitName);
    /// What is under way is not shown any more either.
    Q_INVOKABLE void forget();

    [[nodiscard]] const QString& unitName() const { return unitName_; }
    [[nodiscard]] const QString& address() const { return address_; }
    [[nodiscard]] double expires() const { return double(expires_); }
    [[nodiscard]] bool isBusy() const { return busy_; }
    [[nodiscard]] const QString& problem() const { return problem_; }

Q_SIGNALS:
    void changed();

private:
    HubLink& link_;
    QString unitName_, address_, problem_;
    qint64 expires_ = 0;
    int asked_ = 0; ///< answers to an earlier wish are not shown
    bool busy_ = false;
};

} // namespace chengyun::console
