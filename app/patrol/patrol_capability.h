// Camera patrol as a capability of the console: groups of cameras that are looked at one after
// another.
#pragma once

#include "app/capability/capability.h"
#include "app/patrol/patrol_commands.h"
#include "app/patrol/patrol_duty.h"
#include "app/patrol/patrol_records.h"
#include "app/patrol/patrol_store.h"
#include "app/patrol/shown_log.h"
#include "app/resources/camera_streams.h"
#include "app/resources/resource_list_model.h"
#include "app/resources/resource_store.h"

#include <QVariantList>

namespace chengyun::console {

class OrdersCapability;
class ResourcesCapability;
class VideoCapability;

/// GUI thread.
class PatrolCapability : public Capability {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::PatrolStore* store READ store CONSTANT)
    Q_PROPERTY(chengyun::console::PatrolCommands* commands READ commands CONSTANT)
    Q_PROPERTY(chengyun::console::PatrolDuty* duty READ duty CONSTANT)
    Q_PROPERTY(chengyun::console::PatrolRecords* records READ records CONSTANT)
    Q_PROPERTY(chengyun::console::ShownLog* shownLog READ shownLog CONSTANT)
    Q_PROPERTY(chengyun::console::CameraStreams* streams READ streams CONSTANT)
    Q_PROPERTY(chengyun::console::ResourceStore* resources READ resources CONSTANT)
    /// Cameras to choose from in the form.
    Q_PROPERTY(chengyun::console::ResourceListModel* cameras READ cameras CONSTANT)
    /// {key, name} of the kinds of cameras, in the language of the screen.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY kindsChanged)
    /// This account may make, edit and remove groups; and it sees the whole hall.
    Q_PROPERTY(bool mayEdit READ mayEdit NOTIFY accountChanged)
    Q_PROPERTY(bool seesAll READ seesAll NOTIFY accountChanged)

public:
    PatrolCapability(const Shared& shared, ResourcesCapability& resources, OrdersCapability& orders,
                     VideoCapability& video);

    [[nodiscard]] PatrolStore* store() { return &store_; }
    [[nodiscard]] PatrolCommands* commands() { return &commands_; }
    [[nodiscard]] PatrolDuty* duty() { return &duty_; }
    [[nodiscard]] PatrolRecords* records() { return &records_; }
    [[nodiscard]] ShownLog* shownLog() { return &shownLog_; }
    [[nodiscard]] CameraStreams* streams() { return &streams_; }
    [[nodiscard]] ResourceStore* resources() { return &resources_; }
    [[nodiscard]] ResourceListModel* cameras() { return &cameras_; }
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] bool mayEdit() const;
    [[nodiscard]] bool seesAll() const;

    [[nodiscard]] bool hasPanes() const override { return true; }
    void forgetViews() override;
    [[nodiscard]] std::vector<Findable> findables() const override;
    [[nodiscard]] FoundLook lookOf(const Findable& found) const override;

Q_SIGNALS:
    void kindsChanged();
    void accountChanged();

private:
    Session& session_;
    ResourceStore& resources_;
    CameraStreams& streams_;
    PatrolStore store_;
    PatrolCommands commands_;
    PatrolDuty duty_;
    PatrolRecords records_;
    ShownLog shownLog_;
    ResourceListModel cameras_;
};

} // namespace chengyun::console
