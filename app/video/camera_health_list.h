// Cameras that give no picture, since when and why; and how many do, by area.
#pragma once

#include "app/link/kept.h"
#include "app/link/source.h"
#include "core/resource/camera_health.h"

#include <QAbstractListModel>
#include <QVariantList>

#include <vector>

namespace chengyun::console {

class ResourceStore;

/// GUI thread. Those that have been broken for longest first.
///
/// Roles: camera (id of its resource), name, areaName, fault, faultName, since, seen (ms, 0:
/// never).
class CameraHealthList : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int broken READ broken NOTIFY counted)
    /// Of those that somebody has played, and of those with a stream.
    Q_PROPERTY(int online READ online NOTIFY counted)
    Q_PROPERTY(int cameras READ cameras NOTIFY counted)
    /// {area, name, broken, online, cameras} of each street that has any (of an area above where a
    /// camera lies in no street), the most broken first.
    Q_PROPERTY(QVariantList areas READ areas NOTIFY counted)

public:
    enum Role {
        CameraRole = Qt::UserRole + 1,
        NameRole,
        AreaNameRole,
        FaultRole,
        FaultNameRole,
        SinceRole,
        SeenRole
    };

    CameraHealthList(Source& source, const ResourceStore& resources, QObject* parent = nullptr);

    [[nodiscard]] int broken() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int online() const { return online_; }
    [[nodiscard]] int cameras() const { return cameras_; }
    [[nodiscard]] const QVariantList& areas() const { return areas_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void counted();

private:
    void load(const SnapshotPtr& snapshot);
    void arrive(const EntriesPtr& entries);
    void count();

    const ResourceStore& resources_;
    Kept<CameraHealth, &CameraHealth::camera> known_;
    std::vector<CameraHealth> rows_;
    int online_ = 0, cameras_ = 0;
    QVariantList areas_;
};

} // namespace chengyun::console
