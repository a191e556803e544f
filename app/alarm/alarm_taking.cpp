// AlarmBell: what people do about alarms.
#include "app/alarm/alarm_bell.h"

#include "app/link/language.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace chengyun::console {

namespace {

std::unordered_set<std::string> setOf(const QStringList& ids) {
    std::unordered_set<std::string> out;
    for (const auto& id : ids)
        out.insert(id.toStdString());
    return out;
}

} // namespace

template <class Test>
std::vector<AskedAlarm> AlarmBell::asked(Test test) const {
    std::vector<AskedAlarm> alarms;
    for (const auto& row : rows_)
        if (isShared(row) && test(row))
            alarms.push_back({row.id, row.alarm.at, row.alarm.saidTitle()});
    return alarms;
}

void AlarmBell::hush(const std::vector<AskedAlarm>& alarms) {
    std::unordered_set<std::string_view> ids;
    for (const auto& alarm : alarms)
        ids.insert(alarm.id);
    for (auto& row : rows_)
        row.silent = row.silent || ids.contains(row.id);
}

template <class Test>
void AlarmBell::takeWhere(Test test) {
    const auto isMeant = [&](const Row& row) { return row.state == State::Open && test(row); };
    const auto alarms = asked(isMeant);
    for (auto& row : rows_)
        if (!isShared(row) && isMeant(row))
            row.heard = true;
    hush(alarms);
    if (!alarms.empty() && !desk_.take(alarms))
        Q_EMIT notKept(desk_.failureText());
    refresh();
}

void AlarmBell::take(const QStringList& alarmIds) {
    takeWhere([ids = setOf(alarmIds)](const Row& row) { return ids.contains(row.id); });
}

QVariantMap AlarmBell::takeNext() {
    auto found = std::ranges::find_if(
        rows_, [](const Row& row) { return row.state == State::Open && row.alarm.urgent; });
    if (found == rows_.end())
        found = std::ranges::find(rows_, State::Open, &Row::state);
    if (found == rows_.end())
        return {};
    const auto id = found->id;
    const auto kind = found->alarm.name.subject_kind, subject = found->alarm.name.subject;
    takeWhere([&](const Row& row) {
        const auto& name = row.alarm.name;
        return row.id == id ||
               (!subject.empty() && name.subject == subject && name.subject_kind == kind);
    });
    return {{QStringLiteral("kind"), qs(kind)}, {QStringLiteral("id"), qs(subject)}};
}

void AlarmBell::takeAbout(const QString& kind, const QString& id) {
    if (!id.isEmpty())
        takeWhere([kind = kind.toStdString(), id = id.toStdString()](const Row& row) {
            return row.alarm.name.subject == id && row.alarm.name.subject_kind == kind;
        });
}

void AlarmBell::giveBack(const QStringList& alarmIds) {
    const auto alarms = asked([ids = setOf(alarmIds)](const Row& row) {
        return ids.contains(row.id) && (row.state == State::Taken || row.state == State::Snoozed);
    });
    if (alarms.empty())
        return;
    if (desk_.giveBack(alarms))
        hush(alarms);
    else
        Q_EMIT notKept(desk_.failureText());
}

bool AlarmBell::snooze(const QStringList& alarmIds, int minutes, const QString& reason) {
    const auto alarms = asked([ids = setOf(alarmIds)](const Row& row) {
        return ids.contains(row.id) && row.state != State::Waiting && row.state != State::Over;
    });
    const bool kept = desk_.snooze(alarms, minutes, reason);
    if (kept) // else it rings on: nobody has put it off
        hush(alarms);
    return kept;
}

} // namespace chengyun::console
