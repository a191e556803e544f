#include "app/alarm/alarm_bell.h"

#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "core/alarms/alarms_codec.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace chengyun::console {
namespace {

/// So many that come together are told one by one, more by their number.
constexpr std::size_t toldOneByOne = 3;
constexpr int repeatMs = 8000;
/// A link that is back at once is nobody's alarm.
constexpr int linkGraceMs = 5000;

constexpr std::string_view linkLost = "link_lost";

/// Somebody is there who could do something about an alarm: nobody before one has signed in, who
/// may have muted it, and nobody in front of a wall's machine.
bool isHeard(const Session& session) {
    return session.isSignedIn() && may_command(session.account().role);
}

} // namespace

AlarmBell::AlarmBell(Source& source, std::vector<Capability*> capabilities, AlarmDesk& desk,
                     Session& session, HubClock& clock, std::unique_ptr<Sound> sound,
                     QObject* parent)
    : QAbstractListModel(parent), capabilities_(std::move(capabilities)), desk_(desk),
      session_(session), clock_(clock), sound_(std::move(sound)) {
    repeat_.setInterval(repeatMs);
    connect(&repeat_, &QTimer::timeout, this, [this] {
        if (!muted_)
            sound_->play(isUrgent());
    });
    linkGrace_.setSingleShot(true);
    linkGrace_.setInterval(linkGraceMs);
    connect(&linkGrace_, &QTimer::timeout, this, [this] {
        Alarm alarm;
        alarm.at = ms_of(clock_.exact());
        alarm.name.kind = linkLost;
        alarm.name.occurrence = std::to_string(alarm.at);
        alarm.icon = QStringLiteral("offline");
        alarm.urgent = alarm.personal = alarm.lasts = true;
        alarm.title = [] { return tr("The hub cannot be reached"); };
        alarm.text = [] {
            return tr("Everything last known stays on screen; orders wait and are sent when the "
                      "hub is back.");
        };
        linkAlarmed_ = true;
        raise({std::move(alarm)}, false);
    });
    connect(&source, &Source::arrived, this, &AlarmBell::hear);
    connect(&source, &Source::loaded, this,
            [this](const SnapshotPtr& snapshot) { catchUp(*snapshot); });
    connect(&clock_, &HubClock::ticked, this, &AlarmBell::endByTime);
    connect(&desk_, &AlarmDesk::changed, this, &AlarmBell::refresh);
    connect(&desk_, &AlarmDesk::othersWereFirst, this, &AlarmBell::othersWereFirst);
    connect(&desk_, &AlarmDesk::notKept, this, &AlarmBell::notKept);
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

void AlarmBell::hear(const EntriesPtr& entries) {
    const auto& account = session_.account();
    if (account.id.empty())
        return;
    std::vector<Alarm> raised;
    bool touched = settle(*entries) || desk_.revision() != revision_;
    for (auto* capability : capabilities_) {
        auto news = capability->alarms(*entries, account);
        std::unordered_set<std::string> standing;
        for (auto& alarm : news.alarms) {
            standing.insert(id_of(alarm.name));
            raised.push_back(std::move(alarm));
        }
        touched = touched || !news.alarms.empty() || !news.whole.empty();
        if (news.whole.empty())
            continue;
        std::unordered_set<std::string> whole;
        for (const auto& subject : news.whole)
            whole.insert(subject.kind + '/' + subject.id);
        for (auto& row : rows_)
            if (const auto& name = row.alarm.name;
                !row.alarm.lasts && whole.contains(name.subject_kind + '/' + name.subject))
                row.stands = standing.contains(row.id);
    }
    if (!touched)
        return;
    raise(std::move(raised), false);
    addHistory();
    refresh();
}

bool AlarmBell::settle(const std::vector<Entry>& entries) {
    bool settled = false;
    for (const auto& entry : entries) {
        const auto why = entry.body.note.find("why");
        if (entry.kind != entity_kind<AlarmMark>().removed_by || why == entry.body.note.end() ||
            why->second != alarm_settled)
            continue;
        for (auto& row : rows_)
            if (row.id == entry.id) {
                row.stands = false;
                settled = true;
            }
    }
    return settled;
}

void AlarmBell::endByTime() {
    const auto now = ms_of(clock_.exact());
    bool ended = false;
    for (auto& row : rows_)
        if (row.stands && row.alarm.ends != 0 && row.alarm.ends <= now) {
            row.stands = false;
            ended = true;
        }
    if (ended)
        refresh();
}

void AlarmBell::catchUp(const Snapshot& snapshot) {
    const auto& account = session_.account();
    if (account.id.empty())
        return;
    const bool fresh = account.id != account_; // also somebody else, who has not signed in here
    if (fresh)
        forget();
    account_ = account.id;
    std::vector<Alarm> found;
    for (auto* capability : capabilities_)
        std::ranges::move(capability->standingAlarms(snapshot, account), std::back_inserter(found));
    std::unordered_set<std::string> standing;
    for (const auto& alarm : found)
        standing.insert(id_of(alarm.name));
    for (auto& row : rows_)
        if (!row.alarm.lasts)
            row.stands = standing.contains(row.id);
    raise(std::move(found), fresh);
    considered_ = 0; // these may be the marks of another journal
    addHistory();
    refresh();
}

void AlarmBell::forget() {
    for (auto* capability : capabilities_)
        capability->forgetAlarms();
    account_.clear();
    revision_ = -1;
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
    for (auto& row : rows_)
        if (row.alarm.name.kind == linkLost)
            row.stands = false;
    refresh();
    if (session_.state() == Session::State::SignedOut)
        forget();
    update();
}

void AlarmBell::raise(std::vector<Alarm> alarms, bool fresh) {
    if (alarms.empty())
        return;
    std::unordered_map<std::string_view, Row*> known;
    for (auto& row : rows_)
        known.emplace(row.id, &row);
    std::unordered_set<std::string> added;
    std::vector<Row> rows;
    for (auto& alarm : alarms) {
        if (alarm.at == 0)
            alarm.at = ms_of(clock_.exact());
        auto id = id_of(alarm.name);
        if (const auto found = known.find(id); found != known.end()) {
            auto& row = *found->second;
            if (!alarm.lasts)
                row.stands = true;
            alarm.at = row.alarm.at;
            row.alarm = std::move(alarm);
        } else if (added.insert(id).second) {
            Row row;
            row.id = std::move(id);
            row.silent = fresh && alarm.mayWait;
            row.alarm = std::move(alarm);
            look(row);
            rows.push_back(std::move(row));
        }
    }
    insert(std::move(rows));
}

void AlarmBell::insert(std::vector<Row> rows) {
    if (rows.empty())
        return;
    std::ranges::stable_sort(rows, {}, [](const Row& row) { return row.alarm.at; });
    const auto added = rows.size();
    beginInsertRows({}, 0, static_cast<int>(added) - 1);
    for (auto& row : rows)
        rows_.push_front(std::move(row));
    endInsertRows();
    std::vector<std::size_t> fresh(added);
    for (std::size_t i = 0; i < added; ++i)
        fresh[i] = i;
    update();
    announce(fresh);
    trim();
}

void AlarmBell::announce(const std::vector<std::size_t>& rows) {
    struct Told {
        QString id, title, text;
        bool urgent;
    };
    std::vector<Told> told;
    for (const auto at : rows)
        if (const auto& row = rows_[at]; row.state == State::Open && !row.silent)
            told.push_back(
                {qs(row.id), row.alarm.saidTitle(), row.alarm.saidText(), row.alarm.urgent});
    if (told.empty())
        return;
    const bool urgent = std::ranges::any_of(told, &Told::urgent);
    if (!muted_ && isHeard(session_))
        sound_->play(urgent);
    if (told.size() > toldOneByOne)
        Q_EMIT manyRaised(static_cast<int>(told.size()), urgent);
    else
        for (const auto& one : told)
            Q_EMIT raised(one.id, one.title, one.text, one.urgent);
}

void AlarmBell::refresh() {
    std::vector<std::size_t> again;
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        auto& row = rows_[at];
        const auto before = row.state;
        if (!look(row))
            continue;
        const auto place = index(static_cast<int>(at));
        Q_EMIT dataChanged(place, place, {StateRole, NoteRole, AcknowledgedRole});
        if (row.state != State::Open || before == State::Open)
            continue;
        if (before != State::Waiting) // else it was this seat that gave it back, or was refused
            row.silent = false;
        again.push_back(at);
    }
    update();
    announce(again);
    trim();
}

