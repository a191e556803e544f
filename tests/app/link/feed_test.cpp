// Session, feed and cache against a hub that skips entries and goes away.
#include "app/link/feed.h"
#include "app/link/fold.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/session.h"
#include "core/json/codec.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/link/hall.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace chengyun;
using namespace chengyun::test;
using console::Cache;

namespace {

/// A console's link with a store that is nothing but the fold of what came.
struct Seat {
    console::HubClock clock;
    console::HubLink link;
    Cache cache;
    console::Feed feed;
    console::Session session;
    std::vector<std::int64_t> loadedAt;
    std::vector<std::int64_t> seqs;

    explicit Seat(const QString& folder)
        : cache(folder + QStringLiteral("/cache")), feed(link, cache),
          session(link, feed, clock, folder) {
        QObject::connect(&feed, &console::Source::loaded, &feed,
                         [this](const console::SnapshotPtr& s) { loadedAt.push_back(s->seq); });
        QObject::connect(&feed, &console::Source::arrived, &feed,
                         [this](const console::EntriesPtr& entries) {
                             for (const auto& entry : *entries)
                                 seqs.push_back(entry.seq);
                         });
    }
    void signIn(const FakeHub& hub, const QString& password = QStringLiteral("right")) {
        session.signIn(hub.url().toString(), QStringLiteral("Wang "), password);
    }
};

Entry renamed(const std::string& name) {
    auto changed = hall().values<Resource>()[0];
    changed.name = name;
    Change body;
    body.values<Resource>() = {changed};
    return entry(0, "resource.changed", changed.id, body);
}

bool writeSession(const QString& path, const FakeHub& hub) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) &&
           file.write("{\"url\":\"" + hub.url().toString().toUtf8() + "\",\"token\":\"" +
                      hub.token + "\"}") > 0;
}

} // namespace

