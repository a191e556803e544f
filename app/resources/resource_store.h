// Resources, units and areas as flat values, kept up to date by the feed.
#pragma once

#include "app/link/kept.h"
#include "app/link/source.h"
#include "core/area/area.h"
#include "core/order/order.h"
#include "core/resource/resource.h"
#include "core/unit/unit.h"

#include <QObject>
#include <QStringList>
#include <QVariantMap>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace chengyun::console {

/// What a batch of entries did; indices are into resources() after the batch.
struct ResourceChange {
    std::vector<std::size_t> added;
    std::vector<std::size_t> updated;
    std::vector<std::string> removed; ///< ids
    std::vector<std::string> units;   ///< ids of units added, changed or gone
    bool areas = false;               ///< any area added or changed
};

/// What lies outside the source's scope is dropped, but for units of orders one sees.
/// Values by id in one flat vector. Positions stay until a removal, which moves the last value into
/// the hole: whoever keeps positions listens to `changed` and `reloaded`.
///
/// GUI thread. Pointers and spans are good until the next event.
class ResourceStore : public QObject {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int unitCount READ unitCount NOTIFY countChanged)

public:
    explicit ResourceStore(Source& source, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Resource>& resources() const { return resources_.all(); }
    [[nodiscard]] const std::vector<Unit>& units() const { return units_.all(); }
    [[nodiscard]] const std::vector<Area>& areas() const { return areas_.all(); } ///< by code
    [[nodiscard]] const Resource* resource(std::string_view id) const {
        return resources_.find(id);
    }
    [[nodiscard]] const Unit* unit(std::string_view id) const { return units_.find(id); }
    /// The unit that is the team of this resource, or nullptr.
    [[nodiscard]] const Unit* unitOf(std::string_view resource) const;
    [[nodiscard]] const Area* area(std::string_view code) const { return areas_.find(code); }
    /// What tells a unit from others of its name: its area, else where it stands, else its
    /// telephone. Empty when it is the only one of its name.
    [[nodiscard]] QString apart(const Unit& unit) const;
    /// "蔡甸街道 · 张湾社区"; empty for an unknown code.
    [[nodiscard]] QString areaName(std::string_view code) const;
    Q_INVOKABLE [[nodiscard]] QString nameOfArea(const QString& code) const {
        return areaName(code.toStdString());
    }

    [[nodiscard]] int count() const { return static_cast<int>(resources().size()); }
    [[nodiscard]] int unitCount() const { return static_cast<int>(units().size()); }

    /// Everything about one resource for a card: id, layer, layerName, code, name, kind, kindName,
    /// level, levelName, state, stateName, capacity, capacityText, area, areaName, address, lon,
    /// lat, contactName, contactPhone, stream, streamSub, unit, updated (ms), flags (list),
    /// attributes (list of {name, value}). Empty when there is none. Re-evaluate on `changed`.
    Q_INVOKABLE [[nodiscard]] QVariantMap card(const QString& id) const;
    /// id, kind, kindName, name, area, areaName, contactName, contactPhone, state, stateName,
    /// hasPlace, lon, lat, resource.
    Q_INVOKABLE [[nodiscard]] QVariantMap unitCard(const QString& id) const;
    /// Who of these resources can be sent an order, their teams that are in service: {units (ids),
    /// lon, lat (the middle of them), others (how many resources have none)}.
    Q_INVOKABLE [[nodiscard]] QVariantMap receivers(const QStringList& resources) const;
    /// [{code, name, level ("city","district","street","community"), depth}], top down, for a
    /// picker.
    Q_INVOKABLE [[nodiscard]] QVariantList areaChoices() const;

Q_SIGNALS:
    void countChanged();
    void reloaded();
    /// Words in cards are another language's now.
    void languageChanged();
    void changed(const chengyun::console::ResourceChange& change);

private:
    void load(const SnapshotPtr& snapshot);
    void apply(const EntriesPtr& entries);
    void takeResource(const Resource& resource, ResourceChange& change);
    void dropResource(const std::string& id, ResourceChange& change);
    void dropUnit(const std::string& id, ResourceChange& change);
    void takeUnit(const Unit& unit, ResourceChange& change);
    void takeArea(const Area& area, ResourceChange& change);
    void setAreas(std::vector<Area> areas);
    void involve(const std::vector<Assignment>& assignments);

    const Source& source_;
    Kept<Resource, &Resource::id> resources_;
    Kept<Unit, &Unit::id> units_;
    Kept<Area, &Area::code> areas_;
    std::unordered_map<std::string, std::size_t> unitByResource_; ///< position in units()
    /// Units that stay wherever they lie: of orders one sees. Kept only where there is a scope.
    std::unordered_set<std::string> involved_;
};

} // namespace chengyun::console
