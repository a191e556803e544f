// Handover sheets and the log: what is on a sheet, who signs, who sees it, and what ends a shift.
#include "tests/hub/duty/duty_hall.h"

#include <QTest>

#include <algorithm>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DutyHall;
using chengyun::hub::test::must;
using chengyun::hub::test::outcome;
using sample::id;

namespace {

/// Ann is on duty at a desk that hands over; Bob comes after her. Fay is a department's liaison,
/// and Guy after her.
struct Desk : DutyHall {
    Account ann = of("ann"), bob = of("bob"), fay = of("fay", west), guy = of("guy", west);

    explicit Desk(const Config& settings = {}) : DutyHall(settings) {
        add_areas();
        add_post("desk", PostKind::dispatcher, {}, true);
        add_post("guard", PostKind::liaison, west_unit, true);
        for (const auto* name : {"ann", "bob", "cat"})
            add_person(name);
        for (const auto* name : {"fay", "guy"})
            add_person(name, west_unit);
        add_shift("s1", "desk", "ann", 0, 480);
        add_shift("s2", "desk", "bob", 480, 960);
        add_shift("g1", "guard", "fay", 0, 480);
        add_shift("g2", "guard", "guy", 480, 960);
        must(check_in(ann, "s1"));
        must(check_in(fay, "g1"));
    }

    void until_drafted() {
        later(450);
        fire();
    }
    Handover sheet(const char* outgoing = "s1") {
        return must(sheet_of(*reader, id(outgoing))).value_or(Handover());
    }
    Result<Done> act(const Account& by, HandoverAct act, const ActOnHandover& command = {},
                     const char* outgoing = "s1") {
        const auto sheet_id = sheet(outgoing).id;
        return run(
            [&](Transaction& tx) { return roster.handovers.act(tx, by, sheet_id, act, command); });
    }
    Result<Done> acknowledge_all(const Account& by, const char* outgoing = "s1") {
        Result<Done> last = Done{};
        for (const auto& item : sheet(outgoing).items) {
            ActOnHandover command;
            command.item = item.id;
            last = act(by, HandoverAct::acknowledge, command, outgoing);
            if (!last)
                return last;
        }
        return last;
    }
    Result<Done> write(const Account& by, const char* name, LogKind kind, const std::string& text,
                       bool stands = false) {
        WriteLog command;
        command.id = id(name);
        command.kind = kind;
        command.text = text;
        if (stands)
            command.stands = true;
        return write(by, command);
    }
    Result<Done> write(const Account& by, const WriteLog& command) {
        return run([&](Transaction& tx) { return roster.log.write(tx, by, command); });
    }
    Result<Done> settle(const Account& by, const char* name) {
        return run([&](Transaction& tx) { return roster.log.settle(tx, by, id(name)); });
    }
    std::vector<LogEntry> log(const Account& by, const LogQuery& query = {}) {
        auto text = must(roster.reads.log(*reader, by, query));
        const auto answer = must(json::read<Snapshot>(text.insert(1, "\"seq\":0,")));
        return answer.values<LogEntry>();
    }
};

QByteArrayList kinds_of(const Handover& sheet) {
    QByteArrayList kinds;
    for (const auto& item : sheet.items)
        kinds << QByteArray::fromStdString(std::string(json::name_of(item.kind)));
    std::ranges::sort(kinds);
    return kinds;
}

} // namespace

class DutyHandoverTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_sheet_makes_itself() {
        Desk hall;
        must(hall.issue(hall.commander, hall.command({hall.east_unit})));
        must(hall.write(hall.ann, "o1", LogKind::instruction, "hourly levels", true));
        must(hall.write(hall.ann, "o2", LogKind::equipment, "screen is dark", true));
        must(hall.write(hall.ann, "o3", LogKind::call_in, "a citizen"));
        hall.later(449);
        hall.fire();
        QVERIFY(hall.sheet().id.empty());
        hall.later(1);
        hall.fire();
        const auto sheet = hall.sheet();
        QVERIFY(sheet.state == HandoverState::drafted);
        QCOMPARE(sheet.incoming, id("s2"));
        QCOMPARE(sheet.due, hall.shift("s1").end + std::chrono::minutes(30));
        // In 450 minutes the order is overdue, and its timers have made supervisions.
        QVERIFY(kinds_of(sheet).contains("overdue_order"));
        QVERIFY(kinds_of(sheet).contains("supervision"));
        QVERIFY(kinds_of(sheet).contains("instruction"));
        QVERIFY(kinds_of(sheet).contains("fault"));
        QVERIFY(kinds_of(sheet).contains("log"));
        // A department's sheet has the orders of its unit, and its own log.
        QCOMPARE(kinds_of(hall.sheet("g1")), QByteArrayList());
        QVERIFY(hall.chain_intact());
    }

    void thousands_of_orders_are_not_acknowledged_one_by_one() {
        Desk hall;
        const auto listed = static_cast<qsizetype>(most_listed_on_a_sheet);
        auto command = hall.command({hall.east_unit});
        for (qsizetype i = 0; i < listed + 3; ++i) {
            command.id = id(("o" + std::to_string(i)).c_str());
            command.level = i == listed + 2 ? Level::I : Level::IV;
            must(hall.issue(hall.commander, command));
        }
        hall.until_drafted();
        const auto kinds = kinds_of(hall.sheet());
        QCOMPARE(kinds.count("open_order") + kinds.count("overdue_order"), listed);
        QCOMPARE(kinds.count("supervision"), listed);
        QCOMPARE(kinds.count("further"), 2);
        const auto items = hall.sheet().items;
        // The gravest is first, though it came last.
        QCOMPARE(items.front().subject, id(("o" + std::to_string(listed + 2)).c_str()));
        for (const auto& item : items)
            if (item.kind == HandoverItemKind::further && item.subject == further_orders)
                QCOMPARE(item.title, "3");
        must(hall.act(hall.ann, HandoverAct::hand_over));
        must(hall.acknowledge_all(hall.bob));
        QCOMPARE(outcome(hall.act(hall.bob, HandoverAct::accept)), "ok");
        QVERIFY(hall.chain_intact());
    }

    /// What moves up among the singled-out orders after the signature has been signed for.
    void a_signed_list_stays() {
        Desk hall;
        const auto order_of = [](std::size_t i) { return id(("o" + std::to_string(i)).c_str()); };
        auto command = hall.command({hall.east_unit});
        const auto issue = [&](std::size_t i, Level level) {
            command.id = order_of(i);
            command.level = level;
            must(hall.issue(hall.commander, command));
        };
        hall.later(439);
        for (std::size_t i = 0; i < most_listed_on_a_sheet + 50; ++i)
            issue(i, Level::IV);
        hall.later(11); // all are overdue
        hall.fire();
        must(hall.act(hall.ann, HandoverAct::hand_over));
        const auto listed = hall.sheet().items.size();
        const auto withdraw = [&](std::size_t i) {
            must(hall.run([&](Transaction& tx) {
                return hall.orders.withdraw(tx, hall.commander, order_of(i), "done otherwise");
            }));
        };
        for (std::size_t i = 0; i < 10; ++i)
            withdraw(i);
        hall.later(1);
        hall.fire();
        QCOMPARE(hall.sheet().items.size(), listed);
        must(hall.acknowledge_all(hall.bob));
        withdraw(10);
        // What has been issued since is new, however little urgent.
        issue(900, Level::IV);
        const auto answered = must(hall.act(hall.bob, HandoverAct::accept));
        const auto& items = answered.change.values<Handover>().front().items;
        QCOMPARE(items.size(), listed + 1);
        QCOMPARE(items.back().subject, order_of(900));
        must(hall.acknowledge_all(hall.bob));
        withdraw(11);
        QCOMPARE(outcome(hall.act(hall.bob, HandoverAct::accept)), "ok");
        QVERIFY(hall.sheet().state == HandoverState::accepted);
    }

    void a_city_says_when_sheets_are_made_and_due() {
        Config settings;
        settings.of<DutyPolicy>() = {60, 5, 10};
        Desk hall(settings);
        hall.later(419);
        hall.fire();
        QVERIFY(hall.sheet().id.empty());
        hall.later(1);
        hall.fire();
        QCOMPARE(hall.sheet().due, hall.shift("s1").end + std::chrono::minutes(5));
    }

    void both_sides_sign() {
        Desk hall;
        must(hall.write(hall.ann, "o1", LogKind::instruction, "hourly levels", true));
        hall.until_drafted();
        QCOMPARE(outcome(hall.close_shift(hall.ann, "s1")), "wrong_state handover");
        ActOnHandover remark;
        remark.id = id("r1");
        remark.title = "keys are in the drawer";
        QCOMPARE(outcome(hall.act(hall.bob, HandoverAct::remark, remark)), "forbidden act");
        QCOMPARE(outcome(hall.act(hall.ann, HandoverAct::remark, remark)), "ok");
        QCOMPARE(outcome(hall.act(hall.bob, HandoverAct::accept)), "wrong_state act");
        QCOMPARE(outcome(hall.act(hall.ann, HandoverAct::hand_over)), "ok");
        QCOMPARE(outcome(hall.act(hall.bob, HandoverAct::accept)), "wrong_state items[0]");
        QCOMPARE(outcome(hall.acknowledge_all(hall.ann)), "forbidden act");
        QCOMPARE(outcome(hall.acknowledge_all(hall.bob)), "ok");
        const auto head = hall.head();
        const auto done = must(hall.act(hall.bob, HandoverAct::accept));
        QCOMPARE(hall.kinds(head), (std::vector<std::string>{"handover.accepted", "shift.closed"}));
        QCOMPARE(done.change.values<Shift>().front().id, id("s1"));
        QVERIFY(hall.shift("s1").state == ShiftState::closed);
        QCOMPARE(hall.sheet().accepted_by_name, std::string("bob"));
        // The signed sheet is evidence.
        QCOMPARE(outcome(hall.act(hall.ann, HandoverAct::remark, remark)), "wrong_state act");
        hall.later(600);
        hall.fire();
        auto kinds = hall.kinds();
        QCOMPARE(std::ranges::count(kinds, "handover.overdue"),
                 3); // of the department's, to the leader
        QVERIFY(hall.sheet().state == HandoverState::accepted);
    }

    void nobody_accepts_what_he_has_not_seen() {
        Desk hall;
        hall.until_drafted();
        must(hall.act(hall.ann, HandoverAct::hand_over));
        must(hall.write(hall.ann, "o1", LogKind::event, "the river rises"));
        const auto head = hall.head();
        const auto answered = must(hall.act(hall.bob, HandoverAct::accept));
        QCOMPARE(hall.kinds(head), std::vector<std::string>{"handover.refreshed"});
        QCOMPARE(answered.change.values<Handover>().front().items.size(), 1U);
        QVERIFY(hall.sheet().state == HandoverState::handed_over);
        QVERIFY(hall.shift("s1").state == ShiftState::on_duty);
        QCOMPARE(outcome(hall.act(hall.bob, HandoverAct::accept)), "wrong_state items[0]");
        must(hall.acknowledge_all(hall.bob));
        must(hall.act(hall.bob, HandoverAct::accept));
        QVERIFY(hall.sheet().state == HandoverState::accepted);
    }

    void a_sheet_follows_what_happens() {
        Desk hall;
        hall.until_drafted();
        auto head = hall.head();
        hall.later(1);
        hall.fire();
        QCOMPARE(hall.head(), head); // nothing is new
        must(hall.issue(hall.commander, hall.command({hall.west_unit})));
        head = hall.head();
        hall.later(1);
        hall.fire();
        // The department's too: the order is its unit's.
        QCOMPARE(hall.kinds(head), (std::vector<std::string>(2, "handover.refreshed")));
        QCOMPARE(kinds_of(hall.sheet()), QByteArrayList{"open_order"});
        QCOMPARE(kinds_of(hall.sheet("g1")), QByteArrayList{"open_order"});
    }

    void what_is_not_accepted_rings_and_climbs_once() {
        Desk hall;
        hall.until_drafted();
        const auto overdue = [&] {
            auto kinds = hall.kinds();
            return std::ranges::count(kinds, "handover.overdue");
        };
        hall.later(59);
        hall.fire();
        QCOMPARE(overdue(), 0);
        hall.later(1);
        hall.fire();
        QCOMPARE(overdue(), 2); // of both sheets
        hall.later(3000);
        hall.close();
        hall.open();
        hall.fire();
        hall.fire();
        QCOMPARE(overdue(), 6);
        // It is followed no longer than it makes sense, and can still be signed.
        hall.later(1);
        hall.fire();
        QVERIFY(!must(hall.deadline_store->earliest(*hall.reader)).has_value());
        must(hall.act(hall.ann, HandoverAct::hand_over));
        must(hall.acknowledge_all(hall.bob));
        must(hall.act(hall.bob, HandoverAct::accept));
    }

    void a_stand_in_takes_over() {
        Desk hall;
        hall.until_drafted();
        const auto refreshed = [&] {
            auto kinds = hall.kinds();
            return std::ranges::count(kinds, "handover.refreshed");
        };
        const auto before = refreshed();
        must(hall.stand_in(hall.commander, "s2", "cat"));
        // Nothing is new on the sheet, but another person sees it: it is told once, at once.
        hall.fire();
        QCOMPARE(refreshed(), before + 1);
        hall.fire();
        QCOMPARE(refreshed(), before + 1);
        must(hall.act(hall.ann, HandoverAct::hand_over));
        QCOMPARE(outcome(hall.act(hall.bob, HandoverAct::accept)), "forbidden act");
        QCOMPARE(outcome(hall.act(DutyHall::of("cat"), HandoverAct::accept)), "ok");
    }

    void a_shift_that_is_planned_later_takes_over() {
        Desk hall;
        must(hall.plan(hall.commander, {{}, {{id("s2"), hall.shift("s2").version}}}));
        hall.until_drafted();
        QCOMPARE(hall.sheet().incoming, std::string());
        hall.add_shift("s3", "desk", "cat", 30, 500);
        hall.later(1);
        hall.fire();
        QCOMPARE(hall.sheet().incoming, id("s3"));
    }

    void who_sees_a_sheet() {
        Desk hall;
        must(hall.write(hall.ann, "o1", LogKind::event, "for the hall"));
        must(hall.write(hall.fay, "o2", LogKind::event, "for the department"));
        hall.until_drafted();
        const auto sees = [&](const Account& account) {
            const auto snapshot = hall.seen_by(account);
            QByteArrayList texts;
            for (const auto& entry : snapshot.values<LogEntry>())
                texts << QByteArray::fromStdString(entry.text);
            return texts.join(", ") +
                   QByteArray(" %1").replace(
                       "%1", QByteArray::number(qsizetype(snapshot.values<Handover>().size())));
        };
        QCOMPARE(sees(hall.commander), "for the hall, for the department 2");
        QCOMPARE(sees(DutyHall::account(Role::operator_, "420114000000")),
                 "for the hall, for the department 2");
        QCOMPARE(sees(hall.west_phone), "for the department 1");
        QCOMPARE(sees(hall.west_operator), "for the department 1");
        QCOMPARE(sees(hall.east_operator), " 0");
        QCOMPARE(sees(hall.east_phone), " 0");
        // What the stream tells goes by the same rule.
        const auto entries = must(read_journal(*hall.reader, hall.writer->kinds(), 0, 10'000));
        const auto told = [&](const Account& account) {
            return std::ranges::count_if(entries, [&](const auto& entry) {
                return entry->kind == "handover.drafted" && may_see(account, *entry);
            });
        };
        QCOMPARE(told(hall.commander), 2);
        QCOMPARE(told(hall.west_operator), 1);
        QCOMPARE(told(hall.east_operator), 0);
        VERIFY_REFUSED(
            hall.roster.reads.handover(*hall.reader, hall.east_operator, hall.sheet().id),
            not_found);
        QCOMPARE(outcome(hall.act(hall.east_operator, HandoverAct::hand_over)),
                 "not_found handover");
    }

    /// Somebody whom a street has lent to a post of the centre.
    void ones_own_sheet_is_seen_from_anywhere() {
        Desk hall;
        const auto hal = DutyHall::of("hal", DutyHall::east);
        hall.add_person("hal");
        must(hall.stand_in(hall.commander, "s2", "hal"));
        must(hall.write(hall.ann, "o1", LogKind::event, "for the hall"));
        hall.until_drafted();
        const auto sheet = hall.sheet().id;
        const auto sheets = [&](const Account& account) {
            QByteArrayList out;
            const auto seen = hall.seen_by(account);
            for (const auto& one : seen.values<Handover>())
                out << QByteArray::fromStdString(one.id);
            return out;
        };
        QCOMPARE(sheets(hal), QByteArrayList{QByteArray::fromStdString(sheet)});
        QCOMPARE(sheets(hall.east_operator), QByteArrayList());
        must(hall.roster.reads.handover(*hall.reader, hal, sheet));
        VERIFY_REFUSED(hall.roster.reads.handover(*hall.reader, hal, hall.sheet("g1").id),
                       not_found);
        const auto period = must(hall.roster.reads.handovers(
            *hall.reader, hal, hall.clock() - std::chrono::days(1), hall.clock()));
        QCOMPARE(QByteArray::fromStdString(period).count("\"outgoing\""), 1);
        QCOMPARE(hall.log(hal).size(), 0U); // it is ann's

        must(hall.act(hall.ann, HandoverAct::hand_over));
        must(hall.acknowledge_all(hal));
        must(hall.act(hal, HandoverAct::accept));
        hall.later(30);
        must(hall.check_in(hal, "s2"));
        must(hall.write(hal, "o2", LogKind::event, "mine"));
        QCOMPARE(hall.log(hal).size(), 1U);
        QCOMPARE(hall.seen_by(hal).values<LogEntry>().size(), 1U);
        QCOMPARE(hall.log(hall.east_operator).size(), 0U);
        QCOMPARE(outcome(hall.settle(hal, "o1")), "not_found log");

        // The stream tells the same.
        const auto told = [&](const Account& account) {
            QByteArrayList kinds;
            for (const auto& entry :
                 must(read_journal(*hall.reader, hall.writer->kinds(), 0, 10'000)))
                if ((entry->kind.starts_with("handover.") || entry->kind.starts_with("log.")) &&
                    may_see(account, *entry))
                    kinds << QByteArray::fromStdString(entry->kind);
            return kinds;
        };
        QCOMPARE(told(hal),
                 (QByteArrayList{"handover.drafted", "handover.handed_over",
                                 "handover.acknowledged", "handover.accepted", "log.written"}));
        QCOMPARE(told(hall.east_operator), QByteArrayList());
    }

    void who_writes_the_log() {
        Desk hall;
        QCOMPARE(outcome(hall.write(hall.ann, "o1", LogKind::note, "mine")), "ok");
        QCOMPARE(outcome(hall.write(hall.ann, "o1", LogKind::note, "again")), "conflict id");
        QCOMPARE(outcome(hall.write(hall.bob, "o2", LogKind::note, "not yet")), "forbidden shift");
        QCOMPARE(outcome(hall.write(hall.commander, "o2", LogKind::note, "nobody")),
                 "forbidden person");
        WriteLog about;
        about.id = id("o3");
        about.text = "about an order";
        about.order = id("nothing");
        QCOMPARE(outcome(hall.write(hall.ann, about)), "not_found order");
        const auto issued = must(hall.issue(hall.commander, hall.command({hall.east_unit})));
        about.order = issued.change.values<Order>().front().id;
        QCOMPARE(outcome(hall.write(hall.fay, about)), "not_found order");
        const auto written = must(hall.write(hall.ann, about));
        // It stands in the order's timeline.
        const auto entry =
            must(read_journal(*hall.reader, hall.writer->kinds(), written.seq - 1, 1)).front();
        QCOMPARE(must(json::read<Entry>(entry->json, json::Unknown::ignore)).subject, *about.order);
        auto correction = about;
        correction.id = id("o4");
        correction.corrects = id("o9");
        QCOMPARE(outcome(hall.write(hall.ann, correction)), "not_found corrects");
        correction.corrects = id("o3");
        QCOMPARE(outcome(hall.write(hall.ann, correction)), "ok");
    }

    void what_stands_is_settled() {
        Desk hall;
        must(hall.write(hall.ann, "o1", LogKind::instruction, "hourly levels", true));
        hall.later(3000);
        QCOMPARE(hall.seen_by(hall.commander).values<LogEntry>().size(), 1U);
        QCOMPARE(outcome(hall.settle(hall.fay, "o1")), "not_found log");
        QCOMPARE(outcome(hall.settle(hall.ann, "o1")), "ok");
        QCOMPARE(outcome(hall.settle(hall.ann, "o1")), "wrong_state stands");
        QVERIFY(hall.seen_by(hall.commander).values<LogEntry>().empty());
    }

    void the_log_is_searched_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("found");
        const auto row = [](const char* text, int kind, const char* found) {
            QTest::addRow("%s %d", text, kind) << QByteArray(text) << kind << QByteArray(found);
        };
        row("", -1, "3 2 1");
        row("水", -1, "3 1");
        row("100%", -1, "2");
        row("_", -1, "");
        row("027-1", -1, "1");
        row("", int(LogKind::event), "2");
    }
    void the_log_is_searched() {
        QFETCH(QByteArray, text);
        QFETCH(int, kind);
        Desk hall;
        WriteLog call;
        call.id = id("1");
        call.kind = LogKind::call_in;
        call.text = "积水";
        call.phone = "027-1";
        must(hall.write(hall.ann, call));
        hall.later(1);
        must(hall.write(hall.ann, "2", LogKind::event, "100% full"));
        hall.later(1);
        must(hall.write(hall.ann, "3", LogKind::note, "水位正常"));
        const auto names = [](const std::vector<LogEntry>& entries) {
            QByteArrayList names;
            for (const auto& entry : entries)
                names << sample::name_of(entry.id);
            return names.join(' ');
        };
        LogQuery query;
        query.text = text.toStdString();
        if (kind >= 0)
            query.kind = static_cast<LogKind>(kind);
        QTEST(names(hall.log(hall.commander, query)), "found");
        // In pages, the same.
        QByteArrayList pages;
        query.limit = 1;
        for (auto page = hall.log(hall.commander, query); !page.empty();
             page = hall.log(hall.commander, query)) {
            pages << names(page);
            query.before = page.back().id;
        }
        QTEST(pages.join(' '), "found");
        query.before.clear();
        QVERIFY(hall.log(hall.west_phone, query).empty());
    }
};

QTEST_GUILESS_MAIN(DutyHandoverTest)
#include "duty_handover_test.moc"
