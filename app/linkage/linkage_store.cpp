#include "app/linkage/linkage_store.h"

#include "app/linkage/rule_map.h"
#include "app/text.h"
#include "app/wall/wall_store.h"
#include "core/linkage/entry_kinds.h"
#include "core/linkage/linkage_codec.h"

#include <algorithm>

namespace chengyun::console {

LinkageStore::LinkageStore(Source& source, WallStore& walls, QObject* parent)
    : QObject(parent), walls_(walls) {
    connect(&source, &Source::loaded, this, &LinkageStore::load);
    connect(&source, &Source::arrived, this, [this](const EntriesPtr& entries) {
        for (const auto& entry : *entries)
            take(entry);
    });
}

void LinkageStore::load(const SnapshotPtr& snapshot) {
    links_.replace(snapshot->values<WallLinks>());
    rules_.replace(snapshot->values<LinkageRule>());
    Q_EMIT rulesChanged();
    Q_EMIT linkedChanged();
}

void LinkageStore::take(const Entry& entry) {
    bool rules = false, links = false;
    for (const auto& rule : entry.body.values<LinkageRule>())
        rules = rules_.take(rule) || rules;
    if (entry.kind == entry_kind::linkage_rule_removed)
        rules = rules_.remove(entry.id).has_value() || rules;
    for (const auto& of_wall : entry.body.values<WallLinks>())
        links = links_.take(of_wall) || links;
    if (entry.kind == wall_kinds::removed)
        links = links_.remove(entry.id).has_value() || links;
    if (rules)
        Q_EMIT rulesChanged();
    if (links)
        Q_EMIT linkedChanged();
}

QVariantList LinkageStore::rules() const {
    auto all = rules_.all();
    std::ranges::sort(all, {}, &LinkageRule::name);
    QVariantList list;
    for (const auto& rule : all)
        list.append(ruleMap(rule));
    return list;
}

QVariantList LinkageStore::linked() const {
    auto all = links_.all();
    std::ranges::sort(all, {}, &WallLinks::wall);
    QVariantList list;
    for (const auto& of_wall : all) {
        const auto* wall = walls_.wall(of_wall.wall);
        if (!wall)
            continue;
        for (const auto& screen : of_wall.screens) {
            if (screen.links.empty())
                continue;
            const auto& first = screen.links.front();
            list.append(QVariantMap{
                {QStringLiteral("wall"), qs(wall->id)},
                {QStringLiteral("wallName"), qs(wall->name)},
                {QStringLiteral("screen"), qs(screen.screen)},
                {QStringLiteral("title"), qs(first.title)},
                {QStringLiteral("byName"), qs(first.by_name)},
                {QStringLiteral("since"), static_cast<qint64>(ms_of(first.since))},
                {QStringLiteral("until"),
                 first.until ? static_cast<qint64>(ms_of(*first.until)) : qint64(0)},
                {QStringLiteral("waiting"), static_cast<int>(screen.links.size()) - 1}});
        }
    }
    return list;
}

bool LinkageStore::isLinked(std::string_view wall, std::string_view screen) const {
    const auto* of_wall = links_.find(wall);
    return of_wall && find_linked(*of_wall, screen);
}

} // namespace chengyun::console
