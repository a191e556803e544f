#include "app/consult/consult_proposal.h"

#include "app/consult/consult_commands.h"
#include "app/consult/consult_store.h"
#include "app/consult/consult_words.h"
#include "app/duty/roster.h"
#include "app/link/hub_link.h"
#include "app/resources/resource_store.h"
#include "app/text.h"
#include "core/json/compiled.h"
#include "core/pinyin/pinyin.h"

#include <algorithm>

namespace chengyun::console {

namespace {

constexpr qsizetype mostFound = 30;

/// GET /api/v1/consult_proposal
struct ProposedRow {
    std::string id;
    MemberKind kind = MemberKind::person;
    std::string name, post;
};
BOOST_DESCRIBE_STRUCT(ProposedRow, (), (id, kind, name, post))
struct ProposalAnswer {
    std::vector<ProposedRow> items;
};
BOOST_DESCRIBE_STRUCT(ProposalAnswer, (), (items))

QVariantMap foundMap(const QString& id, const QString& kind, const QString& name,
                     const QString& post) {
    return {{QStringLiteral("id"), id},
            {QStringLiteral("kind"), kind},
            {QStringLiteral("name"), name},
            {QStringLiteral("post"), post}};
}

} // namespace

ConsultProposal::ConsultProposal(ConsultStore& store, ConsultCommands& commands, DutyRoster& roster,
                                 ResourceStore& resources, HubLink& link, QObject* parent)
    : QAbstractListModel(parent), store_(store), commands_(commands), roster_(roster),
      resources_(resources), link_(link) {}

void ConsultProposal::begin(const QString& order, const QString& room) {
    ++round_;
    room_ = room;
    failureText_.clear();
    busy_ = !order.isEmpty();
    beginResetModel();
    rows_.clear();
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT chosenChanged();
    Q_EMIT stateChanged();
    if (order.isEmpty())
        return;
    link_.get(QStringLiteral("/consult_proposal?order=%1").arg(order), this,
              [this, round = round_](const Reply& reply) {
                  if (round != round_)
                      return;
                  busy_ = false;
                  if (reply.ok())
                      take(reply.body);
                  else
                      failureText_ = consultFailure(reply.failure());
                  Q_EMIT stateChanged();
              });
}

void ConsultProposal::take(const QByteArray& body) {
    const auto answer = json::read<ProposalAnswer>(body.toStdString(), json::Unknown::ignore);
    if (!answer) {
        failureText_ =
            consultFailure(fail(FailureKind::unavailable, "foreign", answer.error().detail));
        return;
    }
    for (const auto& item : answer->items)
        append({qs(item.id),
                item.kind == MemberKind::unit ? QStringLiteral("unit") : QStringLiteral("person"),
                qs(item.name), qs(item.post)});
}

bool ConsultProposal::isWanted(const QString& id) const {
    if (id.toStdString() == commands_.self() ||
        std::ranges::find(rows_, id, &Row::id) != rows_.end())
        return false;
    const auto* room = store_.room(room_.toStdString());
    const auto* member = room ? find_member(*room, id.toStdString()) : nullptr;
    return !member || member->state == MemberState::declined ||
           member->state == MemberState::left || member->state == MemberState::removed;
}

void ConsultProposal::append(Row row) {
    if (!isWanted(row.id))
        return;
    beginInsertRows({}, count(), count());
    rows_.push_back(std::move(row));
    endInsertRows();
    Q_EMIT countChanged();
    Q_EMIT chosenChanged();
}

void ConsultProposal::toggle(int row) {
    if (row < 0 || row >= count())
        return;
    auto& one = rows_[static_cast<std::size_t>(row)];
    one.chosen = !one.chosen;
    Q_EMIT dataChanged(index(row), index(row), {ChosenRole});
    Q_EMIT chosenChanged();
}

void ConsultProposal::add(const QVariantMap& who) {
    append({who[QStringLiteral("id")].toString(),
            who[QStringLiteral("kind")].toString(),
            who[QStringLiteral("name")].toString(),
            {}});
}

QVariantList ConsultProposal::found(const QString& text) const {
    const auto wanted = text.trimmed().toLower();
    QVariantList list;
    if (wanted.isEmpty())
        return list;
    const auto fits = [&](const std::string& name) {
        return qs(name).toLower().contains(wanted) || qs(pinyin_initials(name)).startsWith(wanted);
    };
    for (const auto& person : roster_.people())
        if (list.size() < mostFound && person.active && !person.account.empty() &&
            person.unit.empty() && fits(person.name) && isWanted(qs(person.account)))
            list.append(foundMap(qs(person.account), QStringLiteral("person"), qs(person.name),
                                 roster_.unitName(qs(person.unit))));
    for (const auto& unit : resources_.units())
        if (list.size() < mostFound && fits(unit.name) && isWanted(qs(unit.id)))
            list.append(foundMap(qs(unit.id), QStringLiteral("unit"), qs(unit.name),
                                 resources_.nameOfArea(qs(unit.area))));
    return list;
}

QVariantList ConsultProposal::call() const {
    QVariantList list;
    for (const auto& row : rows_)
        if (row.chosen)
            list.append(QVariantMap{{QStringLiteral("id"), row.id},
                                    {QStringLiteral("kind"), row.kind},
                                    {QStringLiteral("post"), row.post}});
    return list;
}

int ConsultProposal::chosen() const {
    return static_cast<int>(std::ranges::count(rows_, true, &Row::chosen));
}

int ConsultProposal::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ConsultProposal::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IdRole:
        return row.id;
    case KindRole:
        return row.kind;
    case NameRole:
        return row.name;
    case PostRole:
        return row.post;
    case ChosenRole:
        return row.chosen;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConsultProposal::roleNames() const {
    return {{IdRole, "id"},
            {KindRole, "kind"},
            {NameRole, "name"},
            {PostRole, "post"},
            {ChosenRole, "chosen"}};
}

} // namespace chengyun::console
