// A seat as plain as it can be, on the protocol of app/consult/media alone: sends what it is given,
// or receives and decodes to sinks that show nothing.
#pragma once

#include "app/consult/media/conference_ticket.h"
#include "app/consult/media/janus_link.h"
#include "app/consult/media/sender.h"
#include "app/consult/media/webrtc_peer.h"

#include <QObject>

#include <atomic>
#include <memory>
#include <vector>

namespace chengyun::bench {

class RoomSeat : public QObject {
    Q_OBJECT
public:
    RoomSeat(const console::ConferenceTicket& ticket, bool sends);

    [[nodiscard]] bool isSending() const { return connected_; }
    [[nodiscard]] console::Sender& sender() { return *sender_; }
    /// Bytes of RTP that have gone out.
    [[nodiscard]] std::uint64_t sent() const { return *sent_; }
    /// Pictures and blocks of sound that were decoded.
    [[nodiscard]] int pictures() const { return *pictures_; }
    [[nodiscard]] int blocks() const { return *blocks_; }

Q_SIGNALS:
    void failed(const QString& why);

private:
    void joined(const console::RoomEvent& room);
    void publish();
    void watch(const console::RoomEvent& room);
    [[nodiscard]] console::WebrtcPeer::Hears hears();
    void trickle(unsigned line, const std::string& text);

    const console::ConferenceTicket ticket_;
    console::JanusLink link_;
    std::uint64_t room_ = 0, handle_ = 0; ///< handle_: of the connection
    bool joined_ = false, told_ = false, connected_ = false;
    std::string own_;
    std::vector<std::pair<unsigned, std::string>> early_;
    std::shared_ptr<std::atomic<std::uint64_t>> sent_ =
        std::make_shared<std::atomic<std::uint64_t>>(0);
    std::shared_ptr<std::atomic<int>> pictures_ = std::make_shared<std::atomic<int>>(0),
                                      blocks_ = std::make_shared<std::atomic<int>>(0);
    std::unique_ptr<console::Sender> sender_;
    std::unique_ptr<console::WebrtcPeer> peer_;
};

} // namespace chengyun::bench
