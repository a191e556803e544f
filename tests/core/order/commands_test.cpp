#include "core/order/commands.h"
#include "core/resource/kinds.h"
#include "core/text/limits.h"
#include "tests/core/describe.h"

#include <QTest>

using namespace chengyun;

namespace {

constexpr const char* one = "01890a5d-ac96-774b-bcce-b302099a8057";
constexpr const char* two = "01890a5d-ac96-774b-bcce-b302099a8058";
constexpr std::int64_t most = 3;
constexpr auto helps = RecipientRole::assisting;

std::string id(int n) {
    return "01890a5d-ac96-774b-bcce-b302099a800" + std::to_string(n);
}

std::string water(std::size_t characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i)
        text += "水";
    return text;
}

} // namespace

class CommandsTest : public QObject {
    Q_OBJECT

    static IssueOrder order() {
        IssueOrder c;
        c.id = one;
        c.title = "Check the pumps";
        c.kind = "flood";
        c.recipients = {{two, RecipientRole::lead}};
        return c;
    }

private Q_SLOTS:
    void issue_data() {
        QTest::addColumn<IssueOrder>("command");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* title, const char* expected, auto change) {
            auto c = order();
            change(c);
            QTest::newRow(title) << c << QByteArray(expected);
        };
        row("least", "ok", [](IssueOrder&) {});
        row("everything", "ok", [](IssueOrder& c) {
            c.text = "line\nline";
            c.area = "420114001000";
            c.place = Place{114.1, 30.5};
            c.address = "东街 1 号";
            c.resource = two;
            c.exercise = true;
        });
        row("id", "invalid_field id", [](IssueOrder& c) { c.id = "1"; });
        row("id of another version", "invalid_field id",
            [](IssueOrder& c) { c.id = "0190a000-0000-4000-8000-000000000001"; });
        row("one lead of two", "ok", [](IssueOrder& c) {
            c.recipients = {{one, RecipientRole::assisting}, {two, RecipientRole::lead}};
        });
        row("two leads", "invalid_field recipients[1].role", [](IssueOrder& c) {
            c.recipients = {{one, RecipientRole::lead}, {two, RecipientRole::lead}};
        });
        row("no title", "missing_field title", [](IssueOrder& c) { c.title = " "; });
        row("longest title", "ok", [](IssueOrder& c) { c.title = water(limits::title); });
        row("title too long", "invalid_field title",
            [](IssueOrder& c) { c.title = water(limits::title + 1); });
        row("title in lines", "unseen_character title", [](IssueOrder& c) { c.title = "a\nb"; });
        row("title of nothing", "missing_field title", [](IssueOrder& c) { c.title = "\u3000"; });
        row("title that turns", "unseen_character title",
            [](IssueOrder& c) { c.title = "消防\u202e队"; });
        row("address that cannot be seen", "unseen_character address",
            [](IssueOrder& c) { c.address = "\u200b"; });
        row("longest text", "ok", [](IssueOrder& c) { c.text = water(limits::text); });
        row("text too long", "invalid_field text",
            [](IssueOrder& c) { c.text = water(limits::text + 1); });
        row("unknown event", "invalid_field kind", [](IssueOrder& c) { c.kind = "flod"; });
        row("no event", "invalid_field kind", [](IssueOrder& c) { c.kind.clear(); });
        row("no level", "invalid_field level", [](IssueOrder& c) { c.level = Level::none; });
        row("area", "invalid_field area", [](IssueOrder& c) { c.area = "420114"; });
        row("empty area", "invalid_field area", [](IssueOrder& c) { c.area = ""; });
        row("place", "invalid_field place", [](IssueOrder& c) { c.place = Place{30.5, 114.1}; });
        row("address", "invalid_field address",
            [](IssueOrder& c) { c.address = water(limits::address + 1); });
        row("resource", "invalid_field resource", [](IssueOrder& c) { c.resource = "x"; });
        row("no time to sign", "invalid_field limits.acknowledge",
            [](IssueOrder& c) { c.limits.acknowledge = 0; });
        row("negative time", "invalid_field limits.report",
            [](IssueOrder& c) { c.limits.report = -1; });
        row("longest time", "ok", [](IssueOrder& c) { c.limits.complete = limits::minutes; });
        row("endless time", "invalid_field limits.complete",
            [](IssueOrder& c) { c.limits.complete = limits::minutes + 1; });
        row("nobody", "missing_field recipients", [](IssueOrder& c) { c.recipients.clear(); });
        row("as many as may be", "ok",
            [](IssueOrder& c) { c.recipients = {{id(1), helps}, {id(2), helps}, {id(3), helps}}; });
        row("one more", "invalid_field recipients", [](IssueOrder& c) {
            c.recipients = {{id(1), helps}, {id(2), helps}, {id(3), helps}, {id(4), helps}};
        });
        row("twice", "invalid_field recipients[2].unit",
            [](IssueOrder& c) { c.recipients = {{id(1), helps}, {id(2), helps}, {id(1), helps}}; });
        row("no unit", "invalid_field recipients[1].unit",
            [](IssueOrder& c) { c.recipients = {{id(1), helps}, {"", helps}}; });
        row("the first of two faults", "missing_field title", [](IssueOrder& c) {
            c.title.clear();
            c.recipients.clear();
        });
    }
    void issue() {
        QFETCH(IssueOrder, command);
        QTEST(outcome(check(command, most)), "expected");
    }

    void nobody_may_be_sent_without_a_number() {
        for (const std::int64_t none : {std::int64_t{0}, std::int64_t{-1}})
            QCOMPARE(outcome(check(order(), none)), "invalid_field recipients");
    }

    void every_event_can_be_ordered() {
        for (const auto& event : event_kinds()) {
            auto c = order();
            c.kind = event.key;
            QCOMPARE(outcome(check(c, most)), "ok");
        }
    }

    void act_data() {
        QTest::addColumn<ActOnAssignment>("command");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* title, const char* expected, auto change) {
            ActOnAssignment c;
            change(c);
            QTest::newRow(title) << c << QByteArray(expected);
        };
        const std::string hash(64, 'a');
        row("empty", "ok", [](ActOnAssignment&) {});
        row("everything", "ok", [&](ActOnAssignment& c) {
            c.text = "a\nb";
            c.place = Place{114.1, 30.5};
            c.attachments = {hash, one};
            c.unit = two;
            c.deadline = instant_of(1);
            c.report = one;
            c.on_behalf = true;
        });
        row("text too long", "invalid_field text",
            [](ActOnAssignment& c) { c.text = water(limits::text + 1); });
        row("text with an escape", "unseen_character text",
            [](ActOnAssignment& c) { c.text = "\x1b[31m"; });
        row("text that turns", "unseen_character text",
            [](ActOnAssignment& c) { c.text = "到达\u2067现场"; });
        row("place not known", "invalid_field place",
            [](ActOnAssignment& c) { c.place = Place{}; });
        row("as many photos as may be", "ok",
            [&](ActOnAssignment& c) { c.attachments.assign(limits::attachments, hash); });
        row("too many photos", "invalid_field attachments",
            [&](ActOnAssignment& c) { c.attachments.assign(limits::attachments + 1, hash); });
        row("a path as a photo", "invalid_field attachments[1]",
            [&](ActOnAssignment& c) { c.attachments = {hash, "../../etc/passwd"}; });
        row("upper case photo", "invalid_field attachments[0]",
            [](ActOnAssignment& c) { c.attachments = {std::string(64, 'A')}; });
        row("unit", "invalid_field unit", [](ActOnAssignment& c) { c.unit = "x"; });
        row("report", "invalid_field report", [](ActOnAssignment& c) { c.report = ""; });
        row("report of another version", "invalid_field report",
            [](ActOnAssignment& c) { c.report = "0190a000-0000-4000-8000-000000000001"; });
    }
    void act() {
        QFETCH(ActOnAssignment, command);
        QTEST(outcome(check(command)), "expected");
    }
};

QTEST_APPLESS_MAIN(CommandsTest)
#include "commands_test.moc"
