// A list as somebody looks at it: filtered by what is typed, sorted by one of its roles, taken
// along as text. The list itself knows nothing of this.
#pragma once

#include <QCollator>
#include <QHash>
#include <QPersistentModelIndex>
#include <QSortFilterProxyModel>
#include <QUrl>
#include <QVariantMap>

namespace chengyun::console {

/// GUI thread. Words are sorted as a Chinese list is, by pinyin, and numbers in them by value.
/// Empty words and times of 0 stand last either way. Rows keep the source's order where nothing
/// else is asked for, and among equals.
class FilteredList : public QSortFilterProxyModel {
    Q_OBJECT
    Q_PROPERTY(QAbstractItemModel* list READ sourceModel WRITE setSourceModel NOTIFY listChanged)
    /// Every word of it must occur in one of `textRoles`, in capitals or not.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(QStringList textRoles READ textRoles WRITE setTextRoles NOTIFY textChanged)
    /// Name of the role sorted by; empty: the source's order.
    Q_PROPERTY(QString sortedBy READ sortedBy WRITE setSortedBy NOTIFY sortChanged)
    Q_PROPERTY(bool descending READ descending WRITE setDescending NOTIFY sortChanged)
    /// While it is held rows keep their places: a value that changes moves none, and a new one
    /// waits. A row that the list loses goes at once. What is asked for (`text`, `sortedBy`) takes
    /// effect at once, and lets in what has waited.
    Q_PROPERTY(bool held READ isHeld WRITE setHeld NOTIFY heldChanged)
    /// How many rows wait to be let in.
    Q_PROPERTY(int waiting READ waiting NOTIFY waitingChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    explicit FilteredList(QObject* parent = nullptr);

    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] QStringList textRoles() const { return textRoles_; }
    void setTextRoles(const QStringList& roles);
    [[nodiscard]] QString sortedBy() const { return sortedBy_; }
    void setSortedBy(const QString& role);
    [[nodiscard]] bool descending() const { return sortOrder() == Qt::DescendingOrder; }
    void setDescending(bool descending);
    [[nodiscard]] bool isHeld() const { return !dynamicSortFilter(); }
    void setHeld(bool held);
    [[nodiscard]] int waiting() const;
    [[nodiscard]] int count() const { return rowCount(); }

    /// Where a row of this list stands in the list; −1 when there is no such row.
    Q_INVOKABLE [[nodiscard]] int sourceRow(int row) const;
    /// Row whose `role` has this value, −1 when none is shown.
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString& role, const QVariant& value) const;
    /// Every role of a row by its name; empty when there is no such row.
    Q_INVOKABLE [[nodiscard]] QVariantMap valuesAt(int row) const;
    /// Rows of cells as tab-separated text for the clipboard.
    Q_INVOKABLE [[nodiscard]] static QString tabText(const QVariantList& rows);
    /// The same as a CSV file. False when it cannot be written.
    Q_INVOKABLE [[nodiscard]] static bool writeCsv(const QUrl& file, const QVariantList& rows);

    void setSourceModel(QAbstractItemModel* list) override;

Q_SIGNALS:
    void listChanged();
    void textChanged();
    void sortChanged();
    void heldChanged();
    void waitingChanged();
    void countChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] int roleNamed(const QString& name) const;
    void refreshRoles();
    /// Lets in what passes, and sorts.
    void lookAnew(Qt::SortOrder order);
    /// Remembers where each row stands.
    void holdPlaces();
    [[nodiscard]] bool passes(int row, const QModelIndex& parent) const;
    [[nodiscard]] bool precedes(const QModelIndex& left, const QModelIndex& right) const;

    QString text_;
    QStringList words_;
    QStringList textRoles_;
    QList<int> filterRoles_;
    QString sortedBy_;
    bool sorts_ = false;                       ///< `sortedBy_` is a role of the list
    QHash<QPersistentModelIndex, int> places_; ///< of the list's rows while held; else empty
    QCollator collator_;
};

} // namespace chengyun::console
