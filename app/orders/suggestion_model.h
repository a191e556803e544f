// Units suggested for an order: by class, availability and distance; or found by typing.
#pragma once

#include "core/order/suggest.h"

#include <QAbstractListModel>

#include <vector>

namespace chengyun::console {

class OrderStore;
class RecipientModel;
class ResourceStore;

/// GUI thread. Best first.
///
/// Roles: unit, name, apart (what tells it from others of its name, else empty), kindName (of its
/// resource, else of the unit), areaName, distance (m),
/// distanceText, gate ("open", "warn", "block"), gateText (words, empty for open), openAssignments,
/// suitable (its class helps against this event), chosen (already a recipient), contactName,
/// contactPhone, lon, lat, hasPlace.
class SuggestionModel : public QAbstractListModel {
    Q_OBJECT
    /// Typed text looks through all units instead of suggesting.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        UnitRole = Qt::UserRole + 1,
        NameRole,
        ApartRole,
        KindNameRole,
        AreaNameRole,
        DistanceRole,
        DistanceTextRole,
        GateRole,
        GateTextRole,
        OpenAssignmentsRole,
        SuitableRole,
        ChosenRole,
        ContactNameRole,
        ContactPhoneRole,
        LonRole,
        LatRole,
        HasPlaceRole
    };
    Q_ENUM(Role)

    SuggestionModel(ResourceStore& resources, OrderStore& orders, RecipientModel& recipients,
                    QObject* parent = nullptr);

    /// What the order is about; suggestions follow.
    void setQuestion(const QString& kind, std::optional<Place> place, const QString& area);
    /// The same about an order that exists, for reassigning.
    Q_INVOKABLE void askAbout(const QString& order);
    /// The first row from `row` on, up (−1) or down (+1), that can be taken: in service, and not a
    /// recipient already; −1 when there is none.
    Q_INVOKABLE [[nodiscard]] int nextFree(int row, int step) const;
    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] const std::vector<Suggestion>& suggestions() const { return rows_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void textChanged();
    void countChanged();

private:
    void refresh();
    void scheduleRefresh();
    [[nodiscard]] std::vector<Suggestion> found() const;

    ResourceStore& resources_;
    OrderStore& orders_;
    RecipientModel& recipients_;
    std::string kind_;
    std::optional<Place> place_;
    std::string area_;
    QString text_;
    std::vector<Suggestion> rows_;
    bool scheduled_ = false;
};

} // namespace chengyun::console
