// Laying out a month: a pattern, its crews, and from when to when.
#pragma once

#include "app/link/small_files.h"
#include "core/duty/pattern.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <map>
#include <set>
#include <string>

namespace chengyun::console {

class PlanBook;
class RotaBoard;
class Session;

/// What was laid out last by a pattern, so that the next month goes on where it ended.
struct RememberedLayout {
    std::vector<Crew> crews;
    std::string last;               ///< day
    std::int64_t next_position = 0; ///< on the day after it
    bool operator==(const RememberedLayout&) const = default;
};
BOOST_DESCRIBE_STRUCT(RememberedLayout, (), (crews, last, next_position))

/// GUI thread. The crews are remembered for each account and pattern.
class RotaLayout : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString pattern READ pattern WRITE setPattern NOTIFY changed)
    Q_PROPERTY(QString first READ first WRITE setFirst NOTIFY changed)
    Q_PROPERTY(QString last READ last WRITE setLast NOTIFY changed)
    /// Where the first crew stands in the cycle on the first day; 0 is its beginning.
    Q_PROPERTY(int position READ position WRITE setPosition NOTIFY changed)
    /// Posts that every crew mans, by id.
    Q_PROPERTY(QStringList posts READ posts NOTIFY changed)
    /// {name, places: [{post, postName, person, personName, backup, backupName}]}
    Q_PROPERTY(QVariantList crews READ crews NOTIFY changed)
    /// The first days as they will be: {day, turns: [crew names by turn; empty: nobody]}.
    Q_PROPERTY(QVariantList preview READ preview NOTIFY changed)
    /// So many shifts it makes; 0 with `problem` when it cannot be laid out.
    Q_PROPERTY(int shiftCount READ shiftCount NOTIFY changed)
    /// Unwritten or written shifts of these posts in that time, which give way.
    Q_PROPERTY(int replacedCount READ replacedCount NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    RotaLayout(RotaBoard& board, PlanBook& plans, Session& session, QObject* parent = nullptr);

    /// Fills the form for the period that is looked at.
    Q_INVOKABLE void begin();
    Q_INVOKABLE void setPost(const QString& post, bool manned);
    Q_INVOKABLE void setPerson(int crew, int place, const QString& person);
    Q_INVOKABLE void setBackup(int crew, int place, const QString& person);
    /// Fills what is empty with qualified people of each post's unit who are in no crew, in turn.
    Q_INVOKABLE void fill();
    Q_INVOKABLE void empty();
    /// Puts the shifts into the draft, as one step. False: nothing was done.
    Q_INVOKABLE bool apply();

    [[nodiscard]] QString pattern() const { return pattern_; }
    void setPattern(const QString& key);
    [[nodiscard]] QString first() const;
    void setFirst(const QString& day);
    [[nodiscard]] QString last() const;
    void setLast(const QString& day);
    [[nodiscard]] int position() const { return static_cast<int>(plan_.position); }
    void setPosition(int position);
    [[nodiscard]] QStringList posts() const;
    [[nodiscard]] QVariantList crews() const;
    [[nodiscard]] QVariantList preview() const { return preview_; }
    [[nodiscard]] int shiftCount() const { return static_cast<int>(laidOut_.shifts.size()); }
    [[nodiscard]] int replacedCount() const { return static_cast<int>(replaced_.size()); }
    [[nodiscard]] QString problem() const { return problem_; }

Q_SIGNALS:
    void changed();

private:
    void lay();
    void goOn();
    [[nodiscard]] QString file() const;
    [[nodiscard]] CrewPlace* place(int crew, int place);
    [[nodiscard]] const Person* usual(const Post& post, const std::set<std::string>& used) const;

    RotaBoard& board_;
    PlanBook& plans_;
    Session& session_;
    SmallFiles files_;
    QString pattern_;
    RotaPlan plan_;
    std::map<std::string, RememberedLayout> remembered_;
    LaidOut laidOut_;
    std::vector<Shift> replaced_;
    QVariantList preview_;
    QString problem_;
};

} // namespace chengyun::console
