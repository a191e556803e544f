#include "app/duty/rota_grid.h"

#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/duty/rota_board.h"
#include "app/link/language.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace chengyun::console {
namespace {

constexpr std::int64_t evening = 18 * 60, morning = 6 * 60;

std::int64_t minutesOf(const Shift& shift) {
    return (shift.end - shift.start) / std::chrono::minutes(1);
}

} // namespace

RotaGrid::RotaGrid(RotaBoard& board, bool byPerson, QObject* parent)
    : QAbstractTableModel(parent), board_(board), byPerson_(byPerson) {
    connect(&board_, &RotaBoard::refreshed, this, &RotaGrid::refresh);
    refresh();
}

void RotaGrid::refresh() {
    const auto before = std::exchange(lines_, {});
    auto cells = std::exchange(cells_, {});
    const int columns = board_.dayCount();
    if (byPerson_)
        addPeople();
    else
        addPosts();
    if (lines_ == before && columns == columns_) {
        if (!lines_.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    // What is there is put back: the view must not ask for new cells before it is told.
    auto lines = std::exchange(lines_, before);
    std::swap(cells, cells_);
    beginResetModel();
    lines_ = std::move(lines);
    cells_ = std::move(cells);
    columns_ = columns;
    endResetModel();
}

void RotaGrid::addPosts() {
    const auto& calendar = board_.roster().calendar();
    std::map<std::string_view, std::vector<const Shift*>> byPost;
    for (const auto* shift : board_.shifts())
        byPost[shift->post].push_back(shift);
    for (const auto& post : board_.roster().posts()) {
        const auto found = byPost.find(post.id);
        if (!board_.shows(post.unit) || (post.closed && found == byPost.end()))
            continue;
        std::map<std::pair<std::int64_t, std::int64_t>, std::vector<const Shift*>> turns;
        if (found != byPost.end())
            for (const auto* shift : found->second)
                turns[{calendar.minute(shift->start), minutesOf(*shift)}].push_back(shift);
        if (turns.empty())
            turns[{post.from_minute, post.until_minute - post.from_minute}];
        for (const auto& [turn, shifts] : turns)
            addLines({post.id, {}, turn.first, turn.second, 0}, shifts,
                     static_cast<int>(post.people));
    }
}

void RotaGrid::addPeople() {
    std::map<std::string_view, std::vector<const Shift*>> byPerson;
    for (const auto* shift : board_.shifts())
        byPerson[shift->person].push_back(shift);
    std::vector<const Person*> people;
    for (const auto& person : board_.roster().people())
        if (board_.shows(person.unit) && (person.active || byPerson.contains(person.id)))
            people.push_back(&person);
    std::ranges::sort(people, [&](const Person* a, const Person* b) {
        if (a->unit != b->unit)
            return a->unit < b->unit; // the centre first
        return qs(a->name).localeAwareCompare(qs(b->name)) < 0;
    });
    for (const auto* person : people) {
        const auto found = byPerson.find(person->id);
        addLines({{}, person->id, 0, 0, 0},
                 found == byPerson.end() ? std::vector<const Shift*>() : found->second, 1);
    }
}

void RotaGrid::addLines(const Line& line, const std::vector<const Shift*>& shifts, int least) {
    const auto days = static_cast<std::size_t>(board_.dayCount());
    std::vector<std::vector<const Shift*>> places;
    const auto addPlace = [&] { places.emplace_back(days); };
    while (static_cast<int>(places.size()) < least)
        addPlace();
    for (const auto* shift : shifts) {
        const int column = board_.columnOf(shift->start);
        if (column < 0 || column >= static_cast<int>(days))
            continue; // begun before the period
        const auto day = static_cast<std::size_t>(column);
        std::size_t place = 0;
        while (place < places.size() && places[place][day])
            ++place;
        if (place == places.size())
            addPlace();
        places[place][day] = shift;
    }
    for (std::size_t place = 0; place < places.size(); ++place) {
        auto& added = lines_.emplace_back(line);
        added.place = static_cast<int>(place);
        cells_.push_back(std::move(places[place]));
    }
}

const Shift* RotaGrid::at(int row, int column) const {
    if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
        return nullptr;
    return cells_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
}

qint64 RotaGrid::startOf(const Line& line, int column) const {
    return ms_of(
        board_.roster().calendar().at(board_.first() + std::chrono::days(column), line.start));
}

QVariantMap RotaGrid::cellOf(const QString& id, const QString& post) const {
    const auto shift = id.toStdString();
    for (int row = 0; row < rowCount(); ++row)
        for (int column = 0; column < columnCount(); ++column)
            if (const auto* here = at(row, column); here && here->id == shift)
                return {{QStringLiteral("row"), row}, {QStringLiteral("column"), column}};
    const auto line = std::ranges::find(lines_, post.toStdString(), &Line::post);
    if (post.isEmpty() || line == lines_.end())
        return {};
    return {{QStringLiteral("row"), static_cast<int>(line - lines_.begin())},
            {QStringLiteral("column"), -1}};
}

int RotaGrid::startOfLine(int row) const {
    return row >= 0 && row < rowCount()
               ? static_cast<int>(lines_[static_cast<std::size_t>(row)].start)
               : 0;
}

int RotaGrid::minutesOfLine(int row) const {
    return row >= 0 && row < rowCount()
               ? static_cast<int>(lines_[static_cast<std::size_t>(row)].minutes)
               : 0;
}

bool RotaGrid::assign(int row, int column, const QString& person) {
    if (row < 0 || row >= rowCount() || column < 0 || column >= columnCount() || byPerson_)
        return false;
    if (const auto* shift = at(row, column))
        return board_.assign(qs(shift->id), person);
    const auto& line = lines_[static_cast<std::size_t>(row)];
    const auto day = board_.first() + std::chrono::days(column);
    return !board_
                .create(qs(line.post), qs(text_of(day)), static_cast<int>(line.start),
                        static_cast<int>(line.minutes), person)
                .isEmpty();
}

bool RotaGrid::remove(int row, int column) {
    const auto* shift = at(row, column);
    return shift && board_.remove(qs(shift->id));
}

bool RotaGrid::drag(int row, int column, int toRow, int toColumn) {
    const auto* shift = at(row, column);
    if (!shift || toRow < 0 || toRow >= rowCount() || toColumn < 0 || toColumn >= columnCount() ||
        (row == toRow && column == toColumn))
        return false;
    const auto& line = lines_[static_cast<std::size_t>(toRow)];
    if (const auto* other = at(toRow, toColumn))
        return board_.swap(qs(shift->id), qs(other->id));
    if (byPerson_) {
        // Another person's line: he takes it, on that day.
        const auto& calendar = board_.roster().calendar();
        const auto day = calendar.day(shift->start);
        const auto moved = calendar.at(day + std::chrono::days(toColumn - column),
                                       calendar.minute(day, shift->start));
        auto after = *shift;
        after.person = line.person;
        if (after.backup == after.person)
            after.backup.clear();
        after.end += moved - after.start;
        after.start = moved;
        return board_.draft().apply({{std::move(after)}});
    }
    return board_.move(qs(shift->id), qs(line.post), startOf(line, toColumn));
}

int RotaGrid::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

int RotaGrid::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns_;
}

QVariant RotaGrid::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        (role < ShiftRole && role != Qt::DisplayRole))
        return {};
    if (role >= PostRole)
        return ofLine(index.row(), role);
    const auto row = static_cast<std::size_t>(index.row());
    return ofCell(lines_[row], at(index.row(), index.column()), index.column(), role);
}

