#include "hub/demo/demo.h"

#include "core/account/account_codec.h"
#include "core/order/order_codec.h"
#include "core/wire/wire_codec.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/deadlines/deadlines.h"
#include "hub/demo/stock.h"
#include "hub/demo/story.h"
#include "hub/orders/order_service.h"
#include "hub/orders/order_store.h"
#include "hub/resources/area_service.h"
#include "hub/resources/resource_service.h"
#include "hub/resources/unit_service.h"
#include "hub/store/database.h"
#include "hub/store/writer.h"

#include <algorithm>
#include <functional>

namespace chengyun::hub {

namespace {

const Actor maker{"system", "演示"};

Account account_of(Role role, const std::string& id, const std::string& name,
                   const std::string& unit = {}) {
    Account account;
    account.id = id;
    account.name = "demo";
    account.display_name = name;
    account.role = role;
    account.unit = unit;
    return account;
}

/// Plays the planned orders with the clock at each moment, timers firing in between as they would
/// have.
class Stage {
public:
    Stage(Writer& writer, DemoClock& clock, const DemoServices& services, Dice& dice)
        : writer_(writer), clock_(clock), services_(services),
          operators_{account_of(Role::operator_, dice.uuid(), "周敏（演示）"),
                     account_of(Role::operator_, dice.uuid(), "陈立新（演示）"),
                     account_of(Role::commander, dice.uuid(), "高国栋（演示）")} {}

    Result<> play(const std::vector<PlannedOrder>& day, Instant end) {
        struct Moment {
            Instant at;
            std::function<Result<>()> happen;
        };
        std::vector<Moment> moments;
        std::vector<std::vector<Assignment>> cast(day.size());
        for (std::size_t i = 0; i < day.size(); ++i) {
            const auto& order = day[i];
            const auto& centre = operators_[i % operators_.size()];
            moments.push_back({order.issued, [this, &order, &centre, &who = cast[i]] {
                                   return issue(order.command, centre, who);
                               }});
            for (const auto& beat : order.beats)
                moments.push_back({order.issued + std::chrono::minutes(beat.minute),
                                   [this, &order, &beat, &centre, &who = cast[i]] {
                                       return act(order.command.id, beat, centre, who);
                                   }});
        }
        std::ranges::stable_sort(moments, {}, &Moment::at);
        for (const auto& moment : moments) {
            if (auto ok = fire_until(moment.at); !ok)
                return ok;
            clock_.put(moment.at);
            if (auto ok = moment.happen(); !ok)
                return ok;
        }
        return fire_until(end);
    }

private:
    /// Runs a command and keeps the assignments it leaves.
    Result<> command(const Writer::Work& work, std::vector<Assignment>* who) {
        const auto answer = writer_.run(work);
        if (!answer)
            return answer.error();
        if (!who)
            return {};
        const auto done = json::read<Done>(answer->body);
        if (!done)
            return done.error();
        for (const auto& assignment : done->change.values<Assignment>()) {
            const auto known = std::ranges::find(*who, assignment.id, &Assignment::id);
            if (known == who->end())
                who->push_back(assignment);
            else
                *known = assignment;
        }
        return {};
    }

    Result<> issue(const IssueOrder& order, const Account& centre, std::vector<Assignment>& who) {
        return command([&](Transaction& tx) { return services_.orders.issue(tx, centre, order); },
                       &who);
    }

    Result<> act(const std::string& order, const Beat& beat, const Account& centre,
                 std::vector<Assignment>& who) {
        if (beat.kind == Beat::Kind::withdraw)
            return command(
                [&](Transaction& tx) {
                    return services_.orders.withdraw(tx, centre, order, beat.text);
                },
                &who);
        if (beat.recipient >= who.size())
            return fail(FailureKind::internal, "recipient", "the plan names nobody");
        const auto& assignment = who[beat.recipient];
        const auto unit = account_of(Role::unit, assignment.unit, assignment.unit_name + "值班员",
                                     assignment.unit);
        if (beat.kind != Beat::Kind::act)
            return answer_supervision(order, beat, centre, unit, assignment.id);
        const bool of_unit = next_state(assignment.state, beat.act, Role::unit).has_value();
        ActOnAssignment what;
        if (!beat.text.empty())
            what.text = beat.text;
        if (!beat.unit.empty())
            what.unit = beat.unit;
        const auto id = assignment.id; // `who` may grow below
        return command(
            [&](Transaction& tx) {
                return services_.orders.act(tx, of_unit ? unit : centre, id, beat.act, what);
            },
            &who);
    }

