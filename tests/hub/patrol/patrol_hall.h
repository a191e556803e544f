// A hall with a camera in each of two streets, for tests of camera patrol.
#pragma once

#include "core/patrol/patrol_codec.h"
#include "hub/journal/journal.h"
#include "hub/patrol/patrol_capability.h"
#include "tests/hub/hall.h"

#include <QByteArray>
#include <QStringList>

namespace chengyun::hub::test {

struct PatrolHall : Hall {
    PatrolService& patrol = capabilities.get<PatrolCapability>().service();
    PatrolDuty& duty = capabilities.get<PatrolCapability>().duty();
    PatrolShown& shown = capabilities.get<PatrolCapability>().shown();
    Account li = account(Role::operator_); ///< of the whole hall
    Account device = account(Role::wall);

    [[nodiscard]] static std::string camera_id(int number) {
        return "0190a000-0000-7000-8000-00000000c0" + std::to_string(10 + number);
    }
    void add_camera(int number, Place place, Layer layer = Layer::camera) {
        Resource camera;
        camera.id = camera_id(number);
        camera.layer = layer;
        camera.code = "C" + std::to_string(number);
        camera.name = "camera " + std::to_string(number);
        camera.kind = "other";
        camera.place = place;
        if (layer == Layer::camera)
            camera.stream = "rtsp://127.0.0.1/" + std::to_string(number);
        must(run([&](Transaction& tx) { return resources.put(tx, account(Role::admin), camera); }));
    }
    void add_map() {
        add_areas();
        add_camera(1, {114.15, 30.05}); // east
        add_camera(2, {114.05, 30.05}); // west
        add_camera(3, {114.15, 30.05}, Layer::shelter);
    }
    static PatrolGroup group(const std::string& area, std::vector<int> cameras, int number = 1) {
        PatrolGroup group;
        group.id = "0190a000-0000-7000-8000-00000000d0" + std::to_string(10 + number);
        group.name = "group " + std::to_string(number);
        group.area = area;
        for (const int camera : cameras)
            group.cameras.push_back(camera_id(camera));
        return group;
    }
    Result<Done> put(const Account& by, const PatrolGroup& group) {
        return run([&](Transaction& tx) { return patrol.put(tx, by, group); });
    }
    Result<Done> remove(const Account& by, const std::string& id) {
        return run([&](Transaction& tx) { return patrol.remove(tx, by, id); });
    }
    [[nodiscard]] std::vector<PatrolGroup> seen_by(const Account& account) {
        return must(json::read<Snapshot>(must(snapshots.make(*reader, account, clock()))))
            .values<PatrolGroup>();
    }
    /// "patrol.changed operator" …: kind and actor.
    [[nodiscard]] QStringList told() {
        QStringList out;
        for (const auto& stored : must(read_journal(*reader, writer->kinds(), 0, 1'000'000))) {
            const auto entry = must(json::read<Entry>(stored->json));
            if (entry.kind.starts_with("patrol."))
                out << QString::fromStdString(entry.kind + ' ' + entry.actor_name + ' ' +
                                              entry.body.note.at("group"));
        }
        return out;
    }
};

/// "kind field", or nothing for what is not refused.
template <class T>
QByteArray refusal(const Result<T>& result) {
    if (result)
        return {};
    const auto& why = result.error();
    return QByteArray::fromStdString(std::string(json::name_of(why.kind)) +
                                     (why.field.empty() ? "" : " " + why.field));
}

} // namespace chengyun::hub::test
