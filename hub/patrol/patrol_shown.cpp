#include "hub/patrol/patrol_shown.h"

#include "core/patrol/patrol_codec.h"
#include "hub/patrol/patrol_entries.h"
#include "hub/resources/resource_store.h"

#include <chrono>
#include <map>
#include <optional>

namespace chengyun::hub {

namespace {

/// The machine's clock may be so far ahead of the hub's.
constexpr std::chrono::minutes ahead{1};

} // namespace

Result<Answer> PatrolShown::report(Transaction& tx, const Account& account,
                                   const ReportShown& report) {
    auto& db = tx.database();
    if (auto ok = check(report); !ok)
        return ok.error();
    const auto oldest = tx.now() - std::chrono::days(settings_.shown_days);
    std::map<std::string, std::optional<PatrolGroup>> groups;
    for (const auto& span : report.spans) {
        if (span.to < oldest || span.to > tx.now() + ahead)
            continue;
        auto known = groups.find(span.group);
        if (known == groups.end()) {
            auto group = groups_.find(db, span.group);
            if (!group)
                return group.error();
            known = groups.emplace(span.group, std::move(*group)).first;
        }
        const auto& group = known->second;
        if (!group || !sees(account, *group))
            continue;
        auto camera = resources_.get(db, span.camera);
        if (!camera && camera.error().kind != FailureKind::not_found)
            return camera.error();
        if (!camera || !can_show(*group, *camera))
            continue;
        ShownCamera shown;
        static_cast<ShownSpan&>(shown) = span;
        shown.machine = report.machine;
        shown.by_name = actor_of(account).name;
        shown.group_name = group->name;
        shown.camera_name = camera->name;
        if (auto done = shown_.put(db, account.id, group->area, shown); !done)
            return done.error();
    }
    if (auto done = shown_.prune(db, oldest, settings_.shown_rows); !done)
        return done.error();
    return Answer{204, {}};
}

Result<std::string> PatrolShown::list(Database& db, const Account& account, Instant from,
                                      Instant to, std::int64_t after, std::int64_t limit) const {
    std::string items;
    if (account.role != Role::unit) {
        auto rows = shown_.list(db, account.area, from, to, after, limit);
        if (!rows)
            return rows.error();
        for (const auto& row : *rows) {
            if (!items.empty())
                items += ',';
            json::append(items, row);
        }
    }
    return "{\"items\":[" + items + "]}";
}

} // namespace chengyun::hub
