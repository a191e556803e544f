#include "app/capability/journal_words.h"

#include "app/text.h"

namespace chengyun::console {

void JournalWords::add(std::initializer_list<std::string_view> groups, const Say& say) {
    for (const auto group : groups)
        says_.insert_or_assign(std::string(group), say);
}

EntryWords JournalWords::of(const Entry& entry) const {
    const std::string_view kind = entry.kind;
    const auto found = says_.find(kind.substr(0, kind.find('.')));
    if (found != says_.end())
        return found->second(entry);
    EntryWords words;
    words.title = qs(kind);
    return words;
}

} // namespace chengyun::console
