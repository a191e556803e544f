#include "app/duty/handover_model.h"

#include "app/duty/duty_commands.h"
#include "app/duty/print/print_text.h"
#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {

HandoverModel::HandoverModel(HandoverListModel& sheets, DutyRoster& roster, DutyCommands& commands,
                             Outbox& outbox, QObject* parent)
    : QAbstractListModel(parent), sheets_(sheets), roster_(roster), commands_(commands),
      outbox_(outbox),
      roles_({
          {"itemId", [](const HandoverItem& i) { return qs(i.id); }},
          {"kind", [](const HandoverItem& i) { return qs(json::name_of(i.kind)); }},
          {"kindTitle", [](const HandoverItem& i) { return handoverItemsName(i.kind); }},
          {"title", [](const HandoverItem& i) { return handoverItemTitle(i); }},
          {"remark", [](const HandoverItem& i) { return qs(i.remark); }},
          {"acknowledged", [](const HandoverItem& i) { return i.acknowledged.has_value(); }},
          {"acknowledgement", [this](const HandoverItem& i) { return acknowledgement(i); }},
          {"order", [this](const HandoverItem& i) { return orderOf(i); }},
      }) {
    // The list tells when a sheet, a shift or a name has changed.
    connect(&sheets_, &HandoverListModel::countChanged, this, &HandoverModel::refresh);
    connect(&roster_, &DutyRoster::logChanged, this, &HandoverModel::refresh);
    connect(&outbox_, &Outbox::changed, this, [this](const QString& subject) {
        if (subject == qs(id_))
            Q_EMIT pendingChanged();
    });
}

void HandoverModel::setSheet(const QString& sheet) {
    if (sheet == qs(id_))
        return;
    id_ = sheet.toStdString();
    refresh();
    Q_EMIT pendingChanged();
}

