#include "app/duty/duty_alarms.h"

#include "app/duty/roster.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "core/duty/alarms.h"
#include "core/duty/entry_kinds.h"
#include "core/json/codec.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace chengyun::console {
namespace {

struct DutyAlarmWords {
    Q_DECLARE_TR_FUNCTIONS(DutyAlarms)
};

const std::string shiftKind(duty_alarm::shift), sheetKind(duty_alarm::sheet);

} // namespace

AlarmNews DutyAlarms::of(const std::vector<Entry>& entries, const Account& account) {
    AlarmNews news;
    std::unordered_set<std::string> shifts, sheets;
    // What the hub says to be late is late, though this seat's idea of its time may be behind.
    auto now = clock_.exact();
    for (const auto& entry : entries) {
        now = std::max(now, entry.time);
        if (const auto* policy = entry.body.one<DutyPolicy>())
            policy_ = *policy;
        if (entry.kind == entry_kind::mode_switched && entry.body.one<Duty>())
            follow(news.alarms, *entry.body.one<Duty>(), entry.actor == account.id);
        for (const auto& shift : entry.body.values<Shift>())
            shifts.insert(shift.id);
        for (const auto& sheet : entry.body.values<Handover>())
            sheets.insert(sheet.id);
        if (entry.kind == entry_kind::shift_late)
            shifts.insert(entry.id);
        else if (entry.kind == entry_kind::handover_overdue)
            sheets.insert(entry.id);
    }
    for (const auto& id : shifts) {
        news.whole.push_back({shiftKind, id});
        if (const auto* shift = roster_.shift(id))
            addStanding(news.alarms, *shift, now);
    }
    for (const auto& id : sheets) {
        news.whole.push_back({sheetKind, id});
        if (const auto* sheet = roster_.handover(id))
            addStanding(news.alarms, *sheet, now);
    }
    return news;
}

std::vector<Alarm> DutyAlarms::standing(const Snapshot& snapshot) {
    std::vector<Alarm> alarms;
    if (const auto* duty = snapshot.one<Duty>())
        follow(alarms, *duty, false);
    const auto* policy = snapshot.one<DutyPolicy>();
    policy_ = policy ? *policy : DutyPolicy();
    const auto now = clock_.exact();
    for (const auto& shift : roster_.shifts())
        addStanding(alarms, shift, now);
    for (const auto& sheet : roster_.handovers())
        addStanding(alarms, sheet, now);
    return alarms;
}

std::vector<PostKind> DutyAlarms::climbed(const DutyRing& first, const std::string& unit,
                                          Instant now) const {
    std::vector<PostKind> posts;
    for (std::optional ring = first; ring && ring->fire_at <= now; ring = next_ring(*ring, policy_))
        if (ringsHere(ring->at, unit))
            posts.push_back(ring->at);
    return posts;
}

void DutyAlarms::addStanding(std::vector<Alarm>& alarms, const Shift& shift, Instant now) const {
    const auto* post = roster_.post(shift.post);
    if (!post || !is_missing(shift, now))
        return;
    const auto missed = late_at(shift);
    const auto posts = climbed(
        first_ring(DutyRingKind::late_check_in, shift.id, post->kind, missed), post->unit, now);
    if (posts.empty())
        return;
    const auto others = stand_ins(roster_.rota(), shift);
    for (const auto at : posts) {
        auto& alarm = alarms.emplace_back(lateAlarm(shift.id, duty_occurrence(at, missed)));
        alarm.at = ms_of(missed);
        alarm.ends = ms_of(shift.end);
        alarm.text = [this, who = others.empty() ? std::string() : others.front()] {
            return who.empty() ? DutyAlarmWords::tr("Nobody is free to stand in")
                               : DutyAlarmWords::tr("Proposed to stand in: %1")
                                     .arg(isolated(roster_.personName(qs(who))));
        };
    }
}

void DutyAlarms::addStanding(std::vector<Alarm>& alarms, const Handover& sheet, Instant now) const {
    const auto* post = roster_.post(sheet.post);
    if (!post || sheet.state == HandoverState::accepted)
        return;
    for (const auto at : climbed(
             first_ring(DutyRingKind::handover, sheet.id, post->kind, sheet.due), post->unit, now))
        alarms.emplace_back(handoverAlarm(sheet.id, duty_occurrence(at, sheet.due))).at =
            ms_of(sheet.due);
}

