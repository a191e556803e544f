#include "hub/orders/order_deadlines.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

class OrderServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void issuing_stores_and_journals() {
        Hall hall;
        hall.add_areas();
        const auto command = hall.command({hall.east_unit, hall.west_unit});
        const auto done = hall.issue(hall.commander, command);
        VERIFY_OK(done);
        QCOMPARE(done->seq, 2);
        QCOMPARE(done->change.values<Order>().size(), 1U);
        QCOMPARE(done->change.values<Assignment>().size(), 2U);
        const auto order = hall.order(command.id);
        QVERIFY(order == done->change.values<Order>()[0]);
        QCOMPARE(order.number, 1);
        QCOMPARE(order.version, 2);
        QVERIFY(order.state == OrderState::issued);
        const auto& second = done->change.values<Assignment>()[1];
        QVERIFY(hall.assignment(second.id) == second);
        QCOMPARE(second.unit_name, std::string("西街街道"));
        QVERIFY(second.acknowledge_due == hall.clock() + std::chrono::minutes(10));
        QCOMPARE(must(timers_of(*hall.deadline_store, *hall.reader, second.id)).size(), 1U);

        const auto entries = must(read_journal(*hall.reader, hall.writer->kinds(), 1, 10));
        QCOMPARE(entries.size(), 1U);
        const auto entry = json::read<Entry>(entries[0]->json);
        VERIFY_OK(entry);
        QCOMPARE(entry->kind, std::string("order.issued"));
        QVERIFY(entry->body == done->change);
        QCOMPARE(entries[0]->json, json::write(*entry));
        QCOMPARE(entry->areas, (std::vector<std::string>{Hall::east, Hall::west}));
        QCOMPARE(entry->units, (std::vector<std::string>{hall.east_unit, hall.west_unit}));
        QVERIFY(hall.chain_intact());
    }

    void what_was_done_earlier_says_when_data() {
        QTest::addColumn<std::int64_t>("claimed"); // minutes after the issue
        QTest::addColumn<std::int64_t>("kept");    // -1: nothing
        QTest::newRow("earlier") << std::int64_t{10} << std::int64_t{10};
        QTest::newRow("just now") << std::int64_t{30} << std::int64_t{-1};
        QTest::newRow("in the future") << std::int64_t{600} << std::int64_t{-1};
        QTest::newRow("before the order") << std::int64_t{-600} << std::int64_t{0};
    }
    void what_was_done_earlier_says_when() {
        QFETCH(std::int64_t, claimed);
        QFETCH(std::int64_t, kept);
        Hall hall;
        hall.add_areas();
        const auto issued = hall.clock();
        const auto order = hall.issue(hall.commander, hall.command({hall.east_unit}));
        VERIFY_OK(order);
        const auto id = order->change.values<Assignment>()[0].id;
        hall.later(30);
        auto body = Hall::saying("the pump runs");
        body.done_at = issued + std::chrono::minutes(claimed);
        const bool told = kept >= 0;
        const auto when = issued + std::chrono::minutes(kept);

        ActOnAssignment silent;
        silent.done_at = body.done_at;
        const auto acknowledged = hall.act(hall.east_phone, id, Act::acknowledge, silent);
        VERIFY_OK(acknowledged);
        const auto& note = acknowledged->change.note;
        QCOMPARE(note.contains("done_at"), told);
        if (told)
            QCOMPARE(note.at("done_at"), std::to_string(ms_of(when)));
        // Deadlines are reckoned by arrival.
        QVERIFY(hall.assignment(id).acknowledged == hall.clock());

        const auto reported = hall.act(hall.east_phone, id, Act::report, body);
        VERIFY_OK(reported);
        const auto& kept_at = reported->change.values<Report>()[0].done_at;
        QCOMPARE(kept_at.has_value(), told);
        QVERIFY(!told || *kept_at == when);
        QVERIFY(reported->change.values<Report>()[0].time == hall.clock());
        VERIFY_OK(hall.act(hall.east_phone, id, Act::complete, body));
        ActOnAssignment verify;
        verify.done_at = body.done_at;
        VERIFY_REFUSED(hall.act(hall.commander, id, Act::verify, verify), invalid_field);
        QVERIFY(hall.chain_intact());
    }

    void numbers_run() {
        Hall hall;
        hall.add_areas();
        for (int i = 1; i <= 3; ++i) {
            const auto done = hall.issue(hall.commander, hall.command({hall.east_unit}));
            VERIFY_OK(done);
            QCOMPARE(done->change.values<Order>()[0].number, i);
        }
    }

    void refusals_of_issuing() {
        Hall hall;
        hall.add_areas();
        const auto head = hall.writer->head();
        auto command = hall.command({});
        VERIFY_REFUSED(hall.issue(hall.commander, command), missing_field);
        command = hall.command({hall.east_unit, new_id()});
        const auto unknown = hall.issue(hall.commander, command);
        QVERIFY(unknown.has_error());
        QVERIFY(unknown.error().kind == FailureKind::not_found);
        QCOMPARE(unknown.error().field, std::string("recipients[1].unit"));
        command = hall.command({hall.east_unit});
        command.kind = "no such kind";
        VERIFY_REFUSED(hall.issue(hall.commander, command), invalid_field);
        VERIFY_REFUSED(hall.issue(hall.auditor, hall.command({hall.east_unit})), forbidden);
        VERIFY_REFUSED(hall.issue(hall.east_phone, hall.command({hall.east_unit})), forbidden);
        QCOMPARE(hall.writer->head(), head);

        command = hall.command({hall.east_unit});
        VERIFY_OK(hall.issue(hall.commander, command));
        VERIFY_REFUSED(hall.issue(hall.commander, command), conflict);
        VERIFY_OK(hall.run([&](Transaction& tx) {
            PatchUnit patch;
            patch.state = Availability::unavailable;
            return hall.units.patch(tx, hall.commander, hall.east_unit, patch);
        }));
        VERIFY_REFUSED(hall.issue(hall.commander, hall.command({hall.east_unit})), wrong_state);
        QVERIFY(hall.chain_intact());
    }

    void the_area_comes_from_the_place() {
        Hall hall;
        hall.add_areas();
        auto command = hall.command({hall.west_unit});
        command.area.reset();
        command.place = Place{114.05, 30.05};
        VERIFY_OK(hall.issue(hall.commander, command));
        QCOMPARE(hall.order(command.id).area, std::string(Hall::west));
        command = hall.command({hall.east_unit});
        command.area.reset();
        VERIFY_OK(hall.issue(hall.east_operator, command));
        QCOMPARE(hall.order(command.id).area, std::string(Hall::east));
    }

    void a_whole_life() {
        Hall hall;
        hall.add_areas();
        const auto command = hall.command({hall.east_unit, hall.west_unit});
        const auto issued = hall.issue(hall.commander, command);
        VERIFY_OK(issued);
        const auto east = issued->change.values<Assignment>()[0].id;
        const auto west = issued->change.values<Assignment>()[1].id;
        const auto first = hall.writer->head();

        hall.later(2);
        VERIFY_OK(hall.act(hall.east_phone, east, Act::acknowledge));
        QVERIFY(hall.order(command.id).state == OrderState::issued);
        // West asks it back, in writing; the centre gives it to the district's office.
        VERIFY_REFUSED(hall.act(hall.west_phone, west, Act::request_return), missing_field);
        VERIFY_OK(hall.act(hall.west_phone, west, Act::request_return,
                           Hall::saying("Not our road, see the boundary of 2024.")));
        const auto district_unit = office_unit_id("420114000000");
        auto reassign = Hall::saying("The district's own road.");
        VERIFY_REFUSED(hall.act(hall.commander, west, Act::reassign, reassign), missing_field);
        reassign.unit = hall.east_unit;
        VERIFY_REFUSED(hall.act(hall.commander, west, Act::reassign, reassign), conflict);
        reassign.unit = district_unit;
        const auto reassigned = hall.act(hall.commander, west, Act::reassign, reassign);
        VERIFY_OK(reassigned);
        QCOMPARE(reassigned->change.values<Assignment>().size(),
                 3U); // the third is news to the district
        const auto replacement = reassigned->change.values<Assignment>()[1];
        QCOMPARE(replacement.reassigned_from, west);
        QVERIFY(hall.assignment(west).state == AssignmentState::reassigned);
        QCOMPARE(must(timers_of(*hall.deadline_store, *hall.reader, west)).size(), 0U);
        QCOMPARE(must(timers_of(*hall.deadline_store, *hall.reader, replacement.id)).size(), 1U);

        const auto district_phone = Hall::account(Role::unit, {}, district_unit);
        VERIFY_OK(hall.act(district_phone, replacement.id, Act::acknowledge));
        QVERIFY(hall.order(command.id).state == OrderState::acknowledged);
        VERIFY_OK(hall.act(hall.east_phone, east, Act::depart));
        hall.later(20);
        auto body = Hall::saying("Pump 2 runs again.");
        body.report = new_id(hall.clock());
        body.attachments = {std::string(64, 'a')};
        body.place = Place{114.12, 30.02};
        VERIFY_OK(hall.act(hall.east_phone, east, Act::report, body));
        VERIFY_REFUSED(hall.act(hall.east_phone, east, Act::report, body), conflict);
        QCOMPARE(hall.assignment(east).last_report, std::string("Pump 2 runs again."));
        VERIFY_OK(hall.act(hall.east_phone, east, Act::complete, Hall::saying("Dry.")));
        QCOMPARE(must(timers_of(*hall.deadline_store, *hall.reader, east)).size(), 0U);
        // On behalf of the district's office, which telephoned.
        auto phoned = Hall::saying("They say it is done.");
        VERIFY_REFUSED(hall.act(hall.commander, replacement.id, Act::complete, phoned), forbidden);
        phoned.on_behalf = true;
        VERIFY_OK(hall.act(hall.commander, replacement.id, Act::complete, phoned));
        QVERIFY(hall.order(command.id).state == OrderState::completed);
        // Not good enough: again.
        VERIFY_OK(hall.act(hall.commander, east, Act::send_back, Hall::saying("Still wet.")));
        QVERIFY(hall.order(command.id).state == OrderState::executing);
        QCOMPARE(hall.assignment(east).reworks, 1);
        QVERIFY(!must(timers_of(*hall.deadline_store, *hall.reader, east)).empty());
        VERIFY_OK(hall.act(hall.east_phone, east, Act::complete, Hall::saying("Dry now.")));
        VERIFY_OK(hall.act(hall.commander, replacement.id, Act::verify));
        const auto closed = hall.act(hall.commander, east, Act::verify);
        VERIFY_OK(closed);
        QCOMPARE(closed->seq, hall.writer->head());
        QCOMPARE(closed->change.values<Order>().size(), 1U);
        const auto order = hall.order(command.id);
        QVERIFY(order.state == OrderState::closed);
        QVERIFY(order.closed.has_value());
        QCOMPARE(order.version, closed->seq);
        VERIFY_REFUSED(hall.act(hall.commander, east, Act::remind), wrong_state);
        QVERIFY(!must(hall.deadline_store->earliest(*hall.reader)).has_value());

        const std::vector<std::string> expected = {"assignment.acknowledged",
                                                   "assignment.return_requested",
                                                   "assignment.reassigned",
                                                   "assignment.acknowledged",
                                                   "assignment.departed",
                                                   "assignment.reported",
                                                   "assignment.completed",
                                                   "assignment.completed",
                                                   "assignment.sent_back",
                                                   "assignment.completed",
                                                   "assignment.verified",
                                                   "assignment.verified",
                                                   "order.closed"};
        QCOMPARE(hall.kinds(first), expected);
        QVERIFY(hall.chain_intact());

        // After-images applied in order give what is stored.
        std::map<std::string, Assignment> assignments;
        std::map<std::string, Order> orders;
        for (const auto& entry :
             must(read_timeline(*hall.reader, hall.writer->kinds(), command.id))) {
            const auto decoded = must(json::read<Entry>(entry->json));
            for (const auto& value : decoded.body.values<Order>())
                orders[value.id] = value;
            for (const auto& value : decoded.body.values<Assignment>())
                assignments[value.id] = value;
        }
        QVERIFY(orders[command.id] == order);
        QCOMPARE(assignments.size(), 3U);
        for (const auto& [id, value] : assignments)
            QVERIFY(hall.assignment(id) == value);

        const auto detail = must(hall.orders.detail(*hall.reader, hall.commander, command.id));
        const auto parsed = must(json::parse(detail));
        QCOMPARE(parsed.at("assignments").as_array().size(), 3U);
        QCOMPARE(parsed.at("reports").as_array().size(), 6U);
    }

    void withdrawing() {
        Hall hall;
        hall.add_areas();
        const auto withdraw = [&](const std::string& id, const std::string& reason) {
            return hall.run([&](Transaction& tx) {
                return hall.orders.withdraw(tx, hall.commander, id, reason);
            });
        };
        auto command = hall.command({hall.east_unit, hall.west_unit});
        auto issued = hall.issue(hall.commander, command);
        VERIFY_OK(issued);
        const auto blank = withdraw(command.id, " ");
        QVERIFY(blank.has_error());
        QCOMPARE(blank.error().field, std::string("reason"));
        VERIFY_OK(withdraw(command.id, "A false alarm."));
        QVERIFY(hall.order(command.id).state == OrderState::withdrawn);
        QVERIFY(!must(hall.deadline_store->earliest(*hall.reader)).has_value());
        VERIFY_REFUSED(withdraw(command.id, "Again."), wrong_state);

        // Once one has signed, neither is withdrawn.
        command = hall.command({hall.east_unit, hall.west_unit});
        issued = hall.issue(hall.commander, command);
        VERIFY_OK(
            hall.act(hall.west_phone, issued->change.values<Assignment>()[1].id, Act::acknowledge));
        const auto head = hall.writer->head();
        VERIFY_REFUSED(withdraw(command.id, "A false alarm."), wrong_state);
        QVERIFY(hall.assignment(issued->change.values<Assignment>()[0].id).state ==
                AssignmentState::issued);
        QCOMPARE(hall.writer->head(), head);
        // The last one withdrawn on its own ends the order.
        command = hall.command({hall.east_unit});
        issued = hall.issue(hall.commander, command);
        VERIFY_OK(hall.act(hall.commander, issued->change.values<Assignment>()[0].id, Act::withdraw,
                           Hall::saying("A false alarm.")));
        QVERIFY(hall.order(command.id).state == OrderState::withdrawn);
        QCOMPARE(hall.kinds().back(), std::string("order.withdrawn"));
        QVERIFY(hall.chain_intact());
    }

    void attaching() {
        Hall hall;
        hall.add_areas();
        const auto command = hall.command({hall.east_unit});
        const auto issued = hall.issue(hall.commander, command);
        const auto before = hall.assignment(issued->change.values<Assignment>()[0].id);
        const auto attach = [&](const Account& by, const AttachToOrder& body) {
            return hall.run(
                [&](Transaction& tx) { return hall.orders.attach(tx, by, command.id, body); });
        };
        const std::string sum(64, 'a');
        const AttachToOrder body{new_id(hall.clock()), "Snapshot of camera 12", {sum}};
        // Only who commands the order, and not without something to attach.
        VERIFY_REFUSED(attach(hall.east_phone, body), forbidden);
        VERIFY_REFUSED(attach(hall.auditor, body), forbidden);
        VERIFY_REFUSED(attach(hall.west_operator, body), not_found);
        VERIFY_REFUSED(attach(hall.commander, {new_id(hall.clock()), "nothing", {}}),
                       missing_field);
        const auto done = attach(hall.commander, body);
        VERIFY_OK(done);
        QCOMPARE(hall.kinds().back(), std::string("order.attached"));
        const auto& report = done->change.values<Report>().at(0);
        QCOMPARE(report.order, command.id);
        QVERIFY(report.assignment.empty() && report.kind == ReportKind::attached);
        QCOMPARE(report.attachments, std::vector<std::string>{sum});
        QCOMPARE(report.text, body.text);
        // It is nobody's report: no state changes by it, and no clock.
        QVERIFY(hall.assignment(before.id) == before);
        // Who sees the order may fetch it, and nobody else.
        QVERIFY(*hall.orders.may_fetch(*hall.reader, hall.east_phone, sum));
        QVERIFY(!*hall.orders.may_fetch(*hall.reader, hall.west_phone, sum));
        VERIFY_REFUSED(attach(hall.commander, body), conflict);
        QVERIFY(hall.chain_intact());
    }

    void supervision() {
        Hall hall;
        hall.add_areas();
        const auto issued = hall.issue(hall.commander, hall.command({hall.east_unit}));
        const auto id = issued->change.values<Assignment>()[0].id;
        VERIFY_REFUSED(hall.act(hall.commander, id, Act::supervise), missing_field);
        VERIFY_REFUSED(hall.act(hall.east_phone, id, Act::supervise, Hall::saying("x")), forbidden);
        const auto made = hall.act(hall.commander, id, Act::supervise, Hall::saying("No answer."));
        VERIFY_OK(made);
        QCOMPARE(hall.kinds().back(), std::string("supervision.issued"));
        QCOMPARE(made->change.values<Supervision>().size(), 1U);
        const auto supervision = made->change.values<Supervision>()[0];
        QCOMPARE(supervision.basis, std::string("No answer."));
        QVERIFY(supervision.deadline == hall.clock() + std::chrono::minutes(120));
        const auto reply = [&](const Account& by, const std::string& text) {
            return hall.run(
                [&](Transaction& tx) { return hall.orders.reply(tx, by, supervision.id, text); });
        };
        const auto close = [&](const Account& by, std::optional<double> deduction) {
            return hall.run([&](Transaction& tx) {
                return hall.orders.close(tx, by, supervision.id, "Settled.", deduction);
            });
        };
        VERIFY_REFUSED(reply(hall.west_phone, "Not mine."), not_found);
        VERIFY_REFUSED(reply(hall.east_phone, ""), missing_field);
        VERIFY_OK(reply(hall.east_phone, "On the way."));
        VERIFY_REFUSED(reply(hall.east_phone, "Really."), wrong_state);
        VERIFY_REFUSED(close(hall.east_phone, {}), forbidden);
        VERIFY_REFUSED(close(hall.commander, -1.0), invalid_field);
        VERIFY_OK(close(hall.commander, 0.5));
        VERIFY_REFUSED(close(hall.commander, {}), wrong_state);
        const auto stored = must(hall.order_store->supervision(*hall.reader, supervision.id));
        QVERIFY(stored.state == SupervisionState::closed);
        QCOMPARE(stored.deduction, 0.5);
        QCOMPARE(stored.reply, std::string("On the way."));
    }

    void parts_that_an_act_has_no_place_for() {
        Hall hall;
        hall.add_areas();
        const auto issued = hall.issue(hall.commander, hall.command({hall.east_unit}));
        const auto id = issued->change.values<Assignment>()[0].id;
        ActOnAssignment body;
        body.attachments = {std::string(64, 'a')};
        VERIFY_REFUSED(hall.act(hall.east_phone, id, Act::acknowledge, body), invalid_field);
        body = {};
        body.unit = hall.west_unit;
        VERIFY_REFUSED(hall.act(hall.east_phone, id, Act::acknowledge, body), invalid_field);
        body = {};
        body.deadline = hall.clock();
        VERIFY_REFUSED(hall.act(hall.commander, id, Act::remind, body), invalid_field);
        VERIFY_OK(hall.act(hall.east_phone, id, Act::acknowledge));
        VERIFY_REFUSED(hall.act(hall.east_phone, id, Act::report), missing_field);
        VERIFY_REFUSED(hall.act(hall.east_phone, new_id(), Act::report), not_found);
    }

    void listing() {
        Hall hall;
        hall.add_areas();
        std::vector<std::string> ids;
        for (int i = 0; i < 5; ++i) {
            auto command = hall.command({i % 2 ? hall.west_unit : hall.east_unit});
            command.title = "Pump " + std::to_string(i);
            ids.push_back(command.id);
            VERIFY_OK(hall.issue(hall.commander, command));
        }
        VERIFY_OK(hall.run([&](Transaction& tx) {
            return hall.orders.withdraw(tx, hall.commander, ids[0], "Not needed.");
        }));
        const auto list = [&](const OrderQuery& query) {
            const auto text = must(hall.orders.list(*hall.reader, hall.commander, query));
            const auto parsed = must(json::parse(text));
            std::vector<std::string> found;
            for (const auto& item : parsed.at("items").as_array())
                found.emplace_back(item.at("order").at("id").as_string());
            const auto* next = parsed.as_object().if_contains("next");
            return std::pair(found, next ? std::string(next->as_string()) : std::string());
        };
        QCOMPARE(list({}).first, (std::vector<std::string>{ids[4], ids[3], ids[2], ids[1]}));
        OrderQuery query;
        query.state = "all";
        query.limit = 2;
        std::vector<std::string> all;
        for (;;) {
            const auto [found, next] = list(query);
            all.insert(all.end(), found.begin(), found.end());
            if (next.empty())
                break;
            QCOMPARE(found.size(), 2U);
            query.after = next;
        }
        QCOMPARE(all, (std::vector<std::string>{ids[4], ids[3], ids[2], ids[1], ids[0]}));
        query = {};
        query.state = "withdrawn";
        QCOMPARE(list(query).first, std::vector<std::string>{ids[0]});
        query = {};
        query.unit = hall.west_unit;
        QCOMPARE(list(query).first, (std::vector<std::string>{ids[3], ids[1]}));
        query.unit = hall.east_unit;
        query.state = "all";
        QCOMPARE(list(query).first, (std::vector<std::string>{ids[4], ids[2], ids[0]}));
        query = {};
        query.text = "pump 3";
        QCOMPARE(list(query).first, std::vector<std::string>{ids[3]});
        query.text = "4";
        QCOMPARE(list(query).first, (std::vector<std::string>{ids[4], ids[3]})); // title; number
        query = {};
        query.state = "nonsense";
        VERIFY_REFUSED(hall.orders.list(*hall.reader, hall.commander, query), invalid_field);
        query = {};
        for (const auto* after : {"x", "1x", " 1", "99999999999999999999"}) {
            query.after = after;
            VERIFY_REFUSED(hall.orders.list(*hall.reader, hall.commander, query), invalid_field);
        }
    }
};

QTEST_GUILESS_MAIN(OrderServiceTest)
#include "order_service_test.moc"
