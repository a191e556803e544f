#include "hub/journal/entry_text.h"

#include "core/wire/wire_codec.h"

#include <charconv>

namespace chengyun::hub {

namespace {

void append_number(std::string& out, std::int64_t number) {
    char digits[24];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, static_cast<std::size_t>(end - digits));
}

void append_list(std::string& out, std::string_view name, const std::vector<std::string>& items) {
    if (items.empty())
        return;
    out += name;
    for (std::size_t i = 0; i < items.size(); ++i) {
        out += i == 0 ? '[' : ',';
        json::append_text(out, items[i]);
    }
    out += ']';
}

} // namespace

std::string entry_text(const Entry& entry, std::string_view body) {
    std::string out;
    out.reserve(body.size() + 512 + 40 * entry.units.size() + 16 * entry.areas.size());
    out += "{\"seq\":";
    append_number(out, entry.seq);
    out += ",\"time\":";
    append_number(out, ms_of(entry.time));
    const auto field = [&](std::string_view name, std::string_view value) {
        out += name;
        json::append_text(out, value);
    };
    field(",\"actor\":", entry.actor);
    field(",\"actor_name\":", entry.actor_name);
    field(",\"kind\":", entry.kind);
    field(",\"entity\":", entry.entity);
    field(",\"id\":", entry.id);
    field(",\"subject\":", entry.subject);
    append_list(out, ",\"areas\":", entry.areas);
    append_list(out, ",\"units\":", entry.units);
    out += ",\"body\":";
    out += body;
    out += '}';
    return out;
}

std::string chained_text(std::string_view text, std::string_view previous, std::string_view hash) {
    std::string out;
    out.reserve(text.size() + 160);
    out += text.substr(0, text.size() - 1);
    out += ",\"previous\":\"";
    out += previous;
    out += "\",\"hash\":\"";
    out += hash;
    out += "\"}";
    return out;
}

ChainLinks chain_links(std::string_view chained) {
    constexpr std::size_t digits = 64;
    constexpr std::string_view before = ",\"previous\":\"", between = "\",\"hash\":\"",
                               after = "\"}";
    constexpr auto length = before.size() + digits + between.size() + digits + after.size();
    if (chained.size() < length)
        return {};
    auto end = chained.substr(chained.size() - length);
    if (!end.starts_with(before) || !end.ends_with(after))
        return {};
    end.remove_prefix(before.size());
    const auto previous = end.substr(0, digits);
    end.remove_prefix(digits);
    if (!end.starts_with(between))
        return {};
    return {previous, end.substr(between.size(), digits)};
}

std::string_view body_of(std::string_view text) {
    // Quotes inside strings are escaped and nothing before the body is an object, so the first
    // match is the member itself.
    constexpr std::string_view member = ",\"body\":";
    const auto at = text.find(member);
    if (at == std::string_view::npos || text.empty())
        return {};
    return text.substr(at + member.size(), text.size() - at - member.size() - 1);
}

} // namespace chengyun::hub
