#include "app/wall/wall_hands.h"

#include "app/link/failure_text.h"
#include "app/link/hub_link.h"
#include "app/text.h"
#include "core/text/showable.h"
#include "core/wall/wall_codec.h"

#include <chrono>
#include <utility>

namespace chengyun::console {

namespace {

using namespace std::chrono_literals;

/// Between two words of one's own hand.
constexpr auto gap = 50ms;
/// A hand that rests says so, before the others take it for lost.
constexpr auto again = 1s;

} // namespace

WallHands::WallHands(LiveFeed& live, HubLink& link, QObject* parent)
    : PatchedListModel(parent), link_(link), watch_(live, qs(wall_hands_topic)) {
    connect(&watch_, &LiveWatch::changed, this, &WallHands::take);
    connect(&link_, &HubLink::identityChanged, this, [this] {
        forget(); // the hand was the other account's, and ends by itself
        take();
    });
    soon_.setSingleShot(true);
    soon_.setInterval(gap);
    connect(&soon_, &QTimer::timeout, this, &WallHands::sayThis);
    repeat_.setInterval(again);
    connect(&repeat_, &QTimer::timeout, this, &WallHands::say);
}

void WallHands::setWalls(const QStringList& walls) {
    if (walls == walls_)
        return;
    walls_ = walls;
    watch_.setSubjects(walls);
    Q_EMIT wallsChanged();
    take();
}

void WallHands::take() {
    const auto own = "/" + link_.identity().account.toStdString();
    std::vector<Row> pointing, moving;
    for (const auto& [key, value] : watch_.values()) {
        auto hand = json::decode<ShownHand>(value.value, json::Unknown::ignore);
        if (!hand || key.ends_with(own))
            continue;
        make_showable(hand->name);
        Row row{key, value.subject.value_or(std::string()), value.at, std::move(*hand)};
        if (row.hand.cell >= 0)
            moving.push_back(row);
        if (row.hand.x >= 0)
            pointing.push_back(std::move(row));
    }
    patch(rows_, std::move(pointing), [](const Row& row) -> const std::string& { return row.key; });
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {NameRole, XRole, YRole});
    moves_ = std::move(moving);
    Q_EMIT changed();
}

PaneContent WallHands::shown(const std::string& wall, const std::string& screen, std::int64_t cell,
                             PaneContent content) const {
    const Row* last = nullptr;
    for (const auto& row : moves_)
        if (row.wall == wall && row.hand.screen == screen && row.hand.cell == cell &&
            (!last || row.at > last->at))
            last = &row;
    return last ? moved_by(last->hand, std::move(content)) : content;
}

void WallHands::reachFor(const QString& wall) {
    if (wall == wall_)
        return;
    letGo();
    wall_ = wall;
    repeat_.start();
}

void WallHands::point(const QString& wall, QPointF at) {
    reachFor(wall);
    const bool points = at.x() >= 0 && at.y() >= 0;
    hand_.x = points ? static_cast<std::int64_t>(at.x()) : -1;
    hand_.y = points ? static_cast<std::int64_t>(at.y()) : -1;
    say();
}

void WallHands::move(const QString& wall, const QString& screen, int cell,
                     const QVariantMap& options) {
    reachFor(wall);
    hand_.screen = screen.toStdString();
    hand_.cell = cell;
    hand_.options.clear();
    for (auto it = options.begin(); it != options.end(); ++it)
        hand_.options.emplace(it.key().toStdString(), it.value().toString().toStdString());
    say();
}

void WallHands::letGo() {
    if (wall_.isEmpty())
        return;
    const auto wall = wall_;
    forget();
    wall_ = wall;
    sayThis();
    wall_.clear();
}

void WallHands::forget() {
    hand_ = {};
    wall_.clear();
    soon_.stop();
    repeat_.stop();
    ++word_; // an answer that is still to come is about a hand that is gone
    saying_ = more_ = false;
}

void WallHands::say() {
    if (saying_)
        more_ = true;
    else if (!soon_.isActive())
        soon_.start();
}

void WallHands::sayThis() {
    if (wall_.isEmpty() || !link_.isReachable())
        return;
    Command command;
    command.path = QStringLiteral("/walls/%1/hand").arg(wall_);
    command.body = QByteArray::fromStdString(json::write(hand_));
    saying_ = true;
    more_ = false;
    link_.send(command, this, [this, word = ++word_](const Reply& reply) {
        if (word != word_)
            return;
        saying_ = false;
        if (reply.answered() && !reply.ok() && !reply.former && reply.status < 500 &&
            reply.status != 429 && !wall_.isEmpty()) {
            forget();
            Q_EMIT refused(failureText(reply.failure()));
        } else if (more_) {
            soon_.start();
        }
    });
}

int WallHands::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant WallHands::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KeyRole:
        return qs(row.key);
    case WallRole:
        return qs(row.wall);
    case NameRole:
        return qs(row.hand.name);
    case XRole:
        return static_cast<int>(row.hand.x);
    case YRole:
        return static_cast<int>(row.hand.y);
    default:
        return {};
    }
}

QHash<int, QByteArray> WallHands::roleNames() const {
    return {
        {KeyRole, "key"}, {WallRole, "wall"}, {NameRole, "name"}, {XRole, "atX"}, {YRole, "atY"}};
}

} // namespace chengyun::console
