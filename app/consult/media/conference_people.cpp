#include "app/consult/media/conference_people.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace chengyun::console {

QString memberOfFeed(const QString& feed) {
    const auto parts = feed.split(u'.');
    return parts.size() == 3 && !parts[1].isEmpty() && !parts[2].isEmpty() ? parts[0] : QString();
}

ConferencePeople::ConferencePeople(QObject* parent) : QAbstractListModel(parent) {}

ConferencePeople::~ConferencePeople() = default;

int ConferencePeople::rowOf(const QString& feed) const {
    const auto found =
        std::ranges::find_if(rows_, [&](const auto& row) { return row->seat.feed == feed; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int ConferencePeople::rowOfMember(const QString& member) const {
    const auto found =
        std::ranges::find_if(rows_, [&](const auto& row) { return row->seat.member == member; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

ConferencePicture* ConferencePeople::picture(const QString& feed) const {
    const int row = rowOf(feed);
    return row < 0 ? nullptr : rows_[std::size_t(row)]->picture.get();
}

int ConferencePeople::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ConferencePeople::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = *rows_[std::size_t(index.row())];
    switch (role) {
    case FeedRole:
        return row.seat.feed;
    case MemberRole:
        return row.seat.member;
    case SpeakingRole:
        return row.speaking;
    case LevelRole:
        return row.level;
    case MutedRole:
        return row.muted();
    case HasPictureRole:
        return row.seat.hasPicture;
    case HasSoundRole:
        return row.seat.hasSound;
    case PictureRole:
        return QVariant::fromValue(row.picture.get());
    default:
        return {};
    }
}

QHash<int, QByteArray> ConferencePeople::roleNames() const {
    return {{FeedRole, "feed"},         {MemberRole, "member"},  {SpeakingRole, "speaking"},
            {LevelRole, "level"},       {MutedRole, "muted"},    {HasPictureRole, "hasPicture"},
            {HasSoundRole, "hasSound"}, {PictureRole, "picture"}};
}

void ConferencePeople::put(const ConferenceSeat& seat) {
    if (const int known = rowOf(seat.feed); known >= 0) {
        auto& row = *rows_[std::size_t(known)];
        if (row.seat == seat)
            return;
        row.seat = seat;
        if (!seat.hasPicture)
            row.picture->forget();
        return tell(known, {MutedRole, HasPictureRole, HasSoundRole});
    }
    beginInsertRows({}, count(), count());
    auto row = std::make_unique<Row>();
    row->seat = seat;
    row->picture = std::make_unique<ConferencePicture>();
    connect(row->picture.get(), &ConferencePicture::seenChanged, this,
            [this, feed = seat.feed](bool seen) { Q_EMIT seenChanged(feed, seen); });
    rows_.push_back(std::move(row));
    endInsertRows();
    Q_EMIT countChanged();
}

void ConferencePeople::remove(const QString& feed) {
    const int row = rowOf(feed);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    // Views may let go of the picture while they hear of it.
    const auto gone = std::move(rows_[std::size_t(row)]);
    rows_.erase(rows_.begin() + row);
    endRemoveRows();
    if (speaker_ == feed) {
        speaker_.clear();
        Q_EMIT speakerChanged();
    }
    Q_EMIT countChanged();
}

void ConferencePeople::clear() {
    if (rows_.empty())
        return;
    beginResetModel();
    const auto gone = std::exchange(rows_, {});
    speaker_.clear();
    endResetModel();
    Q_EMIT speakerChanged();
    Q_EMIT countChanged();
}

void ConferencePeople::hear(const QString& feed, double decibels) {
    const int at = rowOf(feed);
    if (at < 0)
        return;
    auto& row = *rows_[std::size_t(at)];
    QList<int> changed;
    // In steps that can be seen, so that silence costs nothing.
    const double level = std::round(std::clamp((decibels + 60) / 60, 0.0, 1.0) * 20) / 20;
    if (level != row.level) {
        row.level = level;
        changed << LevelRole;
    }
    const bool was_muted = row.muted();
    if (decibels > nothing || !row.quiet.isValid())
        row.quiet.start();
    row.silent = row.quiet.elapsed() >= unheard.count();
    if (row.muted() != was_muted)
        changed << MutedRole;
    if (decibels > speech)
        row.loud.start();
    const bool speaking = row.loud.isValid() && row.loud.elapsed() < breath.count();
    if (speaking != row.speaking) {
        row.speaking = speaking;
        changed << SpeakingRole;
        if (speaking && speaker_ != feed) {
            speaker_ = feed;
            Q_EMIT speakerChanged();
        }
    }
    if (!changed.isEmpty())
        tell(at, changed);
}

void ConferencePeople::tell(int row, const QList<int>& roles) {
    Q_EMIT dataChanged(index(row), index(row), roles);
}

} // namespace chengyun::console
