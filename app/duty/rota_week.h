// A week of the rota by the hour: a row for each post with its shifts as bars.
#pragma once

#include <QAbstractListModel>
#include <QVariantList>

#include <string>
#include <vector>

namespace chengyun::console {

class RotaBoard;

/// GUI thread. Roles: post (id), name, unitName, lanes (bars that overlap lie in several), bars and
/// gaps. A bar is {shift (id), text, time, from and to (shares of the period, may lie beyond 0 and
/// 1), lane, state, changed, conflict, problem, editable}; a gap {from, to, text}.
class RotaWeek : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        PostRole = Qt::UserRole + 1,
        NameRole,
        UnitNameRole,
        LanesRole,
        BarsRole,
        GapsRole
    };
    Q_ENUM(Role)

    explicit RotaWeek(RotaBoard& board, QObject* parent = nullptr);

    /// The moment (ms) at a share of the period, on the nearest quarter of an hour.
    Q_INVOKABLE [[nodiscard]] qint64 momentAt(double share) const;
    /// Id of the post in a row; empty when there is none.
    Q_INVOKABLE [[nodiscard]] QString postAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        std::string post;
        int lanes = 1;
        QVariantList bars, gaps;
    };
    void refresh();

    RotaBoard& board_;
    std::vector<Row> rows_;
};

} // namespace chengyun::console
