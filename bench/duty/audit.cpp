#include "bench/duty/audit.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace chengyun::bench {

namespace json = boost::json;

namespace {

/// Sheets and ends as they come by in the journal.
struct Seen {
    std::map<std::string, json::value> sheets; ///< by outgoing shift, as last told
    std::map<std::string, json::value> signed_when_closed;
    std::map<std::string, int> closed;
    std::set<std::int64_t> found;
};

void take(Seen& seen, const json::object& entry, const Acknowledged& acknowledged) {
    const auto seq = entry.at("seq").to_number<std::int64_t>();
    const std::string kind(entry.at("kind").as_string());
    const std::string id(entry.at("id").as_string());
    if (const auto told = acknowledged.entries().find(seq); told != acknowledged.entries().end())
        if (told->second.kind == kind && told->second.id == id)
            seen.found.insert(seq);
    if (const auto* body = entry.if_contains("body"))
        if (const auto* sheets = body->as_object().if_contains("handovers"))
            for (const auto& sheet : sheets->as_array())
                seen.sheets[std::string(sheet.at("outgoing").as_string())] = sheet;
    if (kind == "shift.closed") {
        ++seen.closed[id];
        seen.signed_when_closed[id] = seen.sheets[id];
    }
}

bool is_signed(const json::value& sheet) {
    const auto* object = sheet.if_object();
    if (!object || object->at("state") != "accepted")
        return false;
    const auto* items = object->if_contains("items");
    return !items || std::ranges::all_of(items->as_array(), [](const json::value& item) {
        return item.as_object().contains("acknowledged");
    });
}

/// How many of the entries are not on the sheet.
std::int64_t missing(const json::value& sheet, const std::vector<std::string>& log) {
    std::set<std::string> subjects;
    if (const auto* object = sheet.if_object())
        if (const auto* items = object->if_contains("items"))
            for (const auto& item : items->as_array())
                subjects.emplace(item.at("subject").as_string());
    return std::ranges::count_if(log,
                                 [&](const std::string& id) { return !subjects.contains(id); });
}

} // namespace

Audit audit(Line& commander, const std::vector<Desk>& desks, const Acknowledged& acknowledged) {
    Seen seen;
    for (std::int64_t from = 0;;) {
        const auto page = commander.get("/api/v1/journal?limit=1000&from=" + std::to_string(from));
        if (page.status != 200)
            return {0, 1, 0};
        for (const auto& entry : page.body.at("items").as_array())
            take(seen, entry.as_object(), acknowledged);
        const auto* next = page.body.as_object().if_contains("next");
        if (!next)
            break;
        from = next->to_number<std::int64_t>();
    }
    Audit out;
    out.lost = static_cast<std::int64_t>(acknowledged.entries().size() - seen.found.size());
    for (const auto& desk : desks)
        for (std::size_t i = 0; i + 1 < desk.shifts.size(); ++i) {
            const auto& shift = desk.shifts[i];
            if (seen.closed[shift] != 1) {
                ++out.lost;
                continue;
            }
            ++out.closed;
            const auto& sheet = seen.signed_when_closed[shift];
            out.unsigned_closed += is_signed(sheet) ? 0 : 1;
            out.lost += missing(sheet, desk.log[i]);
        }
    return out;
}

} // namespace chengyun::bench
