#include "hub/http/pings.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace chengyun::hub {

std::string Pings::add(Ping ping) {
    Sent sent{0, ping};
    randombytes_buf(&sent.token, sizeof sent.token);
    sent_.push_back(sent);
    return std::to_string(sent.token);
}

std::vector<Pings::Ping> Pings::answered(std::string_view text) {
    std::uint64_t token = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), token);
    if (error != std::errc{} || end != text.data() + text.size())
        return {};
    const auto found = std::ranges::find(sent_, token, &Sent::token);
    if (found == sent_.end())
        return {};
    std::vector<Ping> out;
    std::ranges::transform(sent_.begin(), std::next(found), std::back_inserter(out), &Sent::ping);
    sent_.erase(sent_.begin(), std::next(found));
    return out;
}

} // namespace chengyun::hub
