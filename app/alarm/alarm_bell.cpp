#include "app/alarm/alarm_bell.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"
#include "core/json/codec.h"

#include <algorithm>

namespace chengyun::console {
namespace {

constexpr std::size_t most = 200;
constexpr int repeatMs = 8000;
/// A link that is back at once is nobody's alarm.
constexpr int linkGraceMs = 5000;

QString kindKey(AlarmKind kind) {
    switch (kind) {
    case AlarmKind::newOrder:
        return QStringLiteral("newOrder");
    case AlarmKind::dueSoon:
        return QStringLiteral("dueSoon");
    case AlarmKind::overdue:
        return QStringLiteral("overdue");
    case AlarmKind::supervision:
        return QStringLiteral("supervision");
    case AlarmKind::returnRequested:
        return QStringLiteral("returnRequested");
    case AlarmKind::timerFailed:
        return QStringLiteral("timerFailed");
    case AlarmKind::linkLost:
        return QStringLiteral("linkLost");
    case AlarmKind::emergency:
        return QStringLiteral("emergency");
    case AlarmKind::peace:
        return QStringLiteral("peace");
    }
    return {};
}

} // namespace

AlarmBell::AlarmBell(Source& source, OrderStore& orders, Session& session, HubClock& clock,
                     std::unique_ptr<Sound> sound, QObject* parent)
    : QAbstractListModel(parent), orders_(orders), session_(session), clock_(clock),
      sound_(std::move(sound)) {
    repeat_.setInterval(repeatMs);
    connect(&repeat_, &QTimer::timeout, this, [this] {
        if (!muted_)
            sound_->play(isUrgent());
    });
    linkGrace_.setSingleShot(true);
    linkGrace_.setInterval(linkGraceMs);
    connect(&linkGrace_, &QTimer::timeout, this, [this] {
        Alarm alarm;
        alarm.kind = AlarmKind::linkLost;
        alarm.urgent = true;
        linkAlarmed_ = true;
        raise(std::move(alarm));
    });
    connect(&source, &Source::arrived, this, &AlarmBell::take);
    connect(&source, &Source::loaded, this,
            [this](const SnapshotPtr& snapshot) { catchUp(*snapshot); });
    connect(&session_, &Session::stateChanged, this, &AlarmBell::followLink);
    connect(&session_, &Session::shownChanged, this, &AlarmBell::forget);
    connect(sound_.get(), &Sound::availableChanged, this, &AlarmBell::soundChanged);
    onLanguageChange(this, [this] {
        if (!alarms_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
        Q_EMIT soundChanged();
    });
}

AlarmBell::~AlarmBell() = default;

void AlarmBell::take(const EntriesPtr& entries) {
    const auto& account = session_.account();
    if (account.id.empty())
        return;
    const bool centre = may(account.role, Permission::act_for_centre);
    const auto concerns = [&](const std::string& unit) {
        return !account.unit.empty() && unit == account.unit;
    };
    for (const auto& entry : *entries) {
        missed_.note(entry);
        const auto* assignment =
            entry.body.assignments.empty() ? nullptr : &entry.body.assignments.front();
        Alarm alarm;
        alarm.order = entry.order;
        alarm.at = ms_of(entry.time);
        if (assignment)
            alarm.unitName = assignment->unit_name;
        const auto& kind = entry.kind;
        if (kind == "order.issued" || kind == "assignment.reassigned") {
            // For the unit that gets it; the centre is told of what others of it issued. A
            // reassignment may hold the order's other assignments, which are no news to theirs.
            const bool mine = std::ranges::any_of(entry.body.assignments, [&](const auto& a) {
                return concerns(a.unit) && a.state == AssignmentState::issued &&
                       (kind == "order.issued" || a.reassigned_from == entry.id);
            });
            const bool others = centre && kind == "order.issued" && entry.actor != account.id;
            if (!mine && !others)
                continue;
            alarm.kind = AlarmKind::newOrder;
            alarm.urgent = mine;
            raise(std::move(alarm));
        } else if (kind == "timer.due_soon" || kind == "timer.overdue") {
            if (!centre && !(assignment && concerns(assignment->unit)))
                continue;
            alarm.kind = kind == "timer.overdue" ? AlarmKind::overdue : AlarmKind::dueSoon;
            alarm.urgent = kind == "timer.overdue";
            raise(std::move(alarm));
        } else if (kind == "supervision.issued" || kind == "timer.supervised" ||
                   kind == "timer.circulated") {
            const auto own = std::ranges::any_of(entry.body.supervisions,
                                                 [&](const auto& s) { return concerns(s.unit); });
            if (!own && !(centre && entry.actor != account.id))
                continue;
            alarm.kind = AlarmKind::supervision;
            alarm.urgent = true;
            raise(std::move(alarm));
        } else if (kind == "mode.switched" && entry.body.duty) {
            followMode(*entry.body.duty, entry.actor == account.id);
        } else if (kind == "assignment.return_requested" && centre) {
            alarm.kind = AlarmKind::returnRequested;
            raise(std::move(alarm));
        } else if (kind == "timer.failed" && account.role != chengyun::Role::unit) {
            alarm.kind = AlarmKind::timerFailed;
            alarm.urgent = true;
            raise(std::move(alarm));
        }
    }
}

void AlarmBell::catchUp(const Snapshot& snapshot) {
    const auto& account = session_.account();
    if (account.id.empty())
        return;
    if (account.id != account_) // somebody else, without having signed out in between
        forget();
    account_ = account.id;
    if (snapshot.duty)
        followMode(*snapshot.duty, false);
    std::vector<Alarm> found;
    for (const auto& news : missed_.compare(snapshot, account)) {
        Alarm alarm;
        alarm.order = news.assignment->order;
        alarm.unitName = news.assignment->unit_name;
        alarm.urgent = news.kind != Missed::Kind::returnRequested;
        alarm.acknowledged = news.before;
        alarm.at = ms_of(clock_.exact());
        switch (news.kind) {
        case Missed::Kind::newOrder:
            alarm.kind = AlarmKind::newOrder;
            alarm.at = ms_of(news.assignment->issued);
            break;
        case Missed::Kind::overdue:
            alarm.kind = AlarmKind::overdue;
            alarm.at = std::min(alarm.at, nextDue(*news.assignment).at);
            break;
        case Missed::Kind::returnRequested:
            alarm.kind = AlarmKind::returnRequested;
            break;
        }
        found.push_back(std::move(alarm));
    }
    std::ranges::stable_sort(found, {}, &Alarm::at);
    for (auto& alarm : found)
        raise(std::move(alarm));
}

void AlarmBell::followMode(const Duty& duty, bool own) {
    const bool switched = mode_ && *mode_ != duty.mode;
    mode_ = duty.mode;
    if (!switched || own)
        return;
    Alarm alarm;
    alarm.kind = duty.mode == Mode::emergency ? AlarmKind::emergency : AlarmKind::peace;
    alarm.urgent = alarm.kind == AlarmKind::emergency;
    alarm.words = duty.mode_reason;
    alarm.at = ms_of(duty.mode_since);
    raise(std::move(alarm));
}

void AlarmBell::forget() {
    missed_.forget();
    mode_.reset();
    account_.clear();
    if (alarms_.empty())
        return;
    beginResetModel();
    alarms_.clear();
    endResetModel();
    update();
}

void AlarmBell::followLink() {
    if (session_.state() == Session::State::Offline) {
        if (!linkAlarmed_)
            linkGrace_.start();
        return;
    }
    linkGrace_.stop();
    linkAlarmed_ = false;
    // It is back: the alarm has settled itself.
    for (std::size_t row = 0; row < alarms_.size(); ++row)
        if (alarms_[row].kind == AlarmKind::linkLost && !alarms_[row].acknowledged) {
            alarms_[row].acknowledged = true;
            changedAt(row);
        }
    if (session_.state() == Session::State::SignedOut)
        forget();
    update();
}

void AlarmBell::raise(Alarm alarm) {
    alarm.id = QString::number(next_++);
    if (alarm.at == 0)
        alarm.at = ms_of(clock_.exact());
    beginInsertRows({}, 0, 0);
    alarms_.push_front(alarm);
    endInsertRows();
    if (alarms_.size() > most) {
        beginRemoveRows({}, count() - 1, count() - 1);
        alarms_.pop_back();
        endRemoveRows();
    }
    if (!muted_ && !alarm.acknowledged)
        sound_->play(alarm.urgent);
    update();
    if (!alarm.acknowledged)
        Q_EMIT raised(alarm.id, titleOf(alarm), textOf(alarm), alarm.urgent);
}

void AlarmBell::update() {
    // Nobody who could see what rings is there before somebody has signed in.
    const bool ring = unacknowledged() > 0 && session_.isSignedIn();
    if (ring != repeat_.isActive()) {
        if (ring) {
            repeat_.start();
        } else {
            repeat_.stop();
            sound_->stop();
        }
        Q_EMIT ringingChanged();
    }
    Q_EMIT countsChanged();
}

void AlarmBell::changedAt(std::size_t row) {
    const auto at = index(static_cast<int>(row));
    Q_EMIT dataChanged(at, at, {AcknowledgedRole});
}

void AlarmBell::acknowledge(const QString& id) {
    for (std::size_t row = 0; row < alarms_.size(); ++row)
        if (alarms_[row].id == id && !alarms_[row].acknowledged) {
            alarms_[row].acknowledged = true;
            changedAt(row);
        }
    update();
}

void AlarmBell::acknowledgeAll() {
    for (std::size_t row = 0; row < alarms_.size(); ++row)
        if (!alarms_[row].acknowledged) {
            alarms_[row].acknowledged = true;
            changedAt(row);
        }
    update();
}

QString AlarmBell::acknowledgeNewest() {
    const auto found =
        std::ranges::find_if(alarms_, [](const Alarm& alarm) { return !alarm.acknowledged; });
    if (found == alarms_.end())
        return {};
    const auto order = qs(found->order);
    acknowledge(QString(found->id));
    return order;
}

void AlarmBell::acknowledgeOrder(const QString& order) {
    const auto id = order.toStdString();
    for (std::size_t row = 0; row < alarms_.size(); ++row)
        if (alarms_[row].order == id && !id.empty() && !alarms_[row].acknowledged) {
            alarms_[row].acknowledged = true;
            changedAt(row);
        }
    update();
}

void AlarmBell::clearAcknowledged() {
    for (std::size_t row = alarms_.size(); row-- > 0;) {
        if (!alarms_[row].acknowledged)
            continue;
        const auto at = static_cast<int>(row);
        beginRemoveRows({}, at, at);
        alarms_.erase(alarms_.begin() + at);
        endRemoveRows();
    }
    update();
}

void AlarmBell::test() {
    sound_->play(false);
}

int AlarmBell::unacknowledged() const {
    return static_cast<int>(std::ranges::count(alarms_, false, &Alarm::acknowledged));
}

bool AlarmBell::isUrgent() const {
    return std::ranges::any_of(
        alarms_, [](const Alarm& alarm) { return alarm.urgent && !alarm.acknowledged; });
}

void AlarmBell::setMuted(bool muted) {
    if (muted == muted_)
        return;
    muted_ = muted;
    if (muted)
        sound_->stop();
    Q_EMIT mutedChanged();
}

bool AlarmBell::isSoundAvailable() const {
    return sound_->isAvailable();
}

QString AlarmBell::soundNote() const {
    return sound_->isAvailable() ? QString()
                                 : tr("No sound: this machine has no audio device. "
                                      "Alarms are only shown.");
}

void AlarmBell::setRepeat(int milliseconds) {
    repeat_.setInterval(milliseconds);
}

QString AlarmBell::titleOf(const Alarm& alarm) const {
    switch (alarm.kind) {
    case AlarmKind::newOrder:
        return tr("New order");
    case AlarmKind::dueSoon:
        return tr("Due soon");
    case AlarmKind::overdue:
        return tr("Overdue");
    case AlarmKind::supervision:
        return tr("Supervision order");
    case AlarmKind::returnRequested:
        return tr("Return requested");
    case AlarmKind::timerFailed:
        return tr("A timer failed");
    case AlarmKind::linkLost:
        return tr("The hub cannot be reached");
    case AlarmKind::emergency:
        return tr("Emergency mode");
    case AlarmKind::peace:
        return tr("Back to peace mode");
    }
    return {};
}

QString AlarmBell::textOf(const Alarm& alarm) const {
    if (alarm.kind == AlarmKind::linkLost)
        return tr("Everything last known stays on screen; orders wait and are sent when the hub is "
                  "back.");
    if (!alarm.words.empty())
        return qs(alarm.words);
    const auto* order = orders_.order(alarm.order);
    const auto title = order ? qs(order->title) : QString();
    if (alarm.kind == AlarmKind::timerFailed)
        return title.isEmpty() ? tr("Watch the deadlines by hand; the hub's log says why.")
                               : tr("%1: watch its deadlines by hand").arg(title);
    if (alarm.kind == AlarmKind::newOrder || alarm.unitName.empty())
        return title;
    return title.isEmpty() ? qs(alarm.unitName)
                           : tr("%1: %2").arg(isolated(qs(alarm.unitName)), isolated(title));
}

int AlarmBell::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant AlarmBell::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& alarm = alarms_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case AlarmIdRole:
        return alarm.id;
    case KindRole:
        return kindKey(alarm.kind);
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(alarm);
    case TextRole:
        return textOf(alarm);
    case AtRole:
        return alarm.at;
    case OrderRole:
        return qs(alarm.order);
    case LevelRole: {
        const auto* order = orders_.order(alarm.order);
        return qs(json::name_of(order ? order->level : Level::none));
    }
    case UrgentRole:
        return alarm.urgent;
    case AcknowledgedRole:
        return alarm.acknowledged;
    default:
        return {};
    }
}

QHash<int, QByteArray> AlarmBell::roleNames() const {
    return {{AlarmIdRole, "alarmId"}, {KindRole, "kind"},     {TitleRole, "title"},
            {TextRole, "text"},       {AtRole, "at"},         {OrderRole, "order"},
            {LevelRole, "level"},     {UrgentRole, "urgent"}, {AcknowledgedRole, "acknowledged"}};
}

} // namespace chengyun::console
