// Patterns of duty and the holidays of each year, as a planner sees and edits them in forms.
#pragma once

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>

namespace chengyun::console {

class DutyCommands;
class DutyRoster;

/// GUI thread. Cards are maps with the fields of core/duty's types by their names, and some words.
/// Those who plan for the centre may write.
class PlanBook : public QObject {
    Q_OBJECT
    /// {key, name, days, daysName, crews,
    /// cycle (its length), turns: [{name, start_minute, minutes, time}]}.
    Q_PROPERTY(QVariantList patterns READ patterns NOTIFY patternsChanged)
    /// {year, source, holidays (how many)}, the newest first.
    Q_PROPERTY(QVariantList years READ years NOTIFY yearsChanged)
    /// The first year of which no holidays are known, while it is this year or the next one:
    /// "2027".
    Q_PROPERTY(QString missingYear READ missingYear NOTIFY yearsChanged)

public:
    PlanBook(DutyRoster& roster, DutyCommands& commands, QObject* parent = nullptr);

    /// All fields for the form; of an empty key those of a new one. `order` is the cycle as people
    /// type it: the numbers of the turns, "-" for a day off. `turns`: [{name, from, until}] with
    /// times as "08:30".
    Q_INVOKABLE [[nodiscard]] QVariantMap patternCard(const QString& key) const;
    /// {year, source, holidays: [{name, first, last, statutory}], make_up, fresh, editable}: days
    /// as "2027-01-01", several of them parted by commas.
    Q_INVOKABLE [[nodiscard]] QVariantMap yearCard(const QString& year) const;
    /// The card of a pasted notice; empty where the text is none.
    Q_INVOKABLE [[nodiscard]] QVariantMap noticeCard(const QString& text) const;
    /// What the cycle that is typed comes to, in words ("Night, Night, off · 4 crews"); empty while
    /// it is no cycle.
    Q_INVOKABLE [[nodiscard]] QString cycleText(const QVariantMap& card) const;
    /// False: refused (DutyCommands::failureText, failureField).
    Q_INVOKABLE bool writePattern(const QVariantMap& card);
    /// Days may be typed without their year: "5-1".
    Q_INVOKABLE bool writeYear(const QVariantMap& card);

    [[nodiscard]] QVariantList patterns() const;
    [[nodiscard]] QVariantList years() const;
    [[nodiscard]] QString missingYear() const;

Q_SIGNALS:
    void patternsChanged();
    void yearsChanged();

private:
    DutyRoster& roster_;
    DutyCommands& commands_;
};

} // namespace chengyun::console
