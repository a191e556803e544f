#include "core/wire/version.h"
#include "hub/stream/feed.h"
#include "tests/hub/hall.h"

#include <QtTest>

#include <mutex>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

/// A seat that notes what it gets and answers markers unless told not to.
class FakeSeat : public FeedSeat, public std::enable_shared_from_this<FakeSeat> {
public:
    Feed* feed = nullptr;
    std::atomic<bool> reads{true};
    std::atomic<std::int64_t> last_marker{0};

    void send(const Frame& frame) override {
        const std::lock_guard lock(mutex_);
        frames_.push_back(*frame);
    }
    void mark(std::int64_t marker) override {
        last_marker = marker;
        if (reads)
            feed->marked(shared_from_this(), marker);
    }
    void read_on() {
        reads = true;
        feed->marked(shared_from_this(), last_marker);
    }
    void end(Ending why) override {
        const std::lock_guard lock(mutex_);
        ending_ = why;
    }
    [[nodiscard]] std::vector<std::string> frames() const {
        const std::lock_guard lock(mutex_);
        return frames_;
    }
    [[nodiscard]] std::optional<Ending> ending() const {
        const std::lock_guard lock(mutex_);
        return ending_;
    }

    struct Had {
        std::vector<std::int64_t> seqs;
        std::int64_t position = 0;
        std::string hash; ///< at that position, as told last
        bool contiguous = true;
    };
    /// Reads the frames as a console does.
    [[nodiscard]] Had had(std::int64_t from) const {
        Had out;
        out.position = from;
        for (const auto& text : frames()) {
            const auto frame = boost::json::parse(text);
            if (frame.at("t") != "entries")
                continue;
            if (std::string_view(frame.at("wire").as_string()) != wire_version)
                out.contiguous = false;
            if (frame.at("after").to_number<std::int64_t>() != out.position)
                out.contiguous = false;
            for (const auto& entry : frame.at("entries").as_array())
                out.seqs.push_back(entry.at("seq").to_number<std::int64_t>());
            out.position = frame.at("head").to_number<std::int64_t>();
            out.hash = frame.at("hash").as_string();
        }
        return out;
    }

private:
    mutable std::mutex mutex_;
    std::vector<std::string> frames_;
    std::optional<Ending> ending_;
};

struct Desk {
    Hall hall;
    Readers readers{hall.file};
    std::unique_ptr<Feed> feed;
    std::mutex lane;
    StreamConfig config;
    std::atomic<bool> loses{false};       ///< entries do not get as far as the feed
    std::atomic<bool> lane_throws{false}; ///< once

    explicit Desk(StreamConfig c = {}) : config(c) {
        hall.add_areas();
        feed = std::make_unique<Feed>(readers, hall.writer->kinds(), config, hall.writer->end(),
                                      std::vector<Feed::Lane>{[this](std::function<void()> job) {
                                          if (lane_throws.exchange(false))
                                              throw std::bad_alloc();
                                          const std::lock_guard lock(lane);
                                          job();
                                      }});
        hall.writer->observe([this](const std::vector<StoredEntryPtr>& entries) {
            if (!loses)
                feed->committed(entries);
        });
        feed->begin(hall.writer->end());
    }
    std::shared_ptr<FakeSeat> join(const Account& account, std::int64_t from,
                                   const std::string& session = "s", bool reads = true) {
        return join(account, JournalPosition{from, {}}, session, reads);
    }
    std::shared_ptr<FakeSeat> join(const Account& account, JournalPosition from,
                                   const std::string& session = "s", bool reads = true) {
        auto seat = std::make_shared<FakeSeat>();
        seat->feed = feed.get();
        seat->reads = reads;
        feed->join(seat, 0, account, session, std::move(from), hall.writer->head());
        return seat;
    }
    /// A feed that begins now, and remembers nothing.
    void forget() {
        feed->stop();
        feed = std::make_unique<Feed>(
            readers, hall.writer->kinds(), config, hall.writer->end(),
            std::vector<Feed::Lane>{[](std::function<void()> job) { job(); }});
    }
    [[nodiscard]] std::string hash_at(std::int64_t seq) {
        const auto entry = must(read_journal(*hall.reader, hall.writer->kinds(), seq - 1, 1)).at(0);
        return must(json::read<Entry>(entry->json)).hash;
    }
    std::int64_t issue(int count, const std::string& unit) {
        for (int i = 0; i < count; ++i)
            must(hall.issue(hall.commander, hall.command({unit})));
        return hall.writer->head();
    }
};

