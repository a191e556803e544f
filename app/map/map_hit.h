// What lies under the pointer.
#pragma once

#include <QGeoCoordinate>
#include <QGeoRectangle>
#include <QObject>
#include <QString>
#include <QStringList>

namespace chengyun::console {

struct MapHit {
    Q_GADGET
    Q_PROPERTY(Kind kind MEMBER kind)
    Q_PROPERTY(QString pinKind MEMBER pin_kind)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QStringList ids MEMBER ids)
    Q_PROPERTY(int count MEMBER count)
    Q_PROPERTY(int layer MEMBER layer)
    Q_PROPERTY(QString resourceKind MEMBER resource_kind)
    Q_PROPERTY(int state MEMBER state)
    Q_PROPERTY(int level MEMBER level)
    Q_PROPERTY(QGeoCoordinate place MEMBER place)
    Q_PROPERTY(QGeoRectangle extent MEMBER extent)
    Q_PROPERTY(qreal expandZoom MEMBER expand_zoom)
    Q_PROPERTY(bool stack MEMBER stack)
    Q_PROPERTY(bool latePin MEMBER late)
    Q_PROPERTY(QList<int> byLayer MEMBER by_layer)

public:
    enum class Kind { Nothing, Resource, Pin, Cluster };
    Q_ENUM(Kind)

    Kind kind = Kind::Nothing;
    QString pin_kind; ///< pins: of what ("order")
    QString id; ///< of the resource, or of what has the pin; of a cluster its stable number in hex
    QString name; ///< of the resource, title of the pin
    QStringList
        ids;        ///< its own; pins: of all that stand at its place; clusters: none, see hitIds()
    int count = 0;  ///< points or pins it stands for
    int layer = -1; ///< chengyun::Layer
    QString resource_kind; ///< key of the kind table
    int state = 0;         ///< chengyun::Availability
    int level = 0;         ///< chengyun::Level
    QGeoCoordinate place;
    QGeoRectangle extent;  ///< clusters: the box around their points
    qreal expand_zoom = 0; ///< clusters: the zoom at which they come apart
    bool stack = false;    ///< clusters: no zoom parts them
    bool late = false;     ///< pins: overdue
    QList<int> by_layer;   ///< clusters: points of each layer

    bool operator==(const MapHit&) const = default;
};

} // namespace chengyun::console
