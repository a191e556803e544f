// The text of {items, next?}, the answer of every list.
#pragma once

#include "core/json/codec.h"

#include <string>
#include <vector>

namespace chengyun::hub {

[[nodiscard]] inline std::string page_text(const std::vector<std::string>& items,
                                           const std::string& next = {}) {
    std::size_t size = 40 + next.size();
    for (const auto& item : items)
        size += item.size() + 1;
    std::string out;
    out.reserve(size);
    out += "{\"items\":[";
    for (const auto& item : items) {
        if (&item != items.data())
            out += ',';
        out += item;
    }
    out += ']';
    if (!next.empty()) {
        out += ",\"next\":";
        json::append_text(out, next);
    }
    out += '}';
    return out;
}

} // namespace chengyun::hub
