#include "app/wall/wall_commands.h"

#include "app/link/failure_text.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "app/wall/free_layout.h"
#include "app/wall/pane_content.h"
#include "app/wall/wall_store.h"
#include "core/wall/arrangement.h"
#include "core/wall/wall_codec.h"

namespace chengyun::console {

namespace {

/// What has waited for the hub for longer is not put up any more: the wall is looked at now.
constexpr qint64 lifetimeMs = 120'000;

} // namespace

WallCommands::WallCommands(WallStore& store, Outbox& outbox, Session& session, HubClock& clock,
                           QObject* parent)
    : OutboxCommands(outbox, parent), store_(store), session_(session), clock_(clock) {}

QString WallCommands::wordsOf(const Failure& failure) const {
    const bool locked = failure.kind == FailureKind::wrong_state && failure.field == "locked";
    return locked ? tr("The wall is locked: nothing on it moves until it is unlocked.")
                  : console::failureText(failure);
}

bool WallCommands::send(const QString& wall, const Command& command, const std::string& body) {
    OutboxRequest request;
    request.kind = command.kind;
    request.title = command.title;
    request.subject = wall;
    request.method = command.method;
    request.path = command.path;
    request.lifetimeMs = lifetimeMs;
    return !put(std::move(request), body).empty();
}

template <class Rule>
bool WallCommands::act(const QString& id, Command command, const std::string& body, Rule after) {
    const auto* wall = store_.wall(id.toStdString());
    if (!wall)
        return refuse({FailureKind::not_found, "wall", {}});
    if (const auto board = after(*wall, store_.board(*wall)); !board)
        return refuse(board.error());
    command.title = command.title.arg(isolated(qs(wall->name)));
    return send(id, command, body);
}

WallFeeder WallCommands::feeder() const {
    return {session_.account().id, session_.account().display_name};
}

bool WallCommands::putUp(const QString& wall, const QString& screen, int cell,
                         const QVariantMap& content, int minutes) {
    const PutUp command{screen.toStdString(), cell, paneContentOf(content), minutes};
    return act(wall,
               {QStringLiteral("wall.put_up"), tr("Put up on %1"),
                QStringLiteral("/walls/%1/put_up").arg(wall)},
               json::write(command), [&](const Wall& known, WallBoard board) {
                   return put_up(known, std::move(board), command, feeder(), clock_.exact());
               });
}

bool WallCommands::takeDown(const QString& wall, const QString& screen, int cell) {
    const TakeDown command{screen.toStdString(), cell};
    return act(wall,
               {QStringLiteral("wall.take_down"), tr("Take down from %1"),
                QStringLiteral("/walls/%1/take_down").arg(wall)},
               json::write(command), [&](const Wall& known, WallBoard board) {
                   return take_down(known, std::move(board), command);
               });
}

bool WallCommands::setLayout(const QString& wall, const QString& screen, const QString& layout) {
    return divide(wall, {screen.toStdString(), layout.toStdString(), {}});
}

bool WallCommands::divide(const QString& wall, const SetLayout& command) {
    return act(wall,
               {QStringLiteral("wall.layout"), tr("Divide a screen of %1"),
                QStringLiteral("/walls/%1/layout").arg(wall)},
               json::write(command), [&](const Wall& known, WallBoard board) {
                   return set_layout(known, std::move(board), command);
               });
}

bool WallCommands::setFreeLayout(const QString& wall, const QString& screen,
                                 const FreeLayout* drawn) {
    SetLayout command{screen.toStdString(), std::string(free_layout), {}};
    if (drawn) {
        command.boxes = drawn->boxes();
        command.formers = drawn->formers();
    }
    return divide(wall, command);
}

bool WallCommands::move(const QString& wall, const QString& fromScreen, int fromCell,
                        const QString& toScreen, int toCell) {
    const MovePane command{{fromScreen.toStdString(), fromCell}, {toScreen.toStdString(), toCell}};
    return act(
        wall,
        {QStringLiteral("wall.move"), tr("Move on %1"), QStringLiteral("/walls/%1/move").arg(wall)},
        json::write(command), [&](const Wall& known, WallBoard board) {
            return move_pane(known, std::move(board), command);
        });
}

bool WallCommands::setLocked(const QString& wall, bool locked) {
    const SetLock command{locked};
    return act(wall,
               {QStringLiteral("wall.lock"), locked ? tr("Lock %1") : tr("Unlock %1"),
                QStringLiteral("/walls/%1/lock").arg(wall)},
               json::write(command), [&](const Wall&, WallBoard board) {
                   return set_lock(std::move(board), command, feeder(), clock_.exact());
               });
}

bool WallCommands::undo(const QString& wall) {
    return act(
        wall,
        {QStringLiteral("wall.undo"), tr("Undo on %1"), QStringLiteral("/walls/%1/undo").arg(wall)},
        "{}", [&](const Wall& known, WallBoard board) {
            // Which board is the former one is the hub's to know; whether it may come back
            // is known here.
            auto former = board;
            return undone(known, board, std::move(former), clock_.exact());
        });
}

bool WallCommands::putUpPreset(const QString& id) {
    const auto* preset = store_.preset(id.toStdString());
    if (!preset)
        return refuse({FailureKind::not_found, "preset", {}});
    return act(qs(preset->wall),
               {QStringLiteral("wall.preset"), tr("Put up a preset on %1"),
                QStringLiteral("/wall_presets/%1/put_up").arg(id)},
               "{}", [&](const Wall& known, WallBoard board) {
                   return put_up_preset(known, std::move(board), *preset, feeder(), clock_.exact());
               });
}

bool WallCommands::keepPreset(const QString& id, const QString& name, const QString& key,
                              const QString& mode) {
    const auto* wall = store_.wall(id.toStdString());
    if (!wall)
        return refuse({FailureKind::not_found, "wall", {}});
    WallPreset preset;
    preset.id = newKey();
    preset.wall = wall->id;
    preset.name = name.trimmed().toStdString();
    preset.key = key.trimmed().toLower().toStdString();
    preset.mode = mode.toStdString();
    preset.screens = preset_screens(store_.board(*wall));
    for (const auto* known : store_.presetsOf(wall->id)) {
        if (known->name == preset.name) {
            preset.id = known->id;
            preset.version = known->version;
        } else if (!preset.key.empty() && known->key == preset.key) {
            return refuse({FailureKind::conflict, "key", {}});
        } else if (!preset.mode.empty() && known->mode == preset.mode) {
            return refuse({FailureKind::conflict, "mode", {}});
        }
    }
    if (const auto ok = check(preset); !ok)
        return refuse(ok.error());
    return send(id,
                {QStringLiteral("wall.keep_preset"),
                 tr("Keep the preset %1").arg(isolated(qs(preset.name))),
                 QStringLiteral("/wall_presets/%1").arg(qs(preset.id)), "PUT"},
                json::write(preset));
}

bool WallCommands::removePreset(const QString& id) {
    const auto* preset = store_.preset(id.toStdString());
    if (!preset)
        return refuse({FailureKind::not_found, "preset", {}});
    return send(qs(preset->wall),
                {QStringLiteral("wall.remove_preset"),
                 tr("Remove the preset %1").arg(isolated(qs(preset->name))),
                 QStringLiteral("/wall_presets/%1").arg(id), "DELETE"},
                {});
}

bool WallCommands::writeWall(const QString& id, const QVariantMap& form) {
    const auto number = [&](QLatin1StringView key) {
        return std::int64_t(form.value(key).toLongLong());
    };
    Wall wall;
    if (const auto* known = store_.wall(id.toStdString()))
        wall = *known;
    else if (!id.isEmpty())
        return refuse({FailureKind::not_found, "wall", {}});
    else
        wall.id = newKey();
    wall.name = form.value(QLatin1StringView("name")).toString().trimmed().toStdString();
    wall.area = form.value(QLatin1StringView("area")).toString().trimmed().toStdString();
    wall.scale_percent = number(QLatin1StringView("scale"));
    wall.version = number(QLatin1StringView("version"));
    if (form.contains(QLatin1StringView("across")))
        wall.screens =
            arranged({number(QLatin1StringView("across")), number(QLatin1StringView("down")),
                      number(QLatin1StringView("width")), number(QLatin1StringView("height")),
                      number(QLatin1StringView("gap"))},
                     wall.screens);
    if (const auto ok = check(wall); !ok)
        return refuse(ok.error());
    return send(qs(wall.id),
                {QStringLiteral("wall.write"), tr("Write the wall %1").arg(isolated(qs(wall.name))),
                 QStringLiteral("/walls/%1").arg(qs(wall.id)), "PUT"},
                json::write(wall));
}

QStringList WallCommands::layoutNames() {
    QStringList names;
    for (const auto& name : layouts())
        if (name != free_layout)
            names.append(qs(name));
    return names;
}

} // namespace chengyun::console