    /// Supervision orders are the timers' making; the plan only knows that there will be one.
    Result<> answer_supervision(const std::string& order, const Beat& beat, const Account& centre,
                                const Account& unit, const std::string& assignment) {
        return command(
            [&](Transaction& tx) -> Result<Answer> {
                const auto texts = services_.order_store.texts(tx.database(), order);
                if (!texts)
                    return texts.error();
                for (const auto& text : texts->supervisions) {
                    const auto found = json::read<Supervision>(text);
                    if (!found)
                        return found.error();
                    if (found->assignment != assignment || found->state == SupervisionState::closed)
                        continue;
                    return beat.kind == Beat::Kind::reply
                               ? services_.orders.reply(tx, unit, found->id, beat.text)
                               : services_.orders.close(tx, centre, found->id, beat.text, {});
                }
                return Answer{}; // nobody was supervised: the work was done in time
            },
            nullptr);
    }

    Result<> fire_until(Instant until) {
        for (;;) {
            std::optional<Instant> due;
            auto looked = writer_.run([&](Transaction& tx) -> Result<Answer> {
                auto earliest = services_.deadlines.store().earliest(tx.database());
                if (!earliest)
                    return earliest.error();
                due = *earliest;
                return Answer{};
            });
            if (!looked)
                return looked.error();
            if (!due || *due > until)
                return {};
            clock_.put(*due);
            auto fired = writer_.run([&](Transaction& tx) -> Result<Answer> {
                constexpr std::size_t many = 1000;
                auto count = services_.deadlines.fire_due(tx, many);
                if (!count)
                    return count.error();
                if (*count == 0)
                    return fail(FailureKind::internal, "timer", "a due timer did not fire");
                return Answer{};
            });
            if (!fired)
                return fired.error();
        }
    }

    Writer& writer_;
    DemoClock& clock_;
    const DemoServices& services_;
    std::array<Account, 3> operators_;
};

Result<bool> exists(Readers& readers, const DemoServices& services) {
    auto db = readers.get();
    if (!db)
        return db.error();
    const auto area = services.areas.get(**db, account_of(Role::admin, {}, {}), demo_district);
    if (area)
        return true;
    if (area.error().kind == FailureKind::not_found)
        return false;
    return area.error();
}

Result<> make(Writer& writer, DemoClock& clock, const DemoServices& services,
              const DemoOptions& options) {
    Dice dice(options.seed);
    const auto geography = Geography::make(dice, options.water);
    if (!geography)
        return geography.error();
    const auto resources = make_resources(*geography, dice, options.cameras);
    const auto departments = make_departments(*geography, dice);

    // The district is older than its day.
    const auto morning = options.now - std::chrono::hours(25);
    clock.put(morning);
    const auto filled = writer.run([&](Transaction& tx) -> Result<Answer> {
        if (auto ok = services.areas.put(tx, maker, geography->areas, false, "演示"); !ok)
            return ok.error();
        if (auto ok = services.resources.upsert(tx, maker, resources, "演示"); !ok)
            return ok.error();
        const auto admin = account_of(Role::admin, dice.uuid(), "演示");
        for (const auto& unit : departments)
            if (auto ok = services.units.put(tx, admin, unit); !ok)
                return ok.error();
        return Answer{};
    });
    if (!filled)
        return filled.error();
    const auto day = plan_day(*geography, {resources, departments}, dice, options.now);
    return Stage(writer, clock, services, dice).play(day, options.now);
}

} // namespace

Result<> make_demo(Writer& writer, DemoClock& clock, Readers& readers, const DemoServices& services,
                   const DemoOptions& options) {
    const auto found = exists(readers, services);
    if (!found)
        return found.error();
    if (*found)
        return {};
    const auto made = make(writer, clock, services, options);
    clock.release();
    return made;
}

} // namespace chengyun::hub
