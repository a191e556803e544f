// A hall whose duty is looked at: posts, people and shifts in a line each.
#pragma once

#include "core/duty/roster_codec.h"
#include "core/wire/wire_codec.h"
#include "hub/duty/duty_capability.h"
#include "hub/duty/rota_reads.h"
#include "tests/core/duty/sample.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

namespace chengyun::hub::test {

struct DutyHall : Hall {
    using Hall::Hall;

    DutyCapability& capability = capabilities.get<DutyCapability>();
    DutyStore& duty_store = capability.store();
    DutyService& duty = capability.service();
    Roster& roster = capability.roster();

    /// An operator's account of its own; what it may do on duty follows from its person.
    static Account of(const char* person, const std::string& area = {}) {
        auto account = Hall::account(Role::operator_, area);
        account.id = sample::id((std::string("a-") + person).c_str());
        account.name = account.display_name = person;
        return account;
    }

    template <class T>
    Result<Done> put(const Account& by, const T& value) {
        return run([&](Transaction& tx) { return roster.planning.put(tx, by, value); });
    }
    Post add_post(const char* name, PostKind kind = PostKind::dispatcher,
                  const std::string& unit = {}, bool hands_over = false) {
        auto post = sample::post(name, kind);
        post.unit = unit;
        post.hands_over = hands_over;
        return must(put(commander, post)).change.values<Post>().front();
    }
    /// With an account of his own.
    Person add_person(const char* name, const std::string& unit = {},
                      std::vector<DutyRight> rights = {}) {
        auto person = sample::person(name);
        person.unit = unit;
        person.account = of(name).id;
        person.rights = std::move(rights);
        // By who may do so for any unit.
        return must(put(commander, person)).change.values<Person>().front();
    }

    /// Minutes from now.
    PlannedShift planned(const char* name, const char* post, const char* person, std::int64_t from,
                         std::int64_t to) const {
        PlannedShift shift;
        shift.id = sample::id(name);
        shift.post = sample::id(post);
        if (*person)
            shift.person = sample::id(person);
        shift.start = clock() + std::chrono::minutes(from);
        shift.end = clock() + std::chrono::minutes(to);
        return shift;
    }
    Result<Done> plan(const Account& by, const PlanShifts& command) {
        return run([&](Transaction& tx) { return roster.planning.plan(tx, by, command); });
    }
    void add_shift(const char* name, const char* post, const char* person, std::int64_t from,
                   std::int64_t to) {
        must(plan(commander, {{planned(name, post, person, from, to)}, {}}));
    }
    Result<Done> check_in(const Account& by, const char* shift,
                          CheckInFrom from = CheckInFrom::seat) {
        return run([&](Transaction& tx) {
            return roster.shifts.check_in(tx, by, sample::id(shift), {from});
        });
    }
    Result<Done> stand_in(const Account& by, const char* shift, const char* person) {
        return run([&](Transaction& tx) {
            return roster.shifts.stand_in(tx, by, sample::id(shift), {sample::id(person)});
        });
    }
    Result<Done> close_shift(const Account& by, const char* shift) {
        return run([&](Transaction& tx) { return roster.shifts.close(tx, by, sample::id(shift)); });
    }
    Shift shift(const char* name) {
        return must(duty_table<Shift>().get(*reader, sample::id(name)));
    }

    /// Carries out what is due, all of it, as the thread of the deadlines does.
    void fire() {
        must(writer->run([&](Transaction& tx) -> Result<Answer> {
            must(deadlines.fire_due(tx, 1000));
            return Answer{};
        }));
    }
    [[nodiscard]] Snapshot seen_by(const Account& account) {
        return must(json::read<Snapshot>(must(snapshots.make(*reader, account, clock()))));
    }
    [[nodiscard]] std::int64_t head() const { return writer->head(); }
};

/// "forbidden unit", or "ok".
inline QByteArray outcome(const Result<Done>& done) {
    if (done)
        return "ok";
    return (std::string(json::name_of(done.error().kind)) + " " + done.error().field).c_str();
}

} // namespace chengyun::hub::test
