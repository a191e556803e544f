// Which machine showed which camera when: what the hub keeps of it, for whom, and for how long.
#include "hub/patrol/patrol_settings.h"
#include "tests/hub/patrol/patrol_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;
using chengyun::hub::test::PatrolHall;
using chengyun::hub::test::refusal;
using chengyun::hub::test::start_ms;

namespace {

struct ShownList {
    std::vector<ShownCamera> items;
};
BOOST_DESCRIBE_STRUCT(ShownList, (), (items))

/// Of the first group, in seconds after the start.
ShownSpan span(int camera, std::int64_t from_s, std::int64_t to_s, int group = 1) {
    return {PatrolHall::group("", {}, group).id, PatrolHall::camera_id(camera),
            instant_of(start_ms + from_s * 1000), instant_of(start_ms + to_s * 1000)};
}

} // namespace

class PatrolShownTest : public QObject {
    Q_OBJECT
    std::unique_ptr<PatrolHall> hall_;

    Result<Answer> report(const Account& by, std::vector<ShownSpan> spans,
                          const std::string& machine = "wall-1") {
        return hall_->writer->run([&](Transaction& tx) {
            return hall_->shown.report(tx, by, {machine, std::move(spans)});
        });
    }
    [[nodiscard]] std::vector<ShownCamera> kept(const Account& account, std::int64_t from_s = 0,
                                                std::int64_t to_s = 1'000'000'000,
                                                std::int64_t after = 0,
                                                std::int64_t limit = 1'000) const {
        return must(json::read<ShownList>(must(hall_->shown.list(
                        *hall_->reader, account, instant_of(start_ms + from_s * 1000),
                        instant_of(start_ms + to_s * 1000), after, limit))))
            .items;
    }
    [[nodiscard]] int rows() const {
        auto count = must(hall_->reader->prepare("SELECT count(*) FROM patrol_shown"));
        must(count.step());
        return int(count.integer(0));
    }

private Q_SLOTS:
    void init() {
        hall_ = std::make_unique<PatrolHall>();
        hall_->add_map();
        must(hall_->put(hall_->li, PatrolHall::group("", {1, 2})));
        must(hall_->put(hall_->li, PatrolHall::group(Hall::east, {1}, 2)));
        hall_->later(10);
    }

    /// The machine of a wall, too: it is no command.
    void a_machine_says_what_it_has_shown() {
        must(report(hall_->device, {span(1, 0, 15), span(2, 15, 30)}));
        const auto all = kept(hall_->li);
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all[0].machine, std::string("wall-1"));
        QCOMPARE(all[0].by_name, hall_->device.display_name);
        QCOMPARE(all[0].group_name, std::string("group 1"));
        QCOMPARE(all[0].camera_name, std::string("camera 1"));
        QVERIFY(static_cast<const ShownSpan&>(all[1]) == span(2, 15, 30));
        QCOMPARE(hall_->told().size(), 2); // the journal has nothing of it
    }

    void what_is_told_again_is_longer_by_now() {
        must(report(hall_->device, {span(1, 0, 15)}));
        must(report(hall_->device, {span(1, 0, 60), span(1, 0, 40)}));
        QCOMPARE(rows(), 1);
        QCOMPARE(ms_of(kept(hall_->li).front().to), start_ms + 60'000);
        // Another machine of the same account is another one.
        must(report(hall_->device, {span(1, 0, 15)}, "wall-2"));
        QCOMPARE(rows(), 2);
    }

    void what_cannot_be_is_left_out() {
        must(report(hall_->east_operator,
                    {span(1, 0, 15), span(1, 15, 30, 2), span(2, 30, 45, 2), span(3, 45, 60, 2),
                     span(1, 60, 75, 9), span(1, 75, 3'600, 2)}));
        const auto all = kept(hall_->li);
        QCOMPARE(all.size(), std::size_t{1});
        QVERIFY(static_cast<const ShownSpan&>(all[0]) == span(1, 15, 30, 2));
    }

    void a_span_that_ends_before_it_begins_is_refused() {
        QCOMPARE(refusal(report(hall_->device, {span(1, 15, 0)})),
                 QByteArray("invalid_field spans[0].to"));
        QCOMPARE(refusal(report(hall_->device, {span(1, 0, 90'000)})),
                 QByteArray("invalid_field spans[0].to"));
    }

    void who_sees_it_and_when() {
        must(report(hall_->device, {span(1, 0, 15), span(2, 15, 30), span(1, 30, 45, 2)}));
        QCOMPARE(kept(hall_->li).size(), std::size_t{3});
        QCOMPARE(kept(hall_->east_operator).size(), std::size_t{1});
        QCOMPARE(kept(hall_->west_operator).size(), std::size_t{0});
        QCOMPARE(kept(hall_->east_phone).size(), std::size_t{0});
        QCOMPARE(kept(hall_->li, 16, 29).size(), std::size_t{1});
        const auto page = kept(hall_->li, 0, 1'000, 0, 2);
        QCOMPARE(page.size(), std::size_t{2});
        QCOMPARE(kept(hall_->li, 0, 1'000, page.back().number).size(), std::size_t{1});
    }

    void what_is_old_goes_away() {
        must(report(hall_->device, {span(1, 0, 15)}));
        hall_->later(PatrolSettings().shown_days * 24 * 60 - 15);
        must(report(hall_->device, {}));
        QCOMPARE(rows(), 1);
        hall_->later(30);
        must(report(hall_->device, {}));
        QCOMPARE(rows(), 0);
        must(report(hall_->device, {span(1, 0, 15)})); // it would go at once
        QCOMPARE(rows(), 0);
    }

    void no_more_than_so_many_are_kept() {
        auto store = make_sqlite_shown_store();
        must(report(hall_->device, {span(1, 0, 1), span(1, 1, 2), span(1, 2, 3), span(1, 3, 4)}));
        must(hall_->writer->run([&](Transaction& tx) -> Result<Answer> {
            must(store->prune(tx.database(), instant_of(0), 3));
            return Answer{};
        }));
        const auto left = kept(hall_->li);
        QCOMPARE(left.size(), std::size_t{3});
        QCOMPARE(ms_of(left.front().from), start_ms + 1'000);
    }
};

QTEST_GUILESS_MAIN(PatrolShownTest)
#include "patrol_shown_test.moc"
