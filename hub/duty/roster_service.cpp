#include "hub/duty/roster_service.h"

#include "core/account/account_codec.h"
#include "core/duty/entry_kinds.h"
#include "core/text/limits.h"
#include "hub/duty/rota_reads.h"
#include "hub/resources/unit_store.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace chengyun::hub {

namespace {

/// The value with that key; none when there is none.
template <class T>
Result<std::optional<T>> kept_before(Database& db, const std::string& key) {
    auto found = duty_table<T>().get(db, key);
    if (found)
        return std::optional<T>(std::move(*found));
    if (found.error().kind == FailureKind::not_found)
        return std::optional<T>();
    return found.error();
}

Result<> must_be_present(std::int64_t version, std::int64_t present) {
    if (version != present)
        return fail(FailureKind::conflict, "version", "it has changed since");
    return {};
}

template <class T>
Result<Answer> written_as(Transaction& tx, const Account& account, T value, std::string_view kind,
                          std::string_view entity, std::string T::* key) {
    DutyEntry entry(tx, actor_of(account));
    if (auto done = entry.keep(value); !done)
        return done.error();
    if (auto done = entry.append(kind, entity, value.*key, value.*key); !done)
        return done.error();
    return entry.done();
}

Failure at_shift(const char* list, std::size_t index, const Failure& why) {
    auto field = std::string(list) + "[" + std::to_string(index) + "]";
    if (!why.field.empty())
        field += "." + why.field;
    return fail(why.kind, std::move(field), why.detail);
}

/// One PlanShifts being carried out: each post and person is looked up once.
class Planning {
public:
    Planning(Transaction& tx, const DutyActor& actor, DutyDeadlines& deadlines, DutyEntry& entry)
        : tx_(tx), db_(tx.database()), actor_(actor), deadlines_(deadlines), entry_(entry) {}

    Result<> write(const PlannedShift& planned) {
        auto before = kept_before<Shift>(db_, planned.id);
        if (!before)
            return before.error();
        const auto* was = *before ? &**before : nullptr;
        if (was)
            if (auto may = planned_post(was->post); !may)
                return may.error();
        auto post = planned_post(planned.post);
        if (!post)
            return post.error();
        if (auto known = must_know(planned.person, "person"); !known)
            return known;
        if (auto known = must_know(planned.backup, "backup"); !known)
            return known;
        auto after = written(planned, was, **post);
        if (!after)
            return after.error();
        return keep(was, *after, **post);
    }

    Result<> cancel(const CancelledShift& cancelled) {
        auto before = duty_table<Shift>().get(db_, cancelled.id);
        if (!before)
            return before.error();
        auto post = planned_post(before->post);
        if (!post)
            return post.error();
        if (auto ok = must_be_present(cancelled.version, before->version); !ok)
            return ok;
        auto after = chengyun::cancel(*before, std::array{ShiftSide::plans});
        if (!after)
            return after.error();
        return keep(&*before, *after, **post);
    }

private:
    Result<> keep(const Shift* before, Shift& after, const Post& post) {
        if (auto done = entry_.keep(after); !done)
            return done;
        return deadlines_.arm(db_, before, after, post, false, tx_.now());
    }

    /// The post, of which the account must be a planner.
    Result<const Post*> planned_post(const std::string& id) {
        auto at = posts_.find(id);
        if (at == posts_.end()) {
            auto post = duty_table<Post>().get(db_, id);
            if (!post)
                return post.error();
            if (auto may = actor_.must_plan(post->unit, "post"); !may)
                return may.error();
            at = posts_.emplace(id, std::move(*post)).first;
        }
        return &at->second;
    }

    Result<> must_know(const std::optional<std::string>& person, const char* field) {
        if (!person || person->empty() || people_.contains(*person))
            return {};
        auto found = duty_table<Person>().get(db_, *person);
        if (!found)
            return found.error().kind == FailureKind::not_found
                       ? fail(FailureKind::not_found, field, "no such person")
                       : found.error();
        people_.insert(*person);
        return {};
    }

    Transaction& tx_;
    Database& db_;
    const DutyActor& actor_;
    DutyDeadlines& deadlines_;
    DutyEntry& entry_;
    std::map<std::string, Post> posts_;
    std::set<std::string> people_;
};

} // namespace

Result<> RosterService::unit_exists(Database& db, const std::string& unit) const {
    if (unit.empty())
        return {};
    auto head = units_.head(db, unit);
    if (head)
        return {};
    return head.error().kind == FailureKind::not_found
               ? fail(FailureKind::not_found, "unit", "no such unit")
               : head.error();
}

