#include "app/alarm/alarm_words.h"

#include "app/link/language.h"
#include "core/alarms/entry_kinds.h"

#include <QCoreApplication>

namespace chengyun::console {
namespace {

struct AlarmEntryWords {
    Q_DECLARE_TR_FUNCTIONS(AlarmEntries)
};

/// "Overdue: Fire brigade 3"
QString alarmIn(const Entry& entry, const std::vector<Capability*>& capabilities) {
    if (const auto name = alarm_name(entry.id))
        for (const auto* capability : capabilities)
            if (const auto alarm = capability->alarmOf(*name); alarm && alarm->title)
                return isolated(alarm->title());
    return {};
}

} // namespace

EntryWords alarmEntryWords(const Entry& entry, const std::vector<Capability*>& capabilities) {
    EntryWords words;
    words.symbol = QStringLiteral("alarm");
    const auto alarm = alarmIn(entry, capabilities);
    const auto why = entry.body.note.find("why");
    if (entry.kind == entry_kind::alarm_taken) {
        words.title = AlarmEntryWords::tr("Took note of the alarm: %1").arg(alarm);
    } else if (entry.kind == entry_kind::alarm_snoozed) {
        words.title = AlarmEntryWords::tr("Put off the alarm: %1").arg(alarm);
        if (!entry.body.values<AlarmMark>().empty())
            words.text = qs(entry.body.values<AlarmMark>().front().reason);
    } else if (entry.kind == entry_kind::alarm_released) {
        words.title = why != entry.body.note.end() && why->second == "given_back"
                          ? AlarmEntryWords::tr("Opened the alarm again: %1").arg(alarm)
                          : AlarmEntryWords::tr("The alarm is open again: %1").arg(alarm);
    } else {
        words.title = qs(entry.kind);
    }
    return words;
}

} // namespace chengyun::console
