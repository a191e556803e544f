// The table of resources: sorted, filtered, ticked, copied and followed to the map.
#include "app/resources/resource_list_model.h"
#include "tests/qml/items.h"
#include "tests/qml/test_seat.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>
#include <QtQuickTest/quicktest.h>

#include <algorithm>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

class ResourceTableTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestSeat> seat_;
    QQuickItem* page_ = nullptr;
    ResourceListModel* rows_ = nullptr;

    void click(QQuickItem* item) {
        QVERIFY(item);
        QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
        QTest::mouseClick(&seat_->window(), Qt::LeftButton, {},
                          item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
    }
    /// What stands in the first column, from top to bottom.
    [[nodiscard]] QStringList names() const {
        QStringList names;
        for (int row = 0; row < rows_->count(); ++row)
            names.append(rows_->data(rows_->index(row, 0), ResourceListModel::NameRole).toString());
        return names;
    }
    [[nodiscard]] QQuickItem* list() const { return all(page_, "QQuickListView").value(0); }
    [[nodiscard]] QQuickItem* header(const QString& title) const {
        return having(page_, "text", title);
    }

private Q_SLOTS:
    void init() {
        seat_ = std::make_unique<TestSeat>();
        QVERIFY(seat_->ready());
        QMetaObject::invokeMethod(seat_->seat(), "go", Q_ARG(QString, u"resources"_s));
        QTRY_VERIFY(seat_->item("ResourceTable"));
        page_ = seat_->item("ResourceTable");
        rows_ = page_->property("resources").value<ResourceListModel*>();
        QVERIFY(rows_);
        QTRY_COMPARE(rows_->count(), 4);
    }
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void a_header_sorts_and_turns_round() {
        click(header(u"状态"_s));
        QTRY_COMPARE(rows_->sortColumn(), int(ResourceListModel::StateColumn));
        click(header(u"名称"_s));
        QTRY_COMPARE(rows_->sortColumn(), int(ResourceListModel::NameColumn));
        const auto upwards = names();
        QVERIFY(!rows_->descending());
        click(header(u"名称"_s));
        QTRY_VERIFY(rows_->descending());
        auto turned = names();
        std::ranges::reverse(turned);
        QCOMPARE(turned, upwards);
    }

    void a_layer_is_left_out_and_comes_back() {
        click(having(page_, "text", u"避难场所"_s));
        QTRY_COMPARE(names(), QStringList{u"张湾中学避难场所"_s});
        QTRY_VERIFY(having(page_, "text", u"1 / 4"_s));
        click(having(page_, "text", u"避难场所"_s));
        QTRY_COMPARE(rows_->count(), 4);
    }

    void typing_finds_by_initials_and_says_when_there_is_nothing() {
        auto* field = all(page_, "SearchField").value(0);
        QVERIFY(field);
        field->forceActiveFocus();
        seat_->type(u"psq"_s);
        QTRY_COMPARE(names(), QStringList{u"排水抢险一队"_s});
        seat_->type(u"zzz"_s);
        QTRY_COMPARE(rows_->count(), 0);
        QTRY_COMPARE(all(page_, "EmptyState").size(), 1);
        seat_->key(Qt::Key_Escape);
        QTRY_COMPARE(rows_->count(), 4);
        QTRY_COMPARE(all(page_, "EmptyState").size(), 0);
    }

    void ticked_rows_are_copied_and_no_others() {
        auto* rows = list();
        QVERIFY(rows);
        rows->forceActiveFocus();
        seat_->key(Qt::Key_Down);
        seat_->key(Qt::Key_Space);
        seat_->key(Qt::Key_Down);
        seat_->key(Qt::Key_Down);
        seat_->key(Qt::Key_Space);
        seat_->key(Qt::Key_C, Qt::ControlModifier);
        const auto lines = [] {
            return QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        };
        QTRY_COMPARE(lines().size(), 3); // with the headings
        QVERIFY(lines()[1].contains(names()[0]));
        QVERIFY(lines()[2].contains(names()[2]));
        // Without a tick, all.
        seat_->key(Qt::Key_Space);
        seat_->key(Qt::Key_Up);
        seat_->key(Qt::Key_Up);
        seat_->key(Qt::Key_Space);
        seat_->key(Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(lines().size(), 5);
    }

    void return_shows_the_row_on_the_map() {
        list()->forceActiveFocus();
        seat_->key(Qt::Key_Down);
        seat_->key(Qt::Key_Down);
        const auto id = rows_->idAt(1);
        seat_->key(Qt::Key_Return);
        QTRY_COMPARE(seat_->seat()->property("screen").toString(), u"map"_s);
        QCOMPARE(seat_->part("resources")->property("current").toString(), id);
    }

    void what_the_hub_changes_is_changed_here() {
        auto changed = seat_->hub.snapshot.values<chengyun::Resource>()[0];
        changed.name = "消防特勤站";
        changed.initials = "xftqz";
        changed.version = 11;
        chengyun::Entry entry;
        entry.kind = "resource.changed";
        entry.entity = "resource";
        entry.id = changed.id;
        entry.body.values<chengyun::Resource>() = {changed};
        seat_->hub.push(entry);
        QTRY_VERIFY(names().contains(u"消防特勤站"_s));
        QVERIFY(!names().contains(u"消防三中队"_s));
        QTRY_VERIFY(having(page_, "text", u"消防特勤站"_s));
    }

    void columns_fit_their_table() {
        for (const int width : {1280, 1366, 1500, 1920, 2560}) {
            seat_->window().resize(width, 768);
            QTRY_COMPARE(seat_->window().width(), width);
            QVERIFY(QQuickTest::qWaitForPolish(&seat_->window()));
            qreal end = 0;
            QList<QQuickItem*> items{page_};
            while (!items.isEmpty()) {
                auto* item = items.takeLast();
                if (item->inherits("QQuickAbstractButton") &&
                    item->property("modelData").value<QObject*>())
                    end = std::max(end, item->mapToItem(page_, {item->width(), 0}).x());
                items.append(item->childItems());
            }
            QVERIFY(end > 0);
            QVERIFY2(end <= page_->width(),
                     qPrintable(u"%1 of %2 at %3"_s.arg(end).arg(page_->width()).arg(width)));
        }
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    ResourceTableTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "resource_table_test.moc"
