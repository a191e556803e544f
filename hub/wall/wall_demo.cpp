#include "hub/wall/wall_demo.h"

#include "core/account/account_codec.h"
#include "core/id/uuid.h"
#include "core/resource/resource_codec.h"
#include "core/wall/wall_codec.h"
#include "hub/capability/demonstration.h"
#include "hub/journal/journal_walk.h"
#include "hub/resources/resource_store.h"
#include "hub/store/rows.h"
#include "hub/wall/wall_service.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

/// Known beforehand, so that the journal says whether there has been one.
constexpr const char* wall_id = "0199d3a0-0000-7000-8000-00000000d3a0";
constexpr const char* left = "左";
constexpr const char* right = "右";
constexpr std::size_t cameras_shown = 4;

Account maker() {
    Account account;
    account.id = demo_maker_of_walls().id;
    account.display_name = demo_maker_of_walls().name;
    account.role = Role::commander;
    return account;
}

Wall hall_wall() {
    Wall wall;
    wall.id = wall_id;
    wall.name = "指挥大厅主屏";
    wall.screens = {{left, 0, 0, 1920, 1080}, {right, 1920, 0, 1920, 1080}};
    return wall;
}

PresetPane pane(std::int64_t cell, std::string kind, std::string title, std::string subject = {}) {
    PresetPane made;
    made.cell = cell;
    made.content.kind = std::move(kind);
    made.content.title = std::move(title);
    made.content.subject = std::move(subject);
    return made;
}

/// Cameras that have a stream, by their codes: the same ones each time.
Result<std::vector<Resource>> some_cameras(Database& db, const ResourceStore& resources) {
    ResourceQuery query;
    query.layers = {Layer::camera};
    query.area = demo_district;
    auto page = resources.query(db, {}, query);
    if (!page)
        return page.error();
    std::vector<Resource> cameras;
    for (const auto& json : page->items) {
        auto camera = stored_value<Resource>(json);
        if (!camera)
            return camera.error();
        if (!camera->stream.empty())
            cameras.push_back(std::move(*camera));
    }
    std::ranges::sort(cameras, {}, &Resource::code);
    if (cameras.size() > cameras_shown)
        cameras.resize(cameras_shown);
    return cameras;
}

/// A strip with the hall's name above the map and the open orders; cameras beside them.
WallPreset everyday(const std::vector<Resource>& cameras, Instant now) {
    WallPreset preset;
    preset.id = new_id(now);
    preset.wall = wall_id;
    preset.name = "平时";
    preset.key = "1";
    preset.mode = "peace";
    PresetScreen first{left, std::string(free_layout), {}, {}};
    first.boxes = {{0, 0, 48, 6}, {0, 6, 32, 42}, {32, 6, 16, 42}};
    first.panes = {pane(0, "title", "城市运行管理中心"), pane(1, "map", "一张图"),
                   pane(2, "orders", "在办指令")};
    PresetScreen second{right, "6", {}, {}};
    for (std::size_t i = 0; i < cameras.size(); ++i)
        second.panes.push_back(
            pane(static_cast<std::int64_t>(i), "camera", cameras[i].name, cameras[i].id));
    second.panes.push_back(pane(4, "duty", "值班"));
    second.panes.push_back(pane(5, "load", "指令负荷"));
    preset.screens = {std::move(first), std::move(second)};
    return preset;
}

/// The map on a screen of its own; orders, supervision and two cameras on the other.
WallPreset emergency(const std::vector<Resource>& cameras, Instant now) {
    WallPreset preset;
    preset.id = new_id(now);
    preset.wall = wall_id;
    preset.name = "应急";
    preset.key = "2";
    preset.mode = "emergency";
    PresetScreen first{left, "1", {}, {pane(0, "map", "一张图")}};
    PresetScreen second{right, "4", {}, {}};
    second.panes = {pane(0, "orders", "在办指令"), pane(1, "supervision", "督办")};
    for (std::size_t i = 0; i < std::min<std::size_t>(2, cameras.size()); ++i)
        second.panes.push_back(
            pane(static_cast<std::int64_t>(2 + i), "camera", cameras[i].name, cameras[i].id));
    preset.screens = {std::move(first), std::move(second)};
    return preset;
}

Result<> fill(Transaction& tx, WallService& walls, const ResourceStore& resources) {
    auto cameras = some_cameras(tx.database(), resources);
    if (!cameras)
        return cameras.error();
    if (auto done = walls.put(tx, maker(), hall_wall()); !done)
        return done.error();
    const auto usual = everyday(*cameras, tx.now());
    for (const auto& preset : {emergency(*cameras, tx.now()), usual})
        if (auto done = walls.put_preset(tx, maker(), preset); !done)
            return done.error();
    auto shown = walls.put_up_preset(tx, maker(), usual.id);
    return shown ? Result<>() : shown.error();
}

} // namespace

Actor demo_maker_of_walls() {
    return {"system", "演示"};
}

Result<std::optional<Wall>> make_wall_demo(const Demonstration& demo, WallService& walls,
                                           const WallStore& store, const ResourceStore& resources) {
    std::optional<Wall> wall;
    auto made = demo.store.writer.run([&](Transaction& tx) -> Result<Answer> {
        auto known = has_timeline(tx.database(), wall_id);
        if (!known)
            return known.error();
        if (!*known)
            if (auto done = fill(tx, walls, resources); !done)
                return done.error();
        auto found = store.find(tx.database(), wall_id);
        if (!found)
            return found.error();
        wall = std::move(*found);
        return Answer{};
    });
    if (!made)
        return made.error();
    return wall;
}

} // namespace chengyun::hub
