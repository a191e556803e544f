#include "tests/qml/small_hub.h"

#include "core/account/session.h"
#include "core/id/uuid.h"
#include "core/json/codec.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QWebSocket>

namespace chengyun::console {

namespace {
constexpr auto minute = std::chrono::minutes(1);
constexpr auto nobody =
    R"({"type":"urn:chengyun:problem:unauthenticated","title":"no","status":401})";

void send(QTcpSocket* socket, int status, const QByteArray& body) {
    socket->write("HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: application/" +
                  (status < 400 ? "" : "problem+") + "json\r\nContent-Length: " +
                  QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    socket->disconnectFromHost();
}
} // namespace

SmallHub::SmallHub(QObject* parent)
    : QObject(parent), stream_(QStringLiteral("small hub"), QWebSocketServer::NonSecureMode) {
    fill();
    connect(&server_, &QTcpServer::newConnection, this, [this] {
        while (auto* socket = server_.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
    });
    connect(&stream_, &QWebSocketServer::newConnection, this, [this] {
        auto* socket = stream_.nextPendingConnection();
        socket->setParent(&stream_);
        connect(socket, &QWebSocket::textMessageReceived, socket,
                [this, socket](const QString& text) {
                    auto ping = QJsonDocument::fromJson(text.toUtf8()).object();
                    const auto kind = ping[QStringLiteral("t")].toString();
                    if (kind == QStringLiteral("watch"))
                        socket->sendTextMessage(present(ping));
                    if (kind != QStringLiteral("ping"))
                        return;
                    ping[QStringLiteral("t")] = QStringLiteral("pong");
                    ping[QStringLiteral("live")] = 1;
                    ping[QStringLiteral("now")] = QDateTime::currentMSecsSinceEpoch();
                    socket->sendTextMessage(QString::fromUtf8(QJsonDocument(ping).toJson()));
                });
        socket->sendTextMessage(
            QStringLiteral("{\"t\":\"entries\",\"after\":%1,\"head\":%1,\"entries\":[]}")
                .arg(snapshot.seq));
    });
    server_.listen(QHostAddress::LocalHost, 0);
}

QString SmallHub::present(const QJsonObject& watch) const {
    QJsonArray set;
    for (const auto& name : others)
        set.append(
            QJsonObject{{QStringLiteral("key"), name},
                        {QStringLiteral("at"), 1},
                        {QStringLiteral("value"), QJsonObject{{QStringLiteral("account"), name},
                                                              {QStringLiteral("name"), name}}}});
    const QJsonObject change{{QStringLiteral("id"), watch[QStringLiteral("id")]},
                             {QStringLiteral("set"), set}};
    return QString::fromUtf8(
        QJsonDocument(QJsonObject{{QStringLiteral("t"), QStringLiteral("live")},
                                  {QStringLiteral("watches"), QJsonArray{change}}})
            .toJson());
}

QUrl SmallHub::url() const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server_.serverPort()));
}

QString SmallHub::sessionFile(const QString& folder) const {
    const QString path = folder + QStringLiteral("/session.json");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("url"), url().toString()},
                                         {QStringLiteral("token"), QStringLiteral("t")}})
                   .toJson());
    return path;
}

void SmallHub::vanish() {
    server_.close();
    const auto streams = stream_.findChildren<QWebSocket*>();
    for (auto* socket : streams)
        socket->abort();
    const auto sockets = server_.findChildren<QTcpSocket*>();
    for (auto* socket : sockets)
        socket->abort();
}

void SmallHub::endSessions() {
    knowsToken_ = false;
    const auto streams = stream_.findChildren<QWebSocket*>();
    for (auto* socket : streams)
        socket->abort();
}

void SmallHub::push(Entry entry) {
    const auto after = snapshot.seq++;
    entry.seq = snapshot.seq;
    entry.time = system_now();
    const auto text = "{\"t\":\"entries\",\"after\":" + std::to_string(after) +
                      ",\"head\":" + std::to_string(entry.seq) + ",\"entries\":[" +
                      json::write(entry) + "]}";
    const auto streams = stream_.findChildren<QWebSocket*>();
    for (auto* socket : streams)
        socket->sendTextMessage(QString::fromStdString(text));
}

void SmallHub::serve(QTcpSocket* socket) {
    const auto peeked = socket->peek(1 << 20);
    const auto end = peeked.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const auto head = peeked.left(end);
    if (head.toLower().contains("upgrade: websocket") && knowsToken_) {
        disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
        stream_.handleConnection(socket);
        return;
    }
    qsizetype length = 0;
    for (const auto& line : head.split('\n'))
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    if (peeked.size() < end + 4 + length)
        return;
    const auto body = socket->read(end + 4 + length).mid(end + 4);
    const auto request = head.left(head.indexOf('\r')).split(' ');
    answer(socket, request.value(0), request.value(1), body);
}

