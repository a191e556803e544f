#include "app/consult/room_list_model.h"

#include "app/consult/consult_words.h"
#include "app/link/language.h"
#include "app/text.h"
#include "core/json/codec.h"

#include <algorithm>
#include <tuple>

namespace chengyun::console {

namespace {

int countOf(const Consult& room, MemberState state) {
    return static_cast<int>(std::ranges::count(room.members, state, &ConsultMember::state));
}

qint64 msOr0(const std::optional<Instant>& time) {
    return time ? static_cast<qint64>(ms_of(*time)) : 0;
}

} // namespace

RoomListModel::RoomListModel(ConsultStore& store, QObject* parent)
    : PatchedListModel(parent), store_(store) {
    connect(&store_, &ConsultStore::changed, this, &RoomListModel::refresh);
    connect(&store_, &ConsultStore::reloaded, this, &RoomListModel::refresh);
    onLanguageChange(this, [this] {
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
        Q_EMIT callsChanged();
    });
}

void RoomListModel::setSelf(const std::string& member) {
    if (self_ == member)
        return;
    self_ = member;
    refresh();
}

const ConsultMember* RoomListModel::mine(const Consult& room) const {
    return self_.empty() ? nullptr : find_member(room, self_);
}

void RoomListModel::refresh() {
    auto wanted = store_.rooms();
    const auto place = [&](const Consult& room) {
        const auto* own = mine(room);
        const bool calls = own && own->state == MemberState::called && !room.ended;
        const int group = room.ended                           ? 4
                          : calls                              ? 0
                          : countOf(room, MemberState::in) > 0 ? 1
                          : room.kind == ConsultKind::planned  ? 2
                                                               : 3;
        // Of those that are over the last one first.
        const auto time = room.ended ? -msOr0(room.ended) : msOr0(room.starts);
        return std::tuple(group, time, std::string_view(room.title), std::string_view(room.id));
    };
    std::ranges::sort(wanted,
                      [&](const Consult& a, const Consult& b) { return place(a) < place(b); });
    const auto before = rows_;
    const auto callBefore = call();
    const auto callsBefore = calls();
    patch(rows_, std::move(wanted), [](const Consult& room) { return std::string_view(room.id); });
    for (int row = 0; row < count(); ++row) {
        const auto& now = rows_[static_cast<std::size_t>(row)];
        const auto known = std::ranges::find(before, now.id, &Consult::id);
        if (known != before.end() && !(*known == now))
            Q_EMIT dataChanged(index(row), index(row));
    }
    if (before.size() != rows_.size())
        Q_EMIT countChanged();
    if (callsBefore != calls() || callBefore != call())
        Q_EMIT callsChanged();
}

int RoomListModel::calls() const {
    return static_cast<int>(
        std::ranges::count_if(rows_, [this](const Consult& room) { return calls(room); }));
}

bool RoomListModel::calls(const Consult& room) const {
    const auto* own = mine(room);
    return own && own->state == MemberState::called && !room.ended;
}

bool RoomListModel::isPutOff(const Consult& room) const {
    const auto found = later_.find(room.id);
    return found != later_.end() && found->second == mine(room)->since;
}

QVariantMap RoomListModel::call() const {
    const Consult* first = nullptr;
    for (const auto& room : rows_)
        if (calls(room) && (!first || (isPutOff(*first) && !isPutOff(room))))
            first = &room;
    if (!first)
        return {};
    const auto* chair = find_member(*first, first->chair);
    return {{QStringLiteral("room"), qs(first->id)},
            {QStringLiteral("title"), qs(first->title)},
            {QStringLiteral("kindText"), kindWords(first->kind)},
            {QStringLiteral("chairName"), chair ? qs(chair->name) : QString()},
            {QStringLiteral("since"), static_cast<qint64>(ms_of(mine(*first)->since))},
            {QStringLiteral("later"), isPutOff(*first)}};
}

void RoomListModel::putOff(const QString& room) {
    const auto found = std::ranges::find(rows_, room.toStdString(), &Consult::id);
    if (found == rows_.end() || !calls(*found))
        return;
    later_.insert_or_assign(found->id, mine(*found)->since);
    Q_EMIT callsChanged();
}

QString RoomListModel::at(int row) const {
    return row >= 0 && row < count() ? qs(rows_[static_cast<std::size_t>(row)].id) : QString();
}

int RoomListModel::rowOf(const QString& room) const {
    const auto found = std::ranges::find(rows_, room.toStdString(), &Consult::id);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int RoomListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant RoomListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& room = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case RoomRole:
        return qs(room.id);
    case TitleRole:
        return qs(room.title);
    case KindRole:
        return qs(json::name_of(room.kind));
    case KindTextRole:
        return kindWords(room.kind);
    case OrderRole:
        return qs(room.order);
    case StartsRole:
        return msOr0(room.starts);
    case EndedRole:
        return msOr0(room.ended);
    case LockedRole:
        return room.locked;
    case ChairNameRole: {
        const auto* chair = find_member(room, room.chair);
        return chair ? qs(chair->name) : QString();
    }
    case InCountRole:
        return countOf(room, MemberState::in);
    case CalledCountRole:
        return countOf(room, MemberState::called);
    case WaitingCountRole:
        return countOf(room, MemberState::waiting);
    case MineRole: {
        const auto* own = mine(room);
        return own ? qs(json::name_of(own->state)) : QString();
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> RoomListModel::roleNames() const {
    return {{RoomRole, "room"},
            {TitleRole, "title"},
            {KindRole, "kind"},
            {KindTextRole, "kindText"},
            {OrderRole, "order"},
            {StartsRole, "starts"},
            {EndedRole, "ended"},
            {LockedRole, "locked"},
            {ChairNameRole, "chairName"},
            {InCountRole, "inCount"},
            {CalledCountRole, "calledCount"},
            {WaitingCountRole, "waitingCount"},
            {MineRole, "mine"}};
}

} // namespace chengyun::console
