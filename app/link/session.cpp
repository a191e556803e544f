#include "app/link/session.h"

#include "app/link/failure_text.h"
#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/language.h"
#include "core/wire/codecs.h"
#include "core/wire/commands.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

Q_LOGGING_CATEGORY(lcSession, "chengyun.session")

namespace chengyun::console {
namespace {

constexpr int askAgainMs = 1000;

/// What `./dev run` writes for the console.
struct SessionFile {
    std::string url;
    std::string token;
};
BOOST_DESCRIBE_STRUCT(SessionFile, (), (url, token))

/// Who used which hub last. The token itself is not kept: only enough to know it again.
struct Remembered {
    std::string url;
    std::string token_hash;
    Account account;
};
BOOST_DESCRIBE_STRUCT(Remembered, (), (url, token_hash, account))

std::string hashOf(const QByteArray& token) {
    return token.isEmpty()
               ? std::string()
               : QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex().toStdString();
}

template <class T>
Result<T> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(FailureKind::not_found, {}, file.errorString().toStdString());
    return json::read<T>(file.readAll().toStdString(), json::Unknown::ignore);
}

QString rememberedFile(const QString& folder) {
    return folder + QStringLiteral("/last.json");
}

} // namespace

Session::Session(HubLink& link, Feed& feed, HubClock& clock, QString folder, QObject* parent)
    : QObject(parent), link_(link), feed_(feed), clock_(clock), folder_(std::move(folder)) {
    askAgain_.setSingleShot(true);
    askAgain_.setInterval(askAgainMs);
    connect(&askAgain_, &QTimer::timeout, this, &Session::askWho);
    connect(&feed_, &Feed::openChanged, this, [this](bool open) {
        if (open)
            become(State::Online);
        else if (state_ == State::Online)
            become(State::Offline);
    });
    connect(&feed_, &Feed::attemptFailed, this, [this] {
        // Signed in, but the stream does not open: what is known is shown.
        if (state_ == State::SigningIn && !account_.id.empty())
            become(State::Offline);
    });
    connect(&feed_, &Feed::measured, this, [this](int latency, qint64 offset) {
        latency_ = latency;
        clock_.setOffsetMs(offset);
        Q_EMIT latencyChanged();
    });
    connect(&link_, &HubLink::refusedToken, this, [this] {
        if (state_ == State::SignedOut || state_ == State::Expired)
            return;
        feed_.stop();
        askAgain_.stop();
        link_.setToken({});
        refuse(fail(FailureKind::unauthenticated),
               account_.id.empty() ? State::SignedOut : State::Expired);
    });
}

void Session::become(State state) {
    if (state == state_)
        return;
    state_ = state;
    offlineSince_ = state == State::Offline ? ms_of(system_now()) : 0;
    if (state == State::Online)
        setFailure({});
    else
        latency_ = -1;
    qCInfo(lcSession) << "now" << state;
    Q_EMIT stateChanged();
    Q_EMIT latencyChanged();
}

void Session::setFailure(std::optional<Failure> failure) {
    failure_ = std::move(failure);
    failureText_ = failure_ ? console::failureText(*failure_) : QString();
    Q_EMIT failureChanged();
}

void Session::refuse(const Failure& failure, State state) {
    setFailure(failure);
    become(state);
}

void Session::signIn(const QString& hubUrl, const QString& name, const QString& password) {
    const int attempt = ++attempt_;
    askAgain_.stop();
    setFailure({});
    const auto url = QUrl::fromUserInput(hubUrl);
    if (!url.isValid() || url.host().isEmpty())
        return refuse(fail(FailureKind::invalid_field, "hub"), State::SignedOut);
    become(State::SigningIn);
    link_.setToken({});
    link_.setBase(url);
    Q_EMIT hubUrlChanged();
    Command command;
    command.path = QStringLiteral("/sessions");
    command.body = QByteArray::fromStdString(
        json::write(SignIn{name.trimmed().toLower().toStdString(), password.toStdString()}));
    link_.send(command, this, [this, attempt](const Reply& reply) {
        if (attempt != attempt_)
            return;
        if (!reply.ok())
            return refuse(reply.failure(), State::SignedOut);
        const auto session =
            json::read<chengyun::Session>(reply.body.toStdString(), json::Unknown::ignore);
        if (!session) // whoever said yes was not the hub
            return refuse(fail(FailureKind::unavailable, {}, session.error().detail),
                          State::SignedOut);
        link_.setToken(QByteArray::fromStdString(session->token));
        open(session->account);
    });
}

