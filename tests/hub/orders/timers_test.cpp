// Reminders, overdue and escalation fire exactly once, in order, whatever happens to the hub.
#include "hub/deadlines/deadline_service.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

std::vector<std::string> fired(Hall& hall) {
    auto kinds = hall.kinds();
    std::erase_if(kinds, [](const std::string& kind) { return !kind.starts_with("timer."); });
    return kinds;
}

const std::vector<std::string> every_level = {"timer.due_soon", "timer.overdue", "timer.supervised",
                                              "timer.circulated"};

} // namespace

class TimersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_level_once() {
        Hall hall;
        hall.add_areas();
        DeadlineService service(*hall.writer, hall.deadlines, hall.clock);
        const auto issued = hall.issue(hall.commander, hall.command({hall.east_unit}));
        const auto id = issued->change.values<Assignment>()[0].id;
        // Minutes of each level after issue, at limits 10/60/240 and the policy's defaults.
        const std::vector<std::int64_t> minutes = {8, 10, 40, 160};
        std::int64_t at = 0;
        for (std::size_t level = 0; level < minutes.size(); ++level) {
            hall.later(minutes[level] - at - 1);
            QVERIFY(!must(hall.deadline_store->due(*hall.reader, hall.clock())).has_value());
            hall.later(1);
            at = minutes[level];
            service.wake();
            QTRY_COMPARE(fired(hall).size(), level + 1);
            QVERIFY(hall.assignment(id).escalation == static_cast<Escalation>(level + 1));
        }
        QCOMPARE(fired(hall), every_level);
        QCOMPARE(hall.assignment(id).reminders, 1);
        QVERIFY(!must(hall.deadline_store->earliest(*hall.reader)).has_value());
        const auto texts =
            must(hall.order_store->texts(*hall.reader, issued->change.values<Order>()[0].id));
        QCOMPARE(texts.supervisions.size(), 1U);
        const auto supervision = must(json::read<Supervision>(texts.supervisions[0]));
        QVERIFY(supervision.level == Escalation::L3);
        QCOMPARE(supervision.issuer, std::string("timer"));
        QCOMPARE(supervision.deduction, OrderPolicy().circulate_deduction);
        service.stop();
        QVERIFY(hall.chain_intact());
    }

    void an_earlier_timer_wakes_the_thread() {
        Hall hall;
        hall.add_areas();
        // The clock of the wall: only what is stored tells the thread when to look.
        hall.close();
        hall.clock = system_now;
        hall.open();
        DeadlineService service(*hall.writer, hall.deadlines);
        auto late = hall.command({hall.east_unit});
        late.limits.acknowledge = 1000;
        VERIFY_OK(hall.issue(hall.commander, late));
        OrderPolicy policy;
        policy.due_soon_percent = 100; // L0 at once
        OrderService eager(*hall.order_store, *hall.deadline_store, *hall.unit_store, hall.reach,
                           policy);
        VERIFY_OK(hall.run([&](Transaction& tx) {
            return eager.issue(tx, hall.commander, hall.command({hall.west_unit}));
        }));
        QTRY_COMPARE(fired(hall), std::vector<std::string>{"timer.due_soon"});
    }

    void one_that_cannot_be_carried_out_stops_no_other() {
        Hall hall;
        hall.add_areas();
        const auto broken = must(hall.issue(hall.commander, hall.command({hall.east_unit})));
        const auto sound = must(hall.issue(hall.commander, hall.command({hall.west_unit})));
        const auto id = broken.change.values<Assignment>()[0].id;
        hall.close();
        {
            auto db = must(Database::open(hall.file, Database::Mode::read_write));
            must(db->execute("UPDATE orders SET json = '{}' WHERE number = 1"));
        }
        hall.open();
        hall.later(11);
        {
            DeadlineService service(*hall.writer, hall.deadlines, hall.clock);
            // Due soon, then overdue; of the other only that it failed.
            QTRY_COMPARE(fired(hall).size(), 3U);
            QTRY_COMPARE(service.set_aside(), 1);
            service.stop();
        }
        auto kinds = fired(hall);
        std::ranges::sort(kinds);
        QCOMPARE(kinds,
                 (std::vector<std::string>{"timer.due_soon", "timer.failed", "timer.overdue"}));
        QVERIFY(hall.assignment(sound.change.values<Assignment>()[0].id).escalation ==
                Escalation::L1);
        QVERIFY(hall.assignment(id).escalation == Escalation::none);
        QCOMPARE(must(hall.deadline_store->aside(*hall.reader)), 1);
        // Whoever sees everything is told of it.
        for (const auto& entry : must(read_journal(*hall.reader, hall.writer->kinds(), 0, 1000)))
            if (entry->kind == "timer.failed") {
                const auto told = must(json::read<Entry>(entry->json));
                QCOMPARE(told.id, id);
                QCOMPARE(told.body.note.at("timer"), std::string("acknowledge"));
                QCOMPARE(told.body.note.at("why"), std::string("corrupt"));
                QVERIFY(may_see(hall.commander, *entry));
            }
        // Mended, the next start carries it out.
        hall.close();
        {
            auto db = must(Database::open(hall.file, Database::Mode::read_write));
            auto mend = must(db->prepare("UPDATE orders SET json = ? WHERE number = 1"));
            must(mend.bind(json::write(broken.change.values<Order>()[0])).run());
        }
        hall.open();
        DeadlineService service(*hall.writer, hall.deadlines, hall.clock);
        QTRY_VERIFY(hall.assignment(id).escalation == Escalation::L1);
        QCOMPARE(must(hall.deadline_store->aside(*hall.reader)), 0);
        QCOMPARE(service.set_aside(), 0);
        service.stop();
        QVERIFY(hall.chain_intact());
    }

    /// What came due while the hub was down fires at start, each level once and in order.
    void a_long_downtime() {
        Hall hall;
        hall.add_areas();
        VERIFY_OK(hall.issue(hall.commander, hall.command({hall.east_unit})));
        hall.close();
        hall.later(3 * 24 * 60);
        for (int start = 0; start < 3; ++start) {
            hall.open();
            DeadlineService service(*hall.writer, hall.deadlines, hall.clock);
            QTRY_COMPARE(fired(hall), every_level);
            service.stop();
            hall.close();
        }
        hall.open();
        QVERIFY(hall.chain_intact());
    }

    /// The hub dies between firings: the copy of its files, taken without any farewell, goes on.
    void a_crash_in_the_middle() {
        Hall hall;
        hall.add_areas();
        for (int i = 0; i < 20; ++i)
            VERIFY_OK(hall.issue(hall.commander, hall.command({hall.east_unit})));
        hall.later(24 * 60);
        // Fire some, then take the files as they are while everything is open.
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            auto count = hall.deadlines.fire_due(tx, 33);
            if (!count)
                return count.error();
            return Answer{};
        }));
        // And one that fires without ever being committed.
        VERIFY_REFUSED(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(hall.deadlines.fire_due(tx, 5));
            return fail(FailureKind::internal);
        }),
                       internal);
        Hall other;
        other.close();
        other.now_ms = hall.now_ms.load();
        for (const std::string part : {"", "-wal"})
            std::filesystem::copy_file(hall.file.string() + part, other.file.string() + part,
                                       std::filesystem::copy_options::overwrite_existing);
        other.open();
        QCOMPARE(fired(other).size(), 33U);
        DeadlineService service(*other.writer, other.deadlines, other.clock);
        QTRY_COMPARE(fired(other).size(), 80U);
        service.stop();
        // Each assignment climbed all four levels, one after the other.
        std::map<std::string, std::vector<std::string>> by_assignment;
        for (const auto& entry :
             must(read_journal(*other.reader, other.writer->kinds(), 0, 10'000)))
            if (entry->kind.starts_with("timer."))
                by_assignment[must(json::read<Entry>(entry->json)).id].push_back(entry->kind);
        QCOMPARE(by_assignment.size(), 20U);
        for (const auto& [id, kinds] : by_assignment)
            QCOMPARE(kinds, every_level);
        QVERIFY(other.chain_intact());
    }

    void what_is_done_fires_no_more() {
        Hall hall;
        hall.add_areas();
        const auto issued = hall.issue(hall.commander, hall.command({hall.east_unit}));
        const auto id = issued->change.values<Assignment>()[0].id;
        VERIFY_OK(hall.act(hall.east_phone, id, Act::acknowledge));
        VERIFY_OK(hall.act(hall.east_phone, id, Act::complete, Hall::saying("Done.")));
        hall.later(7 * 24 * 60);
        DeadlineService service(*hall.writer, hall.deadlines, hall.clock);
        const auto next = hall.issue(hall.commander, hall.command({hall.west_unit}));
        hall.later(9);
        service.wake();
        QTRY_COMPARE(fired(hall), std::vector<std::string>{"timer.due_soon"});
        QCOMPARE(hall.assignment(id).escalation, Escalation::none);
    }

    /// Asking it back does not stop the clock of signing.
    void a_return_request_keeps_the_clock() {
        Hall hall;
        hall.add_areas();
        const auto issued = hall.issue(hall.commander, hall.command({hall.east_unit}));
        const auto id = issued->change.values<Assignment>()[0].id;
        VERIFY_OK(hall.act(hall.east_phone, id, Act::request_return, Hall::saying("Not ours.")));
        hall.later(11);
        DeadlineService service(*hall.writer, hall.deadlines, hall.clock);
        QTRY_COMPARE(fired(hall).size(), 2U);
        QVERIFY(hall.assignment(id).state == AssignmentState::return_requested);
    }
};

QTEST_GUILESS_MAIN(TimersTest)
#include "timers_test.moc"
