#include "hub/imports/xml_tags.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

constexpr std::string_view spaces = " \t\r\n";
constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

std::string_view behind(std::string_view text, std::string_view end, std::size_t from) {
    const auto found = text.find(end, from);
    return found == text.npos ? std::string_view() : text.substr(found + end.size());
}

/// Where the tag that `text` begins with ends: a `>` outside quotation marks.
std::size_t end_of_tag(std::string_view text) {
    char quote = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '>')
            return i;
    }
    return text.npos;
}

} // namespace

bool XmlTags::next() {
    while (true) {
        rest_.remove_prefix(std::min(rest_.find('<'), rest_.size()));
        if (rest_.empty())
            return false;
        if (rest_.starts_with("<!--")) {
            rest_ = behind(rest_, "-->", 4);
        } else if (rest_.starts_with("<![CDATA[")) {
            rest_ = behind(rest_, "]]>", 9);
        } else if (rest_.starts_with("<?")) {
            rest_ = behind(rest_, "?>", 2);
        } else if (rest_.starts_with("<!")) {
            has_document_type_ = true;
            return false;
        } else if (rest_.starts_with("</")) {
            rest_.remove_prefix(2);
        } else {
            break;
        }
    }
    const auto end = end_of_tag(rest_);
    if (end == rest_.npos) {
        rest_ = {};
        return false;
    }
    auto tag = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    is_empty_element_ = tag.ends_with('/');
    if (is_empty_element_)
        tag.remove_suffix(1);
    name_ = tag.substr(0, tag.find_first_of(spaces));
    attributes_ = tag.substr(name_.size());
    return true;
}

std::optional<std::string_view> XmlTags::attribute(std::string_view name) const {
    auto rest = attributes_;
    while (true) {
        rest.remove_prefix(std::min(rest.find_first_not_of(spaces), rest.size()));
        const auto sign = rest.find('=');
        const auto quote = rest.find_first_of("\"'");
        if (sign == rest.npos || quote == rest.npos || quote < sign)
            return {};
        auto found = rest.substr(0, sign);
        found = found.substr(0, found.find_first_of(spaces));
        const auto close = rest.find(rest[quote], quote + 1);
        if (close == rest.npos)
            return {};
        if (found == name)
            return rest.substr(quote + 1, close - quote - 1);
        rest.remove_prefix(close + 1);
    }
}

bool begins_as_xml(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark))
        bytes.remove_prefix(utf8_mark.size());
    const auto first = bytes.find_first_not_of(spaces);
    if (first != bytes.npos && bytes[first] == '<')
        return true;
    // UTF-16, with a mark or without.
    return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff") ||
           (bytes.size() > 1 && bytes[0] == '\0' && bytes[1] == '<');
}

std::optional<std::string_view> plain_xml(std::string_view bytes) {
    if (!begins_as_xml(bytes) || bytes.substr(0, 4).find('\0') != bytes.npos ||
        bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        return {};
    return bytes;
}

} // namespace chengyun::hub
