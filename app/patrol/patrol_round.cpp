#include "app/patrol/patrol_round.h"

#include "app/link/hub_clock.h"

#include <algorithm>

namespace chengyun::console {

PatrolRound::PatrolRound(QObject* parent) : QObject(parent) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &PatrolRound::look);
}

PatrolRound::~PatrolRound() {
    tell({});
}

void PatrolRound::tell(const QString& camera) {
    if (!store_ || (camera == told_ && (group_ == toldGroup_ || camera.isEmpty())))
        return;
    told_ = camera;
    toldGroup_ = group_;
    Q_EMIT store_->seen(this, group_, camera);
}

void PatrolRound::setStore(PatrolStore* store) {
    if (store == store_)
        return;
    tell({});
    if (store_) {
        store_->disconnect(this);
        store_->clock().disconnect(this);
    }
    store_ = store;
    if (store_) {
        connect(store_, &PatrolStore::changed, this, &PatrolRound::reload);
        connect(&store_->clock(), &HubClock::offsetChanged, this, &PatrolRound::look);
    }
    Q_EMIT sourceChanged();
    reload();
}

void PatrolRound::setGroup(const QString& group) {
    if (group == group_)
        return;
    group_ = group;
    decks_ = {}; // the other group's cameras are not seen in this one's name
    passed_.clear();
    passes_ = 0;
    setHeld(false);
    Q_EMIT sourceChanged();
    reload();
}

void PatrolRound::setRunning(bool running) {
    if (running == running_)
        return;
    running_ = running;
    Q_EMIT sourceChanged();
    look();
}

void PatrolRound::setHeld(bool held) {
    if (held == held_)
        return;
    held_ = held;
    heldAt_ = shown();
    passed_.clear();
    Q_EMIT heldChanged();
    look();
}

void PatrolRound::reload() {
    cameras_ = store_ ? store_->camerasOf(group_) : QStringList();
    look();
}

int PatrolRound::numberOf(const QString& camera) const {
    return camera.isEmpty() ? 0 : static_cast<int>(cameras_.indexOf(camera)) + 1;
}

bool PatrolRound::isGone(const Deck& deck, Instant now) const {
    return !deck.playing && (deck.failed || now - deck.without >= patience);
}

void PatrolRound::prepare(const QString& camera, Instant now) {
    if (backDeck().camera != camera)
        backDeck() = {camera, false, false, now};
}

void PatrolRound::swap() {
    front_ = 1 - front_;
    backDeck() = {};
}

void PatrolRound::wakeAt(Instant at) {
    wake_ = wake_ ? std::min(*wake_, at) : at;
}

void PatrolRound::report(int deck, bool playing, bool failed) {
    if (deck < 0 || deck > 1 || !store_)
        return;
    auto& known = decks_[static_cast<std::size_t>(deck)];
    if (known.playing == playing && known.failed == failed)
        return;
    if (known.playing && !playing)
        known.without = store_->clock().exact();
    known.playing = playing;
    known.failed = failed;
    look();
}

void PatrolRound::step(int by) {
    if (!store_ || cameras_.isEmpty())
        return;
    setHeld(true);
    const auto all = cameras_.size();
    const auto from = std::max<qsizetype>(0, cameras_.indexOf(heldAt_));
    heldAt_ = cameras_[((from + by) % all + all) % all];
    look();
}

void PatrolRound::holdAt(const QString& camera) {
    setHeld(true);
    heldAt_ = camera;
    look();
}

void PatrolRound::look() {
    timer_.stop();
    wake_.reset();
    const auto* group = store_ ? store_->group(group_.toStdString()) : nullptr;
    if (!running_ || !group || cameras_.isEmpty()) {
        decks_ = {};
        passed_.clear();
        passes_ = 0;
    } else {
        const auto now = store_->clock().exact();
        if (held_)
            hold(now);
        else
            follow(*group, now);
        if (wake_)
            timer_.start(std::max(std::chrono::milliseconds(0), *wake_ - now));
    }
    tell(frontDeck().playing ? shown() : QString());
    Q_EMIT changed();
}

void PatrolRound::hold(Instant now) {
    if (!cameras_.contains(heldAt_)) // it has left the group
        heldAt_ = cameras_.front();
    if (frontDeck().camera == heldAt_) {
        backDeck() = {};
        return;
    }
    prepare(heldAt_, now);
    // Where there is no picture, the reason is shown.
    if (backDeck().playing || isGone(backDeck(), now) || frontDeck().camera.isEmpty())
        swap();
    else
        wakeAt(backDeck().without + patience);
}

void PatrolRound::follow(const PatrolGroup& group, Instant now) {
    const auto turn = turn_at(group, now);
    const auto all = static_cast<std::size_t>(cameras_.size());
    const auto dueIn = [&](std::int64_t number) {
        return cameras_[static_cast<qsizetype>(due_in(number, all))];
    };
    if (turn.number != turn_) {
        turn_ = turn.number;
        passes_ = 0;
        passed_.clear();
    }
    wakeAt(turn.ends);
    // The camera that is due, or in its place the next one that has a picture. Each has its time.
    for (; passes_ < count(); ++passes_) {
        const auto wanted = dueIn(turn_ + passes_);
        if (frontDeck().camera != wanted) {
            prepare(wanted, now);
            // Nothing is seen yet: then it may be seen how it connects.
            if (backDeck().playing || frontDeck().camera.isEmpty())
                swap();
        }
        const auto& deck = frontDeck().camera == wanted ? frontDeck() : backDeck();
        if (!isGone(deck, now)) {
            if (!deck.playing)
                wakeAt(deck.without + patience);
            break;
        }
        passed_ = wanted;
    }
    if (passes_ >= count() || frontDeck().camera != dueIn(turn_ + passes_)) {
        if (passes_ >= count())
            backDeck() = {}; // none has a picture: the next turn tries again
        return;
    }
    const auto next = dueIn(turn_ + 1);
    const auto ready = std::max(turn.begins, turn.ends - lead);
    if (next == frontDeck().camera || now < ready)
        backDeck() = {};
    else
        prepare(next, now);
    if (now < ready)
        wakeAt(ready);
}

} // namespace chengyun::console
