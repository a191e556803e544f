#include "app/patrol/patrol_commands.h"

#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/patrol/patrol_store.h"
#include "core/patrol/patrol_codec.h"

#include <cmath>

namespace chengyun::console {

namespace {

/// Members of a group in QML.
namespace field {
const QString id = QStringLiteral("id");
const QString name = QStringLiteral("name");
const QString area = QStringLiteral("area");
const QString dwell = QStringLiteral("dwell");
const QString choice = QStringLiteral("choice");
const QString cameras = QStringLiteral("cameras");
const QString ruleArea = QStringLiteral("ruleArea");
const QString ruleKind = QStringLiteral("ruleKind");
const QString nearKm = QStringLiteral("nearKm");
const QString version = QStringLiteral("version");
const QString byHand = QStringLiteral("hand");
const QString byRule = QStringLiteral("rule");
} // namespace field

} // namespace

PatrolCommands::PatrolCommands(PatrolStore& store, Outbox& outbox, Session& session,
                               QObject* parent)
    : QObject(parent), store_(store), outbox_(outbox), session_(session) {}

QVariantMap PatrolCommands::form(const QString& of) const {
    PatrolGroup group;
    group.area = session_.account().area;
    if (const auto* known = store_.group(of.toStdString()))
        group = *known;
    QStringList ids;
    for (const auto& camera : group.cameras)
        ids.append(qs(camera));
    return {{field::id, qs(group.id)},
            {field::name, qs(group.name)},
            {field::area, qs(group.area)},
            {field::dwell, int(group.dwell_s)},
            {field::choice, group.choice == PatrolChoice::hand ? field::byHand : field::byRule},
            {field::cameras, ids},
            {field::ruleArea, qs(group.rule.area)},
            {field::ruleKind, qs(group.rule.kind)},
            {field::nearKm, double(group.rule.near_orders_m) / 1000},
            {field::version, qlonglong(group.version)}};
}

PatrolGroup PatrolCommands::groupOf(const QVariantMap& form) const {
    PatrolGroup group;
    const auto text = [&](const QString& key) {
        return form.value(key).toString().trimmed().toStdString();
    };
    group.id = text(field::id);
    group.name = text(field::name);
    group.area = text(field::area);
    group.dwell_s = form.value(field::dwell).toInt();
    group.version = form.value(field::version).toLongLong();
    if (form.value(field::choice).toString() == field::byHand) {
        const auto chosen = form.value(field::cameras).toStringList();
        for (const auto& camera : chosen)
            group.cameras.push_back(camera.toStdString());
    } else {
        group.choice = PatrolChoice::rule;
        group.rule.area = text(field::ruleArea);
        group.rule.kind = text(field::ruleKind);
        group.rule.near_orders_m = std::llround(form.value(field::nearKm).toDouble() * 1000);
    }
    return group;
}

int PatrolCommands::countOf(const QVariantMap& form) const {
    return static_cast<int>(store_.find(groupOf(form)).size());
}

void PatrolCommands::tell(const QString& text, const QString& field) {
    failureText_ = text;
    failureField_ = field;
    Q_EMIT failureChanged();
}

bool PatrolCommands::refuse(const Failure& failure) {
    tell(console::failureText(failure), qs(failure.field));
    return false;
}

bool PatrolCommands::put(const QString& kind, const QString& title, const QString& group,
                         const QByteArray& method, const std::string& body) {
    OutboxRequest request;
    request.kind = kind;
    request.title = title;
    request.subject = group;
    request.method = method;
    request.path = QStringLiteral("/patrol_groups/%1").arg(group);
    request.body = QByteArray::fromStdString(body);
    const auto taken = outbox_.submit({std::move(request)}, this,
                                      [this, owner = outbox_.owner()](const Result<>& kept) {
                                          if (!kept && owner == outbox_.owner())
                                              refuse(kept.error());
                                      });
    if (!taken)
        return refuse(taken.error());
    tell({}, {});
    return true;
}

bool PatrolCommands::save(const QVariantMap& form) {
    auto group = groupOf(form);
    if (group.id.empty())
        group.id = outbox_.newKey();
    if (const auto ok = check(group); !ok)
        return refuse(ok.error());
    return put(QStringLiteral("patrol.save"),
               tr("Keep the patrol group %1").arg(isolated(qs(group.name))), qs(group.id), "PUT",
               json::write(group));
}

bool PatrolCommands::remove(const QString& group) {
    const auto* known = store_.group(group.toStdString());
    if (!known)
        return refuse({FailureKind::not_found, "group", {}});
    return put(QStringLiteral("patrol.remove"),
               tr("Remove the patrol group %1").arg(isolated(qs(known->name))), group, "DELETE",
               "{}");
}

} // namespace chengyun::console
