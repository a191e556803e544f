// AlarmBell: its rows, as a list shows them.
#include "app/alarm/alarm_bell.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "core/json/codec.h"

namespace chengyun::console {

QString AlarmBell::noteOf(const Row& row) const {
    switch (row.state) {
    case State::Open:
        return {};
    case State::Waiting:
        return tr("On its way to the hub");
    case State::Over:
        return tr("It is over");
    case State::Taken:
    case State::Snoozed:
        break;
    }
    const auto* mark = row.alarm.personal ? nullptr : desk_.mark(row.id);
    if (!mark)
        return {};
    const auto name = isolated(qs(mark->by_name));
    if (row.state == State::Taken)
        return tr("%1 took note at %2").arg(name, clock_.timeText(ms_of(mark->at)));
    return tr("Put off until %1 by %2: %3")
        .arg(clock_.timeText(ms_of(mark->until.value_or(mark->at))), name,
             isolated(qs(mark->reason)));
}

int AlarmBell::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant AlarmBell::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const auto& alarm = row.alarm;
    switch (role) {
    case AlarmIdRole:
        return qs(row.id);
    case KindRole:
        return qs(alarm.name.kind);
    case IconRole:
        return alarm.icon;
    case Qt::DisplayRole:
    case TitleRole:
        return alarm.saidTitle();
    case TextRole:
        return alarm.saidText();
    case AtRole:
        return alarm.at;
    case SubjectKindRole:
        return qs(alarm.name.subject_kind);
    case SubjectRole:
        return qs(alarm.name.subject);
    case LevelRole:
        return qs(json::name_of(alarm.level ? alarm.level() : Level::none));
    case UrgentRole:
        return alarm.urgent;
    case StateRole:
        return stateName(row.state);
    case NoteRole:
        return noteOf(row);
    case AcknowledgedRole:
        return row.state != State::Open;
    case SharedRole:
        return isShared(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> AlarmBell::roleNames() const {
    return {{AlarmIdRole, "alarmId"},
            {KindRole, "kind"},
            {IconRole, "icon"},
            {TitleRole, "title"},
            {TextRole, "text"},
            {AtRole, "at"},
            {SubjectKindRole, "subjectKind"},
            {SubjectRole, "subject"},
            {LevelRole, "level"},
            {UrgentRole, "urgent"},
            {StateRole, "state"},
            {NoteRole, "note"},
            {AcknowledgedRole, "acknowledged"},
            {SharedRole, "shared"}};
}

QString AlarmBell::stateName(State state) {
    switch (state) {
    case State::Open:
        return QStringLiteral("open");
    case State::Waiting:
        return QStringLiteral("waiting");
    case State::Taken:
        return QStringLiteral("taken");
    case State::Snoozed:
        return QStringLiteral("snoozed");
    case State::Over:
        break;
    }
    return QStringLiteral("over");
}

} // namespace chengyun::console
