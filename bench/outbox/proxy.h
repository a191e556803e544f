// The link that gets cut: a TCP proxy between console and hub that can break, refuse, and swallow
// answers.
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpServer>

class QTcpSocket;

namespace chengyun::bench {

class Proxy : public QObject {
    Q_OBJECT
public:
    explicit Proxy(quint16 hubPort);
    /// False when no port is free.
    bool start();
    [[nodiscard]] quint16 port() const { return port_; }

    /// Breaks every connection and refuses new ones until mend().
    void cut();
    /// Requests still reach the hub, answers do not come back; then cut() breaks it.
    void swallowAnswers();
    void mend();

private:
    void accept();

    struct Pair {
        QTcpSocket* console;
        QTcpSocket* hub;
    };
    quint16 hubPort_;
    quint16 port_ = 0;
    bool swallow_ = false;
    QTcpServer server_;
    QList<Pair> pairs_;
};

} // namespace chengyun::bench
