// A hub small enough to be wrong on purpose: HTTP and the stream on one port of loopback.
#pragma once

#include "core/account/session.h"
#include "core/journal/entry.h"
#include "core/wire/answers.h"

#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QWebSocketServer>

#include <functional>

class QWebSocket;

namespace chengyun::test {

class FakeHub : public QObject {
    Q_OBJECT
public:
    FakeHub();
    ~FakeHub() override;

    /// Listens; the same port again after a pause.
    void up();
    /// Closes the port and every connection.
    void down();
    [[nodiscard]] QUrl url() const;

    // What it has.
    Snapshot snapshot;
    Account account;
    QByteArray token = "let-me-in";
    QString password = QStringLiteral("right");
    QHash<QByteArray, Account> others; ///< further accounts by their tokens

    QHash<QByteArray, QByteArray> pages; ///< what else can be fetched: bodies by path

    Clock now = system_now; ///< for Command-Expires

    // What it does wrong.
    int loseAnswers = 0;                   ///< carries the next ones out and breaks the connection
    int refuseStatus = 0;                  ///< with this problem instead of carrying out
    QByteArray refuseKind;                 ///< "wrong_state"
    QByteArray refusePath;                 ///< only what begins so; empty: all
    bool silent = false;                   ///< takes commands and says nothing
    std::function<void()> beforeAnswering; ///< called when a command has been carried out
    /// A whole HTTP response with which a proxy or a network's sign-in page answers commands; the
    /// hub never gets them.
    QByteArray insteadOfTheHub;
    /// Pages (by path) that a proxy answers with this status; 0: their connections break.
    QHash<QByteArray, int> broken;
    QByteArray photo;               ///< what every attachment is; none when empty
    bool withholdsSnapshot = false; ///< breaks the connection instead
    bool tellsHashes = true;        ///< false: as a hub of an older version
    QByteArray version;             ///< that it tells; empty: none, as of an older version
    bool isDeaf = false;            ///< takes what asks for the stream, and answers nothing
    bool sendsEntries = true; ///< false: keeps them to itself, so that the next has a gap before it

    bool hasLiveLane = true; ///< false: as a hub of an older version

    // What it was asked.
    QStringList live;               ///< messages for the live lane
    QList<QByteArray> carriedOut;   ///< bodies, once each
    QList<QByteArray> carriedOutAs; ///< the tokens that came with them
    QList<QByteArray> paths;        ///< of commands that came, also again
    QList<QByteArray> ended;        ///< tokens whose sessions were ended
    int passwordsChecked = 0;       ///< how often one was asked about
    int snapshots = 0;              ///< how often it was fetched
    int askedForBroken = 0;
    QList<QByteArray> fetched; ///< paths of `pages` and of what is not there
    QList<qint64> streamsFrom;
    QStringList streamsHash; ///< the hash that came with it, or empty

    /// Journals an entry and sends it to every stream.
    void push(Entry entry);
    /// Sends a batch of the live lane: the JSON of its LiveChanges.
    void pushLive(const QByteArray& changes);
    /// Has this from now on, and another journal: what a backup held.
    void restore(Snapshot backup);
    /// Tells every stream to fetch the snapshot.
    void tellReload();
    [[nodiscard]] qint64 head() const;
    /// Of the entry with that number.
    [[nodiscard]] QString hashAt(qint64 seq) const;
    [[nodiscard]] int streams() const { return static_cast<int>(streams_.size()); }

private:
    void take(class QTcpSocket* socket);
    void answer(QTcpSocket* socket, const QByteArray& method, const QByteArray& path,
                const QHash<QByteArray, QByteArray>& headers, const QByteArray& body);
    [[nodiscard]] bool knows(const QByteArray& authorization) const;
    void checkPassword(QTcpSocket* socket, const QByteArray& body);
    void changePassword(QTcpSocket* socket, const QByteArray& body);
    void reply(QTcpSocket* socket, int status, const QByteArray& body);
    void openStream(QWebSocket* stream);
    void sendFrom(QWebSocket* stream, qint64 after);

    QTcpServer server_;
    QWebSocketServer upgrade_;
    quint16 port_ = 0;
    QList<QTcpSocket*> sockets_;
    QList<QWebSocket*> streams_;
    std::vector<Entry> journal_;
    char chain_ = 'a';                      ///< what every hash of the journal begins with
    QHash<QByteArray, QByteArray> answers_; ///< by key
    QHash<QByteArray, qint64> sentTo_;
};

} // namespace chengyun::test
