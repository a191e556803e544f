// Deadlines of several capabilities fire beside each other: exactly once, in order, after downtime
// too, and one that fails holds up no other. What those of orders do stands in
// tests/hub/orders/timers_test.cpp.
#include "hub/deadlines/deadline_service.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

constexpr std::int64_t keg = 1000, leaking_keg = 1001, of_nobody = 5000;

/// A capability that is invented here: kegs that are to be emptied in time. Each level follows a
/// minute after the one before, up to the second.
struct Kegs {
    DeadlineStore& store;
    std::atomic<bool> leaking{true};

    DeadlineHandler handler() {
        return {"kegs",
                {1000, 1999},
                [this](Transaction& tx, const Deadline& deadline) -> Result<> {
                    if (deadline.kind == leaking_keg && leaking)
                        return fail(FailureKind::corrupt, "keg", "it leaks");
                    if (deadline.level < 2) {
                        auto next = deadline;
                        ++next.level;
                        next.fire_at += std::chrono::minutes(1);
                        if (auto done = store.add(tx.database(), next); !done)
                            return done;
                    }
                    return say(tx, "keg.full" + std::to_string(deadline.level), deadline.subject);
                },
                [](Transaction& tx, const Deadline& deadline, const Failure& why) {
                    return say(tx, "keg." + std::string(json::name_of(why.kind)), deadline.subject);
                }};
    }

private:
    static Result<> say(Transaction& tx, std::string kind, const std::string& subject) {
        Entry entry;
        entry.actor = "timer";
        entry.kind = std::move(kind);
        entry.entity = "keg";
        entry.id = entry.subject = subject;
        auto seq = tx.append(std::move(entry), "{}");
        if (!seq)
            return seq.error();
        return {};
    }
};

struct Cellar {
    Hall hall;
    Kegs kegs{*hall.deadline_store};
    Deadlines deadlines{*hall.deadline_store, {kegs.handler(), hall.orders.deadline_handler()}};
    std::int64_t begun = 0; ///< entries that the cellar was filled with

    Cellar() { hall.add_areas(); }
    void add(std::int64_t kind, const std::string& subject, std::int64_t minutes) {
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            const auto at = tx.now() + std::chrono::minutes(minutes);
            must(hall.deadline_store->add(tx.database(), {subject, kind, at, 0, at}));
            return Answer{};
        }));
    }
    [[nodiscard]] std::vector<std::string> told() { return hall.kinds(begun); }
    [[nodiscard]] std::vector<std::string> told(std::string_view prefix) {
        auto kinds = told();
        std::erase_if(kinds, [&](const auto& kind) { return !kind.starts_with(prefix); });
        return kinds;
    }
};

} // namespace

class DeadlinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Orders' deadlines (acknowledge within 10 minutes: due soon after 8) and the others', in the
    /// order of their times.
    void two_capabilities_after_downtime() {
        Cellar cellar;
        auto& hall = cellar.hall;
        must(hall.issue(hall.commander, hall.command({hall.east_unit})));
        cellar.add(keg, "k", 8);
        cellar.begun = hall.writer->head();
        hall.close();
        hall.later(12);
        const std::vector<std::string> expected = {"keg.full0", "keg.full1", "keg.full2"};
        for (int start = 0; start < 2; ++start) {
            hall.open();
            DeadlineService service(*hall.writer, cellar.deadlines, hall.clock);
            QTRY_COMPARE(cellar.told().size(), 5U);
            service.stop();
            QCOMPARE(service.set_aside(), 0);
            hall.close();
        }
        hall.open();
        QCOMPARE(cellar.told("keg."), expected);
        QCOMPARE(cellar.told("timer."),
                 (std::vector<std::string>{"timer.due_soon", "timer.overdue"}));
        // 8 minutes: due soon and full0; 9: full1; 10: overdue and full2.
        const auto kinds = cellar.told();
        QCOMPARE(kinds[2], std::string("keg.full1"));
        QVERIFY(hall.chain_intact());
    }

    void one_that_fails_holds_up_no_other() {
        Cellar cellar;
        auto& hall = cellar.hall;
        cellar.add(leaking_keg, "leaking", 1); // the first in every list
        must(hall.issue(hall.commander, hall.command({hall.east_unit})));
        cellar.add(keg, "sound", 2);
        cellar.begun = hall.writer->head();
        hall.later(11);
        {
            DeadlineService service(*hall.writer, cellar.deadlines, hall.clock);
            QTRY_COMPARE(cellar.told().size(), 6U);
            QTRY_COMPARE(service.set_aside(), 1);
            service.stop();
        }
        QCOMPARE(cellar.told("timer.").size(), 2U);
        QCOMPARE(cellar.told("keg."),
                 (std::vector<std::string>{"keg.corrupt", "keg.full0", "keg.full1", "keg.full2"}));
        QCOMPARE(must(hall.deadline_store->aside(*hall.reader)), 1);
        // Once more at the next start, where it still leaks; then it is mended.
        for (const bool leaks : {true, false}) {
            cellar.kegs.leaking = leaks;
            cellar.begun = hall.writer->head();
            DeadlineService service(*hall.writer, cellar.deadlines, hall.clock);
            QTRY_COMPARE(cellar.told(),
                         leaks ? std::vector<std::string>{"keg.corrupt"}
                               : (std::vector<std::string>{"keg.full0", "keg.full1", "keg.full2"}));
            service.stop();
            QCOMPARE(must(hall.deadline_store->aside(*hall.reader)), leaks ? 1 : 0);
        }
        QVERIFY(hall.chain_intact());
    }

    /// Stored by a program that had a capability which this one has not.
    void a_kind_of_nobody_is_set_aside() {
        Cellar cellar;
        auto& hall = cellar.hall;
        cellar.add(of_nobody, "thing", 1);
        cellar.add(keg, "k", 2);
        cellar.begun = hall.writer->head();
        hall.later(5);
        DeadlineService service(*hall.writer, cellar.deadlines, hall.clock);
        QTRY_COMPARE(cellar.told(), (std::vector<std::string>{"timer.failed", "keg.full0",
                                                              "keg.full1", "keg.full2"}));
        service.stop();
        QCOMPARE(service.set_aside(), 1);
        const auto entries =
            must(read_journal(*hall.reader, hall.writer->kinds(), cellar.begun, 1));
        const auto told = must(json::read<Entry>(entries[0]->json));
        QCOMPARE(told.subject, std::string("thing"));
        QCOMPARE(told.body.note.at("kind"), std::string("5000"));
        QVERIFY(may_see(hall.commander, *entries[0]));
        QVERIFY(!may_see(hall.west_operator, *entries[0]));
    }

    /// What one capability replaces is not another's, though the subject has both.
    void a_subject_of_two_capabilities() {
        Cellar cellar;
        auto& hall = cellar.hall;
        cellar.add(keg, "s", 1);
        cellar.add(1, "s", 1);
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(hall.deadline_store->set(tx.database(), "s", {0, 2}, {}));
            return Answer{};
        }));
        QCOMPARE(must(hall.deadline_store->of(*hall.reader, "s", {0, 2})).size(), 0U);
        const auto left = must(hall.deadline_store->of(*hall.reader, "s", {1000, 1999}));
        QCOMPARE(left.size(), 1U);
        QCOMPARE(left[0].kind, keg);
    }
};

QTEST_GUILESS_MAIN(DeadlinesTest)
#include "deadlines_test.moc"
