// What is wrong with the rota that is looked at, one row a problem.
#pragma once

#include <QAbstractListModel>

namespace chengyun::console {

class RotaBoard;

/// GUI thread. By time. Roles: kind ("gap"), kindName, text (a sentence), day ("07-03"), time
/// ("20:30"), from (ms), post (id), shift (id of the later shift, or empty).
class RotaProblemList : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        KindRole = Qt::UserRole + 1,
        KindNameRole,
        TextRole,
        DayRole,
        TimeRole,
        FromRole,
        PostRole,
        ShiftRole
    };
    Q_ENUM(Role)

    explicit RotaProblemList(RotaBoard& board, QObject* parent = nullptr);

    [[nodiscard]] int count() const { return rows_; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    void refresh();

    RotaBoard& board_;
    int rows_ = 0;
};

} // namespace chengyun::console
