#include "app/link/feed.h"

#include "app/guarded.h"
#include "app/link/feed_frame.h"
#include "app/link/hub_link.h"
#include "app/text.h"
#include "core/text/showable.h"
#include "core/wire/wire_codec.h"

#include <QLoggingCategory>
#include <QPointer>

Q_LOGGING_CATEGORY(lcFeed, "chengyun.feed")

namespace chengyun::console {
namespace {

constexpr int pingEveryMs = 2000;
constexpr int pongsMissedAtMost = 3;
constexpr std::chrono::milliseconds firstRetry{300}, longestRetry{10000};
constexpr int snapshotTimeoutMs = 60000, openTimeoutMs = 10000;
/// So many gaps in a row, and asking for the same entries again would not help.
constexpr int snapshotAfter = 2;

/// Answers to pings are measured, so they must not queue behind the parsing of a long frame; and
/// the word to fetch the snapshot must be heard before the hub closes the stream behind it.
bool isShort(const QString& text, QLatin1StringView word) {
    return text.size() < 256 && text.contains(word);
}

} // namespace

Feed::Feed(HubLink& link, Cache& cache, QObject* parent)
    : Source(parent), link_(link), cache_(cache), backOff_(firstRetry, longestRetry) {
    parser_.setMaxThreadCount(1);
    // What follows one person's hall must not go on under another's name.
    connect(&link_, &HubLink::identityChanged, this, &Feed::stop);
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &Feed::advance);
    ping_.setInterval(pingEveryMs);
    connect(&ping_, &QTimer::timeout, this, &Feed::ping);
    opening_.setSingleShot(true);
    opening_.setInterval(openTimeoutMs);
    // QWebSocket waits for the answer to its handshake for ever.
    connect(&opening_, &QTimer::timeout, this, [this] {
        qCInfo(lcFeed) << "the hub does not answer";
        lost();
    });
    connect(&socket_, &QWebSocket::connected, this, [this] {
        opening_.stop();
        backOff_.reset();
        missedPongs_ = 0;
        live_ = false;
        setOpen(true);
        ping();
        ping_.start();
    });
    connect(&socket_, &QWebSocket::textMessageReceived, this, &Feed::takeText);
    connect(&socket_, &QWebSocket::disconnected, this, [this] {
        if (!running_ || retry_.isActive())
            return;
        if (open_ && gaps_ >= snapshotAfter)
            goBack(); // the hub had said why it would close
        else
            lost();
    });
    connect(&socket_, &QWebSocket::errorOccurred, this, [this] {
        qCInfo(lcFeed) << "stream:" << socket_.errorString();
        if (running_ && !retry_.isActive())
            lost();
    });
}

Feed::~Feed() {
    running_ = false;
    socket_.disconnect(this);
    parser_.waitForDone();
}

void Feed::start(const QString& account) {
    stop();
    running_ = true;
    backOff_.reset();
    gaps_ = 0;
    hasState_ = false;
    position_ = {};
    cache_.select(link_.identity().hub.toString(), account, scope());
    cache_.load(this, [this, round = round_](const SnapshotPtr& snapshot) {
        if (round != round_)
            return;
        if (snapshot)
            takeSnapshot(snapshot, false);
        advance();
    });
}

void Feed::stop() {
    ++round_;
    running_ = false;
    live_ = false;
    retry_.stop();
    ping_.stop();
    opening_.stop();
    socket_.abort();
    setOpen(false);
}

void Feed::retry() {
    if (running_ && retry_.isActive()) {
        backOff_.reset();
        retry_.stop();
        advance();
    }
}

void Feed::advance() {
    // A stream that opens would show the hub as there until its first frame.
    if (link_.isHubNewer())
        askVersion();
    else
        followHub();
}

void Feed::askVersion() {
    link_.get(
        QStringLiteral("/me"), this,
        [this, round = round_](const Reply&) {
            if (round != round_ || !running_)
                return;
            if (link_.isHubNewer())
                lost();
            else
                followHub();
        },
        openTimeoutMs);
}

void Feed::followHub() {
    if (hasState_ && gaps_ < snapshotAfter)
        connectStream();
    else
        fetchSnapshot();
}

void Feed::connectStream() {
    QNetworkRequest request(link_.streamUrl(position_));
    request.setRawHeader("Authorization", "Bearer " + link_.identity().token);
    socket_.setProxy(link_.proxy());
    opening_.start();
    socket_.open(request);
}

void Feed::fetchSnapshot() {
    link_.get(
        QStringLiteral("/snapshot"), this,
        [this, round = round_](const Reply& reply) {
            if (round != round_ || !running_)
                return;
            if (reply.ok())
                parseSnapshot(reply.body);
            else
                lost();
        },
        snapshotTimeoutMs);
}

void Feed::parseSnapshot(const QByteArray& text) {
    parser_.start([this, text, round = round_] {
        auto read = guarded(
            "feed", [&] { return json::read<Snapshot>(view(text), json::Unknown::ignore); },
            fail(FailureKind::unavailable, {}, "it could not be read"));
        SnapshotPtr snapshot;
        if (read) {
            make_showable(*read);
            snapshot = std::make_shared<const Snapshot>(std::move(*read));
        } else {
            qCWarning(lcFeed) << "snapshot not understood:" << read.error().field.c_str()
                              << read.error().detail.c_str();
        }
        // The destructor waits for this thread, so `this` is alive here.
        QMetaObject::invokeMethod(
            this,
            [this, snapshot, round] {
                if (round != round_ || !running_)
                    return;
                if (!snapshot)
                    return lost();
                takeSnapshot(snapshot, true);
                connectStream();
            },
            Qt::QueuedConnection);
    });
}

