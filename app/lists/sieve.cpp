#include "app/lists/sieve.h"

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

Sieve::Sieve(QObject* parent)
    : QSortFilterProxyModel(parent), collator_(QLocale(QLocale::Chinese, QLocale::China)) {
    collator_.setCaseSensitivity(Qt::CaseInsensitive);
    collator_.setNumericMode(true);
    connect(this, &Sieve::rowsInserted, this, &Sieve::countChanged);
    connect(this, &Sieve::rowsRemoved, this, &Sieve::countChanged);
    connect(this, &Sieve::modelReset, this, &Sieve::countChanged);
    connect(this, &Sieve::listChanged, this, &Sieve::countChanged);
    setDynamicSortFilter(true);
}

void Sieve::setSourceModel(QAbstractItemModel* list) {
    if (list == sourceModel())
        return;
    QSortFilterProxyModel::setSourceModel(list);
    refreshRoles();
    Q_EMIT listChanged();
}

void Sieve::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    words_ = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateRowsFilter();
    Q_EMIT textChanged();
}

void Sieve::setTextRoles(const QStringList& roles) {
    if (roles == textRoles_)
        return;
    textRoles_ = roles;
    refreshRoles();
    Q_EMIT textChanged();
}

void Sieve::setSortedBy(const QString& role) {
    if (role == sortedBy_)
        return;
    sortedBy_ = role;
    refreshRoles();
    Q_EMIT sortChanged();
}

void Sieve::setDescending(bool descending) {
    if (descending == this->descending())
        return;
    sort(sortColumn(), descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    Q_EMIT sortChanged();
}

void Sieve::setHeld(bool held) {
    if (held == isHeld())
        return;
    setDynamicSortFilter(!held); // sorts anew when it is let go
    if (!held)
        invalidateRowsFilter();
    Q_EMIT heldChanged();
}

int Sieve::roleNamed(const QString& name) const {
    return sourceModel() ? sourceModel()->roleNames().key(name.toUtf8(), -1) : -1;
}

void Sieve::refreshRoles() {
    filterRoles_.clear();
    for (const auto& name : std::as_const(textRoles_))
        if (const int role = roleNamed(name); role >= 0)
            filterRoles_.append(role);
    const int role = roleNamed(sortedBy_);
    if (role >= 0)
        setSortRole(role);
    sort(role >= 0 ? 0 : -1, sortOrder());
    invalidateRowsFilter();
}

bool Sieve::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (words_.isEmpty())
        return true;
    const auto index = sourceModel()->index(row, 0, parent);
    return std::ranges::all_of(words_, [&](const QString& word) {
        return std::ranges::any_of(filterRoles_, [&](int role) {
            return index.data(role).toString().contains(word, Qt::CaseInsensitive);
        });
    });
}

bool Sieve::lessThan(const QModelIndex& left, const QModelIndex& right) const {
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

int Sieve::sourceRow(int row) const {
    return mapToSource(index(row, 0)).row();
}

int Sieve::rowOf(const QString& role, const QVariant& value) const {
    const int wanted = roleNamed(role);
    for (int row = 0; wanted >= 0 && row < count(); ++row)
        if (index(row, 0).data(wanted) == value)
            return row;
    return -1;
}

QVariantMap Sieve::valuesAt(int row) const {
    QVariantMap values;
    const auto at = index(row, 0);
    if (!at.isValid())
        return values;
    const auto names = roleNames();
    for (auto name = names.begin(); name != names.end(); ++name)
        values.insert(QString::fromUtf8(name.value()), at.data(name.key()));
    return values;
}

QString Sieve::tabText(const QVariantList& rows) {
    return console::tabText(cells(rows));
}

bool Sieve::writeCsv(const QUrl& file, const QVariantList& rows) {
    return console::writeCsv(file, cells(rows));
}

} // namespace chengyun::console
