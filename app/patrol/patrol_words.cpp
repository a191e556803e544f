#include "app/patrol/patrol_words.h"

#include "app/link/language.h"
#include "core/patrol/entry_kinds.h"

#include <QCoreApplication>

namespace chengyun::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PatrolEntries)
};

} // namespace

EntryWords patrolEntryWords(const Entry& entry) {
    const auto note = [&](const char* key) {
        const auto found = entry.body.note.find(key);
        return found == entry.body.note.end() ? QString() : isolated(qs(found->second));
    };
    const auto group = note("group");
    EntryWords words;
    if (entry.kind == entry_kind::patrol_changed)
        words.title = Words::tr("Patrol group %1 written").arg(group);
    else if (entry.kind == entry_kind::patrol_removed)
        words.title = Words::tr("Patrol group %1 removed").arg(group);
    else if (entry.kind == entry_kind::patrol_seen)
        words.title = Words::tr("Patrol duty: seen, nothing (%1)").arg(note("camera"));
    else if (entry.kind == entry_kind::patrol_raised)
        words.title = Words::tr("Patrol duty: an order raised at %1").arg(note("camera"));
    else
        words.title = qs(entry.kind); // of a newer hub
    return words;
}

} // namespace chengyun::console
