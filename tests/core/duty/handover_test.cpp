#include "core/duty/commands.h"
#include "tests/core/duty/sample.h"

#include <QTest>

using namespace chengyun;
using sample::at;
using sample::id;
using S = HandoverState;
using A = HandoverAct;

namespace {

struct Row {
    S from;
    A act;
    S to;
    bool outgoing;
};

const Row expected[] = {
    {S::drafted, A::remark, S::drafted, true},
    {S::drafted, A::hand_over, S::handed_over, true},
    {S::handed_over, A::acknowledge, S::handed_over, false},
    {S::handed_over, A::send_back, S::drafted, false},
    {S::handed_over, A::accept, S::accepted, false},
};

HandoverItem item(const char* name, HandoverItemKind kind, const char* subject) {
    HandoverItem item;
    item.id = id(name);
    item.kind = kind;
    item.subject = *subject ? id(subject) : std::string();
    item.title = name;
    return item;
}

Handover sheet() {
    Handover sheet;
    sheet.id = id("sheet");
    sheet.post = id("desk");
    sheet.outgoing = id("1");
    sheet.incoming = id("2");
    sheet.items = {item("a", HandoverItemKind::open_order, "order1"),
                   item("b", HandoverItemKind::overdue_order, "order2")};
    return sheet;
}

const HandoverActor out{"a1", "Zhang", id("zhang"), id("zhang"), id("li")};
const HandoverActor in{"a2", "Li", id("li"), id("zhang"), id("li")};
const HandoverActor third{"a3", "Wang", id("wang"), id("zhang"), id("li")};
const HandoverActor unknown{"a4", "", "", id("zhang"), ""};
const Instant now = at("2026-02-02 16:00");

/// The body that the act needs, and no more.
ActOnHandover body_of(A act) {
    ActOnHandover body;
    switch (act) {
    case A::remark:
        body.item = id("a");
        body.text = "call back at six";
        break;
    case A::acknowledge:
        body.item = id("a");
        break;
    case A::send_back:
        body.id = id("new");
        body.title = "the pump is missing";
        break;
    case A::hand_over:
    case A::accept:
        break;
    }
    return body;
}

QByteArray said(const Handover& sheet) {
    QByteArrayList words;
    for (const auto& i : sheet.items)
        words << sample::name_of(i.id) + (i.acknowledged ? "+" : "") +
                     (i.remark.empty() ? "" : "!");
    return words.join(" ");
}

} // namespace

class HandoverTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_combination() {
        QCOMPARE(handover_transitions().size(), std::size(expected));
        for (const auto from : sample::all<S>()) {
            for (const auto act : sample::all<A>()) {
                const auto* row =
                    std::find_if(std::begin(expected), std::end(expected),
                                 [&](const Row& r) { return r.from == from && r.act == act; });
                auto before = sheet();
                before.state = from;
                for (auto& i : before.items)
                    if (act == A::accept)
                        i.acknowledged = now;
                for (const auto* who : {&out, &in, &third, &unknown}) {
                    const auto after = apply(before, act, body_of(act), *who, now);
                    if (row == std::end(expected)) {
                        QCOMPARE(outcome(after), "wrong_state act");
                    } else if (who != (row->outgoing ? &out : &in)) {
                        QCOMPARE(outcome(after), "forbidden act");
                    } else {
                        QCOMPARE(outcome(after), "ok");
                        QCOMPARE(after->state, row->to);
                    }
                }
            }
        }
    }

    void from_one_shift_to_the_next() {
        auto s = remark_item(sheet(), out, id("a"), "call back at six");
        QCOMPARE(outcome(s), "ok");
        s = add_item(*s, out, id("c"), "key of the store", "");
        QCOMPARE(outcome(s), "ok");
        s = hand_over(*s, out, now);
        QCOMPARE(outcome(s), "ok");
        QVERIFY(s->handed_over == now);
        QCOMPARE(s->handed_over_by_name, "Zhang");
        QCOMPARE(outcome(accept(*s, in, now)), "wrong_state items[0]");
        s = acknowledge(*s, in, id("a"), "will do", now);
        QCOMPARE(outcome(accept(*s, in, now)), "wrong_state items[1]");
        s = acknowledge(*s, in, id("b"), "", now);
        QCOMPARE(outcome(accept(*s, in, now)), "wrong_state items[2]");
        // Something is missing: it comes back, and what was seen stays seen.
        s = send_back(*s, in, id("d"), "and the radio?");
        QCOMPARE(outcome(s), "ok");
        QVERIFY(!s->handed_over);
        QCOMPARE(s->handed_over_by, "");
        QCOMPARE(said(*s), "a+! b+ c d");
        QCOMPARE(outcome(acknowledge(*s, in, id("c"), "", now)), "wrong_state act");
        s = remark_item(*s, out, id("d"), "in repair");
        s = hand_over(*s, out, now);
        s = acknowledge(*s, in, id("c"), "", now);
        s = acknowledge(*s, in, id("d"), "", now);
        s = accept(*s, in, at("2026-02-02 16:20"));
        QCOMPARE(outcome(s), "ok");
        QCOMPARE(s->state, S::accepted);
        QVERIFY(s->accepted == at("2026-02-02 16:20"));
        QCOMPARE(s->accepted_by, "a2");
        QCOMPARE(s->accepted_by_name, "Li");
    }

    void the_first_acknowledgement_counts() {
        auto before = sheet();
        before.state = S::handed_over;
        auto s = acknowledge(before, in, id("a"), "yes", now);
        s = acknowledge(*s, in, id("a"), "no", now + std::chrono::hours(1));
        QCOMPARE(outcome(s), "ok");
        QVERIFY(s->items[0].acknowledged == now);
        QCOMPARE(s->items[0].answer, "yes");
        QCOMPARE(s->items[0].acknowledged_by, "a2");
    }

    void a_person_may_hand_over_to_himself() {
        const HandoverActor both{"a1", "Zhang", id("zhang"), id("zhang"), id("zhang")};
        auto s = hand_over(sheet(), both, now);
        QCOMPARE(outcome(s), "ok");
        QCOMPARE(outcome(acknowledge(*s, both, id("a"), "", now)), "ok");
    }

    void a_sheet_without_items_is_accepted_too() {
        auto empty = sheet();
        empty.items.clear();
        const auto s = hand_over(empty, out, now);
        QCOMPARE(outcome(accept(*s, in, now)), "ok");
    }

    void wrong_bodies_name_the_field_data() {
        QTest::addColumn<QByteArray>("act");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* act, const char* body, const char* expected) {
            QTest::addRow("%s %s", act, body)
                << QByteArray(act) << QByteArray(body) << QByteArray(expected);
        };
        const auto a = id("a"), c = id("c");
        const auto of = [](const char* form, const std::string& id) {
            return QByteArray(form).replace("ID", QByteArray::fromStdString(id));
        };
        row("remark", of(R"({"item":"ID"})", a), "missing_field text");
        row("remark", of(R"({"item":"ID","text":"x","title":"y"})", a), "invalid_field title");
        row("remark", of(R"({"item":"ID","text":"x"})", c), "not_found item");
        row("remark", of(R"({"id":"ID"})", c), "missing_field title");
        row("remark", of(R"({"title":"x"})", c), "missing_field id");
        row("remark", of(R"({"id":"ID","title":" "})", c), "missing_field title");
        row("remark", of(R"({"id":"ID","title":"x"})", a), "conflict id");
        row("remark", R"({"id":"x","title":"x"})", "invalid_field id");
        row("remark", of(R"({"id":"ID","title":"x"})", c), "ok");
        row("hand_over", of(R"({"item":"ID"})", a), "invalid_field item");
        row("hand_over", R"({"text":"x"})", "invalid_field text");
        row("acknowledge", "{}", "missing_field item");
        row("acknowledge", of(R"({"item":"ID"})", c), "not_found item");
        row("acknowledge", of(R"({"item":"ID","id":"ID"})", a), "invalid_field id");
        row("send_back", of(R"({"id":"ID"})", c), "missing_field title");
        row("send_back", of(R"({"id":"ID","title":"x","text":"y"})", c), "invalid_field text");
        row("accept", R"({"title":"x"})", "invalid_field title");
    }
    void wrong_bodies_name_the_field() {
        QFETCH(QByteArray, act);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, expected);
        const auto what = json::enum_of<A>(act.toStdString());
        const auto command = json::read<ActOnHandover>(body.toStdString(), json::Unknown::refuse);
        QVERIFY(what && command);
        auto before = sheet();
        const bool incoming = act != "remark" && act != "hand_over";
        before.state = incoming ? S::handed_over : S::drafted;
        QCOMPARE(outcome(apply(before, *what, *command, incoming ? in : out, now)), expected);
    }

    void people_add_no_more_than_the_limit() {
        auto full = sheet();
        while (full.items.size() < most_handover_items)
            full.items.push_back(full.items.front());
        QCOMPARE(outcome(add_item(full, out, id("c"), "x", "")), "too_many items");
    }

    void a_draft_follows_what_there_is() {
        auto before = sheet();
        before.items[1].remark = "called at four";
        before.items.push_back(item("c", HandoverItemKind::remark, ""));
        before.items.push_back(item("d", HandoverItemKind::fault, "radio"));
        // Order 1 is overdue by now, order 2 is done, the radio too, order 3 is new.
        const std::vector fresh{item("e", HandoverItemKind::overdue_order, "order1"),
                                item("f", HandoverItemKind::open_order, "order3")};
        const auto after = refreshed(before, fresh);
        QCOMPARE(said(after), "b! c e f");
        QCOMPARE(said(refreshed(after, fresh)), "b! c e f");
        QCOMPARE(said(refreshed(before, {})), "b! c");
    }

    void what_is_not_listed_keeps_its_count() {
        auto before = sheet();
        before.items = {item("a", HandoverItemKind::further, std::string(further_orders).c_str())};
        before.items[0].title = "7";
        auto fresh = before.items;
        fresh[0].title = "9";
        QCOMPARE(refreshed(before, fresh).items[0].title, "9");
        // The number that was acknowledged, or signed, stays.
        auto seen = before;
        seen.items[0].acknowledged = now;
        QCOMPARE(refreshed(seen, fresh).items[0].title, "7");
        before.state = S::handed_over;
        QCOMPARE(refreshed(before, fresh).items[0].title, "7");
    }

    void a_signed_sheet_only_grows() {
        auto before = sheet();
        before.state = S::handed_over;
        before.items[0].acknowledged = now;
        const std::vector fresh{item("f", HandoverItemKind::open_order, "order3"),
                                item("g", HandoverItemKind::open_order, "order1")};
        const auto after = refreshed(before, fresh);
        QCOMPARE(said(after), "a+ b f");
        // What came after the signature is to be acknowledged, too.
        QCOMPARE(outcome(accept(after, in, now)), "wrong_state items[1]");
        before.state = S::accepted;
        QCOMPARE(said(refreshed(before, fresh)), "a+ b");
    }

    void nobody_closes_a_shift_over_a_sheet() {
        auto post = sample::post("desk");
        auto shift = sample::shift("1", "desk", "zhang", "2026-02-02 08:00", "2026-02-02 16:00");
        auto s = sheet();
        QCOMPARE(outcome(may_close(shift, post, nullptr)), "ok");
        post.hands_over = true;
        QCOMPARE(outcome(may_close(shift, post, nullptr)), "wrong_state handover");
        for (const auto state : sample::all<S>()) {
            s.state = state;
            QCOMPARE(outcome(may_close(shift, post, &s)),
                     state == S::accepted ? "ok" : "wrong_state handover");
        }
        s.outgoing = id("other");
        QCOMPARE(outcome(may_close(shift, post, &s)), "wrong_state handover");
        QCOMPARE(sample::said(draft_at(shift, {})), "02-02 15:30");
        QCOMPARE(sample::said(accept_by(shift, {})), "02-02 16:30");
    }

    void sheets_come_back_from_json() {
        auto s = sheet();
        s.items[0].acknowledged = now;
        s.accepted = now;
        const auto read = json::read<Handover>(json::write(s), json::Unknown::refuse);
        QVERIFY(read && *read == s);
    }
};

QTEST_APPLESS_MAIN(HandoverTest)
#include "handover_test.moc"
