#include "app/duty/duty_state.h"

#include "app/link/failure_text.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "core/duty/duty_codec.h"

namespace chengyun::console {

namespace {
const QString subject = QStringLiteral("duty");
}

DutyState::DutyState(Source& source, Outbox& outbox, HubClock& clock, QObject* parent)
    : QObject(parent), outbox_(outbox), clock_(clock) {
    connect(&source, &Source::loaded, this, [this](const SnapshotPtr& snapshot) {
        const auto* duty = snapshot->one<Duty>();
        known_ = duty != nullptr;
        take(duty ? *duty : Duty{});
    });
    connect(&source, &Source::arrived, this, [this](const EntriesPtr& entries) {
        for (const auto& entry : *entries)
            if (const auto* duty = entry.body.one<Duty>()) {
                known_ = true;
                take(*duty);
            }
    });
    connect(&outbox, &Outbox::changed, this, [this](const QString& about) {
        if (about == subject)
            Q_EMIT pendingChanged();
    });
}

void DutyState::take(const Duty& duty) {
    duty_ = duty;
    Q_EMIT changed();
}

bool DutyState::settle(const Result<>& result) {
    failureText_ = result ? QString() : console::failureText(result.error());
    failureField_ = result ? QString() : qs(result.error().field);
    Q_EMIT failureChanged();
    return result.has_value();
}

void DutyState::forgetFailure() {
    settle({});
}

bool DutyState::set(bool emergency, const QString& commander, const QString& shiftLeader,
                    const QString& reason, qint64 version) {
    SetDuty command;
    command.version = version;
    command.mode = emergency ? Mode::emergency : Mode::peace;
    command.commander = commander.trimmed().toStdString();
    command.shift_leader = shiftLeader.trimmed().toStdString();
    if (const auto why = reason.trimmed(); !why.isEmpty())
        command.reason = why.toStdString();
    const auto after = apply(duty_, command, clock_.exact());
    if (!after)
        return settle(after.error());
    if (*after == duty_)
        return settle({});
    OutboxRequest request;
    request.kind = QStringLiteral("duty.set");
    request.title = after->mode == duty_.mode ? tr("Change who is on duty")
                    : emergency               ? tr("Switch to emergency mode")
                                              : tr("Switch back to normal");
    request.subject = subject;
    request.method = "PUT";
    request.path = QStringLiteral("/duty");
    request.body = QByteArray::fromStdString(json::write(command));
    const auto taken = outbox_.submit(
        {std::move(request)}, this, [this, owner = outbox_.owner()](const Result<>& kept) {
            setKeeping(false);
            if (owner == outbox_.owner()) // else it is somebody else's news
                Q_EMIT settled(settle(kept));
        });
    setKeeping(taken.has_value());
    return settle(taken);
}

void DutyState::setKeeping(bool keeping) {
    if (keeping == keeping_)
        return;
    keeping_ = keeping;
    Q_EMIT keepingChanged();
}

QString DutyState::commander() const {
    return qs(duty_.commander);
}
QString DutyState::shiftLeader() const {
    return qs(duty_.shift_leader);
}
QString DutyState::modeReason() const {
    return qs(duty_.mode_reason);
}
bool DutyState::isPending() const {
    return !outbox_.pendingKind(subject).isEmpty();
}

} // namespace chengyun::console
