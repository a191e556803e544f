#include "app/link/session_end.h"

#include "app/link/hub_link.h"

#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>

Q_LOGGING_CATEGORY(lcSessionEnd, "chengyun.session.end")

namespace chengyun::console {
namespace {

constexpr int endTimeoutMs = 10000;
constexpr int noContent = 204;

bool isEnded(const Reply& reply) {
    return reply.status == noContent || reply.failure().kind == FailureKind::unauthenticated;
}

} // namespace

SessionEnd::SessionEnd(HubLink& link, QObject* parent) : QObject(parent), link_(link) {}

void SessionEnd::ask(const Identity& identity) {
    endings_.push_back({.identity = identity});
    send(identity);
}

bool SessionEnd::isOpen() const {
    return std::ranges::any_of(endings_,
                               [](const Ending& ending) { return ending.again.attempt() > 0; });
}

std::vector<SessionEnd::Ending>::iterator SessionEnd::find(quint64 generation) {
    return std::ranges::find(endings_, generation,
                             [](const Ending& ending) { return ending.identity.generation; });
}

void SessionEnd::send(const Identity& identity) {
    Command command;
    command.method = "DELETE";
    command.path = QStringLiteral("/sessions/current");
    command.as = identity;
    link_.send(
        command, this,
        [this, generation = identity.generation](const Reply& reply) {
            answered(generation, reply);
        },
        endTimeoutMs);
}

void SessionEnd::answered(quint64 generation, const Reply& reply) {
    const auto ending = find(generation);
    if (ending == endings_.end())
        return;
    if (isEnded(reply)) {
        endings_.erase(ending);
    } else {
        qCInfo(lcSessionEnd) << "the session is not ended yet:" << reply.status << reply.error;
        QTimer::singleShot(ending->again.next(), this, [this, generation] {
            if (const auto again = find(generation); again != endings_.end())
                send(again->identity);
        });
    }
    Q_EMIT changed();
}

} // namespace chengyun::console
