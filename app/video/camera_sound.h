// The one camera that is listened to.
#pragma once

#include "app/video/camera_player.h"
#include "app/video/sound_pipeline.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>

namespace chengyun::console {

/// GUI thread. A seat has one, so that it never speaks with two voices.
class CameraSound : public QObject {
    Q_OBJECT
    /// Whose camera is listened to; null for none.
    Q_PROPERTY(chengyun::console::CameraPlayer* player READ player NOTIFY changed FINAL)
    /// Its sound has come.
    Q_PROPERTY(bool heard READ isHeard NOTIFY changed FINAL)

public:
    explicit CameraSound(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] CameraPlayer* player() const { return player_; }
    [[nodiscard]] bool isHeard() const { return heard_; }

    /// Listens to the camera of this player, and to no other; ends where it is listened to already.
    /// It ends too when the player shows another camera, is not active or not seen any more.
    Q_INVOKABLE void turn(chengyun::console::CameraPlayer* player);
    Q_INVOKABLE void stop();

    /// For tests: the element that takes the place of a device, as gst-launch writes it.
    void setSink(const QString& sink) { sink_ = sink; }
    /// For tests; empty before there is one.
    [[nodiscard]] std::string decoder() const {
        return stream_ ? stream_->decoder() : std::string();
    }

Q_SIGNALS:
    void changed();
    /// It has ended by itself; why, in words.
    void ended(const QString& why);

private:
    void follow();
    void end(SoundEnd why, const QString& detail);

    QString sink_;
    QPointer<CameraPlayer> player_;
    QString source_;
    bool heard_ = false;
    quint64 round_ = 0; ///< of what is listened to: news of an earlier one is none
    std::unique_ptr<SoundPipeline> stream_;
};

} // namespace chengyun::console
