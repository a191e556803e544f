// A hub of a few orders and resources, for tests of the window: enough of docs/api.md to sign in,
// load and take commands, all on loopback.
#pragma once

#include "core/account/account.h"
#include "core/area/area.h"
#include "core/duty/duty.h"
#include "core/journal/entry.h"
#include "core/order/order.h"
#include "core/unit/unit.h"
#include "core/wire/answers.h"

#include <QByteArrayList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QWebSocketServer>

#include <functional>

namespace chengyun::console {

/// GUI thread.
class SmallHub : public QObject {
    Q_OBJECT
public:
    explicit SmallHub(QObject* parent = nullptr);
    [[nodiscard]] QUrl url() const;
    /// A session file for signInWithFile, written into `folder`.
    [[nodiscard]] QString sessionFile(const QString& folder) const;
    /// Nobody is there any more.
    void vanish();
    /// Journals an entry: every seat hears of it. Its number and time are set here.
    void push(Entry entry);

    Snapshot snapshot;
    Account account;
    /// "POST /api/v1/orders" and so on, in the order they came, and what came with them.
    QByteArrayList commands;
    QByteArrayList bodies;
    /// Who has any order open at other seats.
    QStringList others;
    /// Of `account`: with it one signs in and unlocks.
    QString password = QStringLiteral("correct horse");
    /// Ends every session: the token is not known any more until somebody signs in.
    void endSessions();
    /// Kind of the problem with which commands are refused ("forbidden"); empty: they are not.
    QByteArray refusal;
    /// What a command ("POST /api/v1/orders") with this body changes. Empty: nothing.
    std::function<Done(const QByteArray& command, const QByteArray& body)> carriesOut;
    /// What else can be fetched, by path with its question; an empty answer: it is not there.
    std::function<QByteArray(const QByteArray& path)> page;

Q_SIGNALS:
    void commanded(const QByteArray& command);

private:
    void serve(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const QByteArray& method, const QByteArray& path,
                const QByteArray& body);
    void signIn(QTcpSocket* socket, const QByteArray& body);
    void fill();
    [[nodiscard]] QString present(const QJsonObject& watch) const;

    bool knowsToken_ = true;
    QTcpServer server_;
    QWebSocketServer stream_;
};

} // namespace chengyun::console
