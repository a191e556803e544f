// An RTSP server that can misbehave in each way of HardManner, and fail as networks do. It speaks
// RTSP 1.0 (RFC 2326) itself over plain sockets: a library for servers is too polite.
#pragma once

#include "tests/hard_streams/hard_viewer.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTcpServer>
#include <QTimer>

#include <map>
#include <memory>
#include <random>

class QTcpSocket;

namespace chengyun::test {

/// One thread's, with an event loop. All sessions see the same clips, each from its beginning.
class HardCamera : public QTcpServer {
    Q_OBJECT
public:
    explicit HardCamera(HardManner manner, QObject* parent = nullptr);
    ~HardCamera() override;

    void set_network(const HardNetwork& network);
    void set_seed(unsigned seed) { random_.seed(seed); }
    /// Closes all connections. Without `listening` nobody is let in until it is set again.
    void hang_up(bool listening);
    /// Nothing more is sent on what is open, and it is not closed: the other end has gone.
    void forget_viewers();
    /// From the next picture on, all tracks send their next clip; after the last the first.
    void go_on();
    /// Closes all connections: who comes again meets it in that manner.
    void set_manner(HardManner manner);

    /// "rtsp://127.0.0.1:…/camera"
    [[nodiscard]] QString address() const;
    /// Whether it listens, on the port that it had before if it had one.
    [[nodiscard]] bool open();
    /// PLAYs that were answered.
    [[nodiscard]] int plays() const { return plays_; }
    /// SETUPs for each track.
    [[nodiscard]] int setups(std::size_t track) const { return setups_.value(track); }
    /// Requests that bore a user and a password.
    [[nodiscard]] int sign_ins() const { return sign_ins_; }
    /// "TCP" or "UDP", of the last session.
    [[nodiscard]] const QByteArray& transport() const { return transport_; }
    [[nodiscard]] int jumps() const { return jumps_; }

private:
    void take(QTcpSocket* socket);
    void hear(HardViewer& viewer);
    [[nodiscard]] QByteArray answer(HardViewer& viewer, const QByteArray& request);
    [[nodiscard]] QByteArray describe() const;
    [[nodiscard]] QByteArray set_up(HardViewer& viewer, const QByteArray& request);
    void beat();

    HardManner manner_;
    HardNetwork network_;
    std::mt19937 random_{1};
    std::map<QTcpSocket*, std::unique_ptr<HardViewer>> viewers_;
    QHash<std::size_t, int> setups_;
    QTimer beat_;
    QElapsedTimer clock_;
    QByteArray transport_;
    quint16 port_ = 0;
    std::size_t clip_ = 0;
    int plays_ = 0, sign_ins_ = 0, jumps_ = 0;
};

} // namespace chengyun::test
