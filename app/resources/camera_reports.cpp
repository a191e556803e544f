#include "app/resources/camera_reports.h"

#include "app/link/hub_link.h"
#include "core/resource/camera_health_codec.h"

#include <QMap>

#include <algorithm>

namespace chengyun::console {

CameraReports::CameraReports(HubLink& link, QObject* parent) : QObject(parent), link_(link) {
    timer_.setInterval(interval);
    connect(&timer_, &QTimer::timeout, this, &CameraReports::send);
}

void CameraReports::tell(const QObject* tile, const QString& camera, CameraFault fault) {
    tiles_.insert(tile, {camera, fault});
    if (!timer_.isActive())
        timer_.start();
}

void CameraReports::drop(const QObject* tile) {
    tiles_.remove(tile);
    if (tiles_.isEmpty())
        timer_.stop();
}

void CameraReports::send() {
    if (!link_.isReachable())
        return;
    // A camera that one tile shows is there, whatever another one says.
    QMap<QString, CameraFault> cameras;
    for (const auto& told : std::as_const(tiles_)) {
        const auto known = cameras.constFind(told.camera);
        if (known == cameras.constEnd() || told.fault == CameraFault::none)
            cameras.insert(told.camera, told.fault);
    }
    if (cameras.isEmpty())
        return;
    const auto keys = cameras.keys();
    const auto most = static_cast<qsizetype>(most_seen_cameras);
    if (next_ >= keys.size())
        next_ = 0;
    const auto end = std::min(keys.size(), next_ + most);
    SeenCameras seen;
    for (; next_ < end; ++next_)
        seen.cameras.push_back({keys[next_].toStdString(), cameras.value(keys[next_])});
    Command report;
    report.path = QStringLiteral("/cameras/health");
    report.body = QByteArray::fromStdString(json::write(seen));
    link_.send(report, this, [](const Reply&) {});
}

} // namespace chengyun::console
