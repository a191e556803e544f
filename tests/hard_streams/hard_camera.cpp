#include "tests/hard_streams/hard_camera.h"

#include "tests/hard_streams/hard_sign_in.h"

#include <QTcpSocket>
#include <QtEndian>

namespace chengyun::test {

namespace {

QByteArray header(const QByteArray& request, const QByteArray& name) {
    for (const auto& line : request.split('\n'))
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.sliced(name.size() + 1).trimmed();
    return {};
}

/// The number behind `name` in a Transport header: 5000 in "client_port=5000-5001".
int number_behind(const QByteArray& transport, const QByteArray& name) {
    const auto at = transport.indexOf(name);
    if (at < 0)
        return -1;
    const auto rest = transport.mid(at + name.size());
    qsizetype digits = 0;
    while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9')
        ++digits;
    return rest.first(digits).toInt();
}

QByteArray describe_track(const RtpClip& clip, std::size_t number) {
    const auto payload = QByteArray::number(clip.payload);
    QByteArray out = "m=" + clip.media + " 0 RTP/AVP " + payload + "\r\n" + "a=rtpmap:" + payload +
                     ' ' + clip.encoding + '/' + QByteArray::number(clip.clock_rate) + "\r\n";
    QByteArrayList format;
    for (const auto& [name, value] : clip.format)
        format.append(name + '=' + value);
    if (!format.isEmpty())
        out += "a=fmtp:" + payload + ' ' + format.join(';') + "\r\n";
    return out + "a=control:track" + QByteArray::number(number) + "\r\n";
}

} // namespace

HardCamera::HardCamera(HardManner manner, QObject* parent)
    : QTcpServer(parent), manner_(std::move(manner)) {
    clock_.start();
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto* socket = nextPendingConnection())
            take(socket);
    });
    beat_.setInterval(10);
    beat_.setTimerType(Qt::PreciseTimer);
    connect(&beat_, &QTimer::timeout, this, &HardCamera::beat);
    beat_.start();
}

HardCamera::~HardCamera() {
    hang_up(false);
}

bool HardCamera::open() {
    if (isListening())
        return true;
    if (!listen(QHostAddress::LocalHost, port_))
        return false;
    port_ = serverPort();
    return true;
}

QString HardCamera::address() const {
    return QStringLiteral("rtsp://127.0.0.1:%1/camera").arg(port_);
}

void HardCamera::set_network(const HardNetwork& network) {
    const bool thaws = network_.frozen && !network.frozen;
    network_ = network;
    if (thaws)
        for (auto& [socket, viewer] : viewers_)
            hear(*viewer);
}

void HardCamera::hang_up(bool listening) {
    if (!listening)
        close(); // those who listen are dropped with it
    for (auto& [socket, viewer] : viewers_) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
    viewers_.clear();
}

void HardCamera::forget_viewers() {
    for (auto& [socket, viewer] : viewers_)
        viewer->dead = true;
}

void HardCamera::go_on() {
    ++clip_;
}

void HardCamera::set_manner(HardManner manner) {
    hang_up(isListening());
    manner_ = std::move(manner);
    clip_ = 0;
}

void HardCamera::take(QTcpSocket* socket) {
    auto& viewer = viewers_[socket];
    viewer = std::make_unique<HardViewer>();
    viewer->socket = socket;
    viewer->dead = network_.half_open;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        if (const auto found = viewers_.find(socket); found != viewers_.end())
            hear(*found->second);
    });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        viewers_.erase(socket);
        socket->deleteLater();
    });
}

void HardCamera::hear(HardViewer& viewer) {
    viewer.pending += viewer.socket->readAll();
    if (network_.frozen || viewer.dead)
        return;
    for (;;) {
        // Receiver reports are between the requests: '$', channel, length (RFC 2326 §10.12).
        while (viewer.pending.startsWith('$') && viewer.pending.size() >= 4) {
            const auto length =
                4 + static_cast<qsizetype>(qFromBigEndian<quint16>(viewer.pending.constData() + 2));
            if (viewer.pending.size() < length)
                return;
            viewer.pending.remove(0, length);
        }
        const auto end = viewer.pending.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const auto request = viewer.pending.first(end);
        const auto body = header(request, "Content-Length").toInt();
        if (viewer.pending.size() < end + 4 + body)
            return;
        viewer.pending.remove(0, end + 4 + body);
        viewer.socket->write(answer(viewer, request));
    }
}

