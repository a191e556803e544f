#include "app/link/session.h"

#include "app/link/failure_text.h"
#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/language.h"
#include "core/account/account_codec.h"
#include "core/account/session.h"
#include "core/text/showable.h"
#include "core/wire/wire_codec.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>

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

/// POST /api/v1/links.
struct OpenLink {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(OpenLink, (), (token))

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

QString rememberedFile(const QString& folder) {
    return folder + QStringLiteral("/last.json");
}

QString folderOf(const QString& folder, const QString& stem) {
    return stem.isEmpty() ? QString() : folder + QStringLiteral("/accounts/") + stem;
}

Result<Remembered> rememberedIn(const SmallFiles& files, const QString& folder) {
    const auto bytes = files.read(rememberedFile(folder));
    if (!bytes)
        return bytes.error();
    return json::read<Remembered>(bytes->toStdString(), json::Unknown::ignore);
}

} // namespace

Session::Session(HubLink& link, Feed& feed, HubClock& clock, QString folder, QObject* parent)
    : QObject(parent), link_(link), feed_(feed), clock_(clock), folder_(std::move(folder)),
      end_(link) {
    connect(&end_, &SessionEnd::changed, this, &Session::unendedChanged);
    connect(&link_, &HubLink::hubNewerChanged, this, &Session::needsUpdateChanged);
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
    connect(&link_, &HubLink::identityChanged, this, [this] {
        clock_.follow(link_.identity().hub.toString());
        if (const auto stem = link_.identity().stem(); stem != owner_) {
            owner_ = stem;
            Q_EMIT ownerChanged();
        }
    });
    connect(&link_, &HubLink::refusedToken, this, [this] {
        if (state_ == State::SignedOut || state_ == State::Expired)
            return;
        feed_.stop();
        askAgain_.stop();
        link_.becomeNobody();
        setFailure({});
        become(State::Expired);
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
    // Where a password was refused it is said which; a session that is over is no failure here.
    failureText_ = !failure_ ? QString()
                   : failure_->kind == FailureKind::unauthenticated
                       ? tr("Name or password is wrong.")
                       : console::failureText(*failure_);
    Q_EMIT failureChanged();
}

void Session::refuse(const Failure& failure, State state) {
    setFailure(failure);
    become(state);
}

void Session::signIn(const QString& hubUrl, const QString& name, const QString& password) {
    askForSession(
        hubUrl, QStringLiteral("/sessions"),
        json::write(SignIn{name.trimmed().toLower().toStdString(), password.toStdString()}),
        [this, password] { Q_EMIT signedInWith(password); });
}

void Session::signInWithLink(const QString& hubUrl, const QString& code) {
    askForSession(hubUrl, QStringLiteral("/links"),
                  json::write(OpenLink{code.trimmed().toStdString()}), {});
}

QByteArray Session::sessionFile() const {
    const auto& identity = link_.identity();
    return QByteArray::fromStdString(json::write(
        SessionFile{identity.hub.toString().toStdString(), identity.token.toStdString()}));
}

void Session::askForSession(const QString& hubUrl, const QString& path, const std::string& body,
                            std::function<void()> opened) {
    const int attempt = ++attempt_;
    askAgain_.stop();
    setFailure({});
    const auto url = QUrl::fromUserInput(hubUrl);
    if (!url.isValid() || url.host().isEmpty())
        return refuse(fail(FailureKind::invalid_field, "hub"), State::SignedOut);
    feed_.stop();
    become(State::SigningIn);
    // Nobody in between: who was here before acts no more, whether the next one gets in or not.
    link_.become(url);
    Q_EMIT hubUrlChanged();
    account_ = {};
    Q_EMIT accountChanged();
    Command command;
    command.path = path;
    command.body = QByteArray::fromStdString(body);
    link_.send(command, this, [this, attempt, opened = std::move(opened)](const Reply& reply) {
        if (attempt != attempt_)
            return;
        if (!reply.ok())
            return refuse(reply.failure(), State::SignedOut);
        auto session =
            json::read<chengyun::Session>(reply.body.toStdString(), json::Unknown::ignore);
        if (!session) // something else than the hub said yes
            return refuse(fail(FailureKind::unavailable, "foreign", session.error().detail),
                          State::SignedOut);
        make_showable(session->account);
        open(session->account, QByteArray::fromStdString(session->token));
        if (opened)
            opened();
    });
}

bool Session::signInWithFile(const QString& path) {
    ++attempt_;
    const auto bytes = files_.read(path);
    const auto file = bytes ? json::read<SessionFile>(bytes->toStdString(), json::Unknown::ignore)
                            : Result<SessionFile>(bytes.error());
    if (!file) {
        qCWarning(lcSession) << "session file" << path << file.error().detail.c_str();
        refuse(fail(file.error().kind, {}, file.error().detail), State::SignedOut);
        return false;
    }
    setFailure({});
    askAgain_.stop();
    feed_.stop();
    account_ = {};
    link_.become(QUrl(qs(file->url)), {}, QByteArray::fromStdString(file->token));
    Q_EMIT hubUrlChanged();
    Q_EMIT accountChanged();
    become(State::SigningIn);
    const auto last = rememberedIn(files_, folder_);
    const auto& identity = link_.identity();
    if (last && last->url == identity.hub.toString().toStdString() &&
        last->token_hash == hashOf(identity.token)) {
        // The same token as last time: everything last known can be shown before the hub answers.
        open(last->account, QByteArray(identity.token));
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
            if (reply.former)
                return;
            const bool known = !account_.id.empty();
            auto account =
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
            make_showable(*account);
            if (!known || account->id != account_.id || scope_of(*account) != scope_of(account_))
                return open(*account, QByteArray(link_.identity().token));
            account_ = *account;
            remember(true);
            Q_EMIT accountChanged();
        },
        5000);
}

void Session::open(const Account& account, const QByteArray& token) {
    const auto hub = link_.identity().hub;
    const auto stem = stemOf(hub.toString(), qs(account.id));
    if (!shown_.isEmpty() && (stem != shown_ || scope_of(account) != feed_.scope()))
        showNothing();
    if (stem != shown_) {
        shown_ = stem;
        const auto own = folderOf(folder_, stem);
        QDir().mkpath(own);
        QFile::setPermissions(own, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        Q_EMIT shownChanged();
    }
    account_ = account;
    link_.become(hub, qs(account.id), token);
    remember(true);
    Q_EMIT accountChanged();
    feed_.setScope(scope_of(account));
    feed_.start(qs(account.id));
}

void Session::showNothing() {
    // While nobody is known here: an empty hall is no news to anybody.
    account_ = {};
    Q_EMIT feed_.loaded(std::make_shared<const Snapshot>());
}

void Session::signOut() {
    ++attempt_;
    askAgain_.stop();
    const auto leaving = link_.identity();
    feed_.stop();
    remember(false);
    account_ = {};
    link_.becomeNobody();
    if (!leaving.token.isEmpty())
        end_.ask(leaving);
    Q_EMIT accountChanged();
    become(State::SignedOut);
    // The next person must not see this one's hall.
    showNothing();
}

QString Session::ownFolder() const {
    return folderOf(folder_, link_.identity().stem());
}

QString Session::lastOwnFolder(const QString& folder) {
    const auto last = rememberedIn(SmallFiles(), folder);
    return last ? folderOf(folder, stemOf(qs(last->url), qs(last->account.id))) : QString();
}

QUrl Session::ownSettings() const {
    return shown_.isEmpty()
               ? QUrl()
               : QUrl::fromLocalFile(folderOf(folder_, shown_) + QStringLiteral("/view.ini"));
}

void Session::retry() {
    feed_.retry();
}

void Session::remember(bool withToken) {
    const auto& identity = link_.identity();
    files_.write(rememberedFile(folder_),
                 QByteArray::fromStdString(json::write(
                     Remembered{identity.hub.toString().toStdString(),
                                withToken ? hashOf(identity.token) : std::string(), account_})));
}

QString Session::lastHubUrl() const {
    const auto last = rememberedIn(files_, folder_);
    return last ? qs(last->url) : QString();
}

QString Session::lastName() const {
    const auto last = rememberedIn(files_, folder_);
    return last ? qs(last->account.name) : QString();
}

bool Session::isSignedIn() const {
    return state_ == State::Online || state_ == State::Offline;
}
QString Session::hubUrl() const {
    return link_.identity().hub.toString();
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
        return tr("Dispatcher");
    case Role::commander:
        return tr("Commander");
    case Role::unit:
        return tr("Unit");
    case Role::admin:
        return tr("Administrator");
    case Role::auditor:
        return tr("Auditor");
    case Role::wall:
        return tr("Wall device");
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
bool Session::needsUpdate() const {
    return link_.isHubNewer();
}

QString Session::failureKind() const {
    return failure_ ? kindKey(failure_->kind) : QString();
}

} // namespace chengyun::console
