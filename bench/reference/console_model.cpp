// A measure of the machine for `bench build`: what a model of the console includes. It never
// changes.
#include <QAbstractListModel>
#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QQmlEngine>
#include <QTimer>
#include <QVariantMap>

#include <boost/describe.hpp>
#include <boost/json.hpp>

#include <functional>
#include <memory>
#include <vector>

class Model : public QAbstractListModel {
public:
    int rowCount(const QModelIndex&) const override { return static_cast<int>(rows_.size()); }
    QVariant data(const QModelIndex& at, int) const override { return rows_.value(at.row()); }

private:
    QHash<int, QVariant> rows_;
};

int rows() {
    return Model().rowCount({});
}
