#include "app/linkage/rule_map.h"

#include "app/text.h"
#include "core/json/codec.h"

#include <QStringList>

namespace chengyun::console {

namespace {

template <class E>
QString nameOf(E value) {
    return qs(json::name_of(value));
}

template <class E>
void take(E& value, const QVariantMap& map, const QString& key) {
    boost::describe::enum_from_string(map[key].toString().toUtf8().constData(), value);
}

} // namespace

QVariantMap ruleMap(const LinkageRule& rule) {
    QStringList kinds;
    for (const auto& kind : rule.kinds)
        kinds.append(qs(kind));
    return {{QStringLiteral("id"), qs(rule.id)},
            {QStringLiteral("name"), qs(rule.name)},
            {QStringLiteral("on"), rule.on},
            {QStringLiteral("wall"), qs(rule.wall)},
            {QStringLiteral("screen"), qs(rule.screen)},
            {QStringLiteral("event"), nameOf(rule.event)},
            {QStringLiteral("level"), nameOf(rule.level)},
            {QStringLiteral("kinds"), kinds},
            {QStringLiteral("area"), qs(rule.area)},
            {QStringLiteral("shows"), nameOf(rule.shows)},
            {QStringLiteral("minutes"), static_cast<int>(rule.minutes)},
            {QStringLiteral("priority"), static_cast<int>(rule.priority)},
            {QStringLiteral("version"), static_cast<qlonglong>(rule.version)}};
}

LinkageRule ruleOf(const QVariantMap& map) {
    LinkageRule rule;
    const auto text = [&](const QString& key) {
        return map[key].toString().trimmed().toStdString();
    };
    rule.id = text(QStringLiteral("id"));
    rule.name = text(QStringLiteral("name"));
    rule.on = map[QStringLiteral("on")].toBool();
    rule.wall = text(QStringLiteral("wall"));
    rule.screen = text(QStringLiteral("screen"));
    take(rule.event, map, QStringLiteral("event"));
    take(rule.level, map, QStringLiteral("level"));
    for (const auto& kind : map[QStringLiteral("kinds")].toStringList())
        rule.kinds.push_back(kind.toStdString());
    rule.area = text(QStringLiteral("area"));
    take(rule.shows, map, QStringLiteral("shows"));
    rule.minutes = map.value(QStringLiteral("minutes"), 0).toInt();
    rule.priority = map.value(QStringLiteral("priority"), static_cast<int>(rule.priority)).toInt();
    rule.version = map.value(QStringLiteral("version"), 0).toLongLong();
    return rule;
}

} // namespace chengyun::console
