#include "hub/accounts/account_entry.h"

#include "core/json/codec.h"
#include "hub/journal/change_text.h"

#include <utility>

namespace chengyun::hub {

Entry draft(const Actor& actor, std::string_view kind, std::string entity, std::string id,
            std::map<std::string, std::string> note) {
    Entry entry;
    entry.actor = actor.id;
    entry.actor_name = actor.name;
    entry.kind = kind;
    entry.entity = std::move(entity);
    entry.id = std::move(id);
    entry.body.note = std::move(note);
    return entry;
}

std::map<std::string, std::string> note_of(const Account& account) {
    std::map<std::string, std::string> note{{"id", account.id},
                                            {"name", account.name},
                                            {"display_name", account.display_name},
                                            {"role", std::string(json::name_of(account.role))},
                                            {"disabled", account.disabled ? "true" : "false"}};
    if (!account.area.empty())
        note["area"] = account.area;
    if (!account.unit.empty())
        note["unit"] = account.unit;
    return note;
}

std::string session_name(std::string_view hash) {
    return std::string(hash.substr(0, 16));
}

Answer done_answer(std::int64_t seq, const std::map<std::string, std::string>& note, int status) {
    ChangeText change;
    for (const auto& [key, value] : note)
        change.note(key, value);
    return {status, done_text(seq, change.text())};
}

} // namespace chengyun::hub
