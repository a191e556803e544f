#include "app/video/camera_sound.h"

namespace chengyun::console {

void CameraSound::turn(CameraPlayer* player) {
    const bool again = player && player == player_;
    stop();
    if (!player || again)
        return;
    if (player->state() != CameraPlayer::State::Playing) {
        Q_EMIT ended(tr("This camera has no picture now: it is not asked for its sound either."));
        return;
    }
    player_ = player;
    source_ = player->source();
    connect(player, &CameraPlayer::sourceChanged, this, &CameraSound::follow);
    connect(player, &CameraPlayer::activeChanged, this, &CameraSound::follow);
    connect(player, &CameraPlayer::seenChanged, this, &CameraSound::follow);
    connect(player, &QObject::destroyed, this, &CameraSound::stop);
    const auto on_gui = [this, round = ++round_](auto act) {
        QMetaObject::invokeMethod(
            this,
            [this, round, act] {
                if (round == round_)
                    act();
            },
            Qt::QueuedConnection);
    };
    stream_ = std::make_unique<SoundPipeline>(
        source_, sink_,
        [this, on_gui] {
            on_gui([this] {
                heard_ = true;
                Q_EMIT changed();
            });
        },
        [this, on_gui](SoundEnd why, const QString& detail) {
            on_gui([this, why, detail] { end(why, detail); });
        });
    Q_EMIT changed();
}

void CameraSound::stop() {
    if (!stream_)
        return;
    ++round_;
    if (player_)
        disconnect(player_, nullptr, this, nullptr);
    player_.clear();
    source_.clear();
    heard_ = false;
    stream_.reset();
    Q_EMIT changed();
}

void CameraSound::follow() {
    if (player_ && (player_->source() != source_ || !player_->active() || !player_->isSeen()))
        stop();
}

void CameraSound::end(SoundEnd why, const QString& detail) {
    stop();
    switch (why) {
    case SoundEnd::no_device:
        Q_EMIT ended(tr("This machine has no sound output."));
        break;
    case SoundEnd::no_sound:
        Q_EMIT ended(tr("This camera sends no sound."));
        break;
    case SoundEnd::undecodable:
        Q_EMIT ended(tr("The camera's sound cannot be decoded here: %1").arg(detail));
        break;
    case SoundEnd::unreachable:
        Q_EMIT ended(tr("The camera gives its picture, and not its sound: %1").arg(detail));
        break;
    case SoundEnd::ended:
        Q_EMIT ended(tr("The camera's sound has ended."));
    }
}

} // namespace chengyun::console
