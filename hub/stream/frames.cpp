#include "hub/stream/frames.h"

#include "core/wire/version.h"
#include "hub/journal/entry_text.h"
#include "hub/journal/journal.h"
#include "hub/store/database.h"

namespace chengyun::hub {
namespace {

/// Entries that are looked at for one frame, and about how long it gets: an account that sees
/// little does not make the hub read everything, and one that sees much gets it in parts.
constexpr std::size_t looked_at = 1000;
constexpr std::size_t frame_bytes = 256 << 10;

} // namespace

std::string entries_frame(std::int64_t after, const JournalPosition& head, std::string_view entries,
                          bool more) {
    std::string out;
    out.reserve(entries.size() + 176);
    out += "{\"t\":\"entries\",\"wire\":\"";
    out += wire_version;
    out += "\",\"after\":";
    out += std::to_string(after);
    out += ",\"head\":";
    out += std::to_string(head.seq);
    out += ",\"hash\":\"";
    out += head.hash;
    out += "\",\"entries\":[";
    out += entries;
    out += more ? "],\"more\":true}" : "]}";
    return out;
}

std::string reload_frame(const JournalPosition& head) {
    return "{\"t\":\"reload\",\"head\":" + std::to_string(head.seq) + ",\"hash\":\"" + head.hash +
           "\"}";
}

Result<std::string> next_frame(Database& db, const JournalKinds& kinds, const Account& account,
                               const std::optional<JournalPosition>& from, std::int64_t window) {
    auto scope = ReadScope::begin(db);
    if (!scope)
        return scope.error();
    auto end = journal_end(db);
    if (!end)
        return end.error();
    if (!from)
        return entries_frame(end->seq, *end, {});
    if (from->seq > end->seq || end->seq - from->seq > window)
        return reload_frame(*end);
    auto entries = read_journal(db, kinds, from->seq, looked_at);
    if (!entries)
        return entries.error();
    const std::string_view hash = entries->empty() ? std::string_view(end->hash)
                                                   : chain_links(entries->front()->json).previous;
    if (!from->hash.empty() && from->hash != hash)
        return reload_frame(*end);
    std::string text;
    JournalPosition head{from->seq, std::string(hash)};
    for (const auto& entry : *entries) {
        if (text.size() >= frame_bytes)
            break;
        head = {entry->seq, std::string(chain_links(entry->json).hash)};
        if (!may_see(account, *entry))
            continue;
        if (entry->rule.reload)
            return reload_frame(*end);
        if (!text.empty())
            text += ',';
        text += entry->json;
    }
    return entries_frame(from->seq, head, text, head.seq < end->seq);
}

} // namespace chengyun::hub
