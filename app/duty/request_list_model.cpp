#include "app/duty/request_list_model.h"

#include "app/duty/duty_commands.h"
#include "app/duty/print/print_text.h"
#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {
namespace {

using RequestRow = std::variant<ShiftExchange, Leave>;

const DutyRequest& common(const RequestRow& row) {
    return std::visit([](const auto& request) -> const DutyRequest& { return request; }, row);
}
bool isOpenRequest(const RequestRow& row) {
    const auto state = common(row).state;
    return state == RequestState::asked || state == RequestState::agreed;
}
bool saysNo(RequestAct act) {
    return act == RequestAct::refuse || act == RequestAct::decline;
}

} // namespace

RequestListModel::RequestListModel(DutyRoster& roster, DutyCommands& commands, Outbox& outbox,
                                   HubClock& clock, QObject* parent)
    : QAbstractListModel(parent), roster_(roster), commands_(commands), outbox_(outbox),
      clock_(clock),
      roles_({
          {"requestId", [](const Row& r) { return qs(common(r).id); }},
          {"kind",
           [](const Row& r) {
               return std::holds_alternative<Leave>(r) ? QStringLiteral("leave")
                                                       : QStringLiteral("exchange");
           }},
          {"askerName", [this](const Row& r) { return roster_.personName(qs(common(r).person)); }},
          {"otherName",
           [this](const Row& r) {
               const auto* exchange = std::get_if<ShiftExchange>(&r);
               return exchange ? roster_.personName(qs(exchange->other)) : QString();
           }},
          {"given",
           [this](const Row& r) {
               if (const auto* exchange = std::get_if<ShiftExchange>(&r))
                   return shiftText(exchange->shift);
               const auto& leave = std::get<Leave>(r);
               return printedSpan(leave.start, leave.end, roster_.calendar());
           }},
          {"returned",
           [this](const Row& r) {
               const auto* exchange = std::get_if<ShiftExchange>(&r);
               return exchange && !exchange->in_return.empty() ? shiftText(exchange->in_return)
                                                               : QString();
           }},
          {"reason", [](const Row& r) { return qs(common(r).reason); }},
          {"answer", [](const Row& r) { return qs(common(r).answer); }},
          {"state", [](const Row& r) { return qs(json::name_of(common(r).state)); }},
          {"stateName", [](const Row& r) { return requestStateName(common(r).state); }},
          {"open", [](const Row& r) { return isOpenRequest(r); }},
          {"whenText",
           [this](const Row& r) {
               const auto& request = common(r);
               return roster_.momentText(
                   request.decided.value_or(request.agreed.value_or(request.asked)));
           }},
          {"acts",
           [this](const Row& r) {
               QVariantList acts;
               for (const auto act : actsOf(r))
                   acts.append(QVariantMap{{QStringLiteral("act"), qs(json::name_of(act))},
                                           {QStringLiteral("name"), requestActName(act)},
                                           {QStringLiteral("needsText"), saysNo(act)}});
               return QVariant(acts);
           }},
          {"waits", [this](const Row& r) { return waits(r); }},
          {"mine", [this](const Row& r) { return qs(common(r).person) == roster_.selfId(); }},
          {"pending",
           [this](const Row& r) { return !outbox_.pendingKind(qs(common(r).id)).isEmpty(); }},
      }) {
    for (const auto signal : {&DutyRoster::requestsChanged, &DutyRoster::shiftsChanged,
                              &DutyRoster::peopleChanged, &DutyRoster::postsChanged})
        connect(&roster_, signal, this, &RequestListModel::refresh);
    connect(&outbox_, &Outbox::changed, this, [this](const QString& subject) {
        for (int row = 0; row < count(); ++row)
            if (qs(common(rows_[static_cast<std::size_t>(row)]).id) == subject)
                Q_EMIT dataChanged(index(row), index(row));
    });
    onLanguageChange(this, [this] { refresh(); });
}

std::vector<RequestAct> RequestListModel::actsOf(const Row& row) const {
    return std::visit(
        [this](const auto& request) { return possible_acts(request, roster_.actorFor(request)); },
        row);
}

bool RequestListModel::waits(const Row& row) const {
    // Whoever has agreed already may still think better of it, but nothing waits for him.
    return std::ranges::any_of(actsOf(row), [](RequestAct act) {
        return act == RequestAct::agree || act == RequestAct::approve;
    });
}

