#include "refusing_camera.h"

#include <QTcpSocket>

namespace {

/// The value of a header, or nothing.
QByteArray header(const QByteArray& request, const QByteArray& name) {
    for (const auto& line : request.split('\n'))
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.sliced(name.size() + 1).trimmed();
    return {};
}

} // namespace

RefusingCamera::RefusingCamera(QByteArray accepted, QObject* parent)
    : QTcpServer(parent), accepted_(std::move(accepted)) {
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto* viewer = nextPendingConnection()) {
            ++connections_;
            connect(viewer, &QTcpSocket::disconnected, viewer, &QObject::deleteLater);
            connect(viewer, &QTcpSocket::readyRead, this,
                    [this, viewer, pending = QByteArray()]() mutable {
                        pending += viewer->readAll();
                        for (auto end = pending.indexOf("\r\n\r\n"); end >= 0;
                             end = pending.indexOf("\r\n\r\n")) {
                            const auto reply = answer(pending.first(end));
                            pending.remove(0, end + 4);
                            if (thinking_ && signIns_ > 0)
                                connect(this, &RefusingCamera::decided, viewer,
                                        [viewer, reply] { viewer->write(reply); });
                            else
                                viewer->write(reply);
                        }
                    });
        }
    });
}

void RefusingCamera::think(bool thinking) {
    thinking_ = thinking;
    if (!thinking)
        Q_EMIT decided();
}

QByteArray RefusingCamera::answer(const QByteArray& request) {
    const auto head = [&](const char* status) {
        return QByteArray("RTSP/1.0 ") + status + "\r\nCSeq: " + header(request, "CSeq") + "\r\n";
    };
    if (request.startsWith("OPTIONS"))
        return head("200 OK") + "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n";
    const auto sent = header(request, "Authorization");
    if (!sent.isEmpty())
        ++signIns_;
    if (!accepted_.isEmpty() && sent == "Basic " + accepted_.toBase64())
        return head("404 Not Found") + "\r\n";
    return head("401 Unauthorized") + "WWW-Authenticate: Basic realm=\"camera\"\r\n\r\n";
}
