#include "app/duty/rota_problem_list.h"

#include "app/duty/roster.h"
#include "app/duty/roster_words.h"
#include "app/duty/rota_board.h"
#include "app/text.h"
#include "core/json/codec.h"

namespace chengyun::console {

RotaProblemList::RotaProblemList(RotaBoard& board, QObject* parent)
    : QAbstractListModel(parent), board_(board) {
    connect(&board_, &RotaBoard::refreshed, this, &RotaProblemList::refresh);
    refresh();
}

void RotaProblemList::refresh() {
    // The list keeps its place: rows are told to be others, and only their number grows or shrinks.
    const int before = rows_, after = board_.problemCount();
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        rows_ = after;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        rows_ = after;
        endRemoveRows();
    }
    if (rows_ > 0)
        Q_EMIT dataChanged(index(0), index(rows_ - 1));
    if (before != after)
        Q_EMIT countChanged();
}

int RotaProblemList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_;
}

QVariant RotaProblemList::data(const QModelIndex& index, int role) const {
    const auto& problems = board_.problems();
    const auto row = static_cast<std::size_t>(index.row());
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || row >= problems.size())
        return {};
    const auto& problem = problems[row];
    switch (role) {
    case KindRole:
        return qs(json::name_of(problem.kind));
    case KindNameRole:
        return problemName(problem.kind);
    case Qt::DisplayRole:
    case TextRole:
        return board_.sentence(problem);
    case DayRole:
        return board_.roster().momentText(problem.from).left(5);
    case TimeRole:
        return board_.roster().clockText(problem.from);
    case FromRole:
        return qint64(ms_of(problem.from));
    case PostRole:
        return qs(problem.post);
    case ShiftRole:
        return problem.shifts.empty() ? QString() : qs(problem.shifts.back());
    default:
        return {};
    }
}

QHash<int, QByteArray> RotaProblemList::roleNames() const {
    return {{KindRole, "kind"}, {KindNameRole, "kindName"}, {TextRole, "text"},
            {DayRole, "day"},   {TimeRole, "time"},         {FromRole, "from"},
            {PostRole, "post"}, {ShiftRole, "shift"}};
}

} // namespace chengyun::console
