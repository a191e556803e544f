#include "app/consult/consult_words.h"

#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "app/text.h"
#include "core/consult/entry_kinds.h"
#include "core/result.h"

#include <QCoreApplication>
#include <QStringList>

namespace chengyun::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConsultWords)
};

} // namespace

EntryWords consultEntryWords(const Entry& entry) {
    const auto note = [&](const char* key) {
        const auto found = entry.body.note.find(key);
        return found == entry.body.note.end() ? QString() : isolated(qs(found->second));
    };
    const auto& kind = entry.kind;
    EntryWords words;
    if (kind == entry_kind::consult_made)
        words.title = Words::tr("Consultation made: %1").arg(note("title"));
    else if (kind == entry_kind::consult_called)
        words.title = Words::tr("Called to the consultation: %1").arg(note("member"));
    else if (kind == entry_kind::consult_accepted)
        words.title = Words::tr("Is coming to the consultation: %1").arg(note("member"));
    else if (kind == entry_kind::consult_declined)
        words.title = Words::tr("Is not coming to the consultation: %1").arg(note("member"));
    else if (kind == entry_kind::consult_entered)
        words.title = Words::tr("Entered the consultation: %1").arg(note("member"));
    else if (kind == entry_kind::consult_waiting)
        words.title = Words::tr("Waits in the lobby: %1").arg(note("member"));
    else if (kind == entry_kind::consult_let_in)
        words.title = Words::tr("Let into the consultation: %1").arg(note("member"));
    else if (kind == entry_kind::consult_removed)
        words.title = Words::tr("Removed from the consultation: %1").arg(note("member"));
    else if (kind == entry_kind::consult_left)
        words.title = Words::tr("Left the consultation: %1").arg(note("member"));
    else if (kind == entry_kind::consult_chair)
        words.title = Words::tr("Has the chair now: %1").arg(note("member"));
    else if (kind == entry_kind::consult_invited)
        words.title = Words::tr("Link made for a guest: %1").arg(note("member"));
    else if (kind == entry_kind::consult_locked)
        words.title = Words::tr("Consultation locked: %1").arg(note("title"));
    else if (kind == entry_kind::consult_unlocked)
        words.title = Words::tr("Consultation unlocked: %1").arg(note("title"));
    else if (kind == entry_kind::consult_ended)
        words.title = Words::tr("Consultation ended: %1").arg(note("title"));
    else
        words.title = qs(kind); // of a newer hub
    return words;
}

QString kindWords(ConsultKind kind) {
    switch (kind) {
    case ConsultKind::standing:
        return Words::tr("Standing");
    case ConsultKind::planned:
        return Words::tr("Planned");
    case ConsultKind::order:
        return Words::tr("Of an order");
    }
    return {};
}

QString stateWords(MemberState state) {
    switch (state) {
    case MemberState::called:
        return Words::tr("called");
    case MemberState::accepted:
        return Words::tr("is coming");
    case MemberState::declined:
        return Words::tr("declined");
    case MemberState::waiting:
        return Words::tr("in the lobby");
    case MemberState::in:
        return Words::tr("in the room");
    case MemberState::left:
        return Words::tr("has left");
    case MemberState::removed:
        return Words::tr("removed");
    }
    return {};
}

QString consultFailure(const Failure& failure) {
    if (failure.kind == FailureKind::wrong_state && failure.field == "ended")
        return Words::tr("The consultation is over.");
    if (failure.kind == FailureKind::wrong_state && failure.field == "locked")
        return Words::tr("The room is locked. The chair can unlock it.");
    if (failure.kind == FailureKind::wrong_state && failure.field == "call")
        return Words::tr("All of them have been called already.");
    if (failure.kind == FailureKind::wrong_state && failure.field == "member")
        return Words::tr("This has been done meanwhile.");
    if (failure.kind == FailureKind::invalid_field && failure.field == "member")
        return Words::tr("The chair leaves, or ends the consultation for all.");
    if (failure.kind == FailureKind::no_room)
        return Words::tr("The room is full.");
    if (failure.kind == FailureKind::conflict && failure.field == "order")
        return Words::tr("The order has a room already.");
    if (failure.kind == FailureKind::forbidden)
        return Words::tr("Only the chair may do this, or the room is closed to you.");
    if (failure.kind == FailureKind::not_found && failure.field == "member")
        return Words::tr("This person is not in the consultation.");
    if (failure.kind == FailureKind::unavailable && failure.field == "media")
        return Words::tr("The media server is away: no sound and no pictures for now.");
    return failureText(failure);
}

QString initialsOf(const QString& name) {
    const auto trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return QStringLiteral("?");
    if (trimmed.front().unicode() >= 0x2E80)
        return trimmed.size() <= 3 ? trimmed.right(2) : trimmed.left(2);
    QString letters;
    const auto parts = trimmed.split(u' ', Qt::SkipEmptyParts);
    for (const auto& part : parts.first(std::min<qsizetype>(2, parts.size())))
        letters += part.front().toUpper();
    return letters;
}

} // namespace chengyun::console
