#include "app/link/hub_link.h"

#include "app/text.h"
#include "core/wire/version.h"
#include "core/wire/wire_codec.h"

#include <QHostAddress>
#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>

Q_LOGGING_CATEGORY(lcLink, "chengyun.link")

namespace chengyun::console {
namespace {

const auto apiRoot = QStringLiteral("/api/v1");
constexpr std::string_view problemPrefix = "urn:chengyun:problem:";

bool isLoopback(const QUrl& url) {
    const auto host = url.host();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

Failure Reply::failure() const {
    if (!answered())
        return fail(FailureKind::unavailable,
                    newer       ? "version"
                    : untrusted ? "certificate"
                                : "",
                    error.toStdString());
    if (!ok() && type.startsWith("application/problem+json")) {
        const auto problem = json::read<Problem>(
            {body.constData(), static_cast<std::size_t>(body.size())}, json::Unknown::ignore);
        if (problem && problem->type.starts_with(problemPrefix)) {
            const auto name = std::string_view(problem->type).substr(problemPrefix.size());
            if (const auto kind = json::enum_of<FailureKind>(name)) {
                auto field = problem->field.value_or("");
                if (*kind == FailureKind::unavailable && field.empty())
                    field = "hub";
                return fail(*kind, std::move(field), problem->detail.value_or(problem->title));
            }
        }
    }
    // Not the hub's own words: a proxy in between, the sign-in page of a network, or something else
    // on that port. The hub has not been heard, whatever the status says.
    return fail(FailureKind::unavailable, "foreign",
                "HTTP status " + std::to_string(status) + ", not by the hub");
}

HubLink::HubLink(QObject* parent) : QObject(parent) {
    net_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    net_.setAutoDeleteReplies(true);
}

void HubLink::become(const QUrl& hub, const QString& account, const QByteArray& token) {
    Identity next;
    next.hub = hub.adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    if (next.hub.path().endsWith(apiRoot))
        next.hub.setPath(next.hub.path().chopped(apiRoot.size()));
    if (next.hub == identity_.hub && account == identity_.account && token == identity_.token)
        return;
    next.account = account;
    next.token = token;
    next.generation = identity_.generation + 1;
    // A proxy for the city's network must not swallow what goes to this machine.
    net_.setProxy(isLoopback(next.hub) ? QNetworkProxy(QNetworkProxy::NoProxy)
                                       : QNetworkProxy(QNetworkProxy::DefaultProxy));
    if (next.hub != identity_.hub)
        takeVersion({});
    identity_ = std::move(next);
    Q_EMIT identityChanged();
}

void HubLink::becomeNobody() {
    become(identity_.hub);
}

QNetworkRequest HubLink::request(const QString& path) const {
    return requestOf(path, identity_);
}

QNetworkRequest HubLink::requestOf(const QString& path, const Identity& identity) {
    auto url = identity.hub;
    const auto query = path.indexOf(QLatin1Char('?'));
    url.setPath(url.path() + apiRoot + path.left(query < 0 ? path.size() : query));
    if (query >= 0)
        url.setQuery(path.mid(query + 1));
    QNetworkRequest request(url);
    if (!identity.token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + identity.token);
    request.setRawHeader("Accept", "application/json");
    return request;
}

QUrl HubLink::streamUrl(const JournalPosition& from) const {
    auto path = QStringLiteral("/stream?from=%1").arg(from.seq);
    if (!from.hash.empty()) // a hub of an older version has told none
        path += QStringLiteral("&hash=") + QString::fromStdString(from.hash);
    auto url = request(path).url();
    url.setScheme(url.scheme() == QLatin1String("https") ? QStringLiteral("wss")
                                                         : QStringLiteral("ws"));
    return url;
}

void HubLink::get(const QString& path, QObject* context, OnReply done, int timeoutMs) {
    auto request = this->request(path);
    request.setTransferTimeout(timeoutMs);
    watch(net_.get(request), false, identity_.generation, context, std::move(done));
}

void HubLink::send(const Command& command, QObject* context, OnReply done, int timeoutMs) {
    const auto& asks = command.as ? *command.as : identity_;
    auto request = requestOf(command.path, asks);
    request.setTransferTimeout(timeoutMs);
    request.setHeader(QNetworkRequest::ContentTypeHeader, command.type);
    if (!command.key.isEmpty())
        request.setRawHeader("Idempotency-Key", command.key);
    if (command.expires > 0)
        request.setRawHeader("Command-Expires", QByteArray::number(command.expires));
    watch(net_.sendCustomRequest(request, command.method, command.body),
          command.outlivesIdentity || command.as, asks.generation, context, std::move(done));
}

void HubLink::watch(QNetworkReply* reply, bool outlives, quint64 generation, QObject* context,
                    OnReply done) {
    const bool signedRequest = reply->request().hasRawHeader("Authorization");
    connect(reply, &QNetworkReply::finished, context,
            [this, self = QPointer<HubLink>(this), reply, signedRequest, outlives, generation,
             done = std::move(done)] {
                const bool former = self && generation != identity_.generation;
                if (former && !outlives) {
                    Reply none;
                    none.error = QStringLiteral("asked as somebody who is not signed in any more");
                    none.former = true;
                    return done(none);
                }
                Reply out;
                out.former = former;
                out.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
                // A status line without the whole body is no answer: the link broke in between.
                switch (reply->error()) {
                case QNetworkReply::RemoteHostClosedError:
                case QNetworkReply::OperationCanceledError:
                case QNetworkReply::TimeoutError:
                case QNetworkReply::TemporaryNetworkFailureError:
                case QNetworkReply::NetworkSessionFailedError:
                case QNetworkReply::UnknownNetworkError:
                    out.status = 0;
                    break;
                default:
                    break;
                }
                out.type = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
                out.body = reply->readAll();
                out.error = reply->errorString();
                out.untrusted = reply->error() == QNetworkReply::SslHandshakeFailedError;
                const auto version =
                    reply->rawHeader(QLatin1StringView(wire_header.data(), wire_header.size()));
                if (out.answered() && is_newer_wire(view(version))) {
                    out.status = 0;
                    out.newer = true;
                    out.error = QStringLiteral("the hub speaks version %1")
                                    .arg(QString::fromLatin1(version.left(16)));
                }
                // Neither an answer of another hub nor a proxy's says anything about this hub. A
                // hub of an older version tells none.
                const bool byHub =
                    !version.isEmpty() || (out.ok() && out.type.startsWith("application/json"));
                if (self && !former && byHub)
                    takeVersion(view(version));
                if (!out.answered())
                    qCInfo(lcLink) << "no answer from" << reply->url().path() << out.error;
                // A late 401 for a token that has been replaced says nothing about the new one.
                if (self && !former && out.status == 401 && signedRequest &&
                    out.failure().kind == FailureKind::unauthenticated)
                    Q_EMIT refusedToken();
                done(out);
            });
}

void HubLink::takeVersion(std::string_view told) {
    const bool newer = is_newer_wire(told);
    if (newer == hubNewer_)
        return;
    hubNewer_ = newer;
    if (newer)
        qCWarning(lcLink) << "the hub is newer than this console, which must be updated";
    Q_EMIT hubNewerChanged();
}

void HubLink::setReachable(bool reachable) {
    if (reachable == reachable_)
        return;
    reachable_ = reachable;
    Q_EMIT reachableChanged(reachable);
}

} // namespace chengyun::console
