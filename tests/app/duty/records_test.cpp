// The log, requests and figures of duty at a seat, and files of them.
#include "app/capability/journal_words.h"
#include "app/duty/duty_exports.h"
#include "app/duty/figures_model.h"
#include "app/duty/handover_list_model.h"
#include "app/duty/log_model.h"
#include "app/duty/record_words.h"
#include "app/duty/request_list_model.h"
#include "app/text.h"
#include "tests/app/duty/duty_desk.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>

using namespace chengyun;
using namespace chengyun::test;
using namespace chengyun::console;

namespace {

LogEntry logged(int number, LogKind kind, const char* text, const char* time) {
    LogEntry entry;
    entry.id = id(number);
    entry.kind = kind;
    entry.text = text;
    entry.time = entry.recorded = test::at(time);
    entry.by = "wang";
    entry.by_name = "周敏";
    entry.version = 3;
    return entry;
}

ShiftExchange exchangeOf(int asker, int other, int shift) {
    ShiftExchange exchange;
    exchange.id = id(771);
    exchange.person = id(asker);
    exchange.other = id(other);
    exchange.shift = id(shift);
    exchange.reason = "家中有事";
    exchange.asked = test::at("2026-07-01 07:00");
    exchange.version = 4;
    return exchange;
}

struct RecordDesk : DutyDesk {
    HandoverListModel sheets{roster, link, clock};
    LogModel log{roster, commands, link, outbox};
    RequestListModel requests{roster, commands, outbox, clock};
    FiguresModel figures{roster, clock};
    DutyExports exports{roster, sheets, figures, clock};
    QAbstractItemModelTester logTester{&log};
    QAbstractItemModelTester requestTester{&requests};
    QAbstractItemModelTester figureTester{&figures};

    RecordDesk() {
        auto& shifts = hub.snapshot.values<Shift>();
        shifts[1].state = ShiftState::on_duty; // Zhou Min's
        shifts[1].checked_in = test::at("2026-07-01 07:55");
        shifts.push_back(shift(726, dispatcherPost, zhou, "2026-07-03 08:00", "2026-07-03 20:00"));
        hub.snapshot.values<LogEntry>() = {
            logged(781, LogKind::call_in, "市民来电反映积水", "2026-07-01 07:58"),
            logged(782, LogKind::equipment, "大屏右下角黑屏", "2026-07-01 07:59")};
        hub.snapshot.values<LogEntry>()[1].stands = true;
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
    void answerLog(const QByteArray& query, const std::vector<LogEntry>& entries) {
        QByteArray list;
        for (const auto& entry : entries)
            list += (list.isEmpty() ? "" : ",") + QByteArray::fromStdString(json::write(entry));
        hub.pages.insert("/duty/log?" + query, R"({"duty_log":[)" + list + "]}");
    }
};

} // namespace

class RecordsTest : public QObject {
    Q_OBJECT

    /// Why the file that `ask` asks for was not written; empty: it is there.
    template <class Ask>
    static QString failureOf(RecordDesk& desk, Ask ask) {
        QSignalSpy finished(&desk.exports, &DutyExports::finished);
        ask();
        if (finished.isEmpty() && !finished.wait())
            return QStringLiteral("never told");
        return finished[0][0].toString();
    }
private Q_SLOTS:
    void logShowsTheNewestFirst() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        QCOMPARE(desk.column(desk.log, "entryId"), QStringList({qid(782), qid(781)}));
        QCOMPARE(desk.cell(desk.log, 1, "timeText").toString(), QStringLiteral("07:58"));
        QVERIFY(desk.cell(desk.log, 0, "maySettle").toBool());
        QVERIFY(!desk.cell(desk.log, 1, "maySettle").toBool());
        QVERIFY(desk.log.mayWrite());
    }