QVariant RotaGrid::ofCell(const Line& line, const Shift* shift, int column, int role) const {
    const auto& roster = board_.roster();
    const auto& calendar = roster.calendar();
    const auto day = board_.first() + std::chrono::days(column);
    switch (role) {
    case OffRole:
        return calendar.kind(day) != DayKind::working;
    case TodayRole:
        return board_.columnOf(board_.now()) == column;
    case GapRole: {
        if (byPerson_ || (shift && !shift->person.empty()))
            return false;
        const auto start = instant_of(startOf(line, column));
        return board_.hasGap(line.post, start, start + std::chrono::minutes(line.minutes));
    }
    default:
        break;
    }
    if (!shift)
        return role == ChangedRole || role == ConflictRole || role == OwnRole || role == NightRole
                   ? QVariant(false)
                   : QVariant(QString());
    switch (role) {
    case ShiftRole:
        return qs(shift->id);
    case Qt::DisplayRole:
    case TextRole:
        return byPerson_ ? roster.postName(qs(shift->post)) : roster.personName(qs(shift->person));
    case MoreRole:
        return byPerson_ ? roster.clockText(shift->start) : roster.personName(qs(shift->backup));
    case StateRole:
        return board_.stateOf(*shift);
    case ChangedRole:
        return board_.draft().isChanged(shift->id);
    case ConflictRole:
        return board_.draft().isConflict(shift->id);
    case ProblemRole:
        return board_.problemsOf(shift->id);
    case OwnRole:
        return !shift->person.empty() && qs(shift->person) == roster.selfId();
    case NightRole: {
        const auto minute = calendar.minute(shift->start);
        return minute >= evening || minute < morning;
    }
    default:
        return {};
    }
}

