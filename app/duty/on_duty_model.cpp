#include "app/duty/on_duty_model.h"

#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "core/duty/handover.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr std::size_t mostStandIns = 6;

} // namespace

OnDutyModel::OnDutyModel(DutyRoster& roster, HubClock& clock, QObject* parent)
    : QAbstractListModel(parent), roster_(roster), clock_(clock) {
    for (const auto signal :
         {&DutyRoster::postsChanged, &DutyRoster::peopleChanged, &DutyRoster::shiftsChanged,
          &DutyRoster::requestsChanged, &DutyRoster::handoversChanged})
        connect(&roster_, signal, this, &OnDutyModel::refresh);
    connect(&clock_, &HubClock::ticked, this, [this] {
        if (clock_.now() / minuteMs != minute_)
            refresh();
    });
    refresh();
}

void OnDutyModel::refresh() {
    const auto now = clock_.exact();
    minute_ = ms_of(now) / minuteMs;
    std::vector<Row> rows;
    for (const auto& on : on_duty(roster_.posts(), roster_.shifts(), now)) {
        auto& row = rows.emplace_back();
        row.post = on.post;
        for (const auto& id : on.now)
            row.now.append(cardOf(*roster_.shift(id), true));
        for (const auto& id : on.next)
            row.next.append(cardOf(*roster_.shift(id), false));
    }
    const bool samePosts = std::ranges::equal(rows, rows_, {}, &Row::post, &Row::post);
    if (!samePosts)
        beginResetModel();
    rows_ = std::move(rows);
    if (!samePosts)
        endResetModel();
    else if (!rows_.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT changed();
}

QVariantMap OnDutyModel::cardOf(const Shift& shift, bool isNow) const {
    const auto now = clock_.exact();
    const auto sides = roster_.sidesOf(shift);
    const auto* post = roster_.post(shift.post);
    const auto* person = roster_.person(shift.person);
    const Handover* sheet = nullptr;
    for (const auto& handover : roster_.handovers())
        if (handover.outgoing == shift.id)
            sheet = &handover;
    QStringList phones;
    if (person)
        for (const auto& phone : person->phones)
            phones.append(qs(phone));
    QVariantList standIns;
    if (isNow && stand_in(shift, sides, {}).has_value())
        for (const auto& id : stand_ins(roster_.rota(), shift)) {
            const auto* other = roster_.person(id);
            if (standIns.size() == mostStandIns)
                break;
            standIns.append(
                QVariantMap{{QStringLiteral("person"), qs(id)},
                            {QStringLiteral("name"), qs(other->name)},
                            {QStringLiteral("phone"),
                             other->phones.empty() ? QString() : qs(other->phones.front())}});
        }
    const bool late = shift.state == ShiftState::planned && is_late(shift, now);
    return {{QStringLiteral("shift"), qs(shift.id)},
            {QStringLiteral("person"), qs(shift.person)},
            {QStringLiteral("personName"), roster_.personName(qs(shift.person))},
            {QStringLiteral("phone"), phones.isEmpty() ? QString() : phones.constFirst()},
            {QStringLiteral("phones"), phones},
            {QStringLiteral("time"),
             roster_.clockText(shift.start) + QStringLiteral("–") + roster_.clockText(shift.end)},
            {QStringLiteral("day"), qs(text_of(roster_.calendar().day(shift.start))).mid(5)},
            {QStringLiteral("since"), qint64(ms_of(shift.start))},
            {QStringLiteral("until"), qint64(ms_of(shift.end))},
            {QStringLiteral("checkedIn"), shift.state == ShiftState::on_duty},
            {QStringLiteral("late"), late},
            {QStringLiteral("own"), !shift.person.empty() && qs(shift.person) == roster_.selfId()},
            {QStringLiteral("mayCheckIn"),
             check_in(shift, sides, CheckInFrom::seat, {}, now).has_value()},
            {QStringLiteral("mayClose"), close(shift, sides, now).has_value()},
            {QStringLiteral("closeWaits"), !post || !may_close(shift, *post, sheet).has_value()},
            {QStringLiteral("insteadOf"), roster_.personName(qs(shift.stands_in_for))},
            {QStringLiteral("backupName"), roster_.personName(qs(shift.backup))},
            {QStringLiteral("standIns"), standIns}};
}

QString OnDutyModel::namesAt(PostKind kind) const {
    QStringList names;
    for (const auto& row : rows_)
        if (const auto* post = roster_.post(row.post); post && post->kind == kind)
            for (const auto& shift : row.now)
                if (const auto name = shift.toMap().value(QStringLiteral("personName")).toString();
                    !name.isEmpty())
                    names.append(isolated(name));
    return names.join(QStringLiteral("、"));
}

int OnDutyModel::lateCount() const {
    int count = 0;
    for (const auto& row : rows_)
        count += static_cast<int>(std::ranges::count_if(row.now, [](const QVariant& shift) {
            return shift.toMap().value(QStringLiteral("late")).toBool();
        }));
    return count;
}

QVariantMap OnDutyModel::ownToCheckIn() const {
    for (const auto& row : rows_)
        for (const auto* list : {&row.now, &row.next})
            for (const auto& shift : *list) {
                const auto card = shift.toMap();
                if (card.value(QStringLiteral("own")).toBool() &&
                    card.value(QStringLiteral("mayCheckIn")).toBool())
                    return card;
            }
    return {};
}

int OnDutyModel::rowOfShift(const QString& shift) const {
    const auto has = [&](const QVariantList& list) {
        return std::ranges::any_of(list, [&](const QVariant& card) {
            return card.toMap().value(QStringLiteral("shift")).toString() == shift;
        });
    };
    const auto found =
        std::ranges::find_if(rows_, [&](const Row& row) { return has(row.now) || has(row.next); });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int OnDutyModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant OnDutyModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const auto* post = roster_.post(row.post);
    if (!post)
        return {};
    switch (role) {
    case PostRole:
        return qs(post->id);
    case PostNameRole:
        return qs(post->name);
    case KindRole:
        return qs(json::name_of(post->kind));
    case KindNameRole:
        return postKindName(post->kind);
    case UnitNameRole:
        return roster_.unitName(qs(post->unit));
    case LeadRole:
        return post->kind != PostKind::dispatcher && post->kind != PostKind::liaison;
    case NowRole:
        return row.now;
    case NextRole:
        return row.next;
    default:
        return {};
    }
}

QHash<int, QByteArray> OnDutyModel::roleNames() const {
    return {{PostRole, "post"},         {PostNameRole, "postName"}, {KindRole, "kind"},
            {KindNameRole, "kindName"}, {UnitNameRole, "unitName"}, {LeadRole, "lead"},
            {NowRole, "now"},           {NextRole, "next"}};
}

} // namespace chengyun::console
