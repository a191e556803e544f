// The rota as a planner edits it: table, week, people, problems, laying out, writing.
#include "app/duty/duty_book.h"
#include "app/duty/plan_book.h"
#include "app/duty/rota_board.h"
#include "app/duty/rota_draft.h"
#include "app/duty/rota_grid.h"
#include "app/duty/rota_import.h"
#include "app/duty/rota_layout.h"
#include "app/duty/rota_people.h"
#include "app/duty/rota_problem_list.h"
#include "app/duty/rota_week.h"
#include "core/wire/wire_codec.h"
#include "tests/app/duty/duty_desk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace chengyun;
using namespace chengyun::test;
using namespace chengyun::console;

namespace {

struct RotaRoom : DutyDesk {
    RotaDraft draft{roster, commands, outbox, session};
    RotaBoard board{roster, draft, clock};
    RotaGrid posts{board, false}, persons{board, true};
    RotaWeek week{board};
    RotaPeople people{board};
    RotaProblemList problems{board};
    DutyBook book{roster, commands, resources, session, clock};
    PlanBook plans{roster, commands};
    RotaLayout layout{board, plans, session};
    QAbstractItemModelTester postsTester{&posts}, personsTester{&persons}, weekTester{&week},
        peopleTester{&people}, problemsTester{&problems};

    [[nodiscard]] QVariant cell(int row, int column, int role = RotaGrid::TextRole) const {
        return posts.data(posts.index(row, column), role);
    }
    /// Another planner has written.
    void theyWrite(Shift shift, std::int64_t seq) {
        shift.version = seq;
        Change body;
        body.values<Shift>() = {std::move(shift)};
        send(seq, "shift.planned", std::move(body));
    }
    [[nodiscard]] bool hasProblem(const char* kind) const {
        for (int row = 0; row < problems.rowCount(); ++row)
            if (problems.data(problems.index(row), RotaProblemList::KindRole).toString() ==
                QLatin1String(kind))
                return true;
        return false;
    }
};

// Lines of July's table.
constexpr int commanderLine = 1, shiftLeaderLine = 2, dayLine = 3, nightLine = 4;

} // namespace

class RotaTest : public QObject {
    Q_OBJECT
    std::unique_ptr<RotaRoom> room_;

private Q_SLOTS:
    void init() {
        room_ = std::make_unique<RotaRoom>();
        room_->hub.silent = true;
        QVERIFY(room_->signIn());
    }
    void cleanup() { room_.reset(); }

    void aLineForEachPostAndTurn() {
        QCOMPARE(room_->board.title(), QStringLiteral("2026-07"));
        QCOMPARE(room_->posts.columnCount(), 31);
        QStringList lines;
        for (int row = 0; row < room_->posts.rowCount(); ++row)
            lines.append(room_->cell(row, 0, RotaGrid::NameRole).toString() + QLatin1Char(' ') +
                         room_->cell(row, 0, RotaGrid::TurnRole).toString());
        QCOMPARE(lines.join(QStringLiteral(", ")),
                 QStringLiteral("带班领导 00:00–00:00, 指挥长 08:00–08:00, 值班长 08:00–20:00, "
                                "调度员 07:30–19:30, 调度员 19:30–07:30, 水务联络员 00:00–00:00"));
        QCOMPARE(room_->cell(shiftLeaderLine, 0).toString(), QStringLiteral("周敏"));
        QVERIFY(room_->cell(shiftLeaderLine, 0, RotaGrid::OwnRole).toBool());
        QVERIFY(room_->cell(nightLine, 0, RotaGrid::NightRole).toBool());
        QVERIFY(!room_->cell(dayLine, 0, RotaGrid::FirstOfNameRole).isNull());
        QVERIFY(!room_->cell(nightLine, 0, RotaGrid::FirstOfNameRole).toBool());
        QVERIFY(room_->cell(nightLine, 1, RotaGrid::GapRole).toBool());
        // A Saturday.
        QVERIFY(room_->cell(0, 3, RotaGrid::OffRole).toBool());
        QVERIFY(room_->cell(0, 0, RotaGrid::TodayRole).toBool());
    }

