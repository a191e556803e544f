// The live lane with its thread: from many threads at once, and to its end.
#include "hub/live/live_lane.h"

#include "core/json/codec.h"

#include <QTest>

#include <atomic>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

class NotingSeat : public LiveSeat, public std::enable_shared_from_this<NotingSeat> {
public:
    LiveLane* lane = nullptr;
    void show(const Frame& frame, std::int64_t batch) override {
        {
            const std::lock_guard lock(mutex_);
            const auto batch = boost::json::parse(*frame);
            for (const auto& item : batch.at("watches").as_array()) {
                const auto change = json::decode<LiveChange>(item);
                for (const auto& value : change->set)
                    shown_[value.key] = value.value.to_number<std::int64_t>();
            }
        }
        static_cast<void>(lane->taken(shared_from_this(), batch));
    }
    void end(Ending why) override { ending = static_cast<int>(why); }
    std::atomic<int> ending{0};
    [[nodiscard]] std::map<std::string, std::int64_t> shown() const {
        const std::lock_guard lock(mutex_);
        return shown_;
    }

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::int64_t> shown_;
};

Account somebody() {
    Account account;
    account.role = Role::commander;
    return account;
}

std::vector<LiveTopic> topics() {
    LiveTopic levels;
    levels.name = "levels";
    return {levels};
}

std::vector<Lane> one_lane() {
    return {[](std::function<void()> job) { job(); }};
}

} // namespace

class LiveLaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_last_word_of_every_thread_arrives() {
        LiveLane lane(topics(), one_lane());
        const auto seat = std::make_shared<NotingSeat>();
        seat->lane = &lane;
        lane.join(seat, 0, somebody());
        QVERIFY(lane.hear(seat, WatchLive{1, "levels", {}, {}}));
        std::atomic<int> refused{0};
        std::map<std::string, std::int64_t> last;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            last[std::to_string(t)] = 499;
            threads.emplace_back([&, key = std::to_string(t)] {
                for (int i = 0; i < 500; ++i)
                    lane.publish("levels", somebody(),
                                 R"({"set":[{"key":")" + key + R"(","value":)" + std::to_string(i) +
                                     "}]}",
                                 [&](const Result<Published>& done) { refused += done ? 0 : 1; });
            });
        }
        for (auto& thread : threads)
            thread.join();
        QTRY_COMPARE(seat->shown(), last);
        QCOMPARE(refused.load(), 0);
        lane.stop();
    }

    void what_is_not_the_text_of_values_is_refused() {
        LiveLane lane(topics(), one_lane());
        for (const auto* text : {"", "[]", R"({"sett":[]})", R"({"set":[{"key":"a"}]})"}) {
            std::promise<Result<Published>> told;
            auto answer = told.get_future();
            lane.publish("levels", somebody(), text,
                         [&](Result<Published> done) { told.set_value(std::move(done)); });
            QVERIFY(!answer.get());
        }
        std::promise<Result<Published>> told;
        auto answer = told.get_future();
        lane.publish("levels", somebody(), std::string(LiveLane::max_waiting_bytes + 1, ' '),
                     [&](Result<Published> done) { told.set_value(std::move(done)); });
        QCOMPARE(answer.get().error().kind, FailureKind::too_many);
    }

    void a_seat_that_says_too_much_is_not_heard() {
        LiveLane lane(topics(), one_lane());
        const auto seat = std::make_shared<NotingSeat>();
        seat->lane = &lane;
        lane.join(seat, 0, somebody());
        std::promise<void> go_on;
        std::promise<void> waits;
        lane.publish("levels", {}, [&](const Result<Published>&) {
            waits.set_value();
            go_on.get_future().wait();
        });
        waits.get_future().wait(); // the lane is busy
        for (std::size_t i = 0; i < LiveLane::max_waiting_messages; ++i)
            QVERIFY(lane.hear(seat, PingMessage{1}));
        QVERIFY(!lane.hear(seat, PingMessage{1}));
        QVERIFY(!lane.taken(seat, 1));
        const auto other = std::make_shared<NotingSeat>();
        QVERIFY(lane.hear(other, PingMessage{1}));
        go_on.set_value();
        QTRY_VERIFY(lane.hear(seat, PingMessage{1}));
        lane.stop();
    }

    void what_throws_ends_the_seats_and_not_the_lane_data() {
        QTest::addColumn<bool>("in_a_turn");
        QTest::newRow("what a seat says") << false;
        QTest::newRow("a turn") << true;
    }
    void what_throws_ends_the_seats_and_not_the_lane() {
        QFETCH(bool, in_a_turn);
        auto declared = topics();
        LiveTopic odd;
        odd.name = "odd";
        if (!in_a_turn)
            odd.may_watch = [](const Account&) -> bool { throw std::runtime_error("odd"); };
        odd.presence = [](const Account&, const std::string&, auto) {
            throw std::runtime_error("odd");
        };
        declared.push_back(odd);
        LiveLane lane(std::move(declared), one_lane());
        const auto seat = std::make_shared<NotingSeat>(), other = std::make_shared<NotingSeat>();
        for (const auto& each : {seat, other}) {
            each->lane = &lane;
            lane.join(each, 0, somebody());
        }
        QVERIFY(lane.hear(seat, PresentLive{"odd", {"a"}}));
        QTRY_COMPARE(other->ending.load(), static_cast<int>(Ending::going_away));
        QCOMPARE(seat->ending.load(), static_cast<int>(Ending::going_away));
        lane.join(other, 0, somebody());
        QVERIFY(lane.hear(other, WatchLive{1, "levels", {}, {}}));
        lane.publish("levels", somebody(), R"({"set":[{"key":"a","value":1}]})",
                     [](const auto&) {});
        QTRY_COMPARE(other->shown(), (std::map<std::string, std::int64_t>{{"a", 1}}));
        lane.stop();
    }

    void it_keeps_no_seat_when_it_has_ended() {
        LiveLane lane(topics(), one_lane());
        const auto seat = std::make_shared<NotingSeat>();
        seat->lane = &lane;
        lane.join(seat, 0, somebody());
        QVERIFY(lane.hear(seat, WatchLive{1, "levels", {}, {}}));
        lane.stop();
        QCOMPARE(seat.use_count(), 1);
    }

    void everybody_is_answered_when_it_ends() {
        std::atomic<int> answered{0};
        {
            LiveLane lane(topics(), one_lane());
            for (int i = 0; i < 100; ++i)
                lane.publish("levels", {}, [&](const Result<Published>&) { ++answered; });
            lane.stop();
            QCOMPARE(answered.load(), 100);
            lane.publish("levels", {}, [&](const Result<Published>& done) {
                if (!done && done.error().kind == FailureKind::unavailable)
                    ++answered;
            });
        }
        QCOMPARE(answered.load(), 101);
    }
};

QTEST_GUILESS_MAIN(LiveLaneTest)
#include "live_lane_test.moc"
