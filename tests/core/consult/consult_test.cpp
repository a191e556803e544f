// What a room is after each command: by the pure functions that hub and console share.
#include "core/consult/consult_codec.h"

#include <QTest>

using namespace chengyun;

namespace {

constexpr Instant start = instant_of(1'790'000'000'000);

/// Letters stand for members.
std::string id_of(char letter) {
    return std::string("0190a000-0000-7000-8000-0000000000") + letter + letter;
}
char letter_of(const std::string& id) {
    return id.empty() ? '-' : id.back();
}
ConsultMember member(char letter) {
    ConsultMember out;
    out.id = id_of(letter);
    out.name = letter;
    return out;
}
std::vector<ConsultMember> members(const QByteArray& letters) {
    std::vector<ConsultMember> out;
    for (const char letter : letters)
        out.push_back(member(letter));
    return out;
}

MakeConsult sample(ConsultKind kind = ConsultKind::order) {
    MakeConsult command;
    command.id = "0190a000-0000-7000-8000-000000000001";
    command.kind = kind;
    command.title = "暴雨会商";
    if (kind == ConsultKind::order)
        command.order = "0190a000-0000-7000-8000-000000000002";
    if (kind == ConsultKind::planned)
        command.starts = start;
    return command;
}

/// "chair a; a:accepted b:called", with "locked" and "ended".
QByteArray shown(const Consult& consult) {
    QByteArray out = "chair ";
    out += letter_of(consult.chair);
    out += ';';
    for (const auto& one : consult.members) {
        out += ' ';
        out += letter_of(one.id);
        out += ':' + QByteArray::fromStdString(std::string(json::name_of(one.state)));
    }
    if (consult.locked)
        out += " locked";
    if (consult.ended)
        out += " ended";
    return out;
}

template <class T>
QByteArray refusal(const Result<T>& result) {
    if (result)
        return {};
    const auto& why = result.error();
    return QByteArray::fromStdString(std::string(json::name_of(why.kind)) +
                                     (why.field.empty() ? "" : " " + why.field));
}

std::vector<std::string> id_list(const QByteArray& letters) {
    std::vector<std::string> out;
    for (const char letter : letters)
        out.push_back(id_of(letter));
    return out;
}
std::set<std::string, std::less<>> ids(const QByteArray& letters) {
    const auto list = id_list(letters);
    return {list.begin(), list.end()};
}

/// "b accepts", "a calls cd", "a removes b", "a locks" …
Result<Consult> step(const Consult& consult, const QByteArray& text, Instant now) {
    const auto words = text.split(' ');
    const char who = words[0][0];
    const auto by = id_of(who);
    const auto& verb = words[1];
    const auto whom = words.size() > 2 ? words[2] : QByteArray();
    if (verb == "calls")
        return call_members(consult, members(whom), by, now);
    if (verb == "accepts")
        return answer_call(consult, by, true, now);
    if (verb == "declines")
        return answer_call(consult, by, false, now);
    if (verb == "enters")
        return enter(consult, member(who), now);
    if (verb == "leaves")
        return leave(consult, by, now);
    if (verb == "lets")
        return let_in(consult, id_of(whom[0]), by, now);
    if (verb == "removes")
        return remove_member(consult, id_of(whom[0]), by, now);
    if (verb == "hands")
        return hand_over_chair(consult, id_of(whom[0]), by);
    if (verb == "locks" || verb == "unlocks")
        return set_lock(consult, verb == "locks", by);
    if (verb == "guest") // comes into the lobby
        return admit_guest(consult, member(who), now);
    if (verb == "invites") {
        if (auto ok = check_invitation(consult, by); !ok)
            return ok.error();
        return consult;
    }
    if (verb == "lost") // "a lost bc by cb": who is there, and the order of duty
        return pass_lost_chair(consult, by, ids(whom),
                               words.size() > 4 ? id_list(words[4]) : std::vector<std::string>{});
    if (verb == "ends")
        return end_consult(consult, by, whom == "leading", now);
    return fail(FailureKind::internal, {}, "no such step");
}

} // namespace

class ConsultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// `a` makes the room and calls `b` and `c`; all but the last step succeed.
    void steps_data() {
        QTest::addColumn<QByteArray>("steps");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* steps, const char* after, const char* refused = "") {
            QTest::newRow(steps) << QByteArray(steps) << QByteArray(after) << QByteArray(refused);
        };
        // Calling and answering.
        row("b accepts", "chair a; a:accepted b:accepted c:called");
        row("b declines", "chair a; a:accepted b:declined c:called");
        row("b declines; b accepts", "chair a; a:accepted b:accepted c:called");
        row("b accepts; b accepts", "", "wrong_state member");
        row("d accepts", "", "not_found member");
        row("b enters; b accepts", "", "wrong_state member");
        row("a calls d", "chair a; a:accepted b:called c:called d:called");
        row("a calls bc", "", "wrong_state call");
        row("b declines; a calls bd", "chair a; a:accepted b:called c:called d:called");
        row("b calls d", "", "forbidden");
        // Entering.
        row("a enters; b enters", "chair a; a:in b:in c:called");
        row("b declines; b enters", "chair a; a:accepted b:in c:called");
        row("b enters; b enters", "", "wrong_state member");
        row("d enters", "chair a; a:accepted b:called c:called d:waiting");
        row("d enters; d enters", "", "wrong_state member");
        row("d enters; a lets d", "chair a; a:accepted b:called c:called d:in");
        row("d enters; b lets d", "", "forbidden");
        row("a lets b", "", "wrong_state member");
        row("a lets d", "", "not_found member");
        row("d enters; a removes d", "chair a; a:accepted b:called c:called d:removed");
        row("d enters; a removes d; d enters", "", "forbidden");
        row("b enters; a removes b; b enters", "", "forbidden");
        row("b enters; a removes b; a calls b; b enters", "chair a; a:accepted b:in c:called");
        row("a removes b; a removes b", "", "wrong_state member");
        row("a removes a", "", "invalid_field member");
        row("d enters; d leaves", "chair a; a:accepted b:called c:called");
        // The lock.
        row("a locks; b enters", "", "wrong_state locked");
        row("a locks; d enters", "", "wrong_state locked");
        row("a locks; a enters", "chair a; a:in b:called c:called locked");
        row("b enters; a locks; b leaves; b enters", "chair a; a:accepted b:in c:called locked");
        row("d enters; a locks; a lets d", "chair a; a:accepted b:called c:called d:in locked");
        row("a locks; a calls d", "", "wrong_state locked");
        row("a locks; a locks", "", "wrong_state locked");
        row("a unlocks", "", "wrong_state locked");
        row("a locks; a unlocks", "chair a; a:accepted b:called c:called");
        row("b locks", "", "forbidden");
        // The chair.
        row("b enters; a hands b", "chair b; a:accepted b:in c:called");
        row("a hands b", "", "wrong_state member");
        row("a enters; a hands a", "", "wrong_state member");
        row("b enters; b hands b", "", "forbidden");
        row("a enters; c enters; b enters; a leaves", "chair b; a:left b:in c:in");
        row("a enters; a leaves", "chair -; a:left b:called c:called");
        row("a enters; a locks; a leaves", "chair -; a:left b:called c:called");
        row("a enters; a leaves; c enters", "chair c; a:left b:called c:in");
        row("a enters; a leaves; d enters", "chair d; a:left b:called c:called d:in");
        row("b enters; a declines", "chair b; a:declined b:in c:called");
        row("b leaves", "", "wrong_state member");
        // The chair's connection is lost.
        row("a enters; c enters; b enters; a lost bc", "chair b; a:in b:in c:in");
        row("a enters; c enters; b enters; a lost bc by cb", "chair c; a:in b:in c:in");
        row("a enters; c enters; b enters; a lost b by cb", "chair b; a:in b:in c:in");
        row("a enters; b enters; a lost c", "", "wrong_state chair");
        row("a enters; b enters; a lost a", "", "wrong_state chair");
        row("a enters; b enters; b lost a", "", "wrong_state chair");
        row("b enters; a lost b", "", "wrong_state chair"); // has not come yet
        row("a enters; b enters; a locks; a lost b", "chair b; a:in b:in c:called locked");
        row("a enters; g guest; a lets g; a lost g by g", "", "wrong_state chair");
        row("a enters; b enters; a ends; a lost b", "", "wrong_state ended");
        // Guests.
        row("a invites", "chair a; a:accepted b:called c:called");
        row("b invites", "", "forbidden");
        row("a locks; a invites", "", "wrong_state locked");
        row("g guest", "chair a; a:accepted b:called c:called g:waiting");
        row("a enters; a leaves; g guest", "chair -; a:left b:called c:called g:waiting");
        row("a locks; g guest", "", "wrong_state locked");
        row("a ends; g guest", "", "wrong_state ended");
        row("g guest; a lets g", "chair a; a:accepted b:called c:called g:in");
        row("g guest; a lets g; a hands g", "", "wrong_state member");
        row("a enters; g guest; a lets g; a leaves", "chair -; a:left b:called c:called g:in");
        row("g guest; a lets g; a enters; a ends",
            "chair -; a:left b:called c:called g:left ended");
        // The end.
        row("a enters; b enters; d enters; a ends", "chair -; a:left b:left c:called ended");
        row("b enters; b ends", "", "forbidden");
        row("b ends leading", "chair -; a:accepted b:called c:called ended");
        row("a ends; a ends", "", "wrong_state ended");
        row("a ends; b enters", "", "wrong_state ended");
        row("a ends; b accepts", "", "wrong_state ended");
        row("a ends; a calls d", "", "wrong_state ended");
        row("b enters; a ends; b leaves", "", "wrong_state ended");
    }
    void steps() {
        QFETCH(QByteArray, steps);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, refused);
        auto made = make_consult(sample(), member('a'), members("bc"), start);
        QVERIFY(made.has_value());
        auto consult = std::move(*made);
        QCOMPARE(shown(consult), QByteArray("chair a; a:accepted b:called c:called"));
        const auto all = steps.split(';');
        auto now = start;
        for (int i = 0; i < all.size(); ++i) {
            now += std::chrono::minutes(1);
            auto next = step(consult, all[i].trimmed(), now);
            if (i + 1 < all.size() || refused.isEmpty()) {
                QVERIFY2(next.has_value(), all[i] + ": " + refusal(next));
                consult = std::move(*next);
            } else {
                QCOMPARE(refusal(next), refused);
                return;
            }
        }
        QCOMPARE(shown(consult), after);
    }

    void a_standing_room_is_never_over() {
        auto made = make_consult(sample(ConsultKind::standing), member('a'), {}, start);
        QVERIFY(made.has_value());
        auto consult = std::move(*made);
        for (const auto* text : {"a enters", "b enters", "a lets b", "a locks", "a ends"}) {
            auto next = step(consult, text, start);
            QVERIFY2(next.has_value(), text);
            consult = std::move(*next);
        }
        QCOMPARE(shown(consult), QByteArray("chair -; a:left b:left"));
        // Guests are not kept.
        for (const auto* text : {"b enters", "g guest", "b lets g", "b ends"}) {
            auto next = step(consult, text, start);
            QVERIFY2(next.has_value(), text);
            consult = std::move(*next);
        }
        QCOMPARE(shown(consult), QByteArray("chair -; a:left b:left"));
        auto again = step(consult, "b enters", start);
        QVERIFY(again.has_value());
        QCOMPARE(shown(*again), QByteArray("chair b; a:left b:in"));
    }

    void who_calls_only_himself_calls_nobody() {
        auto made = make_consult(sample(), member('a'), members("aa"), start);
        QVERIFY(made.has_value());
        QCOMPARE(shown(*made), QByteArray("chair a; a:accepted"));
        auto twice = make_consult(sample(), member('a'), members("bab"), start);
        QVERIFY(twice.has_value());
        QCOMPARE(shown(*twice), QByteArray("chair a; a:accepted b:called"));
    }

    void a_full_room_takes_nobody() {
        std::vector<ConsultMember> many;
        for (std::size_t i = 1; i < most_consult_members; ++i) {
            ConsultMember one;
            one.id = std::to_string(i);
            many.push_back(one);
        }
        auto made = make_consult(sample(), member('a'), many, start);
        QVERIFY(made.has_value());
        QCOMPARE(made->members.size(), most_consult_members);
        QCOMPARE(refusal(call_members(*made, members("b"), id_of('a'), start)),
                 QByteArray("no_room call"));
        QCOMPARE(refusal(enter(*made, member('b'), start)), QByteArray("no_room member"));
    }

    void commands_are_checked_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* name, const std::function<void(MakeConsult&)>& change,
                            const char* refused, ConsultKind kind = ConsultKind::order) {
            auto command = sample(kind);
            change(command);
            QTest::newRow(name) << QByteArray::fromStdString(json::write(command))
                                << QByteArray(refused);
        };
        row("as it should be", [](auto&) {}, "");
        row("planned", [](auto&) {}, "", ConsultKind::planned);
        row("standing", [](auto&) {}, "", ConsultKind::standing);
        row("id", [](auto& c) { c.id = "1"; }, "invalid_field id");
        row("no title", [](auto& c) { c.title = " "; }, "missing_field title");
        row("long title", [](auto& c) { c.title = std::string(201, 'a'); }, "invalid_field title");
        row("area", [](auto& c) { c.area = "42"; }, "invalid_field area");
        row("no order", [](auto& c) { c.order.clear(); }, "invalid_field order");
        row("a bad order", [](auto& c) { c.order = "x"; }, "invalid_field order");
        row(
            "an order of a standing one", [](auto& c) { c.order = c.id; }, "invalid_field order",
            ConsultKind::standing);
        row(
            "no time", [](auto& c) { c.starts.reset(); }, "invalid_field starts",
            ConsultKind::planned);
        row("a time of an order's", [](auto& c) { c.starts = start; }, "invalid_field starts");
        row(
            "whom", [](auto& c) { c.call = {{id_of('b'), {}, {}}, {"x", {}, {}}}; },
            "invalid_field call[1].id");
        row(
            "too many",
            [](auto& c) { c.call.assign(most_consult_members + 1, {id_of('b'), {}, {}}); },
            "too_many call");
    }
    void commands_are_checked() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, refused);
        const auto command = json::read<MakeConsult>(body.toStdString());
        QVERIFY(command.has_value());
        QCOMPARE(refusal(check(*command)), refused);
    }

    void nobody_called_is_no_call() {
        QCOMPARE(refusal(check(CallMembers{})), QByteArray("missing_field call"));
    }

    void a_console_of_before_reads_a_room_with_a_guest() {
        auto made = make_consult(sample(), member('a'), {}, start);
        QVERIFY(made.has_value());
        auto room = admit_guest(*made, member('g'), start);
        QVERIFY(room.has_value());
        auto old = QByteArray::fromStdString(json::write(*room));
        // Nothing but a member that it does not know: no name of an enum is new.
        QVERIFY(old.count("\"kind\":\"person\"") == 2 && old.contains("\"guest\":true"));
        old.replace(",\"guest\":true", ",\"something_new\":true");
        const auto read = json::read<Consult>(old.toStdString(), json::Unknown::ignore);
        QVERIFY(read.has_value());
        QCOMPARE(int(read->members.size()), 2);
        // And what was written before has none.
        old.replace(",\"something_new\":true", "");
        old.replace(",\"guest\":null", "");
        const auto before = json::read<Consult>(old.toStdString());
        QVERIFY(before.has_value());
        QVERIFY(!is_guest(before->members[1]));
    }

    void a_unit_is_one_member() {
        Account phone;
        phone.id = "account";
        phone.unit = "unit";
        phone.role = Role::unit;
        QCOMPARE(member_id(phone), std::string_view("unit"));
        phone.role = Role::operator_;
        QCOMPARE(member_id(phone), std::string_view("account"));
    }
};

QTEST_APPLESS_MAIN(ConsultTest)
#include "consult_test.moc"
