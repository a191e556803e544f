#include "hub/alarms/alarm_service.h"

#include "core/account/account_codec.h"
#include "core/alarms/alarms_codec.h"
#include "core/alarms/entry_kinds.h"
#include "core/journal/entry_kinds.h"
#include "core/wire/wire_codec.h"
#include "hub/alarms/alarm_kinds.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/journal/command_entries.h"
#include "hub/journal/journal_kinds.h"
#include "hub/store/rows.h"

#include <chrono>
#include <set>

namespace chengyun::hub {

namespace {

/// So long a mark stays at least, for those who ask later who has had the alarm.
constexpr std::chrono::hours kept{24};

[[nodiscard]] bool sees(const Account& account, const AlarmAudience& audience) {
    return may_see(account, audience.everybody ? Viewers::everybody : Viewers::by_place,
                   audience.areas, {});
}

} // namespace

/// The entries of one command about alarms, and what its answer says of those that stay as they
/// are.
class MarkEntries : private CommandEntries {
public:
    MarkEntries(Transaction& tx, Actor actor) : CommandEntries(tx, std::move(actor)) {}

    using CommandEntries::note;
    /// Of the next entry.
    void hold(std::string_view json) {
        change_.add<AlarmMark>(json);
        all_.add<AlarmMark>(json);
    }
    [[nodiscard]] Result<> append(std::string_view kind, const AlarmName& name,
                                  std::string_view subject, const AlarmAudience& audience) {
        return CommandEntries::append(kind, audience.everybody ? hall_alarm_entity : alarm_entity,
                                      id_of(name), subject, {audience.areas, {}});
    }
    void leave(const AlarmMark& mark) {
        all_.add<AlarmMark>(json::write(mark));
        left_ = true;
    }
    [[nodiscard]] std::int64_t next_seq() const { return tx_.next_seq(); }
    [[nodiscard]] Answer done(std::size_t changed) const {
        if (changed > 0 && !left_)
            return CommandEntries::done();
        return {200, done_text(tx_.next_seq() - 1, all_.text()), 0};
    }

private:
    ChangeText all_; ///< the marks of the answer
    bool left_ = false;
};

Result<Answer> AlarmService::take(Transaction& tx, const Account& account,
                                  const TakeAlarms& command) {
    if (auto ok = check(command); !ok)
        return ok.error();
    Wanted wanted;
    wanted.kind = entry_kind::alarm_taken;
    wanted.look = tx.now() + kept;
    return change(tx, account, command.alarms, wanted);
}

Result<Answer> AlarmService::snooze(Transaction& tx, const Account& account,
                                    const SnoozeAlarms& command) {
    if (auto ok = check(command, tx.now()); !ok)
        return ok.error();
    Wanted wanted;
    wanted.kind = entry_kind::alarm_snoozed;
    wanted.state = AlarmState::snoozed;
    wanted.look = command.until;
    wanted.until = command.until;
    wanted.reason = command.reason;
    return change(tx, account, command.alarms, wanted);
}

Result<Answer> AlarmService::give_back(Transaction& tx, const Account& account,
                                       const GiveBackAlarms& command) {
    if (auto ok = check(command); !ok)
        return ok.error();
    Wanted wanted;
    wanted.release = true;
    return change(tx, account, command.alarms, wanted);
}

Result<Answer> AlarmService::change(Transaction& tx, const Account& account,
                                    const std::vector<AlarmItem>& alarms, const Wanted& wanted) {
    if (!may(account.role, Permission::act_for_centre))
        return fail(FailureKind::forbidden, {}, "alarms are taken by those who act for the centre");
    auto& db = tx.database();
    // All or nothing: what is refused is said before anything is written.
    std::vector<AlarmName> names;
    std::vector<AlarmAudience> audiences;
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        names.push_back(*alarm_name(alarms[i].id)); // check() has read it
        auto audience = audience_of(db, names.back());
        if (audience && !sees(account, *audience))
            audience = fail(FailureKind::not_found);
        if (!audience)
            return audience.error().kind == FailureKind::not_found
                       ? fail(FailureKind::not_found, "alarms[" + std::to_string(i) + "].id",
                              "no such thing")
                       : audience.error();
        audiences.push_back(std::move(*audience));
        auto mine =
            subjects_.find(names.back().subject_kind)->may_take(db, account, names.back().subject);
        if (!mine)
            return mine.error();
        if (!*mine)
            return fail(FailureKind::forbidden, "alarms[" + std::to_string(i) + "].id",
                        "only those in charge of it take it for all");
    }
    if (!wanted.release)
        if (auto may = may_mark(db, account, alarms, tx.now()); !may)
            return may.error();
    MarkEntries entries(tx, actor_of(account));
    std::size_t changed = 0;
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        auto before = marks_.find(db, alarms[i].id);
        if (!before)
            return before.error();
        // Of a mark that has gone by now, or is over, there is nobody who was first: it is open.
        if (*before && holds(**before, tx.now()) && (*before)->version != alarms[i].version) {
            entries.leave(**before);
            continue;
        }
        if (wanted.release && !*before)
            continue;
        ++changed;
        if (wanted.release) {
            if (auto done = release(entries, db, names[i], audiences[i], "given_back"); !done)
                return done.error();
            continue;
        }
        AlarmMark mark;
        mark.id = alarms[i].id;
        mark.state = wanted.state;
        mark.raised = alarms[i].raised;
        mark.by = account.id;
        mark.by_name = actor_of(account).name;
        mark.at = tx.now();
        mark.until = wanted.until;
        mark.reason = wanted.reason;
        mark.version = entries.next_seq();
        const auto json = json::write(mark);
        if (auto done = marks_.put(db, mark, json); !done)
            return done.error();
        if (auto done =
                deadlines_.set(db, mark.id, alarm_deadlines,
                               {{mark.id, alarm_deadlines.first, wanted.look, 0, wanted.look}});
            !done)
            return done.error();
        entries.hold(json);
        if (auto done = entries.append(wanted.kind, names[i], names[i].subject, audiences[i]);
            !done)
            return done.error();
    }
    return entries.done(changed);
}