void HandoverModel::refresh() {
    std::vector<HandoverItem> items;
    if (const auto* sheet = found())
        items = sheet->items;
    const auto order = handoverItemOrder();
    std::ranges::stable_sort(items, {}, [&](const HandoverItem& item) {
        return std::ranges::find(order, item.kind) - order.begin();
    });
    const bool same = std::ranges::equal(items, items_, {}, &HandoverItem::id, &HandoverItem::id);
    if (same) {
        // What somebody is typing beside an item stays.
        items_ = std::move(items);
        if (!items_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
    } else {
        beginResetModel();
        items_ = std::move(items);
        endResetModel();
    }
    Q_EMIT changed();
}

bool HandoverModel::may(HandoverAct act) const {
    const auto* sheet = found();
    if (!sheet)
        return false;
    const auto actor = roster_.actorFor(*sheet);
    return std::ranges::any_of(handover_transitions(), [&](const HandoverTransition& row) {
        const auto& person = row.side == HandoverSide::outgoing ? actor.outgoing : actor.incoming;
        return row.from == sheet->state && row.act == act && !actor.person.empty() &&
               actor.person == person;
    });
}

bool HandoverModel::remark(const QString& item, const QString& text) {
    ActOnHandover command;
    command.item = item.toStdString();
    command.text = text.trimmed().toStdString();
    return commands_.act(id_, HandoverAct::remark, command);
}

bool HandoverModel::addItem(const QString& title, const QString& text) {
    ActOnHandover command;
    command.id = outbox_.newKey();
    command.title = title.trimmed().toStdString();
    command.text = text.trimmed().toStdString();
    return commands_.act(id_, HandoverAct::remark, command);
}

bool HandoverModel::handOver() {
    return commands_.act(id_, HandoverAct::hand_over, {});
}

bool HandoverModel::acknowledge(const QString& item, const QString& answer) {
    ActOnHandover command;
    command.item = item.toStdString();
    command.text = answer.trimmed().toStdString();
    return commands_.act(id_, HandoverAct::acknowledge, command);
}

bool HandoverModel::sendBack(const QString& reason) {
    ActOnHandover command;
    command.id = outbox_.newKey();
    command.title = reason.trimmed().toStdString();
    return commands_.act(id_, HandoverAct::send_back, command);
}

bool HandoverModel::accept() {
    return commands_.act(id_, HandoverAct::accept, {});
}

QString HandoverModel::postName() const {
    const auto* sheet = found();
    return sheet ? roster_.postName(qs(sheet->post)) : QString();
}

QVariantMap HandoverModel::side(const std::string& id, const std::string& signedBy,
                                const std::optional<Instant>& at) const {
    const auto* shift = roster_.shift(id);
    const auto* person = shift ? roster_.person(shift->person) : nullptr;
    return {{QStringLiteral("name"), !signedBy.empty() ? qs(signedBy)
                                     : person          ? qs(person->name)
                                                       : QString()},
            {QStringLiteral("phone"),
             person && !person->phones.empty() ? qs(person->phones.front()) : QString()},
            {QStringLiteral("span"),
             shift ? printedSpan(shift->start, shift->end, roster_.calendar()) : QString()},
            {QStringLiteral("signedText"), at ? roster_.momentText(*at) : QString()}};
}

QVariantMap HandoverModel::outgoing() const {
    const auto* sheet = found();
    return sheet ? side(sheet->outgoing, sheet->handed_over_by_name, sheet->handed_over)
                 : QVariantMap();
}
QVariantMap HandoverModel::incoming() const {
    const auto* sheet = found();
    return sheet ? side(sheet->incoming, sheet->accepted_by_name, sheet->accepted) : QVariantMap();
}

QString HandoverModel::state() const {
    const auto* sheet = found();
    return sheet ? qs(json::name_of(sheet->state)) : QString();
}
QString HandoverModel::stateName() const {
    const auto* sheet = found();
    return sheet ? handoverStateName(sheet->state) : QString();
}
qint64 HandoverModel::due() const {
    const auto* sheet = found();
    return sheet ? ms_of(sheet->due) : 0;
}

QString HandoverModel::dueText() const {
    const auto* sheet = found();
    return sheet ? roster_.momentText(sheet->due) : QString();
}

int HandoverModel::unacknowledged() const {
    return static_cast<int>(
        std::ranges::count_if(items_, [](const HandoverItem& item) { return !item.acknowledged; }));
}

QString HandoverModel::nextStep() const {
    const auto* sheet = found();
    if (!sheet)
        return {};
    const auto out = isolated(outgoing().value(QStringLiteral("name")).toString());
    const auto in = isolated(incoming().value(QStringLiteral("name")).toString());
    switch (sheet->state) {
    case HandoverState::drafted:
        if (mayHandOver())
            return tr("Write what the next shift must know, then sign. Your shift stays open until "
                      "the next one has accepted.");
        return tr("%1 has not signed yet. The sheet follows what happens until then.").arg(out);
    case HandoverState::handed_over:
        if (in.isEmpty())
            return tr("Nobody is planned for the next shift, so nobody can accept: a planner must "
                      "fill it.");
        if (!may(HandoverAct::accept))
            return tr("%1 acknowledges each item and signs. Until then the shift of %2 cannot be "
                      "closed.")
                .arg(in, out);
        if (const int open = unacknowledged(); open > 0)
            return tr("Acknowledge %n more item(s), then sign. Send it back when something is "
                      "missing.",
                      nullptr, open);
        return tr("Every item is acknowledged: sign to take over. The outgoing shift closes by "
                  "that.");
    case HandoverState::accepted:
        return tr("Signed by both, and unchangeable.");
    }
    return {};
}

bool HandoverModel::isPending() const {
    return !outbox_.pendingKind(qs(id_)).isEmpty();
}

QString HandoverModel::accountName(const std::string& account) const {
    if (account.empty())
        return {};
    for (const auto& person : roster_.people())
        if (person.account == account)
            return qs(person.name);
    const auto* sheet = found();
    return sheet && sheet->accepted_by == account ? qs(sheet->accepted_by_name) : QString();
}

QString HandoverModel::acknowledgement(const HandoverItem& item) const {
    if (!item.acknowledged)
        return {};
    return joined({tr("Acknowledged %1").arg(roster_.momentText(*item.acknowledged)),
                   accountName(item.acknowledged_by), qs(item.answer)});
}

QString HandoverModel::orderOf(const HandoverItem& item) const {
    if (item.kind == HandoverItemKind::open_order || item.kind == HandoverItemKind::overdue_order)
        return qs(item.subject);
    const auto* entry = roster_.logEntry(item.subject);
    return entry ? qs(entry->order) : QString();
}

int HandoverModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant HandoverModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return roles_.say(items_[static_cast<std::size_t>(index.row())], role);
}

} // namespace chengyun::console
