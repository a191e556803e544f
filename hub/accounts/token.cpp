#include "hub/accounts/token.h"

#include "core/text/hex.h"

#include <sodium.h>

#include <array>

namespace chengyun::hub {

bool start_secrets() {
    return sodium_init() >= 0;
}

std::string new_token() {
    std::array<unsigned char, 32> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text;
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    sodium_memzero(bytes.data(), bytes.size());
    return text.data();
}

std::string new_password(std::size_t length) {
    // Without 0 O 1 l I, which people confuse.
    static constexpr std::string_view letters =
        "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    std::string out;
    for (std::size_t i = 0; i < length; ++i)
        out += letters[randombytes_uniform(letters.size())];
    return out;
}

std::string token_hash(std::string_view token) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(token.data()),
                       token.size());
    return hex_of(hash);
}

} // namespace chengyun::hub