Result<> AlarmService::release(MarkEntries& entries, Database& db, const AlarmName& name,
                               const AlarmAudience& audience, std::string_view why) {
    const auto id = id_of(name);
    if (auto done = marks_.remove(db, id); !done)
        return done;
    if (auto done = deadlines_.set(db, id, alarm_deadlines, {}); !done)
        return done;
    entries.note("why", why);
    // That a mark is not needed any more is no event of the subject's.
    return entries.append(entry_kind::alarm_released, name,
                          why == alarm_settled ? std::string_view() : name.subject, audience);
}

Result<AlarmAudience> AlarmService::audience_of(Database& db, const AlarmName& name) const {
    const auto* subject = subjects_.find(name.subject_kind);
    if (!subject)
        return fail(FailureKind::not_found, "alarm", "nothing of such a kind rings");
    return subject->audience(db, name.subject);
}

Result<bool> AlarmService::stands(Database& db, const AlarmName& name, Instant now) const {
    const auto* subject = subjects_.find(name.subject_kind);
    if (!subject)
        return false;
    auto stands = subject->stands(db, name, now);
    if (!stands && stands.error().kind == FailureKind::not_found)
        return false;
    return stands;
}

Result<> AlarmService::may_mark(Database& db, const Account& account,
                                const std::vector<AlarmItem>& alarms, Instant now) const {
    auto made = marks_.made_by(db, account.id);
    if (!made)
        return made.error();
    std::set<std::string> marked(made->begin(), made->end());
    for (const auto& alarm : alarms)
        marked.insert(alarm.id);
    // Looked at one by one only where they are too many altogether.
    if (marked.size() <= most_idle_marks)
        return {};
    std::size_t idle = 0;
    for (const auto& id : marked) {
        const auto name = alarm_name(id);
        auto standing = name ? stands(db, *name, now) : Result<bool>(false);
        if (!standing)
            return standing.error();
        if (!*standing && ++idle > most_idle_marks)
            return fail(FailureKind::wrong_state, "alarms",
                        "this account has taken " + std::to_string(most_idle_marks) +
                            " alarms that do not stand; they are forgotten within a day");
    }
    return {};
}

DeadlineHandler AlarmService::deadline_handler() {
    return {"alarms", alarm_deadlines,
            [this](Transaction& tx, const Deadline& deadline) { return fire(tx, deadline); },
            [](Transaction& tx, const Deadline& deadline, const Failure& why) -> Result<> {
                CommandEntries entries(tx, {"timer", "timer"});
                entries.note("due", std::to_string(ms_of(deadline.due)));
                entries.note("why", json::name_of(why.kind));
                return entries.append(entry_kind::timer_failed, alarm_entity, deadline.subject, {});
            }};
}

Result<> AlarmService::fire(Transaction& tx, const Deadline& deadline) {
    auto& db = tx.database();
    auto mark = marks_.find(db, deadline.subject);
    if (!mark)
        return mark.error();
    const auto name = alarm_name(deadline.subject);
    if (!*mark || !name)
        return {};
    const bool snoozed = (*mark)->state == AlarmState::snoozed;
    if (!snoozed) {
        auto standing = stands(db, *name, tx.now());
        if (!standing)
            return standing.error();
        if (*standing) {
            const auto next = tx.now() + kept;
            return deadlines_.set(db, deadline.subject, alarm_deadlines,
                                  {{deadline.subject, alarm_deadlines.first, next, 0, next}});
        }
    }
    auto audience = audience_of(db, *name);
    if (!audience && audience.error().kind != FailureKind::not_found)
        return audience.error();
    MarkEntries entries(tx, {"timer", "timer"});
    return release(entries, db, *name, audience ? *audience : AlarmAudience{},
                   snoozed ? "time" : alarm_settled);
}

Result<std::string> AlarmService::seen_by(Database& db, const Account& account) const {
    std::string out;
    if (account.role == Role::unit)
        return out; // a phone takes no alarms
    auto read = marks_.each(db, [&](std::string_view id, std::string_view json) -> Result<> {
        const auto name = alarm_name(id);
        if (!name)
            return fail(FailureKind::corrupt, "alarm", "no alarm is called so");
        auto audience = audience_of(db, *name);
        if (!audience)
            return audience.error().kind == FailureKind::not_found ? Result<>() : audience.error();
        if (!sees(account, *audience))
            return {};
        if (!out.empty())
            out += ',';
        out += json;
        return {};
    });
    if (!read)
        return read.error();
    return out;
}

} // namespace chengyun::hub