bool AlarmBell::look(Row& row) const {
    const auto* mark = row.alarm.personal ? nullptr : desk_.mark(row.id);
    auto state = row.heard ? State::Taken : row.stands ? State::Open : State::Over;
    if (mark)
        state = mark->state == AlarmState::taken ? State::Taken : State::Snoozed;
    if (!row.alarm.personal && desk_.isPending(row.id))
        state = State::Waiting;
    const auto version = mark ? mark->version : 0;
    if (row.state == state && row.version == version)
        return false;
    row.state = state;
    row.version = version;
    return true;
}

bool AlarmBell::isShared(const Row& row) const {
    return !row.alarm.personal && desk_.isOpen();
}

void AlarmBell::update() {
    int open = 0, urgent = 0;
    bool ring = false;
    for (const auto& row : rows_)
        if (row.state == State::Open) {
            ++open;
            urgent += row.alarm.urgent ? 1 : 0;
            ring = ring || !row.silent;
        }
    ring = ring && isHeard(session_);
    if (ring != repeat_.isActive()) {
        if (ring) {
            repeat_.start();
        } else {
            repeat_.stop();
            sound_->stop();
        }
        Q_EMIT ringingChanged();
    }
    if (open == open_ && urgent == urgent_ && count() == counted_)
        return;
    open_ = open;
    urgent_ = urgent;
    counted_ = count();
    Q_EMIT countsChanged();
}

void AlarmBell::test() {
    sound_->play(false);
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

} // namespace chengyun::console
