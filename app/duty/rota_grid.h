// The rota as a table: a line for each post, turn and place of it (or for each person), a column
// for each day.
#pragma once

#include "core/duty/shift.h"

#include <QAbstractTableModel>
#include <QString>
#include <QVariantMap>

#include <string>
#include <vector>

namespace chengyun::console {

class RotaBoard;

/// GUI thread. A cell has at most one shift; where a post needs two people, or a person has two
/// shifts on a day, there is a second line. Shifts stand on the day where they begin.
///
/// Roles of cells: shift (id, or empty), text, more (what stands beside it: the backup, or the
/// time), state ("planned", "late", "missed", "on_duty", "closed"), changed, conflict, problem (in
/// words, or empty), gap (people are missing here), off (no working day), today, own, night (it
/// begins in the evening or at night). Roles of lines, in every cell: post (id), person (id), name,
/// unitName, turn ("08:30–20:30"), people (how many the post needs), hours (of a person, in the
/// period), firstOfName, firstOfTurn.
class RotaGrid : public QAbstractTableModel {
    Q_OBJECT
    /// A line for each person and not for each post.
    Q_PROPERTY(bool byPerson READ isByPerson CONSTANT)

public:
    enum Role {
        ShiftRole = Qt::UserRole + 1,
        TextRole,
        MoreRole,
        StateRole,
        ChangedRole,
        ConflictRole,
        ProblemRole,
        GapRole,
        OffRole,
        TodayRole,
        OwnRole,
        NightRole,
        PostRole,
        PersonRole,
        NameRole,
        UnitNameRole,
        TurnRole,
        PeopleRole,
        HoursRole,
        FirstOfNameRole,
        FirstOfTurnRole
    };
    Q_ENUM(Role)

    RotaGrid(RotaBoard& board, bool byPerson, QObject* parent = nullptr);

    [[nodiscard]] bool isByPerson() const { return byPerson_; }
    /// {row, column} of a shift, or of the line of a post (column −1); empty when it is not shown.
    Q_INVOKABLE [[nodiscard]] QVariantMap cellOf(const QString& shift, const QString& post) const;

    /// The turn of a line: from this minute of the day, so many minutes long.
    Q_INVOKABLE [[nodiscard]] int startOfLine(int row) const;
    Q_INVOKABLE [[nodiscard]] int minutesOfLine(int row) const;

    // Edits by cells. False when there is nothing to be done, or it is refused.
    /// Gives the cell's shift to the person; an empty cell gets a shift of its line's turn.
    Q_INVOKABLE bool assign(int row, int column, const QString& person);
    Q_INVOKABLE bool remove(int row, int column);
    /// Drags a shift: onto an empty cell it moves there; onto another shift both change their
    /// people.
    Q_INVOKABLE bool drag(int row, int column, int toRow, int toColumn);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Line {
        std::string post;         ///< of a post's line
        std::string person;       ///< of a person's
        std::int64_t start = 0;   ///< minute of the day, of its turn
        std::int64_t minutes = 0; ///< of its turn
        int place = 0;            ///< among the lines of the same turn, or of the same person
        bool operator==(const Line&) const = default;
    };

    void refresh();
    void addPosts();
    void addPeople();
    /// Puts one shift a cell into lines; needs at least `least` of them.
    void addLines(const Line& line, const std::vector<const Shift*>& shifts, int least);
    [[nodiscard]] const Shift* at(int row, int column) const;
    [[nodiscard]] QVariant ofCell(const Line& line, const Shift* shift, int column, int role) const;
    [[nodiscard]] QVariant ofLine(int row, int role) const;
    [[nodiscard]] qint64 startOf(const Line& line, int column) const;

    RotaBoard& board_;
    bool byPerson_;
    int columns_ = 0;
    std::vector<Line> lines_;
    std::vector<std::vector<const Shift*>> cells_; ///< by line, then by day
};

} // namespace chengyun::console
