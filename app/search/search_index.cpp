#include "app/search/search_index.h"

#include "app/capability/capability.h"
#include "app/guarded.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace chengyun::console {
namespace {

/// A rebuild costs some ten milliseconds of another core: not at each of a burst of entries.
constexpr int rebuildAfterMs = 300;

bool same(const Findable& a, const Findable& b) {
    const auto all = [](const Findable& item) {
        return std::tie(item.kind, item.id, item.name, item.code, item.initials, item.pinyin,
                        item.weight);
    };
    return all(a) == all(b);
}

} // namespace

/// What becomes of a part.
struct SearchIndex::Work {
    std::size_t part = 0;
    std::shared_ptr<const Finder> finder; ///< the one before, then the new one
    std::vector<Findable> items;
};

std::shared_ptr<const Finder> SearchIndex::made(Work& work) {
    if (std::ranges::equal(work.items, work.finder->items(), same))
        return work.finder; // most changes leave the words as they are
    return std::make_shared<const Finder>(std::move(work.items));
}

SearchIndex::SearchIndex(const std::vector<Capability*>& capabilities, QObject* parent)
    : QObject(parent) {
    builder_.setMaxThreadCount(1);
    soon_.setSingleShot(true);
    soon_.setInterval(rebuildAfterMs);
    connect(&soon_, &QTimer::timeout, this, &SearchIndex::build);
    const auto nothing = std::make_shared<const Finder>(std::vector<Findable>());
    for (auto* capability : capabilities) {
        parts_.push_back({capability, nothing});
        connect(capability, &Capability::findablesChanged, this, [this, at = parts_.size() - 1] {
            parts_[at].stale = true;
            if (!soon_.isActive())
                soon_.start();
        });
    }
    soon_.start();
}

SearchIndex::~SearchIndex() {
    builder_.waitForDone();
}

int SearchIndex::size() const {
    std::size_t size = 0;
    for (const auto& part : parts_)
        size += part.finder->items().size();
    return static_cast<int>(size);
}

void SearchIndex::build() {
    if (building_)
        return;
    // The values are copied here, where they cannot change; the finders are made elsewhere.
    std::vector<Work> all;
    for (std::size_t at = 0; at < parts_.size(); ++at)
        if (std::exchange(parts_[at].stale, false))
            all.push_back({at, parts_[at].finder, parts_[at].owner->findables()});
    if (all.empty())
        return;
    building_ = true;
    builder_.start([this, all = std::move(all)]() mutable {
        for (auto& work : all)
            work.finder = guarded("search", [&] { return made(work); }, work.finder);
        QMetaObject::invokeMethod(
            this, [this, all = std::move(all)] { take(all); }, Qt::QueuedConnection);
    });
}

void SearchIndex::take(const std::vector<Work>& all) {
    building_ = false;
    bool others = false;
    for (const auto& work : all)
        others |= std::exchange(parts_[work.part].finder, work.finder) != work.finder;
    if (others)
        Q_EMIT changed();
    if (std::ranges::find(parts_, true, &Part::stale) != parts_.end() && !soon_.isActive())
        soon_.start();
}

} // namespace chengyun::console
