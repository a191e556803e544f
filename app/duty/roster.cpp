#include "app/duty/roster.h"

#include "app/duty/roster_words.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/language.h"
#include "app/link/session.h"
#include "app/local/local.h"
#include "app/resources/resource_store.h"
#include "core/duty/roster_codec.h"
#include "core/text/showable.h"
#include "core/wire/wire_codec.h"

#include <QLoggingCategory>

#include <algorithm>
#include <tuple>

Q_LOGGING_CATEGORY(lcRoster, "chengyun.duty.roster")

namespace chengyun::console {

DutyRoster::DutyRoster(Source& source, HubLink& link, HubClock& clock, Session& session,
                       ResourceStore& resources, QObject* parent)
    : QObject(parent), link_(link), clock_(clock), session_(session), resources_(resources),
      calendar_({}, Local::instance().days()) {
    connect(&source, &Source::loaded, this,
            [this](const SnapshotPtr& snapshot) { load(*snapshot); });
    connect(&source, &Source::arrived, this, [this](const EntriesPtr& entries) {
        std::vector<const Images*> bodies;
        for (const auto& entry : *entries)
            bodies.push_back(&entry.body);
        take(bodies);
    });
    connect(&link_, &HubLink::reachableChanged, this, [this](bool reachable) {
        if (reachable)
            fetch();
    });
    connect(&session_, &Session::accountChanged, this, &DutyRoster::peopleChanged);
    connect(&Local::instance(), &Local::changed, this, [this] {
        makeCalendar();
        tellAll();
    });
    onLanguageChange(this, [this] {
        sortPosts();
        Q_EMIT postsChanged();
    });
}

void DutyRoster::load(const Snapshot& snapshot) {
    posts_.replace(snapshot.values<Post>());
    people_.replace(snapshot.values<Person>());
    patterns_.replace(snapshot.values<Pattern>());
    years_.replace(snapshot.values<HolidayYear>());
    shifts_.replace(snapshot.values<Shift>());
    exchanges_.replace(snapshot.values<ShiftExchange>());
    leaves_.replace(snapshot.values<Leave>());
    handovers_.replace(snapshot.values<Handover>());
    log_.replace(snapshot.values<LogEntry>());
    makeCalendar();
    sortPosts();
    fetched_.clear();
    ++round_;
    open_ = 0;
    failed_ = false;
    tellAll();
    fetch();
}

void DutyRoster::makeCalendar() {
    calendar_ = Calendar(years_.all(), Local::instance().days());
}

void DutyRoster::tellAll() {
    for (const auto signal :
         {&DutyRoster::reloaded, &DutyRoster::postsChanged, &DutyRoster::peopleChanged,
          &DutyRoster::patternsChanged, &DutyRoster::holidaysChanged, &DutyRoster::shiftsChanged,
          &DutyRoster::requestsChanged, &DutyRoster::handoversChanged, &DutyRoster::logChanged})
        Q_EMIT(this->*signal)();
}

void DutyRoster::take(std::span<const Images* const> images) {
    const auto all = [&]<class T, auto key>(Kept<T, key>& kept) {
        bool changed = false;
        for (const auto* body : images)
            for (const auto& value : body->values<T>())
                changed = kept.take(value) || changed;
        return changed;
    };
    // All is taken before the first is told: what listens looks at several kinds.
    const bool posts = all(posts_);
    const bool people = all(people_);
    const bool patterns = all(patterns_);
    const bool years = all(years_);
    const bool shifts = all(shifts_);
    const bool exchanges = all(exchanges_);
    const bool leaves = all(leaves_);
    const bool handovers = all(handovers_);
    const bool log = all(log_);
    if (posts)
        sortPosts();
    if (years)
        makeCalendar();
    if (posts)
        Q_EMIT postsChanged();
    if (people)
        Q_EMIT peopleChanged();
    if (patterns)
        Q_EMIT patternsChanged();
    if (years)
        Q_EMIT holidaysChanged();
    if (shifts)
        Q_EMIT shiftsChanged();
    if (exchanges || leaves)
        Q_EMIT requestsChanged();
    if (handovers)
        Q_EMIT handoversChanged();
    if (log)
        Q_EMIT logChanged();
}

void DutyRoster::learn(const Images& images) {
    const Images* one = &images;
    take({&one, 1});
}

void DutyRoster::sortPosts() {
    sortedPosts_ = posts_.all();
    std::ranges::stable_sort(sortedPosts_, [this](const Post& a, const Post& b) {
        if (a.kind != b.kind)
            return a.kind < b.kind;
        if (a.unit != b.unit)
            return a.unit.empty() ||
                   (!b.unit.empty() &&
                    unitName(qs(a.unit)).localeAwareCompare(unitName(qs(b.unit))) < 0);
        return qs(a.name).localeAwareCompare(qs(b.name)) < 0;
    });
}

QString DutyRoster::postName(const QString& id) const {
    const auto* found = post(id.toStdString());
    return found ? qs(found->name) : id.isEmpty() ? QString() : QStringLiteral("…");
}

QString DutyRoster::personName(const QString& id) const {
    const auto* found = person(id.toStdString());
    return found ? qs(found->name) : id.isEmpty() ? QString() : QStringLiteral("…");
}

QString DutyRoster::unitName(const QString& id) const {
    if (id.isEmpty())
        return centreName();
    const auto* unit = resources_.unit(id.toStdString());
    return unit ? qs(unit->name) : QStringLiteral("…");
}

QString DutyRoster::clockText(Instant instant) const {
    return minuteText(calendar_.minute(instant));
}

QString DutyRoster::dayText(int daysOn) const {
    return qs(text_of(calendar_.day(clock_.exact()) + std::chrono::days(daysOn)));
}

QString DutyRoster::momentText(Instant instant) const {
    return qs(text_of(calendar_.day(instant))).mid(5) + QLatin1Char(' ') + clockText(instant);
}

const Person* DutyRoster::self() const {
    const auto& account = session_.account().id;
    if (account.empty())
        return nullptr;
    const auto found = std::ranges::find_if(people_.all(), [&](const Person& person) {
        return person.account == account && person.active;
    });
    return found == people_.all().end() ? nullptr : &*found;
}

QString DutyRoster::selfId() const {
    const auto* person = self();
    return person ? qs(person->id) : QString();
}

bool DutyRoster::may(DutyRight right, std::string_view unit) const {
    // Of who is signing in the account is known when the snapshot comes, and what rings is asked
    // then.
    const auto state = session_.state();
    return state != Session::State::SignedOut && state != Session::State::Expired &&
           chengyun::may(session_.account(), self(), right, unit);
}

bool DutyRoster::isInCharge(std::string_view unit) const {
    const auto& area = session_.account().area;
    const auto* planner = resources_.unit(unit);
    return area.empty() || area_level(area) <= AreaLevel::district ||
           (planner && area_contains(area, planner->area));
}

Result<> DutyRoster::mayWrite(const Person& after) const {
    if (!session_.isSignedIn())
        return fail(FailureKind::unauthenticated);
    return may_write(session_.account(), self(), person(after.id), after);
}

bool DutyRoster::leads(PostKind kind) const {
    const auto* person = self();
    return person && chengyun::leads(person->id, kind, posts(), shifts(), clock_.exact());
}

std::vector<ShiftSide> DutyRoster::sidesOf(const Shift& shift) const {
    std::vector<ShiftSide> sides;
    const auto* person = self();
    if (person && person->id == shift.person)
        sides.push_back(ShiftSide::own);
    if (const auto* manned = post(shift.post)) {
        if (leads(manned->kind))
            sides.push_back(ShiftSide::leads);
        if (may(DutyRight::plan, manned->unit))
            sides.push_back(ShiftSide::plans);
    }
    return sides;
}

RequestActor DutyRoster::actorFor(std::string_view unit) const {
    return {session_.account().id, selfId().toStdString(), may(DutyRight::approve, unit)};
}

RequestActor DutyRoster::actorFor(const ShiftExchange& exchange) const {
    const auto* given = shift(exchange.shift);
    const auto* manned = given ? post(given->post) : nullptr;
    auto actor = actorFor(manned ? std::string_view(manned->unit) : std::string_view());
    actor.may_approve = actor.may_approve && manned;
    return actor;
}

RequestActor DutyRoster::actorFor(const Leave& leave) const {
    const auto* asker = person(leave.person);
    auto actor = actorFor(asker ? std::string_view(asker->unit) : std::string_view());
    actor.may_approve = actor.may_approve && asker;
    return actor;
}

std::string DutyRoster::manning(std::string_view id) const {
    const auto* found = shift(id);
    return found ? found->person : std::string();
}

HandoverActor DutyRoster::actorFor(const Handover& handover) const {
    const auto& account = session_.account();
    return {account.id, account.display_name, selfId().toStdString(), manning(handover.outgoing),
            manning(handover.incoming)};
}

bool DutyRoster::anyUnit(DutyRight right) const {
    // A right holds for the centre, for the account's unit, or for its person's.
    const auto* person = self();
    return may(right, {}) || may(right, session_.account().unit) ||
           (person && may(right, person->unit));
}
bool DutyRoster::plansAny() const {
    return anyUnit(DutyRight::plan);
}
bool DutyRoster::approvesAny() const {
    return anyUnit(DutyRight::approve);
}

void DutyRoster::look(Instant from, Instant to) {
    const Period period{from, to};
    if (wanted_ == period)
        return;
    wanted_ = period;
    fetch();
}

bool DutyRoster::knows(const Period& period) const {
    return std::ranges::any_of(fetched_, [&](const Period& known) {
        return known.from <= period.from && period.to <= known.to;
    });
}

void DutyRoster::fetch() {
    if (!wanted_ || session_.account().id.empty())
        return;
    failed_ = false;
    if (knows(*wanted_)) {
        Q_EMIT fetchingChanged();
        return;
    }
    ++open_;
    Q_EMIT fetchingChanged();
    const auto path = QStringLiteral("/duty/roster?from=%1&to=%2")
                          .arg(ms_of(wanted_->from))
                          .arg(ms_of(wanted_->to));
    link_.get(path, this, [this, period = *wanted_, round = round_](const Reply& reply) {
        if (round != round_)
            return;
        --open_;
        // As of its `seq`; versions say what the stream has brought meanwhile.
        auto answer = reply.ok()
                          ? json::read<Snapshot>(reply.body.toStdString(), json::Unknown::ignore)
                          : Result<Snapshot>(reply.failure());
        if (answer) {
            make_showable(*answer);
            fetched_.push_back(period);
            learn(*answer);
        } else {
            qCWarning(lcRoster) << "not fetched:" << answer.error().field.c_str();
            failed_ = failed_ || period == wanted_;
        }
        Q_EMIT fetchingChanged();
    });
}

} // namespace chengyun::console
