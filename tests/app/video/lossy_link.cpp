#include "lossy_link.h"

#include <QTcpSocket>
#include <QtEndian>

LossyLink::LossyLink(quint16 server, QObject* parent) : QTcpServer(parent), server_(server) {
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto* viewer = nextPendingConnection())
            forward(viewer);
    });
}

void LossyLink::forward(QTcpSocket* viewer) {
    auto* camera = new QTcpSocket(viewer);
    connect(viewer, &QTcpSocket::readyRead, camera,
            [viewer, camera] { camera->write(viewer->readAll()); });
    connect(camera, &QTcpSocket::readyRead, viewer,
            [this, viewer, camera, pending = QByteArray()]() mutable {
                pending += camera->readAll();
                viewer->write(take(pending));
            });
    connect(viewer, &QTcpSocket::disconnected, viewer, &QObject::deleteLater);
    connect(camera, &QTcpSocket::disconnected, viewer, &QTcpSocket::disconnectFromHost);
    camera->connectToHost(QHostAddress::LocalHost, server_);
}

QByteArray LossyLink::take(QByteArray& pending) {
    QByteArray out;
    while (pending.size() >= 4) {
        qsizetype length = 0;
        const bool packet = pending[0] == '$';
        if (packet) { // RFC 2326 §10.12: '$', channel, length
            length = 4 + qFromBigEndian<quint16>(pending.constData() + 2);
        } else {
            const auto head = pending.indexOf("\r\n\r\n");
            if (head < 0)
                break;
            length = head + 4;
            const auto field = pending.left(length).toLower().indexOf("content-length:");
            if (field >= 0)
                length += pending.mid(field + 15, pending.indexOf('\r', field) - field - 15)
                              .trimmed()
                              .toInt();
        }
        if (pending.size() < length)
            break;
        auto message = pending.left(length);
        const bool picture = packet && pending[1] == 0;
        if (picture && jumpAfter_ > 0)
            stamp(message);
        if (!picture || !(held_ || isLost(QByteArrayView(message).sliced(4))))
            out += message;
        pending.remove(0, length);
    }
    return out;
}

void LossyLink::stamp(QByteArray& message) {
    if (message.size() < 4 + 12)
        return;
    constexpr qint64 ticks = 90000;    // a second, RFC 6184 §8.2.1
    char* at = message.data() + 4 + 4; // RFC 3550 §5.1
    qToBigEndian(qFromBigEndian<quint32>(at) + static_cast<quint32>(jumps_ * jump_ * ticks), at);
    const bool marker = static_cast<quint8>(message[4 + 1]) & 0x80;
    if (marker && ++sinceJump_ >= jumpAfter_) {
        sinceJump_ = 0;
        ++jumps_;
    }
}

bool LossyLink::isLost(QByteArrayView packet) {
    if (packet.size() < 14)
        return false;
    const auto byte = [&](qsizetype at) { return static_cast<quint8>(packet[at]); };
    const bool marker = byte(1) & 0x80;
    int type = byte(12) & 0x1f; // RFC 6184 §5.2; RTP headers here have neither CSRC nor extension
    if (type == 28)             // a fragment tells the type of the whole
        type = byte(13) & 0x1f;
    const bool picture = type == 1 || type == 5;
    bool lose = false;
    if (picture && begins_) {
        begins_ = false;
        if (type == 5)
            sinceKey_ = 0;
        else if (sinceKey_ >= 0)
            ++sinceKey_;
        lose = lossy_ && sinceKey_ == 2;
        lost_ = lost_ || lose;
        if (lost_ && type == 5)
            ++keys_;
    }
    if (marker) {
        begins_ = true;
        pictures_ += lost_ ? 1 : 0;
    }
    return lose;
}
