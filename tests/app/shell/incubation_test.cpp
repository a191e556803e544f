// What is loaded asynchronously is made, also where no window draws.
#include "app/shell/incubation.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

#include <memory>

using namespace chengyun::console;

class IncubationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMadeBetweenEventsAndThenRests() {
        Incubation incubation;
        QQmlEngine engine;
        engine.setIncubationController(&incubation);
        QQmlComponent component(&engine);
        component.setData("import QtQml\nQtObject { property int answer: 42 }", {});
        for (int round = 0; round < 2; ++round) { // it begins again
            QQmlIncubator made(QQmlIncubator::Asynchronous);
            component.create(made);
            QVERIFY(made.isLoading());
            QTRY_VERIFY(made.isReady());
            const std::unique_ptr<QObject> object(made.object());
            QCOMPARE(object->property("answer").toInt(), 42);
            QCOMPARE(incubation.incubatingObjectCount(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(IncubationTest)
#include "incubation_test.moc"
