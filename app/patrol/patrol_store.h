// Groups of camera patrol and the cameras that each of them has now, kept up to date by the feed.
#pragma once

#include "app/link/kept.h"
#include "app/link/source.h"
#include "core/patrol/group.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVariantList>

#include <string_view>
#include <vector>

namespace chengyun::console {

class HubClock;
class OrderStore;
class ResourceStore;

/// GUI thread. Pointers are good until the next event.
class PatrolStore : public QObject {
    Q_OBJECT
    /// {id, name, areaName (empty: the whole hall), dwell (s), count (of its cameras)}, by name.
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)

public:
    /// All must outlive this.
    PatrolStore(Source& source, const ResourceStore& resources, const OrderStore& orders,
                const HubClock& clock, QObject* parent = nullptr);

    [[nodiscard]] QVariantList groups() const;
    /// Those of `groups` that match what was typed: by name, pinyin or its initials.
    Q_INVOKABLE [[nodiscard]] QVariantList matching(const QString& text) const;
    [[nodiscard]] const std::vector<PatrolGroup>& all() const { return groups_.all(); }
    [[nodiscard]] const PatrolGroup* group(std::string_view id) const { return groups_.find(id); }
    Q_INVOKABLE [[nodiscard]] QString nameOf(const QString& group) const;
    Q_INVOKABLE [[nodiscard]] QString cameraName(const QString& camera) const;
    /// The cameras of a known group, in the order in which they are shown.
    [[nodiscard]] QStringList camerasOf(const QString& group) const {
        return cameras_.value(group);
    }
    /// Those that a group would have now.
    [[nodiscard]] QStringList find(const PatrolGroup& group) const;
    /// The hub's, by which all machines reckon whose turn it is.
    [[nodiscard]] const HubClock& clock() const { return clock_; }

Q_SIGNALS:
    /// Groups, or the cameras of one.
    void changed();
    /// This round shows a picture of the camera from now on; empty: none any more.
    void seen(const QObject* round, const QString& group, const QString& camera);

private:
    void take(const Entry& entry);
    void findAll();

    const ResourceStore& resources_;
    const OrderStore& orders_;
    const HubClock& clock_;
    Kept<PatrolGroup, &PatrolGroup::id> groups_;
    QHash<QString, QStringList> cameras_; ///< by group
    QTimer later_; ///< resources and orders change often, the cameras of a group seldom
};

} // namespace chengyun::console