Result<Answer> RosterService::put(Transaction& tx, const Account& account, Post post) {
    auto& db = tx.database();
    if (auto ok = check(post); !ok)
        return ok.error();
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    auto before = kept_before<Post>(db, post.id);
    if (!before)
        return before.error();
    if (*before)
        if (auto may = actor->must_plan((*before)->unit, "unit"); !may)
            return may.error();
    if (auto may = actor->must_plan(post.unit, "unit"); !may)
        return may.error();
    if (auto ok = must_be_present(post.version, *before ? (*before)->version : 0); !ok)
        return ok.error();
    if (!post.unit.empty() && post.kind != PostKind::liaison)
        return fail(FailureKind::invalid_field, "kind", "a department has liaisons only");
    if (auto ok = unit_exists(db, post.unit); !ok)
        return ok.error();
    // Whether a shift that goes on ends with a sheet may have changed.
    auto shifts = shifts_on_duty(db);
    if (!shifts)
        return shifts.error();
    for (const auto& shift : *shifts) {
        if (shift.post != post.id)
            continue;
        auto sheet = sheet_of(db, shift.id);
        if (!sheet)
            return sheet.error();
        if (auto done = deadlines_.arm(db, &shift, shift, post, sheet->has_value(), tx.now());
            !done)
            return done.error();
    }
    return written_as(tx, account, std::move(post), entry_kind::duty_post_written, "duty_post",
                      &Post::id);
}

Result<> RosterService::find_account(Person& person, const Person* before) const {
    person.account_name.reset();
    if (before && person.account == before->account) {
        person.account_name = before->account_name;
    } else if (!person.account.empty() && !check_id(person.account, "account")) {
        auto found = find_account_(person.account);
        if (!found)
            return fail(FailureKind::not_found, "account", "nobody signs in with this name");
        person.account_name = std::exchange(person.account, std::move(*found));
    }
    return {};
}

Result<Answer> RosterService::put(Transaction& tx, const Account& account, Person person) {
    auto& db = tx.database();
    if (auto ok = check(person); !ok)
        return ok.error();
    auto actor = duty_actor(db, account);
    if (!actor)
        return actor.error();
    auto before = kept_before<Person>(db, person.id);
    if (!before)
        return before.error();
    const auto* known = *before ? &**before : nullptr;
    if (auto found = find_account(person, known); !found)
        return found.error();
    if (auto may = may_write(account, actor->self(), known, person); !may)
        return may.error();
    if (auto ok = must_be_present(person.version, *before ? (*before)->version : 0); !ok)
        return ok.error();
    if (auto ok = unit_exists(db, person.unit); !ok)
        return ok.error();
    if (!person.account.empty()) {
        auto others = people_of_account(db, person.account);
        if (!others)
            return others.error();
        if (std::ranges::any_of(*others,
                                [&](const Person& other) { return other.id != person.id; }))
            return fail(FailureKind::conflict, "account", "the account is another person's");
    }
    return written_as(tx, account, std::move(person), entry_kind::duty_person_written,
                      "duty_person", &Person::id);
}

Result<Answer> RosterService::put(Transaction& tx, const Account& account, Pattern pattern) {
    if (auto ok = check(pattern); !ok)
        return ok.error();
    auto actor = duty_actor(tx.database(), account);
    if (!actor)
        return actor.error();
    if (auto may = actor->must_plan({}, {}); !may)
        return may.error();
    return written_as(tx, account, std::move(pattern), entry_kind::duty_pattern_written,
                      "duty_pattern", &Pattern::key);
}

Result<Answer> RosterService::put(Transaction& tx, const Account& account, HolidayYear year) {
    if (auto ok = check(year); !ok)
        return ok.error();
    auto actor = duty_actor(tx.database(), account);
    if (!actor)
        return actor.error();
    if (auto may = actor->must_plan({}, {}); !may)
        return may.error();
    return written_as(tx, account, std::move(year), entry_kind::duty_holidays_written,
                      "holiday_year", &HolidayYear::year);
}

Result<Answer> RosterService::plan(Transaction& tx, const Account& account,
                                   const PlanShifts& command) {
    if (auto ok = check(command); !ok)
        return ok.error();
    auto actor = duty_actor(tx.database(), account);
    if (!actor)
        return actor.error();
    DutyEntry entry(tx, actor_of(account));
    Planning planning(tx, *actor, deadlines_, entry);
    for (std::size_t i = 0; i < command.shifts.size(); ++i)
        if (auto done = planning.write(command.shifts[i]); !done)
            return at_shift("shifts", i, done.error());
    for (std::size_t i = 0; i < command.cancelled.size(); ++i)
        if (auto done = planning.cancel(command.cancelled[i]); !done)
            return at_shift("cancelled", i, done.error());
    const auto& first =
        command.shifts.empty() ? command.cancelled.front().id : command.shifts.front().id;
    const bool one = command.shifts.size() + command.cancelled.size() == 1;
    if (auto done =
            entry.append(entry_kind::shift_planned, "shift", first, one ? first : std::string());
        !done)
        return done.error();
    return entry.done();
}

} // namespace chengyun::hub