void Feed::takeSnapshot(const SnapshotPtr& snapshot, bool fromHub) {
    hasState_ = true;
    gaps_ = 0;
    position_ = positionOf(*snapshot);
    if (fromHub)
        cache_.store(snapshot);
    Q_EMIT loaded(snapshot);
    Q_EMIT positionChanged();
}

void Feed::takeText(const QString& text) {
    if (isShort(text, QLatin1StringView("\"reload\""))) {
        if (const auto frame = Frame::parse(text.toUtf8()); frame->reload) {
            // Remembered at once, acted upon after this: a socket is not broken off in its own
            // call.
            gaps_ = snapshotAfter;
            QMetaObject::invokeMethod(
                this,
                [this, frame, round = round_] {
                    if (round == round_ && running_)
                        takeFrame(frame);
                },
                Qt::QueuedConnection);
            return;
        }
    }
    if (isShort(text, QLatin1StringView("\"pong\""))) {
        const auto bytes = text.toUtf8();
        const auto value = json::parse(view(bytes));
        const auto* object = value ? value->if_object() : nullptr;
        const auto* type = object ? object->if_contains("t") : nullptr;
        const auto* at = object ? object->if_contains("at") : nullptr;
        const auto* now = object ? object->if_contains("now") : nullptr;
        const bool isPong = type && *type == "pong";
        if (isPong && at && now && at->is_number() && now->is_number())
            takePong(at->to_number<std::int64_t>(), now->to_number<std::int64_t>(),
                     object->contains("live"));
        if (isPong)
            return;
    }
    parser_.start([this, bytes = text.toUtf8(), round = round_] {
        auto unread = std::make_shared<Frame>();
        unread->bad = true;
        const auto frame = guarded("feed", [&] { return Frame::parse(bytes); }, unread);
        QMetaObject::invokeMethod(
            this,
            [this, frame, round] {
                if (round == round_ && running_)
                    takeFrame(frame);
            },
            Qt::QueuedConnection);
    });
}

void Feed::takeFrame(const std::shared_ptr<Frame>& frame) {
    if (frame->newer) {
        link_.takeVersion(frame->version);
        return lost();
    }
    if (frame->live) {
        Q_EMIT liveArrived(frame->live);
        return;
    }
    if (frame->bad) {
        gaps_ = snapshotAfter;
        return gap(-1);
    }
    if (frame->reload) {
        gaps_ = snapshotAfter;
        return gap(frame->head.seq);
    }
    if (frame->after != position_.seq || frame->head.seq < position_.seq)
        return gap(frame->after);
    gaps_ = 0;
    cache_.append(position_, frame->entries, frame->head);
    position_ = frame->head;
    if (!frame->entries->empty())
        Q_EMIT arrived(frame->entries);
    Q_EMIT positionChanged();
}

void Feed::gap(qint64 got) {
    qCInfo(lcFeed) << "have" << position_.seq << "and got" << got << "- going back for the rest";
    ++gaps_;
    Q_EMIT gapFound(position_.seq, got);
    goBack();
}

void Feed::goBack() {
    // Not a loss of the link: straight back, without the banner.
    ++round_;
    live_ = false;
    ping_.stop();
    opening_.stop();
    {
        const QSignalBlocker quiet(socket_);
        socket_.abort();
    }
    backOff_.reset();
    retry_.start(gaps_ > snapshotAfter + 1 ? firstRetry : std::chrono::milliseconds(0));
}

void Feed::takePong(qint64 sent, qint64 hubNow, bool live) {
    missedPongs_ = 0;
    if (live && !std::exchange(live_, true))
        Q_EMIT liveOpened();
    const auto now = ms_of(system_now());
    const auto trip = std::max<qint64>(0, now - sent);
    Q_EMIT measured(static_cast<int>(trip), hubNow - (sent + trip / 2));
}

void Feed::ping() {
    if (++missedPongs_ > pongsMissedAtMost) {
        qCInfo(lcFeed) << "the hub has stopped answering";
        return lost();
    }
    socket_.sendTextMessage(QStringLiteral(R"({"t":"ping","at":%1})").arg(ms_of(system_now())));
}

void Feed::sayLive(const QString& message) {
    if (open_ && live_)
        socket_.sendTextMessage(message);
}

void Feed::lost() {
    ++round_;
    live_ = false;
    ping_.stop();
    opening_.stop();
    {
        const QSignalBlocker quiet(socket_);
        socket_.abort();
    }
    const bool wasOpen = open_;
    setOpen(false);
    retry_.start(backOff_.next());
    if (!wasOpen && !link_.isHubNewer()) {
        // A refused upgrade does not say why; an ordinary request does, and HubLink tells of 401.
        link_.get(QStringLiteral("/me"), this, [](const Reply&) {}, 5000);
    }
    Q_EMIT attemptFailed();
}

void Feed::setOpen(bool open) {
    link_.setReachable(open);
    if (open == open_)
        return;
    open_ = open;
    Q_EMIT openChanged(open);
}

} // namespace chengyun::console
