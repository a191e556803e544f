#include "app/linkage/linkage_words.h"

#include "app/link/language.h"
#include "core/linkage/entry_kinds.h"

#include <QCoreApplication>

namespace chengyun::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LinkageEntries)
};

} // namespace

EntryWords linkageEntryWords(const Entry& entry) {
    const auto note = [&](const char* key) {
        const auto found = entry.body.note.find(key);
        return found == entry.body.note.end() ? QString() : isolated(qs(found->second));
    };
    const auto& kind = entry.kind;
    EntryWords words;
    if (kind == entry_kind::linkage_shown)
        words.title = Words::tr("Linked onto the wall: %1").arg(note("title"));
    else if (kind == entry_kind::linkage_back)
        words.title = Words::tr("Linkage over, the wall is as before: %1").arg(note("title"));
    else if (kind == entry_kind::linkage_waits)
        words.title = Words::tr("Waits for the wall: %1").arg(note("title"));
    else if (kind == entry_kind::linkage_ended)
        words.title = Words::tr("Linked no more: %1").arg(note("title"));
    else if (kind == entry_kind::linkage_rule_changed)
        words.title = Words::tr("Linkage rule written: %1").arg(note("rule"));
    else if (kind == entry_kind::linkage_rule_removed)
        words.title = Words::tr("Linkage rule removed: %1").arg(note("rule"));
    else
        words.title = qs(kind); // of a newer hub
    return words;
}

} // namespace chengyun::console
