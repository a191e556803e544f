#include "core/resource/digest_sign_in.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace chengyun {

namespace {

constexpr std::string_view blanks = " \t";

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_same(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, lower, lower);
}

/// Reads a header from its front to its end; at its end everything is empty.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    void skip(std::string_view characters) {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(characters), rest_.size()));
    }
    bool take(char c) {
        if (!rest_.starts_with(c))
            return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::string_view word() {
        const auto end = std::min(rest_.find_first_of(" \t,=\""), rest_.size());
        const auto out = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return out;
    }
    /// "a \"b\"" without its quotes, or a word.
    std::string value() {
        if (!take('"'))
            return std::string(word());
        std::string out;
        while (!rest_.empty() && !take('"')) {
            if (rest_.front() == '\\' && rest_.size() > 1)
                rest_.remove_prefix(1);
            out += rest_.front();
            rest_.remove_prefix(1);
        }
        return out;
    }
    /// What cannot be read goes, a character at a time.
    void give_up_one() { rest_.remove_prefix(rest_.empty() ? 0 : 1); }

private:
    std::string_view rest_;
};

bool offers_auth(std::string_view qualities) {
    while (!qualities.empty()) {
        qualities.remove_prefix(std::min(qualities.find_first_not_of(" \t,"), qualities.size()));
        const auto end = std::min(qualities.find_first_of(" \t,"), qualities.size());
        if (is_same(qualities.substr(0, end), "auth"))
            return true;
        qualities.remove_prefix(end);
    }
    return false;
}

void set(DigestQuestion& question, std::string_view name, std::string value) {
    if (is_same(name, "realm"))
        question.realm = std::move(value);
    else if (is_same(name, "nonce"))
        question.nonce = std::move(value);
    else if (is_same(name, "opaque"))
        question.opaque = std::move(value);
    else if (is_same(name, "algorithm"))
        question.algorithm = std::move(value);
    else if (is_same(name, "qop"))
        question.has_quality = offers_auth(value);
    else if (is_same(name, "stale"))
        question.is_stale = is_same(value, "true");
}

/// A line break would end the header: what follows would be another one.
std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < ' ')
            continue;
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

} // namespace

bool DigestQuestion::is_sha256() const {
    return is_same(algorithm, "SHA-256");
}

bool DigestQuestion::is_md5() const {
    return algorithm.empty() || is_same(algorithm, "MD5");
}

bool DigestQuestion::has_quotes() const {
    return (realm + nonce + opaque.value_or("")).find_first_of("\"\\") != std::string::npos;
}

std::vector<DigestQuestion> read_digest_questions(std::string_view header) {
    std::vector<DigestQuestion> out;
    bool digest = false; ///< what is read belongs to the last one
    Reader reader(header);
    for (reader.skip(" \t,"); !reader.at_end(); reader.skip(" \t,")) {
        const auto word = reader.word();
        reader.skip(blanks);
        if (word.empty()) {
            reader.give_up_one();
        } else if (!reader.take('=')) {
            // A scheme: no value belongs to it.
            digest = is_same(word, "Digest");
            if (digest)
                out.emplace_back();
        } else {
            reader.skip(blanks);
            auto value = reader.value();
            if (digest)
                set(out.back(), word, std::move(value));
        }
    }
    std::erase_if(out, [](const DigestQuestion& question) {
        return question.realm.empty() || question.nonce.empty();
    });
    return out;
}

std::string answer_digest(const DigestQuestion& question, const DigestRequest& request,
                          const std::string& user, const std::string& password,
                          const HashText& hash) {
    char count[9];
    std::snprintf(count, sizeof count, "%08x", request.count);
    const std::string client(request.client_nonce);
    const auto who = hash(user + ':' + question.realm + ':' + password);
    const auto what = hash(std::string(request.method) + ':' + std::string(request.uri));
    const auto middle =
        question.has_quality ? std::string(count) + ':' + client + ":auth:" : std::string();
    std::string out =
        "Digest username=" + in_quotes(user) + ", realm=" + in_quotes(question.realm) +
        ", nonce=" + in_quotes(question.nonce) + ", uri=" + in_quotes(request.uri) +
        (question.is_sha256() ? ", algorithm=SHA-256" : ", algorithm=MD5") + ", response=\"" +
        hash(who + ':' + question.nonce + ':' + middle + what) + '"';
    if (question.has_quality)
        out += ", qop=auth, nc=" + std::string(count) + ", cnonce=\"" + client + '"';
    if (question.opaque)
        out += ", opaque=" + in_quotes(*question.opaque);
    return out;
}

} // namespace chengyun
