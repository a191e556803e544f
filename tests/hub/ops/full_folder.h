// A data folder as a hub leaves it, with something of everything in it.
#pragma once

#include "hub/accounts/account_service.h"
#include "hub/accounts/token.h"
#include "hub/attachments/attachment_store.h"
#include "tests/hub/ops/data_folder.h"

namespace chengyun::hub::test {

struct FullFolder : DataFolder {
    std::filesystem::path elsewhere = folder.parent_path() / "backup";
    std::string photo;      ///< an attachment that a report names
    std::string late;       ///< an assignment whose timers have fired up to L2
    std::string done;       ///< one that is completed
    std::string hand_made;  ///< a resource with a team
    std::string account_id; ///< with a session

    FullFolder() {
        hall.add_areas();
        keep_photo();
        add_resources();
        add_orders();
        add_account();
    }

private:
    void keep_photo() {
        AttachmentStore attachments(folder / "attachments", {1 << 20, 1 << 20, 1 << 20});
        must(attachments.open());
        const auto kept = must(attachments.keep(*hall.reader, "a note of what was there",
                                                "text/plain", "me", hall.clock()))
                              .attachment;
        photo = kept.id;
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(attachments.record(tx, kept, "me"));
            return Answer{};
        }));
    }
    Resource resource(Layer layer, const std::string& code) const {
        Resource resource;
        resource.id = new_id(hall.clock());
        resource.layer = layer;
        resource.code = code;
        resource.name = "库房 " + code;
        resource.kind = layer == Layer::supply ? "flood_control" : "other";
        resource.area = Hall::east;
        resource.place = {114.123456, 30.05};
        resource.source_system = "EPSG:4326";
        return resource;
    }
    void add_resources() {
        const auto& admin = hall.commander;
        const auto made = resource(Layer::supply, "H1");
        hand_made = made.id;
        must(hall.run([&](Transaction& tx) { return hall.resources.put(tx, admin, made); }));
        const auto gone = resource(Layer::supply, "H2");
        must(hall.run([&](Transaction& tx) { return hall.resources.put(tx, admin, gone); }));
        must(hall.run([&](Transaction& tx) { return hall.resources.remove(tx, admin, gone.id); }));
        const std::vector<Resource> list = {resource(Layer::supply, "I1"),
                                            resource(Layer::supply, "I2")};
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            auto counts = hall.resources.upsert(tx, {"system", "system"}, list, "list.csv");
            if (!counts)
                return counts.error();
            return Answer{};
        }));
    }
    void add_orders() {
        const auto first = must(hall.issue(hall.commander, hall.command({hall.east_unit})));
        done = first.change.values<Assignment>().front().id;
        must(hall.act(hall.east_phone, done, Act::acknowledge));
        auto said = Hall::saying("There is water.");
        said.attachments = {photo};
        must(hall.act(hall.east_phone, done, Act::report, said));
        must(hall.act(hall.east_phone, done, Act::complete, Hall::saying("Pumped.")));
        const auto second =
            must(hall.issue(hall.commander, hall.command({hall.east_unit, hall.west_unit})));
        late = second.change.values<Assignment>().front().id;
        must(hall.act(hall.west_phone, second.change.values<Assignment>().back().id,
                      Act::acknowledge));
        must(hall.act(hall.commander, second.change.values<Assignment>().back().id, Act::supervise,
                      Hall::saying("Be quick.")));
        hall.later(45);
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(hall.deadlines.fire_due(tx, 100));
            return Answer{};
        }));
        must(hall.issue(hall.commander, hall.command({hall.west_unit})));
    }
    void add_account() {
        static_cast<void>(start_secrets());
        AccountsConfig quick;
        quick.hash_memory_mib = 19;
        quick.hash_passes = 1;
        AccountService accounts(*hall.writer, *hall.unit_store, hall.reach, quick, hall.clock);
        CreateAccount command;
        command.name = "operator";
        command.display_name = "Zhou";
        command.password = "a long password";
        account_id = must(accounts.create_now(command)).id;
        static_cast<void>(must(accounts.open_session_now(account_id, "password")));
    }
};

} // namespace chengyun::hub::test
