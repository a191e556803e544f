#include "core/patrol/group.h"

#include "core/area/area.h"
#include "core/resource/kinds.h"
#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <tuple>
#include <unordered_set>

namespace chengyun {

namespace {

Result<> check_by_hand(const PatrolGroup& group) {
    if (group.rule != PatrolRule())
        return fail(FailureKind::invalid_field, "rule", "the cameras are chosen by hand");
    if (group.cameras.empty())
        return fail(FailureKind::missing_field, "cameras", "at least one");
    if (group.cameras.size() > most_patrol_cameras)
        return fail(FailureKind::too_many, "cameras",
                    "at most " + std::to_string(most_patrol_cameras));
    std::unordered_set<std::string_view> known;
    for (std::size_t i = 0; i < group.cameras.size(); ++i) {
        const auto field = "cameras[" + std::to_string(i) + "]";
        if (auto ok = check_id(group.cameras[i], field); !ok)
            return ok;
        if (!known.insert(group.cameras[i]).second)
            return fail(FailureKind::invalid_field, field, "it is there already");
    }
    return {};
}

Result<> check_by_rule(const PatrolGroup& group) {
    const auto& rule = group.rule;
    if (!group.cameras.empty())
        return fail(FailureKind::invalid_field, "cameras", "they are chosen by a rule");
    if (!rule.area.empty()) {
        if (auto ok = check_area(rule.area, "rule.area"); !ok)
            return ok;
        if (!area_contains(group.area, rule.area))
            return fail(FailureKind::invalid_field, "rule.area", "outside the group's area");
    }
    if (!rule.kind.empty() && !find_kind(Layer::camera, rule.kind))
        return fail(FailureKind::invalid_field, "rule.kind", "no kind of cameras");
    return check_range(rule.near_orders_m, "rule.near_orders_m", 0, farthest_from_orders_m);
}

bool fits(const PatrolRule& rule, const Resource& camera, std::span<const Place> orders) {
    return area_contains(rule.area, camera.area) &&
           (rule.kind.empty() || camera.kind == rule.kind) &&
           (rule.near_orders_m == 0 || std::ranges::any_of(orders, [&](Place order) {
                return distance_m(order, camera.place) <= static_cast<double>(rule.near_orders_m);
            }));
}

} // namespace

Result<> check(const PatrolGroup& group) {
    if (auto ok = first_failure(
            check_new_id(group.id, "id"), check_text(group.name, "name", limits::name, true),
            group.area.empty() ? Result<>() : check_area(group.area, "area"),
            check_range(group.dwell_s, "dwell_s", shortest_dwell_s, longest_dwell_s));
        !ok)
        return ok;
    return group.choice == PatrolChoice::hand ? check_by_hand(group) : check_by_rule(group);
}

bool can_show(const PatrolGroup& group, const Resource& resource) {
    return resource.layer == Layer::camera && !resource.stream.empty() &&
           area_contains(group.area, resource.area);
}

std::vector<std::string> cameras_of(const PatrolGroup& group,
                                    std::span<const Resource* const> cameras,
                                    std::span<const Place> orders) {
    std::vector<std::string> ids;
    if (group.choice == PatrolChoice::hand) {
        std::unordered_set<std::string_view> shown;
        for (const auto* camera : cameras)
            if (can_show(group, *camera))
                shown.insert(camera->id);
        std::ranges::copy_if(group.cameras, std::back_inserter(ids),
                             [&](const std::string& id) { return shown.contains(id); });
        return ids;
    }
    std::vector<const Resource*> found;
    std::ranges::copy_if(cameras, std::back_inserter(found), [&](const Resource* camera) {
        return can_show(group, *camera) && fits(group.rule, *camera, orders);
    });
    std::ranges::sort(found, {}, [](const Resource* camera) {
        return std::tie(camera->area, camera->code, camera->id);
    });
    if (found.size() > most_patrol_cameras)
        found.resize(most_patrol_cameras);
    ids.reserve(found.size());
    for (const auto* camera : found)
        ids.push_back(camera->id);
    return ids;
}

PatrolTurn turn_at(const PatrolGroup& group, Instant now) {
    const auto dwell = std::chrono::milliseconds(std::chrono::seconds(group.dwell_s));
    const auto since = now - group.started;
    auto number = since / dwell;
    if (since % dwell < std::chrono::milliseconds(0))
        --number; // a clock that is behind the group's start
    const auto begins = group.started + number * dwell;
    return {number, begins, begins + dwell};
}

std::size_t due_in(std::int64_t turn, std::size_t count) {
    const auto all = static_cast<std::int64_t>(count);
    return static_cast<std::size_t>(((turn % all) + all) % all);
}

} // namespace chengyun