bool Session::signInWithFile(const QString& path) {
    ++attempt_;
    const auto file = readFile<SessionFile>(path);
    if (!file) {
        qCWarning(lcSession) << "session file" << path << file.error().detail.c_str();
        refuse(fail(file.error().kind, {}, file.error().detail), State::SignedOut);
        return false;
    }
    setFailure({});
    link_.setBase(QUrl(qs(file->url)));
    link_.setToken(QByteArray::fromStdString(file->token));
    Q_EMIT hubUrlChanged();
    become(State::SigningIn);
    const auto last = readFile<Remembered>(rememberedFile(folder_));
    if (last && last->url == link_.base().toString().toStdString() &&
        last->token_hash == hashOf(link_.token())) {
        // The same token as last time: everything last known can be shown before the hub answers.
        open(last->account);
        become(State::Offline);
    }
    askWho();
    return true;
}

void Session::askWho() {
    link_.get(
        QStringLiteral("/me"), this,
        [this, attempt = attempt_](const Reply& reply) {
            if (attempt != attempt_)
                return;
            const bool known = !account_.id.empty();
            const auto account =
                reply.ok() ? json::read<Account>(reply.body.toStdString(), json::Unknown::ignore)
                           : Result<Account>(reply.failure());
            if (!account) {
                if (!reply.ok() && account.error().kind == FailureKind::unauthenticated)
                    return; // handled where every request's is
                // A yes that names nobody was not the hub's.
                setFailure(reply.failure());
                if (!known)
                    askAgain_.start();
                return;
            }
            if (!known)
                return open(*account);
            account_ = *account;
            remember(true);
            Q_EMIT accountChanged();
        },
        5000);
}

void Session::open(const Account& account) {
    account_ = account;
    link_.setAccount(qs(account.id));
    remember(true);
    Q_EMIT accountChanged();
    feed_.setScope({account.area, account.unit});
    feed_.start(qs(account.id));
}

void Session::signOut() {
    ++attempt_;
    askAgain_.stop();
    if (!link_.token().isEmpty()) {
        Command command;
        command.method = "DELETE";
        command.path = QStringLiteral("/sessions/current");
        link_.send(command, this, [](const Reply&) {}, 3000);
    }
    feed_.stop();
    remember(false);
    link_.setToken({});
    link_.setAccount({});
    account_ = {};
    Q_EMIT accountChanged();
    become(State::SignedOut);
    // The next person must not see this one's hall.
    Q_EMIT feed_.loaded(std::make_shared<const Snapshot>());
}

void Session::retry() {
    feed_.retry();
}

void Session::remember(bool withToken) const {
    QDir().mkpath(folder_);
    QSaveFile file(rememberedFile(folder_));
    if (!file.open(QIODevice::WriteOnly)) {
        qCWarning(lcSession) << "cannot remember who is signed in:" << file.errorString();
        return;
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QByteArray::fromStdString(
        json::write(Remembered{link_.base().toString().toStdString(),
                               withToken ? hashOf(link_.token()) : std::string(), account_})));
    if (!file.commit())
        qCWarning(lcSession) << "cannot remember who is signed in:" << file.errorString();
}

QString Session::lastHubUrl() const {
    const auto last = readFile<Remembered>(rememberedFile(folder_));
    return last ? qs(last->url) : QString();
}

QString Session::lastName() const {
    const auto last = readFile<Remembered>(rememberedFile(folder_));
    return last ? qs(last->account.name) : QString();
}

bool Session::isSignedIn() const {
    return state_ == State::Online || state_ == State::Offline;
}
QString Session::hubUrl() const {
    return link_.base().toString();
}
QString Session::accountId() const {
    return qs(account_.id);
}
QString Session::name() const {
    return qs(account_.name);
}
QString Session::displayName() const {
    return qs(account_.display_name);
}
QString Session::role() const {
    return account_.id.empty() ? QString() : qs(json::name_of(account_.role));
}

QString Session::roleName() const {
    if (account_.id.empty())
        return {};
    switch (account_.role) {
    case Role::operator_:
        return tr("Operator");
    case Role::commander:
        return tr("Commander");
    case Role::unit:
        return tr("Unit");
    case Role::admin:
        return tr("Administrator");
    case Role::auditor:
        return tr("Auditor");
    }
    return {};
}

QString Session::area() const {
    return qs(account_.area);
}
QString Session::unit() const {
    return qs(account_.unit);
}

bool Session::mayIssueOrders() const {
    return !account_.id.empty() && may(account_.role, Permission::issue_orders);
}
bool Session::mayActForCentre() const {
    return !account_.id.empty() && may(account_.role, Permission::act_for_centre);
}
bool Session::mayEditResources() const {
    return !account_.id.empty() && may(account_.role, Permission::edit_resources);
}
qint64 Session::clockOffsetMs() const {
    return clock_.offsetMs();
}
QString Session::failureKind() const {
    return failure_ ? kindKey(failure_->kind) : QString();
}

} // namespace chengyun::console
