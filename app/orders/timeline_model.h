// What happened to one order, entry by entry, in words.
#pragma once

#include "app/link/source.h"
#include "core/journal/entry.h"

#include <QAbstractListModel>

namespace chengyun::console {

class HubLink;
class JournalWords;
class OrderStore;

/// GUI thread. Newest first. Older entries are fetched from the hub when an order is opened;
/// without the hub they are made from what is known (issue, stamps, reports), and `complete` is
/// false.
///
/// Roles: seq, time (ms), actor, kind ("assignment.reported"), title, text, unitName, symbol
/// (EntryWords::symbol), urgent, photos (list of attachment
/// ids), hasPlace, lon, lat, doneAt (ms: when it was done, where it was told later; else 0).
class TimelineModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY orderChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged)
    /// False while only what is known locally is shown.
    Q_PROPERTY(bool complete READ isComplete NOTIFY loadingChanged)

public:
    enum Role {
        SeqRole = Qt::UserRole + 1,
        TimeRole,
        ActorRole,
        KindRole,
        TitleRole,
        TextRole,
        UnitNameRole,
        SymbolRole,
        UrgentRole,
        PhotosRole,
        HasPlaceRole,
        LonRole,
        LatRole,
        DoneAtRole
    };
    Q_ENUM(Role)

    /// `words`: of every capability, since an order's entries may be of several.
    TimelineModel(Source& source, OrderStore& store, HubLink& link, const JournalWords& words,
                  QObject* parent = nullptr);

    [[nodiscard]] QString order() const { return order_; }
    void setOrder(const QString& order);
    [[nodiscard]] int count() const { return static_cast<int>(entries_.size()); }
    [[nodiscard]] bool isLoading() const { return loading_; }
    [[nodiscard]] bool isComplete() const { return complete_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void orderChanged();
    void countChanged();
    void loadingChanged();

private:
    void fetch();
    void show(std::vector<Entry> entries);
    void take(const EntriesPtr& entries);
    [[nodiscard]] std::vector<Entry> known() const;

    OrderStore& store_;
    HubLink& link_;
    const JournalWords& words_;
    QString order_;
    std::vector<Entry> entries_; ///< newest first
    std::vector<Entry> arrived_; ///< over the stream, since the hub was asked; newest first
    bool loading_ = false;
    bool complete_ = false;
    int round_ = 0;
};

} // namespace chengyun::console
