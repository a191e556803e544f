// Thousands of random acts by random people, against core's rules applied beside the hub.
#include "hub/orders/order_deadlines.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

#include <random>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

class OrderRandomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hub_and_rules_agree_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 5; ++seed)
            QTest::addRow("%u", seed) << seed;
    }

    void hub_and_rules_agree() {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        Hall hall;
        hall.add_areas();
        const OrderPolicy policy;
        std::map<std::string, Assignment> model;
        std::vector<std::string> ids;
        std::string order;
        TimeLimits limits;
        int carried_out = 0, refused = 0;
        for (int step = 0; step < 600; ++step) {
            if (step % 60 == 0) {
                const auto command = hall.command({hall.east_unit, hall.west_unit});
                const auto issued = hall.issue(hall.commander, command);
                VERIFY_OK(issued);
                order = command.id;
                limits = command.limits;
                model.clear();
                ids.clear();
                for (const auto& assignment : issued->change.values<Assignment>()) {
                    model[assignment.id] = assignment;
                    ids.push_back(assignment.id);
                }
            }
            hall.later(static_cast<std::int64_t>(random() % 3));
            const auto act = static_cast<Act>(random() % 14);
            if (act == Act::reassign)
                continue; // makes new ones; order_service_test has it
            const auto& id = ids[random() % ids.size()];
            const auto& before = model[id];
            const auto account = random() % 3 == 0               ? hall.commander
                                 : before.unit == hall.east_unit ? hall.east_phone
                                                                 : hall.west_phone;
            ActOnAssignment body;
            if (random() % 4 != 0)
                body.text = "words";
            body.on_behalf = account.role != Role::unit && random() % 2 == 0;
            const auto done = hall.act(account, id, act, body);
            auto expected = apply(before, act, account.role, policy, limits, hall.clock(),
                                  body.text.value_or(""), *body.on_behalf);
            // Entering what the unit said is for what the unit does.
            const bool misplaced =
                *body.on_behalf && std::ranges::any_of(transitions(), [&](const Transition& t) {
                    return t.act == act && t.side == Transition::Side::centre;
                });
            if (misplaced) {
                QVERIFY(done.has_error());
                QVERIFY(done.error().kind == FailureKind::invalid_field);
                QVERIFY(hall.assignment(id) == before);
                ++refused;
                continue;
            }
            const bool words_missing = !body.text && (act == Act::report || act == Act::supervise);
            if (!expected || words_missing) {
                QVERIFY(done.has_error());
                if (!words_missing)
                    QVERIFY(done.error().kind == expected.error().kind);
                QVERIFY(hall.assignment(id) == before);
                ++refused;
                continue;
            }
            VERIFY_OK(done);
            ++carried_out;
            const auto stored = hall.assignment(id);
            expected->version = stored.version;
            QVERIFY(stored == *expected);
            model[id] = stored;
            std::vector<Assignment> all;
            for (const auto& [key, value] : model)
                all.push_back(value);
            QVERIFY(hall.order(order).state == derive_state(all));
            // Without a firing in between, what is pending is what the state asks for.
            auto timers = must(timers_of(*hall.deadline_store, *hall.reader, id));
            auto wanted = timers_for(stored, limits, policy);
            std::ranges::sort(wanted, {}, &Timer::fire_at);
            QCOMPARE(timers.size(), wanted.size());
            for (std::size_t i = 0; i < timers.size(); ++i)
                QVERIFY(timers[i] == wanted[i]);
        }
        QVERIFY(carried_out > 50);
        QVERIFY(refused > 50);
        QVERIFY(hall.chain_intact());
    }
};

QTEST_GUILESS_MAIN(OrderRandomTest)
#include "order_random_test.moc"
