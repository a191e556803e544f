#include "hub/capabilities.h"

#include "hub/accounts/accounts_capability.h"
#include "hub/alarms/alarms_capability.h"
#include "hub/attachments/attachments_capability.h"
#include "hub/capability/demonstration.h"
#include "hub/consult/consult_capability.h"
#include "hub/deadlines/deadlines_capability.h"
#include "hub/demo/demo.h"
#include "hub/duty/duty_capability.h"
#include "hub/imports/imports_capability.h"
#include "hub/linkage/linkage_capability.h"
#include "hub/orders/orders_capability.h"
#include "hub/patrol/patrol_capability.h"
#include "hub/resources/hall_settings.h"
#include "hub/resources/resources_capability.h"
#include "hub/wall/wall_capability.h"

#include <ranges>

namespace chengyun::hub {

std::vector<Section> all_settings() {
    auto sections = ground_settings();
    sections.push_back(hall_settings());
    sections.push_back(attachment_settings());
    sections.push_back(order_settings());
    sections.push_back(account_settings());
    sections.push_back(duty_settings());
    sections.push_back(patrol_settings());
    sections.push_back(consult_settings());
    return sections;
}

// Each line names the settings of a capability and the interfaces of those that it asks.
Capabilities::Capabilities(const Config& config, const std::filesystem::path& data) {
    auto& deadlines = add<DeadlinesCapability>().deadlines();
    auto& alarms = add<AlarmsCapability>(deadlines).subjects();
    auto& resources =
        add<ResourcesCapability>(config.of<HallPolicy>(), usual_hall(config.demo), data).all();
    auto& attachments = add<AttachmentsCapability>(config.of<AttachmentsConfig>(), data);
    auto& orders = add<OrdersCapability>(config.of<OrderPolicy>(), resources, deadlines, alarms,
                                         attachments.access());
    auto& accounts = add<AccountsCapability>(config.of<AccountsConfig>(), resources, data);
    add<ImportsCapability>(resources, attachments.store());
    auto& duty = add<DutyCapability>(
        config.of<DutyPolicy>(), zone_of(hall_of(config.of<HallPolicy>(), usual_hall(config.demo))),
        resources, deadlines, alarms, orders.store(),
        [&accounts](std::string_view name) { return accounts.service().find(name); });
    add<PatrolCapability>(config.of<PatrolSettings>(), resources);
    auto& wall = add<WallCapability>(
        resources, deadlines, duty.service(),
        [&accounts]() -> DeviceAccounts& { return accounts.service(); }, data);
    add<LinkageCapability>(resources, deadlines, orders.store(), wall.service(), wall.store());
    add<ConsultCapability>(
        config.of<ConsultSettings>(),
        ConsultSources{
            resources.reach, orders.store(),
            [&accounts](Database& db, std::string_view id) {
                return accounts.service().still_active(db, id);
            },
            [&accounts](std::string_view name) { return accounts.service().find(name); },
            [&accounts](std::string_view address) { return accounts.service().wait_of(address); },
            [&accounts](std::string_view address) { accounts.service().missed(address); }},
        data);
}

Capabilities::~Capabilities() {
    stop();
    // Those at the end refer to those before.
    while (!all_.empty())
        all_.pop_back();
}

Result<> Capabilities::open(const OpenStore& store) {
    for (const auto& capability : all_)
        if (auto opened = capability->open(store); !opened)
            return fail(opened.error().kind, opened.error().field,
                        std::string(capability->name()) + ": " + opened.error().detail);
    return {};
}

Result<> Capabilities::fill_demo(const Demonstration& demo) {
    auto& resources = get<ResourcesCapability>().all();
    auto& orders = get<OrdersCapability>();
    DemoOptions options;
    options.water = demo.resources / "basemap" / "water.geojson";
    options.cameras = demo.cameras;
    auto made = make_demo(demo.store.writer, demo.clock, demo.store.readers,
                          {resources.areas, resources.resources, resources.units, orders.service(),
                           orders.store(), get<DeadlinesCapability>().deadlines()},
                          options);
    if (!made)
        return made;
    for (const auto& capability : all_)
        if (auto filled = capability->fill_demo(demo); !filled)
            return filled;
    return {};
}

void Capabilities::start(const OpenStore& store) {
    for (const auto& capability : all_)
        capability->start(store);
}

Result<> Capabilities::listening(const std::string& address) {
    for (const auto& capability : all_)
        if (auto done = capability->listening(address); !done)
            return done;
    return {};
}

void Capabilities::stop() {
    for (const auto& capability : all_ | std::views::reverse)
        capability->stop();
}

JournalKinds Capabilities::journal_kinds() const {
    JournalKinds kinds;
    for (const auto& capability : all_)
        kinds.add(capability->journal_kinds());
    return kinds;
}

Sessions& Capabilities::sessions() const {
    return get<AccountsCapability>().service();
}

} // namespace chengyun::hub
