#include "hub/accounts/passwords.h"

#include "hub/config/guard.h"
#include "hub/config/workers.h"

#include <sodium.h>

#include <format>
#include <optional>

namespace chengyun::hub {
namespace {

constexpr std::size_t max_queue = 256;
constexpr std::size_t max_password_bytes = 1024;

/// Calls `done`, whose last act is to answer the request. When it throws, the request has not been
/// answered yet, so it gets the failure.
template <class T>
void answer(const std::function<void(Result<T>)>& done, Result<T> result) {
    auto went_on = guarded("accounts", [&]() -> Result<> {
        done(std::move(result));
        return {};
    });
    if (!went_on)
        done(went_on.error());
}

} // namespace

struct Passwords::Impl {
    unsigned long long passes;
    std::size_t memory;
    std::string decoy;              ///< a hash of the same cost that no password matches
    std::optional<Workers> workers; ///< last: they use all of the above

    Result<std::string> make(const std::string& password) const {
        char out[crypto_pwhash_STRBYTES];
        if (crypto_pwhash_str_alg(out, password.data(), password.size(), passes, memory,
                                  crypto_pwhash_ALG_ARGON2ID13) != 0)
            return fail(FailureKind::unavailable, {}, "not enough memory to hash a password");
        return std::string(out);
    }
};

Passwords::Passwords(const AccountsConfig& config) : impl_(std::make_unique<Impl>()) {
    impl_->passes = static_cast<unsigned long long>(config.hash_passes);
    impl_->memory = static_cast<std::size_t>(config.hash_memory_mib) << 20;
    char random[32];
    randombytes_buf(random, sizeof random);
    if (auto decoy = impl_->make(std::string(random, sizeof random)))
        impl_->decoy = *decoy;
    impl_->workers.emplace("accounts", static_cast<std::size_t>(config.hash_threads), max_queue);
}

Passwords::~Passwords() = default;

void Passwords::stop() {
    impl_->workers->finish();
}

void Passwords::hash(std::string password, std::function<void(Result<std::string>)> done) {
    auto job = [impl = impl_.get(), password = std::move(password), done]() mutable {
        auto made = guarded("accounts", [&] { return impl->make(password); });
        sodium_memzero(password.data(), password.size());
        answer(done, std::move(made));
    };
    if (!impl_->workers->post(std::move(job)))
        done(fail(FailureKind::too_many, {}, "too many passwords are being checked"));
}

void Passwords::verify(std::string stored, std::string password,
                       std::function<void(Result<bool>)> done) {
    auto job = [impl = impl_.get(), stored = std::move(stored), password = std::move(password),
                done]() mutable {
        const bool real = !stored.empty() && password.size() <= max_password_bytes;
        const auto& against = real ? stored : impl->decoy;
        const bool right =
            crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
        sodium_memzero(password.data(), password.size());
        answer(done, Result<bool>(right && real));
    };
    if (!impl_->workers->post(std::move(job)))
        done(fail(FailureKind::too_many, {}, "too many passwords are being checked"));
}

Result<std::string> Passwords::hash_now(const std::string& password) const {
    return impl_->make(password);
}

Result<> check_password(const std::string& password, const std::string& name,
                        std::int64_t min_length) {
    std::int64_t characters = 0;
    for (const unsigned char c : password)
        characters += (c & 0xc0) != 0x80;
    if (characters < min_length)
        return fail(FailureKind::invalid_field, "password",
                    std::format("at least {} characters", min_length));
    if (password.size() > max_password_bytes)
        return fail(FailureKind::invalid_field, "password", "too long");
    if (password == name)
        return fail(FailureKind::invalid_field, "password", "must not be the name");
    return {};
}

} // namespace chengyun::hub
