#include "hub/journal/journal.h"

#include "core/text/hex.h"

#include <openssl/evp.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace chengyun::hub {

namespace {

/// One digest context a thread, reused: fetching the algorithm costs more than hashing an entry.
class Sm3 {
public:
    Sm3()
        : algorithm_(EVP_MD_fetch(nullptr, "SM3", nullptr), EVP_MD_free),
          context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
        // An OpenSSL without SM3 cannot run the hub at all: there is no journal without its chain.
        if (!algorithm_ || !context_)
            std::abort();
    }

    void begin() { must(EVP_DigestInit_ex2(context_.get(), algorithm_.get(), nullptr)); }
    void add(std::string_view bytes) {
        must(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
    }
    [[nodiscard]] std::string hex() {
        std::array<unsigned char, 32> digest{};
        must(EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr));
        return hex_of(digest);
    }

private:
    static void must(int ok) {
        if (ok != 1)
            std::abort();
    }
    std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm_;
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

[[nodiscard]] Sm3& sm3() {
    thread_local Sm3 digest;
    return digest;
}

} // namespace

std::string sm3_hex(std::string_view bytes) {
    auto& digest = sm3();
    digest.begin();
    digest.add(bytes);
    return digest.hex();
}

std::string chain_hash(std::string_view previous, std::string_view body) {
    auto& digest = sm3();
    digest.begin();
    digest.add(previous);
    digest.add("\n");
    digest.add(body);
    return digest.hex();
}

} // namespace chengyun::hub
