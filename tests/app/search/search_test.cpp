// The command bar: what is found by which words, and in which order.
#include "app/orders/orders_capability.h"
#include "app/resources/resources_capability.h"
#include "app/search/command_bar.h"
#include "app/search/search_index.h"
#include "tests/app/capability/shared_desk.h"
#include "tests/app/link/hall.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

namespace {

struct Bar {
    QTemporaryDir folder;
    SharedDesk desk{folder.path()};
    ResourcesCapability resources{desk.shared};
    OrdersCapability orders{desk.shared, resources};
    SearchIndex index{{&resources, &orders}};
    CommandBar bar{index};
    QAbstractItemModelTester tester{&bar};

    Bar() {
        bar.setCommands(
            {QVariantMap{{QStringLiteral("id"), QStringLiteral("order.new")},
                         {QStringLiteral("title"), QStringLiteral("新指令")},
                         {QStringLiteral("shortcut"), QStringLiteral("F4")},
                         {QStringLiteral("words"), QStringLiteral("new order xinzhiling xzl")}}});
        Q_EMIT desk.feed.loaded(shared(hall()));
    }
    [[nodiscard]] bool indexed() const {
        return std::ranges::all_of(
            index.parts(), [](const auto& part) { return part.finder->items().size() > 1; });
    }
    [[nodiscard]] QString first(int role) const {
        return bar.count() > 0 ? bar.data(bar.index(0), role).toString() : QString();
    }
};

} // namespace

class SearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCommandThatIsNotSetAnyMoreIsGone() {
        Bar bar;
        bar.bar.setText(QStringLiteral("xinzhi"));
        QTRY_COMPARE(bar.first(CommandBar::KindRole), QStringLiteral("command"));
        bar.bar.setCommands({});
        QTRY_VERIFY(bar.first(CommandBar::KindRole) != QStringLiteral("command"));
    }

    void finds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* name, const char* text, const char* kind,
                            const char* title) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(kind)
                                << QString::fromUtf8(title);
        };
        row("Chinese", "避难", "resource", "蔡甸一中避难场所");
        row("initials", "xfszd", "resource", "消防三中队");
        row("start of initials", "cdyz", "resource", "蔡甸一中避难场所");
        row("upper case", "CDYZ", "resource", "蔡甸一中避难场所");
        row("code", "R-103", "resource", "汉阳大道易涝点");
        row("characters with others between", "蔡避场", "resource", "蔡甸一中避难场所");
        row("two parts", "一中 避难", "resource", "蔡甸一中避难场所");
        row("order by number", "301", "order", "内涝处置");
        row("order by place", "树木", "order", "树木倒伏");
        row("department", "水务", "unit", "水务局");
        row("area", "张湾", "area", "张湾社区");
        row("command by shortcut", "f4", "command", "新指令");
        row("command by pinyin", "xinzhi", "command", "新指令");
        row("command by English", "order", "command", "新指令");
        row("nothing", "zzzz", "", "");
    }
    void finds() {
        QFETCH(QString, text);
        QFETCH(QString, kind);
        QFETCH(QString, title);
        Bar bar;
        QTRY_VERIFY(bar.indexed());
        bar.bar.setText(text);
        QCOMPARE(bar.first(CommandBar::TitleRole), title);
        QCOMPARE(bar.first(CommandBar::KindRole), kind);
    }

    void emptyTextShowsTheCommands() {
        Bar bar;
        QTRY_VERIFY(bar.indexed());
        QCOMPARE(bar.bar.count(), 1);
        QCOMPARE(bar.first(CommandBar::ShortcutRole), QStringLiteral("F4"));
    }

    void kindsRestrict() {
        Bar bar;
        QTRY_VERIFY(bar.indexed());
        bar.bar.setKinds({QStringLiteral("area")});
        bar.bar.setText(QStringLiteral("蔡甸"));
        QVERIFY(bar.bar.count() > 0);
        for (int row = 0; row < bar.bar.count(); ++row)
            QCOMPARE(bar.bar.get(row).value(QStringLiteral("kind")).toString(),
                     QStringLiteral("area"));
    }

    void eachIsShownAsItsCapabilitySays_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("icon");
        QTest::addColumn<QString>("layer");
        QTest::addColumn<QString>("level");
        const auto row = [](const char* name, const char* text, const char* icon, const char* layer,
                            const char* level) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(icon)
                                << QString::fromUtf8(layer) << QString::fromUtf8(level);
        };
        row("a shelter", "避难", "shelter", "shelter", "none");
        row("an order", "301", "orders", "", "II");
        row("a department", "水务", "users", "", "none");
        row("an area", "张湾", "area", "", "none");
        row("a command", "新指令", "command", "", "none");
    }
    void eachIsShownAsItsCapabilitySays() {
        QFETCH(QString, text);
        Bar bar;
        QTRY_VERIFY(bar.indexed());
        bar.bar.setText(text);
        QTEST(bar.first(CommandBar::IconRole), "icon");
        QTEST(bar.first(CommandBar::LayerRole), "layer");
        QTEST(bar.first(CommandBar::LevelRole), "level");
        QVERIFY(!bar.first(CommandBar::KindNameRole).isEmpty());
    }

    void choosingTells() {
        Bar bar;
        QTRY_VERIFY(bar.indexed());
        QSignalSpy command(&bar.bar, &CommandBar::commandChosen);
        QSignalSpy target(&bar.bar, &CommandBar::targetChosen);
        bar.bar.setText(QStringLiteral("新指令"));
        bar.bar.choose(0);
        QCOMPARE(command.value(0).value(0).toString(), QStringLiteral("order.new"));
        bar.bar.setText(QStringLiteral("内涝"));
        bar.bar.choose(0);
        QCOMPARE(target.value(0).value(1).toString(), QString::fromStdString(id(301)));
    }

    void newOnesAreFound() {
        Bar bar;
        QTRY_VERIFY(bar.indexed());
        Change body;
        body.values<Order>() = {order(333, Level::I, "燃气泄漏")};
        Q_EMIT bar.desk.feed.arrived(shared({entry(11, "order.issued", id(333), body)}));
        bar.bar.setText(QStringLiteral("燃气"));
        QTRY_COMPARE(bar.first(CommandBar::TitleRole), QStringLiteral("燃气泄漏"));
    }

    /// The row that somebody has reached stays theirs, whatever arrives meanwhile.
    void rowsKeepTheirPlaceWhileTheIndexChanges_data() {
        QTest::addColumn<QByteArray>("title"); // of an order that arrives
        QTest::addColumn<int>("number");
        QTest::newRow("a new one above") << QByteArray("内涝") << 333;
        QTest::newRow("a new one below") << QByteArray("大道旁内涝") << 333;
        QTest::newRow("another title of one that is shown") << QByteArray("内涝") << 301;
        QTest::newRow("one that is not found any more") << QByteArray("燃气泄漏") << 301;
        QTest::newRow("one that was not found") << QByteArray("燃气泄漏") << 333;
    }
    void rowsKeepTheirPlaceWhileTheIndexChanges() {
        QFETCH(QByteArray, title);
        QFETCH(int, number);
        Bar bar;
        QTRY_VERIFY(bar.indexed());
        bar.bar.setText(QStringLiteral("涝"));
        QVERIFY(bar.bar.count() > 1);
        QList<QPersistentModelIndex> rows;
        QStringList ids;
        for (int row = 0; row < bar.bar.count(); ++row) {
            rows.append(QPersistentModelIndex(bar.bar.index(row)));
            ids.append(bar.bar.index(row).data(CommandBar::TargetIdRole).toString());
        }
        QSignalSpy reset(&bar.bar, &CommandBar::modelReset);
        QSignalSpy changed(&bar.index, &SearchIndex::changed);
        Change body;
        body.values<Order>() = {order(number, Level::I, title.toStdString())};
        Q_EMIT bar.desk.feed.arrived(shared({entry(11, "order.issued", id(number), body)}));
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(reset.count(), 0);
        for (int row = 0; row < ids.size(); ++row)
            if (rows[row].isValid())
                QCOMPARE(rows[row].data(CommandBar::TargetIdRole).toString(), ids[row]);
        // The whole is what a bar without a past finds.
        CommandBar fresh(bar.index);
        fresh.setText(QStringLiteral("涝"));
        QCOMPARE(bar.bar.count(), fresh.count());
        for (int row = 0; row < fresh.count(); ++row)
            QCOMPARE(bar.bar.get(row), fresh.get(row));
    }

    void ordersThatArriveLeaveTheResourcesAlone() {
        Bar bar;
        QTRY_VERIFY(bar.indexed());
        const auto resources = bar.index.parts()[0].finder;
        const auto orders = bar.index.parts()[1].finder;
        Change body;
        body.values<Order>() = {order(333, Level::I, "燃气泄漏")};
        Q_EMIT bar.desk.feed.arrived(shared({entry(11, "order.issued", id(333), body)}));
        QTRY_VERIFY(bar.index.parts()[1].finder != orders);
        QCOMPARE(bar.index.parts()[0].finder, resources);
    }

    void exactBeforeStartBeforeInside() {
        const Finder finder({{"resource", "3", "大水务局", {}, {}, {}, 0},
                             {"resource", "2", "水务局二科", {}, {}, {}, 0},
                             {"resource", "1", "水务局", {}, {}, {}, 0}});
        QList<QByteArray> ids;
        for (const auto& found : finder.find("水务局", 10))
            ids.append(QByteArray::fromStdString(finder.items()[found.item].id));
        QCOMPARE(ids, (QList<QByteArray>{"1", "2", "3"}));
        QCOMPARE(finder.find("水务局", 2).size(), std::size_t(2));
    }

    /// Run with -iterations to measure; a keystroke may take 10 ms among 100,000.
    void aHundredThousand_data() {
        QTest::addColumn<QString>("text");
        for (const auto* text : {"a", "避", "bncs", "避难 4711", "蔡所9"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void aHundredThousand() {
        QFETCH(QString, text);
        std::vector<Findable> items;
        for (int i = 0; i < 100000; ++i)
            items.push_back({"resource",
                             std::to_string(i),
                             "蔡甸第" + std::to_string(i) + "避难场所",
                             "R-" + std::to_string(i),
                             "cdd" + std::to_string(i) + "bncs",
                             {},
                             0});
        const Finder finder(std::move(items));
        const auto query = text.toStdString();
        QBENCHMARK {
            (void)finder.find(query, 50);
        }
        for (const auto& found : finder.find(query, 50))
            QVERIFY(found.score > 0);
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
