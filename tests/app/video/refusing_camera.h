// A camera that asks for a sign-in and, where it is right, has nothing to show.
#pragma once

#include <QByteArray>
#include <QTcpServer>

class RefusingCamera : public QTcpServer {
    Q_OBJECT
public:
    /// `accepted`: "user:password" that is let in; empty: nobody is.
    explicit RefusingCamera(QByteArray accepted, QObject* parent = nullptr);

    void accept(QByteArray accepted) { accepted_ = std::move(accepted); }
    [[nodiscard]] int connections() const { return connections_; }
    /// Requests that came with a user and a password.
    [[nodiscard]] int signIns() const { return signIns_; }
    /// While true a request with a sign-in gets no answer; afterwards those that wait get theirs.
    void think(bool thinking);

private:
    [[nodiscard]] QByteArray answer(const QByteArray& request);

    QByteArray accepted_;
    int connections_ = 0;
    int signIns_ = 0;
    bool thinking_ = false;
Q_SIGNALS:
    void decided();
};
