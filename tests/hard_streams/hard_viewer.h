// What one viewer of a HardCamera is sent.
#pragma once

#include "tests/hard_streams/hard_manner.h"

#include <QByteArray>
#include <QHostAddress>
#include <QTcpSocket>
#include <QUdpSocket>

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <random>

namespace chengyun::test {

/// What fails in the network while it is set.
struct HardNetwork {
    double loss = 0;        ///< of packets, 0 … 1
    double reordered = 0;   ///< of packets: they come after the next one
    bool frozen = false;    ///< nothing is sent and nothing answered; afterwards all goes on
    bool half_open = false; ///< new connections are taken and never answered
};

/// One track on its way to one viewer.
class HardLeg {
public:
    /// Begins with the track's clip of this number.
    HardLeg(const HardTrack& track, std::size_t clip, std::uint32_t ssrc);

    /// Interleaved on these channels of the connection; or to these ports, from ports of its own.
    void use_channels(QTcpSocket* socket, int channel);
    [[nodiscard]] bool use_ports(const QHostAddress& viewer, quint16 port);
    [[nodiscard]] quint16 own_port() const { return rtp_ ? rtp_->localPort() : quint16{0}; }

    /// Sends what is due `since` the beginning. Returns how often the time stamps have jumped.
    int send(std::chrono::nanoseconds since, std::size_t clip, const HardManner& manner,
             const HardNetwork& network, std::mt19937& random);

private:
    [[nodiscard]] const RtpClip& clip() const { return track_->clips[clip_]; }
    [[nodiscard]] std::uint32_t stamp_of(const RtpPacket& packet, const HardManner& manner) const;
    void step(std::size_t wanted);
    void put(const QByteArray& packet, bool report);
    void report(std::chrono::nanoseconds since, const HardManner& manner);

    const HardTrack* track_;
    std::uint32_t ssrc_;
    std::size_t clip_ = 0, next_ = 0;
    std::chrono::nanoseconds begun_{}; ///< when this round of the clip began
    std::uint32_t base_ = 0x7fff0000;  ///< time stamp of its beginning: soon it overflows
    std::uint16_t number_ = 0xfff0;
    std::int64_t jump_ = 0; ///< seconds that are added to the stamps
    int since_jump_ = 0;
    std::chrono::nanoseconds next_report_{};
    QByteArray held_; ///< comes after the next one
    QTcpSocket* socket_ = nullptr;
    int channel_ = 0;
    std::unique_ptr<QUdpSocket> rtp_, rtcp_;
    QHostAddress viewer_;
    quint16 port_ = 0;
};

struct HardViewer {
    QTcpSocket* socket = nullptr;
    QByteArray pending; ///< bytes of requests that are not complete
    std::map<std::size_t, std::unique_ptr<HardLeg>> legs;
    bool udp = false;
    bool dead = false; ///< nothing is sent or answered any more
    bool playing = false;
    std::chrono::nanoseconds began{};
};

} // namespace chengyun::test
