#include "hub/resources/resources_capability.h"

#include "core/account/account_codec.h"
#include "hub/capability/policy.h"
#include "hub/capability/snapshot.h"
#include "hub/config/log.h"
#include "hub/resources/positions.h"
#include "hub/resources/resource_kinds.h"
#include "hub/resources/scope.h"
#include "hub/resources/seal_sign_ins.h"

namespace chengyun::hub {

std::vector<Check> ResourcesCapability::checks() const {
    return {
        {"area", [this](const auto& in) { return all_.area_store->check(in.db, in.findings); }},
        {"resource",
         [this](const auto& in) { return all_.resource_store->check(in.db, in.findings); }},
        {"camera_health",
         [this](const auto& in) { return all_.cameras.check(in.db, in.findings); }},
        {"unit", [this](const auto& in) { return all_.unit_store->check(in.db, in.findings); }},
    };
}

std::span<const JournalKind> ResourcesCapability::journal_kinds() const {
    return resource_kinds;
}

Result<> ResourcesCapability::open(const OpenStore& store) {
    if (auto sealed = seal_sign_ins(store, *all_.resource_store); !sealed)
        return sealed;
    auto db = store.readers.get();
    return db ? all_.cameras.open(**db) : Result<>(db.error());
}

void ResourcesCapability::start(const OpenStore& store) {
    // The usual is nothing that a journal has to tell.
    Change now, defaults;
    now.values<HallPolicy>() = {policy_};
    defaults.values<HallPolicy>() = {usual_};
    tell_policy(store.writer, entity_kind<HallPolicy>().name, now, defaults);
    rounds_.emplace("cameras", std::chrono::seconds(5),
                    [this, &writer = store.writer, clock = store.clock] {
                        for (bool more = true; more;) {
                            auto told = all_.cameras.tell(writer, clock());
                            if (!told)
                                log(LogLevel::warning, "cameras", "changes not told",
                                    {{"detail", std::string_view(told.error().detail)}});
                            more = told && *told;
                        }
                    });
}

std::vector<LiveTopic> ResourcesCapability::live_topics(const ReadJob&) {
    return {positions_topic()};
}

Result<> ResourcesCapability::add_to_snapshot(Database& db, const Account& account, Instant,
                                              SnapshotText& text) const {
    add_policy(text, policy_);
    const bool map = !sees_nothing(account);
    if (map) {
        auto list = text.list("areas");
        if (auto read = all_.area_store->each(db, account.area,
                                              [&](std::string_view json) { list.add(json); });
            !read)
            return read;
    }
    {
        auto list = text.list("units");
        if (account.role == Role::unit && !account.disabled) {
            auto own = all_.unit_store->get(db, account.unit);
            if (!own && own.error().kind != FailureKind::not_found)
                return own.error();
            if (own && !in_scope(account, own->area))
                list.add(json::write(*own));
        }
        if (map)
            if (auto read = all_.unit_store->each(db, account.area,
                                                  [&](std::string_view json) { list.add(json); });
                !read)
                return read;
    }
    if (map) {
        auto list = text.list("resources");
        if (auto read = all_.resource_store->each(db, account.area,
                                                  [&](std::string_view json) { list.add(json); });
            !read)
            return read;
    }
    if (map) {
        auto list = text.list("camera_health");
        return all_.cameras.each(db, account.area, [&](std::string_view json) { list.add(json); });
    }
    return {};
}

} // namespace chengyun::hub
