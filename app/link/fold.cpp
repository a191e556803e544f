#include "app/link/fold.h"

#include <map>
#include <set>

namespace chengyun::console {

void fold(Snapshot& snapshot, std::span<const Entry> entries) {
    // Positions by key are made once for all entries.
    std::map<std::string, std::unique_ptr<ImageFold>, std::less<>> folds;
    const auto fold_of = [&](std::string_view name) -> ImageFold& {
        const auto found = folds.find(name);
        if (found != folds.end())
            return *found->second;
        return *folds.emplace(name, snapshot.list(name).fold()).first->second;
    };
    for (const auto& entry : entries) {
        for (const auto* kind : entity_kinds())
            if (kind->removed_by == entry.kind)
                fold_of(kind->name).remove(entry.id);
        entry.body.each(
            [&](std::string_view name, const ImageList& images) { fold_of(name).replace(images); });
        snapshot.seq = std::max(snapshot.seq, entry.seq);
    }
}

void keepTo(Snapshot& snapshot, const Scope& scope) {
    if (scope.area.empty())
        return;
    std::set<std::pair<std::string, std::string>, std::less<>> named{{"units", scope.unit}};
    snapshot.each([&](std::string_view, const ImageList& list) {
        list.each_named([&](std::string_view kind, std::string_view id) {
            named.emplace(std::string(kind), std::string(id));
        });
    });
    const Keeping keeping{[&](std::string_view area) { return scope.holds(area); },
                          [&](std::string_view kind, std::string_view id) {
                              return named.contains(std::pair(std::string(kind), std::string(id)));
                          }};
    snapshot.each([&](std::string_view, ImageList& list) { list.keep(keeping); });
}

} // namespace chengyun::console
