#include "app/lists/filtered_list.h"

#include "app/lists/table_text.h"

#include <algorithm>

namespace chengyun::console {

namespace {

QList<QStringList> cells(const QVariantList& rows) {
    QList<QStringList> out;
    out.reserve(rows.size());
    for (const auto& row : rows)
        out.append(row.toStringList());
    return out;
}

/// No words, or no time.
bool isEmpty(const QVariant& value) {
    return value.typeId() == QMetaType::QString    ? value.toString().isEmpty()
           : value.typeId() == QMetaType::LongLong ? value.toLongLong() == 0
                                                   : !value.isValid();
}

} // namespace

FilteredList::FilteredList(QObject* parent)
    : QSortFilterProxyModel(parent), collator_(QLocale(QLocale::Chinese, QLocale::China)) {
    collator_.setCaseSensitivity(Qt::CaseInsensitive);
    collator_.setNumericMode(true);
    connect(this, &FilteredList::rowsInserted, this, &FilteredList::countChanged);
    connect(this, &FilteredList::rowsRemoved, this, &FilteredList::countChanged);
    connect(this, &FilteredList::modelReset, this, &FilteredList::countChanged);
    connect(this, &FilteredList::listChanged, this, &FilteredList::countChanged);
    // A list that is made anew has no row that could keep its place.
    connect(this, &FilteredList::modelAboutToBeReset, this, [this] { places_.clear(); });
    connect(this, &FilteredList::modelReset, this, [this] {
        if (isHeld())
            holdPlaces();
        Q_EMIT waitingChanged();
    });
    setDynamicSortFilter(true);
}

void FilteredList::setSourceModel(QAbstractItemModel* list) {
    if (list == sourceModel())
        return;
    if (auto* former = sourceModel()) {
        disconnect(former, &QAbstractItemModel::rowsInserted, this, &FilteredList::waitingChanged);
        disconnect(former, &QAbstractItemModel::rowsRemoved, this, &FilteredList::waitingChanged);
    }
    QSortFilterProxyModel::setSourceModel(list);
    if (list) {
        connect(list, &QAbstractItemModel::rowsInserted, this, &FilteredList::waitingChanged);
        connect(list, &QAbstractItemModel::rowsRemoved, this, &FilteredList::waitingChanged);
    }
    refreshRoles();
    Q_EMIT listChanged();
}

void FilteredList::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    words_ = text.simplified().split(u' ', Qt::SkipEmptyParts);
    lookAnew(sortOrder());
    Q_EMIT textChanged();
}

void FilteredList::setTextRoles(const QStringList& roles) {
    if (roles == textRoles_)
        return;
    textRoles_ = roles;
    refreshRoles();
    Q_EMIT textChanged();
}

void FilteredList::setSortedBy(const QString& role) {
    if (role == sortedBy_)
        return;
    sortedBy_ = role;
    refreshRoles();
    Q_EMIT sortChanged();
}

void FilteredList::setDescending(bool descending) {
    if (descending == this->descending())
        return;
    lookAnew(descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    Q_EMIT sortChanged();
}

void FilteredList::setHeld(bool held) {
    if (held == isHeld())
        return;
    places_.clear();
    setDynamicSortFilter(!held);
    lookAnew(sortOrder());
    Q_EMIT heldChanged();
    Q_EMIT waitingChanged();
}

int FilteredList::waiting() const {
    if (!isHeld() || !sourceModel())
        return 0;
    int waiting = 0;
    for (int row = 0; row < sourceModel()->rowCount(); ++row)
        waiting += passes(row, {}) && mapFromSource(sourceModel()->index(row, 0)).row() < 0;
    return waiting;
}

void FilteredList::lookAnew(Qt::SortOrder order) {
    places_.clear();
    invalidateRowsFilter();
    sort(sorts_ ? 0 : -1, order);
    if (!isHeld())
        return;
    holdPlaces();
    sort(0, order); // by places: the list's own order may change under it
    Q_EMIT waitingChanged();
}

void FilteredList::holdPlaces() {
    places_.clear();
    for (int row = 0; row < count(); ++row)
        places_.insert(mapToSource(index(row, 0)), row);
}

int FilteredList::roleNamed(const QString& name) const {
    return sourceModel() ? sourceModel()->roleNames().key(name.toUtf8(), -1) : -1;
}

void FilteredList::refreshRoles() {
    filterRoles_.clear();
    for (const auto& name : std::as_const(textRoles_))
        if (const int role = roleNamed(name); role >= 0)
            filterRoles_.append(role);
    const int role = roleNamed(sortedBy_);
    sorts_ = role >= 0;
    if (sorts_)
        setSortRole(role);
    lookAnew(sortOrder());
}

bool FilteredList::filterAcceptsRow(int row, const QModelIndex& parent) const {
    return places_.isEmpty() ? passes(row, parent)
                             : places_.contains(sourceModel()->index(row, 0, parent));
}

bool FilteredList::passes(int row, const QModelIndex& parent) const {
    if (words_.isEmpty())
        return true;
    const auto index = sourceModel()->index(row, 0, parent);
    return std::ranges::all_of(words_, [&](const QString& word) {
        return std::ranges::any_of(filterRoles_, [&](int role) {
            return index.data(role).toString().contains(word, Qt::CaseInsensitive);
        });
    });
}

bool FilteredList::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    if (!places_.isEmpty() || !sorts_) {
        const auto place = [this](const QModelIndex& row) {
            return places_.isEmpty() ? row.row() : places_.value(row);
        };
        return descending() ? place(left) > place(right) : place(left) < place(right);
    }
    return precedes(left, right);
}

bool FilteredList::precedes(const QModelIndex& left, const QModelIndex& right) const {
    const auto a = left.data(sortRole());
    const auto b = right.data(sortRole());
    if (const bool last = isEmpty(a); last != isEmpty(b))
        return descending() ? last : !last; // stands last either way
    if (a.typeId() == QMetaType::QString && b.typeId() == QMetaType::QString) {
        if (const int order = collator_.compare(a.toString(), b.toString()); order != 0)
            return order < 0;
    } else {
        if (QSortFilterProxyModel::lessThan(left, right))
            return true;
        if (QSortFilterProxyModel::lessThan(right, left))
            return false;
    }
    // Equals stand as in the list, whichever way the others are turned.
    return descending() ? left.row() > right.row() : left.row() < right.row();
}

int FilteredList::sourceRow(int row) const {
    return mapToSource(index(row, 0)).row();
}

int FilteredList::rowOf(const QString& role, const QVariant& value) const {
    const int wanted = roleNamed(role);
    for (int row = 0; wanted >= 0 && row < count(); ++row)
        if (index(row, 0).data(wanted) == value)
            return row;
    return -1;
}

QVariantMap FilteredList::valuesAt(int row) const {
    QVariantMap values;
    const auto at = index(row, 0);
    if (!at.isValid())
        return values;
    const auto names = roleNames();
    for (auto name = names.begin(); name != names.end(); ++name)
        values.insert(QString::fromUtf8(name.value()), at.data(name.key()));
    return values;
}

QString FilteredList::tabText(const QVariantList& rows) {
    return console::tabText(cells(rows));
}

bool FilteredList::writeCsv(const QUrl& file, const QVariantList& rows) {
    return console::writeCsv(file, cells(rows));
}

} // namespace chengyun::console
