#include "hub/journal/change_text.h"

#include "hub/journal/entry_text.h"

namespace chengyun::hub {

namespace {
struct Member {
    std::string_view opening;
    std::string_view closing;
};
constexpr std::array<Member, 9> members = {{{"\"orders\":[", "]"},
                                            {"\"assignments\":[", "]"},
                                            {"\"reports\":[", "]"},
                                            {"\"supervisions\":[", "]"},
                                            {"\"resources\":[", "]"},
                                            {"\"units\":[", "]"},
                                            {"\"areas\":[", "]"},
                                            {"\"duty\":", ""},
                                            {"\"note\":{", "}"}}};
} // namespace

ChangeText& ChangeText::add(std::size_t kind, std::string_view json) {
    auto& part = parts_[kind];
    if (!part.empty())
        part += ',';
    part += json;
    return *this;
}

ChangeText& ChangeText::note(std::string_view key, std::string_view value) {
    std::string member;
    append_json_string(member, key);
    member += ':';
    append_json_string(member, value);
    return add(members.size() - 1, member);
}

ChangeText& ChangeText::merge(const ChangeText& other) {
    for (std::size_t i = 0; i < parts_.size(); ++i)
        if (!other.parts_[i].empty())
            add(i, other.parts_[i]);
    return *this;
}

std::string ChangeText::text() const {
    std::size_t size = 2;
    for (const auto& part : parts_)
        size += part.size() + 20;
    std::string out;
    out.reserve(size);
    out += '{';
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (parts_[i].empty())
            continue;
        if (out.size() > 1)
            out += ',';
        out += members[i].opening;
        out += parts_[i];
        out += members[i].closing;
    }
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
