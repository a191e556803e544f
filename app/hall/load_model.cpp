#include "app/hall/load_model.h"

namespace chengyun::console {

LoadModel::LoadModel(OrderLoad& load, QObject* parent)
    : QAbstractListModel(parent), load_(load), points_(load.points()) {
    connect(&load, &OrderLoad::changed, this, &LoadModel::refresh);
}

int LoadModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(points_.size());
}

QVariant LoadModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& point = points_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case AtRole:
        return point.at;
    case OpenRole:
        return point.open;
    case FreshRole:
        return point.fresh;
    case LateRole:
        return point.late;
    default:
        return {};
    }
}

QHash<int, QByteArray> LoadModel::roleNames() const {
    return {{AtRole, "at"}, {OpenRole, "open"}, {FreshRole, "fresh"}, {LateRole, "late"}};
}

void LoadModel::refresh() {
    if (load_.points() == points_)
        return;
    if (load_.points().size() == points_.size() && !points_.empty()) {
        points_ = load_.points();
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    points_ = load_.points();
    endResetModel();
}

} // namespace chengyun::console
