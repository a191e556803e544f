// The table of resources: filtered by typing, layer and area, sorted by any column.
#pragma once

#include "app/resources/matching.h"
#include "app/resources/resource_store.h"

#include <QAbstractTableModel>

namespace chengyun::console {

/// GUI thread. Columns: name, kind, state, level, capacity, area, contact, updated; roles the same
/// in every column, so that it serves both lists and tables.
///
/// Roles: resourceId, name, code, layer ("risk" …), layerName, kind, kindName, level ("I" …,
/// "none"), levelName, state ("available" …), stateName, capacity, capacityText, area, areaName,
/// address, lon, lat, contactName, contactPhone, hasStream, unit (id or empty), flagged, updated
/// (ms).
class ResourceListModel : public QAbstractTableModel {
    Q_OBJECT
    /// Typed text: name, code, address, initials; all parts must occur.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged)
    /// Names of the layers shown; empty shows all.
    Q_PROPERTY(QStringList layers READ layers WRITE setLayers NOTIFY filterChanged)
    Q_PROPERTY(QString area READ area WRITE setArea NOTIFY filterChanged)
    /// Name of an availability, or empty.
    Q_PROPERTY(QString state READ state WRITE setState NOTIFY filterChanged)
    /// Rows shown and all there are.
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int total READ total NOTIFY countChanged)
    Q_PROPERTY(int sortColumn READ sortColumn NOTIFY sortChanged)
    Q_PROPERTY(bool descending READ descending NOTIFY sortChanged)

public:
    enum Column {
        NameColumn,
        KindColumn,
        StateColumn,
        LevelColumn,
        CapacityColumn,
        AreaColumn,
        ContactColumn,
        UpdatedColumn,
        ColumnCount
    };
    Q_ENUM(Column)
    enum Role {
        IdRole = Qt::UserRole + 1,
        NameRole,
        CodeRole,
        LayerRole,
        LayerNameRole,
        KindRole,
        KindNameRole,
        LevelRole,
        LevelNameRole,
        StateRole,
        StateNameRole,
        CapacityRole,
        CapacityTextRole,
        AreaRole,
        AreaNameRole,
        AddressRole,
        LonRole,
        LatRole,
        ContactNameRole,
        ContactPhoneRole,
        HasStreamRole,
        UnitRole,
        FlaggedRole,
        UpdatedRole
    };
    Q_ENUM(Role)

    explicit ResourceListModel(ResourceStore& store, QObject* parent = nullptr);

    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] QStringList layers() const { return layers_; }
    void setLayers(const QStringList& layers);
    [[nodiscard]] QString area() const { return area_; }
    void setArea(const QString& area);
    [[nodiscard]] QString state() const { return state_; }
    void setState(const QString& state);
    [[nodiscard]] int count() const { return static_cast<int>(shown_.size()); }
    [[nodiscard]] int total() const;
    [[nodiscard]] int sortColumn() const { return sortColumn_; }
    [[nodiscard]] bool descending() const { return descending_; }

    Q_INVOKABLE void sortBy(int column, bool descending);
    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString& id) const;
    /// These rows as tab-separated text with a heading line, for the clipboard; all when empty.
    Q_INVOKABLE [[nodiscard]] QString copyText(const QList<int>& rows) const;
    /// The same with codes, places and addresses of streams as CSV (UTF-8 with a mark, as
    /// spreadsheets want it).
    Q_INVOKABLE bool exportCsv(const QUrl& file, const QList<int>& rows) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void filterChanged();
    void countChanged();
    void sortChanged();

private:
    [[nodiscard]] bool passes(const Resource& resource) const;
    [[nodiscard]] bool less(std::size_t a, std::size_t b) const;
    void rebuild();
    void patch(const ResourceChange& change);
    [[nodiscard]] QString cell(const Resource& resource, int column) const;

    ResourceStore& store_;
    std::vector<std::size_t> shown_; ///< positions in the store, in the order of the table
    QString text_, area_, state_;
    QStringList layers_;
    TypedText typed_;
    unsigned layerMask_ = ~0u;
    std::string areaCode_;
    int sortColumn_ = NameColumn;
    bool descending_ = false;
};

} // namespace chengyun::console
