#include "app/link/own_password.h"

#include "app/link/failure_text.h"
#include "app/link/hub_link.h"
#include "app/link/session.h"
#include "app/text.h"
#include "core/account/account_codec.h"
#include "core/account/session.h"
#include "core/json/codec.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QPasswordDigestor>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace chengyun::console {
namespace {

constexpr int timeoutMs = 10000;
/// While the stream is down the hub is hardly there: who stands before a locked seat does not wait.
constexpr int offlineTimeoutMs = 2000;
/// About a quarter of a second: nothing to the one who knows it, years to one who tries a list.
constexpr int rounds = 210000;
constexpr int hashBytes = 32;

/// By this the hub's yes is known from a proxy's.
struct Carried {
    std::int64_t seq = 0;
};
BOOST_DESCRIBE_STRUCT(Carried, (), (seq))

// The hub's rule for guesses (accounts.lock_after, lock_seconds, lock_max_seconds), for guesses
// that do not reach it: taking the cable out must not lift it.
constexpr int freeTries = 5;
constexpr qint64 firstWaitMs = 30000;
constexpr qint64 longestWaitMs = 3600000;

QByteArray hashOf(const QString& password, const QByteArray& salt) {
    return QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha512, password.toUtf8(), salt,
                                              rounds, hashBytes);
}

QByteArray newSalt() {
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words);
}

template <class T>
QByteArray bodyOf(const T& value) {
    return QByteArray::fromStdString(json::write(value));
}

} // namespace

OwnPassword::OwnPassword(HubLink& link, Session& session, Ticks ticks, QObject* parent)
    : QObject(parent), link_(link), session_(session),
      ticks_(ticks ? std::move(ticks) : [] { return QDeadlineTimer::current().deadline(); }) {
    worker_.setMaxThreadCount(1);
    connect(&session_, &Session::ownerChanged, this, [this] {
        ++owner_;
        kept_.reset();
        wrongTries_ = 0;
        finish({});
    });
    connect(&session_, &Session::signedInWith, this, &OwnPassword::keep);
}

OwnPassword::~OwnPassword() {
    worker_.waitForDone();
}

void OwnPassword::keep(const QString& password) {
    forgiveTries();
    kept_ = std::make_shared<Kept>();
    // The worker has one thread: who compares it later comes behind this.
    worker_.start([kept = kept_, password] {
        kept->salt = newSalt();
        kept->hash = hashOf(password, kept->salt);
    });
}

bool OwnPassword::isOwn(const Reply& reply) const {
    const auto who = json::read<Account>(reply.body.toStdString(), json::Unknown::ignore);
    return who && !who->id.empty() && qs(who->id) == session_.accountId();
}

void OwnPassword::forgiveTries() {
    wrongTries_ = 0;
    nextTry_ = 0;
}

void OwnPassword::prove(const QString& password, QObject* context, OnProven done) {
    Command command;
    command.path = QStringLiteral("/me/password/check");
    command.body = bodyOf(CheckPassword{password.toStdString()});
    link_.send(
        command, this,
        [this, password, owner = owner_, context = QPointer<QObject>(context),
         done = std::move(done)](const Reply& reply) {
            // Another's answer would open this one's seat.
            if (!context || owner != owner_)
                return;
            if (reply.ok() && isOwn(reply)) {
                keep(password);
                return done({});
            }
            auto failure = reply.ok() ? fail(FailureKind::unavailable, "foreign") : reply.failure();
            // Guesses at the name from elsewhere must not keep its owner from the own seat.
            if (failure.kind == FailureKind::unavailable || failure.kind == FailureKind::locked_out)
                return proveHere(password, context, done, std::move(failure));
            done(failure);
        },
        session_.isOnline() ? timeoutMs : offlineTimeoutMs);
}

void OwnPassword::proveHere(const QString& password, QPointer<QObject> context, OnProven done,
                            Failure unreached) {
    if (!kept_)
        return done(unreached);
    if (ticks_() < nextTry_)
        return done(fail(FailureKind::locked_out, "password"));
    // Counted before it is known: tries side by side are as many.
    if (++wrongTries_ >= freeTries)
        nextTry_ =
            ticks_() + std::min(longestWaitMs, firstWaitMs << std::min(wrongTries_ - freeTries, 7));
    worker_.start([this, password, kept = kept_, owner = owner_, context = std::move(context),
                   done = std::move(done)] {
        const bool right = hashOf(password, kept->salt) == kept->hash;
        QMetaObject::invokeMethod(
            this,
            [this, right, owner, context, done] {
                if (owner != owner_)
                    return;
                if (right)
                    forgiveTries();
                if (context)
                    done(right ? Result<>() : fail(FailureKind::forbidden, "password"));
            },
            Qt::QueuedConnection);
    });
}

void OwnPassword::begin() {
    finish({});
    link_.get(QStringLiteral("/password-rule"), this, [this](const Reply& reply) {
        if (!reply.ok())
            return; // the hub says so, too, when it is asked to change it
        if (const auto rule =
                json::read<PasswordRule>(reply.body.toStdString(), json::Unknown::ignore)) {
            minLength_ = static_cast<int>(rule->min_length);
            Q_EMIT stateChanged();
        }
    });
}

void OwnPassword::change(const QString& present, const QString& wanted) {
    if (busy_)
        return;
    finish({});
    busy_ = true;
    Q_EMIT stateChanged();
    Command command;
    command.path = QStringLiteral("/me/password");
    command.body = bodyOf(ChangePassword{present.toStdString(), wanted.toStdString()});
    link_.send(
        command, this,
        [this, wanted, owner = owner_](const Reply& reply) {
            if (owner == owner_)
                takeChange(reply, wanted);
        },
        timeoutMs);
}

void OwnPassword::takeChange(const Reply& reply, const QString& wanted) {
    if (reply.ok() && json::read<Carried>(reply.body.toStdString(), json::Unknown::ignore)) {
        finish({});
        keep(wanted);
        Q_EMIT changed();
        return;
    }
    const auto failure = reply.ok() ? fail(FailureKind::unavailable, "foreign") : reply.failure();
    if (failure.kind == FailureKind::forbidden)
        return finish(tr("The present password is wrong."), QStringLiteral("old_password"));
    if (failure.kind == FailureKind::invalid_field)
        return finish(minLength_ > 0
                          ? tr("The hub does not take this one: it needs %n characters or more, "
                               "and must not be the name.",
                               nullptr, minLength_)
                          : tr("The hub does not take this one: it is too short, too long, or the "
                               "name itself."),
                      QStringLiteral("new_password"));
    if (failure.kind == FailureKind::unavailable && !reply.answered())
        return finish(console::failureText(failure) + QLatin1Char(' ') +
                      tr("It may have been changed all the same: try the new one first when you "
                         "sign in next."));
    finish(console::failureText(failure));
}

void OwnPassword::finish(const QString& failure, const QString& field) {
    busy_ = false;
    failureText_ = failure;
    failureField_ = field;
    Q_EMIT stateChanged();
}

} // namespace chengyun::console
