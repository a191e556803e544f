#include "app/orders/timeline_model.h"

#include "app/capability/journal_words.h"
#include "app/link/hub_link.h"
#include "app/link/language.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"
#include "core/order/entry_kinds.h"
#include "core/text/showable.h"
#include "core/wire/wire_codec.h"

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcTimeline, "chengyun.orders.timeline")

namespace chengyun::console {
namespace {

struct Items {
    std::vector<Entry> items;
};
BOOST_DESCRIBE_STRUCT(Items, (), (items))

} // namespace

TimelineModel::TimelineModel(Source& source, OrderStore& store, HubLink& link,
                             const JournalWords& words, QObject* parent)
    : QAbstractListModel(parent), store_(store), link_(link), words_(words) {
    connect(&source, &Source::arrived, this, &TimelineModel::take);
    connect(&source, &Source::loaded, this, [this] {
        // What happened meanwhile did not come as entries.
        complete_ = false;
        fetch();
    });
    connect(&link_, &HubLink::reachableChanged, this, [this](bool reachable) {
        if (reachable && !complete_)
            fetch();
    });
    onLanguageChange(this, [this] {
        if (!entries_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
    });
}

void TimelineModel::setOrder(const QString& order) {
    if (order == order_)
        return;
    order_ = order;
    complete_ = false;
    show(order.isEmpty() ? std::vector<Entry>() : known());
    Q_EMIT orderChanged();
    fetch();
}

void TimelineModel::fetch() {
    const int round = ++round_;
    arrived_.clear();
    if (order_.isEmpty()) {
        loading_ = false;
        Q_EMIT loadingChanged();
        return;
    }
    loading_ = true;
    Q_EMIT loadingChanged();
    link_.get(
        QStringLiteral("/orders/%1/timeline").arg(order_), this, [this, round](const Reply& reply) {
            if (round != round_)
                return;
            loading_ = false;
            if (reply.ok()) {
                auto read = json::read<Items>(reply.body.toStdString(), json::Unknown::ignore);
                if (read) {
                    make_showable(read->items);
                    complete_ = true;
                    // Entries that came over the stream meanwhile are newer. Those shown before
                    // the question may be of a journal that the hub does not have any more.
                    auto entries = std::move(read->items);
                    const auto newest = entries.empty() ? 0 : entries.back().seq;
                    std::vector<Entry> later;
                    for (auto entry = arrived_.rbegin(); entry != arrived_.rend(); ++entry)
                        if (entry->seq > newest)
                            later.push_back(*entry);
                    entries.insert(entries.end(), later.begin(), later.end());
                    std::ranges::reverse(entries);
                    show(std::move(entries));
                } else {
                    qCWarning(lcTimeline) << "not understood:" << read.error().field.c_str();
                }
            }
            Q_EMIT loadingChanged();
        });
}

std::vector<Entry> TimelineModel::known() const {
    // Made of stamps and reports, so that an order can be read without the hub.
    std::vector<Entry> out;
    const auto id = order_.toStdString();
    const auto* order = store_.order(id);
    if (!order)
        return out;
    const auto add = [&](Instant time, std::string_view kind, const std::string& entity,
                         const std::string& actor, Change body) {
        Entry entry;
        entry.time = time;
        entry.kind = kind;
        entry.id = entity;
        entry.subject = id;
        entry.actor_name = actor;
        entry.body = std::move(body);
        out.push_back(std::move(entry));
    };
    Change issued;
    issued.values<Order>() = {*order};
    for (const auto* assignment : store_.assignmentsOf(id)) {
        if (assignment->reassigned_from.empty())
            issued.values<Assignment>().push_back(*assignment);
        Change one;
        one.values<Assignment>() = {*assignment};
        const auto stamp = [&](const std::optional<Instant>& at, std::string_view kind) {
            if (at)
                add(*at, kind, assignment->id, assignment->unit_name, one);
        };
        stamp(assignment->acknowledged, entry_kind::assignment_acknowledged);
        stamp(assignment->departed, entry_kind::assignment_departed);
        stamp(assignment->arrived, entry_kind::assignment_arrived);
        stamp(assignment->completed, entry_kind::assignment_completed);
        stamp(assignment->verified, entry_kind::assignment_verified);
    }
    for (const auto* report : store_.reportsOf(id)) {
        if (report->kind == ReportKind::attached) {
            Change one;
            one.values<Report>() = {*report};
            add(report->time, entry_kind::order_attached, id, report->by_name, std::move(one));
            continue;
        }
        if (report->kind != ReportKind::progress && report->kind != ReportKind::return_request)
            continue; // their stamps stand above
        Change one;
        one.values<Report>() = {*report};
        if (const auto* assignment = store_.assignment(report->assignment))
            one.values<Assignment>() = {*assignment};
        add(report->time, entry_kind::assignment_reported, report->assignment, report->by_name,
            one);
    }
    for (const auto* supervision : store_.supervisionsOf(id)) {
        Change one;
        one.values<Supervision>() = {*supervision};
        if (const auto* assignment = store_.assignment(supervision->assignment))
            one.values<Assignment>() = {*assignment};
        add(supervision->issued, entry_kind::supervision_issued, supervision->id,
            supervision->issuer_name, one);
        if (supervision->replied)
            add(*supervision->replied, entry_kind::supervision_replied, supervision->id,
                supervision->receiver, one);
    }
    if (order->closed)
        add(*order->closed, entry_kind::order_closed, id, {}, {});
    std::ranges::stable_sort(out, {}, &Entry::time);
    out.insert(out.begin(), Entry{});
    out.front().time = order->issued;
    out.front().kind = entry_kind::order_issued;
    out.front().id = out.front().subject = id;
    out.front().actor_name = order->issuer_name;
    out.front().body = std::move(issued);
    std::ranges::reverse(out);
    return out;
}

void TimelineModel::show(std::vector<Entry> entries) {
    beginResetModel();
    entries_ = std::move(entries);
    endResetModel();
    Q_EMIT countChanged();
}

void TimelineModel::take(const EntriesPtr& entries) {
    const auto id = order_.toStdString();
    if (id.empty())
        return;
    bool mine = false;
    for (const auto& entry : *entries) {
        if (entry.subject != id)
            continue;
        mine = true;
        arrived_.insert(arrived_.begin(), entry);
        if (std::ranges::any_of(entries_, [&](const Entry& e) { return e.seq == entry.seq; }))
            continue;
        beginInsertRows({}, 0, 0);
        entries_.insert(entries_.begin(), entry);
        endInsertRows();
        Q_EMIT countChanged();
    }
    // An order just issued was asked for before the hub had it.
    if (mine && !complete_ && !loading_)
        fetch();
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& e = entries_[static_cast<std::size_t>(index.row())];
    const auto* report = reportOf(e);
    switch (role) {
    case SeqRole:
        return static_cast<qlonglong>(e.seq);
    case TimeRole:
        return qint64(ms_of(e.time));
    case ActorRole:
        return e.actor == "timer" ? tr("Automatic") : qs(e.actor_name);
    case KindRole:
        return qs(e.kind);
    case Qt::DisplayRole:
    case TitleRole:
        return words_.of(e).title;
    case TextRole:
        return words_.of(e).text;
    case UnitNameRole:
        return e.body.values<Assignment>().empty()
                   ? QString()
                   : qs(e.body.values<Assignment>().front().unit_name);
    case SymbolRole:
        return words_.of(e).symbol;
    case UrgentRole:
        return words_.of(e).urgent;
    case PhotosRole: {
        QStringList photos;
        if (report)
            for (const auto& id : report->attachments)
                photos.append(qs(id));
        return photos;
    }
    case HasPlaceRole:
        return report && report->place.has_value();
    case LonRole:
        return report && report->place ? report->place->lon : 0.0;
    case LatRole:
        return report && report->place ? report->place->lat : 0.0;
    case DoneAtRole: {
        if (report && report->done_at)
            return qint64(ms_of(*report->done_at));
        const auto note = e.body.note.find("done_at");
        return note == e.body.note.end() ? 0 : QByteArray::fromStdString(note->second).toLongLong();
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const {
    return {{SeqRole, "seq"},           {TimeRole, "time"},         {ActorRole, "actor"},
            {KindRole, "kind"},         {TitleRole, "title"},       {TextRole, "text"},
            {UnitNameRole, "unitName"}, {SymbolRole, "symbol"},     {UrgentRole, "urgent"},
            {PhotosRole, "photos"},     {HasPlaceRole, "hasPlace"}, {LonRole, "lon"},
            {LatRole, "lat"},           {DoneAtRole, "doneAt"}};
}

} // namespace chengyun::console
