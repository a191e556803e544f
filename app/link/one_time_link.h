// A one-time address that lets somebody in without a password. It is a secret: asked for when
// somebody wants it, shown to them, and kept nowhere.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

namespace chengyun::console {

class HubLink;

/// GUI thread. A base of those that know where the hub makes such an address.
class OneTimeLink : public QObject {
    Q_OBJECT
    /// Of the unit or person that it is for.
    Q_PROPERTY(QString name READ name NOTIFY changed)
    /// "https://hall.example/link#…"; empty while there is none.
    Q_PROPERTY(QString address READ address NOTIFY changed)
    /// Until when it works, ms UTC.
    Q_PROPERTY(double expires READ expires NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// Why there is none, for people; empty when nothing went wrong.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    /// What is under way is not shown any more either.
    Q_INVOKABLE void forget();

    [[nodiscard]] const QString& name() const { return name_; }
    [[nodiscard]] const QString& address() const { return address_; }
    [[nodiscard]] double expires() const { return double(expires_); }
    [[nodiscard]] bool isBusy() const { return busy_; }
    [[nodiscard]] const QString& problem() const { return problem_; }

Q_SIGNALS:
    void changed();

protected:
    /// `link` must live as long.
    explicit OneTimeLink(HubLink& link, QObject* parent = nullptr);
    /// Posts to `path` (below /api/v1); what was there before is forgotten.
    void ask(const QString& name, const QString& path, const QByteArray& body = {});

private:
    HubLink& link_;
    QString name_, address_, problem_;
    qint64 expires_ = 0;
    int asked_ = 0; ///< answers to an earlier question are not shown
    bool busy_ = false;
};

} // namespace chengyun::console
