// The duty roster as this seat knows it: posts, people, shifts and what hangs on them, kept up to
// date by the feed, and who of it the account that is signed in is.
#pragma once

#include "app/link/kept.h"
#include "app/link/source.h"
#include "core/duty/handover.h"
#include "core/duty/pattern.h"

#include <QObject>
#include <QString>

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace chengyun::console {

class HubClock;
class HubLink;
class ResourceStore;
class Session;

/// GUI thread. Pointers are good until the next event. A snapshot holds a week of shifts; `look()`
/// fetches what lies beyond. Days and times are the place's own (calendar()), whatever the
/// machine's time zone.
class DutyRoster : public QObject {
    Q_OBJECT
    /// Id of the person whose account is signed in, or empty.
    Q_PROPERTY(QString self READ selfId NOTIFY peopleChanged)
    /// May this seat plan, or approve, at least one post?
    Q_PROPERTY(bool plans READ plansAny NOTIFY peopleChanged)
    Q_PROPERTY(bool approves READ approvesAny NOTIFY peopleChanged)
    /// Shifts of the period that is looked at are on their way.
    Q_PROPERTY(bool fetching READ isFetching NOTIFY fetchingChanged)
    /// The period that is looked at is not known: the hub could not be asked.
    Q_PROPERTY(bool incomplete READ isIncomplete NOTIFY fetchingChanged)

public:
    DutyRoster(Source& source, HubLink& link, HubClock& clock, Session& session,
               ResourceStore& resources, QObject* parent = nullptr);

    /// In the order of the chain of command, then by unit and name.
    [[nodiscard]] const std::vector<Post>& posts() const { return sortedPosts_; }
    [[nodiscard]] const std::vector<Person>& people() const { return people_.all(); }
    [[nodiscard]] const std::vector<Pattern>& patterns() const { return patterns_.all(); }
    [[nodiscard]] const std::vector<HolidayYear>& holidayYears() const { return years_.all(); }
    [[nodiscard]] const std::vector<Shift>& shifts() const { return shifts_.all(); }
    [[nodiscard]] const std::vector<ShiftExchange>& exchanges() const { return exchanges_.all(); }
    [[nodiscard]] const std::vector<Leave>& leaves() const { return leaves_.all(); }
    [[nodiscard]] const std::vector<Handover>& handovers() const { return handovers_.all(); }
    [[nodiscard]] const std::vector<LogEntry>& log() const { return log_.all(); }
    [[nodiscard]] const Post* post(std::string_view id) const { return posts_.find(id); }
    [[nodiscard]] const Person* person(std::string_view id) const { return people_.find(id); }
    [[nodiscard]] const Pattern* pattern(std::string_view key) const { return patterns_.find(key); }
    [[nodiscard]] const Shift* shift(std::string_view id) const { return shifts_.find(id); }
    [[nodiscard]] const ShiftExchange* exchange(std::string_view id) const {
        return exchanges_.find(id);
    }
    [[nodiscard]] const Leave* leave(std::string_view id) const { return leaves_.find(id); }
    [[nodiscard]] const Handover* handover(std::string_view id) const {
        return handovers_.find(id);
    }
    [[nodiscard]] const LogEntry* logEntry(std::string_view id) const { return log_.find(id); }
    [[nodiscard]] const Calendar& calendar() const { return calendar_; }
    [[nodiscard]] Rota rota() const {
        return {posts(), people_.all(), shifts_.all(), leaves_.all()};
    }

    /// Names as they are shown; "…" for what is not known, empty for an empty id.
    Q_INVOKABLE [[nodiscard]] QString postName(const QString& id) const;
    Q_INVOKABLE [[nodiscard]] QString personName(const QString& id) const;
    /// Of a unit's id; "Centre" for an empty one.
    Q_INVOKABLE [[nodiscard]] QString unitName(const QString& id) const;
    /// "08:30" and "02-15 08:30", by the place's own time.
    [[nodiscard]] QString clockText(Instant instant) const;
    /// The place's today as "2026-07-01", or so many days later.
    Q_INVOKABLE [[nodiscard]] QString dayText(int daysOn) const;
    [[nodiscard]] QString momentText(Instant instant) const;

    /// Whose account is signed in; null: nobody of the roster.
    [[nodiscard]] const Person* self() const;
    [[nodiscard]] QString selfId() const;
    /// May the account that is signed in do so for posts of `unit`?
    [[nodiscard]] bool may(DutyRight right, std::string_view unit) const;
    /// Does it answer for posts of `unit` (empty: the centre's), as the hub says who sees their
    /// sheets: the whole hall's accounts, and those in whose area the unit lies?
    [[nodiscard]] bool isInCharge(std::string_view unit) const;
    /// May it write this person (core/duty/person.h)?
    [[nodiscard]] Result<> mayWrite(const Person& after) const;
    /// Is its person on duty now, checked in, at a post above `kind`?
    [[nodiscard]] bool leads(PostKind kind) const;
    /// By which rights it acts on a shift now.
    [[nodiscard]] std::vector<ShiftSide> sidesOf(const Shift& shift) const;
    /// Who it is for a request or a sheet.
    [[nodiscard]] RequestActor actorFor(const ShiftExchange& exchange) const;
    [[nodiscard]] RequestActor actorFor(const Leave& leave) const;
    [[nodiscard]] HandoverActor actorFor(const Handover& handover) const;
    [[nodiscard]] bool plansAny() const;
    [[nodiscard]] bool approvesAny() const;

    /// Somebody looks at this period: what is not known of it is fetched, and again whenever all is
    /// loaded anew.
    void look(Instant from, Instant to);
    /// What the hub has answered to a command; the stream brings the same.
    void learn(const Images& images);
    [[nodiscard]] bool isFetching() const { return open_ > 0; }
    [[nodiscard]] bool isIncomplete() const { return failed_ && open_ == 0; }

Q_SIGNALS:
    void postsChanged();
    /// Also when another account is signed in.
    void peopleChanged();
    void patternsChanged();
    void holidaysChanged();
    void shiftsChanged();
    /// Exchanges and leave.
    void requestsChanged();
    void handoversChanged();
    void logChanged();
    void fetchingChanged();
    /// Everything is another: the hub was asked anew, or another account is signed in.
    void reloaded();

private:
    struct Period {
        Instant from{};
        Instant to{};
        bool operator==(const Period&) const = default;
    };

    void load(const Snapshot& snapshot);
    void makeCalendar();
    void tellAll();
    /// Takes what is newer in `images` and tells of it.
    void take(std::span<const Images* const> images);
    void sortPosts();
    [[nodiscard]] bool anyUnit(DutyRight right) const;
    [[nodiscard]] RequestActor actorFor(std::string_view unit) const;
    [[nodiscard]] std::string manning(std::string_view shift) const;
    [[nodiscard]] bool knows(const Period& period) const;
    void fetch();

    HubLink& link_;
    HubClock& clock_;
    Session& session_;
    ResourceStore& resources_;
    Kept<Post, &Post::id> posts_;
    std::vector<Post> sortedPosts_;
    Kept<Person, &Person::id> people_;
    Kept<Pattern, &Pattern::key> patterns_;
    Kept<HolidayYear, &HolidayYear::year> years_;
    Kept<Shift, &Shift::id> shifts_;
    Kept<ShiftExchange, &ShiftExchange::id> exchanges_;
    Kept<Leave, &Leave::id> leaves_;
    Kept<Handover, &Handover::id> handovers_;
    Kept<LogEntry, &LogEntry::id> log_;
    Calendar calendar_;           ///< by the hall's zone
    std::vector<Period> fetched_; ///< since the last snapshot
    std::optional<Period> wanted_;
    int open_ = 0;        ///< questions without an answer
    bool failed_ = false; ///< what is wanted could not be fetched
    int round_ = 0;       ///< of snapshots: answers to questions before the last one count not
};

} // namespace chengyun::console
