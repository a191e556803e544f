// A hard camera that is looked at.
#pragma once

#include "app/video/camera_player.h"
#include "tests/hard_streams/hard_camera.h"

#include <QSet>

#include <vector>

/// One track of these clips, one after the other.
inline chengyun::test::HardTrack track_of(std::vector<chengyun::test::RtpClip> clips) {
    return {.clips = std::move(clips)};
}

struct HardLooked {
    explicit HardLooked(chengyun::test::HardManner manner,
                        const chengyun::console::FeedLimits& limits = {},
                        const QString& scheme = {})
        : camera(std::move(manner)), open(camera.open()) {
        player.setLimits(limits);
        player.setVideoSink(&sink);
        QObject::connect(&player, &chengyun::console::CameraPlayer::stateChanged, &player,
                         [this] { states.insert(player.state()); });
        auto address = camera.address();
        if (!scheme.isEmpty())
            address.replace(QStringLiteral("rtsp:"), scheme + QLatin1Char(':'));
        player.setSource(address);
    }

    chengyun::test::HardCamera camera;
    bool open;
    QVideoSink sink;
    /// Since it was last cleared.
    QSet<chengyun::console::CameraPlayer::State> states;
    chengyun::console::CameraPlayer player;
};
