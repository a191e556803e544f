#include "app/duty/rota_layout.h"

#include "app/duty/plan_book.h"
#include "app/duty/roster.h"
#include "app/duty/rota_board.h"
#include "app/link/failure_text.h"
#include "app/link/session.h"
#include "app/text.h"
#include "core/duty/roster_codec.h"
#include "core/id/uuid.h"

#include <algorithm>
#include <string_view>

namespace chengyun::console {
namespace {

constexpr int previewDays = 14;

} // namespace

RotaLayout::RotaLayout(RotaBoard& board, PlanBook& plans, Session& session, QObject* parent)
    : QObject(parent), board_(board), plans_(plans), session_(session) {}

QString RotaLayout::file() const {
    const auto folder = session_.ownFolder();
    return folder.isEmpty() ? QString() : folder + QStringLiteral("/rota-crews.json");
}

void RotaLayout::begin() {
    remembered_.clear();
    if (const auto path = file(); !path.isEmpty())
        if (const auto bytes = files_.read(path))
            if (auto read =
                    json::read<std::map<std::string, RememberedLayout>>(bytes->toStdString()))
                remembered_ = std::move(*read);
    plan_.first = board_.firstText().toStdString();
    plan_.last = board_.lastText().toStdString();
    if (pattern_.isEmpty()) {
        const auto patterns = plans_.patterns();
        pattern_ = remembered_.empty()
                       ? patterns.value(0).toMap().value(QStringLiteral("key")).toString()
                       : qs(remembered_.begin()->first);
    }
    goOn();
    lay();
}

/// Takes the crews that this pattern had last, and its position when the time follows on.
void RotaLayout::goOn() {
    plan_.position = 0;
    plan_.crews.clear();
    const auto known = remembered_.find(pattern_.toStdString());
    if (known != remembered_.end()) {
        plan_.crews = known->second.crews;
        const auto last = day_of(known->second.last), first = day_of(plan_.first);
        if (last && first && *first == *last + std::chrono::days(1))
            plan_.position = known->second.next_position;
    }
    const auto* pattern = board_.roster().pattern(pattern_.toStdString());
    if (!pattern)
        return;
    plan_.crews.resize(crews_of(*pattern));
    for (std::size_t i = 0; i < plan_.crews.size(); ++i)
        if (plan_.crews[i].name.empty())
            plan_.crews[i].name = tr("Crew %1").arg(i + 1).toStdString();
    for (auto& crew : plan_.crews)
        std::erase_if(crew.places,
                      [this](const CrewPlace& place) { return !board_.roster().post(place.post); });
}

void RotaLayout::setPattern(const QString& key) {
    if (key == pattern_)
        return;
    pattern_ = key;
    const auto posts = this->posts();
    goOn();
    for (const auto& post : posts)
        setPost(post, true);
    lay();
}

QString RotaLayout::first() const {
    return qs(plan_.first);
}
QString RotaLayout::last() const {
    return qs(plan_.last);
}
void RotaLayout::setFirst(const QString& day) {
    plan_.first = day.trimmed().toStdString();
    lay();
}
void RotaLayout::setLast(const QString& day) {
    plan_.last = day.trimmed().toStdString();
    lay();
}
void RotaLayout::setPosition(int position) {
    plan_.position = position;
    lay();
}

QStringList RotaLayout::posts() const {
    QStringList ids;
    if (!plan_.crews.empty())
        for (const auto& place : plan_.crews.front().places)
            if (const auto id = qs(place.post); !ids.contains(id))
                ids.append(id);
    return ids;
}

void RotaLayout::setPost(const QString& id, bool manned) {
    const auto* post = board_.roster().post(id.toStdString());
    if (!post)
        return;
    for (auto& crew : plan_.crews) {
        const auto count = std::ranges::count(crew.places, post->id, &CrewPlace::post);
        if (!manned)
            std::erase_if(crew.places,
                          [&](const CrewPlace& place) { return place.post == post->id; });
        for (auto more = count; manned && more < post->people; ++more)
            crew.places.push_back({post->id, {}, {}});
        std::ranges::stable_sort(crew.places, {}, [&](const CrewPlace& place) {
            return std::ranges::find(board_.roster().posts(), place.post, &Post::id);
        });
    }
    lay();
}

CrewPlace* RotaLayout::place(int crew, int place) {
    const auto c = static_cast<std::size_t>(crew), p = static_cast<std::size_t>(place);
    return crew >= 0 && place >= 0 && c < plan_.crews.size() && p < plan_.crews[c].places.size()
               ? &plan_.crews[c].places[p]
               : nullptr;
}

void RotaLayout::setPerson(int crew, int at, const QString& person) {
    if (auto* found = place(crew, at)) {
        found->person = person.toStdString();
        lay();
    }
}

void RotaLayout::setBackup(int crew, int at, const QString& person) {
    if (auto* found = place(crew, at)) {
        found->backup = person.toStdString();
        lay();
    }
}

/// Who has stood at this post oftenest in the shifts that are known; of two, the person who is
/// qualified for less: a leader who could do a dispatcher's work as well is kept for his own.
const Person* RotaLayout::usual(const Post& post, const std::set<std::string>& used) const {
    std::map<std::string_view, std::size_t> stood;
    for (const auto& shift : board_.roster().shifts())
        if (shift.post == post.id)
            ++stood[shift.person];
    const Person* best = nullptr;
    const auto is_better = [&](const Person& one, const Person& other) {
        const auto mine = stood[one.id], others = stood[other.id];
        return mine != others ? mine > others
                              : one.qualifications.size() < other.qualifications.size();
    };
    for (const auto& person : board_.roster().people())
        if (person.active && person.unit == post.unit && is_qualified(person, post) &&
            !used.contains(person.id) && (!best || is_better(person, *best)))
            best = &person;
    return best;
}

void RotaLayout::fill() {
    std::set<std::string> used;
    for (const auto& crew : plan_.crews)
        for (const auto& place : crew.places)
            used.insert(place.person);
    for (auto& crew : plan_.crews)
        for (auto& place : crew.places) {
            const auto* post = board_.roster().post(place.post);
            if (!place.person.empty() || !post)
                continue;
            if (const auto* person = usual(*post, used)) {
                place.person = person->id;
                used.insert(person->id);
            }
        }
    lay();
}

void RotaLayout::empty() {
    for (auto& crew : plan_.crews)
        for (auto& place : crew.places) {
            place.person.clear();
            place.backup.clear();
        }
    lay();
}

QVariantList RotaLayout::crews() const {
    const auto& roster = board_.roster();
    QVariantList list;
    for (const auto& crew : plan_.crews) {
        QVariantList places;
        for (const auto& place : crew.places)
            places.append(
                QVariantMap{{QStringLiteral("post"), qs(place.post)},
                            {QStringLiteral("postName"), roster.postName(qs(place.post))},
                            {QStringLiteral("person"), qs(place.person)},
                            {QStringLiteral("personName"), roster.personName(qs(place.person))},
                            {QStringLiteral("backup"), qs(place.backup)},
                            {QStringLiteral("backupName"), roster.personName(qs(place.backup))}});
        list.append(QVariantMap{{QStringLiteral("name"), qs(crew.name)},
                                {QStringLiteral("places"), places}});
    }
    return list;
}

void RotaLayout::lay() {
    laidOut_ = {};
    replaced_.clear();
    preview_.clear();
    problem_.clear();
    const auto& roster = board_.roster();
    const auto& calendar = roster.calendar();
    const auto* pattern = board_.roster().pattern(pattern_.toStdString());
    const auto first = day_of(plan_.first), last = day_of(plan_.last);
    if (!pattern || !first || !last) {
        problem_ = tr("A pattern and days like 2026-07-01 are needed.");
        Q_EMIT changed();
        return;
    }
    auto laid = lay_out(plan_, *pattern, roster.posts(), calendar, [] { return new_id(); });
    if (!laid) {
        problem_ = failureText(laid.error());
        Q_EMIT changed();
        return;
    }
    laidOut_ = std::move(*laid);
    if (posts().isEmpty())
        problem_ = tr("Choose the posts that the crews man.");
    const auto from = calendar.at(*first, 0), to = calendar.at(*last, 1440);
    const auto manned = posts();
    for (const auto& shift : board_.draft().shifts())
        if (shift.state == ShiftState::planned && shift.start >= from && shift.start < to &&
            manned.contains(qs(shift.post)))
            replaced_.push_back(shift);
    // The crews by turn, without posts: what a planner looks at before he fills in names.
    RotaPlan names = plan_;
    for (std::size_t i = 0; i < names.crews.size(); ++i)
        names.crews[i].places = {{"crew", std::to_string(i), {}}};
    Post crew;
    crew.id = "crew";
    names.last = text_of(std::min(*last, *first + std::chrono::days(previewDays - 1)));
    const auto shown = lay_out(names, *pattern, {&crew, 1}, calendar, [] { return std::string(); });
    for (auto day = *first; shown && day <= *day_of(names.last); day += std::chrono::days(1)) {
        QStringList turns;
        for (const auto& turn : pattern->turns) {
            QStringList on;
            for (const auto& shift : shown->shifts)
                if (shift.start == calendar.at(day, turn.start_minute) &&
                    shift.end - shift.start == std::chrono::minutes(turn.minutes))
                    on.append(qs(plan_.crews[std::stoul(shift.person)].name));
            turns.append(on.join(QStringLiteral(", ")));
        }
        preview_.append(QVariantMap{{QStringLiteral("day"), qs(text_of(day)).mid(5)},
                                    {QStringLiteral("turns"), turns}});
    }
    Q_EMIT changed();
}

bool RotaLayout::apply() {
    if (laidOut_.shifts.empty() || !problem_.isEmpty())
        return false;
    std::vector<RotaDraft::Edit> edits;
    for (const auto& shift : replaced_)
        edits.push_back({shift, true});
    for (const auto& shift : laidOut_.shifts)
        edits.push_back({shift});
    if (!board_.draft().apply(edits)) {
        problem_ = board_.draft().failureText();
        Q_EMIT changed();
        return false;
    }
    remembered_[pattern_.toStdString()] = {plan_.crews, plan_.last, laidOut_.next_position};
    if (const auto path = file(); !path.isEmpty())
        files_.write(path, QByteArray::fromStdString(json::write(remembered_)));
    lay();
    return true;
}

} // namespace chengyun::console
