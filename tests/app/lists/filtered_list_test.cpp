// Filtering, sorting and taking along, for any list.
#include "app/lists/filtered_list.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

using chengyun::console::FilteredList;
using namespace Qt::StringLiterals;

namespace {

enum { NameRole = Qt::UserRole + 1, UnitRole, DueRole };

struct Shelf {
    QStandardItemModel list;
    FilteredList filtered;
    QAbstractItemModelTester tester{&filtered};

    Shelf() {
        list.setItemRoleNames({{NameRole, "name"}, {UnitRole, "unit"}, {DueRole, "due"}});
        add("Flooded underpass", "North team", 30);
        add("fallen tree", "South team", 10);
        add("Gas smell", "North team", 20);
        add("Broken lamp", "West team", 10);
        filtered.setTextRoles({u"name"_s, u"unit"_s});
        filtered.setSourceModel(&list);
    }
    void add(const char* name, const char* unit, qint64 due, int at = -1) {
        auto* item = new QStandardItem;
        item->setData(QString::fromLatin1(name), NameRole);
        item->setData(QString::fromLatin1(unit), UnitRole);
        item->setData(due, DueRole);
        list.insertRow(at < 0 ? list.rowCount() : at, item);
    }
    [[nodiscard]] QStringList names() const {
        QStringList out;
        for (int row = 0; row < filtered.count(); ++row)
            out.append(filtered.index(row, 0).data(NameRole).toString().section(u' ', 0, 0));
        return out;
    }
};

} // namespace

