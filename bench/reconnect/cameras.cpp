#include "bench/reconnect/cameras.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSocketNotifier>
#include <QTcpSocket>
#include <QTimer>

#include <cstdio>

#include <unistd.h>

namespace chengyun::bench {

namespace {

constexpr std::chrono::milliseconds shown{400};

/// The port that the gateway says it listens on; 0 when it did not come up.
quint16 start_gateway(QProcess& gateway, const QString& program) {
    gateway.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    gateway.start(program, {QStringLiteral("--demo"), QString(), QStringLiteral("--listen"),
                            QStringLiteral("127.0.0.1:0")});
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (!gateway.waitForReadyRead(30000))
            return 0;
        line += gateway.readLine();
    }
    const auto from = line.lastIndexOf("127.0.0.1:") + 10;
    return line.mid(from, line.indexOf(' ', from) - from).toUShort();
}

} // namespace

FailingCamera::FailingCamera(Kind kind, quint16 gateway, QObject* parent)
    : QTcpServer(parent), kind_(kind), gateway_(gateway) {
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto* viewer = nextPendingConnection())
            forward(viewer);
    });
}

void FailingCamera::forward(QTcpSocket* viewer) {
    connect(viewer, &QTcpSocket::disconnected, viewer, &QObject::deleteLater);
    if (kind_ == Kind::silent)
        return;
    auto* camera = new QTcpSocket(viewer);
    auto* end = new QTimer(viewer);
    end->setSingleShot(true);
    end->setInterval(shown);
    connect(viewer, &QTcpSocket::readyRead, camera,
            [viewer, camera] { camera->write(viewer->readAll()); });
    connect(camera, &QTcpSocket::readyRead, viewer,
            [viewer, camera, end, pictures = false]() mutable {
                const auto bytes = camera->readAll();
                // Interleaved packets begin with "$" (RFC 2326 §10.12), answers with "RTSP".
                pictures = pictures || bytes.startsWith('$');
                if (pictures && !end->isActive() && !end->property("over").toBool())
                    end->start();
                if (!end->property("over").toBool())
                    viewer->write(bytes);
            });
    connect(end, &QTimer::timeout, viewer, [this, viewer, end] {
        end->setProperty("over", true);
        if (kind_ == Kind::closing)
            viewer->disconnectFromHost();
    });
    connect(camera, &QTcpSocket::disconnected, viewer, &QTcpSocket::disconnectFromHost);
    camera->connectToHost(QHostAddress::LocalHost, gateway_);
}

int run_cameras(const QString& gateway_program) {
    QProcess gateway;
    const quint16 upstream = start_gateway(gateway, gateway_program);
    if (upstream == 0) {
        std::fprintf(stderr, "bench reconnect: the media gateway did not come up\n");
        return 1;
    }
    FailingCamera closing(FailingCamera::Kind::closing, upstream);
    FailingCamera stalling(FailingCamera::Kind::stalling, upstream);
    FailingCamera silent(FailingCamera::Kind::silent, upstream);
    QTcpServer dead;
    for (auto* server : {static_cast<QTcpServer*>(&closing), static_cast<QTcpServer*>(&stalling),
                         static_cast<QTcpServer*>(&silent), &dead})
        if (!server->listen(QHostAddress::LocalHost)) {
            std::fprintf(stderr, "bench reconnect: %s\n", qPrintable(server->errorString()));
            return 1;
        }
    const auto nobody = dead.serverPort();
    dead.close();
    std::printf("{\"dead\":%d,\"closing\":%d,\"stalling\":%d,\"silent\":%d}\n", nobody,
                closing.serverPort(), stalling.serverPort(), silent.serverPort());
    std::fflush(stdout);
    // Whoever started this may be killed: its end of the pipe closes then.
    QSocketNotifier parent(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&parent, &QSocketNotifier::activated, &QCoreApplication::quit);
    const int status = QCoreApplication::exec();
    gateway.kill();
    gateway.waitForFinished();
    return status;
}

} // namespace chengyun::bench
