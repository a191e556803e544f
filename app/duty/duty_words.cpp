#include "app/duty/duty_words.h"

#include "app/duty/roster.h"
#include "app/link/failure_text.h"
#include "app/link/language.h"
#include "core/duty/entry_kinds.h"

#include <QCoreApplication>

namespace chengyun::console {
namespace {

struct DutyEntryWords {
    Q_DECLARE_TR_FUNCTIONS(DutyEntries)
};

/// "Zhang Wei (Dispatcher, 07-01 08:00)"
QString shiftIn(const Shift& shift, const DutyRoster& roster) {
    const auto person =
        shift.person.empty() ? DutyEntryWords::tr("nobody") : roster.personName(qs(shift.person));
    return DutyEntryWords::tr("%1 (%2, %3)")
        .arg(isolated(person), isolated(roster.postName(qs(shift.post))),
             roster.momentText(shift.start));
}

} // namespace

void nameDutyFields() {
    nameFields({{"name", [] { return DutyEntryWords::tr("Name"); }},
                {"people", [] { return DutyEntryWords::tr("People at the same time"); }},
                {"qualification", [] { return DutyEntryWords::tr("Qualification"); }},
                {"qualifications", [] { return DutyEntryWords::tr("Qualifications"); }},
                {"from_minute", [] { return DutyEntryWords::tr("Manned from"); }},
                {"until_minute", [] { return DutyEntryWords::tr("Manned until"); }},
                {"rest_minutes", [] { return DutyEntryWords::tr("Rest between two shifts"); }},
                {"grace_minutes", [] { return DutyEntryWords::tr("Grace time for checking in"); }},
                {"phones", [] { return DutyEntryWords::tr("Telephone numbers"); }},
                {"rights", [] { return DutyEntryWords::tr("Rights"); }},
                {"account", [] { return DutyEntryWords::tr("Account"); }},
                {"shift", [] { return DutyEntryWords::tr("Shift"); }},
                {"shifts", [] { return DutyEntryWords::tr("Shifts"); }},
                {"person", [] { return DutyEntryWords::tr("Person"); }},
                {"handover", [] { return DutyEntryWords::tr("Handover"); }},
                {"start", [] { return DutyEntryWords::tr("Beginning"); }},
                {"end", [] { return DutyEntryWords::tr("End"); }}});
}

EntryWords dutyEntryWords(const Entry& entry) {
    EntryWords words;
    if (entry.kind == entry_kind::duty_post_written && !entry.body.values<Post>().empty())
        words.title = DutyEntryWords::tr("Post written: %1")
                          .arg(isolated(qs(entry.body.values<Post>().front().name)));
    else if (entry.kind == entry_kind::duty_person_written && !entry.body.values<Person>().empty())
        words.title = DutyEntryWords::tr("Person on duty written: %1")
                          .arg(isolated(qs(entry.body.values<Person>().front().name)));
    else if (entry.kind == entry_kind::duty_pattern_written &&
             !entry.body.values<Pattern>().empty())
        words.title = DutyEntryWords::tr("Pattern of duty written: %1")
                          .arg(isolated(qs(entry.body.values<Pattern>().front().name)));
    else if (entry.kind == entry_kind::duty_holidays_written &&
             !entry.body.values<HolidayYear>().empty())
        words.title = DutyEntryWords::tr("Holidays of %1 written")
                          .arg(qs(entry.body.values<HolidayYear>().front().year));
    else
        words.title = qs(entry.kind);
    return words;
}

EntryWords shiftEntryWords(const Entry& entry, const DutyRoster& roster) {
    EntryWords words;
    const auto& shifts = entry.body.values<Shift>();
    const auto* shift = shifts.empty() ? roster.shift(entry.id) : &shifts.front();
    const auto about = shift ? shiftIn(*shift, roster) : QString();
    if (entry.kind == entry_kind::shift_planned) {
        words.title =
            DutyEntryWords::tr("Rota written: %n shift(s)", "", static_cast<int>(shifts.size()));
    } else if (entry.kind == entry_kind::shift_checked_in) {
        words.title = DutyEntryWords::tr("Checked in: %1").arg(about);
    } else if (entry.kind == entry_kind::shift_stood_in) {
        words.title = DutyEntryWords::tr("Stands in: %1").arg(about);
        if (shift && !shift->stands_in_for.empty())
            words.text = DutyEntryWords::tr("instead of %1")
                             .arg(isolated(roster.personName(qs(shift->stands_in_for))));
    } else if (entry.kind == entry_kind::shift_closed) {
        words.title = DutyEntryWords::tr("Shift closed: %1").arg(about);
        words.symbol = QStringLiteral("close");
    } else if (entry.kind == entry_kind::shift_late) {
        words.title = DutyEntryWords::tr("Has not come: %1").arg(about);
        words.symbol = QStringLiteral("alarm");
        words.urgent = true;
    } else {
        words.title = qs(entry.kind);
    }
    return words;
}

} // namespace chengyun::console