QString RequestListModel::shiftText(const std::string& id) const {
    const auto* shift = roster_.shift(id);
    if (!shift)
        return QStringLiteral("…");
    return joined({printedSpan(shift->start, shift->end, roster_.calendar()),
                   roster_.postName(qs(shift->post))});
}

void RequestListModel::refresh() {
    std::vector<Row> rows;
    for (const auto& exchange : roster_.exchanges())
        rows.emplace_back(exchange);
    for (const auto& leave : roster_.leaves())
        rows.emplace_back(leave);
    const auto rank = [this](const Row& row) {
        return waits(row) ? 0 : isOpenRequest(row) ? 1 : 2;
    };
    std::ranges::sort(rows, [&](const Row& a, const Row& b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return common(a).asked != common(b).asked ? common(a).asked > common(b).asked
                                                  : common(a).id < common(b).id;
    });
    const auto idOf = [](const Row& row) { return common(row).id; };
    const bool same = std::ranges::equal(rows, rows_, {}, idOf, idOf);
    if (same) {
        rows_ = std::move(rows);
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
    } else {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
    }
    Q_EMIT countChanged();
}

int RequestListModel::openCount() const {
    return static_cast<int>(std::ranges::count_if(rows_, isOpenRequest));
}
int RequestListModel::waiting() const {
    return static_cast<int>(
        std::ranges::count_if(rows_, [this](const Row& row) { return waits(row); }));
}
bool RequestListModel::mayAsk() const {
    return roster_.self() != nullptr;
}

QVariantList RequestListModel::ownShifts() const {
    return shiftsOf(roster_.selfId());
}

QVariantList RequestListModel::shiftsOf(const QString& person) const {
    std::vector<const Shift*> coming;
    const auto id = person.toStdString();
    for (const auto& shift : roster_.shifts())
        if (!id.empty() && shift.person == id && shift.state == ShiftState::planned &&
            shift.start > clock_.exact())
            coming.push_back(&shift);
    std::ranges::sort(coming, {}, [](const Shift* shift) { return shift->start; });
    QVariantList list;
    for (const auto* shift : coming)
        list.append(QVariantMap{{QStringLiteral("id"), qs(shift->id)},
                                {QStringLiteral("text"), shiftText(shift->id)}});
    return list;
}

QVariantList RequestListModel::othersFor(const QString& id) const {
    const auto* shift = roster_.shift(id.toStdString());
    const auto* post = shift ? roster_.post(shift->post) : nullptr;
    QVariantList list;
    if (!post)
        return list;
    for (const auto& person : roster_.people())
        if (person.active && person.id != shift->person && is_qualified(person, *post))
            list.append(
                QVariantMap{{QStringLiteral("id"), qs(person.id)},
                            {QStringLiteral("text"),
                             joined({qs(person.name), roster_.unitName(qs(person.unit))})}});
    return list;
}

QString RequestListModel::askExchange(const QString& shift, const QString& other,
                                      const QString& inReturn, const QString& reason) {
    AskExchange command;
    command.id = outbox_.newKey();
    command.shift = shift.toStdString();
    command.other = other.toStdString();
    if (!inReturn.isEmpty())
        command.in_return = inReturn.toStdString();
    command.reason = reason.trimmed().toStdString();
    return commands_.ask(command) ? qs(command.id) : QString();
}

QString RequestListModel::askLeave(const QString& first, const QString& last,
                                   const QString& reason) {
    AskLeave command;
    command.id = outbox_.newKey();
    command.reason = reason.trimmed().toStdString();
    // A day that does not exist leaves both at 0, which the rules refuse as an end before the
    // start.
    const auto from = day_of(first.toStdString()), to = day_of(last.toStdString());
    if (from && to) {
        command.start = roster_.calendar().at(*from, 0);
        command.end = roster_.calendar().at(*to + std::chrono::days(1), 0);
    }
    return commands_.ask(command) ? qs(command.id) : QString();
}

bool RequestListModel::act(const QString& id, const QString& act, const QString& text) {
    return roster_.leave(id.toStdString()) ? commands_.actOnLeave(id, act, text.trimmed())
                                           : commands_.actOnExchange(id, act, text.trimmed());
}

int RequestListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant RequestListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return roles_.say(rows_[static_cast<std::size_t>(index.row())], role);
}

} // namespace chengyun::console
