#include "hub/journal/change_text.h"

#include <algorithm>

namespace chengyun::hub {

namespace {

void add_to(std::string& list, std::string_view json) {
    if (!list.empty())
        list += ',';
    list += json;
}

} // namespace

ChangeText& ChangeText::add(const EntityKind& kind, std::string_view json) {
    auto at = std::ranges::find(parts_, &kind, &Part::kind);
    if (at == parts_.end()) {
        at = std::ranges::upper_bound(parts_, kind.name, {},
                                      [](const Part& part) { return part.kind->name; });
        at = parts_.insert(at, {&kind, {}});
    }
    add_to(at->text, json);
    return *this;
}

ChangeText& ChangeText::note(std::string_view key, std::string_view value) {
    std::string member;
    json::append_text(member, key);
    member += ':';
    json::append_text(member, value);
    add_to(note_, member);
    return *this;
}

ChangeText& ChangeText::merge(const ChangeText& other) {
    for (const auto& part : other.parts_)
        add(*part.kind, part.text);
    return *this;
}

std::string ChangeText::text() const {
    std::size_t size = note_.size() + 16;
    for (const auto& part : parts_)
        size += part.kind->name.size() + part.text.size() + 8;
    std::string out;
    out.reserve(size);
    out += '{';
    const auto member = [&](std::string_view name, std::string_view opening, std::string_view text,
                            std::string_view closing) {
        if (out.size() > 1)
            out += ',';
        out += '"';
        out += name;
        out += "\":";
        out += opening;
        out += text;
        out += closing;
    };
    if (!note_.empty())
        member("note", "{", note_, "}");
    for (const auto& part : parts_)
        member(part.kind->name, part.kind->is_single ? "" : "[", part.text,
               part.kind->is_single ? "" : "]");
    out += '}';
    return out;
}

std::string done_text(std::int64_t seq, std::string_view change) {
    std::string out;
    out.reserve(change.size() + 40);
    out += "{\"seq\":";
    out += std::to_string(seq);
    out += ",\"change\":";
    out += change;
    out += '}';
    return out;
}

} // namespace chengyun::hub
