// A hall with walls, whose machines may sign in.
#pragma once

#include "core/duty/duty_codec.h"
#include "core/wall/wall_codec.h"
#include "hub/accounts/accounts_capability.h"
#include "hub/journal/journal.h"
#include "hub/wall/wall_capability.h"
#include "tests/hub/hall.h"

#include <QByteArray>
#include <QStringList>

namespace chengyun::hub::test {

struct WallHall : Hall {
    WallService& walls = capabilities.get<WallCapability>().service();
    AccountsCapability& accounts = capabilities.get<AccountsCapability>();
    std::unique_ptr<Readers> readers;
    Account admin = account(Role::admin);
    Account li = account(Role::operator_); ///< of the whole hall
    Account device = account(Role::wall);

    WallHall() { sign_ins(); }
    ~WallHall() { close(); }
    void close() {
        accounts.stop();
        readers.reset();
        Hall::close();
    }
    void open() {
        Hall::open();
        sign_ins();
    }
    void restart() {
        close();
        open();
    }

    /// Of two screens.
    static Wall wall(const std::string& area = {}, int number = 1) {
        Wall wall;
        wall.id = "0190a000-0000-7000-8000-00000000a0" + std::to_string(10 + number);
        wall.name = "wall " + std::to_string(number);
        wall.area = area;
        wall.screens = {{"1", 0, 0, 1920, 1080}, {"2", 1940, 0, 1920, 1080}};
        return wall;
    }
    static PaneContent content(const std::string& kind) { return {kind, "", {}, kind + "!", ""}; }
    static WallPreset preset(const std::string& name, const std::string& kind, int number = 1) {
        WallPreset preset;
        preset.id = "0190a000-0000-7000-8000-00000000b0" + std::to_string(10 + number);
        preset.wall = wall().id;
        preset.name = name;
        preset.screens = {{"1", "1", {}, {{0, content(kind)}}}};
        return preset;
    }

    Result<Done> put(const Account& by, const Wall& wall) {
        return run([&](Transaction& tx) { return walls.put(tx, by, wall); });
    }
    Result<Done> put(const Account& by, const WallPreset& preset) {
        return run([&](Transaction& tx) { return walls.put_preset(tx, by, preset); });
    }
    Result<Done> remove(const Account& by, const std::string& id) {
        DeviceAccounts::Committed committed;
        auto done = run([&](Transaction& tx) -> Result<Answer> {
            auto removed = walls.remove(tx, by, id);
            if (!removed)
                return removed.error();
            committed = removed->committed;
            return removed->answer;
        });
        if (done && committed)
            committed();
        return done;
    }
    Result<Done> up(const Account& by, const std::string& kind, std::int64_t minutes = 0,
                    const std::string& id = wall().id) {
        return run([&](Transaction& tx) {
            return walls.put_up(tx, by, id, {"1", 0, content(kind), minutes});
        });
    }
    Result<Done> undo(const Account& by) {
        return run([&](Transaction& tx) { return walls.undo(tx, by, wall().id); });
    }
    Result<Done> lock(const Account& by, bool locked) {
        return run([&](Transaction& tx) { return walls.lock(tx, by, wall().id, {locked}); });
    }
    void fire() {
        must(writer->run([&](Transaction& tx) -> Result<Answer> {
            must(deadlines.fire_due(tx, 1000));
            return Answer{};
        }));
    }

    [[nodiscard]] Snapshot seen_by(const Account& account) {
        return must(json::read<Snapshot>(must(snapshots.make(*reader, account, clock()))));
    }
    /// What stands on the first screen of the wall: "map", or nothing.
    [[nodiscard]] QByteArray shown(const std::string& id = wall().id) {
        const auto board = must(json::read<WallBoard>(must(walls.board(*reader, li, id))));
        const auto* pane = find_pane(board.screens.front(), 0);
        return pane ? QByteArray::fromStdString(pane->content.kind) : QByteArray();
    }
    [[nodiscard]] std::vector<Entry> entries() {
        std::vector<Entry> out;
        for (const auto& stored : must(read_journal(*reader, writer->kinds(), 0, 1'000'000))) {
            auto entry = must(json::read<Entry>(stored->json));
            if (entry.kind.starts_with("wall."))
                out.push_back(std::move(entry));
        }
        return out;
    }
    /// "wall.put_up operator" …: kind and actor.
    [[nodiscard]] QStringList told() {
        QStringList out;
        for (const auto& entry : entries())
            out << QString::fromStdString(entry.kind + ' ' + entry.actor_name);
        return out;
    }

private:
    void sign_ins() {
        readers = std::make_unique<Readers>(file);
        must(accounts.open({*writer, *readers, clock}));
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
