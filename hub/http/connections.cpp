#include "hub/http/connections.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace chengyun::hub {
namespace {

/// Slower than a phone in a cellar: a photo that moves is not cut off.
constexpr std::int64_t slowest_bytes_per_second = 1024;

} // namespace

void Connections::opened(const Ends& ends, Clock::time_point now) {
    bool full = false;
    {
        const std::lock_guard lock(mutex_);
        Entry entry;
        entry.opened = entry.began = now;
        entries_.insert_or_assign(ends, entry);
        full = entries_.size() > limits_.most;
    }
    if (full)
        on_full_();
}

template <class Change>
bool Connections::change(const Ends& ends, Change apply) {
    const std::lock_guard lock(mutex_);
    const auto it = entries_.find(ends);
    if (it == entries_.end())
        return false;
    apply(it->second);
    return true;
}

bool Connections::came(const Ends& ends) {
    bool trusted = true;
    change(ends, [&](Entry& entry) {
        entry.whole = true;
        trusted = !entry.distrusted;
    });
    return trusted;
}

void Connections::known(const Ends& ends) {
    change(ends, [](Entry& entry) { entry.known = true; });
}

void Connections::streams(const Ends& ends) {
    change(ends, [](Entry& entry) { entry.stream = true; });
}

void Connections::distrust(const Ends& ends) {
    change(ends, [](Entry& entry) { entry.distrusted = true; });
}

bool Connections::is_slow(Entry& entry, std::int64_t received, Clock::time_point now) const {
    if (entry.whole) {
        // What has come of the next one by now counts with the one before: this errs by a second,
        // and never against a client.
        entry.whole = entry.coming = false;
        entry.before = received;
        return false;
    }
    const auto bytes = received - entry.before;
    if (!entry.coming) {
        if (bytes <= 0)
            return false;
        entry.coming = true;
        entry.began = now;
    }
    return bytes > limits_.longest ||
           now - entry.began >
               limits_.request + std::chrono::seconds(bytes / slowest_bytes_per_second);
}

std::vector<Connections::Due> Connections::judge(std::span<const Socket> sockets,
                                                 Clock::time_point now) {
    std::vector<Due> due;
    std::vector<std::pair<Entry*, const Socket*>> strangers;
    // Memory may run out here, and not further down: what is marked as told has to be ended.
    due.reserve(sockets.size());
    strangers.reserve(sockets.size());
    const std::lock_guard lock(mutex_);
    ++looks_;
    std::size_t here = 0;
    for (const auto& socket : sockets) {
        const auto it = entries_.find(socket.ends);
        if (it == entries_.end())
            continue;
        auto& entry = it->second;
        entry.seen = looks_;
        if (entry.told)
            continue;
        ++here;
        if (entry.stream)
            continue;
        if (is_slow(entry, socket.received, now)) {
            entry.told = true;
            due.push_back({socket, true, socket.received > entry.before});
            --here;
        } else if (!entry.known) {
            strangers.emplace_back(&entry, &socket);
        }
    }
    std::erase_if(entries_, [&](const auto& item) {
        return item.second.seen != looks_ && item.second.opened < now;
    });
    if (here <= limits_.most)
        return due;
    // Some room in advance, so that a flood is looked at now and then and not at each connection.
    const auto wanted = std::min(here - limits_.most + limits_.most / 32, strangers.size());
    const auto last = std::next(strangers.begin(), static_cast<std::ptrdiff_t>(wanted));
    std::partial_sort(strangers.begin(), last, strangers.end(), [](const auto& a, const auto& b) {
        return a.first->opened < b.first->opened;
    });
    for (auto it = strangers.begin(); it != last; ++it) {
        it->first->told = true;
        due.push_back({*it->second, false, false});
    }
    return due;
}

std::size_t Connections::size() const {
    const std::lock_guard lock(mutex_);
    return entries_.size();
}

} // namespace chengyun::hub
