#include "app/duty/rota_week.h"

#include "app/duty/roster.h"
#include "app/duty/rota_board.h"
#include "app/text.h"

#include <algorithm>
#include <map>

namespace chengyun::console {

RotaWeek::RotaWeek(RotaBoard& board, QObject* parent) : QAbstractListModel(parent), board_(board) {
    connect(&board_, &RotaBoard::refreshed, this, &RotaWeek::refresh);
    refresh();
}

void RotaWeek::refresh() {
    if (board_.span() != QLatin1String("week"))
        return; // nobody looks at it
    const auto& roster = board_.roster();
    const double length = double((board_.to() - board_.from()).count());
    const auto share = [&](Instant instant) {
        return double((instant - board_.from()).count()) / length;
    };
    std::map<std::string_view, std::size_t> rowOf;
    std::vector<Row> rows;
    for (const auto& post : roster.posts())
        if (board_.shows(post.unit) && !post.closed) {
            rowOf[post.id] = rows.size();
            rows.push_back({post.id, 1, {}, {}});
        }
    std::vector<std::vector<Instant>> ends(rows.size()); // of each lane
    for (const auto* shift : board_.shifts()) {
        const auto found = rowOf.find(shift->post);
        if (found == rowOf.end())
            continue;
        auto& row = rows[found->second];
        auto& lanes = ends[found->second];
        const auto free =
            std::ranges::find_if(lanes, [&](Instant end) { return end <= shift->start; });
        const auto lane = free - lanes.begin();
        if (free == lanes.end())
            lanes.push_back(shift->end);
        else
            *free = shift->end;
        row.lanes = std::max(row.lanes, static_cast<int>(lanes.size()));
        auto card = board_.shiftCard(qs(shift->id));
        card[QStringLiteral("text")] = card[QStringLiteral("personName")];
        card[QStringLiteral("begin")] = card[QStringLiteral("from")];
        card[QStringLiteral("finish")] = card[QStringLiteral("to")];
        card[QStringLiteral("from")] = share(shift->start);
        card[QStringLiteral("to")] = share(shift->end);
        card[QStringLiteral("lane")] = static_cast<int>(lane);
        card[QStringLiteral("problem")] = card[QStringLiteral("problems")];
        row.bars.append(card);
    }
    for (const auto& problem : board_.problems())
        if (const auto found = rowOf.find(problem.post);
            problem.kind == RotaProblemKind::gap && found != rowOf.end())
            rows[found->second].gaps.append(
                QVariantMap{{QStringLiteral("from"), share(problem.from)},
                            {QStringLiteral("to"), share(problem.to)},
                            {QStringLiteral("text"), board_.sentence(problem)}});
    const bool same = std::ranges::equal(rows, rows_, {}, &Row::post, &Row::post);
    if (!same)
        beginResetModel();
    rows_ = std::move(rows);
    if (!same)
        endResetModel();
    else if (!rows_.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

qint64 RotaWeek::momentAt(double share) const {
    constexpr qint64 quarter = 15 * 60'000;
    const auto from = qint64(ms_of(board_.from()));
    const auto moment = from + qint64(share * double((board_.to() - board_.from()).count()));
    return (moment + quarter / 2) / quarter * quarter;
}

QString RotaWeek::postAt(int row) const {
    return row >= 0 && row < rowCount() ? qs(rows_[static_cast<std::size_t>(row)].post) : QString();
}

int RotaWeek::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant RotaWeek::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows_[static_cast<std::size_t>(index.row())];
    const auto* post = board_.roster().post(row.post);
    switch (role) {
    case PostRole:
        return qs(row.post);
    case Qt::DisplayRole:
    case NameRole:
        return board_.roster().postName(qs(row.post));
    case UnitNameRole:
        return post ? board_.roster().unitName(qs(post->unit)) : QString();
    case LanesRole:
        return row.lanes;
    case BarsRole:
        return row.bars;
    case GapsRole:
        return row.gaps;
    default:
        return {};
    }
}

QHash<int, QByteArray> RotaWeek::roleNames() const {
    return {{PostRole, "post"},   {NameRole, "name"}, {UnitNameRole, "unitName"},
            {LanesRole, "lanes"}, {BarsRole, "bars"}, {GapsRole, "gaps"}};
}

} // namespace chengyun::console