class FeedTest : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<FakeHub> hub_;

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        hub_ = std::make_unique<FakeHub>();
        hub_->snapshot = hall();
        hub_->up();
    }

    /// Texts of a hub from before there was a rule for them.
    void whatCannotBeShownIsMarked() {
        hub_->snapshot.values<Resource>()[0].name = "消防\u202e队";
        hub_->snapshot.values<Resource>()[0].attributes = {{"值\u200b班", "一\ufeff"}};
        hub_->account.display_name = "王\u202e敏";
        Seat seat(folder_->path());
        std::vector<Resource> seen;
        QObject::connect(
            &seat.feed, &console::Source::loaded, &seat.feed,
            [&](const console::SnapshotPtr& s) { seen.push_back(s->values<Resource>()[0]); });
        QObject::connect(&seat.feed, &console::Source::arrived, &seat.feed,
                         [&](const console::EntriesPtr& entries) {
                             seen.push_back(entries->at(0).body.values<Resource>().at(0));
                         });
        seat.signIn(*hub_);
        QTRY_COMPARE(seen.size(), 1U);
        QCOMPARE(seat.session.displayName(), QStringLiteral("王\ufffd敏"));
        QCOMPARE(seen[0].name, std::string("消防\ufffd队"));
        QVERIFY(seen[0].attributes ==
                (std::map<std::string, std::string>{{"值\ufffd班", "一\ufffd"}}));
        hub_->push(renamed("排\u200b水"));
        QTRY_COMPARE(seen.size(), 2U);
        QCOMPARE(seen[1].name, std::string("排\ufffd水"));
    }

    void signsInAndFollows() {
        Seat seat(folder_->path());
        seat.signIn(*hub_);
        QCOMPARE(seat.session.state(), console::Session::State::SigningIn);
        QTRY_COMPARE(seat.session.state(), console::Session::State::Online);
        QCOMPARE(seat.session.displayName(), QStringLiteral("王敏"));
        QCOMPARE(seat.session.role(), QStringLiteral("operator"));
        QVERIFY(seat.session.mayIssueOrders());
        QCOMPARE(seat.loadedAt, std::vector<std::int64_t>{10});
        hub_->push(renamed("a"));
        hub_->push(renamed("b"));
        QTRY_COMPARE(seat.seqs, (std::vector<std::int64_t>{11, 12}));
        QTRY_VERIFY(seat.session.latencyMs() >= 0);
        QCOMPARE(seat.feed.position(), 12);
    }

    void saysWhySigningInFailed_data() {
        QTest::addColumn<bool>("away");
        QTest::addColumn<QString>("kind");
        QTest::newRow("wrong password") << false << QStringLiteral("unauthenticated");
        QTest::newRow("no hub") << true << QStringLiteral("unavailable");
    }
    void saysWhySigningInFailed() {
        QFETCH(bool, away);
        QFETCH(QString, kind);
        if (away)
            hub_->down();
        Seat seat(folder_->path());
        seat.signIn(*hub_, QStringLiteral("wrong"));
        QTRY_COMPARE(seat.session.failureKind(), kind);
        QCOMPARE(seat.session.state(), console::Session::State::SignedOut);
        QVERIFY(!seat.session.failureText().isEmpty());
    }

    void goesBackForWhatItMissed() {
        Seat seat(folder_->path());
        QSignalSpy gap(&seat.feed, &console::Feed::gapFound);
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.isOnline());
        hub_->sendsEntries = false;
        hub_->push(renamed("lost on the way"));
        hub_->sendsEntries = true;
        hub_->push(renamed("b"));
        QTRY_COMPARE(seat.seqs, (std::vector<std::int64_t>{11, 12}));
        QCOMPARE(gap.count(), 1);
        QCOMPARE(hub_->streamsFrom, (QList<qint64>{10, 10}));
        QCOMPARE(hub_->snapshots, 1);
    }

    void fetchesTheSnapshotWhenTold() {
        Seat seat(folder_->path());
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.isOnline());
        QSignalSpy states(&seat.session, &console::Session::stateChanged);
        hub_->snapshot.seq = 500;
        hub_->tellReload();
        QTRY_COMPARE(seat.loadedAt, (std::vector<std::int64_t>{10, 500}));
        QTRY_COMPARE(seat.feed.position(), 500);
        QTRY_COMPARE(hub_->streamsFrom.last(), 500);
        QCOMPARE(states.count(), 0); // nobody was told of a lost link
    }

    void comesBackAfterTheHubWasAway() {
        Seat seat(folder_->path());
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.isOnline());
        hub_->down();
        QTRY_COMPARE(seat.session.state(), console::Session::State::Offline);
        QVERIFY(seat.session.offlineSince() > 0);
        QCOMPARE(seat.session.latencyMs(), -1);
        hub_->push(renamed("meanwhile"));
        hub_->up();
        seat.session.retry();
        QTRY_COMPARE_WITH_TIMEOUT(seat.session.state(), console::Session::State::Online, 20000);
        QTRY_COMPARE(seat.seqs, std::vector<std::int64_t>{11});
        QCOMPARE(hub_->snapshots, 1); // caught up, not begun anew
    }

    void knowsAnotherJournalWhenItComesBack_data() {
        QTest::addColumn<bool>("again");  // the console was started anew in between
        QTest::addColumn<int>("further"); // entries of the restored hub since the backup
        QTest::newRow("shorter than the seat's") << false << 1;
        QTest::newRow("as long as the seat's") << false << 2;
        QTest::newRow("longer than the seat's") << false << 5;
        QTest::newRow("longer, with the position from the cache") << true << 5;
    }
    void knowsAnotherJournalWhenItComesBack() {
        QFETCH(bool, again);
        QFETCH(int, further);
        const auto backup = hub_->snapshot; // as of 10
        const auto file = folder_->filePath(QStringLiteral("session.json"));
        QVERIFY(writeSession(file, *hub_));
        auto seat = std::make_unique<Seat>(folder_->path());
        QVERIFY(seat->session.signInWithFile(file));
        QTRY_VERIFY(seat->session.isOnline());
        hub_->push(renamed("ghost"));
        hub_->push(renamed("ghost"));
        QTRY_COMPARE(seat->seqs, (std::vector<std::int64_t>{11, 12}));
        hub_->down();
        QTRY_VERIFY(!seat->session.isOnline());
        hub_->restore(backup);
        for (int i = 0; i < further; ++i)
            hub_->push(renamed("after the backup"));
        if (again) {
            seat = std::make_unique<Seat>(folder_->path());
            QVERIFY(seat->session.signInWithFile(file));
        }
        std::optional<Snapshot> shown;
        connect(&seat->feed, &console::Source::loaded, this,
                [&](const console::SnapshotPtr& snapshot) { shown = *snapshot; });
        connect(&seat->feed, &console::Source::arrived, this,
                [&](const console::EntriesPtr& entries) { console::fold(*shown, *entries); });
        hub_->up();
        seat->session.retry();
        const auto head = 10 + further;
        QTRY_COMPARE_WITH_TIMEOUT(hub_->snapshots, 2, 20000);
        QTRY_COMPARE(seat->feed.position(), head);
        QCOMPARE(shown->values<Resource>()[0].name, "after the backup");
        QCOMPARE(hub_->streamsHash.last(), hub_->hashAt(10));
        // What is on disk is of the new journal too.
        seat->cache.flush();
        const QDir cached(folder_->filePath(QStringLiteral("cache")));
        const auto kept =
            Cache::read(cached.filePath(cached.entryList({QStringLiteral("*.snapshot")}).value(0)),
                        cached.filePath(cached.entryList({QStringLiteral("*.entries")}).value(0)),
                        seat->feed.scope());
        QVERIFY(kept.has_value());
        QCOMPARE(console::positionOf(*kept),
                 (JournalPosition{head, hub_->hashAt(head).toStdString()}));
        QCOMPARE(kept->values<Resource>()[0].name, "after the backup");
    }

    void followsAHubThatTellsNoHashes() {
        hub_->tellsHashes = false;
        Seat seat(folder_->path());
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.isOnline());
        hub_->push(renamed("a"));
        QTRY_COMPARE(seat.feed.position(), 11);
        hub_->down();
        QTRY_VERIFY(!seat.session.isOnline());
        hub_->up();
        seat.session.retry();
        QTRY_VERIFY_WITH_TIMEOUT(seat.session.isOnline(), 20000);
        QCOMPARE(hub_->streamsFrom, (QList<qint64>{10, 11}));
        QCOMPARE(hub_->streamsHash, (QStringList{QString(), QString()}));
        QCOMPARE(hub_->snapshots, 1);
    }

    void doesNotWaitForAnAnswerForEver() {
        Seat seat(folder_->path());
        hub_->isDeaf = true;
        QSignalSpy failed(&seat.feed, &console::Feed::attemptFailed);
        seat.signIn(*hub_);
        QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), 20000);
        QVERIFY(!seat.feed.isOpen());
        hub_->isDeaf = false;
        QTRY_VERIFY_WITH_TIMEOUT(seat.session.isOnline(), 20000);
    }

    void showsTheLastKnownHallWithoutTheHub() {
        const auto file = folder_->filePath(QStringLiteral("session.json"));
        QVERIFY(writeSession(file, *hub_));
        {
            Seat seat(folder_->path());
            QVERIFY(seat.session.signInWithFile(file));
            QTRY_VERIFY(seat.session.isOnline());
            hub_->push(renamed("新名字"));
            QTRY_COMPARE(seat.feed.position(), 11);
        }
        hub_->down();
        Seat seat(folder_->path());
        console::SnapshotPtr known;
        connect(&seat.feed, &console::Source::loaded, this,
                [&](const console::SnapshotPtr& snapshot) { known = snapshot; });
        QVERIFY(seat.session.signInWithFile(file));
        QTRY_VERIFY(known);
        QCOMPARE(seat.session.state(), console::Session::State::Offline);
        QCOMPARE(seat.session.displayName(), QStringLiteral("王敏"));
        QCOMPARE(known->seq, 11);
        QCOMPARE(known->values<Resource>()[0].name, "新名字");
        QCOMPARE(known->values<Order>(), hall().values<Order>());
        QCOMPARE(known->values<Assignment>(), hall().values<Assignment>());
        hub_->up();
        seat.session.retry();
        QTRY_VERIFY_WITH_TIMEOUT(seat.session.isOnline(), 20000);
        QCOMPARE(hub_->snapshots, 1);
    }

    void anEndedSessionIsSaidToBeEnded() {
        Seat seat(folder_->path());
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.isOnline());
        hub_->down();
        hub_->token = "another";
        hub_->up();
        seat.session.retry();
        QTRY_COMPARE_WITH_TIMEOUT(seat.session.state(), console::Session::State::Expired, 20000);
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.isOnline());
    }

    void nobodySeesTheHallOfTheOneBefore_data() {
        QTest::addColumn<bool>("snapshotComes");
        QTest::newRow("the hub sends the next one's") << true;
        QTest::newRow("the link is cut before it does") << false;
    }
    void nobodySeesTheHallOfTheOneBefore() {
        QFETCH(bool, snapshotComes);
        Seat seat(folder_->path());
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.isOnline());
        hub_->down();
        hub_->token = "another";
        hub_->up();
        seat.session.retry();
        QTRY_COMPARE_WITH_TIMEOUT(seat.session.state(), console::Session::State::Expired, 20000);
        hub_->account.id = "0190a000-0000-7000-8000-00000000a002";
        hub_->snapshot.seq = 99;
        hub_->withholdsSnapshot = !snapshotComes;
        seat.loadedAt.clear();
        seat.signIn(*hub_);
        QVERIFY(!seat.link.identity().maySend()); // neither the one nor the other
        if (snapshotComes) {
            QTRY_VERIFY(seat.session.isOnline());
            QCOMPARE(seat.loadedAt, (std::vector<std::int64_t>{0, 99}));
        } else {
            QTRY_COMPARE(seat.session.state(), console::Session::State::Offline);
            QCOMPARE(seat.loadedAt, std::vector<std::int64_t>{0});
        }
    }

    /// What an account sees may change while its id and the journal stay the same.
    void anAccountThatSeesAnotherHallFetchesIt_data() {
        QTest::addColumn<QString>("area");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<chengyun::Role>("role");
        QTest::addColumn<bool>("fetches");
        const auto role = chengyun::Role::operator_;
        QTest::newRow("the same") << QString() << QString() << role << false;
        QTest::newRow("another area")
            << QStringLiteral("420105001000") << QString() << role << true;
        QTest::newRow("another unit") << QString() << QStringLiteral("u") << role << true;
        QTest::newRow("another role") << QString() << QString() << chengyun::Role::auditor << true;
    }
    void anAccountThatSeesAnotherHallFetchesIt() {
        QFETCH(QString, area);
        QFETCH(QString, unit);
        QFETCH(chengyun::Role, role);
        QFETCH(bool, fetches);
        hub_->account.area.clear();
        hub_->account.unit.clear();
        hub_->account.role = chengyun::Role::operator_;
        Seat seat(folder_->path());
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.isOnline());
        seat.cache.flush();
        hub_->account.area = area.toStdString();
        hub_->account.unit = unit.toStdString();
        hub_->account.role = role;
        seat.loadedAt.clear();
        hub_->withholdsSnapshot = true;
        seat.signIn(*hub_);
        // Nothing of the former hall is shown while the new one has not come.
        QTRY_COMPARE(seat.loadedAt,
                     fetches ? std::vector<std::int64_t>{0} : std::vector<std::int64_t>{10});
        hub_->withholdsSnapshot = false;
        QTRY_VERIFY_WITH_TIMEOUT(seat.session.isOnline(), 20000);
        QCOMPARE(seat.loadedAt.back(), 10);
        QCOMPARE(hub_->snapshots > 1, fetches);
    }

    void anAnswerToAFormerIdentityIsNone() {
        Seat seat(folder_->path());
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.isOnline());
        const auto& identity = seat.link.identity();
        std::optional<console::Reply> came;
        QSignalSpy ended(&seat.link, &console::HubLink::refusedToken);
        seat.link.get(QStringLiteral("/me"), this, [&](const auto& reply) { came = reply; });
        seat.link.become(identity.hub, QStringLiteral("li"), "others");
        QTRY_VERIFY(came.has_value());
        QVERIFY(came->former);
        QVERIFY(!came->answered());
        QVERIFY(came->body.isEmpty());
        QCOMPARE(ended.count(), 0);
    }

    void signingOutLeavesNothingBehind() {
        Seat seat(folder_->path());
        seat.signIn(*hub_);
        QTRY_VERIFY(seat.session.isOnline());
        seat.session.signOut();
        QCOMPARE(seat.session.state(), console::Session::State::SignedOut);
        QCOMPARE(seat.loadedAt.back(), 0);
        QVERIFY(!seat.link.identity().maySend());
    }

    void cacheIgnoresWhatIsTorn_data() {
        QTest::addColumn<QString>("which");
        QTest::addColumn<qint64>("keep");
        QTest::addColumn<qint64>("seq"); // −1: nothing usable
        QTest::newRow("whole") << QStringLiteral("entries") << qint64(-1) << qint64(12);
        QTest::newRow("torn entries") << QStringLiteral("entries") << qint64(-2) << qint64(11);
        QTest::newRow("no entries") << QStringLiteral("entries") << qint64(0) << qint64(10);
        QTest::newRow("torn snapshot") << QStringLiteral("snapshot") << qint64(-2) << qint64(-1);
    }
    void cacheIgnoresWhatIsTorn() {
        QFETCH(QString, which);
        QFETCH(qint64, keep);
        QFETCH(qint64, seq);
        Cache cache(folder_->path());
        cache.select(QStringLiteral("hub"), QStringLiteral("account"));
        cache.store(shared(hall()));
        for (const std::int64_t number : {11, 12}) {
            auto change = renamed("x");
            change.seq = number;
            cache.append({number - 1, {}}, shared({change}), {number, {}});
        }
        cache.flush();
        const auto name = [&](const QString& kind) {
            return folder_->filePath(
                QDir(folder_->path()).entryList({QStringLiteral("*.") + kind}).value(0));
        };
        QFile file(name(which));
        QVERIFY(file.exists());
        if (keep != -1)
            QVERIFY(file.resize(keep == -2 ? file.size() - 5 : keep));
        const auto read =
            Cache::read(name(QStringLiteral("snapshot")), name(QStringLiteral("entries")));
        QCOMPARE(read.has_value() ? qint64(read->seq) : qint64(-1), seq);
    }

    void whatCouldNotBeAddedIsNotHidden() {
        Cache cache(folder_->path());
        cache.select(QStringLiteral("hub"), QStringLiteral("account"));
        cache.store(shared(hall()));
        const auto add = [&](std::int64_t number) {
            auto change = renamed("x" + std::to_string(number));
            change.seq = number;
            cache.append({number - 1, {}}, shared({change}), {number, {}});
            cache.flush();
        };
        add(11);
        const QDir dir(folder_->path());
        const auto entries = dir.filePath(dir.entryList({QStringLiteral("*.entries")}).value(0));
        // As on a full disk: this one fails, the next would not.
        QVERIFY(QFile::rename(entries, entries + QStringLiteral(".aside")));
        QVERIFY(QDir().mkdir(entries));
        add(12);
        QVERIFY(QDir().rmdir(entries));
        QVERIFY(QFile::rename(entries + QStringLiteral(".aside"), entries));
        add(13);
        const auto loaded = [&] {
            console::SnapshotPtr found;
            Cache again(folder_->path());
            again.select(QStringLiteral("hub"), QStringLiteral("account"));
            again.load(this, [&](const auto& snapshot) { found = snapshot; });
            [&] { QTRY_VERIFY(found); }();
            return found ? *found : Snapshot{};
        };
        QCOMPARE(loaded().seq, 11);
        // From there on it can be added to again.
        cache.load(this, [](const auto&) {});
        add(12);
        QCOMPARE(loaded().seq, 12);
        QCOMPARE(loaded().values<Resource>()[0].name, "x12");
    }

    void filesOfAnOlderFormAreRemoved() {
        const QDir folder(folder_->path());
        const auto put = [&](const char* name, const QByteArray& bytes) {
            QFile file(folder.filePath(QLatin1StringView(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(bytes), bytes.size());
        };
        put("a.snapshot", "CYC1 rtsp://admin:secret@camera/1");
        put("a.entries", "CYE1");
        put("b.entries", {});
        put("settings.ini", "CYC1");
        {
            Cache cache(folder_->path());
            cache.select(QStringLiteral("hub"), QStringLiteral("account"));
            cache.store(shared(hall()));
            cache.select(QStringLiteral("hub"), QStringLiteral("another"));
            cache.store(shared(hall()));
        }
        auto left = folder.entryList(QDir::Files, QDir::Name);
        QCOMPARE(left.removeAll(QStringLiteral("settings.ini")), 1);
        QCOMPARE(left.size(), 2);
        for (const auto& name : left)
            QVERIFY2(name.endsWith(QLatin1StringView(".snapshot")) && name.size() > 20,
                     qPrintable(name));
    }

    void entriesThatDoNotFollowAreCutOff_data() {
        QTest::addColumn<QString>("hash"); // of the snapshot that the entries are put beside
        QTest::addColumn<bool>("first");   // the first piece is there
        QTest::addColumn<qint64>("seq");
        QTest::newRow("whole") << QStringLiteral("a") << true << qint64(12);
        QTest::newRow("a piece is missing") << QStringLiteral("a") << false << qint64(10);
        QTest::newRow("of another journal") << QStringLiteral("b") << true << qint64(10);
    }
    void entriesThatDoNotFollowAreCutOff() {
        QFETCH(QString, hash);
        QFETCH(bool, first);
        QFETCH(qint64, seq);
        Cache cache(folder_->path());
        cache.select(QStringLiteral("hub"), QStringLiteral("account"));
        auto snapshot = hall();
        snapshot.hash = "a";
        cache.store(shared(snapshot));
        const QDir dir(folder_->path());
        const auto entries = [&] {
            return dir.filePath(dir.entryList({QStringLiteral("*.entries")}).value(0));
        };
        qint64 piece = 0;
        for (const std::int64_t number : {11, 12}) {
            auto change = renamed("x");
            change.seq = number;
            cache.append({number - 1, "a"}, shared({change}), {number, "a"});
            cache.flush();
            if (piece == 0)
                piece = QFileInfo(entries()).size();
        }
        const auto file = entries();
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const auto bytes = first ? kept.readAll() : kept.readAll().mid(piece);
        kept.close();
        snapshot.hash = hash.toStdString();
        cache.store(shared(snapshot)); // which removes the entries
        cache.flush();
        QVERIFY(kept.open(QIODevice::WriteOnly));
        kept.write(bytes);
        kept.close();
        console::SnapshotPtr found;
        cache.load(this, [&](const auto& snapshot) { found = snapshot; });
        QTRY_VERIFY(found);
        QCOMPARE(found->seq, seq);
        QCOMPARE(QFileInfo(file).size(), seq == 12 ? bytes.size() : 0);
    }

    void foldingKeepsTheState() {
        Cache cache(folder_->path());
        cache.select(QStringLiteral("hub"), QStringLiteral("account"));
        cache.store(shared(hall()));
        auto change = renamed("x");
        change.seq = 11;
        auto removed = entry(12, "resource.removed", hall().values<Resource>()[1].id, {});
        cache.append({10, {}}, shared({change, removed}), {12, "b"});
        cache.flush();
        const QDir dir(folder_->path());
        const auto snapshot = dir.filePath(dir.entryList({QStringLiteral("*.snapshot")}).value(0));
        const auto entries = dir.filePath(dir.entryList({QStringLiteral("*.entries")}).value(0));
        const auto before = Cache::read(snapshot, entries);
        QVERIFY(before.has_value());
        QVERIFY(Cache::fold(snapshot, entries).has_value());
        QVERIFY(!QFile::exists(entries));
        const auto after = Cache::read(snapshot, entries);
        QVERIFY(after.has_value());
        QVERIFY(*before == *after);
        QCOMPARE(after->values<Resource>().size(), hall().values<Resource>().size() - 1);
        QCOMPARE(after->seq, 12);
        QCOMPARE(after->hash, "b");
    }

    void theCacheKeepsToTheScope() {
        const std::string elsewhere = "420105001000";
        auto snapshot = hall();
        snapshot.values<Assignment>().resize(1); // the station's
        Cache cache(folder_->path());
        cache.select(QStringLiteral("hub"), QStringLiteral("account"),
                     {"420114000000", snapshot.values<Unit>()[2].id});
        cache.store(shared(snapshot));
        Change moved;
        moved.values<Resource>() = {snapshot.values<Resource>()[0]};
        moved.values<Unit>() = snapshot.values<Unit>();
        moved.values<Resource>()[0].area = elsewhere;
        for (auto& unit : moved.values<Unit>())
            unit.area = elsewhere;
        cache.append({10, {}},
                     shared({entry(11, "resource.changed", moved.values<Resource>()[0].id, moved)}),
                     {11, {}});
        chengyun::console::SnapshotPtr kept;
        cache.load(this, [&](const auto& found) { kept = found; });
        QTRY_VERIFY(kept);
        QCOMPARE(kept->seq, 11);
        QCOMPARE(kept->values<Resource>().size(), snapshot.values<Resource>().size() - 1);
        QVERIFY(kept->values<Resource>()[0].id != moved.values<Resource>()[0].id);
        // The office has gone; the station works on an order here, and the last is one's own.
        QCOMPARE(kept->values<Unit>(),
                 std::vector<Unit>(moved.values<Unit>().begin() + 1, moved.values<Unit>().end()));
    }

    /// Run with -iterations to measure; a start must read 10,000 resources within 100 ms.
    void readsTenThousandResources() {
        auto big = hall();
        for (int i = 0; i < 10000; ++i)
            big.values<Resource>().push_back(resource(1000 + i, Layer::shelter, "school",
                                                      "避难场所", "bncs", {114 + i * 1e-5, 30.5}));
        const auto file = folder_->filePath(QStringLiteral("big.snapshot"));
        QVERIFY(Cache::write(file, big).has_value());
        QBENCHMARK {
            const auto read = Cache::read(file, QStringLiteral("none"));
            QVERIFY(read.has_value());
            QCOMPARE(read->values<Resource>().size(), big.values<Resource>().size());
        }
    }

    void aHubThatIsTooNewIsNotUnderstood() {
        QTemporaryDir folder;
        FakeHub hub;
        hub.snapshot = hall();
        hub.up();
        Seat seat(folder.path());
        // Not even its yes to a sign-in.
        hub.version = "2.0";
        seat.signIn(hub);
        QTRY_COMPARE(seat.session.failureKind(), QStringLiteral("unavailable"));
        QCOMPARE(seat.session.state(), console::Session::State::SignedOut);
        QVERIFY2(seat.session.failureText().contains(QStringLiteral("updated")),
                 qPrintable(seat.session.failureText()));
        QVERIFY(seat.session.needsUpdate());

        hub.version = "1.999"; // what is new in it may be overlooked
        seat.signIn(hub);
        QTRY_VERIFY(seat.session.isOnline());
        QVERIFY(!seat.session.needsUpdate());
        hub.push(renamed("understood"));
        QTRY_COMPARE(seat.seqs.size(), 1U);

        // Another program in the hub's place while the stream is open: nothing of it is shown.
        hub.version = "2.0";
        const auto position = seat.feed.position();
        hub.push(renamed("not understood"));
        QTRY_VERIFY(seat.session.needsUpdate());
        QTRY_COMPARE(seat.session.state(), console::Session::State::Offline);
        const QSignalSpy changes(&seat.session, &console::Session::stateChanged);
        const QSignalSpy attempts(&seat.feed, &console::Feed::attemptFailed);
        seat.session.retry();
        QTRY_VERIFY(attempts.count() >= 2);
        QCOMPARE(changes.count(), 0); // never on line in between
        QCOMPARE(seat.feed.position(), position);
        QCOMPARE(seat.seqs.size(), 1U);

        hub.version.clear(); // the old one is put back
        seat.session.retry();
        QTRY_VERIFY_WITH_TIMEOUT(seat.session.isOnline(), 20000);
        QVERIFY(!seat.session.needsUpdate());
        QTRY_COMPARE(seat.seqs.size(), 2U);
    }
};

QTEST_GUILESS_MAIN(FeedTest)
#include "feed_test.moc"
