#include "app/alarm/alarm_desk.h"

#include "app/link/failure_text.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "core/account/account.h"
#include "core/alarms/alarms_codec.h"
#include "core/wire/wire_codec.h"

#include <algorithm>

namespace chengyun::console {
namespace {

/// Subject and lane of its commands: they go in the order in which they were given.
const QString desk = QStringLiteral("alarms");
const QString kindPrefix = QStringLiteral("alarm.");
/// Taken while the hub is away, it is worth something for as long as a shift lasts.
constexpr qint64 lifetimeMs = 12LL * 3600 * 1000;

/// Of any command about alarms.
struct NamedAlarms {
    std::vector<AlarmItem> alarms;
};
BOOST_DESCRIBE_STRUCT(NamedAlarms, (), (alarms))

} // namespace

AlarmDesk::AlarmDesk(Source& source, Outbox& outbox, Session& session, HubClock& clock,
                     QObject* parent)
    : QObject(parent), outbox_(outbox), session_(session), clock_(clock) {
    connect(&source, &Source::loaded, this, [this](const SnapshotPtr& snapshot) {
        marks_.clear();
        for (const auto& mark : snapshot->values<AlarmMark>())
            marks_.emplace(mark.id, mark);
        noteMarks();
    });
    connect(&source, &Source::arrived, this, [this](const EntriesPtr& entries) {
        bool told = false;
        for (const auto& entry : *entries) {
            if (entry.kind == entity_kind<AlarmMark>().removed_by)
                told |= marks_.erase(entry.id) > 0;
            for (const auto& mark : entry.body.values<AlarmMark>()) {
                marks_.insert_or_assign(mark.id, mark);
                told = true;
            }
        }
        if (told)
            noteMarks();
    });
    connect(&outbox_, &Outbox::changed, this, [this](const QString& subject) {
        if (subject == desk)
            findPending();
    });
    connect(&outbox_, &Outbox::modelReset, this, &AlarmDesk::findPending);
    connect(&outbox_, &Outbox::succeeded, this,
            [this](const QString&, const QString& kind, const QString&, const QByteArray& body) {
                if (kind.startsWith(kindPrefix))
                    readAnswer(body);
            });
    // What was put off is open again at its time, whether or not the hub can say so.
    connect(&clock_, &HubClock::ticked, this, [this] {
        if (opens_ == 0 || opens_ > ms_of(clock_.exact()))
            return;
        noteMarks();
        Q_EMIT changed();
    });
    findPending();
}

void AlarmDesk::noteMarks() {
    ++revision_;
    opens_ = 0;
    const auto now = clock_.exact();
    for (const auto& [id, mark] : marks_)
        if (mark.until && *mark.until > now) {
            const qint64 at = ms_of(*mark.until);
            opens_ = opens_ == 0 ? at : std::min(opens_, at);
        }
}

bool AlarmDesk::isOpen() const {
    return may(session_.account().role, Permission::act_for_centre);
}

const AlarmMark* AlarmDesk::mark(const std::string& id) const {
    const auto found = marks_.find(id);
    return found != marks_.end() && holds(found->second, clock_.exact()) ? &found->second : nullptr;
}

void AlarmDesk::findPending() {
    std::unordered_set<std::string> pending;
    for (int row = 0; row < outbox_.count(); ++row) {
        const auto at = outbox_.index(row);
        const auto state = outbox_.data(at, Outbox::StateRole).toString();
        if ((state != QStringLiteral("waiting") && state != QStringLiteral("sending")) ||
            !outbox_.data(at, Outbox::KindRole).toString().startsWith(kindPrefix))
            continue;
        const auto body = outbox_.bodyOf(outbox_.data(at, Outbox::KeyRole).toString());
        if (const auto named = json::read<NamedAlarms>(body.toStdString(), json::Unknown::ignore))
            for (const auto& item : named->alarms)
                pending.insert(item.id);
    }
    if (pending == pending_)
        return;
    pending_ = std::move(pending);
    Q_EMIT changed();
}

void AlarmDesk::readAnswer(const QByteArray& body) {
    const auto done = json::read<Done>(body.toStdString(), json::Unknown::ignore);
    if (!done)
        return;
    std::string name;
    int count = 0;
    for (const auto& mark : done->change.values<AlarmMark>()) {
        if (mark.by == session_.account().id)
            continue;
        name = mark.by_name;
        ++count;
    }
    if (count > 0)
        Q_EMIT othersWereFirst(qs(name), count);
}

bool AlarmDesk::refuse(const Failure& failure) {
    failureText_ = console::failureText(failure);
    return false;
}

template <class Command>
bool AlarmDesk::submit(const std::vector<AskedAlarm>& alarms, Command command, const QString& kind,
                       const QString& path, const QString& one, const QString& many) {
    std::vector<OutboxRequest> requests;
    for (std::size_t first = 0; first < alarms.size(); first += most_alarms_at_once) {
        const auto count = std::min(most_alarms_at_once, alarms.size() - first);
        command.alarms.clear();
        for (std::size_t i = first; i < first + count; ++i) {
            const auto& asked = alarms[i];
            const auto known = marks_.find(asked.id);
            command.alarms.push_back({asked.id, instant_of(std::max(qint64(1), asked.at)),
                                      known == marks_.end() ? 0 : known->second.version});
        }
        OutboxRequest request;
        request.kind = kindPrefix + kind;
        request.title =
            count == 1 ? one.arg(isolated(alarms[first].title)) : many.arg(static_cast<int>(count));
        request.subject = desk;
        request.path = path;
        request.lifetimeMs = lifetimeMs;
        request.body = QByteArray::fromStdString(json::write(command));
        requests.push_back(std::move(request));
    }
    if (requests.empty())
        return true;
    std::vector<std::string> ids;
    for (const auto& asked : alarms)
        ids.push_back(asked.id);
    const auto taken = outbox_.submit(
        std::move(requests), this, [this, ids, owner = outbox_.owner()](const Result<>& kept) {
            for (const auto& id : ids)
                keeping_.erase(id);
            Q_EMIT changed();
            if (!kept && owner == outbox_.owner()) { // else it is somebody else's news
                refuse(kept.error());
                Q_EMIT notKept(failureText_);
            }
        });
    if (!taken)
        return refuse(taken.error());
    keeping_.insert(ids.begin(), ids.end());
    failureText_.clear();
    Q_EMIT changed();
    return true;
}

bool AlarmDesk::take(const std::vector<AskedAlarm>& alarms) {
    return submit(alarms, TakeAlarms(), QStringLiteral("take"), QStringLiteral("/alarms/take"),
                  tr("Take note of the alarm: %1"), tr("Take note of %1 alarms"));
}

bool AlarmDesk::snooze(const std::vector<AskedAlarm>& alarms, int minutes, const QString& reason) {
    SnoozeAlarms command;
    command.until = clock_.exact() + std::chrono::minutes(minutes);
    command.reason = reason.trimmed().toStdString();
    for (const auto& asked : alarms)
        command.alarms.push_back({asked.id, instant_of(std::max(qint64(1), asked.at)), 0});
    if (command.alarms.size() > most_alarms_at_once)
        command.alarms.resize(most_alarms_at_once); // they go in several commands
    if (const auto ok = check(command, clock_.exact()); !ok)
        return refuse(ok.error());
    return submit(alarms, command, QStringLiteral("snooze"), QStringLiteral("/alarms/snooze"),
                  tr("Put off the alarm: %1"), tr("Put off %1 alarms"));
}

bool AlarmDesk::giveBack(const std::vector<AskedAlarm>& alarms) {
    return submit(alarms, GiveBackAlarms(), QStringLiteral("give_back"),
                  QStringLiteral("/alarms/give_back"), tr("Open the alarm again: %1"),
                  tr("Open %1 alarms again"));
}

} // namespace chengyun::console
