// The load of orders as rows, for the chart.
#pragma once

#include "app/orders/order_load.h"

#include <QAbstractListModel>

namespace chengyun::console {

/// GUI thread. Roles: at (ms), open, fresh, late; one row a bucket, oldest first.
class LoadModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { AtRole = Qt::UserRole + 1, OpenRole, FreshRole, LateRole };
    Q_ENUM(Role)

    explicit LoadModel(OrderLoad& load, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void refresh();

    OrderLoad& load_;
    std::vector<LoadPoint> points_;
};

} // namespace chengyun::console
