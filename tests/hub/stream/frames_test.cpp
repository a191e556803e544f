// What the stream would tell, in one frame, for who asks by request.
#include "hub/stream/frames.h"
#include "tests/hub/hall.h"

#include <QtTest>

#include <algorithm>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

struct Told {
    std::string kind; ///< "entries", "reload"
    std::vector<std::int64_t> seqs;
    JournalPosition head;
    bool more = false;
};

struct Desk {
    Hall hall;
    JournalPosition begun;

    Desk() {
        hall.add_areas();
        begun = hall.writer->end();
    }
    JournalPosition issue(int count, const std::string& unit) {
        for (int i = 0; i < count; ++i)
            must(hall.issue(hall.commander, hall.command({unit})));
        return hall.writer->end();
    }
    Told ask(const Account& account, const std::optional<JournalPosition>& from,
             std::int64_t window = 10000) {
        const auto frame = boost::json::parse(
            must(next_frame(*hall.reader, hall.writer->kinds(), account, from, window)));
        Told told;
        told.kind = frame.at("t").as_string();
        told.head = {frame.at("head").to_number<std::int64_t>(),
                     std::string(frame.at("hash").as_string())};
        if (told.kind == "reload")
            return told;
        for (const auto& entry : frame.at("entries").as_array())
            told.seqs.push_back(entry.at("seq").to_number<std::int64_t>());
        told.more = frame.as_object().contains("more");
        return told;
    }
};

} // namespace

class FramesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void without_a_position_it_says_where_the_journal_ends() {
        Desk desk;
        const auto end = desk.issue(3, desk.hall.east_unit);
        const auto told = desk.ask(desk.hall.east_phone, {});
        QVERIFY(told.seqs.empty());
        QVERIFY(told.head == end);
        QVERIFY(!told.more);
    }

    void it_tells_what_the_account_sees() {
        Desk desk;
        desk.issue(2, desk.hall.east_unit);
        const auto end = desk.issue(1, desk.hall.west_unit);
        const auto from = desk.begun;
        QCOMPARE(desk.ask(desk.hall.commander, from).seqs.size(), std::size_t(3));
        QCOMPARE(desk.ask(desk.hall.east_phone, from).seqs,
                 (std::vector<std::int64_t>{from.seq + 1, from.seq + 2}));
        // Also who sees nothing of it knows afterwards how far the journal is.
        QVERIFY(desk.ask(desk.hall.east_phone, from).head == end);
        const auto again = desk.ask(desk.hall.east_phone, end);
        QVERIFY(again.seqs.empty());
        QVERIFY(again.head == end);
    }

    void more_than_one_frame_holds_comes_in_several() {
        Desk desk;
        const auto end = desk.issue(300, desk.hall.east_unit);
        auto at = desk.begun;
        std::vector<std::int64_t> all;
        int frames = 0;
        for (bool more = true; more; ++frames) {
            const auto told = desk.ask(desk.hall.commander, at);
            QVERIFY(told.head.seq > at.seq);
            all.insert(all.end(), told.seqs.begin(), told.seqs.end());
            at = told.head;
            more = told.more;
        }
        QVERIFY(frames > 1);
        QVERIFY(at == end);
        QCOMPARE(all.size(), std::size_t(300));
        QVERIFY(std::ranges::is_sorted(all));
    }

    void who_knows_another_journal_reloads_data() {
        QTest::addColumn<int>("behind"); // the account is, by so many entries
        QTest::addColumn<bool>("knows_another");
        QTest::addColumn<bool>("reloads");
        QTest::newRow("level") << 0 << false << false;
        QTest::newRow("level, another's hash") << 0 << true << true;
        QTest::newRow("behind") << 3 << false << false;
        QTest::newRow("behind, another's hash") << 3 << true << true;
        QTest::newRow("ahead") << -1 << false << true;
        QTest::newRow("further behind than is kept") << 6 << false << true;
    }
    void who_knows_another_journal_reloads() {
        QFETCH(int, behind);
        QFETCH(bool, knows_another);
        QFETCH(bool, reloads);
        Desk desk;
        const auto end = desk.issue(8, desk.hall.east_unit);
        const auto told = desk.ask(
            desk.hall.commander,
            JournalPosition{end.seq - behind, knows_another ? std::string(64, 'a') : std::string()},
            5);
        QCOMPARE(told.kind, std::string(reloads ? "reload" : "entries"));
        QVERIFY(told.head == end);
    }

    void what_cannot_be_applied_reloads() {
        Desk desk; // its areas were imported
        QCOMPARE(desk.ask(desk.hall.commander, JournalPosition{}).kind, std::string("reload"));
    }
};

QTEST_GUILESS_MAIN(FramesTest)
#include "frames_test.moc"
