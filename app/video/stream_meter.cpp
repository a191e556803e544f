#include "app/video/stream_meter.h"

#include <algorithm>

namespace chengyun::console {

namespace {

/// `part` of `whole` in percent.
double share(quint64 part, quint64 whole) {
    return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

StreamMeter::StreamMeter(QObject* parent) : QObject(parent) {
    timer_.setInterval(std::chrono::seconds(1));
    connect(&timer_, &QTimer::timeout, this, &StreamMeter::measure);
}

void StreamMeter::setPlayer(CameraPlayer* player) {
    if (player == player_)
        return;
    if (player_)
        disconnect(player_, nullptr, this, nullptr);
    player_ = player;
    if (player_)
        connect(player_, &CameraPlayer::feedChanged, this, &StreamMeter::begin);
    begin();
    Q_EMIT playerChanged();
}

void StreamMeter::setRunning(bool running) {
    if (running == running_)
        return;
    running_ = running;
    begin();
    Q_EMIT runningChanged();
}

void StreamMeter::begin() {
    before_.reset();
    known_ = false;
    if (running_ && player_) {
        timer_.start();
        measure();
    } else {
        timer_.stop();
        Q_EMIT measured();
    }
}

void StreamMeter::measure() {
    const auto* feed = player_ ? player_->feed() : nullptr;
    const auto now = feed ? feed->figures() : std::nullopt;
    const auto before = std::exchange(before_, std::nullopt);
    // A stream that was opened anew counts from the beginning.
    known_ = now && before && now->pictures >= before->figures.pictures;
    if (known_) {
        const auto seconds = static_cast<double>(since_.nsecsElapsed()) / 1e9;
        const auto pictures = now->pictures - before->figures.pictures;
        const auto packets = now->packets - std::min(now->packets, before->figures.packets);
        const auto lost =
            now->packets_lost - std::min(now->packets_lost, before->figures.packets_lost);
        const auto unseen = now->held_back - before->figures.held_back +
                            static_cast<quint64>(feed->overwritten() - before->overwritten);
        frameRate_ = static_cast<double>(pictures) / seconds;
        bitRate_ = static_cast<int>(static_cast<double>(now->bytes - before->figures.bytes) * 8 /
                                    1000 / seconds);
        loss_ = std::max(share(lost, packets + lost), share(unseen, pictures));
        latency_ = static_cast<int>(feed->latency().count());
        decoder_ = now->decoder;
    }
    if (now) {
        before_ = Before{*now, feed->overwritten()};
        since_.start();
    }
    Q_EMIT measured();
}

} // namespace chengyun::console
