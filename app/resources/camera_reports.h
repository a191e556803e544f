// What the tiles of this console see of their cameras, told to the hub every now and then.
#pragma once

#include "core/resource/camera_health.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>

namespace chengyun::console {

class HubLink;

/// GUI thread. Nothing is kept, and a report that is lost is not sent again: the next one says what
/// is true then.
class CameraReports : public QObject {
    Q_OBJECT
public:
    /// Several of them go into the time for which the hub takes a report as fresh.
    static constexpr std::chrono::seconds interval{15};

    explicit CameraReports(HubLink& link, QObject* parent = nullptr);

    /// `tile` is only compared.
    void tell(const QObject* tile, const QString& camera, CameraFault fault);
    /// The tile does not play, or nothing is known yet.
    void drop(const QObject* tile);
    /// What the timer does.
    void send();

private:
    struct Told {
        QString camera;
        CameraFault fault = CameraFault::none;
    };
    HubLink& link_;
    QHash<const QObject*, Told> tiles_;
    QTimer timer_;
    qsizetype next_ = 0; ///< of more cameras than one report holds: from which on
};

} // namespace chengyun::console
