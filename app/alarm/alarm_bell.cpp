#include "app/alarm/alarm_bell.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "core/json/codec.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace chengyun::console {
namespace {

constexpr std::size_t most = 200;
constexpr int repeatMs = 8000;
/// A link that is back at once is nobody's alarm.
constexpr int linkGraceMs = 5000;

constexpr std::string_view linkLost = "linkLost";

QString said(const std::function<QString()>& words) {
    return words ? words() : QString();
}

} // namespace

AlarmBell::AlarmBell(Source& source, std::vector<Capability*> capabilities, Session& session,
                     HubClock& clock, std::unique_ptr<Sound> sound, QObject* parent)
    : QAbstractListModel(parent), capabilities_(std::move(capabilities)), session_(session),
      clock_(clock), sound_(std::move(sound)) {
    repeat_.setInterval(repeatMs);
    connect(&repeat_, &QTimer::timeout, this, [this] {
        if (!muted_)
            sound_->play(isUrgent());
    });
    linkGrace_.setSingleShot(true);
    linkGrace_.setInterval(linkGraceMs);
    connect(&linkGrace_, &QTimer::timeout, this, [this] {
        Alarm alarm;
        alarm.kind = linkLost;
        alarm.icon = QStringLiteral("offline");
        alarm.urgent = true;
        alarm.title = [] { return tr("The hub cannot be reached"); };
        alarm.text = [] {
            return tr("Everything last known stays on screen; orders wait and are sent when the "
                      "hub is back.");
        };
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
        if (!rows_.empty())
            Q_EMIT dataChanged(index(0), index(count() - 1));
        Q_EMIT soundChanged();
    });
}

AlarmBell::~AlarmBell() = default;

void AlarmBell::take(const EntriesPtr& entries) {
    const auto& account = session_.account();
    if (account.id.empty())
        return;
    for (const auto& entry : *entries)
        for (auto* capability : capabilities_)
            for (auto& alarm : capability->alarms(entry, account))
                raise(std::move(alarm));
}

void AlarmBell::catchUp(const Snapshot& snapshot) {
    const auto& account = session_.account();
    if (account.id.empty())
        return;
    if (account.id != account_) // somebody else, without having signed out in between
        forget();
    account_ = account.id;
    std::vector<Alarm> found;
    for (auto* capability : capabilities_)
        std::ranges::move(capability->missedAlarms(snapshot, account), std::back_inserter(found));
    std::ranges::stable_sort(found, {}, &Alarm::at);
    for (auto& alarm : found)
        raise(std::move(alarm));
}

void AlarmBell::forget() {
    for (auto* capability : capabilities_)
        capability->forgetAlarms();
    account_.clear();
    if (rows_.empty())
        return;
    beginResetModel();
    rows_.clear();
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
    acknowledgeWhere([](const Row& row) { return row.alarm.kind == linkLost; });
    if (session_.state() == Session::State::SignedOut)
        forget();
    update();
}

void AlarmBell::raise(Alarm alarm) {
    if (alarm.at == 0)
        alarm.at = ms_of(clock_.exact());
    const Row row{QString::number(next_++), std::move(alarm)};
    beginInsertRows({}, 0, 0);
    rows_.push_front(row);
    endInsertRows();
    if (rows_.size() > most) {
        beginRemoveRows({}, count() - 1, count() - 1);
        rows_.pop_back();
        endRemoveRows();
    }
    // While a seat is still signing in, nobody has said yet whether it is muted.
    if (!muted_ && !row.alarm.acknowledged && session_.isSignedIn())
        sound_->play(row.alarm.urgent);
    update();
    if (!row.alarm.acknowledged)
        Q_EMIT raised(row.id, said(row.alarm.title), said(row.alarm.text), row.alarm.urgent);
}

template <class Test>
void AlarmBell::acknowledgeWhere(Test test) {
    for (std::size_t row = 0; row < rows_.size(); ++row)
        if (!rows_[row].alarm.acknowledged && test(rows_[row])) {
            rows_[row].alarm.acknowledged = true;
            changedAt(row);
        }
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
    acknowledgeWhere([&](const Row& row) { return row.id == id; });
    update();
}

void AlarmBell::acknowledgeAll() {
    acknowledgeWhere([](const Row&) { return true; });
    update();
}

QVariantMap AlarmBell::acknowledgeNewest() {
    const auto found = std::ranges::find(rows_, false, &Row::isAcknowledged);
    if (found == rows_.end())
        return {};
    const QVariantMap subject{{QStringLiteral("kind"), qs(found->alarm.subjectKind)},
                              {QStringLiteral("id"), qs(found->alarm.subject)}};
    acknowledge(QString(found->id));
    return subject;
}

void AlarmBell::acknowledgeAbout(const QString& kind, const QString& id) {
    const auto wantedKind = kind.toStdString();
    const auto wanted = id.toStdString();
    if (!wanted.empty())
        acknowledgeWhere([&](const Row& row) {
            return row.alarm.subject == wanted && row.alarm.subjectKind == wantedKind;
        });
    update();
}

void AlarmBell::clearAcknowledged() {
    for (std::size_t row = rows_.size(); row-- > 0;) {
        if (!rows_[row].isAcknowledged())
            continue;
        const auto at = static_cast<int>(row);
        beginRemoveRows({}, at, at);
        rows_.erase(rows_.begin() + at);
        endRemoveRows();
    }
    update();
}

void AlarmBell::test() {
    sound_->play(false);
}

int AlarmBell::unacknowledged() const {
    return static_cast<int>(std::ranges::count(rows_, false, &Row::isAcknowledged));
}

bool AlarmBell::isUrgent() const {
    return std::ranges::any_of(
        rows_, [](const Row& row) { return row.alarm.urgent && !row.alarm.acknowledged; });
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

int AlarmBell::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant AlarmBell::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& [id, alarm] = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case AlarmIdRole:
        return id;
    case KindRole:
        return qs(alarm.kind);
    case IconRole:
        return alarm.icon;
    case Qt::DisplayRole:
    case TitleRole:
        return said(alarm.title);
    case TextRole:
        return said(alarm.text);
    case AtRole:
        return alarm.at;
    case SubjectKindRole:
        return qs(alarm.subjectKind);
    case SubjectRole:
        return qs(alarm.subject);
    case LevelRole:
        return qs(json::name_of(alarm.level ? alarm.level() : Level::none));
    case UrgentRole:
        return alarm.urgent;
    case AcknowledgedRole:
        return alarm.acknowledged;
    default:
        return {};
    }
}

QHash<int, QByteArray> AlarmBell::roleNames() const {
    return {{AlarmIdRole, "alarmId"},
            {KindRole, "kind"},
            {IconRole, "icon"},
            {TitleRole, "title"},
            {TextRole, "text"},
            {AtRole, "at"},
            {SubjectKindRole, "subjectKind"},
            {SubjectRole, "subject"},
            {LevelRole, "level"},
            {UrgentRole, "urgent"},
            {AcknowledgedRole, "acknowledged"}};
}

} // namespace chengyun::console