void SmallHub::answer(QTcpSocket* socket, const QByteArray& method, const QByteArray& path,
                      const QByteArray& body) {
    if (path == "/api/v1/sessions")
        return signIn(socket, body);
    if (!knowsToken_)
        return send(socket, 401, nobody);
    if (path == "/api/v1/me/password/check") {
        const auto said = json::read<CheckPassword>(body.toStdString());
        if (said && said->password == password.toStdString())
            return send(socket, 200, QByteArray::fromStdString(json::write(account)));
        return send(
            socket, 403,
            R"({"type":"urn:chengyun:problem:forbidden","title":"no","status":403,"field":"password"})");
    }
    if (method != "GET") {
        if (method == "DELETE" && path == "/api/v1/sessions/current") {
            send(socket, 204, {});
            return;
        }
        commands.append(method + ' ' + path);
        bodies.append(body);
        if (!refusal.isEmpty())
            send(socket, 403,
                 R"({"type":"urn:chengyun:problem:)" + refusal + R"(","title":"no","status":403})");
        else
            send(socket, 200,
                 QByteArray::fromStdString(json::write(carriesOut
                                                           ? carriesOut(commands.constLast(), body)
                                                           : Done{snapshot.seq, {}})));
        Q_EMIT commanded(commands.constLast());
        return;
    }
    if (path == "/api/v1/me")
        send(socket, 200, QByteArray::fromStdString(json::write(account)));
    else if (path == "/api/v1/snapshot")
        send(socket, 200, QByteArray::fromStdString(json::write(snapshot)));
    else if (path.contains("/timeline"))
        send(socket, 200, R"({"items":[]})");
    else if (const auto found = page ? page(path) : QByteArray(); !found.isEmpty())
        send(socket, 200, found);
    else
        send(socket, 404, R"({"type":"urn:chengyun:problem:not_found","title":"no","status":404})");
}

void SmallHub::signIn(QTcpSocket* socket, const QByteArray& body) {
    const auto said = json::read<SignIn>(body.toStdString());
    if (!said || said->name != account.name || said->password != password.toStdString())
        return send(socket, 401, nobody);
    knowsToken_ = true;
    send(socket, 200,
         QByteArray::fromStdString(
             json::write(chengyun::Session{"t", system_now() + 60 * minute, account})));
}

void SmallHub::fill() {
    const Instant now = system_now();
    account = {.id = new_id(),
               .name = "zhang",
               .display_name = "张伟",
               .role = Role::operator_,
               .area = {},
               .unit = {}};
    snapshot.seq = 10;
    Duty duty;
    duty.commander = "高国栋";
    duty.shift_leader = "周敏";
    duty.version = 1;
    snapshot.values<Duty>() = {duty};
    snapshot.values<Area>().push_back({.code = "420114000000",
                                       .name = "蔡甸区",
                                       .parent = "420100000000",
                                       .level = AreaLevel::district,
                                       .centre = Place{114.03, 30.58},
                                       .rings = {},
                                       .population = {},
                                       .initials = "cdq"});
    const auto resource = [&](Layer layer, const char* name, const char* kind, double lon,
                              double lat, const char* initials) {
        Resource r;
        r.id = new_id();
        r.layer = layer;
        r.code = r.id.substr(0, 8);
        r.name = name;
        r.kind = kind;
        r.area = "420114000000";
        r.place = {lon, lat};
        r.contact = {"王芳", "027-00000000"};
        r.capacity = 30;
        r.initials = initials;
        r.updated = now;
        snapshot.values<Resource>().push_back(r);
        if (layer == Layer::rescue_force || layer == Layer::shelter) {
            Unit u;
            u.id = r.id;
            u.name = r.name;
            u.area = r.area;
            u.contact = r.contact;
            u.place = r.place;
            u.resource = r.id;
            u.initials = r.initials;
            snapshot.values<Unit>().push_back(u);
        }
    };
    resource(Layer::rescue_force, "消防三中队", "fire_station", 114.031, 30.582, "xfszd");
    resource(Layer::rescue_force, "排水抢险一队", "drainage_team", 114.035, 30.585, "psqxyd");
    resource(Layer::shelter, "张湾中学避难场所", "school", 114.025, 30.579, "zwzxbncs");
    resource(Layer::risk, "汉阳大道下穿通道", "underpass", 114.032, 30.581, "hyddxctd");
    for (int i = 0; i < 3; ++i) {
        Order o;
        o.id = new_id();
        o.number = 2031 + i;
        o.title = i == 0 ? "内涝 · 汉阳大道" : i == 1 ? "树倒 · 张湾街" : "燃气泄漏 · 城关";
        o.text = "立即到场处置并每小时反馈。";
        o.kind = i == 0 ? "waterlogging" : "other";
        o.level = i == 0 ? Level::II : i == 1 ? Level::III : Level::IV;
        o.area = "420114000000";
        o.place = Place{114.03 + 0.002 * i, 30.58};
        o.address = "汉阳大道 18 号";
        o.issued = now - 12 * minute;
        o.issued_by = account.id;
        o.issuer_name = account.display_name;
        o.version = 5 + i;
        snapshot.values<Order>().push_back(o);
        Assignment a;
        a.id = new_id();
        a.order = o.id;
        a.unit = snapshot.values<Unit>()[std::size_t(i) % 2].id;
        a.unit_name = snapshot.values<Unit>()[std::size_t(i) % 2].name;
        a.unit_area = o.area;
        a.issued = o.issued;
        a.by = account.id;
        a.acknowledge_due = o.issued + (i == 1 ? 10 : 30) * minute;
        a.report_due = o.issued + 60 * minute;
        a.complete_due = o.issued + 240 * minute;
        snapshot.values<Assignment>().push_back(a);
    }
}

} // namespace chengyun::console
