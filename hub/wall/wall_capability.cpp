#include "hub/wall/wall_capability.h"

#include "core/account/account_codec.h"
#include "core/journal/images.h"
#include "core/wall/wall_codec.h"
#include "hub/capability/demonstration.h"
#include "hub/capability/snapshot.h"
#include "hub/duty/duty_service.h"
#include "hub/resources/resources.h"
#include "hub/resources/scope.h"
#include "hub/store/data_folder.h"
#include "hub/wall/wall_demo.h"

namespace chengyun::hub {

WallCapability::WallCapability(Resources& resources, Deadlines& deadlines, DutyService& duty,
                               std::function<DeviceAccounts&()> devices, std::filesystem::path data)
    : resources_(resources), deadlines_(deadlines.store()), data_(std::move(data)),
      service_(*store_, resources.reach, deadlines.store(), std::move(devices)) {
    deadlines.add(service_.deadline_handler());
    duty.on_mode([this](Transaction& tx, const Actor& by, Mode mode) {
        return service_.follow_mode(tx, by, json::name_of(mode));
    });
}

std::vector<Check> WallCapability::checks() const {
    return {
        {"wall", [this](const auto& in) { return store_->check(in.db, deadlines_, in.findings); }}};
}

Result<> WallCapability::fill_demo(const Demonstration& demo) {
    auto wall = make_wall_demo(demo, service_, *store_, *resources_.resource_store);
    if (!wall)
        return wall.error();
    demo_wall_ = std::move(*wall);
    return {};
}

std::vector<LiveTopic> WallCapability::live_topics(const ReadJob& /*read*/) {
    LiveTopic hands;
    hands.name = wall_hands_topic;
    hands.lives = std::chrono::seconds(3);
    hands.max_values = 1'000;
    hands.prompt = true;
    hands.may_watch = [](const Account& account) {
        return !sees_nothing(account) && may(account.role, Permission::see_resources);
    };
    return {std::move(hands)};
}

Result<> WallCapability::listening(const std::string& address) {
    if (!demo_wall_)
        return {};
    auto session = service_.sign_in_now(demo_maker_of_walls(), *demo_wall_);
    if (!session)
        return session.error();
    return write_private_file(
        data_ / "wall-session.json",
        boost::json::serialize(boost::json::object{{"url", address}, {"token", session->token}}) +
            "\n");
}

Result<> WallCapability::add_to_snapshot(Database& db, const Account& account, Instant /*now*/,
                                         SnapshotText& text) const {
    auto seen = service_.seen_by(db, account);
    if (!seen)
        return seen.error();
    text.list(entity_kind<Wall>().name).add(seen->walls);
    text.list(entity_kind<WallBoard>().name).add(seen->boards);
    text.list(entity_kind<WallPreset>().name).add(seen->presets);
    return {};
}

} // namespace chengyun::hub
