// A server's question who somebody is, and the answer, by HTTP Digest (RFC 7616), which RTSP uses
// as it is. GStreamer 1.26 answers with MD5 whatever is asked for, takes the last question where
// there are several, and sends back a realm with quotes in it as another one.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun {

/// One question, "Digest realm=…, nonce=…": what is needed of it for an answer.
struct DigestQuestion {
    std::string realm{};
    std::string nonce{};
    std::optional<std::string> opaque{}; ///< is to be sent back
    std::string algorithm{};             ///< as written; empty: MD5
    bool has_quality = false;            ///< qop=auth is offered
    bool is_stale = false; ///< the sign-in was right, and the nonce of the last answer too old

    [[nodiscard]] bool is_sha256() const;
    [[nodiscard]] bool is_md5() const;
    /// Realm, nonce or opaque hold what has to be escaped between quotes.
    [[nodiscard]] bool has_quotes() const;
    bool operator==(const DigestQuestion&) const = default;
};

/// The questions of Digest in the value of one WWW-Authenticate header, which may hold several and
/// those of other schemes. Those without realm or nonce are left out.
[[nodiscard]] std::vector<DigestQuestion> read_digest_questions(std::string_view header);

struct DigestRequest {
    std::string_view method{};       ///< "DESCRIBE"
    std::string_view uri{};          ///< as in the request
    std::string_view client_nonce{}; ///< made by chance; letters and digits
    std::uint32_t count = 1;         ///< of the answers to this nonce, from 1
};

/// Hexadecimal SHA-256 or, where the question wants it, MD5 of a text.
using HashText = std::function<std::string(const std::string&)>;

/// The value of the Authorization header. `user` and `password` in UTF-8.
[[nodiscard]] std::string answer_digest(const DigestQuestion& question,
                                        const DigestRequest& request, const std::string& user,
                                        const std::string& password, const HashText& hash);

} // namespace chengyun
