#include "app/linkage/linkage_commands.h"

#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "app/linkage/linkage_store.h"
#include "app/linkage/rule_map.h"
#include "app/wall/wall_store.h"
#include "core/linkage/linkage_codec.h"

namespace chengyun::console {

namespace {

/// What has waited for the hub for longer is not put up any more: the wall is looked at now.
constexpr qint64 putUpLifetimeMs = 120'000;

} // namespace

LinkageCommands::LinkageCommands(LinkageStore& store, WallStore& walls, Outbox& outbox,
                                 QObject* parent)
    : QObject(parent), store_(store), walls_(walls), outbox_(outbox) {}

bool LinkageCommands::refuse(const Failure& failure) {
    const bool locked = failure.kind == FailureKind::wrong_state && failure.field == "locked";
    failureText_ = locked ? tr("The wall is locked: nothing on it moves until it is unlocked.")
                          : console::failureText(failure);
    Q_EMIT failureChanged();
    return false;
}

bool LinkageCommands::put(const Command& command, const std::string& body) {
    OutboxRequest request;
    request.kind = command.kind;
    request.title = command.title;
    request.subject = command.subject;
    request.method = command.method;
    request.path = command.path;
    request.body = QByteArray::fromStdString(body);
    request.lifetimeMs = command.lifetimeMs;
    const auto taken = outbox_.submit({std::move(request)}, this,
                                      [this, owner = outbox_.owner()](const Result<>& kept) {
                                          if (owner == outbox_.owner() && !kept)
                                              refuse(kept.error());
                                      });
    if (!taken)
        return refuse(taken.error());
    failureText_.clear();
    Q_EMIT failureChanged();
    return true;
}

bool LinkageCommands::isOpen(const QString& id, const QString& screen) {
    const auto* wall = walls_.wall(id.toStdString());
    if (!wall)
        return refuse({FailureKind::not_found, "wall", {}});
    if (!find_screen(*wall, screen.toStdString()))
        return refuse({FailureKind::not_found, "screen", {}});
    if (walls_.board(*wall).locked)
        return refuse({FailureKind::wrong_state, "locked", {}});
    return true;
}

bool LinkageCommands::putUp(const QString& wall, const QString& screen, const QString& thing,
                            const QString& about, int minutes) {
    const PutUpLink command{screen.toStdString(), thing.toStdString(), about.toStdString(),
                            minutes};
    if (const auto ok = check(command); !ok)
        return refuse(ok.error());
    if (!isOpen(wall, screen))
        return false;
    return put({QStringLiteral("linkage.put_up"), tr("Cameras around it onto the wall"),
                QStringLiteral("/walls/%1/link").arg(wall), wall, "POST", putUpLifetimeMs},
               json::write(command));
}

bool LinkageCommands::giveBack(const QString& wall, const QString& screen) {
    if (!isOpen(wall, screen))
        return false;
    if (!store_.isLinked(wall.toStdString(), screen.toStdString()))
        return refuse({FailureKind::not_found, "screen", {}});
    return put({QStringLiteral("linkage.give_back"), tr("Back to what stood on the wall"),
                QStringLiteral("/walls/%1/give_back").arg(wall), wall, "POST", putUpLifetimeMs},
               json::write(GiveBack{screen.toStdString()}));
}

QString LinkageCommands::keepRule(const QVariantMap& map) {
    auto rule = ruleOf(map);
    if (rule.id.empty())
        rule.id = outbox_.newKey();
    if (const auto ok = check(rule); !ok) {
        refuse(ok.error());
        return {};
    }
    const auto taken = put(
        {QStringLiteral("linkage.keep_rule"), tr("Keep the rule %1").arg(isolated(qs(rule.name))),
         QStringLiteral("/linkage_rules/%1").arg(qs(rule.id)), qs(rule.id), "PUT"},
        json::write(rule));
    return taken ? qs(rule.id) : QString();
}

bool LinkageCommands::removeRule(const QString& id) {
    const auto* rule = store_.rule(id.toStdString());
    if (!rule)
        return refuse({FailureKind::not_found, "rule", {}});
    return put({QStringLiteral("linkage.remove_rule"),
                tr("Remove the rule %1").arg(isolated(qs(rule->name))),
                QStringLiteral("/linkage_rules/%1").arg(id), id, "DELETE"},
               {});
}

} // namespace chengyun::console
