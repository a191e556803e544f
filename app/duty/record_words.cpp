#include "app/duty/record_words.h"

#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/link/language.h"
#include "core/duty/entry_kinds.h"

#include <QCoreApplication>

namespace chengyun::console {
namespace {

struct RecordWords {
    Q_DECLARE_TR_FUNCTIONS(DutyRecords)
};

/// The value that the entry is about; null when it came without.
template <class T>
const T* about(const Entry& entry) {
    const auto& values = entry.body.values<T>();
    for (const auto& value : values)
        if (value.id == entry.id)
            return &value;
    return values.empty() ? nullptr : &values.front();
}

QString exchangeTitle(const Entry& entry, const DutyRoster& roster) {
    const auto who = isolated(qs(entry.actor_name));
    if (entry.kind == entry_kind::exchange_asked) {
        const auto* exchange = about<ShiftExchange>(entry);
        return RecordWords::tr("%1 asks %2 to take a shift")
            .arg(who,
                 exchange ? isolated(roster.personName(qs(exchange->other))) : QStringLiteral("…"));
    }
    if (entry.kind == entry_kind::exchange_agreed)
        return RecordWords::tr("%1 agrees to take the shift").arg(who);
    if (entry.kind == entry_kind::exchange_declined)
        return RecordWords::tr("%1 does not take the shift").arg(who);
    if (entry.kind == entry_kind::exchange_approved)
        return RecordWords::tr("%1 approved the exchange of shifts").arg(who);
    if (entry.kind == entry_kind::exchange_refused)
        return RecordWords::tr("%1 refused the exchange of shifts").arg(who);
    if (entry.kind == entry_kind::exchange_withdrawn)
        return RecordWords::tr("%1 withdrew the exchange of shifts").arg(who);
    return qs(entry.kind);
}

QString leaveTitle(const Entry& entry) {
    const auto who = isolated(qs(entry.actor_name));
    if (entry.kind == entry_kind::leave_asked)
        return RecordWords::tr("%1 asks for leave").arg(who);
    if (entry.kind == entry_kind::leave_approved)
        return RecordWords::tr("%1 approved the leave").arg(who);
    if (entry.kind == entry_kind::leave_refused)
        return RecordWords::tr("%1 refused the leave").arg(who);
    if (entry.kind == entry_kind::leave_withdrawn)
        return RecordWords::tr("%1 withdrew the leave").arg(who);
    return qs(entry.kind);
}

QString handoverTitle(const Entry& entry, const DutyRoster& roster) {
    const auto who = isolated(qs(entry.actor_name));
    const auto* sheet = about<Handover>(entry);
    const auto post = sheet ? isolated(roster.postName(qs(sheet->post))) : QStringLiteral("…");
    if (entry.kind == entry_kind::handover_drafted)
        return RecordWords::tr("The handover sheet of %1 was made").arg(post);
    if (entry.kind == entry_kind::handover_refreshed)
        return RecordWords::tr("Something new is on the handover sheet of %1").arg(post);
    if (entry.kind == entry_kind::handover_remarked)
        return RecordWords::tr("%1 wrote on the handover sheet of %2").arg(who, post);
    if (entry.kind == entry_kind::handover_handed_over)
        return RecordWords::tr("%1 handed over: %2").arg(who, post);
    if (entry.kind == entry_kind::handover_acknowledged)
        return RecordWords::tr("%1 acknowledged an item of the handover: %2").arg(who, post);
    if (entry.kind == entry_kind::handover_sent_back)
        return RecordWords::tr("%1 sent the handover sheet back: %2").arg(who, post);
    if (entry.kind == entry_kind::handover_accepted)
        return RecordWords::tr("%1 took over: %2").arg(who, post);
    if (entry.kind == entry_kind::handover_overdue)
        return RecordWords::tr("The handover of %1 is overdue").arg(post);
    return qs(entry.kind);
}

QString logTitle(const Entry& entry) {
    const auto who = isolated(qs(entry.actor_name));
    const auto* written = about<LogEntry>(entry);
    const auto kind = written ? logKindName(written->kind) : QStringLiteral("…");
    if (entry.kind == entry_kind::log_written)
        return RecordWords::tr("%1 wrote into the log: %2").arg(who, kind);
    if (entry.kind == entry_kind::log_settled)
        return RecordWords::tr("%1 settled in the log: %2").arg(who, kind);
    return qs(entry.kind);
}

} // namespace

EntryWords recordWords(const Entry& entry, const DutyRoster& roster) {
    EntryWords words;
    if (entry.kind.starts_with("exchange.")) {
        words.title = exchangeTitle(entry, roster);
        if (const auto* exchange = about<ShiftExchange>(entry))
            words.text = qs(exchange->answer.empty() ? exchange->reason : exchange->answer);
    } else if (entry.kind.starts_with("leave.")) {
        words.title = leaveTitle(entry);
        if (const auto* leave = about<Leave>(entry))
            words.text = qs(leave->answer.empty() ? leave->reason : leave->answer);
    } else if (entry.kind.starts_with("handover.")) {
        words.title = handoverTitle(entry, roster);
        words.urgent = entry.kind == entry_kind::handover_overdue;
        if (words.urgent)
            words.symbol = QStringLiteral("alarm");
        else if (entry.kind == entry_kind::handover_sent_back)
            words.symbol = QStringLiteral("return");
        else if (entry.kind == entry_kind::handover_accepted)
            words.symbol = QStringLiteral("close");
    } else {
        words.title = logTitle(entry);
        words.symbol = QStringLiteral("report");
        if (const auto* written = about<LogEntry>(entry))
            words.text = qs(written->text);
    }
    return words;
}

} // namespace chengyun::console
