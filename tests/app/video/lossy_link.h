// A way to a camera on which pictures get lost: forwards RTSP over TCP and leaves out packets of
// H.264 pictures.
#pragma once

#include <QTcpServer>

class QTcpSocket;

class LossyLink : public QTcpServer {
    Q_OBJECT
public:
    /// Forwards to a server on loopback. Single-threaded; lives in the caller's event loop.
    explicit LossyLink(quint16 server, QObject* parent = nullptr);

    /// From now on the first packet of the second picture after every key picture gets lost.
    void loseEverySecondPicture() { lossy_ = true; }
    /// From now on the time stamps of all packets jump by so many seconds after every so many
    /// pictures, as those of cameras do whose clock is set again and again.
    void jumpTimeStamps(qint64 seconds, int pictures) {
        jump_ = seconds;
        jumpAfter_ = pictures;
    }
    /// How often they have jumped.
    [[nodiscard]] int jumps() const { return jumps_; }
    /// While true no packet of a picture comes through; the camera's reports and answers do.
    void holdBack(bool held) { held_ = held; }
    /// Whole pictures (by the marker of their last packet) forwarded since the first packet lost.
    [[nodiscard]] int picturesSinceLoss() const { return pictures_; }
    /// Key pictures among them.
    [[nodiscard]] int keysSinceLoss() const { return keys_; }

private:
    void forward(QTcpSocket* viewer);
    /// Takes whole messages out of `pending`; returns what the viewer gets.
    QByteArray take(QByteArray& pending);
    bool isLost(QByteArrayView packet);
    void stamp(QByteArray& message);

    quint16 server_;
    bool lossy_ = false;
    bool held_ = false;
    qint64 jump_ = 0;
    int jumpAfter_ = 0;
    int jumps_ = 0;
    int sinceJump_ = 0;
    int pictures_ = 0;
    int keys_ = 0;
    int sinceKey_ = -1; ///< pictures begun since the last key picture; −1 before the first
    bool begins_ = true;
    bool lost_ = false;
};
