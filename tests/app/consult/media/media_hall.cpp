#include "tests/app/consult/media/media_hall.h"

#include "core/time/instant.h"
#include "hub/consult/janus_http.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTest>

using namespace chengyun::console;

namespace chengyun::test {

namespace {

hub::SecretKey some_key() {
    hub::SecretKey key;
    key.fill(7);
    return key;
}

} // namespace

MediaHall::MediaHall() : tickets_(some_key()) {}

MediaHall::~MediaHall() {
    if (keeper_)
        keeper_->stop();
}

bool MediaHall::start() {
    janus_.start();
    keeper_ = std::make_unique<hub::JanusKeeper>(
        hub::make_janus_http(janus_.adminAddress().toStdString(),
                             (janus_.folder() + QStringLiteral("/secret")).toStdString()),
        [this]() -> Result<std::vector<hub::WantedRoom>> {
            const std::scoped_lock lock(mutex_);
            if (!open_)
                return std::vector<hub::WantedRoom>();
            return std::vector{hub::WantedRoom{room.toStdString(), "room", members_}};
        },
        tickets_, system_now);
    keeper_->start();
    return QTest::qWaitFor([this] { return keeper_->state().available; }, 20'000);
}

void MediaHall::close() {
    {
        const std::scoped_lock lock(mutex_);
        open_ = false;
    }
    keeper_->wake();
}

void MediaHall::ask(const QString& member, QObject* context, OnTicket done) {
    const auto id = member.toStdString();
    {
        const std::scoped_lock lock(mutex_);
        members_.insert(id);
        open_ = true;
    }
    const auto made =
        tickets_.make(room.toStdString(), id, system_now() + std::chrono::seconds(30));
    const ConferenceTicket ticket{QUrl(janus_.seatsAddress()), room,
                                  QString::fromStdString(made.token),
                                  QString::fromStdString(made.feed), member};
    keeper_->admit({room.toStdString(), "room", {}}, made.token,
                   [context = QPointer(context), done, ticket](const Result<>& result) {
                       const bool given = result.has_value();
                       QMetaObject::invokeMethod(
                           qApp,
                           [context, done, ticket, given] {
                               if (context)
                                   done(given ? std::optional(ticket) : std::nullopt);
                           },
                           Qt::QueuedConnection);
                   });
}

std::optional<ConferenceTicket> MediaHall::ticket(const QString& member) {
    std::optional<ConferenceTicket> out;
    bool is_answered = false;
    QObject context;
    ask(member, &context, [&](const std::optional<ConferenceTicket>& given) {
        out = given;
        is_answered = true;
    });
    static_cast<void>(QTest::qWaitFor([&] { return is_answered; }, 20'000));
    return out;
}

void MediaHall::remove(const QString& member) {
    {
        const std::scoped_lock lock(mutex_);
        members_.erase(member.toStdString());
    }
    keeper_->wake();
}

void MediaHall::seat(Conference& conference, const QString& member) {
    const auto enter = [this, &conference, member] {
        ask(member, &conference, [&conference](const std::optional<ConferenceTicket>& given) {
            if (given)
                conference.enter(*given);
            else
                conference.ticketUnavailable();
        });
    };
    QObject::connect(&conference, &Conference::ticketWanted, &conference, enter);
    enter();
}

} // namespace chengyun::test
