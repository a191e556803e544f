#include "hub/imports/kml_text.h"

#include <algorithm>
#include <initializer_list>

namespace chengyun::hub {

void forget_encoding(std::string& xml) {
    if (!xml.starts_with("<?xml"))
        return;
    const auto end = std::min(xml.find("?>"), xml.size());
    const auto begin = xml.find("encoding");
    if (begin >= end)
        return;
    const auto quote = xml.find_first_of("\"'", begin);
    if (quote >= end)
        return;
    const auto close = xml.find(xml[quote], quote + 1);
    if (close >= end)
        return;
    std::fill(xml.begin() + static_cast<std::ptrdiff_t>(begin),
              xml.begin() + static_cast<std::ptrdiff_t>(close) + 1, ' ');
}

namespace {

std::int64_t elements_in(std::string_view xml, std::initializer_list<std::string_view> elements) {
    const auto skip = [&](std::size_t at, std::string_view end) {
        const auto found = xml.find(end, at);
        return found == xml.npos ? xml.size() : found + end.size();
    };
    std::int64_t count = 0;
    for (std::size_t at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
        auto rest = xml.substr(at);
        if (rest.starts_with("<!--")) {
            at = skip(at, "-->");
        } else if (rest.starts_with("<![CDATA[")) {
            at = skip(at, "]]>");
        } else {
            rest = rest.substr(1, rest.find_first_of(" \t\r\n/>", 1) - 1);
            if (const auto prefix = rest.find(':'); prefix != rest.npos)
                rest = rest.substr(prefix + 1);
            count += std::ranges::find(elements, rest) != elements.end() ? 1 : 0;
            ++at;
        }
    }
    return count;
}

} // namespace

std::int64_t placemarks_in(std::string_view xml) {
    return elements_in(xml, {"Placemark"});
}

std::int64_t folders_in(std::string_view xml) {
    return elements_in(xml, {"Folder", "Document"});
}

} // namespace chengyun::hub
