// The part of the rota that a planner looks at: a month or a week of it, what is wrong with it, and
// what he does to it.
#pragma once

#include "app/duty/rota_draft.h"
#include "core/duty/problems.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chengyun::console {

class DutyRoster;
class HubClock;

/// GUI thread. Problems are found anew at every edit (a few milliseconds a month).
class RotaBoard : public QObject {
    Q_OBJECT
    /// "month" (a calendar month) or "week" (from a Monday on).
    Q_PROPERTY(QString span READ span WRITE setSpan NOTIFY periodChanged)
    /// "2026-07", or "07-06 – 07-12" for a week.
    Q_PROPERTY(QString title READ title NOTIFY periodChanged)
    /// First and last day, "2026-07-01".
    Q_PROPERTY(QString first READ firstText NOTIFY periodChanged)
    Q_PROPERTY(QString last READ lastText NOTIFY periodChanged)
    /// Each day: {day (of the month), weekday (0 = Monday), date ("07-01"), kind ("working",
    /// "weekend", "holiday"), makeUp, statutory, holiday (its name), today, problems}.
    Q_PROPERTY(QVariantList days READ days NOTIFY refreshed)
    /// Only posts and people of this unit; "all": of all units; empty: of the centre.
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY unitChanged)
    /// {unit, name} of all units that have posts or people, with "all" first.
    Q_PROPERTY(QVariantList units READ units NOTIFY refreshed)
    Q_PROPERTY(int problemCount READ problemCount NOTIFY refreshed)
    /// Somebody looks at it: only then is a month fetched.
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY shownChanged)

public:
    RotaBoard(DutyRoster& roster, RotaDraft& draft, HubClock& clock, QObject* parent = nullptr);

    [[nodiscard]] QString span() const {
        return week_ ? QStringLiteral("week") : QStringLiteral("month");
    }
    void setSpan(const QString& span);
    /// By so many months or weeks; 0: to today.
    Q_INVOKABLE void go(int steps);
    /// To the period that has this moment (ms).
    Q_INVOKABLE void goTo(qint64 moment);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString firstText() const;
    [[nodiscard]] QString lastText() const;
    [[nodiscard]] Day first() const { return first_; }
    [[nodiscard]] int dayCount() const { return dayCount_; }
    [[nodiscard]] Instant now() const;
    [[nodiscard]] Instant from() const;
    [[nodiscard]] Instant to() const;
    /// "2026-07-03" of a column.
    Q_INVOKABLE [[nodiscard]] QString dateAt(int column) const;
    /// Column of a moment (ms), within the period.
    Q_INVOKABLE [[nodiscard]] int columnAt(qint64 moment) const;
    /// Position of the day in the period, also outside it.
    [[nodiscard]] int columnOf(Instant instant) const;
    [[nodiscard]] QVariantList days() const { return days_; }
    [[nodiscard]] QString unit() const { return unit_; }
    void setUnit(const QString& unit);
    [[nodiscard]] bool shows(std::string_view unit) const;
    [[nodiscard]] QVariantList units() const;

    /// Shifts that overlap the period, by start and id. Good until `refreshed`.
    [[nodiscard]] const std::vector<const Shift*>& shifts() const { return shifts_; }
    [[nodiscard]] const std::vector<RotaProblem>& problems() const { return problems_; }
    [[nodiscard]] int problemCount() const { return static_cast<int>(problems_.size()); }
    /// What is wrong with a shift, in words, one a line; empty: nothing.
    [[nodiscard]] QString problemsOf(std::string_view shift) const;
    /// Are people missing at the post within that time?
    [[nodiscard]] bool hasGap(std::string_view post, Instant from, Instant to) const;
    /// A problem in one sentence, with names.
    [[nodiscard]] QString sentence(const RotaProblem& problem) const;
    /// "planned", "late", "missed", "on_duty" or "closed".
    [[nodiscard]] QString stateOf(const Shift& shift) const;

    [[nodiscard]] bool isShown() const { return shown_; }
    void setShown(bool shown);

    [[nodiscard]] DutyRoster& roster() const { return roster_; }
    [[nodiscard]] RotaDraft& draft() const { return draft_; }
    [[nodiscard]] Rota rota() const;

    // Edits: each is one step for undo. False when it is refused (RotaDraft::failureText).
    /// Everything of a shift, for its form: {shift, post, postName, person, personName, backup,
    /// backupName, from, to (ms), date, start and end (minutes of that day), state, changed,
    /// conflict, theirs (what the others have written, in words), problems, editable}; empty: none
    /// such.
    Q_INVOKABLE [[nodiscard]] QVariantMap shiftCard(const QString& shift) const;
    Q_INVOKABLE bool assign(const QString& shift, const QString& person);
    Q_INVOKABLE bool setBackup(const QString& shift, const QString& person);
    Q_INVOKABLE bool setTimes(const QString& shift, qint64 from, qint64 to);
    /// `date`: "2026-07-01"; minutes of that day. The id of the new shift; empty when refused.
    Q_INVOKABLE QString create(const QString& post, const QString& date, int start, int minutes,
                               const QString& person);
    /// The same from a moment (ms) on, still open.
    Q_INVOKABLE QString createAt(const QString& post, qint64 from, int minutes);
    Q_INVOKABLE bool remove(const QString& shift);
    /// To another post, beginning at `from` (ms), with its length.
    Q_INVOKABLE bool move(const QString& shift, const QString& post, qint64 from);
    /// Each gets the other's person.
    Q_INVOKABLE bool swap(const QString& one, const QString& other);

Q_SIGNALS:
    void periodChanged();
    void unitChanged();
    void shownChanged();
    /// Shifts, problems, names or days are others.
    void refreshed();

private:
    void refresh();
    /// Names, days and what time it is may be others.
    void tell();
    void setFirst(Day first);
    void look();
    [[nodiscard]] bool edit(const QString& shift, const std::function<void(Shift&)>& change);

    DutyRoster& roster_;
    RotaDraft& draft_;
    HubClock& clock_;
    bool week_ = false;
    bool shown_ = false;
    Day first_{};
    int dayCount_ = 0;
    bool atToday_ = true; ///< nobody has gone elsewhere
    QString unit_ = QStringLiteral("all");
    std::vector<const Shift*> shifts_;
    std::vector<RotaProblem> problems_;
    QVariantList days_;
    std::unordered_map<std::string, std::vector<std::size_t>> byShift_; ///< into `problems_`
    std::unordered_map<std::string, std::vector<std::size_t>> gaps_;    ///< by post
    qint64 minute_ = 0;
};

} // namespace chengyun::console
