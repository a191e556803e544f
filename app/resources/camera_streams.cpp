#include "app/resources/camera_streams.h"

#include "app/link/failure_text.h"
#include "app/link/hub_link.h"
#include "app/link/language.h"
#include "app/resources/resource_store.h"
#include "core/json/codec.h"

#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>

namespace chengyun::console {
namespace {

/// What the hub answers (docs/api.md).
struct Stream {
    std::string address;
    std::optional<std::string> sub;
};
BOOST_DESCRIBE_STRUCT(Stream, (), (address, sub))

constexpr std::chrono::seconds again{5};
constexpr std::chrono::minutes keeping{1};

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
    sweep_.setInterval(keeping);
    connect(&sweep_, &QTimer::timeout, this, &CameraStreams::sweep);
}

CameraStreams::Known CameraStreams::look(const QString& resource) {
    const auto* r = store_.resource(resource.toStdString());
    if (!r || r->stream.empty()) {
        entries_.remove(resource);
        return {};
    }
    auto& entry = entries_[resource];
    if (entry.version != r->version) {
        Known plain;
        plain.address = qs(r->stream);
        plain.sub = qs(r->stream_sub.value_or(std::string()));
        ask(resource, r->version, plain);
    }
    return entries_.value(resource).known;
}

QString CameraStreams::name(const QString& resource) const {
    const auto* r = store_.resource(resource.toStdString());
    return r ? qs(r->name) : QString();
}

void CameraStreams::hold(const QString& resource) {
    ++shown_[resource];
}

void CameraStreams::release(const QString& resource) {
    if (const auto tiles = shown_.find(resource); tiles != shown_.end() && --*tiles <= 0)
        shown_.erase(tiles);
}

void CameraStreams::sweep() {
    // Not at once: who turns over tiles comes back to one.
    entries_.removeIf([this](QHash<QString, Entry>::iterator entry) {
        if (shown_.contains(entry.key()))
            return entry->old = false;
        return std::exchange(entry->old, true);
    });
    if (entries_.isEmpty())
        sweep_.stop();
}

void CameraStreams::ask(const QString& resource, qint64 version, const Known& plain) {
    if (!sweep_.isActive())
        sweep_.start();
    auto& entry = entries_[resource];
    // What was known before goes on playing until there is an answer.
    entry.version = version;
    entry.certain = false;
    entry.known.problem.clear();
    const auto take = [](Known& known, const Known& from) {
        known.address = from.address;
        known.sub = from.sub;
    };
    if (!link_.isReachable() && entry.known.address.isEmpty())
        take(entry.known, plain);
    entry.known.asking = true;
    const auto path = QStringLiteral("/resources/%1/stream")
                          .arg(QString::fromLatin1(QUrl::toPercentEncoding(resource)));
    link_.get(path, this,
              [this, resource, version, plain, take, round = round_](const Reply& reply) {
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
                      known.sub = qs(stream->sub.value_or(std::string()));
                      found->certain = true;
                  } else if (reply.failure().kind == FailureKind::forbidden) {
                      take(known, {});
                      known.problem = failureText(reply.failure());
                      found->certain = true;
                  } else if (reply.failure().kind == FailureKind::wrong_state) {
                      take(known, {});
                      known.problem =
                          CameraStream::tr("The hub cannot open this camera's password any more: "
                                           "its address has to be given anew with the password.");
                      found->certain = true;
                  } else if (reply.failure().kind == FailureKind::not_found) {
                      // A hub of before keeps all of it in the resource.
                      take(known, plain);
                      found->certain = true;
                  } else {
                      if (known.address.isEmpty())
                          take(known, plain);
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
    sweep_.stop();
    entries_.clear();
    Q_EMIT changed();
}

CameraStream::CameraStream(QObject* parent) : QObject(parent) {}

CameraStream::~CameraStream() {
    if (!streams_)
        return;
    streams_->release(resource_);
    streams_->reports().drop(this);
}

void CameraStream::setFault(const QString& fault) {
    if (fault == fault_)
        return;
    fault_ = fault;
    Q_EMIT faultChanged();
    report();
}

void CameraStream::report() {
    if (!streams_)
        return;
    const auto fault = json::enum_of<CameraFault>(fault_.toStdString());
    if (fault && !resource_.isEmpty())
        streams_->reports().tell(this, resource_, *fault);
    else
        streams_->reports().drop(this);
}

QStringList CameraStream::addresses() const {
    QStringList out;
    for (const auto& address : {known_.address, known_.sub})
        if (!address.isEmpty())
            out.append(address);
    return out;
}

void CameraStream::setStreams(CameraStreams* streams) {
    if (streams == streams_)
        return;
    if (streams_) {
        disconnect(streams_, nullptr, this, nullptr);
        streams_->release(resource_);
        streams_->reports().drop(this);
    }
    streams_ = streams;
    if (streams_) {
        connect(streams_, &CameraStreams::changed, this, &CameraStream::update);
        streams_->hold(resource_);
    }
    Q_EMIT streamsChanged();
    report();
    update();
}

void CameraStream::setResource(const QString& resource) {
    if (resource == resource_)
        return;
    if (streams_) {
        streams_->release(resource_);
        streams_->hold(resource);
    }
    resource_ = resource;
    report();
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
