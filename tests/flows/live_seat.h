// A seat at the stream of a real hub, for what it is told on the live lane.
#pragma once

#include "tests/support/hub_under_test.h"

#include <QJsonArray>
#include <QMap>
#include <QNetworkProxy>
#include <QTimer>
#include <QWebSocket>

namespace chengyun::test {

/// A seat: what it watches is shown as batches say.
class LiveSeat {
public:
    LiveSeat(HubUnderTest& hub, const QByteArray& token) {
        using namespace Qt::StringLiterals;
        const auto from = hub.get(u"/api/v1/snapshot"_s, token).json()["seq"_L1].toInteger();
        QObject::connect(
            &socket, &QWebSocket::textMessageReceived, &socket,
            [this](const QString& text) { take(QJsonDocument::fromJson(text.toUtf8()).object()); });
        auto url = hub.url(u"/api/v1/stream?from=%1"_s.arg(from));
        url.setScheme(u"ws"_s);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + token);
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.open(request);
        // As a console: a seat that says nothing has nothing open.
        QObject::connect(&pinging, &QTimer::timeout, &socket, [this] {
            if (isOpen())
                say({{"t"_L1, "ping"_L1}, {"at"_L1, 1}});
        });
        pinging.start(2000);
    }
    [[nodiscard]] bool isOpen() const { return socket.state() == QAbstractSocket::ConnectedState; }
    void say(const QJsonObject& message) {
        socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson()));
    }
    void watch(int id, const QString& topic, const QJsonObject& more) {
        using namespace Qt::StringLiterals;
        QJsonObject message{{"t"_L1, "watch"_L1}, {"id"_L1, id}, {"topic"_L1, topic}};
        for (auto it = more.begin(); it != more.end(); ++it)
            message.insert(it.key(), it.value());
        say(message);
    }
    void present(const QJsonArray& orders) {
        using namespace Qt::StringLiterals;
        say({{"t"_L1, "present"_L1}, {"topic"_L1, "presence.orders"_L1}, {"subjects"_L1, orders}});
    }
    /// Names of a watch of presence.
    [[nodiscard]] QStringList names(int id) const {
        using namespace Qt::StringLiterals;
        QStringList out;
        for (const auto& value : shown.value(id))
            out << value["value"_L1]["name"_L1].toString();
        out.sort();
        return out;
    }

    /// Of a watch of any topic.
    [[nodiscard]] QStringList keys(int id) const { return shown.value(id).keys(); }

    QWebSocket socket;
    QTimer pinging;
    QMap<int, QMap<QString, QJsonObject>> shown; ///< LiveValues by watch and key
    QStringList refused;
    int liveFrames = 0, pongs = 0;

private:
    void take(const QJsonObject& frame) {
        using namespace Qt::StringLiterals;
        if (frame["t"_L1] == "pong"_L1)
            ++pongs;
        if (frame["t"_L1] != "live"_L1)
            return;
        ++liveFrames;
        for (const auto& item : frame["watches"_L1].toArray()) {
            auto& values = shown[item["id"_L1].toInt()];
            for (const auto& key : item["gone"_L1].toArray())
                values.remove(key.toString());
            for (const auto& value : item["set"_L1].toArray())
                values.insert(value["key"_L1].toString(), value.toObject());
        }
        for (const auto& item : frame["refused"_L1].toArray())
            refused << item["kind"_L1].toString();
    }
};

} // namespace chengyun::test
