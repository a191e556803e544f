// "What is within N km of here" (周边分析): a table by distance that one can dispatch from.
#pragma once

#include "app/lists/patched_list_model.h"
#include "app/resources/resource_store.h"

#include <QSet>

#include <functional>

namespace chengyun::console {

/// GUI thread. Nearest first, resources of the chosen layers and the offices in charge.
///
/// Roles: itemId (resource id, or unit id for an office), name, layer, layerName, kind, kindName,
/// state, stateName, distance (m), distanceText, capacity, capacityText, contactName,
/// contactPhone, lon, lat, unit (id of the unit that can be sent, or empty), selected,
/// openAssignments.
class AroundModel : public PatchedListModel {
    Q_OBJECT
    Q_PROPERTY(bool active READ isActive NOTIFY placeChanged)
    Q_PROPERTY(double lon READ lon NOTIFY placeChanged)
    Q_PROPERTY(double lat READ lat NOTIFY placeChanged)
    /// Radius in kilometres, 0.1 … 50.
    Q_PROPERTY(double radiusKm READ radiusKm WRITE setRadiusKm NOTIFY radiusChanged)
    /// Layers counted; empty: all.
    Q_PROPERTY(QStringList layers READ layers WRITE setLayers NOTIFY layersChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// Sum of capacities by layer in words: "shelters 12 · 8,400 persons"; list of
    /// {layer, layerName, count, capacity, capacityText}.
    Q_PROPERTY(QVariantList totals READ totals NOTIFY countChanged)
    /// Ticks stay where filters hide their rows, until another place is looked at.
    Q_PROPERTY(int selectedCount READ selectedCount NOTIFY selectionChanged)
    /// Every row shown whose team can be sent is ticked, and there is one.
    Q_PROPERTY(bool allSelected READ allSelected NOTIFY selectionChanged)
    /// The ticked units, nearest first.
    Q_PROPERTY(QStringList selectedUnits READ selectedUnits NOTIFY selectionChanged)

public:
    enum Role {
        ItemIdRole = Qt::UserRole + 1,
        NameRole,
        LayerRole,
        LayerNameRole,
        KindRole,
        KindNameRole,
        StateRole,
        StateNameRole,
        DistanceRole,
        DistanceTextRole,
        CapacityRole,
        CapacityTextRole,
        ContactNameRole,
        ContactPhoneRole,
        LonRole,
        LatRole,
        UnitRole,
        SelectedRole,
        OpenAssignmentsRole
    };
    Q_ENUM(Role)

    explicit AroundModel(ResourceStore& store, QObject* parent = nullptr);
    /// How many open assignments a unit has; orders tell, this library does not know them.
    void setLoad(std::function<int(std::string_view unit)> load);
    /// The load of some units has changed.
    void refreshLoad();

    Q_INVOKABLE void look(double lon, double lat, double radiusKm);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void setSelected(int row, bool selected);
    Q_INVOKABLE void toggle(int row);
    /// Ticks every row shown whose team can be sent (one that is out of service cannot), or unticks
    /// all.
    Q_INVOKABLE void selectAll(bool selected);
    /// The rows shown as tab-separated text, or as a CSV file; false when that cannot be written.
    Q_INVOKABLE [[nodiscard]] QString copyText() const;
    Q_INVOKABLE [[nodiscard]] bool exportCsv(const QUrl& file) const;

    [[nodiscard]] bool isActive() const { return active_; }
    [[nodiscard]] double lon() const { return where_.lon; }
    [[nodiscard]] double lat() const { return where_.lat; }
    [[nodiscard]] double radiusKm() const { return radiusKm_; }
    void setRadiusKm(double km);
    [[nodiscard]] QStringList layers() const { return layers_; }
    void setLayers(const QStringList& layers);
    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] QVariantList totals() const;
    [[nodiscard]] int selectedCount() const { return static_cast<int>(selected_.size()); }
    [[nodiscard]] bool allSelected() const;
    [[nodiscard]] QStringList selectedUnits() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void placeChanged();
    void radiusChanged();
    void layersChanged();
    void textChanged();
    void countChanged();
    void selectionChanged();

private:
    struct Row {
        std::string id;
        bool office = false; ///< a unit without a resource
        double distance = 0;
        bool operator==(const Row&) const = default;
    };
    [[nodiscard]] std::vector<Row> compute() const;
    /// Somebody asks for another list …
    void rebuild();
    /// … or what stands in this one has changed.
    void refresh();
    void afterChange();
    [[nodiscard]] const Unit* unitOf(const Row& row) const;
    /// Has a unit that is in service.
    [[nodiscard]] bool canBeSent(const Row& row) const;
    [[nodiscard]] QList<QStringList> cells() const;

    ResourceStore& store_;
    std::function<int(std::string_view)> load_;
    std::vector<Row> rows_;
    QSet<QString> selected_;
    bool active_ = false;
    Place where_;
    double radiusKm_ = 2;
    QStringList layers_;
    QString text_;
};

} // namespace chengyun::console
