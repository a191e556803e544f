#include "app/wall/wall_store.h"

#include "app/link/language.h"
#include "core/wall/wall_codec.h"

#include <QSet>

#include <algorithm>

namespace chengyun::console {

WallStore::WallStore(Source& source, QObject* parent) : QObject(parent) {
    connect(&source, &Source::loaded, this, &WallStore::load);
    connect(&source, &Source::arrived, this, [this](const EntriesPtr& entries) {
        for (const auto& entry : *entries)
            take(entry);
    });
}

void WallStore::load(const SnapshotPtr& snapshot) {
    walls_.replace(snapshot->values<Wall>());
    boards_.replace(snapshot->values<WallBoard>());
    presets_.replace(snapshot->values<WallPreset>());
    Q_EMIT wallsChanged();
    Q_EMIT reloaded();
}

void WallStore::take(const Entry& entry) {
    QSet<QString> changedWalls;
    bool list = false;
    for (const auto& wall : entry.body.values<Wall>())
        if (walls_.take(wall)) {
            list = true;
            changedWalls.insert(qs(wall.id));
        }
    for (const auto& board : entry.body.values<WallBoard>())
        if (boards_.take(board))
            changedWalls.insert(qs(board.wall));
    for (const auto& preset : entry.body.values<WallPreset>())
        if (presets_.take(preset))
            changedWalls.insert(qs(preset.wall));
    if (entry.kind == wall_kinds::removed) {
        boards_.remove(entry.id);
        if (walls_.remove(entry.id)) {
            list = true;
            changedWalls.insert(qs(entry.id));
        }
    }
    if (entry.kind == wall_kinds::preset_removed)
        if (const auto* preset = presets_.find(entry.id)) {
            changedWalls.insert(qs(preset->wall));
            presets_.remove(entry.id);
        }
    if (list)
        Q_EMIT wallsChanged();
    for (const auto& wall : std::as_const(changedWalls))
        Q_EMIT changed(wall);
}

QVariantList WallStore::walls() const {
    auto all = walls_.all();
    std::ranges::sort(all, {}, &Wall::name);
    QVariantList list;
    for (const auto& wall : all)
        list.append(QVariantMap{{QStringLiteral("id"), qs(wall.id)},
                                {QStringLiteral("name"), qs(wall.name)}});
    return list;
}

WallBoard WallStore::board(const Wall& wall) const {
    const auto* board = boards_.find(wall.id);
    return board ? fitted(wall, *board) : empty_board(wall);
}

std::vector<const WallPreset*> WallStore::presetsOf(std::string_view wall) const {
    std::vector<const WallPreset*> found;
    for (const auto& preset : presets_.all())
        if (preset.wall == wall)
            found.push_back(&preset);
    std::ranges::sort(found, {}, [](const WallPreset* preset) { return preset->name; });
    return found;
}

} // namespace chengyun::console
