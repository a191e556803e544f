// What is linked to the walls, and the rules, kept up to date by the feed.
#pragma once

#include "app/link/kept.h"
#include "app/link/source.h"
#include "core/linkage/rule.h"

#include <QObject>
#include <QVariantList>

#include <string_view>

namespace chengyun::console {

class WallStore;

/// GUI thread. Pointers are good until the next event.
class LinkageStore : public QObject {
    Q_OBJECT
    /// By name, as in rule_map.h.
    Q_PROPERTY(QVariantList rules READ rules NOTIFY rulesChanged)
    /// {wall, wallName, screen, title, byName, since (ms), until (ms, 0: until it is over), waiting
    /// (how many more want the screen)} of each screen on which something is linked, by wall and
    /// screen.
    Q_PROPERTY(QVariantList linked READ linked NOTIFY linkedChanged)

public:
    /// `walls` must outlive this.
    LinkageStore(Source& source, WallStore& walls, QObject* parent = nullptr);

    [[nodiscard]] QVariantList rules() const;
    [[nodiscard]] const LinkageRule* rule(std::string_view id) const { return rules_.find(id); }
    [[nodiscard]] QVariantList linked() const;
    [[nodiscard]] bool isLinked(std::string_view wall, std::string_view screen) const;

Q_SIGNALS:
    void rulesChanged();
    void linkedChanged();

private:
    void load(const SnapshotPtr& snapshot);
    void take(const Entry& entry);

    WallStore& walls_;
    Kept<WallLinks, &WallLinks::wall> links_;
    Kept<LinkageRule, &LinkageRule::id> rules_;
};

} // namespace chengyun::console
