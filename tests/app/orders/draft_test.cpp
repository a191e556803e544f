// Writing an order: checked, kept at every change, issued once.
#include "app/orders/own_drafts.h"
#include "tests/app/orders/desk.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class DraftTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<FakeHub> hub_;

    std::unique_ptr<Desk> open() {
        auto desk = std::make_unique<Desk>(folder_->path());
        desk->signIn(*hub_);
        return desk;
    }
    static QString ownFile(const Desk& desk, const char* name) {
        return desk.session.ownFolder() + QLatin1Char('/') + QLatin1String(name);
    }
    static void fill(OrderDraft& draft) {
        draft.startAt(114.03, 30.58, QStringLiteral("汉阳大道"));
        draft.setTitle(QStringLiteral("内涝"));
        draft.setKind(QStringLiteral("waterlogging"));
        draft.recipients()->add(qid(201));
        draft.recipients()->add(qid(203));
    }

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        hub_ = std::make_unique<FakeHub>();
        hub_->snapshot = hall();
        hub_->now = [] { return instant_of(hallNow); };
        hub_->up();
    }

    void saysWhatIsMissing() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        auto& draft = desk->draft;
        draft.start();
        QCOMPARE(draft.problemField(), QStringLiteral("title"));
        draft.setTitle(QStringLiteral("\u3000"));
        QCOMPARE(draft.problemField(), QStringLiteral("title"));
        draft.setTitle(QStringLiteral("内\u202e涝"));
        QCOMPARE(draft.problemField(), QStringLiteral("title"));
        QVERIFY(draft.problemText().contains(QStringLiteral("cannot be seen")));
        draft.setTitle(QStringLiteral("内涝"));
        QCOMPARE(draft.problemField(), QStringLiteral("kind"));
        draft.setKind(QStringLiteral("waterlogging"));
        QCOMPARE(draft.problemField(), QStringLiteral("recipients"));
        QVERIFY(!draft.issue());
        draft.recipients()->add(qid(201));
        QVERIFY(draft.isValid());
        draft.setCompleteMinutes(0);
        QCOMPARE(draft.problemField(), QStringLiteral("limits.complete"));
        QVERIFY(!draft.problemText().isEmpty());
    }

    void whoIsOutOfServiceCannotBeSent() {
        hub_->snapshot.values<Resource>()[1].state = Availability::unavailable;
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        fill(desk->draft);
        QVERIFY(desk->draft.isValid());
        desk->draft.recipients()->add(qid(102));
        QCOMPARE(desk->draft.problemField(), QStringLiteral("recipients[2].unit"));
        QVERIFY(desk->draft.problemText().contains(QStringLiteral("消防三中队")));
        desk->draft.recipients()->remove(qid(102));
        QVERIFY(desk->draft.isValid());
    }

    void theHubsNumbersDecide_data() {
        QTest::addColumn<int>("before"); // 0: an older hub says none
        QTest::addColumn<int>("after");  // 0: nothing new arrives
        QTest::addColumn<bool>("valid");
        QTest::newRow("an older hub") << 0 << 0 << true;
        QTest::newRow("the snapshot's") << 1 << 0 << false;
        QTest::newRow("the journal's, while it is written") << 0 << 1 << false;
        QTest::newRow("more again") << 1 << 2 << true;
    }
    void theHubsNumbersDecide() {
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(bool, valid);
        OrderPolicy policy;
        if (before) {
            policy.max_recipients = before;
            hub_->snapshot.values<OrderPolicy>() = {policy};
        }
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        fill(desk->draft); // two recipients
        if (after) {
            Change change;
            policy.max_recipients = after;
            change.values<OrderPolicy>() = {policy};
            desk->send("policy.changed", "order_policy", change);
        }
        QCOMPARE(desk->draft.isValid(), valid);
        if (!valid)
            QCOMPARE(desk->draft.problemField(), QStringLiteral("recipients"));
    }

    void comesBackAfterACrash() {
        QString orderId;
        {
            auto desk = open();
            QTRY_VERIFY(desk->session.isOnline());
            fill(desk->draft);
            orderId = desk->draft.orderId();
        } // nothing is said to it at the end: this is how a crash looks on disk
        auto desk = open();
        QTRY_VERIFY(desk->draft.isActive());
        QVERIFY(desk->draft.isRestored());
        QCOMPARE(desk->draft.orderId(), orderId);
        QCOMPARE(desk->draft.title(), QStringLiteral("内涝"));
        QCOMPARE(desk->draft.lon(), 114.03);
        QCOMPARE(desk->draft.recipients()->count(), 2);
        // And it can be issued once somebody has signed in, without touching it.
        QTRY_VERIFY(desk->session.isOnline());
        QTRY_VERIFY(desk->draft.isValid());
        QVERIFY(desk->draft.issue());
        QTRY_VERIFY(!desk->draft.isActive());
    }

    void moreRecipientsDoNotMoveTheOrder() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        fill(desk->draft);
        desk->draft.startForUnits({qid(201)}, 113.0, 29.0);
        QCOMPARE(desk->draft.lon(), 114.03);
    }

    void isIssuedOnceThoughTheCrashCameBetween() {
        QByteArray kept;
        QFile file;
        {
            auto desk = open();
            QTRY_VERIFY(desk->session.isOnline());
            fill(desk->draft);
            file.setFileName(ownFile(*desk, "order-draft.json"));
            const auto whole = [&] {
                return file.open(QIODevice::ReadOnly) &&
                       (kept = file.readAll(), file.close(), kept.contains(qid(203).toUtf8()));
            };
            QTRY_VERIFY(whole());
            QVERIFY(desk->draft.issue());
            QTRY_VERIFY(!desk->draft.isActive());
            QTRY_COMPARE(hub_->carriedOut.size(), 1);
        }
        // As if it had been killed before the draft was removed.
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kept);
        file.close();
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        QVERIFY(!desk->draft.isActive());
        QTRY_VERIFY(!file.exists());
    }

    void templatesFillTheForm() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        QVERIFY(desk->draft.templates().size() >= 5);
        for (const auto& item : desk->draft.templates()) {
            desk->draft.start();
            desk->draft.applyTemplate(item.toMap().value(QStringLiteral("key")).toString());
            desk->draft.recipients()->add(qid(201));
            QVERIFY2(desk->draft.isValid(), qPrintable(desk->draft.problemField()));
            desk->draft.putAside();
        }
    }

    void suggestsAndTakesUnits() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        auto& draft = desk->draft;
        draft.startFromResource(qid(103));
        draft.setKind(QStringLiteral("fire"));
        QVERIFY(draft.suggestions()->count() > 0);
        const auto first = draft.suggestions()->index(0);
        QCOMPARE(draft.suggestions()->data(first, SuggestionModel::NameRole).toString(),
                 QStringLiteral("消防三中队"));
        QVERIFY(draft.suggestions()->data(first, SuggestionModel::SuitableRole).toBool());
        QCOMPARE(draft.suggestions()->data(first, SuggestionModel::GateRole).toString(),
                 QStringLiteral("warn")); // it has an order already
        // Who has an order already is there to be chosen, and is not taken unasked.
        int free = 0;
        for (int row = 0; row < draft.suggestions()->count(); ++row)
            free += draft.suggestions()
                        ->data(draft.suggestions()->index(row), SuggestionModel::GateRole)
                        .toString() == QStringLiteral("open");
        draft.takeSuggestions(2);
        QCOMPARE(draft.recipients()->count(), std::min(free, 2));
        QVERIFY(!draft.suggestions()->data(first, SuggestionModel::ChosenRole).toBool());
        draft.recipients()->add(
            draft.suggestions()->data(first, SuggestionModel::UnitRole).toString());
        QVERIFY(draft.suggestions()->data(first, SuggestionModel::ChosenRole).toBool());
        // The keys pass over who is a recipient already.
        QVERIFY(draft.suggestions()->nextFree(0, 1) != 0);
        QCOMPARE(draft.suggestions()->nextFree(draft.suggestions()->count(), 1), -1);
        QCOMPARE(draft.suggestions()->nextFree(-1, -1), -1);
        draft.suggestions()->setText(QStringLiteral("水务"));
        QCOMPARE(draft.suggestions()->count(), 1);
    }

    void oneLeadAlways() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        fill(desk->draft);
        auto* recipients = desk->draft.recipients();
        const auto lead = [&](int row) {
            return recipients->data(recipients->index(row), RecipientModel::LeadRole).toBool();
        };
        QVERIFY(lead(0) && !lead(1));
        recipients->setLead(qid(203));
        QVERIFY(!lead(0) && lead(1));
        recipients->remove(qid(203));
        QVERIFY(lead(0));
    }

    void discardingCanBeUndone() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        fill(desk->draft);
        desk->draft.putAside();
        QVERIFY(!desk->draft.isActive());
        desk->draft.bringBack();
        QVERIFY(desk->draft.isActive());
        QCOMPARE(desk->draft.title(), QStringLiteral("内涝"));
    }

    void anotherOrderPutsTheDraftAside() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        auto& draft = desk->draft;
        fill(draft);
        const auto first = draft.orderId();
        draft.putAside();
        QVERIFY(!draft.isActive() && draft.hasAside());
        draft.startAt(114.2, 30.6);
        QVERIFY(draft.title().isEmpty());
        QCOMPARE(draft.recipients()->count(), 0);
        draft.setTitle(QStringLiteral("树倒"));
        // Bringing the first back loses the second no more than the first was lost.
        draft.bringBack();
        QCOMPARE(draft.orderId(), first);
        QCOMPARE(draft.title(), QStringLiteral("内涝"));
        QVERIFY(draft.recipients()->count() > 0);
        draft.bringBack();
        QCOMPARE(draft.title(), QStringLiteral("树倒"));
        draft.bringBack();
        QCOMPARE(draft.orderId(), first);
    }

    void severalArePutAsideAndAllComeBack() {
        {
            auto desk = open();
            QTRY_VERIFY(desk->session.isOnline());
            for (const auto* title : {"one", "two", "three"}) {
                desk->draft.start();
                desk->draft.setTitle(QString::fromLatin1(title));
                desk->draft.putAside();
            }
        }
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        QStringList titles;
        for (int i = 0; i < 4; ++i) {
            desk->draft.bringBack();
            titles.append(desk->draft.title());
        }
        QCOMPARE(titles, (QStringList{QStringLiteral("three"), QStringLiteral("two"),
                                      QStringLiteral("one"), QStringLiteral("three")}));
    }

    void whatIsPutAsideSurvivesACrash() {
        {
            auto desk = open();
            QTRY_VERIFY(desk->session.isOnline());
            fill(desk->draft);
            desk->draft.putAside();
        }
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        QVERIFY(!desk->draft.isActive());
        QVERIFY(desk->draft.hasAside());
        desk->draft.bringBack();
        QCOMPARE(desk->draft.title(), QStringLiteral("内涝"));
        QVERIFY(!desk->draft.hasAside());
    }

    void whatCannotBePutAsideStays() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        fill(desk->draft);
        // A folder stands where the file is to go, as on a disk that takes nothing.
        const auto aside = ownFile(*desk, "order-draft-aside.json");
        QVERIFY(QDir().mkpath(aside + QStringLiteral("/full")));
        QSignalSpy told(&desk->draft, &OrderDraft::keepingFailed);
        QVERIFY(!desk->draft.putAside());
        QCOMPARE(told.size(), 1);
        QVERIFY(desk->draft.isActive());
        QCOMPARE(desk->draft.title(), QStringLiteral("内涝"));
        QVERIFY(QFile::exists(ownFile(*desk, "order-draft.json")));
        QVERIFY(QDir(aside).removeRecursively());
        QVERIFY(desk->draft.putAside());
        QVERIFY(!desk->draft.isActive());
        QVERIFY(desk->draft.bringBack());
        QCOMPARE(desk->draft.title(), QStringLiteral("内涝"));
    }

    /// A refused order becomes a draft again only where neither its words nor those of the draft
    /// under way are lost.
    void writingAgainLosesNoWords_data() {
        QTest::addColumn<QByteArray>("blocked"); // a folder stands where this file is to go
        QTest::addColumn<bool>("begun");
        QTest::newRow("the draft under way is put aside") << QByteArray() << true;
        QTest::newRow("it cannot be put aside") << QByteArray("order-draft-aside.json") << false;
        QTest::newRow("the new one cannot be kept") << QByteArray("order-draft.json") << false;
    }
    void writingAgainLosesNoWords() {
        QFETCH(QByteArray, blocked);
        QFETCH(bool, begun);
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        auto& draft = desk->draft;
        hub_->refuseStatus = 409;
        hub_->refuseKind = "wrong_state";
        fill(draft);
        QVERIFY(draft.issue());
        QTRY_COMPARE(desk->outbox.failed(), 1);
        const auto key = desk->outbox.data(desk->outbox.index(0), Outbox::KeyRole).toString();
        const bool writing = blocked != "order-draft.json";
        if (writing) {
            draft.start();
            draft.setTitle(QStringLiteral("另一条"));
        }
        const auto file = ownFile(*desk, blocked.constData());
        if (!blocked.isEmpty())
            QVERIFY(QDir().mkpath(file + QStringLiteral("/full")));
        const QSignalSpy told(&draft, &OrderDraft::keepingFailed);
        QCOMPARE(draft.startFromOutbox(key), begun);
        QCOMPARE(told.size(), begun ? 0 : 1);
        if (begun) {
            QCOMPARE(draft.title(), QStringLiteral("内涝"));
            QVERIFY(draft.bringBack());
        }
        QCOMPARE(draft.isActive(), writing);
        QCOMPARE(draft.title(), writing ? QStringLiteral("另一条") : QString());
        QCOMPARE(desk->outbox.failed(), 1); // whoever asked removes it, when it went well
        if (!blocked.isEmpty())
            QVERIFY(QDir(file).removeRecursively());
    }

    void anOrderThatIsBeingIssuedIsNotPutAside() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        auto& draft = desk->draft;
        hub_->refuseStatus = 409;
        hub_->refuseKind = "wrong_state";
        fill(draft);
        QVERIFY(draft.issue());
        QTRY_COMPARE(desk->outbox.failed(), 1);
        const auto key = desk->outbox.data(desk->outbox.index(0), Outbox::KeyRole).toString();
        fill(draft);
        draft.setTitle(QStringLiteral("另一条"));
        const QSignalSpy told(&draft, &OrderDraft::keepingFailed);
        QVERIFY(draft.issue());
        QVERIFY(!draft.startFromOutbox(key));
        QVERIFY(!draft.putAside());
        QCOMPARE(told.size(), 2);
        QCOMPARE(draft.title(), QStringLiteral("另一条"));
        QTRY_COMPARE(desk->outbox.failed(), 2);
        QVERIFY(desk->outbox.bodyOf(key).contains("内涝"));
    }

    void anAddressAloneIsWorthKeeping() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        desk->draft.start();
        desk->draft.setAddress(QStringLiteral("临江路"));
        QVERIFY(desk->draft.putAside());
        QVERIFY(desk->draft.hasAside());
    }

    void thoseAroundAPlaceGoToItsAddress() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        desk->draft.startForUnits({qid(201)}, 114.03, 30.5, QStringLiteral("临江路"));
        QCOMPARE(desk->draft.address(), QStringLiteral("临江路"));
        QCOMPARE(desk->draft.lon(), 114.03);
        desk->draft.startForUnits({qid(203)}, 113.0, 29.0, QStringLiteral("别处"));
        QCOMPARE(desk->draft.address(), QStringLiteral("临江路"));
        QCOMPARE(desk->draft.lon(), 114.03);
    }

    void anEmptyDraftIsNotKept() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        desk->draft.start();
        desk->draft.putAside();
        QVERIFY(!desk->draft.isActive());
        QVERIFY(!desk->draft.hasAside());
    }

    void aTemplateLeavesTypedWords() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        auto& draft = desk->draft;
        const auto key = [&](int i) {
            return draft.templates().at(i).toMap().value(QStringLiteral("key")).toString();
        };
        draft.start();
        draft.applyTemplate(key(0));
        const auto filled = draft.text();
        draft.setTitle(QStringLiteral("我写的"));
        draft.applyTemplate(key(1));
        QCOMPARE(draft.title(), QStringLiteral("我写的"));
        QVERIFY(draft.text() != filled); // nobody had touched it
    }

    void typedTextsAreKept() {
        const auto key = QStringLiteral("a/report");
        {
            auto desk = open();
            QTRY_VERIFY(desk->session.isOnline());
            desk->texts.setText(key, QStringLiteral("写到一半"));
        }
        {
            auto desk = open();
            QTRY_COMPARE(desk->texts.text(key), QStringLiteral("写到一半"));
            desk->texts.clear(key);
        }
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        QVERIFY(desk->texts.text(key).isEmpty());
    }

    void whatIsBeingWrittenIsItsAccounts() {
        const auto key = QStringLiteral("a/report");
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        fill(desk->draft);
        desk->texts.setText(key, QStringLiteral("写到一半"));
        desk->draft.putAside();
        fill(desk->draft);
        const auto orderId = desk->draft.orderId();
        const auto mine = hub_->account;
        desk->session.signOut();
        QVERIFY(!desk->draft.isActive());
        QVERIFY(!desk->draft.hasAside());

        hub_->account.id = id(2);
        desk->signIn(*hub_);
        QTRY_VERIFY(desk->session.isOnline());
        QVERIFY(!desk->draft.isActive());
        QVERIFY(!desk->draft.hasAside());
        QVERIFY(desk->texts.text(key).isEmpty());
        desk->draft.start();
        desk->draft.setTitle(QStringLiteral("B 的草稿"));
        desk->session.signOut();

        hub_->account = mine;
        desk->signIn(*hub_);
        QTRY_VERIFY(desk->session.isOnline());
        QCOMPARE(desk->draft.orderId(), orderId);
        QCOMPARE(desk->draft.title(), QStringLiteral("内涝"));
        QVERIFY(desk->draft.hasAside());
        QCOMPARE(desk->texts.text(key), QStringLiteral("写到一半"));
    }

    void whatAnOlderVersionKeptIsTheLastAccounts() {
        const auto write = [&](const QString& path) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(R"({"a/report":"写到一半"})") > 0;
        };
        QString own;
        {
            auto desk = open();
            QTRY_VERIFY(desk->session.isOnline());
            own = desk->session.ownFolder();
        }
        QVERIFY(write(folder_->filePath(QStringLiteral("texts.json"))));
        QCOMPARE(console::Session::lastOwnFolder(folder_->path()), own);
        adoptDrafts(folder_->path(), own);
        QVERIFY(!QFile::exists(folder_->filePath(QStringLiteral("texts.json"))));
        auto desk = open();
        QTRY_COMPARE(desk->texts.text(QStringLiteral("a/report")), QStringLiteral("写到一半"));
        // And of nobody when nobody is known.
        QVERIFY(write(folder_->filePath(QStringLiteral("texts.json"))));
        adoptDrafts(folder_->path(), {});
        QVERIFY(QFile::exists(folder_->filePath(QStringLiteral("texts.json"))));
    }

    void whatTheDiskDoesNotTakeIsNotIssued() {
        auto desk = open();
        QTRY_VERIFY(desk->session.isOnline());
        fill(desk->draft);
        const QSignalSpy told(&desk->draft, &OrderDraft::notIssued);
        auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("drop"));
        other.setDatabaseName(folder_->filePath(QStringLiteral("outbox.sqlite")));
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(QStringLiteral("DROP TABLE command")));
        QVERIFY(desk->draft.issue());
        QTRY_COMPARE(told.count(), 1);
        QVERIFY(desk->draft.isActive());
        QVERIFY(!desk->draft.isIssuing());
        QCOMPARE(desk->draft.title(), QStringLiteral("内涝"));
        QVERIFY(hub_->paths.isEmpty());
        QVERIFY(!desk->outbox.trouble().isEmpty());
        other.close();
    }
};

QTEST_GUILESS_MAIN(DraftTest)
#include "draft_test.moc"