class FilteredListTest : public QObject {
    Q_OBJECT
    using Happens = void (*)(Shelf&);

private Q_SLOTS:
    void filters_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("nothing") << QString()
                                 << QStringList{u"Flooded"_s, u"fallen"_s, u"Gas"_s, u"Broken"_s};
        QTest::newRow("blanks") << u"  "_s
                                << QStringList{u"Flooded"_s, u"fallen"_s, u"Gas"_s, u"Broken"_s};
        QTest::newRow("one role") << u"FALL"_s << QStringList{u"fallen"_s};
        QTest::newRow("the other role") << u"north"_s << QStringList{u"Flooded"_s, u"Gas"_s};
        QTest::newRow("both") << u"gas north"_s << QStringList{u"Gas"_s};
        QTest::newRow("a role that is not searched") << u"30"_s << QStringList{};
    }
    void filters() {
        QFETCH(QString, text);
        Shelf shelf;
        QSignalSpy counted(&shelf.filtered, &FilteredList::countChanged);
        shelf.filtered.setText(text);
        QTEST(shelf.names(), "shown");
        QCOMPARE(counted.isEmpty(), shelf.filtered.count() == 4);
    }

    void sorts_data() {
        QTest::addColumn<QString>("role");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("as it comes")
            << QString() << false << QStringList{u"Flooded"_s, u"fallen"_s, u"Gas"_s, u"Broken"_s};
        QTest::newRow("capitals do not matter")
            << u"name"_s << false << QStringList{u"Broken"_s, u"fallen"_s, u"Flooded"_s, u"Gas"_s};
        QTest::newRow("numbers, equals as they come")
            << u"due"_s << false << QStringList{u"fallen"_s, u"Broken"_s, u"Gas"_s, u"Flooded"_s};
        QTest::newRow("turned round, equals still as they come")
            << u"due"_s << true << QStringList{u"Flooded"_s, u"Gas"_s, u"fallen"_s, u"Broken"_s};
        QTest::newRow("no such role")
            << u"colour"_s << false
            << QStringList{u"Flooded"_s, u"fallen"_s, u"Gas"_s, u"Broken"_s};
    }
    void sorts() {
        QFETCH(QString, role);
        QFETCH(bool, descending);
        Shelf shelf;
        shelf.filtered.setSortedBy(role);
        shelf.filtered.setDescending(descending);
        QTEST(shelf.names(), "order");
        // And back to the list's own order.
        shelf.filtered.setSortedBy({});
        shelf.filtered.setDescending(false);
        QCOMPARE(shelf.names(), (QStringList{u"Flooded"_s, u"fallen"_s, u"Gas"_s, u"Broken"_s}));
    }

    void chineseByPinyin() {
        Shelf shelf;
        shelf.list.clear();
        shelf.list.setItemRoleNames({{NameRole, "name"}, {UnitRole, "unit"}, {DueRole, "due"}});
        for (const auto& name :
             {u"张湾街"_s, u"蔡甸街"_s, u"消防10队"_s, u"奓山街"_s, u"消防9队"_s}) {
            auto* item = new QStandardItem;
            item->setData(name, NameRole);
            shelf.list.appendRow(item);
        }
        shelf.filtered.setSortedBy(u"name"_s);
        QStringList names;
        for (int row = 0; row < shelf.filtered.count(); ++row)
            names.append(shelf.filtered.index(row, 0).data(NameRole).toString());
        QCOMPARE(names,
                 (QStringList{u"蔡甸街"_s, u"消防9队"_s, u"消防10队"_s, u"奓山街"_s, u"张湾街"_s}));
    }

    void emptyOnesStandLast() {
        Shelf shelf;
        shelf.add("No deadline", "", 0);
        shelf.filtered.setSortedBy(u"due"_s);
        QCOMPARE(shelf.names().constLast(), u"No"_s);
        shelf.filtered.setDescending(true);
        QCOMPARE(shelf.names().constLast(), u"No"_s);
        QCOMPARE(shelf.names().constFirst(), u"Flooded"_s);
        shelf.filtered.setSortedBy(u"unit"_s);
        QCOMPARE(shelf.names().constLast(), u"No"_s);
    }

    void followsTheList() {
        Shelf shelf;
        shelf.filtered.setSortedBy(u"name"_s);
        shelf.filtered.setText(u"team"_s);
        shelf.add("Damaged kerb", "East team", 5);
        QCOMPARE(shelf.names(),
                 (QStringList{u"Broken"_s, u"Damaged"_s, u"fallen"_s, u"Flooded"_s, u"Gas"_s}));
        shelf.list.item(0)->setData(u"Zebra crossing"_s, NameRole);
        QCOMPARE(shelf.names(),
                 (QStringList{u"Broken"_s, u"Damaged"_s, u"fallen"_s, u"Gas"_s, u"Zebra"_s}));
        QCOMPARE(shelf.filtered.sourceRow(4), 0);
        QCOMPARE(shelf.filtered.sourceRow(5), -1);
        QCOMPARE(shelf.filtered.rowOf(u"due"_s, 20), 3);
        QCOMPARE(shelf.filtered.rowOf(u"due"_s, 99), -1);
        QCOMPARE(shelf.filtered.valuesAt(4).value(u"unit"_s).toString(), u"North team"_s);
        QVERIFY(shelf.filtered.valuesAt(5).isEmpty());
    }

    /// Under somebody's hand.
    void keepsPlaces_data() {
        QTest::addColumn<QString>("role");
        QTest::addColumn<Happens>("happen");
        QTest::addColumn<QStringList>("held");
        QTest::addColumn<int>("waiting");
        QTest::addColumn<QStringList>("after");
        const QStringList asListed{u"Flooded"_s, u"fallen"_s, u"Gas"_s, u"Broken"_s};
        const QStringList byName{u"Broken"_s, u"fallen"_s, u"Flooded"_s, u"Gas"_s};
        QTest::newRow("a row comes at the head")
            << QString() << Happens([](Shelf& shelf) { shelf.add("Ash", "East team", 5, 0); })
            << asListed << 1 << (QStringList{u"Ash"_s} + asListed);
        QTest::newRow("a row sorts to the head")
            << u"name"_s << Happens([](Shelf& shelf) { shelf.add("Ash", "East team", 5); })
            << byName << 1 << (QStringList{u"Ash"_s} + byName);
        QTest::newRow("a row is none of those sought")
            << QString() << Happens([](Shelf& shelf) { shelf.add("Ash", "East", 5, 0); })
            << asListed << 0 << asListed;
        QTest::newRow("a value sorts elsewhere")
            << u"name"_s
            << Happens([](Shelf& shelf) { shelf.list.item(0)->setData(u"Zebra"_s, NameRole); })
            << QStringList{u"Broken"_s, u"fallen"_s, u"Zebra"_s, u"Gas"_s} << 0
            << QStringList{u"Broken"_s, u"fallen"_s, u"Gas"_s, u"Zebra"_s};
        QTest::newRow("a row goes")
            << QString() << Happens([](Shelf& shelf) { shelf.list.removeRow(1); })
            << QStringList{u"Flooded"_s, u"Gas"_s, u"Broken"_s} << 0
            << QStringList{u"Flooded"_s, u"Gas"_s, u"Broken"_s};
        QTest::newRow("the list itself is sorted") << QString() << Happens([](Shelf& shelf) {
            shelf.list.setSortRole(NameRole);
            shelf.list.sort(0);
        }) << asListed << 0 << QStringList{u"Broken"_s, u"Flooded"_s, u"Gas"_s, u"fallen"_s};
        QTest::newRow("the list is made anew") << QString() << Happens([](Shelf& shelf) {
            shelf.list.clear();
            shelf.list.setItemRoleNames({{NameRole, "name"}, {UnitRole, "unit"}});
            shelf.add("Ash", "East team", 5);
        }) << QStringList{u"Ash"_s} << 0 << QStringList{u"Ash"_s};
    }
    void keepsPlaces() {
        QFETCH(QString, role);
        QFETCH(Happens, happen);
        Shelf shelf;
        shelf.filtered.setSortedBy(role);
        shelf.filtered.setText(u"team"_s);
        shelf.filtered.setHeld(true);
        happen(shelf);
        QTEST(shelf.names(), "held");
        QTEST(shelf.filtered.waiting(), "waiting");
        shelf.filtered.setHeld(false);
        QTEST(shelf.names(), "after");
        QCOMPARE(shelf.filtered.waiting(), 0);
    }

    /// What somebody asks for is not put off.
    void letsInWhatIsAskedFor() {
        Shelf shelf;
        shelf.filtered.setHeld(true);
        shelf.add("Ash", "North team", 5, 0);
        QCOMPARE(shelf.filtered.waiting(), 1);
        shelf.filtered.setText(u"north"_s);
        QCOMPARE(shelf.names(), (QStringList{u"Ash"_s, u"Flooded"_s, u"Gas"_s}));
        QCOMPARE(shelf.filtered.waiting(), 0);
        shelf.filtered.setSortedBy(u"due"_s);
        shelf.filtered.setDescending(true);
        QCOMPARE(shelf.names(), (QStringList{u"Flooded"_s, u"Gas"_s, u"Ash"_s}));
        shelf.add("Bad kerb", "North team", 99);
        QCOMPARE(shelf.names(), (QStringList{u"Flooded"_s, u"Gas"_s, u"Ash"_s}));
    }

    void takesAlong() {
        const QVariantList rows{QStringList{u"Name"_s, u"Unit"_s},
                                QStringList{u"a\tb"_s, u"=1+1"_s}};
        QCOMPARE(FilteredList::tabText(rows), u"Name\tUnit\na b\t=1+1"_s);
        QTemporaryDir folder;
        const auto path = folder.filePath(u"rows.csv"_s);
        QVERIFY(FilteredList::writeCsv(QUrl::fromLocalFile(path), rows));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "\xEF\xBB\xBF\"Name\",\"Unit\"\r\n\"a\tb\",\"'=1+1\"\r\n");
        QVERIFY(!FilteredList::writeCsv(QUrl::fromLocalFile(folder.filePath(u"no/way"_s)), rows));
    }
};

QTEST_GUILESS_MAIN(FilteredListTest)
#include "filtered_list_test.moc"
