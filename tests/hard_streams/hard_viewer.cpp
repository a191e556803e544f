#include "tests/hard_streams/hard_viewer.h"

#include <QtEndian>

#include <bit>

namespace chengyun::test {

using std::chrono::nanoseconds;

HardLeg::HardLeg(const HardTrack& track, std::size_t number, std::uint32_t ssrc)
    : track_(&track), ssrc_(ssrc), clip_(number % track.clips.size()) {
    next_ = track.first_packet % clip().packets.size();
    begun_ = -clip().packets[next_].at;
}

void HardLeg::use_channels(QTcpSocket* socket, int channel) {
    socket_ = socket;
    channel_ = channel;
}

bool HardLeg::use_ports(const QHostAddress& viewer, quint16 port) {
    viewer_ = viewer;
    port_ = port;
    // RTP has an even port, RTCP the one above it (RFC 3550 §11).
    for (int attempt = 0; attempt < 50; ++attempt) {
        rtp_ = std::make_unique<QUdpSocket>();
        rtcp_ = std::make_unique<QUdpSocket>();
        if (rtp_->bind(QHostAddress::LocalHost, 0) && rtp_->localPort() % 2 == 0 &&
            rtcp_->bind(QHostAddress::LocalHost, static_cast<quint16>(rtp_->localPort() + 1)))
            return true;
    }
    return false;
}

std::uint32_t HardLeg::stamp_of(const RtpPacket& packet, const HardManner& manner) const {
    if (manner.stamps_stand_still)
        return 0x7fff0000;
    return base_ + packet.stamp + static_cast<std::uint32_t>(jump_ * clip().clock_rate);
}

/// On to the next packet, and behind the last one to the first of `wanted`.
void HardLeg::step(std::size_t wanted) {
    const bool ended = clip().packets[next_].ends_picture;
    const bool changes = wanted % track_->clips.size() != clip_ && ended;
    if (++next_ < clip().packets.size() && !changes)
        return;
    const auto passed = next_ < clip().packets.size() ? clip().packets[next_].at : clip().length;
    begun_ += passed;
    base_ += static_cast<std::uint32_t>(passed.count() * clip().clock_rate / 1'000'000'000);
    next_ = 0;
    clip_ = wanted % track_->clips.size();
}

int HardLeg::send(nanoseconds since, std::size_t wanted, const HardManner& manner,
                  const HardNetwork& network, std::mt19937& random) {
    std::uniform_real_distribution<double> share(0, 1);
    int jumped = 0;
    while (begun_ + clip().packets[next_].at <= since) {
        const auto& packet = clip().packets[next_];
        auto bytes = packet.bytes;
        qToBigEndian(number_++, bytes.data() + 2);
        qToBigEndian(stamp_of(packet, manner), bytes.data() + 4);
        qToBigEndian(ssrc_, bytes.data() + 8);
        bytes[1] = static_cast<char>((bytes[1] & 0x80) | clip().payload);
        if (packet.ends_picture && manner.jump_every > 0 && ++since_jump_ >= manner.jump_every) {
            since_jump_ = 0;
            jump_ = jump_ == 0 ? manner.jump.count() : 0;
            ++jumped;
        }
        const bool lost = network.frozen || (network.loss > 0 && share(random) < network.loss);
        if (!lost && network.reordered > 0 && held_.isEmpty() && share(random) < network.reordered)
            held_ = bytes;
        else if (!lost) {
            put(bytes, false);
            if (!held_.isEmpty())
                put(std::exchange(held_, {}), false);
        }
        step(wanted);
    }
    if (manner.sends_reports && since >= next_report_ && !network.frozen)
        report(since, manner);
    return jumped;
}

void HardLeg::report(nanoseconds since, const HardManner& manner) {
    next_report_ = since + std::chrono::seconds(1);
    const auto seconds = static_cast<double>(since.count()) / 1e9;
    const double pace = manner.other_clock ? 2 : 1;
    // Seconds since 1900 (RFC 3550 §4): 1955 where the clock is another one.
    const double now = (manner.other_clock ? 1.7e9 : 3.97e9) + seconds * pace;
    const auto stamp =
        0x7fff0000U +
        static_cast<std::uint32_t>(static_cast<std::int64_t>(seconds * clip().clock_rate * pace));
    QByteArray out(28, '\0');
    out[0] = static_cast<char>(0x80);
    out[1] = static_cast<char>(200);
    qToBigEndian(std::uint16_t{6}, out.data() + 2);
    qToBigEndian(ssrc_, out.data() + 4);
    qToBigEndian(static_cast<std::uint32_t>(now), out.data() + 8);
    qToBigEndian(static_cast<std::uint32_t>((now - static_cast<std::int64_t>(now)) * 4294967295.0),
                 out.data() + 12);
    qToBigEndian(stamp, out.data() + 16);
    qToBigEndian(std::uint32_t{number_}, out.data() + 20);
    put(out, true);
}

void HardLeg::put(const QByteArray& packet, bool report) {
    if (socket_) {
        // A viewer that does not read must not fill this program's memory.
        if (socket_->bytesToWrite() > 4 * 1024 * 1024)
            return;
        char head[4] = {'$', static_cast<char>(channel_ + (report ? 1 : 0)), 0, 0};
        qToBigEndian(static_cast<quint16>(packet.size()), head + 2);
        socket_->write(head, 4);
        socket_->write(packet);
    } else if (rtp_) {
        (report ? rtcp_ : rtp_)
            ->writeDatagram(packet, viewer_, static_cast<quint16>(port_ + (report ? 1 : 0)));
    }
}

} // namespace chengyun::test
