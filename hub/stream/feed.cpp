#include "hub/stream/feed.h"

#include "hub/config/guard.h"
#include "hub/stream/feed_impl.h"

#include <algorithm>

namespace chengyun::hub {
namespace {

using std::chrono::milliseconds;

/// A seat catching up gets nothing further while this much is unread; never so much that it would
/// be dropped for it.
constexpr std::int64_t largest_window = 1 << 20;

} // namespace

Feed::Impl::Impl(Readers& r, const JournalKinds& k, const StreamConfig& c, JournalPosition head,
                 std::vector<Lane> l)
    : readers(r), kinds(k), config(c),
      catch_up_window(std::min(largest_window, c.backlog_bytes / 4)),
      frame_bytes(catch_up_window / 4), marker_every(catch_up_window / 16), lanes(std::move(l)),
      outgoing(lanes.size()), flushed(std::move(head)) {}

void Feed::Impl::post(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex);
        if (stopping)
            return;
        jobs.push_back(std::move(job));
    }
    wake.notify_one();
}

milliseconds Feed::Impl::pace() const {
    return milliseconds(std::min<std::size_t>(seats.size() / 100, 25));
}

void Feed::Impl::run() {
    for (;;) {
        std::vector<StoredEntryPtr> entries;
        std::deque<std::function<void()>> work;
        bool over = false;
        {
            std::unique_lock lock(mutex);
            const auto due = last_flush + pace();
            const auto ready = [&] {
                return stopping || !jobs.empty() || (!arrived.empty() && SteadyClock::now() >= due);
            };
            if (!ready()) {
                // Entries that came too soon after the last flush wait until it is due.
                const auto until =
                    arrived.empty() ? SteadyClock::now() + std::chrono::seconds(1) : due;
                wake.wait_until(lock, until);
                if (!ready() && SteadyClock::now() < until)
                    continue;
            }
            work.swap(jobs);
            if (SteadyClock::now() >= due || stopping)
                entries.swap(arrived);
            over = stopping;
        }
        const auto newest = entries.empty() ? StoredEntryPtr() : entries.back();
        const bool sound = guarded_job("stream", [&] {
            for (auto& job : work)
                job();
            if (!entries.empty())
                flush(entries);
            tend();
            if (over)
                end_all();
            hand_over();
        });
        if (!sound)
            start_over(newest);
        if (over)
            return;
    }
}

void Feed::Impl::end_all() {
    for (auto& [key, state] : seats)
        outgoing[state.lane].push_back({state.seat, {}, {}, Ending::going_away});
    seats.clear();
}

void Feed::Impl::start_over(const StoredEntryPtr& newest) {
    for (auto& lane : outgoing)
        lane.clear();
    recent.clear();
    guarded_job("stream", [&] {
        if (newest && newest->seq > flushed.seq)
            flushed = position_of(*newest);
        end_all();
        hand_over();
    });
    seats.clear();
}

void Feed::Impl::hand_over() {
    for (std::size_t lane = 0; lane < outgoing.size(); ++lane) {
        if (outgoing[lane].empty())
            continue;
        lanes[lane]([deliveries = std::move(outgoing[lane])] {
            for (const auto& d : deliveries) {
                if (d.frame)
                    d.seat->send(d.frame);
                if (d.marker)
                    d.seat->mark(*d.marker);
                if (d.ending)
                    d.seat->end(*d.ending);
            }
        });
        outgoing[lane].clear();
    }
    seats_figure = static_cast<std::int64_t>(seats.size());
    flushed_figure = flushed.seq;
}

void Feed::Impl::read(std::function<void()> job) {
    {
        const std::lock_guard lock(read_mutex);
        reads.push_back(std::move(job));
    }
    read_wake.notify_one();
}

void Feed::Impl::run_reads() {
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(read_mutex);
            read_wake.wait(lock, [&] { return read_stopping || !reads.empty(); });
            if (read_stopping)
                return;
            job = std::move(reads.front());
            reads.pop_front();
        }
        guarded_job("stream", job);
    }
}

Feed::Feed(Readers& readers, const JournalKinds& kinds, const StreamConfig& config,
           JournalPosition head, std::vector<Lane> lanes)
    : impl_(std::make_unique<Impl>(readers, kinds, config, std::move(head), std::move(lanes))) {
    impl_->flushed_figure = impl_->flushed.seq;
    impl_->thread = std::thread([impl = impl_.get()] { impl->run(); });
    impl_->reader = std::thread([impl = impl_.get()] { impl->run_reads(); });
}

Feed::~Feed() {
    stop();
}

void Feed::begin(JournalPosition head) {
    impl_->post([impl = impl_.get(), head = std::move(head)] {
        if (head.seq <= impl->flushed.seq)
            return;
        impl->flushed = head;
        impl->recent.clear(); // what it has does not reach up to there
    });
}

void Feed::committed(const std::vector<StoredEntryPtr>& entries) {
    if (entries.empty())
        return;
    {
        const std::lock_guard lock(impl_->mutex);
        if (impl_->stopping)
            return;
        impl_->arrived.insert(impl_->arrived.end(), entries.begin(), entries.end());
    }
    impl_->wake.notify_one();
}

void Feed::join(FeedSeatPtr seat, std::size_t lane, Account account, std::string session,
                JournalPosition from, std::int64_t head) {
    Impl::State state;
    state.seat = std::move(seat);
    state.lane = lane;
    state.view = {account.role, account.area, account.unit};
    state.account = std::move(account);
    state.session = std::move(session);
    state.at = std::move(from);
    state.quiet_since = Impl::SteadyClock::now();
    impl_->post([impl = impl_.get(), head, state = std::move(state)]() mutable {
        impl->joined(std::move(state), head);
    });
}

void Feed::leave(const FeedSeatPtr& seat) {
    impl_->post([impl = impl_.get(), seat] { impl->seats.erase(seat.get()); });
}

void Feed::marked(const FeedSeatPtr& seat, std::int64_t marker) {
    impl_->post([impl = impl_.get(), seat, marker] {
        const auto it = impl->seats.find(seat.get());
        if (it == impl->seats.end())
            return;
        auto& state = it->second;
        // A marker from the future is a forgery and earns nothing.
        if (marker > state.marker || marker <= state.marked)
            return;
        state.marked = marker;
        state.marker_at = Impl::SteadyClock::now();
        impl->advance(seat.get());
    });
}

void Feed::end_sessions(const std::vector<std::string>& sessions) {
    impl_->post([impl = impl_.get(), sessions] {
        std::vector<FeedSeat*> gone;
        for (auto& [key, state] : impl->seats)
            if (std::find(sessions.begin(), sessions.end(), state.session) != sessions.end()) {
                impl->end(state, Ending::policy);
                gone.push_back(key);
            }
        for (auto* key : gone)
            impl->seats.erase(key);
    });
}

FeedFigures Feed::figures() const {
    return {impl_->seats_figure, impl_->flushed_figure, impl_->frames, impl_->dropped,
            impl_->reloads};
}

void Feed::stop() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    {
        const std::lock_guard lock(impl_->read_mutex);
        impl_->read_stopping = true;
    }
    impl_->wake.notify_all();
    impl_->read_wake.notify_all();
    if (impl_->thread.joinable())
        impl_->thread.join();
    if (impl_->reader.joinable())
        impl_->reader.join();
}

} // namespace chengyun::hub
