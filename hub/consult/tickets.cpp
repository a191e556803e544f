#include "hub/consult/tickets.h"

#include <sodium.h>

#include <array>
#include <charconv>
#include <vector>

namespace chengyun::hub {

namespace {

/// Stands between the parts; in no id, number or signature.
constexpr char between = '.';
constexpr std::size_t longest = 400;

std::string base64(const unsigned char* bytes, std::size_t count) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(count, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, count, variant);
    text.pop_back(); // the terminating NUL
    return text;
}

std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(between);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

bool same(std::string_view one, std::string_view other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const auto part : parts) {
        if (!out.empty())
            out += between;
        out += part;
    }
    return out;
}

} // namespace

Result<Tickets> Tickets::open(const std::filesystem::path& file) {
    auto key = read_key_file(file);
    if (!key && key.error().kind == FailureKind::not_found)
        key = make_key_file(file);
    if (!key)
        return key.error();
    return Tickets(*key);
}

std::string Tickets::signature(std::string_view what, std::string_view text) const {
    const auto message = std::string(what) + '|' + std::string(text);
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
    static_assert(std::tuple_size_v<SecretKey> == crypto_auth_hmacsha256_KEYBYTES);
    crypto_auth_hmacsha256(mac.data(), reinterpret_cast<const unsigned char*>(message.data()),
                           message.size(), key_.data());
    return base64(mac.data(), mac.size());
}

Ticket Tickets::make(std::string_view room, std::string_view member, Instant expires) const {
    std::array<unsigned char, 12> random{};
    randombytes_buf(random.data(), random.size());
    const auto nonce = base64(random.data(), random.size());
    const auto claim = joined({room, member, std::to_string(ms_of(expires)), nonce});
    return {joined({claim, signature("token", claim)}),
            joined({member, nonce, signature("feed", joined({room, member, nonce}))})};
}

std::optional<TokenClaim> Tickets::token(std::string_view text) const {
    if (text.size() > longest)
        return {};
    const auto parts = parts_of(text);
    if (parts.size() != 5 ||
        !same(parts[4], signature("token", text.substr(0, text.size() - parts[4].size() - 1))))
        return {};
    std::int64_t expires = 0;
    std::from_chars(parts[2].data(), parts[2].data() + parts[2].size(), expires);
    return TokenClaim{std::string(parts[0]), std::string(parts[1]), instant_of(expires),
                      std::string(parts[3])};
}

std::optional<FeedClaim> Tickets::feed(std::string_view room, std::string_view text) const {
    if (text.size() > longest)
        return {};
    const auto parts = parts_of(text);
    if (parts.size() != 3 || !same(parts[2], signature("feed", joined({room, parts[0], parts[1]}))))
        return {};
    return FeedClaim{std::string(parts[0]), std::string(parts[1])};
}

std::string Tickets::room_secret(std::string_view room) const {
    return signature("secret", room);
}

} // namespace chengyun::hub