std::optional<Alarm> DutyAlarms::named(const AlarmName& name) const {
    if (name.subject_kind == shiftKind && name.kind == duty_alarm::late_check_in)
        return lateAlarm(name.subject, name.occurrence);
    if (name.subject_kind == sheetKind && name.kind == duty_alarm::handover)
        return handoverAlarm(name.subject, name.occurrence);
    return std::nullopt;
}

void DutyAlarms::forget() {
    mode_.reset();
}

bool DutyAlarms::ringsHere(PostKind at, const std::string& unit) const {
    const auto now = clock_.exact();
    bool heard = false;
    for (const auto& on : on_duty(roster_.posts(), roster_.shifts(), now)) {
        if (roster_.post(on.post)->kind != at)
            continue;
        for (const auto& id : on.now) {
            const auto* person = roster_.person(roster_.shift(id)->person);
            if (person && person == roster_.self())
                return true;
            heard = heard || (person && !person->account.empty());
        }
    }
    // Nobody sits there who could hear it: then those hear it who can put it right.
    return !heard && roster_.may(DutyRight::plan, unit);
}

bool DutyAlarms::isInCharge(const std::string& post) const {
    const auto* known = roster_.post(post);
    return roster_.isInCharge(known ? known->unit : std::string());
}

Alarm DutyAlarms::lateAlarm(const std::string& id, std::string occurrence) const {
    Alarm alarm;
    alarm.name = {shiftKind, id, std::string(duty_alarm::late_check_in), std::move(occurrence)};
    alarm.icon = QStringLiteral("user");
    alarm.urgent = true;
    const auto* known = roster_.shift(id);
    alarm.personal = !isInCharge(known ? known->post : std::string());
    alarm.title = [this, id] {
        const auto* shift = roster_.shift(id);
        return shift ? DutyAlarmWords::tr("%1 has not come: %2")
                           .arg(isolated(roster_.personName(qs(shift->person))),
                                isolated(roster_.postName(qs(shift->post))))
                     : DutyAlarmWords::tr("Somebody on duty has not come");
    };
    return alarm;
}

Alarm DutyAlarms::handoverAlarm(const std::string& id, std::string occurrence) const {
    Alarm alarm;
    alarm.name = {sheetKind, id, std::string(duty_alarm::handover), std::move(occurrence)};
    alarm.icon = QStringLiteral("swap");
    alarm.urgent = true;
    const auto* known = roster_.handover(id);
    alarm.personal = !isInCharge(known ? known->post : std::string());
    alarm.title = [this, id] {
        const auto* sheet = roster_.handover(id);
        return DutyAlarmWords::tr("Handover is not accepted: %1")
            .arg(isolated(sheet ? roster_.postName(qs(sheet->post)) : QString()));
    };
    alarm.text = [] { return DutyAlarmWords::tr("The shift cannot be closed before."); };
    return alarm;
}

void DutyAlarms::follow(std::vector<Alarm>& alarms, const Duty& duty, bool own) {
    const bool switched = mode_ && *mode_ != duty.mode;
    mode_ = duty.mode;
    if (!switched || own)
        return;
    const bool emergency = duty.mode == Mode::emergency;
    Alarm alarm;
    alarm.name = {{},
                  {},
                  emergency ? "emergency" : "peace",
                  std::to_string(ms_of(duty.mode_since)) + '.' + std::to_string(duty.version)};
    alarm.icon = emergency ? QStringLiteral("warning") : QStringLiteral("info");
    alarm.urgent = emergency;
    alarm.personal = true; // each seat is to hear of it
    alarm.lasts = true;
    alarm.at = ms_of(duty.mode_since);
    alarm.title = [emergency] {
        return emergency ? DutyAlarmWords::tr("Emergency mode")
                         : DutyAlarmWords::tr("Back to normal");
    };
    alarm.text = [reason = qs(duty.mode_reason)] { return reason; };
    alarms.push_back(std::move(alarm));
}

} // namespace chengyun::console
