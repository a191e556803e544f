#include "app/resources/camera_streams.h"

#include "app/link/failure_text.h"
#include "app/link/hub_link.h"
#include "app/link/language.h"
#include "app/resources/resource_store.h"
#include "core/json/codec.h"

#include <QUrl>

#include <chrono>

namespace chengyun::console {
namespace {

/// What the hub answers (docs/api.md).
struct Stream {
    std::string address;
};
BOOST_DESCRIBE_STRUCT(Stream, (), (address))

constexpr std::chrono::seconds again{5};

} // namespace

CameraStreams::CameraStreams(HubLink& link, const ResourceStore& store, QObject* parent)
    : QObject(parent), link_(link), store_(store) {
    connect(&store, &ResourceStore::changed, this, &CameraStreams::changed);
    connect(&store, &ResourceStore::reloaded, this, &CameraStreams::changed);
    connect(&link, &HubLink::identityChanged, this, &CameraStreams::forget);
    connect(&link, &HubLink::reachableChanged, this, [this](bool reachable) {
        if (reachable)
            askAgain();
    });
    again_.setSingleShot(true);
    again_.setInterval(again);
    connect(&again_, &QTimer::timeout, this, &CameraStreams::askAgain);
}

CameraStreams::Known CameraStreams::look(const QString& resource) {
    const auto* r = store_.resource(resource.toStdString());
    if (!r || r->stream.empty()) {
        entries_.remove(resource);
        return {};
    }
    const auto plain = qs(r->stream);
    auto& entry = entries_[resource];
    if (entry.version != r->version)
        ask(resource, r->version, plain);
    return entries_.value(resource).known;
}

QString CameraStreams::name(const QString& resource) const {
    const auto* r = store_.resource(resource.toStdString());
    return r ? qs(r->name) : QString();
}

void CameraStreams::ask(const QString& resource, qint64 version, const QString& plain) {
    auto& entry = entries_[resource];
    // What was known before goes on playing until there is an answer.
    entry.version = version;
    entry.certain = false;
    entry.known.problem.clear();
    if (!link_.isReachable() && entry.known.address.isEmpty())
        entry.known.address = plain;
    entry.known.asking = true;
    const auto path = QStringLiteral("/resources/%1/stream")
                          .arg(QString::fromLatin1(QUrl::toPercentEncoding(resource)));
    link_.get(path, this, [this, resource, version, plain, round = round_](const Reply& reply) {
        const auto found = entries_.find(resource);
        if (round != round_ || found == entries_.end() || found->version != version)
            return;
        auto& known = found->known;
        known.asking = false;
        const auto stream = json::read<Stream>(
            std::string_view(reply.body.constData(), std::size_t(reply.body.size())),
            json::Unknown::ignore);
        // Anybody on the way can say yes; only the hub knows this camera's address.
        if (reply.ok() && stream && !stream->address.empty()) {
            known.address = qs(stream->address);
            found->certain = true;
        } else if (reply.failure().kind == FailureKind::forbidden) {
            known.address.clear();
            known.problem = failureText(reply.failure());
            found->certain = true;
        } else if (reply.failure().kind == FailureKind::not_found) {
            // A hub of before keeps all of it in the resource.
            known.address = plain;
            found->certain = true;
        } else {
            if (known.address.isEmpty())
                known.address = plain;
            if (link_.isReachable())
                again_.start();
        }
        Q_EMIT changed();
    });
}

void CameraStreams::askAgain() {
    bool any = false;
    for (auto& entry : entries_)
        if (!entry.certain && !entry.known.asking) {
            entry.version = -1;
            any = true;
        }
    // Whoever still shows one of them looks, and that asks.
    if (any)
        Q_EMIT changed();
}

void CameraStreams::forget() {
    ++round_;
    again_.stop();
    entries_.clear();
    Q_EMIT changed();
}

CameraStream::CameraStream(QObject* parent) : QObject(parent) {}

void CameraStream::setStreams(CameraStreams* streams) {
    if (streams == streams_)
        return;
    if (streams_)
        disconnect(streams_, nullptr, this, nullptr);
    streams_ = streams;
    if (streams_)
        connect(streams_, &CameraStreams::changed, this, &CameraStream::update);
    Q_EMIT streamsChanged();
    update();
}

void CameraStream::setResource(const QString& resource) {
    if (resource == resource_)
        return;
    resource_ = resource;
    Q_EMIT resourceChanged();
    update();
}

void CameraStream::update() {
    const bool any = streams_ && !resource_.isEmpty();
    name_ = any ? streams_->name(resource_) : QString();
    known_ = any ? streams_->look(resource_) : CameraStreams::Known();
    Q_EMIT changed();
}

} // namespace chengyun::console
