#include "app/wall/wall_words.h"

#include "app/link/language.h"
#include "core/wall/wall.h"

#include <QCoreApplication>

namespace chengyun::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WallEntries)
};

} // namespace

EntryWords wallEntryWords(const Entry& entry) {
    const auto note = [&](const char* key) {
        const auto found = entry.body.note.find(key);
        return found == entry.body.note.end() ? QString() : isolated(qs(found->second));
    };
    // The title of what stands there; a chart or a list has none, and its kind has to do.
    const auto what = [&] { return note("title").isEmpty() ? note("content") : note("title"); };
    const auto& kind = entry.kind;
    EntryWords words;
    if (kind == wall_kinds::changed)
        words.title = Words::tr("Wall %1 written").arg(note("wall"));
    else if (kind == wall_kinds::removed)
        words.title = Words::tr("Wall %1 removed").arg(note("wall"));
    else if (kind == wall_kinds::put_up)
        words.title = Words::tr("Put up on the wall: %1").arg(what());
    else if (kind == wall_kinds::taken_down)
        words.title = Words::tr("Taken down from the wall: %1").arg(what());
    else if (kind == wall_kinds::layout)
        words.title =
            Words::tr("Wall: screen %1 divided into %2").arg(note("screen"), note("layout"));
    else if (kind == wall_kinds::moved)
        words.title = Words::tr("Moved on the wall: %1").arg(what());
    else if (kind == wall_kinds::locked)
        words.title = Words::tr("Wall %1 locked").arg(note("wall"));
    else if (kind == wall_kinds::unlocked)
        words.title = Words::tr("Wall %1 unlocked").arg(note("wall"));
    else if (kind == wall_kinds::undone)
        words.title = Words::tr("Undone on wall %1").arg(note("wall"));
    else if (kind == wall_kinds::time_over)
        words.title = Words::tr("Time over on the wall: what stood there before is back");
    else if (kind == wall_kinds::preset_put_up)
        words.title = Words::tr("Preset put up on the wall: %1").arg(note("preset"));
    else if (kind == wall_kinds::preset_changed)
        words.title = Words::tr("Preset of the wall written: %1").arg(note("preset"));
    else if (kind == wall_kinds::preset_removed)
        words.title = Words::tr("Preset of the wall removed: %1").arg(note("preset"));
    else if (kind == wall_kinds::device_coded)
        words.title = Words::tr("A code for the machine of wall %1").arg(note("wall"));
    else if (kind == wall_kinds::device_revoked)
        words.title =
            Words::tr("The machine of wall %1 may not sign in any more").arg(note("wall"));
    else
        words.title = qs(kind); // of a newer hub
    return words;
}

} // namespace chengyun::console
