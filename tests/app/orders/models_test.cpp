// Queue, board, timeline, supervisions and load: every role, patched as entries arrive.
#include "app/link/language.h"
#include "app/orders/order_words.h"
#include "tests/app/orders/desk.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class ModelsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<FakeHub> hub_;
    std::unique_ptr<Desk> desk_;

    [[nodiscard]] QString queueAt(int row, int role) const {
        return desk_->queue.data(desk_->queue.index(row), role).toString();
    }

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        hub_ = std::make_unique<FakeHub>();
        hub_->snapshot = hall();
        hub_->now = [] { return instant_of(hallNow); };
        hub_->up();
        desk_ = std::make_unique<Desk>(folder_->path());
        desk_->signIn(*hub_);
        QTRY_VERIFY(desk_->session.isOnline());
        // The real hub's clock has been taken over with the first pong: the hall's is wanted.
        desk_->clock.setOffsetMs(0);
        desk_->clock.tick();
    }
    void cleanup() {
        desk_.reset();
        hub_.reset();
    }

    void everyRowAndRole() {
        QAbstractItemModelTester queue(&desk_->queue), board(&desk_->board),
            supervisions(&desk_->supervisions), timeline(&desk_->timeline);
        desk_->board.setOrder(qid(301));
        desk_->timeline.setOrder(qid(301));
        QVERIFY(matchesGolden(rowsOf(desk_->queue), QStringLiteral("orders/queue.golden")));
        QVERIFY(matchesGolden(rowsOf(desk_->board), QStringLiteral("orders/board.golden")));
        QVERIFY(matchesGolden(rowsOf(desk_->timeline), QStringLiteral("orders/timeline.golden")));
        QVERIFY(matchesGolden(rowsOf(desk_->supervisions),
                              QStringLiteral("orders/supervisions.golden")));
    }

    /// It may hold the whole order, for those who see that for the first time.
    void wordsOfAReassignment() {
        Change body;
        body.values<Order>() = {hall().values<Order>()[0]};
        body.values<Assignment>() = {hall().values<Assignment>()[0], hall().values<Assignment>()[2],
                                     hall().values<Assignment>()[1]};
        body.values<Assignment>()[0].state = AssignmentState::reassigned;
        body.values<Assignment>()[1].reassigned_from = id(401);
        body.values<Assignment>()[2].state = AssignmentState::reassigned; // an earlier one
        body.values<Report>() = hall().values<Report>();
        body.note["text"] = "近";
        const auto reassigned = entry(11, "assignment.reassigned", id(401), body);
        QCOMPARE(entryWords(reassigned).title,
                 QStringLiteral("Reassigned from 消防三中队 to 水务局"));
        QCOMPARE(entryWords(reassigned).text, QStringLiteral("近"));
        QCOMPARE(reportOf(reassigned), nullptr);
    }

    /// A name that runs from right to left turns nothing of the sentence around it.
    void namesAreIsolatedInSentences() {
        Change body;
        body.values<Assignment>() = {hall().values<Assignment>()[0]};
        body.values<Assignment>()[0].unit_name = "ئۈرۈمچى";
        QCOMPARE(entryWords(entry(11, "assignment.acknowledged", id(401), body)).title,
                 QStringLiteral("\u2068ئۈرۈمچى\u2069 acknowledged"));
        QCOMPARE(entryWords(entry(11, "order.issued", id(301), body)).title,
                 QStringLiteral("Issued to \u2068ئۈرۈمچى\u2069"));
        QCOMPARE(isolated(QStringLiteral("消防三中队 3 🚒")), QStringLiteral("消防三中队 3 🚒"));
        QCOMPARE(isolated(QStringLiteral("𞤀")), QStringLiteral("\u2068𞤀\u2069"));
    }

    void filtersAndCounts_data() {
        QTest::addColumn<int>("filter");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("wanted");
        QTest::newRow("all") << int(OrderListModel::All) << QString()
                             << QStringList{qid(301), qid(302)};
        QTest::newRow("new") << int(OrderListModel::New) << QString()
                             << QStringList{qid(301), qid(302)};
        QTest::newRow("late") << int(OrderListModel::Late) << QString() << QStringList{qid(302)};
        QTest::newRow("mine") << int(OrderListModel::Mine) << QString() << QStringList{};
        QTest::newRow("by unit") << int(OrderListModel::All) << QStringLiteral("水务")
                                 << QStringList{qid(302)};
        QTest::newRow("by number")
            << int(OrderListModel::All) << QStringLiteral("301") << QStringList{qid(301)};
        QTest::newRow("by initials")
            << int(OrderListModel::All) << QStringLiteral("nlcz") << QStringList{qid(301)};
        QTest::newRow("by pinyin")
            << int(OrderListModel::All) << QStringLiteral("Shumu") << QStringList{qid(302)};
    }
    void filtersAndCounts() {
        QFETCH(int, filter);
        QFETCH(QString, text);
        QFETCH(QStringList, wanted);
        desk_->queue.setFilter(static_cast<OrderListModel::Filter>(filter));
        desk_->queue.setText(text);
        QStringList ids;
        for (int row = 0; row < desk_->queue.count(); ++row)
            ids.append(desk_->queue.idAt(row));
        QCOMPARE(ids, wanted);
        QCOMPARE(desk_->counts.all(), 2);
        QCOMPARE(desk_->counts.fresh(), 2);
        QCOMPARE(desk_->counts.late(), 1);
        QCOMPARE(desk_->counts.mine(), 0);
    }

    void entriesPatchRows() {
        QAbstractItemModelTester tester(&desk_->queue);
        QSignalSpy reset(&desk_->queue, &QAbstractItemModel::modelReset);
        auto acknowledged = hall().values<Assignment>()[2];
        acknowledged.state = AssignmentState::acknowledged;
        acknowledged.acknowledged = instant_of(hallNow);
        acknowledged.version = 11;
        auto order = hall().values<Order>()[1];
        order.state = OrderState::acknowledged;
        order.version = 11;
        Change body;
        body.values<Order>() = {order};
        body.values<Assignment>() = {acknowledged};
        desk_->send("assignment.acknowledged", acknowledged.id, body);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(desk_->counts.late(), 0);
        QCOMPARE(desk_->counts.fresh(), 1);
        const auto row = desk_->queue.rowOf(qid(302));
        QCOMPARE(queueAt(row, OrderListModel::StateRole), QStringLiteral("acknowledged"));
        QCOMPARE(queueAt(row, OrderListModel::UnreadRole), QStringLiteral("true"));
        desk_->orders.markRead(qid(302));
        QCOMPARE(queueAt(row, OrderListModel::UnreadRole), QStringLiteral("false"));

        // A graver new order comes to the front; a closed one leaves.
        Change fresh;
        fresh.values<Order>() = {test::order(303, Level::I, "燃气泄漏")};
        fresh.values<Assignment>() = {
            assignment(404, fresh.values<Order>()[0], hall().values<Unit>()[1])};
        desk_->send("order.issued", id(303), fresh);
        QCOMPARE(desk_->queue.idAt(0), qid(303));
        QCOMPARE(desk_->orders.openAssignmentsOf(hall().values<Unit>()[1].id), 2);
        order.state = OrderState::closed;
        order.closed = instant_of(hallNow);
        Change closed;
        closed.values<Order>() = {order};
        desk_->send("order.closed", order.id, closed);
        QCOMPARE(desk_->queue.rowOf(qid(302)), -1);
        QCOMPARE(reset.count(), 0);
        desk_->queue.setIncludeClosed(true);
        QCOMPARE(desk_->queue.rowOf(qid(302)), 2);
    }

    /// The store keeps them for longer, in lots.
    void closedOrdersAreOfferedForADay() {
        QAbstractItemModelTester tester(&desk_->queue);
        Change body;
        for (const int hours : {1, 23, 25, 150}) {
            auto closed = test::order(310 + hours, Level::IV, "已办结");
            closed.state = hours == 1 ? OrderState::withdrawn : OrderState::closed;
            closed.closed = instant_of(hallNow - hours * 60 * minute);
            body.values<Order>().push_back(closed);
        }
        desk_->send("order.closed", id(311), body);
        const auto closed = [this] {
            QStringList ids;
            for (int row = 2; row < desk_->queue.count(); ++row)
                ids.append(desk_->queue.idAt(row));
            return ids;
        };
        desk_->queue.setIncludeClosed(true);
        QCOMPARE(closed(), (QStringList{qid(311), qid(333)}));
        QSignalSpy counts(&desk_->queue, &OrderListModel::countChanged);
        desk_->now += 61 * minute; // and one of them has been closed for a day
        desk_->clock.tick();
        QCOMPARE(closed(), QStringList{qid(311)});
        QVERIFY(counts.count() > 0);
        desk_->queue.setIncludeClosed(false);
        QCOMPARE(closed(), QStringList());
    }

    /// Who is rung up about an open order has the number that the unit has now.
    void contactsAreThoseOfNow() {
        desk_->board.setOrder(qid(302));
        const auto phone = [this] {
            return desk_->board.data(desk_->board.index(0), AssignmentListModel::ContactPhoneRole)
                .toString();
        };
        QCOMPARE(phone(), QStringLiteral("13800001203"));
        QSignalSpy told(&desk_->board, &QAbstractItemModel::dataChanged);
        auto water = hall().values<Unit>()[2];
        water.contact.phone = "13911112222";
        Change body;
        body.values<Unit>() = {water};
        desk_->send("unit.changed", water.id, body);
        QCOMPARE(phone(), QStringLiteral("13911112222"));
        QCOMPARE(told.count(), 1);
        const auto roles = told[0][2].value<QList<int>>();
        QVERIFY(roles.isEmpty() || roles.contains(int(AssignmentListModel::ContactPhoneRole)));
    }

    void turnsLateByTheClockAlone() {
        QCOMPARE(desk_->counts.late(), 1);
        QSignalSpy data(&desk_->queue, &QAbstractItemModel::dataChanged);
        desk_->now += 8 * minute; // the office had 10 minutes from issue, 1 minute before now
        desk_->clock.tick();
        QCOMPARE(desk_->counts.late(), 1);
        desk_->now += 2 * minute;
        desk_->clock.tick();
        QCOMPARE(desk_->counts.late(), 2);
        QVERIFY(data.count() > 0);
    }

    /// Only those are late whose next deadline is over, and only they are reminded.
    void remindsThoseWhoAreLate() {
        desk_->board.setOrder(qid(302));
        QCOMPARE(desk_->board.lateCount(), 1);
        QCOMPARE(desk_->actions.remindLate(qid(302), {}), 1);
        desk_->board.setOrder(qid(301)); // not acknowledged yet, and nine minutes are left
        QCOMPARE(desk_->board.lateCount(), 0);
        QCOMPARE(desk_->actions.remindLate(qid(301), {}), 0);
        const QSignalSpy counted(&desk_->board, &AssignmentListModel::lateCountChanged);
        desk_->now += 10 * minute;
        desk_->clock.tick();
        QCOMPARE(desk_->board.lateCount(), 1);
        QCOMPARE(counted.count(), 1);
        QCOMPARE(desk_->actions.remindLate(qid(301), {}), 1);
        desk_->board.setOrder({});
        QCOMPARE(desk_->board.lateCount(), 0);
    }

    void theStepsOfAUnit_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("acknowledged");
        QTest::addColumn<bool>("arrived");
        QTest::addColumn<QList<bool>>("wanted");
        const auto row = [](const char* name, AssignmentState state, bool acknowledged,
                            bool arrived, const QList<bool>& wanted) {
            QTest::newRow(name) << int(state) << acknowledged << arrived << wanted;
        };
        using S = AssignmentState;
        row("issued", S::issued, false, false, {false, false, false, false});
        row("acknowledged", S::acknowledged, true, false, {true, false, false, false});
        row("on the way", S::executing, true, false, {true, true, false, false});
        row("on the spot", S::executing, true, true, {true, true, true, false});
        row("completed", S::completed, true, true, {true, true, true, true});
        row("verified", S::verified, true, true, {true, true, true, true});
        row("asks to return, signed", S::return_requested, true, false,
            {true, false, false, false});
        row("asks to return", S::return_requested, false, false, {false, false, false, false});
        row("reassigned", S::reassigned, true, true, {false, false, false, false});
        row("withdrawn", S::withdrawn, true, false, {false, false, false, false});
    }
    void theStepsOfAUnit() {
        QFETCH(int, state);
        QFETCH(bool, acknowledged);
        QFETCH(bool, arrived);
        Assignment assignment;
        assignment.state = static_cast<AssignmentState>(state);
        if (acknowledged)
            assignment.acknowledged = instant_of(hallNow);
        if (arrived)
            assignment.arrived = instant_of(hallNow);
        const auto steps = stepsOf(assignment);
        QTEST(QList<bool>(steps.begin(), steps.end()), "wanted");
    }

    /// Three units that are done and one that is not make no full bar.
    void progressIsFullWhenAllAreDone() {
        Change body;
        auto order = test::order(304, Level::III, "排查");
        body.values<Order>() = {order};
        for (int i = 0; i < 4; ++i) {
            auto one = assignment(410 + i, order, hall().values<Unit>()[1]);
            one.state = i == 0 ? AssignmentState::executing : AssignmentState::verified;
            one.acknowledged = instant_of(hallNow);
            body.values<Assignment>().push_back(one);
        }
        desk_->send("order.issued", id(304), body);
        const auto at = desk_->queue.index(desk_->queue.rowOf(qid(304)));
        QCOMPARE(desk_->queue.data(at, OrderListModel::ProgressRole).toList(),
                 (QVariantList{1.0, 1.0, 0.75, 0.75}));
    }

    void theBoardOffersWhatTheRoleMayDo() {
        desk_->board.setOrder(qid(302));
        const auto acts =
            desk_->board.data(desk_->board.index(0), AssignmentListModel::ActsRole).toList();
        QStringList own, onBehalf;
        for (const auto& act : acts)
            (act.toMap().value(QStringLiteral("onBehalf")).toBool() ? onBehalf : own)
                .append(act.toMap().value(QStringLiteral("act")).toString());
        QVERIFY(own.contains(QStringLiteral("remind")));
        QVERIFY(own.contains(QStringLiteral("withdraw")));
        QVERIFY(onBehalf.contains(QStringLiteral("acknowledge")));
        QVERIFY(!own.contains(QStringLiteral("verify")));
    }

    void actsGoThroughTheOutboxAndChangeNothingHere() {
        desk_->board.setOrder(qid(302));
        hub_->down();
        QVERIFY(desk_->actions.act(qid(403), QStringLiteral("remind"),
                                   {{QStringLiteral("text"), QStringLiteral("请尽快")}}));
        const auto at = desk_->board.index(0);
        QTRY_COMPARE(desk_->board.data(at, AssignmentListModel::PendingRole).toString(),
                     QStringLiteral("assignment.remind"));
        QCOMPARE(desk_->board.data(at, AssignmentListModel::RemindersRole).toInt(), 0);
        hub_->up();
        desk_->outbox.retryNow();
        QTRY_COMPARE(desk_->outbox.waiting(), 0);
        QCOMPARE(hub_->paths.last(),
                 "/assignments/" + QByteArray::fromStdString(id(403)) + "/remind");
        QVERIFY(hub_->carriedOut.last().contains("请尽快"));
    }

    /// The hub's rule of texts, said here and at once.
    void unseenCharactersAreRefusedHere() {
        const auto turned = QStringLiteral("请\u202e尽快");
        const auto refused = [&](bool taken, const char* field) {
            QVERIFY(!taken);
            QCOMPARE(desk_->actions.failureField(), QString::fromLatin1(field));
            QVERIFY(desk_->actions.failureText().contains(QStringLiteral("cannot be seen")));
            QCOMPARE(desk_->outbox.count(), 0);
        };
        refused(desk_->actions.act(qid(403), QStringLiteral("remind"),
                                   {{QStringLiteral("text"), turned}}),
                "text");
        refused(desk_->actions.replyTo(qs(hall().values<Supervision>()[0].id), turned), "text");
        refused(desk_->actions.closeSupervision(qs(hall().values<Supervision>()[0].id), turned, 0),
                "outcome");
    }

    void aReportIsKeptWithItsPhotosOrNotAtAll_data() {
        QTest::addColumn<bool>("readable");
        QTest::newRow("all are pictures") << true;
        QTest::newRow("one is none") << false;
    }
    void aReportIsKeptWithItsPhotosOrNotAtAll() {
        QFETCH(bool, readable);
        QVariantList photos;
        for (int i = 0; i < 3; ++i) {
            const auto path = folder_->filePath(QStringLiteral("photo-%1.png").arg(i));
            QImage picture(64, 48, QImage::Format_RGB32);
            picture.fill(Qt::darkCyan);
            QVERIFY(picture.save(path));
            photos.append(QUrl::fromLocalFile(path));
        }
        if (!readable) {
            QFile broken(photos[1].toUrl().toLocalFile());
            QVERIFY(broken.resize(40));
        }
        const auto key = qid(401) + QStringLiteral("/report");
        desk_->texts.setText(key, QStringLiteral("已到"));
        const QSignalSpy settled(&desk_->actions, &OrderActions::settled);
        QVERIFY(desk_->actions.act(qid(401), QStringLiteral("report"),
                                   {{QStringLiteral("text"), QStringLiteral("已到")},
                                    {QStringLiteral("photos"), photos}}));
        QVERIFY(settled.isEmpty()); // nothing is read or written before this returns
        QTRY_COMPARE(settled.count(), 1);
        QCOMPARE(settled[0][0].toString(), key);
        QCOMPARE(settled[0][1].toBool(), readable);
        if (!readable) {
            QCOMPARE(desk_->actions.failureField(), QStringLiteral("attachments"));
            QCOMPARE(desk_->outbox.count(), 0);
            QCOMPARE(desk_->texts.text(key), QStringLiteral("已到")); // to be sent otherwise
            QVERIFY(hub_->paths.isEmpty());
            return;
        }
        QVERIFY(desk_->texts.text(key).isEmpty());
        QTRY_COMPARE(desk_->outbox.count(), 0);
        QCOMPARE(hub_->paths.count("/attachments"), 3);
        QVERIFY(hub_->paths.last().endsWith("/report"));
        QVERIFY(hub_->carriedOut.first().startsWith("\xff\xd8")); // JPEG
        QVERIFY(
            hub_->carriedOut.last().contains(R"("attachments":["photo-1","photo-1","photo-1"])"));
    }

    void wordsThatDidNotGoStay_data() {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("typedSince");
        QTest::addColumn<QString>("stays");
        QTest::newRow("nothing") << QStringLiteral("已到") << QString() << QString();
        QTest::newRow("an empty line")
            << QStringLiteral("已到") << QStringLiteral(" 已到\n") << QString();
        QTest::newRow("more words") << QStringLiteral("已到") << QStringLiteral("已到，两人被困")
                                    << QStringLiteral("已到，两人被困");
        QTest::newRow("sent without words") // with the space bar, beside a note that was begun
            << QString() << QStringLiteral("收到") << QStringLiteral("收到");
    }
    void wordsThatDidNotGoStay() {
        QFETCH(QString, sent);
        QFETCH(QString, typedSince);
        QFETCH(QString, stays);
        const auto key = qid(403) + QStringLiteral("/remind");
        desk_->texts.setText(key, sent);
        const QSignalSpy settled(&desk_->actions, &OrderActions::settled);
        QVERIFY(desk_->actions.act(qid(403), QStringLiteral("remind"),
                                   {{QStringLiteral("text"), sent}}));
        if (!typedSince.isEmpty())
            desk_->texts.setText(key, typedSince);
        QTRY_COMPARE(settled.count(), 1);
        QVERIFY(settled[0][1].toBool());
        QCOMPARE(desk_->texts.text(key), stays);
    }

    void impossibleActsAreRefusedHere_data() {
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("field");
        QTest::newRow("not yet complete") << QStringLiteral("verify") << QStringLiteral("act");
        QTest::newRow("without a reason") << QStringLiteral("withdraw") << QStringLiteral("reason");
        QTest::newRow("no such act") << QStringLiteral("dance") << QStringLiteral("act");
    }
    void impossibleActsAreRefusedHere() {
        QFETCH(QString, act);
        QFETCH(QString, field);
        QVERIFY(!desk_->actions.act(qid(403), act));
        QCOMPARE(desk_->actions.failureField(), field);
        QVERIFY(!desk_->actions.failureText().isEmpty());
        QCOMPARE(desk_->outbox.count(), 0);
    }

    void theTimelineGrowsLive() {
        desk_->timeline.setOrder(qid(302));
        QTRY_VERIFY(!desk_->timeline.isLoading());
        const auto before = desk_->timeline.count();
        auto acknowledged = hall().values<Assignment>()[2];
        acknowledged.acknowledged = instant_of(hallNow);
        Change body;
        body.values<Assignment>() = {acknowledged};
        desk_->send("assignment.acknowledged", acknowledged.id, body);
        QCOMPARE(desk_->timeline.count(), before + 1);
        QCOMPARE(
            desk_->timeline.data(desk_->timeline.index(0), TimelineModel::TitleRole).toString(),
            QStringLiteral("水务局 acknowledged"));

        // What was done before it arrived says so, whether a report tells it or a note.
        const auto doneAt = [&] {
            return desk_->timeline.data(desk_->timeline.index(0), TimelineModel::DoneAtRole)
                .toLongLong();
        };
        QCOMPARE(doneAt(), 0);
        body.note = {{"done_at", std::to_string(hallNow - 20 * minute)}};
        desk_->send("assignment.acknowledged", acknowledged.id, body);
        QCOMPARE(doneAt(), hallNow - 20 * minute);
        Report report;
        report.id = id(599);
        report.assignment = acknowledged.id;
        report.order = acknowledged.order;
        report.done_at = instant_of(hallNow - 5 * minute);
        body.values<Report>() = {report};
        body.note.clear();
        desk_->send("assignment.reported", acknowledged.id, body);
        QCOMPARE(doneAt(), hallNow - 5 * minute);
    }

    /// One count for chips and chart, also between two minutes of the chart and where a report is
    /// what is late.
    void chipsAndChartAgree_data() {
        QTest::addColumn<int>("seconds");
        QTest::newRow("now") << 0;
        QTest::newRow("before the deadline") << 9 * 60 - 1;
        QTest::newRow("a second after it") << 9 * 60 + 1;
        QTest::newRow("a report is late") << 65 * 60 + 1;
    }
    void chipsAndChartAgree() {
        QFETCH(int, seconds);
        desk_->now += seconds * 1000;
        desk_->clock.tick();
        QCoreApplication::processEvents(); // what has been counted anew is drawn in the next turn
        QCOMPARE(desk_->load.points().back().open, desk_->counts.all());
        QCOMPARE(desk_->load.points().back().late, desk_->counts.late());
    }

    /// While somebody's hand is on the queue nothing in it moves, and all of it does afterwards.
    void heldRowsKeepTheirPlaces() {
        QAbstractItemModelTester tester(&desk_->queue);
        const auto ids = [this] {
            QStringList ids;
            for (int row = 0; row < desk_->queue.count(); ++row)
                ids.append(desk_->queue.idAt(row));
            return ids;
        };
        const auto before = ids();
        QCOMPARE(before, (QStringList{qid(301), qid(302)}));
        desk_->queue.setHeld(true);
        Change fresh;
        fresh.values<Order>() = {test::order(303, Level::I, "燃气泄漏")};
        fresh.values<Assignment>() = {
            assignment(404, fresh.values<Order>()[0], hall().values<Unit>()[1])};
        desk_->send("order.issued", id(303), fresh);
        auto graver = hall().values<Order>()[1];
        graver.level = Level::I;
        graver.title = "更急";
        graver.version = 12;
        Change changed;
        changed.values<Order>() = {graver};
        desk_->send("order.changed", graver.id, changed);
        auto closed = hall().values<Order>()[0];
        closed.state = OrderState::closed;
        closed.closed = instant_of(hallNow);
        closed.version = 13;
        Change gone;
        gone.values<Order>() = {closed};
        desk_->send("order.closed", closed.id, gone);
        QCOMPARE(ids(), before);
        QCOMPARE(desk_->queue.waiting(), 1);
        QCOMPARE(queueAt(1, OrderListModel::TitleRole), QStringLiteral("更急"));
        QCOMPARE(queueAt(0, OrderListModel::OpenRole), QStringLiteral("false"));
        QCOMPARE(desk_->counts.all(), 2);
        desk_->queue.setHeld(false);
        QCOMPARE(desk_->queue.waiting(), 0);
        QCOMPARE(desk_->queue.rowOf(qid(301)), -1);
        QCOMPARE(ids().size(), 2);
        QVERIFY(desk_->queue.rowOf(qid(303)) >= 0);
    }

    /// Rows of an order that is looked at keep their places, whatever becomes of the units.
    void recipientsKeepTheirPlaces() {
        QAbstractItemModelTester tester(&desk_->board);
        desk_->board.setOrder(qid(301));
        const auto ids = [this] {
            QStringList ids;
            for (int row = 0; row < desk_->board.count(); ++row)
                ids.append(desk_->board.idAt(row));
            return ids;
        };
        const auto before = ids();
        QVERIFY(before.size() >= 2);
        const QSignalSpy reset(&desk_->board, &QAbstractItemModel::modelReset);
        auto taken = *desk_->orders.assignment(before[0].toStdString());
        taken.state = AssignmentState::withdrawn;
        auto another = assignment(777, hall().values<Order>()[0], hall().values<Unit>()[1]);
        Change body;
        body.values<Assignment>() = {taken, another};
        desk_->send("assignment.withdrawn", taken.id, body);
        QCOMPARE(ids(), before + QStringList{qid(777)});
        QCOMPARE(reset.count(), 0);
        desk_->board.setOrder({});
        desk_->board.setOrder(qid(301)); // somebody looks anew: what no longer counts stands last
        QCOMPARE(desk_->board.idAt(desk_->board.count() - 1), before[0]);
    }

    /// What is longest overdue stands first, then what has been answered, then what is settled.
    void supervisionsTheMostOverdueFirst() {
        Change body;
        const auto add = [&](int number, int minutes, SupervisionState state) {
            Supervision s = hall().values<Supervision>()[0];
            s.id = id(number);
            s.state = state;
            s.issued = instant_of(hallNow - number * minute);
            s.deadline = instant_of(hallNow + minutes * minute);
            body.values<Supervision>().push_back(s);
        };
        add(901, 30, SupervisionState::open);
        add(902, -90, SupervisionState::open);
        add(903, -500, SupervisionState::closed);
        add(904, -200, SupervisionState::replied);
        add(905, -10, SupervisionState::open);
        desk_->send("supervision.issued", id(901), body);
        QStringList ids;
        for (int row = 0; row < desk_->supervisions.rowCount(); ++row)
            ids.append(
                desk_->supervisions
                    .data(desk_->supervisions.index(row), SupervisionListModel::SupervisionIdRole)
                    .toString());
        const auto at = [&](int number) { return ids.indexOf(qid(number)); };
        QVERIFY(at(902) < at(905));
        QVERIFY(at(905) < at(901));
        QVERIFY(at(901) < at(904));
        QVERIFY(at(904) < at(903));
    }

    void loadCountsOpenNewAndLate() {
        const auto& points = desk_->load.points();
        QCOMPARE(points.size(), std::size_t(97));
        QCOMPARE(points.back().at, qint64(hallNow));
        QCOMPARE(desk_->load.points().back().open, 2);
        QCOMPARE(desk_->load.points().back().late, 1);
        QCOMPARE(desk_->load.freshLastHour(), 2);
        QCOMPARE(points.front().open, 0);
        int fresh = 0;
        for (const auto& point : points)
            fresh += point.fresh;
        QCOMPARE(fresh, 2);
    }
};

int main(int argc, char** argv) {
    qputenv("TZ", "Asia/Shanghai");
    QLocale::setDefault(QLocale::c());
    QCoreApplication app(argc, argv);
    ModelsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "models_test.moc"