QByteArray HardCamera::answer(HardViewer& viewer, const QByteArray& request) {
    const auto head = [&](const char* status) {
        return QByteArray("RTSP/1.0 ") + status + "\r\nCSeq: " + header(request, "CSeq") + "\r\n";
    };
    const auto method = request.left(request.indexOf(' '));
    if (method == "OPTIONS")
        return head("200 OK") +
               "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER\r\n\r\n";
    const auto sent = header(request, "Authorization");
    sign_ins_ += sent.isEmpty() ? 0 : 1;
    if (!is_right(manner_, method, sent))
        return head("401 Unauthorized") + challenges(manner_.sign_in) + "\r\n";
    if (method == "DESCRIBE") {
        const auto body = describe();
        return head("200 OK") + "Content-Base: " + address().toUtf8() +
               "/\r\nContent-Type: application/sdp\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    if (method == "SETUP") {
        const auto transport = set_up(viewer, request);
        if (transport.isEmpty())
            return head("461 Unsupported Transport") + "\r\n";
        return head("200 OK") + "Session: 4711;timeout=60\r\nTransport: " + transport + "\r\n\r\n";
    }
    if (method == "PLAY") {
        const bool refused = manner_.refused_at_play && !(viewer.udp ? manner_.udp : manner_.tcp);
        if (refused)
            return head("461 Unsupported Transport") + "Session: 4711\r\n\r\n";
        viewer.playing = true;
        viewer.began = std::chrono::nanoseconds(clock_.nsecsElapsed());
        ++plays_;
        return head("200 OK") + "Session: 4711\r\nRange: npt=now-\r\n\r\n";
    }
    return head("200 OK") + "Session: 4711\r\n\r\n";
}

QByteArray HardCamera::describe() const {
    QByteArray out = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=camera\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n"
                     "a=control:*\r\na=range:npt=now-\r\n";
    for (std::size_t i = 0; i < manner_.tracks.size(); ++i) {
        const auto& clips = manner_.tracks[i].clips;
        out += describe_track(clips[clip_ % clips.size()], i);
    }
    return manner_.description ? manner_.description(out) : out;
}

QByteArray HardCamera::set_up(HardViewer& viewer, const QByteArray& request) {
    const auto target = request.left(request.indexOf("\r\n"));
    const int said = number_behind(target, "/track");
    const auto track = said < 0 ? std::size_t{0} : static_cast<std::size_t>(said);
    if (track >= manner_.tracks.size())
        return {};
    ++setups_[track];
    const auto transport = header(request, "Transport");
    const bool udp = !transport.contains("/TCP");
    if (!(udp ? manner_.udp : manner_.tcp) && !manner_.refused_at_play)
        return {};
    viewer.udp = udp;
    transport_ = udp ? "UDP" : "TCP";
    auto leg = std::make_unique<HardLeg>(manner_.tracks[track], clip_, random_());
    QByteArray agreed;
    if (!udp) {
        const int channel = number_behind(transport, "interleaved=");
        leg->use_channels(viewer.socket, channel);
        agreed = "RTP/AVP/TCP;unicast;interleaved=" + QByteArray::number(channel) + '-' +
                 QByteArray::number(channel + 1);
    } else {
        const auto port = static_cast<quint16>(number_behind(transport, "client_port="));
        if (!leg->use_ports(viewer.socket->peerAddress(), port))
            return {};
        agreed = "RTP/AVP;unicast;client_port=" + QByteArray::number(port) + '-' +
                 QByteArray::number(port + 1) +
                 ";server_port=" + QByteArray::number(leg->own_port()) + '-' +
                 QByteArray::number(leg->own_port() + 1);
    }
    viewer.legs[track] = std::move(leg);
    return agreed;
}

void HardCamera::beat() {
    const std::chrono::nanoseconds now(clock_.nsecsElapsed());
    for (auto& [socket, viewer] : viewers_) {
        if (!viewer->playing || viewer->dead || (viewer->udp && manner_.udp_is_lost))
            continue;
        for (auto& [track, leg] : viewer->legs)
            jumps_ += leg->send(now - viewer->began, clip_, manner_, network_, random_);
    }
}

} // namespace chengyun::test
