#include "hub/capability/policy.h"

#include "core/journal/entry_kinds.h"
#include "core/wire/wire_codec.h"
#include "hub/config/log.h"
#include "hub/journal/journal.h"
#include "hub/store/writer.h"

namespace chengyun::hub {
namespace {

Result<Change> last_told(Transaction& tx, const JournalKinds& kinds, std::string_view kind,
                         const Change& defaults) {
    auto entries = read_timeline(tx.database(), kinds, kind);
    if (!entries)
        return entries.error();
    if (entries->empty())
        return defaults;
    auto entry = json::read<Entry>(entries->back()->json, json::Unknown::ignore);
    if (!entry)
        return entry.error();
    return std::move(entry->body);
}

} // namespace

void tell_policy(Writer& writer, std::string_view kind, const Change& now, const Change& defaults) {
    const auto told = writer.run([&](Transaction& tx) -> Result<Answer> {
        auto last = last_told(tx, writer.kinds(), kind, defaults);
        if (!last)
            return last.error();
        if (*last == now)
            return Answer{};
        Entry entry;
        entry.actor = entry.actor_name = "system";
        entry.kind = entry_kind::policy_changed;
        entry.entity = entry.id = entry.subject = kind;
        entry.body = now;
        auto seq = tx.append(std::move(entry));
        return seq ? Result<Answer>(Answer{}) : seq.error();
    });
    if (!told)
        log(LogLevel::error, "policy", "is not told",
            {{"kind", kind}, {"why", std::string_view(told.error().detail)}});
}

} // namespace chengyun::hub