    void aMonthIsFetchedWhenSomebodyLooks() {
        QVERIFY(room_->hub.fetched.isEmpty());
        room_->board.go(1);
        QVERIFY(!room_->roster.isFetching());
        room_->board.setShown(true);
        QVERIFY(room_->roster.isFetching());
        QTRY_VERIFY(!room_->roster.isFetching());
        QCOMPARE(room_->hub.fetched.size(), 1);
        // From two weeks before to two weeks after it.
        QVERIFY(room_->hub.fetched[0].contains(
            "from=" + QByteArray::number(qint64(ms_of(at("2026-07-18 00:00"))))));
    }

    void aPersonWhoIsPutOnGetsAShiftOfTheLinesTurn() {
        QVERIFY(room_->posts.assign(nightLine, 4, qid(wang)));
        QCOMPARE(room_->cell(nightLine, 4).toString(), QStringLiteral("王强"));
        QVERIFY(room_->cell(nightLine, 4, RotaGrid::ChangedRole).toBool());
        QCOMPARE(room_->draft.count(), 1);
        const auto* shift = room_->draft.shift(
            room_->cell(nightLine, 4, RotaGrid::ShiftRole).toString().toStdString());
        QVERIFY(shift);
        QVERIFY(shift->start == at("2026-07-05 19:30") && shift->end == at("2026-07-06 07:30"));
        QVERIFY(!room_->cell(nightLine, 4, RotaGrid::GapRole).toBool());
    }

    void problemsAreThereAtOnce() {
        QVERIFY(room_->hasProblem("gap"));
        QVERIFY(!room_->hasProblem("too_little_rest"));
        // Li Na's night ends at half past seven; then she has the day.
        QVERIFY(room_->posts.assign(dayLine, 1, qid(li)));
        QVERIFY(room_->hasProblem("too_little_rest"));
        QVERIFY(!room_->cell(dayLine, 1, RotaGrid::ProblemRole).toString().isEmpty());
        QVERIFY(!room_->cell(nightLine, 0, RotaGrid::ProblemRole).toString().isEmpty());
        room_->draft.undo();
        QVERIFY(!room_->hasProblem("too_little_rest"));
        room_->draft.redo();
        QVERIFY(room_->hasProblem("too_little_rest"));
    }

    void stepsAreTakenBackAndDoneAgain() {
        QVERIFY(room_->posts.assign(nightLine, 4, qid(wang)));
        QVERIFY(room_->posts.drag(nightLine, 4, dayLine, 6)); // to another turn and day
        QCOMPARE(room_->cell(nightLine, 4).toString(), QString());
        QCOMPARE(room_->cell(dayLine, 6).toString(), QStringLiteral("王强"));
        QVERIFY(room_->posts.remove(dayLine, 6));
        QCOMPARE(room_->draft.count(), 0);
        room_->draft.undo();
        room_->draft.undo();
        QCOMPARE(room_->cell(nightLine, 4).toString(), QStringLiteral("王强"));
        room_->draft.undo();
        QCOMPARE(room_->draft.count(), 0);
        QVERIFY(!room_->draft.canUndo());
        room_->draft.redo();
        QCOMPARE(room_->cell(nightLine, 4).toString(), QStringLiteral("王强"));
    }

    void dragOntoAnotherShiftExchangesThePeople() {
        QVERIFY(room_->posts.drag(dayLine, 0, nightLine, 0));
        QCOMPARE(room_->cell(dayLine, 0).toString(), QStringLiteral("李娜"));
        QCOMPARE(room_->cell(nightLine, 0).toString(), QStringLiteral("张伟"));
        QCOMPARE(room_->draft.count(), 2);
        room_->draft.undo();
        QCOMPARE(room_->draft.count(), 0);
    }

