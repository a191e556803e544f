// What a camera's stream is like at present, once a second, for who asks: how much comes, how much
// is lost, how late it is.
#pragma once

#include "app/video/camera_player.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <optional>

namespace chengyun::console {

/// GUI thread. Costs nothing while it does not run.
class StreamMeter : public QObject {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::CameraPlayer* player READ player WRITE setPlayer NOTIFY
                   playerChanged FINAL)
    Q_PROPERTY(bool running READ isRunning WRITE setRunning NOTIFY runningChanged FINAL)
    /// All but the age is of the last second; false before there was one.
    Q_PROPERTY(bool known READ isKnown NOTIFY measured FINAL)
    /// Pictures a second that came from the camera.
    Q_PROPERTY(double frameRate READ frameRate NOTIFY measured FINAL)
    /// Of coded pictures, in kbit/s.
    Q_PROPERTY(int bitRate READ bitRate NOTIFY measured FINAL)
    /// Of what the camera has sent, in percent: packets that did not come and pictures that were
    /// not shown.
    Q_PROPERTY(double loss READ loss NOTIFY measured FINAL)
    /// From a picture's first packet to its being shown, in milliseconds.
    Q_PROPERTY(int latency READ latency NOTIFY measured FINAL)
    /// Of the picture on the screen, in seconds; −1 without one.
    Q_PROPERTY(int age READ age NOTIFY measured FINAL)
    /// GStreamer's name of the decoder.
    Q_PROPERTY(QString decoder READ decoder NOTIFY measured FINAL)

public:
    explicit StreamMeter(QObject* parent = nullptr);

    [[nodiscard]] CameraPlayer* player() const { return player_; }
    void setPlayer(CameraPlayer* player);
    [[nodiscard]] bool isRunning() const { return running_; }
    void setRunning(bool running);
    [[nodiscard]] bool isKnown() const { return known_; }
    [[nodiscard]] double frameRate() const { return frameRate_; }
    [[nodiscard]] int bitRate() const { return bitRate_; }
    [[nodiscard]] double loss() const { return loss_; }
    [[nodiscard]] int latency() const { return latency_; }
    [[nodiscard]] int age() const { return player_ ? player_->pictureAge() : -1; }
    [[nodiscard]] QString decoder() const { return decoder_; }

    /// How long one measurement takes; for tests.
    void setInterval(std::chrono::milliseconds interval) { timer_.setInterval(interval); }

Q_SIGNALS:
    void playerChanged();
    void runningChanged();
    void measured();

private:
    struct Before {
        StreamFigures figures;
        int overwritten = 0;
    };
    void begin();
    void measure();

    QPointer<CameraPlayer> player_;
    bool running_ = false;
    bool known_ = false;
    double frameRate_ = 0;
    int bitRate_ = 0;
    double loss_ = 0;
    int latency_ = 0;
    QString decoder_;
    QTimer timer_;
    std::optional<Before> before_;
    QElapsedTimer since_; ///< `before_` was read
};

} // namespace chengyun::console
