#include "app/screens/cut_line.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace chengyun::console {

CutLine::CutLine(QUrl hub, QObject* parent) : QObject(parent), hub_(std::move(hub)) {
    connect(&server_, &QTcpServer::newConnection, this, &CutLine::relay);
    server_.listen(QHostAddress::LocalHost, 0);
    port_ = server_.serverPort();
}

QUrl CutLine::url() const {
    QUrl here = hub_;
    here.setHost(QStringLiteral("127.0.0.1"));
    here.setPort(port_);
    return here;
}

void CutLine::cut() {
    server_.close();
    const auto sockets = server_.findChildren<QTcpSocket*>();
    for (auto* socket : sockets)
        socket->abort();
}

void CutLine::mend() {
    server_.listen(QHostAddress::LocalHost, port_);
}

void CutLine::relay() {
    while (auto* near = server_.nextPendingConnection()) {
        auto* far = new QTcpSocket(&server_);
        connect(near, &QTcpSocket::readyRead, far, [near, far] {
            if (far->state() == QAbstractSocket::ConnectedState)
                far->write(near->readAll());
        });
        connect(far, &QTcpSocket::connected, near, [near, far] { far->write(near->readAll()); });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        connect(near, &QTcpSocket::disconnected, far, &QTcpSocket::disconnectFromHost);
        connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
        connect(far, &QTcpSocket::errorOccurred, near, &QTcpSocket::abort);
        connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        connect(far, &QTcpSocket::disconnected, far, &QObject::deleteLater);
        far->connectToHost(hub_.host(), static_cast<quint16>(hub_.port(80)));
    }
}

} // namespace chengyun::console