    void whatHasBegunIsNotEdited() {
        auto shift = *room_->roster.shift(id(723));
        shift.state = ShiftState::on_duty;
        room_->theyWrite(shift, 12);
        QVERIFY(!room_->posts.assign(dayLine, 0, qid(wang)));
        QVERIFY(!room_->draft.failureText().isEmpty());
        QVERIFY(!room_->posts.remove(dayLine, 0));
        QCOMPARE(room_->draft.count(), 0);
    }

    void allChangesAreWrittenInOneCommand() {
        QVERIFY(!room_->draft.write()); // nothing
        QVERIFY(room_->posts.assign(nightLine, 4, qid(wang)));
        QVERIFY(room_->posts.assign(dayLine, 0, qid(chen)));
        QVERIFY(room_->posts.remove(commanderLine, 0));
        QVERIFY(room_->draft.write());
        QVERIFY(room_->draft.isWriting());
        QVERIFY(!room_->draft.write()); // not twice
        QTRY_COMPARE(room_->outbox.rowCount(), 1);
        const auto plan = json::read<PlanShifts>(room_->sent().toStdString());
        QVERIFY(plan.has_value());
        QCOMPARE(plan->shifts.size(), 2u);
        QVERIFY((plan->cancelled == std::vector{CancelledShift{id(721), 1}}));
        for (const auto& planned : plan->shifts)
            QCOMPARE(planned.version, planned.id == id(723) ? 1 : 0);
    }

    void whatTheHubHasTakenIsNoChangeAnyMore() {
        QVERIFY(room_->posts.assign(dayLine, 0, qid(wang)));
        auto shift = *room_->draft.shift(id(723));
        room_->theyWrite(shift, 12); // by this seat or another: it is so
        QCOMPARE(room_->draft.count(), 0);
        QVERIFY(!room_->draft.canUndo());
        QCOMPARE(room_->cell(dayLine, 0).toString(), QStringLiteral("王强"));
    }

    void anothersChangeIsShownAndNotUndone_data() {
        QTest::addColumn<bool>("mine");
        QTest::addColumn<QString>("shown");
        QTest::newRow("mine") << true << QStringLiteral("王强");
        QTest::newRow("theirs") << false << QStringLiteral("陈静");
    }
    void anothersChangeIsShownAndNotUndone() {
        QFETCH(bool, mine);
        QVERIFY(room_->posts.assign(dayLine, 0, qid(wang)));
        auto theirs = *room_->roster.shift(id(723));
        theirs.person = id(chen);
        room_->theyWrite(theirs, 12);
        QCOMPARE(room_->draft.conflicts(), 1);
        QVERIFY(room_->cell(dayLine, 0, RotaGrid::ConflictRole).toBool());
        QCOMPARE(room_->cell(dayLine, 0).toString(), QStringLiteral("王强"));
        QVERIFY(room_->board.shiftCard(qid(723))
                    .value(QStringLiteral("theirs"))
                    .toString()
                    .contains(QStringLiteral("陈静")));
        QVERIFY(!room_->draft.write());
        QVERIFY(!room_->draft.failureText().isEmpty());
        room_->draft.decide(mine);
        QCOMPARE(room_->draft.conflicts(), 0);
        QTEST(room_->cell(dayLine, 0).toString(), "shown");
        QCOMPARE(room_->draft.write(), mine);
    }

    void changesSurviveARestart() {
        QVERIFY(room_->posts.assign(nightLine, 4, qid(wang)));
        QVERIFY(room_->posts.remove(dayLine, 0));
        const auto restarted = [this] {
            return std::make_unique<RotaDraft>(room_->roster, room_->commands, room_->outbox,
                                               room_->session);
        };
        QTRY_COMPARE(restarted()->count(), 2); // as soon as the file is on the disk
        QVERIFY(!restarted()->shift(id(723)));
    }

