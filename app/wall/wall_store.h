// Walls, what stands on them, and their presets, kept up to date by the feed.
#pragma once

#include "app/link/kept.h"
#include "app/link/source.h"
#include "core/wall/preset.h"

#include <QObject>
#include <QVariantList>

#include <string_view>
#include <vector>

namespace chengyun::console {

/// GUI thread. Pointers are good until the next event.
class WallStore : public QObject {
    Q_OBJECT
    /// {id, name} of each wall, by name.
    Q_PROPERTY(QVariantList walls READ walls NOTIFY wallsChanged)

public:
    explicit WallStore(Source& source, QObject* parent = nullptr);

    [[nodiscard]] QVariantList walls() const;
    [[nodiscard]] const Wall* wall(std::string_view id) const { return walls_.find(id); }
    /// What stands on a known wall: an empty board where the hub has told none.
    [[nodiscard]] WallBoard board(const Wall& wall) const;
    [[nodiscard]] const WallPreset* preset(std::string_view id) const { return presets_.find(id); }
    /// Of one wall, by name.
    [[nodiscard]] std::vector<const WallPreset*> presetsOf(std::string_view wall) const;

Q_SIGNALS:
    /// Walls came or went, or have other names.
    void wallsChanged();
    /// Something about this wall: itself, its board or its presets.
    void changed(const QString& wall);
    /// All of it has been replaced.
    void reloaded();

private:
    void load(const SnapshotPtr& snapshot);
    void take(const Entry& entry);

    Kept<Wall, &Wall::id> walls_;
    Kept<WallBoard, &WallBoard::wall> boards_;
    Kept<WallPreset, &WallPreset::id> presets_;
};

} // namespace chengyun::console
