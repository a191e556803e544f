#include "app/duty/duty_book.h"

#include "app/duty/duty_commands.h"
#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "app/resources/resource_store.h"
#include "core/id/uuid.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {
namespace {

QStringList listOf(const std::vector<std::string>& texts) {
    QStringList list;
    for (const auto& text : texts)
        list.append(qs(text));
    return list;
}

std::vector<std::string> textsOf(const QVariant& value) {
    std::vector<std::string> texts;
    for (const auto& text : value.toStringList())
        if (auto trimmed = text.trimmed(); !trimmed.isEmpty())
            texts.push_back(trimmed.toStdString());
    return texts;
}

std::string textOf(const QVariantMap& card, const char* field) {
    return card.value(QLatin1String(field)).toString().trimmed().toStdString();
}

} // namespace

DutyBook::DutyBook(DutyRoster& roster, DutyCommands& commands, ResourceStore& resources,
                   Session& session, HubClock& clock, QObject* parent)
    : QObject(parent), roster_(roster), commands_(commands), resources_(resources),
      session_(session), clock_(clock) {
    connect(&roster_, &DutyRoster::postsChanged, this, &DutyBook::postsChanged);
    for (const auto signal : {&DutyRoster::peopleChanged, &DutyRoster::postsChanged})
        connect(&roster_, signal, this, &DutyBook::unitsChanged);
    connect(&resources_, &ResourceStore::reloaded, this, &DutyBook::unitsChanged);
    onLanguageChange(this, [this] { Q_EMIT unitsChanged(); });
}

QVariantList DutyBook::posts() const {
    QVariantList list;
    for (const auto& post : roster_.posts())
        list.append(postCard(qs(post.id)));
    return list;
}

QVariantMap DutyBook::postCard(const QString& id) const {
    Post fresh;
    fresh.id = new_id(clock_.exact());
    fresh.unit = roster_.may(DutyRight::plan, {}) ? std::string() : session_.account().unit;
    const auto* known = roster_.post(id.toStdString());
    const auto& post = known ? *known : fresh;
    return {
        {QStringLiteral("id"), qs(post.id)},
        {QStringLiteral("fresh"), !known},
        {QStringLiteral("name"), qs(post.name)},
        {QStringLiteral("kind"), qs(json::name_of(post.kind))},
        {QStringLiteral("kindName"), postKindName(post.kind)},
        {QStringLiteral("unit"), qs(post.unit)},
        {QStringLiteral("unitName"), roster_.unitName(qs(post.unit))},
        {QStringLiteral("qualification"), qs(post.qualification)},
        {QStringLiteral("people"), int(post.people)},
        {QStringLiteral("days"), qs(json::name_of(post.days))},
        {QStringLiteral("daysName"), daysName(post.days)},
        {QStringLiteral("from_minute"), int(post.from_minute)},
        {QStringLiteral("until_minute"), int(post.until_minute)},
        {QStringLiteral("times"),
         minuteText(post.from_minute) + QStringLiteral("–") +
             (post.until_minute == 1440 ? QStringLiteral("24:00") : minuteText(post.until_minute))},
        {QStringLiteral("rest_minutes"), int(post.rest_minutes)},
        {QStringLiteral("grace_minutes"), int(post.grace_minutes)},
        {QStringLiteral("hands_over"), post.hands_over},
        {QStringLiteral("closed"), post.closed},
        {QStringLiteral("version"), qint64(post.version)},
        {QStringLiteral("editable"), roster_.may(DutyRight::plan, post.unit)}};
}

QVariantMap DutyBook::personCard(const QString& id) const {
    Person fresh;
    fresh.id = new_id(clock_.exact());
    fresh.unit = roster_.may(DutyRight::plan, {}) ? std::string() : session_.account().unit;
    const auto* known = roster_.person(id.toStdString());
    const auto& person = known ? *known : fresh;
    const auto has = [&](DutyRight right) {
        return std::ranges::find(person.rights, right) != person.rights.end();
    };
    return {{QStringLiteral("id"), qs(person.id)},
            {QStringLiteral("fresh"), !known},
            {QStringLiteral("name"), qs(person.name)},
            {QStringLiteral("unit"), qs(person.unit)},
            {QStringLiteral("unitName"), roster_.unitName(qs(person.unit))},
            {QStringLiteral("phones"), listOf(person.phones)},
            {QStringLiteral("qualifications"), listOf(person.qualifications)},
            {QStringLiteral("account"), qs(person.account_name.value_or(person.account))},
            {QStringLiteral("mayPlan"), has(DutyRight::plan)},
            {QStringLiteral("mayApprove"), has(DutyRight::approve)},
            {QStringLiteral("active"), person.active},
            {QStringLiteral("version"), qint64(person.version)},
            {QStringLiteral("editable"), roster_.may(DutyRight::plan, person.unit)},
            {QStringLiteral("rightsEditable"), roster_.may(DutyRight::approve, person.unit)}};
}

bool DutyBook::writePost(const QVariantMap& card) {
    const auto id = textOf(card, "id");
    const auto* known = roster_.post(id);
    auto post = known ? *known : Post();
    post.id = id;
    post.name = textOf(card, "name");
    post.kind = json::enum_of<PostKind>(textOf(card, "kind")).value_or(post.kind);
    post.unit = textOf(card, "unit");
    post.qualification = textOf(card, "qualification");
    post.people = card.value(QStringLiteral("people")).toInt();
    post.days = json::enum_of<Days>(textOf(card, "days")).value_or(post.days);
    post.from_minute = card.value(QStringLiteral("from_minute")).toInt();
    post.until_minute = card.value(QStringLiteral("until_minute")).toInt();
    post.rest_minutes = card.value(QStringLiteral("rest_minutes")).toInt();
    post.grace_minutes = card.value(QStringLiteral("grace_minutes")).toInt();
    post.hands_over = card.value(QStringLiteral("hands_over")).toBool();
    post.closed = card.value(QStringLiteral("closed")).toBool();
    // Of the post that the form was filled from: another's change is not undone unseen.
    post.version = card.value(QStringLiteral("version")).toLongLong();
    return commands_.write(post);
}

bool DutyBook::writePerson(const QVariantMap& card) {
    const auto id = textOf(card, "id");
    const auto* known = roster_.person(id);
    auto person = known ? *known : Person();
    person.id = id;
    person.name = textOf(card, "name");
    person.unit = textOf(card, "unit");
    person.phones = textsOf(card.value(QStringLiteral("phones")));
    person.qualifications = textsOf(card.value(QStringLiteral("qualifications")));
    if (const auto account = textOf(card, "account");
        account != person.account_name.value_or(std::string()))
        person.account = account;
    person.rights.clear();
    if (card.value(QStringLiteral("mayPlan")).toBool())
        person.rights.push_back(DutyRight::plan);
    if (card.value(QStringLiteral("mayApprove")).toBool())
        person.rights.push_back(DutyRight::approve);
    person.active = card.value(QStringLiteral("active")).toBool();
    person.version = card.value(QStringLiteral("version")).toLongLong();
    return commands_.write(person);
}

QVariantList DutyBook::units() const {
    QVariantList list;
    const auto add = [&](const std::string& id) {
        if (roster_.may(DutyRight::plan, id))
            list.append(QVariantMap{{QStringLiteral("unit"), qs(id)},
                                    {QStringLiteral("name"), roster_.unitName(qs(id))}});
    };
    add({});
    for (const auto& unit : resources_.units())
        if (unit.kind != UnitKind::team)
            add(unit.id);
    return list;
}

} // namespace chengyun::console
