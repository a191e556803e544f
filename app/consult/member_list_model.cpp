#include "app/consult/member_list_model.h"

#include "app/consult/consult_words.h"
#include "app/link/language.h"
#include "app/text.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {

namespace {

int rankOf(MemberState state) {
    switch (state) {
    case MemberState::in:
        return 0;
    case MemberState::waiting:
        return 1;
    case MemberState::accepted:
        return 2;
    case MemberState::called:
        return 3;
    case MemberState::declined:
        return 4;
    case MemberState::left:
        return 5;
    case MemberState::removed:
        return 6;
    }
    return 7;
}

} // namespace

MemberListModel::MemberListModel(ConsultStore& store, Whom whom, QObject* parent)
    : PatchedListModel(parent), store_(store), whom_(whom) {
    connect(&store_, &ConsultStore::changed, this, [this](const QString& id) {
        if (id.toStdString() == room_)
            refresh();
    });
    connect(&store_, &ConsultStore::reloaded, this, &MemberListModel::refresh);
    onLanguageChange(this, [this] {
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1), {StateTextRole});
    });
}

void MemberListModel::setRoom(const QString& room) {
    if (room.toStdString() == room_)
        return;
    room_ = room.toStdString();
    refresh();
}

void MemberListModel::setSelf(const std::string& member) {
    if (self_ == member)
        return;
    self_ = member;
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {OwnRole});
}

void MemberListModel::setPeople(ConferencePeople* people) {
    if (people_ == people)
        return;
    if (people_)
        disconnect(people_, nullptr, this, nullptr);
    people_ = people;
    if (people_) {
        connect(people_, &QAbstractItemModel::dataChanged, this, &MemberListModel::refreshMedia);
        connect(people_, &QAbstractItemModel::rowsInserted, this, &MemberListModel::refreshMedia);
        connect(people_, &QAbstractItemModel::rowsRemoved, this, &MemberListModel::refreshMedia);
        connect(people_, &QAbstractItemModel::modelReset, this, &MemberListModel::refreshMedia);
    }
    refreshMedia();
}

void MemberListModel::refreshMedia() {
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1),
                           {PictureRole, HasPictureRole, MutedRole, SpeakingRole});
}

void MemberListModel::refresh() {
    const auto* room = store_.room(room_);
    std::vector<ConsultMember> wanted;
    const auto chairBefore = chair_;
    chair_ = room ? room->chair : std::string();
    if (room)
        std::ranges::copy_if(room->members, std::back_inserter(wanted), [this](const auto& one) {
            return whom_ == Whom::All || one.state == MemberState::in;
        });
    const auto place = [this](const ConsultMember& one) {
        return rankOf(one.state) * 2 + (one.id == chair_ ? 0 : 1);
    };
    std::ranges::stable_sort(wanted, {}, place);
    const auto before = rows_;
    patch(rows_, std::move(wanted),
          [](const ConsultMember& one) { return std::string_view(one.id); });
    for (int row = 0; row < count(); ++row) {
        const auto& now = rows_[static_cast<std::size_t>(row)];
        const auto known = std::ranges::find(before, now.id, &ConsultMember::id);
        const bool gavel = (now.id == chair_) != (now.id == chairBefore);
        if (known != before.end() && (gavel || !(*known == now)))
            Q_EMIT dataChanged(index(row), index(row));
    }
    if (before.size() != rows_.size())
        Q_EMIT countChanged();
}

int MemberListModel::rowOf(const QString& member) const {
    const auto found = std::ranges::find(rows_, member.toStdString(), &ConsultMember::id);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

QString MemberListModel::at(int row) const {
    return row >= 0 && row < count() ? qs(rows_[static_cast<std::size_t>(row)].id) : QString();
}

int MemberListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant MemberListModel::media(const ConsultMember& member, int role) const {
    const auto row = people_ ? people_->rowOfMember(qs(member.id)) : -1;
    const auto of = [&](int theirs) { return people_->data(people_->index(row), theirs); };
    switch (role) {
    case PictureRole:
        return row < 0 ? QVariant::fromValue<ConferencePicture*>(nullptr)
                       : of(ConferencePeople::PictureRole);
    case HasPictureRole:
        return row >= 0 && of(ConferencePeople::HasPictureRole).toBool();
    case MutedRole:
        return row >= 0 && (of(ConferencePeople::MutedRole).toBool() ||
                            !of(ConferencePeople::HasSoundRole).toBool());
    default:
        return row >= 0 && of(ConferencePeople::SpeakingRole).toBool();
    }
}

QVariant MemberListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& member = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case MemberRole:
        return qs(member.id);
    case NameRole:
        return qs(member.name);
    case PostRole:
        return is_guest(member) ? tr("Guest") : qs(member.post);
    case KindRole:
        return qs(json::name_of(member.kind));
    case StateRole:
        return qs(json::name_of(member.state));
    case StateTextRole:
        return stateWords(member.state);
    case SinceRole:
        return static_cast<qint64>(ms_of(member.since));
    case ChairRole:
        return member.id == chair_;
    case OwnRole:
        return member.id == self_;
    case InitialsRole:
        return initialsOf(qs(member.name));
    case PictureRole:
    case HasPictureRole:
    case MutedRole:
    case SpeakingRole:
        return media(member, role);
    default:
        return {};
    }
}

QHash<int, QByteArray> MemberListModel::roleNames() const {
    return {{MemberRole, "member"},     {NameRole, "name"},        {PostRole, "post"},
            {KindRole, "kind"},         {StateRole, "state"},      {StateTextRole, "stateText"},
            {SinceRole, "since"},       {ChairRole, "chair"},      {OwnRole, "own"},
            {InitialsRole, "initials"}, {PictureRole, "picture"},  {HasPictureRole, "hasPicture"},
            {MutedRole, "muted"},       {SpeakingRole, "speaking"}};
}

} // namespace chengyun::console
