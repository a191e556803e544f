#include "core/json/codec.h"

namespace chengyun::json {

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

namespace detail {

void append_text(std::string& out, std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
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
            out.push_back(hex[byte >> 4]);
            out.push_back(hex[byte & 0xf]);
        }
    }
    out.append(text, written);
    out.push_back('"');
}

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
        out.append(".0"); // stays a double for whoever reads it
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
