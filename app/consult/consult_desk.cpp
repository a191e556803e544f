#include "app/consult/consult_desk.h"

#include "app/consult/consult_words.h"
#include "app/link/hub_link.h"
#include "app/text.h"
#include "core/json/compiled.h"

#include <boost/describe/class.hpp>

namespace chengyun::console {

namespace {

constexpr int againMs = 3000;

/// POST /api/v1/consults/{id}/ticket
struct TicketAnswer {
    std::string url, room, token, feed;
};
BOOST_DESCRIBE_STRUCT(TicketAnswer, (), (url, room, token, feed))

} // namespace

ConsultDesk::ConsultDesk(ConsultStore& store, ConsultCommands& commands, HubLink& link,
                         QObject* parent)
    : QObject(parent), store_(store), commands_(commands), link_(link),
      conference_(ConferenceSetup::fromEnvironment()) {
    again_.setSingleShot(true);
    again_.setInterval(againMs);
    connect(&again_, &QTimer::timeout, this, &ConsultDesk::askTicket);
    connect(&store_, &ConsultStore::changed, this, [this](const QString& id) {
        leaveLate();
        if (id == room_)
            follow();
    });
    connect(&store_, &ConsultStore::reloaded, this, [this] {
        leaveLate();
        follow();
    });
    connect(&commands_, &ConsultCommands::refused, this,
            [this](const QString& act, const QString& room, const QString& why) {
                if (act != QStringLiteral("enter") || room != room_ || phase_ != Phase::Entering)
                    return;
                clear();
                Q_EMIT putOut(why);
            });
    connect(&conference_, &Conference::ticketWanted, this, &ConsultDesk::askTicket);
    connect(&conference_, &Conference::stateChanged, this, &ConsultDesk::mediaChanged);
}

void ConsultDesk::set(Phase phase) {
    if (phase_ == phase)
        return;
    phase_ = phase;
    Q_EMIT changed();
    Q_EMIT mediaChanged();
}

bool ConsultDesk::enter(const QString& room) {
    const auto* known = store_.room(room.toStdString());
    if (room == room_ && phase_ != Phase::Out)
        return true;
    const auto* own = known ? find_member(*known, commands_.self()) : nullptr;
    const bool there = own && !known->ended &&
                       (own->state == MemberState::in || own->state == MemberState::waiting);
    if (!there && !commands_.enter(room))
        return false;
    if (phase_ != Phase::Out)
        leave();
    ++round_;
    leaving_.remove(room);
    room_ = room;
    phase_ = Phase::Entering;
    Q_EMIT changed();
    follow();
    return true;
}

void ConsultDesk::leave() {
    if (phase_ == Phase::Out)
        return;
    // While it enters the hub does not know yet that it is there, and a word of leaving could
    // overtake the one of entering.
    if (phase_ == Phase::Entering)
        leaving_.insert(room_);
    else
        commands_.leave(room_);
    clear();
}

void ConsultDesk::leaveLate() {
    leaving_.removeIf([this](const QString& room) {
        const auto* known = store_.room(room.toStdString());
        const auto* own = known ? find_member(*known, commands_.self()) : nullptr;
        if (!known || known->ended)
            return true;
        if (!own || (own->state != MemberState::in && own->state != MemberState::waiting))
            return false;
        commands_.leave(room);
        return true;
    });
}

void ConsultDesk::forget() {
    leaving_.clear();
    clear();
}

void ConsultDesk::clear() {
    ++round_;
    again_.stop();
    asking_ = false;
    ticketFailure_.clear();
    room_.clear();
    conference_.leave();
    conference_.setMicrophone(false);
    conference_.setCamera(false);
    phase_ = Phase::Out;
    Q_EMIT changed();
    Q_EMIT mediaChanged();
}

void ConsultDesk::follow() {
    if (phase_ == Phase::Out)
        return;
    const auto* known = store_.room(room_.toStdString());
    const auto* own = known ? find_member(*known, commands_.self()) : nullptr;
    if (own && !known->ended && own->state == MemberState::in) {
        if (phase_ != Phase::Seated) {
            set(Phase::Seated);
            askTicket();
        }
        return;
    }
    if (own && !known->ended && own->state == MemberState::waiting)
        return set(Phase::Lobby);
    if (phase_ == Phase::Entering)
        return; // the answer is under way
    if (commands_.self().empty())
        return clear(); // nobody is shown anything now
    const bool removed = (own && own->state == MemberState::removed) || !known;
    const bool left = own && own->state == MemberState::left && known->chair.empty() == false;
    clear();
    Q_EMIT putOut(removed ? tr("The chair has removed you from the consultation.")
                  : left  ? tr("You have left the consultation at another seat.")
                          : tr("The consultation has been ended."));
}

void ConsultDesk::askTicket() {
    if (phase_ != Phase::Seated || asking_)
        return;
    asking_ = true;
    Command question;
    question.path = QStringLiteral("/consults/%1/ticket").arg(room_);
    link_.send(question, this, [this, round = round_](const Reply& reply) {
        if (round != round_)
            return;
        asking_ = false;
        auto answer =
            reply.ok() ? json::read<TicketAnswer>(reply.body.toStdString(), json::Unknown::ignore)
                       : Result<TicketAnswer>(reply.failure());
        if (answer) {
            ticketFailure_.clear();
            conference_.enter({.url = QUrl(qs(answer->url)),
                               .room = qs(answer->room),
                               .token = qs(answer->token),
                               .feed = qs(answer->feed),
                               .member = qs(commands_.self())});
        } else {
            ticketFailure_ = consultFailure(answer.error());
            if (conference_.state() == Conference::State::Lost)
                conference_.ticketUnavailable();
            else
                again_.start();
        }
        Q_EMIT mediaChanged();
    });
}

void ConsultDesk::reconnect() {
    again_.stop();
    askTicket();
}

bool ConsultDesk::mediaStopped() const {
    return phase_ == Phase::Seated && conference_.state() == Conference::State::Refused;
}

QString ConsultDesk::mediaDetail() const {
    return conference_.detail();
}

QString ConsultDesk::mediaText() const {
    if (phase_ != Phase::Seated)
        return {};
    if (!ticketFailure_.isEmpty())
        return ticketFailure_;
    using State = Conference::State;
    using Reason = Conference::Reason;
    switch (conference_.state()) {
    case State::In:
        return {};
    case State::Idle:
    case State::Entering:
        return tr("Connecting sound and picture …");
    case State::Lost:
    case State::Refused:
        break;
    }
    switch (conference_.reason()) {
    case Reason::None:
    case Reason::Unreachable:
        return tr("The media server is away: no sound and no pictures for now.");
    case Reason::TicketRefused:
        return tr("The media server did not take the ticket.");
    case Reason::RoomEnded:
        return tr("The media server has closed the room.");
    case Reason::PutOut:
        return tr("The media server has ended this connection.");
    case Reason::RoomFull:
        return tr("The media server has no room for more people.");
    case Reason::BadAnswer:
        return tr("What the media server says cannot be understood.");
    case Reason::WrongFormat:
        return tr("This seat and the media server have no common format.");
    case Reason::NoMedia:
        return tr("Sound and pictures do not get through the network.");
    case Reason::NotInstalled:
        return tr("Parts of GStreamer are missing at this seat.");
    }
    return {};
}

} // namespace chengyun::console
