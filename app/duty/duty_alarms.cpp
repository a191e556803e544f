#include "app/duty/duty_alarms.h"

#include "app/duty/roster.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "core/json/codec.h"

#include <QCoreApplication>

#include <algorithm>

namespace chengyun::console {
namespace {

struct DutyAlarmWords {
    Q_DECLARE_TR_FUNCTIONS(DutyAlarms)
};

const std::string shiftKind = "shift", sheetKind = "handover";

std::string noteOf(const Entry& entry, const char* key) {
    const auto found = entry.body.note.find(key);
    return found == entry.body.note.end() ? std::string() : found->second;
}

} // namespace

AlarmNews DutyAlarms::of(const std::vector<Entry>& entries, const Account& account) {
    AlarmNews news;
    for (const auto& entry : entries) {
        if (entry.kind == "mode.switched" && entry.body.one<Duty>())
            follow(news.alarms, *entry.body.one<Duty>(), entry.actor == account.id);
        for (const auto& shift : entry.body.values<Shift>())
            if (shift.state != ShiftState::planned || shift.person.empty())
                news.whole.push_back({shiftKind, shift.id});
        for (const auto& sheet : entry.body.values<Handover>())
            if (sheet.state == HandoverState::accepted)
                news.whole.push_back({sheetKind, sheet.id});
        const bool late = entry.kind == "shift.late";
        if (!late && entry.kind != "handover.overdue")
            continue;
        const auto at =
            json::enum_of<PostKind>(noteOf(entry, "at")).value_or(PostKind::shift_leader);
        const auto* shift = late ? roster_.shift(entry.id) : nullptr;
        const auto* sheet = late ? nullptr : roster_.handover(entry.id);
        const auto* post = shift   ? roster_.post(shift->post)
                           : sheet ? roster_.post(sheet->post)
                                   : nullptr;
        if (post && ringsHere(at, post->unit))
            news.alarms.push_back(
                shift ? lateAlarm(shift->id, at, noteOf(entry, "proposed"), late_at(*shift))
                      : handoverAlarm(sheet->id, at, sheet->due));
    }
    return news;
}

template <class Make>
void DutyAlarms::addRung(std::vector<Alarm>& alarms, const DutyRing& ring, const DutyPolicy& policy,
                         const std::string& unit, Make alarm) const {
    const auto now = clock_.exact();
    for (std::optional climbed = ring; climbed && climbed->fire_at <= now;
         climbed = next_ring(*climbed, policy))
        if (ringsHere(climbed->at, unit))
            alarms.push_back(alarm(climbed->at));
}

std::vector<Alarm> DutyAlarms::standing(const Snapshot& snapshot) {
    std::vector<Alarm> alarms;
    if (const auto* duty = snapshot.one<Duty>())
        follow(alarms, *duty, false);
    const auto* told = snapshot.one<DutyPolicy>();
    const auto policy = told ? *told : DutyPolicy();
    for (const auto& late : late_shifts(roster_.rota(), clock_.exact())) {
        const auto* shift = roster_.shift(late.shift);
        if (const auto* post = shift ? roster_.post(shift->post) : nullptr)
            addRung(
                alarms, first_ring(DutyRingKind::late_check_in, late.shift, post->kind, late.since),
                policy, post->unit,
                [&](PostKind at) { return lateAlarm(late.shift, at, late.proposed, late.since); });
    }
    for (const auto& sheet : roster_.handovers())
        if (const auto* post = roster_.post(sheet.post);
            post && sheet.state != HandoverState::accepted)
            addRung(alarms, first_ring(DutyRingKind::handover, sheet.id, post->kind, sheet.due),
                    policy, post->unit,
                    [&](PostKind at) { return handoverAlarm(sheet.id, at, sheet.due); });
    return alarms;
}

std::optional<Alarm> DutyAlarms::named(const AlarmName& name) const {
    const auto at = json::enum_of<PostKind>(name.occurrence);
    if (at && name.subject_kind == shiftKind)
        return lateAlarm(name.subject, *at, std::nullopt, {});
    if (at && name.subject_kind == sheetKind)
        return handoverAlarm(name.subject, *at, {});
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

Alarm DutyAlarms::lateAlarm(const std::string& id, PostKind at,
                            const std::optional<std::string>& proposed, Instant since) const {
    Alarm alarm;
    alarm.name = {shiftKind, id, "late_check_in", std::string(json::name_of(at))};
    alarm.icon = QStringLiteral("user");
    alarm.at = ms_of(since);
    alarm.urgent = true;
    alarm.title = [this, id] {
        const auto* shift = roster_.shift(id);
        return shift ? DutyAlarmWords::tr("%1 has not come: %2")
                           .arg(isolated(roster_.personName(qs(shift->person))),
                                isolated(roster_.postName(qs(shift->post))))
                     : DutyAlarmWords::tr("Somebody on duty has not come");
    };
    if (proposed)
        alarm.text = [this, who = *proposed] {
            return who.empty() ? DutyAlarmWords::tr("Nobody is free to stand in")
                               : DutyAlarmWords::tr("Proposed to stand in: %1")
                                     .arg(isolated(roster_.personName(qs(who))));
        };
    return alarm;
}

Alarm DutyAlarms::handoverAlarm(const std::string& id, PostKind at, Instant due) const {
    Alarm alarm;
    alarm.name = {sheetKind, id, "handover", std::string(json::name_of(at))};
    alarm.icon = QStringLiteral("swap");
    alarm.at = ms_of(due);
    alarm.urgent = true;
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