    void whoCouldTakeAShiftStandsFirst() {
        room_->people.chooseFor(qid(724)); // Li Na's night
        const auto fit = [&](const QString& person) {
            for (int row = 0; row < room_->people.rowCount(); ++row)
                if (room_->people.at(row) == person)
                    return room_->people.data(room_->people.index(row), RotaPeople::FitRole)
                        .toBool();
            return false;
        };
        QVERIFY(fit(qid(wang)));
        QVERIFY(!fit(qid(zhang))); // had the day
        QVERIFY(!fit(qid(chen)));  // of another unit
        room_->people.setText(QStringLiteral("wq"));
        QCOMPARE(room_->people.count(), 1);
        QCOMPARE(room_->people.at(0), qid(wang));
        room_->people.setText(QStringLiteral("0715"));
        QCOMPARE(room_->people.at(0), qid(wang));
        room_->people.setText(QStringLiteral("zzz"));
        QCOMPARE(room_->people.count(), 0);
    }

    void aWeekHasBars() {
        room_->board.setSpan(QStringLiteral("week"));
        QCOMPARE(room_->board.title(), QStringLiteral("2026-06-29 – 07-05"));
        QCOMPARE(room_->week.rowCount(), 5);
        const auto bars = room_->week.data(room_->week.index(3), RotaWeek::BarsRole).toList();
        QCOMPARE(bars.size(), 2);
        const auto first = bars[0].toMap();
        QCOMPARE(first.value(QStringLiteral("text")).toString(), QStringLiteral("张伟"));
        // Wednesday, half past seven: two days and 7.5 hours of seven days.
        QCOMPARE(first.value(QStringLiteral("from")).toDouble(), (48 + 7.5) / 168);
        QCOMPARE(room_->week.momentAt((48 + 7.5) / 168), qint64(ms_of(at("2026-07-01 07:30"))));
        QVERIFY(room_->board.setTimes(qid(723), ms_of(at("2026-07-01 07:00")),
                                      ms_of(at("2026-07-01 20:00"))));
        QVERIFY(room_->hasProblem("gap"));
        QVERIFY(!room_->board.setTimes(qid(723), ms_of(at("2026-07-01 07:00")),
                                       ms_of(at("2026-07-01 07:05")))); // too short
    }

    void aLinePerPerson() {
        int row = 0;
        while (room_->persons.data(room_->persons.index(row, 0), RotaGrid::PersonRole) !=
               qid(zhang))
            QVERIFY(++row < room_->persons.rowCount());
        const auto cell = room_->persons.index(row, 0);
        QCOMPARE(cell.data(RotaGrid::TextRole).toString(), QStringLiteral("调度员"));
        QCOMPARE(cell.data(RotaGrid::MoreRole).toString(), QStringLiteral("07:30"));
        QCOMPARE(cell.data(RotaGrid::HoursRole).toInt(), 12);
        QVERIFY(room_->persons.drag(row, 0, row, 2));
        QVERIFY(room_->draft.shift(id(723))->start == at("2026-07-03 07:30"));
    }

    void aMonthIsLaidOutAndGoesOn() {
        Pattern pattern{"day_night",
                        "白班夜班",
                        Days::every,
                        {{"白班", 480, 720}, {"夜班", 1200, 720}},
                        {0, 1, rest_day, rest_day},
                        1};
        Change body;
        body.values<Pattern>() = {pattern};
        room_->send(12, "duty.pattern_written", body);
        room_->board.go(1); // August
        room_->layout.begin();
        QCOMPARE(room_->layout.pattern(), QStringLiteral("day_night"));
        QVERIFY(!room_->layout.problem().isEmpty()); // no posts
        room_->layout.setPost(qid(dispatcherPost), true);
        QCOMPARE(room_->layout.crews().size(), 4);
        room_->layout.fill();
        // Those who stand at the post usually, before others who could.
        const auto first = [&](int crew) {
            const auto places =
                room_->layout.crews().at(crew).toMap()[QStringLiteral("places")].toList();
            return places.constFirst().toMap()[QStringLiteral("person")].toString();
        };
        QCOMPARE(QStringList({first(0), first(1)}), QStringList({qid(zhang), qid(li)}));
        QCOMPARE(room_->layout.shiftCount(), 62);
        QCOMPARE(room_->layout.preview().size(), 14);
        QVERIFY(room_->layout.apply());
        QCOMPARE(room_->draft.count(), 62);
        room_->draft.undo(); // one step
        QCOMPARE(room_->draft.count(), 0);
        room_->draft.redo();
        // The next month begins where this one ended: 31 days on, in a cycle of four.
        room_->board.go(1);
        room_->layout.begin();
        QCOMPARE(room_->layout.position(), 31 % 4);
        QCOMPARE(room_->layout.posts(), QStringList{qid(dispatcherPost)});
        // Laying out the same month again takes the place of what was there.
        room_->board.go(-1);
        room_->layout.begin();
        QCOMPARE(room_->layout.replacedCount(), 62);
        QVERIFY(room_->layout.apply());
        QCOMPARE(room_->draft.count(), 62);
    }

