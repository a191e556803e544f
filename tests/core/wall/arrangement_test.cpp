// Walls of equal screens.
#include "core/wall/arrangement.h"
#include "tests/core/wall/sample.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::test;

Q_DECLARE_METATYPE(chengyun::Arrangement)

class ArrangementTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goes_there_and_back_data() {
        QTest::addColumn<Arrangement>("arrangement");
        QTest::newRow("one") << Arrangement{};
        QTest::newRow("two") << Arrangement{2, 1, 1920, 1080, 20};
        QTest::newRow("a column") << Arrangement{1, 3, 1920, 1080, 12};
        QTest::newRow("sixteen") << Arrangement{4, 4, 3840, 2160, 8};
        QTest::newRow("without a gap") << Arrangement{3, 2, 1366, 768, 0};
    }
    void goes_there_and_back() {
        QFETCH(Arrangement, arrangement);
        Wall wall = sample_wall();
        wall.screens = arranged(arrangement, {});
        QVERIFY(check(wall).has_value());
        QCOMPARE(std::int64_t(wall.screens.size()), arrangement.across * arrangement.down);
        QCOMPARE(wall.screens.front().name, std::string("1"));
        QVERIFY(arrangement_of(wall.screens) == arrangement);
        for (auto& screen : wall.screens)
            screen.x += 100; // hung farther to the right
        QVERIFY(arrangement_of(wall.screens) == arrangement);
        wall.screens.back().height -= 1;
        QVERIFY(wall.screens.size() == 1 || !arrangement_of(wall.screens));
    }

    /// What stands on a screen stays on the one with its name.
    void names_stay() {
        const std::vector<WallScreen> before{{"左", 0, 0, 1920, 1080}, {"2", 1920, 0, 1920, 1080}};
        QStringList names;
        for (const auto& screen : arranged({2, 2, 1920, 1080, 0}, before))
            names.append(QString::fromStdString(screen.name));
        QCOMPARE(names, (QStringList{QStringLiteral("左"), QStringLiteral("2"), QStringLiteral("1"),
                                     QStringLiteral("3")}));
        QCOMPARE(arranged({1, 1, 1920, 1080, 0}, before).front().name, before.front().name);
    }

    void so_many_at_most() {
        Wall wall = sample_wall();
        wall.screens = arranged({1'000'000, 1, 1920, 1080, 0}, {});
        QCOMPARE(wall.screens.size(), most_wall_screens);
        wall.screens = arranged({5, 4, 1920, 1080, 0}, {});
        QCOMPARE(refusal(check(wall)), QByteArray("too_many screens"));
        QVERIFY(!arrangement_of({}));
    }
};

QTEST_APPLESS_MAIN(ArrangementTest)
#include "arrangement_test.moc"
