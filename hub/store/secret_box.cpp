#include "hub/store/secret_box.h"

#include <sodium.h>

#include <utility>
#include <vector>

namespace chengyun::hub {

namespace {

/// What stands before a sealed text: a later way of sealing has another one.
constexpr std::string_view version = "1:";
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int base64 = sodium_base64_VARIANT_ORIGINAL;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Failure not_this_key() {
    return fail(FailureKind::corrupt, "secret", "the key of this hub does not open it");
}

} // namespace

std::filesystem::path secret_key_file(const std::filesystem::path& folder) {
    return folder / "secrets.key";
}

SecretBox::SecretBox(std::filesystem::path key) : file_(std::move(key)) {}

SecretBox::~SecretBox() {
    if (key_)
        sodium_memzero(key_->data(), key_->size());
}

Result<> SecretBox::read_key() const {
    if (key_)
        return {};
    auto key = read_key_file(file_);
    if (!key)
        return key.error();
    key_ = *key;
    return {};
}

Result<> SecretBox::make_key() const {
    auto key = make_key_file(file_);
    if (!key)
        return key.error();
    key_ = *key;
    return {};
}

Result<std::string> SecretBox::seal(std::string_view secret, std::string_view owner) {
    const std::lock_guard lock(mutex_);
    auto ready = read_key();
    // Another key would leave what this one has sealed closed for ever; so only where there is
    // none.
    if (!ready && ready.error().kind == FailureKind::not_found)
        ready = make_key();
    if (!ready)
        return ready.error();
    std::vector<unsigned char> out(nonce_bytes + secret.size() + tag_bytes);
    randombytes_buf(out.data(), nonce_bytes);
    if (crypto_aead_xchacha20poly1305_ietf_encrypt(
            out.data() + nonce_bytes, nullptr, bytes_of(secret), secret.size(), bytes_of(owner),
            owner.size(), nullptr, out.data(), key_->data()) != 0)
        return fail(FailureKind::internal, {}, "libsodium does not seal");
    std::string text(sodium_base64_encoded_len(out.size(), base64), '\0');
    sodium_bin2base64(text.data(), text.size(), out.data(), out.size(), base64);
    text.pop_back(); // the zero at its end
    return std::string(version) + text;
}

Result<std::string> SecretBox::open(std::string_view sealed, std::string_view owner) const {
    if (!sealed.starts_with(version))
        return not_this_key();
    sealed.remove_prefix(version.size());
    const std::lock_guard lock(mutex_);
    if (auto ready = read_key(); !ready)
        return ready.error();
    std::vector<unsigned char> in(sealed.size());
    std::size_t length = 0;
    if (sodium_base642bin(in.data(), in.size(), sealed.data(), sealed.size(), nullptr, &length,
                          nullptr, base64) != 0 ||
        length < nonce_bytes + tag_bytes)
        return not_this_key();
    std::string secret(length - nonce_bytes - tag_bytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(secret.data()),
                                                   nullptr, nullptr, in.data() + nonce_bytes,
                                                   length - nonce_bytes, bytes_of(owner),
                                                   owner.size(), in.data(), key_->data()) != 0)
        return not_this_key();
    return secret;
}

} // namespace chengyun::hub