    void aSheetIsSeenBeforeItIsTakenOver() {
        SheetPreview preview;
        preview.shifts = {{id(901), id(dispatcherPost), id(wang), std::nullopt,
                           at("2026-08-03 07:30"), at("2026-08-03 19:30"), 0}};
        preview.refused = {{3, "person", FailureKind::not_found, "无名"}};
        const auto body = QByteArray::fromStdString(json::write(preview));
        room_->hub.silent = false;
        room_->hub.insteadOfTheHub = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                     "Connection: close\r\nContent-Length: " +
                                     QByteArray::number(body.size()) + "\r\n\r\n" + body;
        const auto path = room_->folder.filePath(QStringLiteral("rota.csv"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("日期,岗位,值班人\n2026-08-03,调度员,王强\n2026-08-04,调度员,无名\n");
        file.close();
        RotaImport sheet(room_->board, room_->link);
        QVERIFY(!sheet.apply()); // nothing has been read
        sheet.read(QUrl::fromLocalFile(path));
        QTRY_VERIFY(!sheet.isBusy());
        QCOMPARE(sheet.problem(), QString());
        QCOMPARE(sheet.shiftCount(), 1);
        QCOMPARE(sheet.span(), QStringLiteral("2026-08-03 – 2026-08-03"));
        const auto row = sheet.refused().value(0).toMap();
        QCOMPARE(row.value(QStringLiteral("line")).toInt(), 3);
        QCOMPARE(row.value(QStringLiteral("value")).toString(), QStringLiteral("无名"));
        QCOMPARE(room_->draft.count(), 0);
        QVERIFY(sheet.apply());
        QCOMPARE(room_->draft.count(), 1);
        QCOMPARE(room_->board.title(), QStringLiteral("2026-08"));
        sheet.read(QUrl::fromLocalFile(room_->folder.filePath(QStringLiteral("none.csv"))));
        QVERIFY(!sheet.problem().isEmpty());
    }

    void postsAndPeopleAreWrittenByForms() {
        auto card = room_->book.postCard({});
        card[QStringLiteral("name")] = QStringLiteral("视频巡查员");
        card[QStringLiteral("people")] = 2;
        QVERIFY(room_->book.writePost(card));
        QTRY_COMPARE(room_->outbox.rowCount(), 1);
        const auto post = json::read<Post>(room_->sent().toStdString());
        QVERIFY(post && post->people == 2 && post->name == "视频巡查员" && post->version == 0);
        card[QStringLiteral("people")] = 0;
        QVERIFY(!room_->book.writePost(card));
        QCOMPARE(room_->commands.failureField(), QStringLiteral("people"));

        auto person = room_->book.personCard(qid(zhang));
        person[QStringLiteral("phones")] = QStringList{QStringLiteral("1"), QStringLiteral("2")};
        QVERIFY(room_->book.writePerson(person));
        QTRY_COMPARE(room_->outbox.rowCount(), 2);
        const auto written = json::read<Person>(room_->sent().toStdString());
        QVERIFY(written && written->phones.size() == 2 && written->version == 1);
        // He plans and does not approve: nobody gives himself more.
        person[QStringLiteral("mayApprove")] = true;
        QVERIFY(!room_->book.writePerson(person));
        QCOMPARE(room_->commands.failureField(), QStringLiteral("rights"));
    }
};

QTEST_GUILESS_MAIN(RotaTest)
#include "rota_test.moc"