std::vector<std::int64_t> from_to(std::int64_t first, std::int64_t last) {
    std::vector<std::int64_t> out;
    for (auto i = first; i <= last; ++i)
        out.push_back(i);
    return out;
}

} // namespace

class FeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void what_was_lost_on_the_way_is_read_from_the_journal() {
        Desk desk;
        const auto from = desk.hall.writer->head();
        const auto seat = desk.join(desk.hall.commander, from);
        desk.issue(2, desk.hall.east_unit);
        QTRY_COMPARE(seat->had(from).seqs.size(), 2U);
        desk.loses = true;
        desk.issue(3, desk.hall.east_unit);
        desk.loses = false;
        const auto head = desk.issue(1, desk.hall.east_unit);
        QTRY_COMPARE(seat->had(from).position, head);
        QVERIFY(seat->had(from).contiguous);
        QCOMPARE(seat->had(from).seqs, from_to(from + 1, head));
    }

    void an_exception_ends_streams_and_not_the_hub() {
        Desk desk;
        const auto from = desk.hall.writer->head();
        const auto seat = desk.join(desk.hall.commander, from);
        QTRY_VERIFY(!seat->frames().empty());
        desk.lane_throws = true;
        desk.issue(2, desk.hall.east_unit);
        QTRY_VERIFY(seat->ending() == Ending::going_away);
        // It comes again with what it has, and gets the rest.
        const auto position = seat->had(from).position;
        const auto again = desk.join(desk.hall.commander, position);
        const auto head = desk.issue(1, desk.hall.east_unit);
        QTRY_COMPARE(again->had(position).position, head);
        QCOMPARE(again->had(position).seqs, from_to(position + 1, head));
    }

    void live_entries_arrive_in_order() {
        Desk desk;
        const auto from = desk.hall.writer->head();
        const auto seat = desk.join(desk.hall.commander, from);
        const auto head = desk.issue(20, desk.hall.east_unit);
        QTRY_COMPARE(seat->had(from).position, head);
        QVERIFY(seat->had(from).contiguous);
        QCOMPARE(seat->had(from).seqs, from_to(from + 1, head));
    }

    void catching_up_has_no_gap() {
        Desk desk;
        // More than is kept in memory would be slow to make here: a new feed remembers nothing.
        desk.issue(1200, desk.hall.east_unit);
        desk.forget();
        const auto seat = desk.join(desk.hall.commander, 3);
        const auto now = desk.issue(10, desk.hall.east_unit);
        QTRY_COMPARE(seat->had(3).position, now);
        QVERIFY(seat->had(3).contiguous);
        QCOMPARE(seat->had(3).seqs, from_to(4, now));
    }

    void joins_amid_commits_have_no_gap() {
        Desk desk;
        std::vector<std::pair<std::shared_ptr<FakeSeat>, std::int64_t>> seats;
        for (int i = 0; i < 30; ++i) {
            const auto from = desk.hall.writer->head();
            seats.emplace_back(desk.join(desk.hall.commander, from), from);
            desk.issue(5, desk.hall.east_unit);
        }
        const auto head = desk.hall.writer->head();
        for (const auto& [seat, from] : seats) {
            QTRY_COMPARE(seat->had(from).position, head);
            QVERIFY(seat->had(from).contiguous);
            QCOMPARE(seat->had(from).seqs, from_to(from + 1, head));
        }
    }

    void a_seat_sees_its_scope_only() {
        Desk desk;
        const auto from = desk.hall.writer->head();
        const auto west = desk.join(desk.hall.west_phone, from);
        const auto east = desk.join(desk.hall.east_phone, from);
        desk.issue(3, desk.hall.east_unit);
        const auto head = desk.issue(2, desk.hall.west_unit);
        QTRY_COMPARE(west->had(from).seqs, from_to(head - 1, head));
        QVERIFY(west->had(from).contiguous);
        QTRY_COMPARE(east->had(from).seqs, from_to(from + 1, head - 2));
        QVERIFY(east->had(from).contiguous);
    }

    void too_old_reloads() {
        Desk desk({.catch_up_entries = 10});
        const auto head = desk.issue(20, desk.hall.east_unit);
        QTRY_COMPARE(desk.feed->figures().flushed, head);
        const auto seat = desk.join(desk.hall.commander, 1);
        QTRY_COMPARE(seat->ending(), Ending::reload);
        QVERIFY(seat->frames().back().starts_with("{\"t\":\"reload\""));
        QTRY_COMPARE(desk.feed->figures().seats, 0);
    }

    void ahead_of_the_journal_reloads() {
        // As after a restore: the seat knows entries that are not there any more.
        Desk desk;
        const auto head = desk.issue(5, desk.hall.east_unit);
        const auto ahead = desk.join(desk.hall.commander, head + 1);
        const auto level = desk.join(desk.hall.commander, head);
        QTRY_COMPARE(ahead->ending(), Ending::reload);
        QVERIFY(ahead->frames().back().starts_with("{\"t\":\"reload\""));
        QTRY_COMPARE(level->had(head).position, head);
        QVERIFY(!level->ending());
    }

    void another_journal_reloads_data() {
        QTest::addColumn<QString>("where"); // its hash would be found
        QTest::addColumn<int>("behind");    // the seat is, by so many entries
        for (const int behind : {0, 1, 5})
            for (const auto* where : {"memory", "journal"})
                QTest::addRow("%d behind, %s", behind, where)
                    << QString::fromLatin1(where) << behind;
    }
    void another_journal_reloads() {
        // As after a restore that has gone beyond where the seat was.
        QFETCH(QString, where);
        QFETCH(int, behind);
        Desk desk;
        const auto head = desk.issue(10, desk.hall.east_unit);
        QTRY_COMPARE(desk.feed->figures().flushed, head);
        if (where == QStringLiteral("journal"))
            desk.forget();
        const auto from = head - behind;
        const auto of_this = desk.join(desk.hall.commander, {from, desk.hash_at(from)});
        const auto of_another = desk.join(desk.hall.commander, {from, std::string(64, 'a')});
        const auto by_number = desk.join(desk.hall.commander, from); // an older console's
        QTRY_COMPARE(of_another->ending(), Ending::reload);
        QCOMPARE(of_another->frames(),
                 std::vector<std::string>{"{\"t\":\"reload\",\"head\":" + std::to_string(head) +
                                          ",\"hash\":\"" + desk.hash_at(head) + "\"}"});
        for (const auto& seat : {of_this, by_number}) {
            QTRY_COMPARE(seat->had(from).position, head);
            QCOMPARE(seat->had(from).hash, desk.hash_at(head));
            QCOMPARE(seat->had(from).seqs, from_to(from + 1, head));
            QVERIFY(!seat->ending());
        }
        QTRY_COMPARE(desk.feed->figures().seats, 2);
    }

    void every_frame_tells_the_hash_of_its_head() {
        Desk desk({.backlog_bytes = 64 << 10});
        const auto from = desk.hall.writer->head();
        const auto check = [&](const std::shared_ptr<FakeSeat>& seat) {
            for (const auto& text : seat->frames()) {
                const auto frame = boost::json::parse(text);
                const auto at = frame.at("head").to_number<std::int64_t>();
                QCOMPARE(std::string(frame.at("hash").as_string()), desk.hash_at(at));
            }
        };
        const auto live = desk.join(desk.hall.commander, from);
        const auto apart = desk.join(desk.hall.west_phone, from); // for whom there is nothing
        const auto head = desk.issue(60, desk.hall.east_unit);
        QTRY_COMPARE(live->had(from).position, head);
        const auto behind = desk.join(desk.hall.commander, from);
        QTRY_COMPARE(behind->had(from).position, head);
        QVERIFY2(behind->frames().size() > 1, "the test is too small");
        desk.forget();
        const auto late = desk.join(desk.hall.commander, from);
        const auto late_apart = desk.join(desk.hall.west_phone, from);
        QTRY_COMPARE(late->had(from).position, head);
        QTRY_COMPARE(late_apart->had(from).position, head);
        for (const auto& seat : {live, apart, behind, late, late_apart})
            check(seat);
    }

    void more_than_the_backlog_comes_in_pieces_data() {
        QTest::addColumn<QString>("where");
        QTest::newRow("kept in memory") << QStringLiteral("memory");
        QTest::newRow("read from the journal") << QStringLiteral("journal");
        QTest::newRow("committed at once") << QStringLiteral("burst");
    }
    void more_than_the_backlog_comes_in_pieces() {
        QFETCH(QString, where);
        Desk desk({.backlog_bytes = 64 << 10});
        const auto from = desk.hall.writer->head();
        std::shared_ptr<FakeSeat> seat;
        if (where == QStringLiteral("burst")) {
            seat = desk.join(desk.hall.commander, from, "s", false);
            QTRY_COMPARE(seat->frames().size(), 1U);
            must(desk.hall.writer->run([&](Transaction& tx) -> Result<Answer> {
                for (int i = 0; i < 150; ++i)
                    must(desk.hall.orders.issue(tx, desk.hall.commander,
                                                desk.hall.command({desk.hall.east_unit})));
                return Answer{};
            }));
        } else {
            const auto head = desk.issue(150, desk.hall.east_unit);
            if (where == QStringLiteral("journal"))
                desk.forget();
            QTRY_COMPARE(desk.feed->figures().flushed, head);
            seat = desk.join(desk.hall.commander, from, "s", false);
        }
        const auto head = desk.hall.writer->head();
        const auto bytes = [&] {
            std::size_t sum = 0;
            for (const auto& frame : seat->frames())
                sum += frame.size();
            return sum;
        };
        // As long as it does not read, it gets a quarter of what it would be dropped for.
        QTRY_VERIFY(bytes() > (16U << 10));
        QVERIFY(bytes() < (32U << 10));
        seat->read_on();
        QTRY_COMPARE(seat->had(from).position, head);
        QVERIFY(seat->had(from).contiguous);
        QCOMPARE(seat->had(from).seqs, from_to(from + 1, head));
        QVERIFY2(bytes() > std::size_t(desk.config.backlog_bytes), "the test is too small");
        QVERIFY(!seat->ending());
    }

    void an_import_reloads() {
        Desk desk;
        const auto seat = desk.join(desk.hall.commander, desk.hall.writer->head());
        must(desk.hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            const std::vector<Area> more{Hall::area("420114003000", "南街街道", 114.2, 30.0)};
            auto put = desk.hall.areas.put(tx, {"system", "system"}, more, false);
            return put ? Result<Answer>(Answer{}) : put.error();
        }));
        QTRY_COMPARE(seat->ending(), Ending::reload);
    }

    void who_does_not_read_is_dropped() {
        Desk desk({.backlog_bytes = 64 << 10});
        const auto from = desk.hall.writer->head();
        const auto deaf = desk.join(desk.hall.commander, from);
        deaf->reads = false;
        const auto good = desk.join(desk.hall.commander, from);
        const auto head = desk.issue(200, desk.hall.east_unit);
        QTRY_COMPARE(deaf->ending(), Ending::slow);
        QTRY_COMPARE(good->had(from).position, head);
        QVERIFY(!good->ending());
        QCOMPARE(desk.feed->figures().dropped, 1);
    }

    void an_ended_session_ends_its_streams() {
        Desk desk;
        const auto from = desk.hall.writer->head();
        const auto mine = desk.join(desk.hall.commander, from, "mine");
        const auto other = desk.join(desk.hall.commander, from, "other");
        QTRY_COMPARE(desk.feed->figures().seats, 2);
        desk.feed->end_sessions({"mine"});
        QTRY_COMPARE(mine->ending(), Ending::policy);
        desk.feed->stop();
        QCOMPARE(other->ending(), Ending::going_away);
    }
};

QTEST_GUILESS_MAIN(FeedTest)
#include "feed_test.moc"
