// Cameras that fail: one that is not there, one that shows a picture for a moment and hangs up, one
// that shows a picture for a moment and says no more, and one that never says a word.
#pragma once

#include <QString>
#include <QTcpServer>

class QTcpSocket;

namespace chengyun::bench {

/// Stands between a viewer and the media gateway.
class FailingCamera : public QTcpServer {
    Q_OBJECT
public:
    enum class Kind {
        closing,  ///< the connection ends 0.4 s after the first packet of a picture
        stalling, ///< nothing comes any more 0.4 s after it
        silent    ///< the connection is taken, and that is all
    };
    FailingCamera(Kind kind, quint16 gateway, QObject* parent = nullptr);

private:
    void forward(QTcpSocket* viewer);

    Kind kind_;
    quint16 gateway_;
};

/// Is the cameras' process until its standard input ends: prints one line of JSON, the ports by
/// kind, then serves. A process of its own, so that what is measured is the viewer's.
int run_cameras(const QString& gateway_program);

} // namespace chengyun::bench
