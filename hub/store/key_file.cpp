#include "hub/store/key_file.h"

#include "core/text/hex.h"
#include "hub/store/data_folder.h"

#include <sodium.h>

#include <fstream>
#include <iterator>

namespace chengyun::hub {

bool is_key_file(const std::filesystem::path& file) {
    return file.extension() == ".key";
}

Result<SecretKey> read_key_file(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return error ? fail(FailureKind::unavailable, {}, file.string() + ": " + error.message())
                     : fail(FailureKind::not_found, {}, file.string() + ": is not there");
    std::ifstream in(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    SecretKey key{};
    std::size_t length = 0;
    const bool is_key = in && text.size() == 2 * key.size() + 1 && text.ends_with('\n') &&
                        sodium_hex2bin(key.data(), key.size(), text.data(), 2 * key.size(), nullptr,
                                       &length, nullptr) == 0 &&
                        length == key.size();
    sodium_memzero(text.data(), text.size());
    if (!is_key)
        return fail(FailureKind::corrupt, {}, file.string() + ": holds no key");
    return key;
}

Result<SecretKey> make_key_file(const std::filesystem::path& file) {
    if (sodium_init() < 0)
        return fail(FailureKind::internal, {}, "libsodium does not start");
    SecretKey key{};
    randombytes_buf(key.data(), key.size());
    auto text = hex_of(key) + "\n";
    const auto written = write_private_file(file, text);
    sodium_memzero(text.data(), text.size());
    if (!written)
        return written.error();
    return key;
}

} // namespace chengyun::hub
