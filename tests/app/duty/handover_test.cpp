// Handover sheets at a seat: the list of them, and one sheet from its draft until both have signed.
#include "app/duty/handover_model.h"
#include "tests/app/duty/duty_desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace chengyun;
using namespace chengyun::test;
using console::HandoverListModel;
using console::HandoverModel;

namespace {

constexpr int sheetId = 751, otherSheet = 752, overdueItem = 761, openItem = 762, logItem = 763;

HandoverItem item(int number, HandoverItemKind kind, const char* title) {
    HandoverItem item;
    item.id = id(number);
    item.kind = kind;
    item.subject = id(number + 100);
    item.title = title;
    return item;
}

/// Zhou Min's shift hands over to Chen Jing's.
Handover draftOfZhou() {
    Handover sheet;
    sheet.id = id(sheetId);
    sheet.post = id(shiftLeaderPost);
    sheet.outgoing = id(722);
    sheet.incoming = id(725);
    sheet.items = {item(logItem, HandoverItemKind::log, "巡查"),
                   item(openItem, HandoverItemKind::open_order, "#2031 内涝"),
                   item(overdueItem, HandoverItemKind::overdue_order, "#2029 树倒")};
    sheet.drafted = at("2026-07-01 19:30");
    sheet.due = at("2026-07-01 20:30");
    sheet.version = 5;
    return sheet;
}

struct SheetDesk : DutyDesk {
    HandoverListModel sheets{roster, link, clock};
    HandoverModel sheet{sheets, roster, commands, outbox};
    QAbstractItemModelTester listTester{&sheets};
    QAbstractItemModelTester itemTester{&sheet};

    SheetDesk() {
        hub.snapshot.values<Shift>().push_back(
            shift(725, shiftLeaderPost, chen, "2026-07-01 20:00", "2026-07-02 08:00"));
        hub.snapshot.values<Handover>() = {draftOfZhou()};
    }
    /// The account is this person's.
    void sitDown(int person) {
        for (auto& each : hub.snapshot.values<Person>())
            each.account = each.id == id(person) ? "wang" : "";
    }
    void change(Handover sheet, std::int64_t seq) {
        sheet.version = seq;
        Change body;
        body.values<Handover>() = {std::move(sheet)};
        send(seq, "handover.changed", std::move(body));
    }
    QVariant cell(const QAbstractItemModel& model, int row, const char* role) const {
        return model.data(model.index(row, 0), model.roleNames().key(role));
    }
    QStringList column(const QAbstractItemModel& model, const char* role) const {
        QStringList values;
        for (int row = 0; row < model.rowCount(); ++row)
            values.append(cell(model, row, role).toString());
        return values;
    }
};

} // namespace

class HandoverTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listSaysWhoHandsOverToWhom() {
        SheetDesk desk;
        QVERIFY(desk.signIn());
        QCOMPARE(desk.sheets.count(), 1);
        const auto say = [&](const char* role) { return desk.cell(desk.sheets, 0, role); };
        QCOMPARE(say("postName").toString(), QStringLiteral("值班长"));
        QCOMPARE(say("outgoingName").toString(), QStringLiteral("周敏"));
        QCOMPARE(say("incomingName").toString(), QStringLiteral("陈静"));
        QCOMPARE(say("spanText").toString(), QStringLiteral("2026-07-01 08:00 – 20:00"));
        QCOMPARE(say("state").toString(), QStringLiteral("drafted"));
        QCOMPARE(say("items").toInt(), 3);
        QCOMPARE(say("acknowledged").toInt(), 0);
        QVERIFY(say("waits").toBool());
        QVERIFY(!say("late").toBool());
        QCOMPARE(desk.sheets.waiting(), 1);
        QCOMPARE(desk.sheets.own(), qid(sheetId));
    }

    void lateSheetsAreTold() {
        SheetDesk desk;
        QVERIFY(desk.signIn());
        QSignalSpy changed(&desk.sheets, &QAbstractItemModel::dataChanged);
        desk.now = ms_of(at("2026-07-01 20:31"));
        desk.clock.tick();
        QVERIFY(changed.count() > 0);
        QVERIFY(desk.cell(desk.sheets, 0, "late").toBool());
    }

    void openOnesComeFirst() {
        SheetDesk desk;
        QVERIFY(desk.signIn());
        auto accepted = draftOfZhou();
        accepted.id = id(otherSheet);
        accepted.state = HandoverState::accepted;
        accepted.accepted = at("2026-07-01 08:01");
        accepted.due = at("2026-07-01 08:30");
        desk.change(accepted, 11);
        QCOMPARE(desk.column(desk.sheets, "handoverId"),
                 QStringList({qid(sheetId), qid(otherSheet)}));
        QCOMPARE(desk.sheets.waiting(), 1);
    }

    void earlierOnesAreFetched() {
        SheetDesk desk;
        QVERIFY(desk.signIn());
        auto old = draftOfZhou();
        old.id = id(otherSheet);
        old.outgoing = id(790);
        old.state = HandoverState::accepted;
        old.handed_over_by_name = "王强";
        old.accepted_by_name = "李娜";
        old.accepted = at("2026-06-20 08:01");
        const auto to = hallNow;
        const auto from = to - 31LL * 24 * 60 * minute;
        const auto path = "/duty/handovers?from=" + QByteArray::number(qint64(from)) +
                          "&to=" + QByteArray::number(qint64(to));
        desk.hub.pages.insert(path, R"({"handovers":[)" +
                                        QByteArray::fromStdString(json::write(old)) + "]}");
        desk.sheets.showEarlier();
        QVERIFY(desk.sheets.isLoading());
        QTRY_COMPARE(desk.sheets.count(), 2);
        QVERIFY(!desk.sheets.isLoading() && !desk.sheets.hasFailed());
        QCOMPARE(desk.cell(desk.sheets, 1, "outgoingName").toString(), QStringLiteral("王强"));
        QVERIFY(desk.sheets.find(id(otherSheet)) != nullptr);
        desk.sheets.showEarlier(); // the month before is not there
        QTRY_VERIFY(desk.sheets.hasFailed());
        QCOMPARE(desk.sheets.count(), 2);
    }

    void itemsStandInTheOrderOfPaper() {
        SheetDesk desk;
        QVERIFY(desk.signIn());
        desk.sheet.setSheet(qid(sheetId));
        QCOMPARE(desk.column(desk.sheet, "itemId"),
                 QStringList({qid(overdueItem), qid(openItem), qid(logItem)}));
        QCOMPARE(desk.column(desk.sheet, "kindTitle").constFirst(),
                 QStringLiteral("Overdue orders"));
        QCOMPARE(desk.cell(desk.sheet, 0, "order").toString(), qid(overdueItem + 100));
        QCOMPARE(desk.cell(desk.sheet, 2, "order").toString(), QString());
        QCOMPARE(desk.sheet.outgoing().value(QStringLiteral("name")).toString(),
                 QStringLiteral("周敏"));
        QCOMPARE(desk.sheet.outgoing().value(QStringLiteral("phone")).toString(),
                 QStringLiteral("13800000712"));
        QCOMPARE(desk.sheet.incoming().value(QStringLiteral("span")).toString(),
                 QStringLiteral("2026-07-01 20:00 – 2026-07-02 08:00"));
    }

    void outgoingRemarksAndSigns() {
        SheetDesk desk;
        QVERIFY(desk.signIn());
        desk.sheet.setSheet(qid(sheetId));
        QVERIFY(desk.sheet.mayRemark() && desk.sheet.mayHandOver());
        QVERIFY(!desk.sheet.mayAcknowledge() && !desk.sheet.mayAccept());

        QVERIFY(desk.sheet.remark(qid(openItem), QStringLiteral(" 水泵已到 ")));
        QTRY_COMPARE(desk.hub.paths.size(), 1);
        const auto path = "/duty/handovers/" + QByteArray::fromStdString(id(sheetId));
        QVERIFY(desk.hub.paths[0].endsWith(path + "/remark"));
        auto sent = json::read<ActOnHandover>(desk.hub.carriedOut[0].toStdString());
        QVERIFY(sent && sent->item == id(openItem) && sent->text == "水泵已到");

        QVERIFY(desk.sheet.addItem(QStringLiteral("钥匙在前台"), {}));
        QTRY_COMPARE(desk.hub.paths.size(), 2);
        sent = json::read<ActOnHandover>(desk.hub.carriedOut[1].toStdString());
        QVERIFY(sent && !sent->item && sent->id && sent->title == "钥匙在前台");

        QVERIFY(!desk.sheet.addItem(QStringLiteral("  "), {})); // refused at once
        QVERIFY(!desk.commands.failureText().isEmpty());

        QVERIFY(desk.sheet.handOver());
        QTRY_COMPARE(desk.hub.paths.size(), 3);
        QVERIFY(desk.hub.paths[2].endsWith(path + "/hand_over"));
    }

    void incomingAcknowledgesEachAndAccepts() {
        SheetDesk desk;
        desk.sitDown(chen);
        QVERIFY(desk.signIn());
        desk.sheet.setSheet(qid(sheetId));
        QVERIFY(!desk.sheet.mayAcknowledge()); // nobody has signed
        QVERIFY(!desk.sheet.handOver());       // it is not his
        auto sheet = draftOfZhou();
        sheet.state = HandoverState::handed_over;
        sheet.handed_over = at("2026-07-01 19:50");
        sheet.handed_over_by_name = "周敏";
        desk.change(sheet, 11);
        QVERIFY(desk.sheet.mayAcknowledge() && !desk.sheet.mayAccept());
        QCOMPARE(desk.sheet.unacknowledged(), 3);
        QVERIFY(!desk.sheet.accept()); // not before every item is acknowledged
        QCOMPARE(desk.hub.paths.size(), 0);

        QVERIFY(desk.sheet.acknowledge(qid(overdueItem), QStringLiteral("已催")));
        QTRY_COMPARE(desk.hub.paths.size(), 1);
        QVERIFY(desk.hub.paths[0].endsWith("/acknowledge"));
        QVERIFY(desk.sheet.sendBack(QStringLiteral("缺少三号泵站")));
        QTRY_COMPARE(desk.hub.paths.size(), 2);
        QVERIFY(desk.hub.paths[1].endsWith("/send_back"));

        QSignalSpy reset(&desk.sheet, &QAbstractItemModel::modelReset);
        for (auto& each : sheet.items) {
            each.acknowledged = at("2026-07-01 19:55");
            each.acknowledged_by = "wang";
        }
        sheet.items[2].answer = "已催";
        desk.change(sheet, 12);
        QCOMPARE(reset.count(), 0); // the rows stay: somebody may be typing beside one
        QCOMPARE(desk.cell(desk.sheet, 0, "acknowledgement").toString(),
                 QStringLiteral("Acknowledged 07-01 19:55 · 陈静 · 已催"));
        QVERIFY(desk.sheet.mayAccept());
        QVERIFY(desk.sheet.accept());
        QTRY_COMPARE(desk.hub.paths.size(), 3);
        QVERIFY(desk.hub.paths[2].endsWith("/accept"));
    }

    void whatItWaitsForIsSaid_data() {
        QTest::addColumn<int>("person");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("planned");
        QTest::addColumn<QString>("words");
        const int drafted = int(HandoverState::drafted), over = int(HandoverState::handed_over);
        QTest::newRow("outgoing signs") << zhou << drafted << true << QStringLiteral("then sign");
        QTest::newRow("incoming waits")
            << chen << drafted << true << QStringLiteral("周敏 has not signed");
        QTest::newRow("outgoing waits")
            << zhou << over << true << QStringLiteral("shift of 周敏 cannot be closed");
        QTest::newRow("incoming acknowledges")
            << chen << over << true << QStringLiteral("Send it back");
        QTest::newRow("nobody comes")
            << zhou << over << false << QStringLiteral("Nobody is planned");
        QTest::newRow("over") << zhou << int(HandoverState::accepted) << true
                              << QStringLiteral("Signed by both");
    }
    void whatItWaitsForIsSaid() {
        QFETCH(int, person);
        QFETCH(int, state);
        QFETCH(bool, planned);
        QFETCH(QString, words);
        SheetDesk desk;
        desk.sitDown(person);
        auto& sheet = desk.hub.snapshot.values<Handover>()[0];
        sheet.state = static_cast<HandoverState>(state);
        if (!planned)
            sheet.incoming.clear();
        QVERIFY(desk.signIn());
        desk.sheet.setSheet(qid(sheetId));
        QVERIFY2(desk.sheet.nextStep().contains(words), qPrintable(desk.sheet.nextStep()));
    }
};

QTEST_GUILESS_MAIN(HandoverTest)
#include "handover_test.moc"