    void logIsSearchedAtTheHub() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        auto old = logged(783, LogKind::call_out, "已通知水务局", "2026-06-01 10:00");
        old.phone = "027-1";
        desk.answerLog("kind=call_out&limit=100", {old});
        desk.log.setKind(QStringLiteral("call_out"));
        QVERIFY(desk.log.isLoading());
        QCOMPARE(desk.log.count(), 0); // of what the seat has, nothing matches
        QTRY_COMPARE(desk.column(desk.log, "entryId"), QStringList({qid(783)}));
        QVERIFY(!desk.log.hasMore() && !desk.log.hasFailed());
        desk.log.setKind({});
        QTRY_VERIFY(desk.log.hasFailed()); // the test's hub has no such page
        QCOMPARE(desk.log.count(), 2);     // what the seat knows
    }

    void wordsAndDaysAreAskedFor() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        desk.log.setDay(QStringLiteral("2026-06-30"));
        const auto from = QByteArray::number(qint64(ms_of(test::at("2026-06-30 00:00"))));
        const auto to = QByteArray::number(qint64(ms_of(test::at("2026-07-01 00:00"))));
        QTRY_VERIFY(
            desk.hub.fetched.contains("/duty/log?from=" + from + "&to=" + to + "&limit=100"));
        desk.log.setDay({});
        desk.log.setText(QStringLiteral("积水&x=1"));
        QCOMPARE(desk.log.count(), 0);
        QTRY_VERIFY(desk.hub.fetched.contains(
            "/duty/log?q=" + QUrl::toPercentEncoding(QStringLiteral("积水&x=1")) + "&limit=100"));
        desk.log.setText(QStringLiteral("积水"));
        QCOMPARE(desk.log.count(), 1);
    }

    void logComesPageByPage() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        std::vector<LogEntry> page;
        for (int i = 0; i < 100; ++i)
            page.push_back(logged(2000 + i, LogKind::note, "x", "2026-06-01 10:00"));
        desk.answerLog("limit=100", page);
        desk.answerLog("before=" + QByteArray::fromStdString(id(2000)) + "&limit=100",
                       {logged(1999, LogKind::note, "y", "2026-06-01 09:00")});
        desk.log.look();
        QTRY_COMPARE(desk.log.count(), 102);
        QVERIFY(desk.log.hasMore());
        desk.log.fetchNext();
        QTRY_COMPARE(desk.log.count(), 103);
        QVERIFY(!desk.log.hasMore());
        QCOMPARE(desk.column(desk.log, "entryId").constLast(), qid(1999));
    }

    void writesIntoTheLog() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        const auto key = desk.log.write({{QStringLiteral("kind"), QStringLiteral("call_in")},
                                         {QStringLiteral("text"), QStringLiteral(" 来电 ")},
                                         {QStringLiteral("with"), QStringLiteral("王先生")},
                                         {QStringLiteral("phone"), QStringLiteral("138")},
                                         {QStringLiteral("order"), qid(301)},
                                         {QStringLiteral("stands"), true}});
        QVERIFY(!key.isEmpty());
        QTRY_COMPARE(desk.hub.carriedOut.size(), 1);
        const auto sent = json::read<WriteLog>(desk.hub.carriedOut[0].toStdString());
        QVERIFY(sent);
        QCOMPARE(qs(sent->id), key);
        QVERIFY(sent->kind == LogKind::call_in && sent->text == "来电" && sent->with == "王先生");
        QVERIFY(sent->phone == "138" && sent->order == id(301));
        QVERIFY(!sent->stands); // a call does not stand
        QVERIFY(desk.log.write({{QStringLiteral("text"), QStringLiteral("  ")}}).isEmpty());
        QCOMPARE(desk.commands.failureField(), QStringLiteral("text"));
    }

    void correctionsMarkWhatTheyCorrect() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        auto entry = logged(784, LogKind::call_in, "在汉阳大道", "2026-07-01 07:59");
        entry.corrects = id(781);
        entry.version = 12;
        Change body;
        body.values<LogEntry>() = {entry};
        desk.send(12, "log.written", body);
        QCOMPARE(desk.log.count(), 3);
        QCOMPARE(desk.column(desk.log, "corrected"),
                 QStringList(
                     {QStringLiteral("false"), QStringLiteral("false"), QStringLiteral("true")}));
        QCOMPARE(desk.log.entry(qid(784)).value(QStringLiteral("text")).toString(),
                 QStringLiteral("在汉阳大道"));
    }

    void standingEntriesAreSettled() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        QVERIFY(desk.log.settle(qid(782)));
        QVERIFY(!desk.log.settle(qid(781))); // it does not stand
        QTRY_COMPARE(desk.hub.paths.size(), 1);
        QVERIFY(desk.hub.paths[0].endsWith("/settle"));
    }

    void requestsSayWhatCanBeDone_data() {
        QTest::addColumn<int>("asker");
        QTest::addColumn<int>("other");
        QTest::addColumn<QStringList>("acts");
        QTest::addColumn<bool>("waits");
        QTest::newRow("mine") << zhou << li << QStringList({QStringLiteral("withdraw")}) << false;
        QTest::newRow("asks me") << li << zhou
                                 << QStringList(
                                        {QStringLiteral("agree"), QStringLiteral("decline")})
                                 << true;
        QTest::newRow("of others") << li << zhang << QStringList() << false;
    }
    void requestsSayWhatCanBeDone() {
        QFETCH(int, asker);
        QFETCH(int, other);
        QFETCH(QStringList, acts);
        QFETCH(bool, waits);
        RecordDesk desk;
        desk.hub.snapshot.values<ShiftExchange>() = {exchangeOf(asker, other, 724)};
        QVERIFY(desk.signIn());
        QCOMPARE(desk.requests.count(), 1);
        QStringList told;
        for (const auto& act : desk.cell(desk.requests, 0, "acts").toList())
            told.append(act.toMap().value(QStringLiteral("act")).toString());
        QCOMPARE(told, acts);
        QCOMPARE(desk.requests.waiting(), waits ? 1 : 0);
        QCOMPARE(desk.cell(desk.requests, 0, "given").toString(),
                 QStringLiteral("2026-07-01 19:30 – 2026-07-02 07:30 · 调度员"));
    }

    void approversAreTold() {
        RecordDesk desk;
        desk.hub.snapshot.values<Person>()[1].rights = {DutyRight::approve};
        auto exchange = exchangeOf(li, zhang, 724);
        exchange.state = RequestState::agreed;
        desk.hub.snapshot.values<ShiftExchange>() = {exchange};
        Leave leave;
        leave.id = id(772);
        leave.person = id(zhang);
        leave.reason = "探亲";
        leave.start = test::at("2026-07-10 00:00");
        leave.end = test::at("2026-07-12 00:00");
        leave.asked = test::at("2026-07-01 06:00");
        desk.hub.snapshot.values<Leave>() = {leave};
        QVERIFY(desk.signIn());
        QCOMPARE(desk.requests.waiting(), 2);
        QCOMPARE(desk.column(desk.requests, "kind"),
                 QStringList({QStringLiteral("exchange"), QStringLiteral("leave")}));
        QVERIFY(desk.requests.act(qid(772), QStringLiteral("approve"), {}));
        QTRY_COMPARE(desk.hub.paths.size(), 1);
        QVERIFY(desk.hub.paths[0].endsWith("/duty/leaves/" + qid(772).toLatin1() + "/approve"));
        QVERIFY(!desk.requests.act(qid(771), QStringLiteral("refuse"), {})); // a refusal says why
        QCOMPARE(desk.commands.failureField(), QStringLiteral("text"));
        QVERIFY(desk.requests.act(qid(771), QStringLiteral("refuse"), QStringLiteral("人手不足")));
    }

    void asksForAnExchange() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        const auto own = desk.requests.ownShifts();
        QCOMPARE(own.size(), 1); // the other one has begun
        const auto shift = own[0].toMap().value(QStringLiteral("id")).toString();
        QCOMPARE(shift, qid(726));
        QVERIFY(!desk.requests.othersFor(shift).isEmpty());
        for (const auto& other : desk.requests.othersFor(shift))
            QVERIFY(other.toMap().value(QStringLiteral("id")).toString() != qid(zhou));
        QVERIFY(
            !desk.requests.askExchange(shift, qid(li), {}, QStringLiteral("家中有事")).isEmpty());
        QTRY_COMPARE(desk.hub.carriedOut.size(), 1);
        const auto sent = json::read<AskExchange>(desk.hub.carriedOut[0].toStdString());
        QVERIFY(sent && sent->shift == id(726) && sent->other == id(li) && !sent->in_return);
        QVERIFY(desk.requests.askExchange(shift, qid(li), {}, {}).isEmpty()); // says no reason
    }

    void asksForLeave() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        QVERIFY(!desk.requests
                     .askLeave(QStringLiteral("2026-07-10"), QStringLiteral("2026-07-11"),
                               QStringLiteral("探亲"))
                     .isEmpty());
        QTRY_COMPARE(desk.hub.carriedOut.size(), 1);
        const auto sent = json::read<AskLeave>(desk.hub.carriedOut[0].toStdString());
        QVERIFY(sent);
        QVERIFY(sent->start == test::at("2026-07-10 00:00"));
        QVERIFY(sent->end == test::at("2026-07-12 00:00"));
        for (const auto* day : {"2026-07-09", "2026-02-30", ""})
            QVERIFY(desk.requests
                        .askLeave(QStringLiteral("2026-07-10"), QString::fromLatin1(day),
                                  QStringLiteral("x"))
                        .isEmpty());
    }

    void figuresCountTheMonth() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        desk.figures.look();
        QCOMPARE(desk.figures.month(), QStringLiteral("2026-07"));
        QCOMPARE(desk.figures.count(), 6);
        const auto row = desk.column(desk.figures, "personId").indexOf(qid(zhou));
        QCOMPARE(desk.cell(desk.figures, int(row), "planned").toInt(), 2);
        QCOMPARE(desk.cell(desk.figures, int(row), "shifts").toInt(), 1);
        QCOMPARE(desk.cell(desk.figures, int(row), "hours").toDouble(), 12.0);
        desk.figures.step(1);
        QCOMPARE(desk.figures.month(), QStringLiteral("2026-08"));
        QCOMPARE(desk.cell(desk.figures, int(row), "planned").toInt(), 0);
        desk.figures.step(-1);
        QCOMPARE(desk.figures.columns().size(), 11);
    }

    void figuresAsCsv() {
        RecordDesk desk;
        desk.hub.snapshot.values<Person>()[0].name = "=1+1";
        QVERIFY(desk.signIn());
        desk.figures.look();
        const auto path = desk.folder.filePath(QStringLiteral("figures.csv"));
        QCOMPARE(failureOf(desk, [&] { desk.exports.figuresCsv(QUrl::fromLocalFile(path)); }),
                 QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        QVERIFY(text.startsWith("\xEF\xBB\xBF\"Name\",\"Unit\","));
        QVERIFY(text.contains("\"'=1+1\""));
        QVERIFY(text.contains("\"周敏\",\"Centre\",\"2\",\"1\",\"12\""));
        const auto nowhere =
            QUrl::fromLocalFile(desk.folder.filePath(QStringLiteral("no/such/it.csv")));
        QVERIFY(!failureOf(desk, [&] { desk.exports.figuresCsv(nowhere); }).isEmpty());
    }

    void whatIsNotThereIsNotWritten() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        const auto file = QUrl::fromLocalFile(desk.folder.filePath(QStringLiteral("it")));
        QVERIFY(!failureOf(desk, [&] { desk.exports.sheetPdf(qid(999), file, {}); }).isEmpty());
        QVERIFY(!failureOf(desk, [&] { desk.exports.rotaXlsx(2026, 13, file, {}); }).isEmpty());
        QVERIFY(!QFile::exists(file.toLocalFile()));
    }

    /// The window goes on meanwhile; files come in the order in which they were asked for.
    void filesAreWrittenBesides() {
        RecordDesk desk;
        QVERIFY(desk.signIn());
        desk.figures.look();
        const auto at = [&](const char* name) {
            return QUrl::fromLocalFile(desk.folder.filePath(QLatin1String(name)));
        };
        QSignalSpy busy(&desk.exports, &DutyExports::busyChanged);
        QSignalSpy finished(&desk.exports, &DutyExports::finished);
        desk.exports.rotaXlsx(2026, 7, at("rota.xlsx"), QStringLiteral("蔡甸区"));
        desk.exports.figuresXlsx(at("no/such/figures.xlsx"), {});
        desk.exports.figuresXlsx(at("figures.xlsx"), {});
        QVERIFY(desk.exports.isBusy());
        QVERIFY(finished.isEmpty());
        QTRY_COMPARE(finished.count(), 3);
        QVERIFY(finished[0][0].toString().isEmpty());
        QVERIFY(!finished[1][0].toString().isEmpty());
        QVERIFY(finished[2][0].toString().isEmpty());
        QVERIFY(QFile::exists(at("rota.xlsx").toLocalFile()));
        QVERIFY(QFile::exists(at("figures.xlsx").toLocalFile()));
        QVERIFY(!desk.exports.isBusy());
        QCOMPARE(busy.count(), 2);
    }

    /// Whoever leaves waits for the file.
    void aFileIsWholeWhenTheProgramEnds() {
        const QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("rota.xlsx"));
        {
            RecordDesk desk;
            QVERIFY(desk.signIn());
            desk.exports.rotaXlsx(2026, 7, QUrl::fromLocalFile(file), {});
        }
        QVERIFY(QFile::exists(file));
    }

    void entriesAreSaidInWords_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        QTest::newRow("exchange") << QStringLiteral("exchange.asked")
                                  << QStringLiteral("周敏 asks 李娜 to take a shift")
                                  << QStringLiteral("家中有事");
        QTest::newRow("handover") << QStringLiteral("handover.accepted")
                                  << QStringLiteral("周敏 took over: 值班长") << QString();
        QTest::newRow("log") << QStringLiteral("log.written")
                             << QStringLiteral("周敏 wrote into the log: Call in")
                             << QStringLiteral("来电");
        // An older console hears of it by its name.
        QTest::newRow("unknown") << QStringLiteral("leave.prolonged")
                                 << QStringLiteral("leave.prolonged") << QString();
    }
    void entriesAreSaidInWords() {
        QFETCH(QString, kind);
        RecordDesk desk;
        QVERIFY(desk.signIn());
        Change body;
        body.values<ShiftExchange>() = {exchangeOf(zhou, li, 724)};
        Handover sheet;
        sheet.id = id(751);
        sheet.post = id(shiftLeaderPost);
        body.values<Handover>() = {sheet};
        body.values<LogEntry>() = {logged(781, LogKind::call_in, "来电", "2026-07-01 08:00")};
        auto entry = test::entry(20, kind.toStdString(), "duty", body);
        entry.actor_name = "周敏";
        const auto words = recordWords(entry, desk.roster);
        QTEST(words.title, "title");
        QTEST(words.text, "text");
    }
};

QTEST_GUILESS_MAIN(RecordsTest)
#include "records_test.moc"
