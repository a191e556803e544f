#include "core/json/codec.h"

#include "core/text/hex.h"

#include <boost/json/basic_parser_impl.hpp>

#include <deque>
#include <set>

namespace chengyun::json {

namespace {

/// Members named in a text that is JSON: colons outside of strings.
std::size_t members_in(std::string_view text) {
    std::size_t members = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"')
            quoted = !quoted;
        else if (quoted && text[i] == '\\')
            ++i;
        else if (!quoted && text[i] == ':')
            ++members;
    }
    return members;
}

std::size_t members_in(const boost::json::value& value) {
    std::size_t members = 0;
    if (const auto* object = value.if_object()) {
        members = object->size();
        for (const auto& item : *object)
            members += members_in(item.value());
    } else if (const auto* array = value.if_array()) {
        for (const auto& item : *array)
            members += members_in(item);
    }
    return members;
}

/// Reads on until a member has been named twice; for Boost's parser, which calls it.
class TwiceFinder {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);
    using Error = boost::system::error_code;

    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_object_begin(Error&) { return begin(false); }
    bool on_object_end(std::size_t, Error&) { return end(); }
    bool on_array_begin(Error&) { return begin(true); }
    bool on_array_end(std::size_t, Error&) { return end(); }
    bool on_key_part(std::string_view part, std::size_t, Error&) {
        key_ += part;
        return true;
    }
    bool on_key(std::string_view last, std::size_t, Error& error) {
        key_ += last;
        auto& object = open_.back();
        object.member = std::exchange(key_, {});
        if (object.members.insert(object.member).second)
            return true;
        found_ = true;
        error = boost::json::error::exception; // any: it stops the parser
        return false;
    }
    bool on_string_part(std::string_view, std::size_t, Error&) { return true; }
    bool on_string(std::string_view, std::size_t, Error&) { return item(); }
    bool on_number_part(std::string_view, Error&) { return true; }
    bool on_int64(std::int64_t, std::string_view, Error&) { return item(); }
    bool on_uint64(std::uint64_t, std::string_view, Error&) { return item(); }
    bool on_double(double, std::string_view, Error&) { return item(); }
    bool on_bool(bool, Error&) { return item(); }
    bool on_null(Error&) { return item(); }
    bool on_comment_part(std::string_view, Error&) { return true; }
    bool on_comment(std::string_view, Error&) { return true; }

    [[nodiscard]] bool found() const { return found_; }
    /// Where it stopped.
    [[nodiscard]] std::string path() const {
        std::deque<detail::Path> steps{detail::Path()}; // each refers to the one before it
        for (const auto& open : open_) {
            if (open.is_array)
                steps.emplace_back(steps.back(), open.index);
            else
                steps.emplace_back(steps.back(), std::string_view(open.member));
        }
        return steps.back().text();
    }

private:
    struct Open {
        bool is_array = false;
        std::size_t index = 0;
        std::string member;
        std::set<std::string> members;
    };
    bool begin(bool is_array) {
        open_.push_back({is_array, 0, {}, {}});
        return true;
    }
    bool end() {
        open_.pop_back();
        return item();
    }
    bool item() {
        if (!open_.empty() && open_.back().is_array)
            ++open_.back().index;
        return true;
    }

    std::vector<Open> open_;
    std::string key_;
    bool found_ = false;
};

} // namespace

Result<boost::json::value> parse(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = 32;
    // Boost's default may be off in the last digits, and a place must come back as it was sent.
    options.numbers = boost::json::number_precision::precise;
    boost::system::error_code error;
    auto value = boost::json::parse(text, error, {}, options);
    if (error)
        return fail(FailureKind::malformed, {}, "not JSON: " + error.message());
    return value;
}

Result<> check_named_once(std::string_view text, const boost::json::value& value) {
    // Boost keeps the last of several: then the value has fewer members than the text. Only then
    // is it looked for.
    if (members_in(text) == members_in(value))
        return {};
    boost::json::basic_parser<TwiceFinder> finder(boost::json::parse_options{});
    boost::system::error_code ignored;
    finder.write_some(false, text.data(), text.size(), ignored);
    if (!finder.handler().found())
        return {};
    return fail(FailureKind::invalid_field, finder.handler().path(), "named twice");
}

void append_text(std::string& out, std::string_view text) {
    out.push_back('"');
    std::size_t written = 0; // everything before it is in `out`
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        out.append(text, written, i - written);
        written = i + 1;
        out.push_back('\\');
        switch (byte) {
        case '"':
        case '\\':
            out.push_back(text[i]);
            break;
        case '\n':
            out.push_back('n');
            break;
        case '\r':
            out.push_back('r');
            break;
        case '\t':
            out.push_back('t');
            break;
        default:
            out.append("u00");
            out.push_back(hex_digits[byte >> 4]);
            out.push_back(hex_digits[byte & 0xf]);
        }
    }
    out.append(text, written);
    out.push_back('"');
}

namespace detail {

void append_double(std::string& out, double number) {
    if (!std::isfinite(number)) {
        out.append("null");
        return;
    }
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    const std::string_view text(digits.data(), end);
    out.append(text);
    if (text.find_first_of(".e") == std::string_view::npos)
        out.append(".0"); // so that a reader takes it for a double, too
}

void append_object(std::string& out, const boost::json::object& object) {
    char separator = '{';
    for (const auto& item : object) {
        out.push_back(separator);
        append_text(out, item.key());
        out.push_back(':');
        append_value(out, item.value());
        separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
}

void append_value(std::string& out, const boost::json::value& value) {
    switch (value.kind()) {
    case boost::json::kind::null:
        out.append("null");
        break;
    case boost::json::kind::bool_:
        out.append(value.get_bool() ? "true" : "false");
        break;
    case boost::json::kind::int64:
        append_integer(out, value.get_int64());
        break;
    case boost::json::kind::uint64:
        append_integer(out, value.get_uint64());
        break;
    case boost::json::kind::double_:
        append_double(out, value.get_double());
        break;
    case boost::json::kind::string:
        append_text(out, value.get_string());
        break;
    case boost::json::kind::array: {
        char separator = '[';
        for (const auto& item : value.get_array()) {
            out.push_back(separator);
            append_value(out, item);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
        break;
    }
    case boost::json::kind::object:
        append_object(out, value.get_object());
        break;
    }
}

} // namespace detail

} // namespace chengyun::json
