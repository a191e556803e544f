#include "hub/journal/command_entries.h"

#include "core/wire/wire_codec.h"

namespace chengyun::hub {

Result<> CommandEntries::append(std::string_view kind, std::string_view entity, std::string_view id,
                                std::string_view subject, const Audience& seen_by) {
    Entry entry;
    entry.actor = actor_.id;
    entry.actor_name = actor_.name;
    entry.kind = kind;
    entry.entity = entity;
    entry.id = id;
    entry.subject = subject;
    entry.areas = seen_by.areas;
    entry.units = seen_by.units;
    last_ = change_.text();
    auto seq = tx_.append(std::move(entry), last_);
    if (!seq)
        return seq.error();
    seq_ = *seq;
    ++appended_;
    earlier_.merge(change_);
    change_ = {};
    return {};
}

Answer CommandEntries::done() const {
    if (appended_ == 1)
        return {200, done_text(seq_, last_), seq_};
    return {200, done_text(seq_, earlier_.text()), 0};
}

} // namespace chengyun::hub
