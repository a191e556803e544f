// One connection to the media server: its WebSocket, the session on it, questions and answers.
#pragma once

#include "app/consult/media/janus_message.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <boost/json/object.hpp>

#include <chrono>
#include <functional>

namespace chengyun::console {

/// GUI thread. For one attempt: after `lost` it is of no use any more. The token is in no log and
/// in no failure.
class JanusLink : public QObject {
    Q_OBJECT
public:
    /// The failure: `unavailable` where no answer came in time or the connection went,
    /// `forbidden` where the media server refuses the token, `malformed` or `too_large` where what
    /// it said cannot be read. A refusal by the media server is an answer.
    using OnAnswer = std::function<void(const Result<JanusMessage>&)>;

    explicit JanusLink(QObject* parent = nullptr);
    ~JanusLink() override;

    /// Connects and makes a session; then `opened`, or `lost`.
    void open(const QUrl& url, const QString& token);
    /// Says goodbye where it can. Nothing is emitted, and nobody is answered, any more.
    void close();

    /// A handle of the VideoRoom.
    void attach(std::function<void(std::uint64_t handle)> done);
    /// To the VideoRoom. `sdp`, where there is one, goes with it.
    void ask(std::uint64_t handle, boost::json::object body, OnAnswer done,
             const std::string& sdp = {}, bool is_offer = false);
    /// An address under which a connection of this handle may be reached; empty text: all are said.
    void trickle(std::uint64_t handle, unsigned mline, const std::string& candidate);
    void detach(std::uint64_t handle);

    /// So long an answer may take, and a connection to open.
    static constexpr std::chrono::milliseconds patience{5000};
    /// So often the media server is asked whether it is there, and so long it may be silent then.
    static constexpr std::chrono::milliseconds beat{1000}, silence{3000};

Q_SIGNALS:
    void opened();
    /// Once: the connection is of no use any more.
    void lost(const chengyun::Failure& why);
    /// What is no answer.
    void heard(const chengyun::console::JanusMessage& message);

private:
    struct Asked {
        OnAnswer done;
        bool by_ack = false; ///< the acknowledgement is the answer
        QElapsedTimer since;
    };
    void send(boost::json::object request, OnAnswer done = {}, bool by_ack = false);
    void take(const QString& text);
    void create();
    void look();
    void end(const Failure& why);

    QWebSocket socket_;
    QTimer timer_;
    QElapsedTimer connecting_, last_heard_;
    std::string token_;
    std::uint64_t session_ = 0;
    std::uint64_t asked_ = 0;
    QHash<QString, Asked> open_;
    bool over_ = false;
};

} // namespace chengyun::console
