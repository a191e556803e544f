#include "bench/outbox/proxy.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace chengyun::bench {

Proxy::Proxy(quint16 hubPort) : hubPort_(hubPort) {
    server_.setProxy(QNetworkProxy::NoProxy);
    connect(&server_, &QTcpServer::newConnection, this, &Proxy::accept);
}

bool Proxy::start() {
    const bool listening = server_.listen(QHostAddress::LocalHost, port_);
    port_ = server_.serverPort();
    return listening;
}

void Proxy::accept() {
    while (auto* console = server_.nextPendingConnection()) {
        auto* hub = new QTcpSocket(console);
        hub->setProxy(QNetworkProxy::NoProxy);
        console->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(console, &QTcpSocket::readyRead, hub,
                [console, hub] { hub->write(console->readAll()); });
        connect(hub, &QTcpSocket::readyRead, console, [this, console, hub] {
            const auto bytes = hub->readAll();
            if (!swallow_)
                console->write(bytes);
        });
        connect(console, &QTcpSocket::disconnected, hub, [hub] { hub->disconnectFromHost(); });
        connect(hub, &QTcpSocket::disconnected, console,
                [console] { console->disconnectFromHost(); });
        connect(console, &QTcpSocket::disconnected, this, [this, console] {
            pairs_.removeIf([console](const Pair& pair) { return pair.console == console; });
            console->deleteLater();
        });
        pairs_.append(Pair{console, hub});
        // What is written before it is connected waits in the socket's buffer.
        hub->connectToHost(QHostAddress::LocalHost, hubPort_);
        hub->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
}

void Proxy::cut() {
    server_.close();
    swallow_ = false;
    const auto pairs = pairs_;
    pairs_.clear();
    for (const auto& pair : pairs) {
        pair.console->disconnect(this);
        pair.hub->abort();
        pair.console->abort();
        pair.console->deleteLater();
    }
}

void Proxy::swallowAnswers() {
    swallow_ = true;
}

void Proxy::mend() {
    swallow_ = false;
    if (!server_.isListening() && !start())
        qFatal("the proxy's port is taken");
}

} // namespace chengyun::bench
