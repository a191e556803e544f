#include "app/link/fold.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace chengyun::console {
namespace {

/// One list of the snapshot with positions by key, built on first use.
template <class T>
class Keyed {
public:
    Keyed(std::vector<T>& values, std::string T::* key) : values_(values), key_(key) {}

    void replace(const T& value) {
        index();
        const auto [at, fresh] = at_.try_emplace(value.*key_, values_.size());
        if (fresh)
            values_.push_back(value);
        else
            values_[at->second] = value;
    }

    void remove(const std::string& key) {
        index();
        const auto found = at_.find(key);
        if (found == at_.end())
            return;
        const auto at = found->second;
        at_.erase(found);
        if (at + 1 != values_.size()) {
            values_[at] = std::move(values_.back());
            at_[values_[at].*key_] = at;
        }
        values_.pop_back();
    }

private:
    void index() {
        if (indexed_)
            return;
        indexed_ = true;
        at_.reserve(values_.size());
        for (std::size_t i = 0; i < values_.size(); ++i)
            at_.emplace(values_[i].*key_, i);
    }

    std::vector<T>& values_;
    std::string T::* key_;
    std::unordered_map<std::string, std::size_t> at_;
    bool indexed_ = false;
};

} // namespace

void fold(Snapshot& snapshot, std::span<const Entry> entries) {
    Keyed areas(snapshot.areas, &Area::code);
    Keyed units(snapshot.units, &Unit::id);
    Keyed resources(snapshot.resources, &Resource::id);
    Keyed orders(snapshot.orders, &Order::id);
    Keyed assignments(snapshot.assignments, &Assignment::id);
    Keyed reports(snapshot.reports, &Report::id);
    Keyed supervisions(snapshot.supervisions, &Supervision::id);
    for (const auto& entry : entries) {
        if (entry.kind == "resource.removed") {
            resources.remove(entry.id);
            units.remove(entry.id); // its team has its id, and goes with it
        } else {
            for (const auto& value : entry.body.resources)
                resources.replace(value);
        }
        for (const auto& value : entry.body.areas)
            areas.replace(value);
        for (const auto& value : entry.body.units)
            units.replace(value);
        for (const auto& value : entry.body.orders)
            orders.replace(value);
        for (const auto& value : entry.body.assignments)
            assignments.replace(value);
        for (const auto& value : entry.body.reports)
            reports.replace(value);
        for (const auto& value : entry.body.supervisions)
            supervisions.replace(value);
        if (entry.body.duty)
            snapshot.duty = entry.body.duty;
        snapshot.seq = std::max(snapshot.seq, entry.seq);
    }
}

void keepTo(Snapshot& snapshot, const Scope& scope) {
    if (scope.area.empty())
        return;
    std::unordered_set<std::string_view> involved{scope.unit};
    for (const auto& assignment : snapshot.assignments)
        involved.insert(assignment.unit);
    std::erase_if(snapshot.resources, [&](const Resource& r) { return !scope.holds(r.area); });
    std::erase_if(snapshot.units,
                  [&](const Unit& u) { return !scope.holds(u.area) && !involved.contains(u.id); });
}

} // namespace chengyun::console
