// The figures of a month per person, for assessment.
#pragma once

#include "app/duty/print/figures_table.h"
#include "app/duty/role_table.h"

#include <QAbstractListModel>

#include <chrono>

namespace chengyun::console {

class DutyRoster;
class HubClock;

/// GUI thread. One row for each person who is active or has figures.
///
/// Roles: personId, name, unit, planned, shifts, hours, nights, weekends, holidays, statutory,
/// late, missed, stoodIn, exchanges.
class FiguresModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString monthName READ monthName NOTIFY changed)
    /// "2026-07", for names of files.
    Q_PROPERTY(QString month READ month NOTIFY changed)
    /// What the columns after name and unit are called: {role, title}.
    Q_PROPERTY(QVariantList columns READ columns NOTIFY changed)

public:
    FiguresModel(DutyRoster& roster, HubClock& clock, QObject* parent = nullptr);

    /// Somebody looks at it: the shifts of the month are fetched.
    Q_INVOKABLE void look();
    /// So many months on, or back.
    Q_INVOKABLE void step(int months);

    [[nodiscard]] FiguresTable table(const QString& hall) const;
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] QString monthName() const;
    [[nodiscard]] QString month() const;
    [[nodiscard]] QVariantList columns() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return roles_.names(); }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::chrono::year_month thisMonth() const;
    [[nodiscard]] std::pair<Instant, Instant> period() const;
    void refresh();

    DutyRoster& roster_;
    HubClock& clock_;
    RoleTable<FiguresRow> roles_;
    std::chrono::year_month month_;
    std::vector<FiguresRow> rows_;
    bool looked_ = false;
};

} // namespace chengyun::console
