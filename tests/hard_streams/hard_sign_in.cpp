#include "tests/hard_streams/hard_sign_in.h"

#include <QCryptographicHash>
#include <QHash>

namespace chengyun::test {

namespace {

using SignIn = HardManner::SignIn;

constexpr auto realm = "Camera, \"north\"";
constexpr auto nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";

QByteArray quoted(QByteArray text) {
    return '"' + text.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

QByteArray digest_challenge(const char* algorithm, bool with_quality) {
    return QByteArray("WWW-Authenticate: Digest realm=") + quoted(realm) + ", nonce=\"" + nonce +
           '"' + (algorithm ? QByteArray(", algorithm=") + algorithm : QByteArray()) +
           (with_quality ? ", qop=\"auth-int,auth\", opaque=\"a,b\"" : "") + "\r\n";
}

/// The parameters of a header of Digest (RFC 7616 §3.4), without their quotes.
QHash<QByteArray, QByteArray> parameters(const QByteArray& sent) {
    QHash<QByteArray, QByteArray> out;
    qsizetype at = 7;
    while (at < sent.size()) {
        const auto equals = sent.indexOf('=', at);
        if (equals < 0)
            break;
        const auto name = sent.mid(at, equals - at).trimmed().toLower();
        QByteArray value;
        at = equals + 1;
        if (at < sent.size() && sent[at] == '"') {
            for (++at; at < sent.size() && sent[at] != '"'; ++at) {
                if (sent[at] == '\\')
                    ++at;
                value += sent.mid(at, 1);
            }
            at = sent.indexOf(',', at);
        } else {
            const auto end = sent.indexOf(',', at);
            value = sent.mid(at, end < 0 ? -1 : end - at).trimmed();
            at = end;
        }
        out.insert(name, value);
        if (at < 0)
            break;
        ++at;
    }
    return out;
}

bool is_right_digest(const HardManner& manner, const QByteArray& method, const QByteArray& sent) {
    const auto said = parameters(sent);
    const bool sha = said.value("algorithm").toUpper() == "SHA-256";
    if ((sha && manner.sign_in == SignIn::md5) || (!sha && manner.sign_in == SignIn::sha256))
        return false;
    const auto hash = [sha](const QByteArray& text) {
        return QCryptographicHash::hash(text,
                                        sha ? QCryptographicHash::Sha256 : QCryptographicHash::Md5)
            .toHex();
    };
    const auto first = hash(manner.user + ':' + realm + ':' + manner.password);
    const auto second = hash(method + ':' + said.value("uri"));
    const auto middle = said.contains("qop") ? said.value("nc") + ':' + said.value("cnonce") + ':' +
                                                   said.value("qop") + ':'
                                             : QByteArray();
    // Cameras that offer SHA-256 ask for a quality of protection too (RFC 7616).
    if (sha && said.value("qop") != "auth")
        return false;
    return said.value("username") == manner.user && said.value("realm") == realm &&
           said.value("nonce") == nonce &&
           said.value("response") == hash(first + ':' + nonce + ':' + middle + second);
}

} // namespace

QByteArray challenges(SignIn how) {
    const auto md5 = digest_challenge(nullptr, false);
    const auto sha = digest_challenge("SHA-256", true);
    switch (how) {
    case SignIn::none:
        return {};
    case SignIn::basic:
        return "WWW-Authenticate: Basic realm=" + quoted(realm) + "\r\n";
    case SignIn::md5:
        return md5;
    case SignIn::sha256:
        return sha;
    case SignIn::both:
        return md5 + sha;
    case SignIn::both_sha_first:
        return sha + md5;
    }
    return {};
}

bool is_right(const HardManner& manner, const QByteArray& method, const QByteArray& sent) {
    if (manner.sign_in == SignIn::none)
        return true;
    if (manner.sign_in == SignIn::basic)
        return sent == "Basic " + (manner.user + ':' + manner.password).toBase64();
    return sent.startsWith("Digest ") && is_right_digest(manner, method, sent);
}

} // namespace chengyun::test
