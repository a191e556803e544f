#include "app/consult/consult_commands.h"

#include "app/consult/consult_store.h"
#include "app/consult/consult_words.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/local/local.h"
#include "app/local/written_time.h"
#include "app/text.h"
#include "core/consult/consult_codec.h"

#include <algorithm>

namespace chengyun::console {

namespace {

constexpr qint64 lifetimeMs = 120'000;

std::vector<CalledMember> calledOf(const QVariantList& list) {
    std::vector<CalledMember> called;
    for (const auto& item : list) {
        const auto map = item.toMap();
        called.push_back({map[QStringLiteral("id")].toString().toStdString(),
                          map[QStringLiteral("kind")].toString() == QStringLiteral("unit")
                              ? MemberKind::unit
                              : MemberKind::person,
                          map[QStringLiteral("post")].toString().toStdString()});
    }
    return called;
}

std::vector<ConsultMember> membersOf(const std::vector<CalledMember>& called) {
    std::vector<ConsultMember> members;
    for (const auto& one : called)
        members.push_back({one.id, one.kind, {}, one.post, MemberState::called, {}});
    return members;
}

std::string chosen(const QString& member) {
    return json::write(ChosenMember{member.toStdString()});
}

} // namespace

ConsultCommands::ConsultCommands(ConsultStore& store, Session& session, HubLink& link,
                                 Outbox& outbox, HubClock& clock, QObject* parent)
    : QObject(parent), store_(store), session_(session), link_(link), outbox_(outbox),
      clock_(clock) {}

std::string ConsultCommands::self() const {
    return std::string(member_id(session_.account()));
}

bool ConsultCommands::leads(const Consult& room) const {
    const auto& account = session_.account();
    return account.role == Role::commander && area_contains(account.area, room.area);
}

bool ConsultCommands::refuse(const Failure& failure) {
    failureText_ = consultFailure(failure);
    Q_EMIT failureChanged();
    return false;
}

bool ConsultCommands::taken() {
    failureText_.clear();
    Q_EMIT failureChanged();
    return true;
}

Result<Consult> ConsultCommands::known(const QString& room) const {
    const auto* found = store_.room(room.toStdString());
    if (!found)
        return fail(FailureKind::not_found, "consult", "no such consultation");
    return *found;
}

bool ConsultCommands::keep(const QString& kind, const QString& title, const QString& room,
                           const QString& path, const std::string& body) {
    OutboxRequest request;
    request.kind = kind;
    request.title = title;
    request.subject = room;
    request.path = path;
    request.body = QByteArray::fromStdString(body);
    request.lifetimeMs = lifetimeMs;
    const auto done = outbox_.submit({std::move(request)}, this,
                                     [this, owner = outbox_.owner()](const Result<>& kept) {
                                         if (owner == outbox_.owner() && !kept)
                                             refuse(kept.error());
                                     });
    return done ? taken() : refuse(done.error());
}

bool ConsultCommands::atOnce(const QString& act, const QString& room, const Result<Consult>& after,
                             const std::string& body) {
    if (!after)
        return refuse(after.error());
    Command command;
    command.path = QStringLiteral("/consults/%1/%2").arg(room, act);
    command.body = QByteArray::fromStdString(body);
    command.key = QByteArray::fromStdString(outbox_.newKey());
    link_.send(command, this, [this, act, room](const Reply& reply) {
        if (!reply.ok() && !reply.former)
            Q_EMIT refused(act, room, consultFailure(reply.failure()));
    });
    return taken();
}

QString ConsultCommands::make(const QString& kind, const QString& title, const QString& order,
                              const QString& area, qint64 starts, const QVariantList& call) {
    MakeConsult command;
    command.id = outbox_.newKey();
    command.kind = kind == QStringLiteral("order")     ? ConsultKind::order
                   : kind == QStringLiteral("planned") ? ConsultKind::planned
                                                       : ConsultKind::standing;
    command.title = title.trimmed().toStdString();
    command.order = order.toStdString();
    command.area = area.toStdString();
    if (starts > 0)
        command.starts = Instant{std::chrono::milliseconds(starts)};
    command.call = calledOf(call);
    if (const auto ok = check(command); !ok) {
        refuse(ok.error());
        return {};
    }
    if (store_.ofOrder(command.order)) {
        refuse(fail(FailureKind::conflict, "order", "the order has a room already"));
        return {};
    }
    const auto id = qs(command.id);
    return keep(QStringLiteral("consult.make"), tr("Make the consultation %1").arg(isolated(title)),
                id, QStringLiteral("/consults"), json::write(command))
               ? id
               : QString();
}

qint64 ConsultCommands::momentOf(const QString& text) const {
    return writtenTime(Local::instance().zone(), text, ms_of(clock_.exact()));
}

bool ConsultCommands::callMembers(const QString& room, const QVariantList& call) {
    const auto before = known(room);
    if (!before)
        return refuse(before.error());
    const CallMembers command{calledOf(call)};
    if (const auto ok = check(command); !ok)
        return refuse(ok.error());
    const auto after = call_members(*before, membersOf(command.call), self(), clock_.exact());
    if (!after)
        return refuse(after.error());
    return keep(QStringLiteral("consult.call"),
                tr("Call to the consultation %1").arg(isolated(qs(before->title))), room,
                QStringLiteral("/consults/%1/call").arg(room), json::write(command));
}

bool ConsultCommands::accept(const QString& room) {
    const auto before = known(room);
    if (!before)
        return refuse(before.error());
    if (const auto after = answer_call(*before, self(), true, clock_.exact()); !after)
        return refuse(after.error());
    return keep(QStringLiteral("consult.accept"),
                tr("Coming to the consultation %1").arg(isolated(qs(before->title))), room,
                QStringLiteral("/consults/%1/accept").arg(room), {});
}

bool ConsultCommands::decline(const QString& room) {
    const auto before = known(room);
    if (!before)
        return refuse(before.error());
    if (const auto after = answer_call(*before, self(), false, clock_.exact()); !after)
        return refuse(after.error());
    return keep(QStringLiteral("consult.decline"),
                tr("Not coming to the consultation %1").arg(isolated(qs(before->title))), room,
                QStringLiteral("/consults/%1/decline").arg(room), {});
}

bool ConsultCommands::letIn(const QString& room, const QString& member) {
    const auto before = known(room);
    return before ? atOnce(QStringLiteral("let_in"), room,
                           let_in(*before, member.toStdString(), self(), clock_.exact()),
                           chosen(member))
                  : refuse(before.error());
}

bool ConsultCommands::remove(const QString& room, const QString& member) {
    const auto before = known(room);
    return before ? atOnce(QStringLiteral("remove"), room,
                           remove_member(*before, member.toStdString(), self(), clock_.exact()),
                           chosen(member))
                  : refuse(before.error());
}

bool ConsultCommands::handOver(const QString& room, const QString& member) {
    const auto before = known(room);
    return before ? atOnce(QStringLiteral("chair"), room,
                           hand_over_chair(*before, member.toStdString(), self()), chosen(member))
                  : refuse(before.error());
}

bool ConsultCommands::setLocked(const QString& room, bool locked) {
    const auto before = known(room);
    return before ? atOnce(QStringLiteral("lock"), room, set_lock(*before, locked, self()),
                           json::write(LockConsult{locked}))
                  : refuse(before.error());
}

bool ConsultCommands::end(const QString& room) {
    const auto before = known(room);
    if (!before)
        return refuse(before.error());
    const auto after = end_consult(*before, self(), leads(*before), clock_.exact());
    if (!after)
        return refuse(after.error());
    return keep(QStringLiteral("consult.end"),
                tr("End the consultation %1").arg(isolated(qs(before->title))), room,
                QStringLiteral("/consults/%1/end").arg(room), {});
}

bool ConsultCommands::enter(const QString& room) {
    const auto before = known(room);
    if (!before)
        return refuse(before.error());
    const auto& account = session_.account();
    ConsultMember who;
    who.id = self();
    who.kind = account.role == Role::unit ? MemberKind::unit : MemberKind::person;
    return atOnce(QStringLiteral("enter"), room,
                  chengyun::enter(*before, std::move(who), clock_.exact()), {});
}

bool ConsultCommands::leave(const QString& room) {
    const auto before = known(room);
    return before ? atOnce(QStringLiteral("leave"), room,
                           chengyun::leave(*before, self(), clock_.exact()), {})
                  : refuse(before.error());
}

} // namespace chengyun::console
