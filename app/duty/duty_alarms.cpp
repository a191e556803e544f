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

std::string noteOf(const Entry& entry, const char* key) {
    const auto found = entry.body.note.find(key);
    return found == entry.body.note.end() ? std::string() : found->second;
}

} // namespace

std::vector<Alarm> DutyAlarms::of(const Entry& entry, const Account& account) {
    if (entry.kind == "mode.switched")
        return entry.body.one<Duty>() ? follow(*entry.body.one<Duty>(), entry.actor == account.id)
                                      : std::vector<Alarm>();
    const bool late = entry.kind == "shift.late";
    if (!late && entry.kind != "handover.overdue")
        return {};
    const auto at = json::enum_of<PostKind>(noteOf(entry, "at"));
    if (late) {
        const auto* shift = roster_.shift(entry.id);
        const auto* post = shift ? roster_.post(shift->post) : nullptr;
        if (!post || !ringsHere(at.value_or(PostKind::shift_leader), post->unit))
            return {};
        told_.insert(shift->id);
        return {lateAlarm(shift->id, noteOf(entry, "proposed"), late_at(*shift))};
    }
    const auto* sheet = roster_.handover(entry.id);
    const auto* post = sheet ? roster_.post(sheet->post) : nullptr;
    if (!post || !ringsHere(at.value_or(PostKind::shift_leader), post->unit))
        return {};
    told_.insert(sheet->id);
    return {handoverAlarm(sheet->id, post->id, sheet->due)};
}

std::vector<Alarm> DutyAlarms::missedIn(const Snapshot& snapshot) {
    std::vector<Alarm> alarms;
    if (const auto* duty = snapshot.one<Duty>())
        alarms = follow(*duty, false);
    const auto now = clock_.exact();
    const Rota rota{snapshot.values<Post>(), snapshot.values<Person>(), snapshot.values<Shift>(),
                    snapshot.values<Leave>()};
    const auto postOf = [&](const std::string& id) {
        const auto found = std::ranges::find(rota.posts, id, &Post::id);
        return found == rota.posts.end() ? nullptr : &*found;
    };
    for (const auto& late : late_shifts(rota, now)) {
        const auto shift = std::ranges::find(rota.shifts, late.shift, &Shift::id);
        const auto* post = postOf(shift->post);
        if (post && ringsHere(superior(post->kind).value_or(post->kind), post->unit) &&
            told_.insert(late.shift).second)
            alarms.push_back(lateAlarm(late.shift, late.proposed, late.since));
    }
    for (const auto& sheet : snapshot.values<Handover>()) {
        const auto* post = postOf(sheet.post);
        if (post && sheet.state != HandoverState::accepted && sheet.due <= now &&
            ringsHere(superior(post->kind).value_or(post->kind), post->unit) &&
            told_.insert(sheet.id).second)
            alarms.push_back(handoverAlarm(sheet.id, post->id, sheet.due));
    }
    return alarms;
}

void DutyAlarms::forget() {
    mode_.reset();
    told_.clear();
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

Alarm DutyAlarms::lateAlarm(const std::string& id, const std::string& proposed,
                            Instant since) const {
    Alarm alarm;
    alarm.kind = "late_check_in";
    alarm.icon = QStringLiteral("user");
    alarm.subjectKind = "shift";
    alarm.subject = id;
    alarm.at = ms_of(since);
    alarm.urgent = true;
    alarm.title = [this, id] {
        const auto* shift = roster_.shift(id);
        return shift ? DutyAlarmWords::tr("%1 has not come: %2")
                           .arg(isolated(roster_.personName(qs(shift->person))),
                                isolated(roster_.postName(qs(shift->post))))
                     : DutyAlarmWords::tr("Somebody on duty has not come");
    };
    alarm.text = [this, proposed] {
        return proposed.empty() ? DutyAlarmWords::tr("Nobody is free to stand in")
                                : DutyAlarmWords::tr("Proposed to stand in: %1")
                                      .arg(isolated(roster_.personName(qs(proposed))));
    };
    return alarm;
}

Alarm DutyAlarms::handoverAlarm(const std::string& sheet, const std::string& post,
                                Instant due) const {
    Alarm alarm;
    alarm.kind = "handover";
    alarm.icon = QStringLiteral("swap");
    alarm.subjectKind = "handover";
    alarm.subject = sheet;
    alarm.at = ms_of(due);
    alarm.urgent = true;
    alarm.title = [this, post] {
        return DutyAlarmWords::tr("Handover is not accepted: %1")
            .arg(isolated(roster_.postName(qs(post))));
    };
    alarm.text = [] { return DutyAlarmWords::tr("The shift cannot be closed before."); };
    return alarm;
}

std::vector<Alarm> DutyAlarms::follow(const Duty& duty, bool own) {
    const bool switched = mode_ && *mode_ != duty.mode;
    mode_ = duty.mode;
    if (!switched || own)
        return {};
    const bool emergency = duty.mode == Mode::emergency;
    Alarm alarm;
    alarm.kind = emergency ? "emergency" : "peace";
    alarm.icon = emergency ? QStringLiteral("warning") : QStringLiteral("info");
    alarm.urgent = emergency;
    alarm.at = ms_of(duty.mode_since);
    alarm.title = [emergency] {
        return emergency ? DutyAlarmWords::tr("Emergency mode")
                         : DutyAlarmWords::tr("Back to normal");
    };
    alarm.text = [reason = qs(duty.mode_reason)] { return reason; };
    return {std::move(alarm)};
}

} // namespace chengyun::console
