// A real media server with one room, kept as the hub keeps it, without the hub's process: tickets
// come from the hub's own code.
#pragma once

#include "app/consult/media/conference.h"
#include "hub/consult/janus_keeper.h"
#include "tests/support/janus_under_test.h"

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace chengyun::test {

class MediaHall {
public:
    MediaHall();
    ~MediaHall();

    /// Until it answers; false where it does not.
    bool start();
    /// Nobody is in the room, and it is destroyed.
    void close();
    JanusUnderTest& janus() { return janus_; }

    /// As the hub gives one to who is in: asked for, and given or refused later on the GUI thread.
    using OnTicket = std::function<void(std::optional<console::ConferenceTicket>)>;
    void ask(const QString& member, QObject* context, OnTicket done);
    /// The same, waited for.
    std::optional<console::ConferenceTicket> ticket(const QString& member);
    /// Puts him out.
    void remove(const QString& member);
    /// Enters, and again whenever a ticket is wanted.
    void seat(console::Conference& conference, const QString& member);

    static inline const QString room = QStringLiteral("room-1");

private:
    JanusUnderTest janus_;
    hub::Tickets tickets_;
    std::mutex mutex_; ///< guards the two below
    std::set<std::string, std::less<>> members_;
    bool open_ = true;
    std::unique_ptr<hub::JanusKeeper> keeper_;
};

} // namespace chengyun::test
