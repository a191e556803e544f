#include "hub/live/live_lane.h"

#include "core/json/codec.h"
#include "hub/config/guard.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

namespace chengyun::hub {
namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr auto between_turns = std::chrono::microseconds(1'000'000 / LiveBoard::turns);
/// How much the lane gives way to those who carry out orders (nice).
constexpr int manners = 5;

Failure closed() {
    return fail(FailureKind::unavailable, {}, "the hub is stopping");
}

} // namespace

/// Outlives the lane where a question about presence is still under way.
struct LiveLane::Inbox {
    std::mutex mutex;
    std::condition_variable wake;
    std::vector<std::function<void()>> jobs;
    bool is_closed = false;

    /// False when it is closed: the job is dropped.
    bool post(std::function<void()> job) {
        {
            const std::lock_guard lock(mutex);
            if (is_closed)
                return false;
            jobs.push_back(std::move(job));
        }
        wake.notify_one();
        return true;
    }
};

struct LiveLane::Impl {
    Impl(std::vector<LiveTopic> topics, std::vector<Lane> l, Clock clock)
        : lanes(std::move(l)), outgoing(lanes.size()),
          board(
              std::move(topics),
              [box = inbox](std::function<void()> job) { box->post(std::move(job)); },
              std::move(clock)) {}

    const std::shared_ptr<Inbox> inbox = std::make_shared<Inbox>();
    std::atomic<std::size_t> waiting_bytes{0};
    mutable std::mutex figures_mutex;
    LiveFigures figures;

    // The lane's thread only.
    std::vector<Lane> lanes;
    std::vector<std::vector<LiveBoard::Batch>> outgoing; ///< by lane, of the present turn
    LiveBoard board;
    bool is_sound = true; ///< false: it has to start over, and could not yet

    std::thread thread;

    void run() {
        ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), manners);
        auto due = SteadyClock::now();
        for (std::size_t number = 0;;) {
            std::vector<std::function<void()>> work;
            bool over = false;
            {
                std::unique_lock lock(inbox->mutex);
                inbox->wake.wait_until(lock, due,
                                       [&] { return inbox->is_closed || !inbox->jobs.empty(); });
                work.swap(inbox->jobs);
                over = inbox->is_closed;
            }
            for (auto& job : work)
                carry_out(job);
            if (over) {
                guarded_job("live", [&] { board.forget_seats(); });
                return;
            }
            if (SteadyClock::now() < due)
                continue;
            carry_out([&] { hand_over(board.turn(number, SteadyClock::now())); });
            if (++number % LiveBoard::turns == 0) {
                const std::lock_guard lock(figures_mutex);
                figures = board.figures();
            }
            // Turns that it could not keep up with are not made up for.
            due = std::max(due + between_turns, SteadyClock::now());
        }
    }

    void publish(const std::string& topic, const Account& account, const PublishLive& command,
                 const Done& done) {
        Result<Published> published = fail(FailureKind::internal, {}, "the live lane starts over");
        carry_out([&] { published = board.publish(topic, account, command, SteadyClock::now()); });
        done(std::move(published));
    }

    /// A change of the board that throws leaves it half done.
    template <class Job>
    void carry_out(Job&& job) {
        if (!is_sound)
            start_over();
        if (is_sound && !guarded_job("live", job))
            start_over();
    }

    void start_over() {
        is_sound = guarded_job("live", [&] {
            for (auto& lane : outgoing)
                lane.clear();
            hand_over(board.start_over());
        });
    }

    void hand_over(std::vector<LiveBoard::Batch> batches) {
        for (auto& batch : batches)
            outgoing[batch.lane].push_back(std::move(batch));
        for (std::size_t lane = 0; lane < outgoing.size(); ++lane) {
            if (outgoing[lane].empty())
                continue;
            lanes[lane]([batches = std::exchange(outgoing[lane], {})] {
                for (const auto& batch : batches)
                    if (batch.ending)
                        batch.seat->end(*batch.ending);
                    else
                        batch.seat->show(batch.frame, batch.number);
            });
        }
    }
};

LiveLane::LiveLane(std::vector<LiveTopic> topics, std::vector<Lane> lanes, Clock clock)
    : impl_(std::make_unique<Impl>(std::move(topics), std::move(lanes), std::move(clock))) {
    impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
}

LiveLane::~LiveLane() {
    stop();
}

void LiveLane::join(LiveSeatPtr seat, std::size_t lane, Account account) {
    impl_->inbox->post(
        [impl = impl_.get(), seat = std::move(seat), lane, account = std::move(account)]() mutable {
            impl->board.join(std::move(seat), lane, std::move(account), SteadyClock::now());
        });
}

void LiveLane::leave(LiveSeatPtr seat) {
    impl_->inbox->post(
        [impl = impl_.get(), seat = std::move(seat)] { impl->board.leave(seat.get()); });
}

bool LiveLane::post_of(const LiveSeatPtr& seat, std::function<void()> job) {
    auto& waiting = seat->waiting_;
    if (waiting.fetch_add(1) >= max_waiting_messages) {
        --waiting;
        return false;
    }
    // When the lane has ended, nothing waits and nothing is counted any more.
    impl_->inbox->post([seat, &waiting, job = std::move(job)] {
        --waiting;
        job();
    });
    return true;
}

bool LiveLane::hear(const LiveSeatPtr& seat, SeatMessage message) {
    return post_of(seat, [impl = impl_.get(), seat = seat.get(), message = std::move(message)] {
        const auto now = SteadyClock::now();
        impl->board.heard(seat, now);
        if (const auto* watch = std::get_if<WatchLive>(&message))
            impl->board.watch(seat, *watch);
        else if (const auto* unwatch = std::get_if<UnwatchMessage>(&message))
            impl->board.unwatch(seat, unwatch->id);
        else if (const auto* present = std::get_if<PresentLive>(&message))
            impl->board.present(seat, *present, now);
    });
}

bool LiveLane::taken(const LiveSeatPtr& seat, std::int64_t batch) {
    return post_of(
        seat, [impl = impl_.get(), seat = seat.get(), batch] { impl->board.taken(seat, batch); });
}

void LiveLane::publish(std::string topic, Account account, std::string text, Done done) {
    const auto size = text.size();
    if (impl_->waiting_bytes.fetch_add(size) + size > max_waiting_bytes) {
        impl_->waiting_bytes -= size;
        return done(fail(FailureKind::too_many, {}, "too many values wait"));
    }
    const bool posted =
        impl_->inbox->post([impl = impl_.get(), topic = std::move(topic),
                            account = std::move(account), text = std::move(text), done] {
            impl->waiting_bytes -= text.size();
            const auto command = guarded("live", [&] { return json::read<PublishLive>(text); });
            if (command)
                impl->publish(topic, account, *command, done);
            else
                done(command.error());
        });
    if (!posted)
        done(closed());
}

void LiveLane::publish(std::string topic, PublishLive command, Done done) {
    const bool posted = impl_->inbox->post(
        [impl = impl_.get(), topic = std::move(topic), command = std::move(command), done] {
            impl->publish(topic, Account{}, command, done);
        });
    if (!posted)
        done(closed());
}

LiveFigures LiveLane::figures() const {
    const std::lock_guard lock(impl_->figures_mutex);
    return impl_->figures;
}

void LiveLane::stop() {
    {
        const std::lock_guard lock(impl_->inbox->mutex);
        impl_->inbox->is_closed = true;
    }
    impl_->inbox->wake.notify_all();
    if (impl_->thread.joinable())
        impl_->thread.join();
}

} // namespace chengyun::hub
