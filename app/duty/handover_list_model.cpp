#include "app/duty/handover_list_model.h"

#include "app/duty/print/print_text.h"
#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/language.h"
#include "core/duty/roster_codec.h"
#include "core/text/showable.h"

#include <algorithm>

namespace chengyun::console {
namespace {

constexpr std::chrono::days sheetsAtOnce{31};

struct SheetsAnswer {
    std::vector<Handover> handovers;
};
BOOST_DESCRIBE_STRUCT(SheetsAnswer, (), (handovers))

qsizetype acknowledgedOf(const Handover& sheet) {
    return std::ranges::count_if(sheet.items,
                                 [](const auto& item) { return item.acknowledged.has_value(); });
}

} // namespace

HandoverListModel::HandoverListModel(DutyRoster& roster, HubLink& link, HubClock& clock,
                                     QObject* parent)
    : QAbstractListModel(parent), roster_(roster), link_(link), clock_(clock),
      roles_({
          {"handoverId", [](const Handover& s) { return qs(s.id); }},
          {"postName", [this](const Handover& s) { return roster_.postName(qs(s.post)); }},
          {"outgoingName",
           [this](const Handover& s) {
               const auto* shift = roster_.shift(s.outgoing);
               return shift ? roster_.personName(qs(shift->person)) : qs(s.handed_over_by_name);
           }},
          {"incomingName",
           [this](const Handover& s) {
               const auto* shift = roster_.shift(s.incoming);
               return shift ? roster_.personName(qs(shift->person)) : qs(s.accepted_by_name);
           }},
          {"spanText",
           [this](const Handover& s) {
               const auto* shift = roster_.shift(s.outgoing);
               return shift ? printedSpan(shift->start, shift->end, roster_.calendar()) : QString();
           }},
          {"state", [](const Handover& s) { return qs(json::name_of(s.state)); }},
          {"stateName", [](const Handover& s) { return handoverStateName(s.state); }},
          {"due", [](const Handover& s) { return qint64(ms_of(s.due)); }},
          {"closedAt",
           [](const Handover& s) { return qint64(s.accepted ? ms_of(*s.accepted) : 0); }},
          {"late", [this](const Handover& s) { return isLate(s); }},
          {"items", [](const Handover& s) { return qlonglong(s.items.size()); }},
          {"acknowledged", [](const Handover& s) { return qlonglong(acknowledgedOf(s)); }},
          {"waits", [this](const Handover& s) { return waits(s); }},
      }) {
    for (const auto signal : {&DutyRoster::handoversChanged, &DutyRoster::shiftsChanged,
                              &DutyRoster::peopleChanged, &DutyRoster::postsChanged})
        connect(&roster_, signal, this, &HandoverListModel::refresh);
    connect(&roster_, &DutyRoster::reloaded, this, [this] {
        earlier_.replace({});
        if (const auto since = std::exchange(since_, {}))
            fetch(*since, clock_.exact());
    });
    connect(&link_, &HubLink::identityChanged, this, [this] {
        ++round_;
        since_.reset();
        earlier_.replace({});
        loading_ = failed_ = false;
        Q_EMIT loadingChanged();
        refresh();
    });
    connect(&clock_, &HubClock::ticked, this, &HandoverListModel::followClock);
    onLanguageChange(this, [this] { refresh(); });
}

const Handover* HandoverListModel::find(std::string_view id) const {
    const auto* live = roster_.handover(id);
    return live ? live : earlier_.find(id);
}

bool HandoverListModel::isOwn(const Handover& sheet) const {
    const auto actor = roster_.actorFor(sheet);
    return !actor.person.empty() &&
           (actor.person == actor.outgoing || actor.person == actor.incoming);
}

bool HandoverListModel::waits(const Handover& sheet) const {
    const auto actor = roster_.actorFor(sheet);
    return std::ranges::any_of(handover_transitions(), [&](const HandoverTransition& row) {
        const auto& side = row.side == HandoverSide::outgoing ? actor.outgoing : actor.incoming;
        return row.from == sheet.state && !actor.person.empty() && actor.person == side;
    });
}

bool HandoverListModel::isLate(const Handover& sheet) const {
    return sheet.state != HandoverState::accepted && ms_of(sheet.due) < clock_.now();
}

int HandoverListModel::waiting() const {
    return static_cast<int>(
        std::ranges::count_if(rows_, [this](const std::string& id) { return waits(*find(id)); }));
}

QString HandoverListModel::own() const {
    for (const auto& id : rows_) // open ones come first, by due
        if (const auto* sheet = find(id); sheet->state != HandoverState::accepted && isOwn(*sheet))
            return qs(id);
    return {};
}

void HandoverListModel::refresh() {
    std::vector<const Handover*> sheets;
    for (const auto& sheet : roster_.handovers())
        sheets.push_back(&sheet);
    for (const auto& sheet : earlier_.all())
        if (!roster_.handover(sheet.id))
            sheets.push_back(&sheet);
    std::ranges::sort(sheets, [](const Handover* a, const Handover* b) {
        const bool aOpen = a->state != HandoverState::accepted;
        const bool bOpen = b->state != HandoverState::accepted;
        if (aOpen != bOpen)
            return aOpen;
        if (a->due != b->due)
            return aOpen ? a->due < b->due : a->due > b->due;
        return a->id < b->id;
    });
    std::vector<std::string> rows;
    for (const auto* sheet : sheets)
        rows.push_back(sheet->id);
    if (rows != rows_) {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
    } else if (!rows_.empty()) {
        Q_EMIT dataChanged(index(0), index(count() - 1));
    }
    Q_EMIT countChanged();
}

void HandoverListModel::followClock() {
    QSet<QString> late;
    for (const auto& id : rows_)
        if (isLate(*find(id)))
            late.insert(qs(id));
    if (late == late_)
        return;
    late_ = late;
    Q_EMIT dataChanged(index(0), index(count() - 1));
}

void HandoverListModel::showEarlier() {
    const auto to = since_.value_or(clock_.exact());
    fetch(to - sheetsAtOnce, to);
}

void HandoverListModel::fetch(Instant from, Instant to) {
    loading_ = true;
    failed_ = false;
    Q_EMIT loadingChanged();
    const auto path =
        QStringLiteral("/duty/handovers?from=%1&to=%2").arg(ms_of(from)).arg(ms_of(to));
    link_.get(path, this, [this, from, to, round = ++round_](const Reply& reply) {
        if (round != round_)
            return;
        loading_ = false;
        auto answer = reply.ok() ? json::read<SheetsAnswer>(view(reply.body), json::Unknown::ignore)
                                 : Result<SheetsAnswer>(reply.failure());
        failed_ = !answer;
        if (answer) {
            make_showable(answer->handovers);
            for (const auto& sheet : answer->handovers)
                earlier_.take(sheet);
            since_ = from;
            roster_.look(from, to); // who had the shifts
        }
        Q_EMIT loadingChanged();
        refresh();
    });
}

int HandoverListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant HandoverListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto* sheet = find(rows_[static_cast<std::size_t>(index.row())]);
    return sheet ? roles_.say(*sheet, role) : QVariant();
}

} // namespace chengyun::console