QVariant RotaGrid::ofLine(int row, int role) const {
    const auto& line = lines_[static_cast<std::size_t>(row)];
    const auto& roster = board_.roster();
    const auto* post = roster.post(line.post);
    const auto* person = roster.person(line.person);
    const auto isFirst = [&](bool ofTurn) {
        if (row == 0)
            return true;
        const auto& above = lines_[static_cast<std::size_t>(row) - 1];
        return above.post != line.post || above.person != line.person ||
               (ofTurn &&
                std::tie(above.start, above.minutes) != std::tie(line.start, line.minutes));
    };
    switch (role) {
    case PostRole:
        return qs(line.post);
    case PersonRole:
        return qs(line.person);
    case NameRole:
        return byPerson_ ? roster.personName(qs(line.person)) : roster.postName(qs(line.post));
    case UnitNameRole:
        return roster.unitName(qs(post ? post->unit : person ? person->unit : std::string()));
    case TurnRole:
        return byPerson_ ? QString()
                         : minuteText(line.start) + QStringLiteral("–") +
                               minuteText((line.start + line.minutes) % 1440);
    case PeopleRole:
        return post ? static_cast<int>(post->people) : 1;
    case HoursRole: {
        std::int64_t minutes = 0;
        for (int same = row; same < rowCount(); ++same) {
            if (lines_[static_cast<std::size_t>(same)].person != line.person)
                break;
            for (const auto* shift : cells_[static_cast<std::size_t>(same)])
                minutes += shift ? minutesOf(*shift) : 0;
        }
        return static_cast<int>(minutes / 60);
    }
    case FirstOfNameRole:
        return isFirst(false);
    case FirstOfTurnRole:
        return isFirst(true);
    default:
        return {};
    }
}

QHash<int, QByteArray> RotaGrid::roleNames() const {
    return {{ShiftRole, "shift"},
            {TextRole, "text"},
            {MoreRole, "more"},
            {StateRole, "state"},
            {ChangedRole, "changed"},
            {ConflictRole, "conflict"},
            {ProblemRole, "problem"},
            {GapRole, "gap"},
            {OffRole, "off"},
            {TodayRole, "today"},
            {OwnRole, "own"},
            {NightRole, "night"},
            {PostRole, "post"},
            {PersonRole, "person"},
            {NameRole, "name"},
            {UnitNameRole, "unitName"},
            {TurnRole, "turn"},
            {PeopleRole, "people"},
            {HoursRole, "hours"},
            {FirstOfNameRole, "firstOfName"},
            {FirstOfTurnRole, "firstOfTurn"}};
}

} // namespace chengyun::console
