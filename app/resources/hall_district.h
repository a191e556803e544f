// The district that the hall is of: what the title says, and where Home goes.
#pragma once

#include <QList>
#include <QObject>
#include <QPointF>
#include <QString>

#include <string>
#include <string_view>

namespace chengyun::console {

class ResourceStore;
class Source;

/// GUI thread. It is the account's area, where it has one. Else the district among the hub's areas
/// in which most resources lie; or its city, where no district has half of them. Where no area is
/// a district or a city, the district that the resources' codes name: it has a code and no name.
class HallDistrict : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString code READ code NOTIFY codeChanged)
    /// As the hub's areas have it now.
    Q_PROPERTY(QString name READ name NOTIFY nameChanged)

public:
    HallDistrict(const Source& source, ResourceStore& store, QObject* parent = nullptr);

    [[nodiscard]] QString code() const { return QString::fromStdString(code_); }
    [[nodiscard]] QString name() const { return name_; }

    /// Longitude and latitude (x, y) of resources in it, at most some two hundred, from all over
    /// the list; of all resources when it has none, and of the middles of its areas beside a few.
    Q_INVOKABLE [[nodiscard]] QList<QPointF> places() const;

Q_SIGNALS:
    void codeChanged();
    void nameChanged();

private:
    void look();
    [[nodiscard]] std::string find() const;
    [[nodiscard]] QList<QPointF> placesIn(std::string_view code) const;

    const Source& source_;
    ResourceStore& store_;
    std::string code_;
    QString name_;
};

} // namespace chengyun::console
