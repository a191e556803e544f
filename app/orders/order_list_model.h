// The queue on the left: open orders, the gravest and most urgent first.
#pragma once

#include "app/orders/order_counts.h"
#include "app/orders/order_store.h"
#include "app/orders/order_words.h"
#include "app/resources/matching.h"
#include "core/order/timers.h"

#include <QAbstractListModel>

#include <array>

namespace chengyun::console {

class Outbox;
class Session;

/// GUI thread.
///
/// Roles: orderId, number, title, kind, kindName, level ("I" … "IV"), levelName, state, stateName,
/// placeText (address, else how it lies to a known thing, else area), areaName, hasPlace, lon, lat,
/// issued (ms), issuerName, dueAt (ms, 0: none), dueKind ("acknowledge", "report", "complete"),
/// dueKindName, late (bool), unitsSummary
/// ("水务局 +2"), unitCount, acknowledgedCount, completedCount, progress (list: the share of units
/// that has acknowledged, departed, arrived, completed; 0 … 1), escalation
/// ("none", "L0" …), isNew (somebody has not acknowledged), unread (changed since looked at on this
/// seat), mine, exercise, open, pending (kind of a command in the outbox about it, or empty).
class OrderListModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged)
    /// Also those closed and withdrawn in the last 24 hours.
    Q_PROPERTY(bool includeClosed READ includeClosed WRITE setIncludeClosed NOTIFY filterChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// While it is held no row comes, goes or moves; what they show is up to date. Afterwards all
    /// of it happens at once.
    Q_PROPERTY(bool held READ isHeld WRITE setHeld NOTIFY heldChanged)
    /// How many orders wait for that to come in.
    Q_PROPERTY(int waiting READ waiting NOTIFY heldChanged)
    Q_PROPERTY(Sort sortBy READ sortBy WRITE setSortBy NOTIFY filterChanged)

public:
    enum Filter { All, New, Late, Mine };
    Q_ENUM(Filter)
    /// ByUrgency: level, then late, then due. ByIssued: newest first.
    enum Sort { ByUrgency, ByIssued, ByDue };
    Q_ENUM(Sort)
    enum Role {
        OrderIdRole = Qt::UserRole + 1,
        NumberRole,
        TitleRole,
        KindRole,
        KindNameRole,
        LevelRole,
        LevelNameRole,
        StateRole,
        StateNameRole,
        PlaceTextRole,
        AreaNameRole,
        HasPlaceRole,
        LonRole,
        LatRole,
        IssuedRole,
        IssuerNameRole,
        DueAtRole,
        DueKindRole,
        DueKindNameRole,
        LateRole,
        UnitsSummaryRole,
        UnitCountRole,
        AcknowledgedCountRole,
        CompletedCountRole,
        ProgressRole,
        EscalationRole,
        IsNewRole,
        UnreadRole,
        MineRole,
        ExerciseRole,
        OpenRole,
        PendingRole
    };
    Q_ENUM(Role)

    OrderListModel(OrderStore& store, ResourceStore& resources, OrderCounts& counts, Outbox& outbox,
                   Session& session, HubClock& clock, QObject* parent = nullptr);

    [[nodiscard]] Filter filter() const { return filter_; }
    void setFilter(Filter filter);
    [[nodiscard]] Sort sortBy() const { return sort_; }
    void setSortBy(Sort sort);
    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] bool includeClosed() const { return includeClosed_; }
    void setIncludeClosed(bool include);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] bool isHeld() const { return held_; }
    void setHeld(bool held);
    [[nodiscard]] int waiting() const;

    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;
    /// −1 when it is not shown.
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString& id) const;
    /// These rows as tab-separated text with a heading line; all when empty.
    Q_INVOKABLE [[nodiscard]] QString copyText(const QList<int>& rows) const;
    Q_INVOKABLE bool exportCsv(const QUrl& file, const QList<int>& rows) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void filterChanged();
    void countChanged();
    void heldChanged();

private:
    /// What decides filter and sorting, computed once a change.
    struct Row : OrderStanding {
        std::string id;
        Level level = Level::IV;
        qint64 issued = 0;
        std::int64_t number = 0;
        qint64 closed = 0; ///< ms; 0: it is open
        int units = 0, acknowledged = 0, completed = 0;
        std::array<int, stepCount> reached{}; ///< how many units have taken each step
        Escalation escalation = Escalation::none;
    };
    [[nodiscard]] Row rowFor(const Order& order) const;
    [[nodiscard]] bool passes(const Row& row, const Order& order) const;
    [[nodiscard]] bool before(const Row& a, const Row& b) const;
    void rebuild();
    void patch(const QSet<QString>& ids);
    void place(const std::string& id);
    void remove(int row);
    void dropPast();
    /// Orders that were closed before are not shown.
    [[nodiscard]] qint64 closedSince() const;

    OrderStore& store_;
    ResourceStore& resources_;
    OrderCounts& counts_;
    Outbox& outbox_;
    Session& session_;
    HubClock& clock_;
    std::vector<Row> rows_;
    Filter filter_ = All;
    Sort sort_ = ByUrgency;
    QString text_;
    TypedText typed_;
    bool includeClosed_ = false;
    bool held_ = false;
    QSet<QString> heldBack_; ///< what has changed meanwhile and may stand elsewhere now
};

} // namespace chengyun::console
