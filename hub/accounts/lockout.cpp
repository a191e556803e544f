#include "hub/accounts/lockout.h"

#include <algorithm>

#include <arpa/inet.h>

namespace chengyun::hub {
namespace {

using std::chrono::seconds;

std::string name_key(std::string_view name) {
    return "name " + std::string(name.substr(0, 128));
}
/// Providers give a /64 or more to a single subscriber.
std::string address_key(std::string_view address) {
    const std::string text(address);
    in6_addr six{};
    if (inet_pton(AF_INET6, text.c_str(), &six) != 1)
        return "address " + text;
    return "network " + std::string(reinterpret_cast<const char*>(six.s6_addr), 8);
}

/// Beyond this the oldest are forgotten: a flood of invented names must not fill the memory.
constexpr std::size_t max_tries = 100'000;

std::optional<seconds> rest(Instant until, Instant now) {
    if (until <= now)
        return {};
    return std::chrono::ceil<seconds>(until - now);
}

} // namespace

Instant Lockout::until(const std::string& key) const {
    const auto it = tries_.find(key);
    return it == tries_.end() ? Instant{} : it->second.until;
}

std::optional<seconds> Lockout::waiting(std::string_view name, std::string_view address,
                                        Instant now) const {
    const std::lock_guard lock(mutex_);
    return rest(std::max(until(name_key(name)), until(address_key(address))), now);
}

std::optional<seconds> Lockout::waiting(std::string_view address, Instant now) const {
    const std::lock_guard lock(mutex_);
    return rest(until(address_key(address)), now);
}

bool Lockout::count(const std::string& key, std::int64_t allowed, Instant now) {
    auto& tries = tries_[key];
    // A day without a failure is a clean slate.
    if (now - tries.last > std::chrono::hours(24))
        tries = {};
    tries.last = now;
    if (tries.failures == 0)
        tries.halved = now;
    ++tries.failures;
    if (tries.failures < allowed)
        return false;
    const auto doublings = std::min<std::int64_t>(tries.failures - allowed, 20);
    const auto wait = std::min(config_.lock_seconds << doublings, config_.lock_max_seconds);
    tries.until = now + seconds(wait);
    return true;
}

void Lockout::fade(const std::string& key, Instant now) {
    const auto it = tries_.find(key);
    if (it == tries_.end())
        return;
    auto& tries = it->second;
    const auto hours = std::chrono::floor<std::chrono::hours>(now - tries.halved);
    if (hours.count() <= 0)
        return;
    tries.failures >>= std::min<std::int64_t>(hours.count(), 62);
    tries.halved += hours;
}

bool Lockout::failed(std::string_view name, std::string_view address, Instant now) {
    const std::lock_guard lock(mutex_);
    count_address(address, now);
    return count(name_key(name), config_.lock_after, now);
}

void Lockout::failed(std::string_view address, Instant now) {
    const std::lock_guard lock(mutex_);
    count_address(address, now);
}

void Lockout::count_address(std::string_view address, Instant now) {
    if (tries_.size() >= max_tries)
        prune(now);
    const auto from = address_key(address);
    fade(from, now);
    count(from, config_.lock_after_address, now);
}

void Lockout::succeeded(std::string_view name) {
    const std::lock_guard lock(mutex_);
    tries_.erase(name_key(name));
}

void Lockout::prune(Instant now) {
    std::erase_if(tries_, [&](const auto& item) { return item.second.until <= now; });
    if (tries_.size() >= max_tries)
        tries_.clear();
}

} // namespace chengyun::hub
