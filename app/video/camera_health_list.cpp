#include "app/video/camera_health_list.h"

#include "app/link/language.h"
#include "app/resources/resource_store.h"
#include "app/video/camera_health_words.h"
#include "core/area/area.h"
#include "core/resource/camera_health_codec.h"
#include "core/resource/entry_kinds.h"

#include <algorithm>
#include <map>

namespace chengyun::console {

namespace {

/// A community has a camera or two: counting them one by one says nothing.
std::string street_of(const std::string& area) {
    return !area.empty() && area_level(area) == AreaLevel::community ? parent_area(area) : area;
}

} // namespace

CameraHealthList::CameraHealthList(Source& source, const ResourceStore& resources, QObject* parent)
    : QAbstractListModel(parent), resources_(resources) {
    connect(&source, &Source::loaded, this, &CameraHealthList::load);
    connect(&source, &Source::arrived, this, &CameraHealthList::arrive);
    connect(&resources, &ResourceStore::changed, this, &CameraHealthList::count);
    connect(&resources, &ResourceStore::reloaded, this, &CameraHealthList::count);
}

void CameraHealthList::load(const SnapshotPtr& snapshot) {
    known_.replace(snapshot->values<CameraHealth>());
    count();
}

void CameraHealthList::arrive(const EntriesPtr& entries) {
    bool any = false;
    for (const auto& entry : *entries) {
        for (const auto& health : entry.body.values<CameraHealth>())
            any |= known_.take(health);
        if (entry.kind == entry_kind::resource_removed)
            any |= known_.remove(entry.id).has_value();
    }
    if (any)
        count();
}

void CameraHealthList::count() {
    struct Area {
        int broken = 0, online = 0, cameras = 0;
    };
    std::map<std::string, Area> areas;
    std::vector<CameraHealth> rows;
    online_ = cameras_ = 0;
    for (const auto& resource : resources_.resources()) {
        if (resource.layer != Layer::camera || resource.stream.empty())
            continue;
        ++cameras_;
        auto& area = areas[street_of(resource.area)];
        ++area.cameras;
        const auto* health = known_.find(resource.id);
        if (!health)
            continue;
        if (health->online()) {
            ++online_;
            ++area.online;
        } else {
            ++area.broken;
            rows.push_back(*health);
        }
    }
    std::ranges::sort(rows, {}, [](const CameraHealth& health) {
        return std::pair(health.since, std::string_view(health.camera));
    });
    areas_.clear();
    for (const auto& [code, area] : areas)
        areas_.append(QVariantMap{{QStringLiteral("area"), qs(code)},
                                  {QStringLiteral("name"), resources_.areaName(code)},
                                  {QStringLiteral("broken"), area.broken},
                                  {QStringLiteral("online"), area.online},
                                  {QStringLiteral("cameras"), area.cameras}});
    std::ranges::stable_sort(areas_, std::ranges::greater(), [](const QVariant& area) {
        return area.toMap().value(QStringLiteral("broken")).toInt();
    });
    if (rows != rows_) {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
    }
    Q_EMIT counted();
}

int CameraHealthList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : broken();
}

QVariant CameraHealthList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& health = rows_[static_cast<std::size_t>(index.row())];
    const auto* camera = resources_.resource(health.camera);
    switch (role) {
    case CameraRole:
        return qs(health.camera);
    case Qt::DisplayRole:
    case NameRole:
        return camera ? qs(camera->name) : QString();
    case AreaNameRole:
        return camera ? resources_.areaName(camera->area) : QString();
    case FaultRole:
        return qs(json::name_of(health.fault));
    case FaultNameRole:
        return faultName(health.fault);
    case SinceRole:
        return qint64(ms_of(health.since));
    case SeenRole:
        return health.seen ? qint64(ms_of(*health.seen)) : qint64(0);
    default:
        return {};
    }
}

QHash<int, QByteArray> CameraHealthList::roleNames() const {
    return {{CameraRole, "camera"}, {NameRole, "name"},           {AreaNameRole, "areaName"},
            {FaultRole, "fault"},   {FaultNameRole, "faultName"}, {SinceRole, "since"},
            {SeenRole, "seen"}};
}

} // namespace chengyun::console
