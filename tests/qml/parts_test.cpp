// The frame and its parts: each capability has its part, and what the parts declare can be reached.
#include "tests/qml/test_seat.h"

#include <QApplication>
#include <QJSValue>
#include <QQmlListReference>
#include <QSet>
#include <QTest>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

class PartsTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    /// The objects in a `var` property of the seat.
    [[nodiscard]] QObjectList objects(const char* property) const {
        QObjectList all;
        const auto list = seat_->seat()->property(property).value<QJSValue>();
        for (quint32 at = 0; at < list.property(u"length"_s).toUInt(); ++at)
            all.append(list.property(at).toQObject());
        return all;
    }
    [[nodiscard]] QStringList names(const char* property) const {
        QStringList all;
        for (const auto* object : objects(property))
            all.append(object->property("name").toString());
        return all;
    }
    void run(const QString& command) {
        QMetaObject::invokeMethod(seat_->seat(), "run", Q_ARG(QString, command),
                                  Q_ARG(QVariant, QVariant()));
    }

private Q_SLOTS:
    void init() {
        seat_ = std::make_unique<TestSeat>();
        QVERIFY(seat_->ready());
    }
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void each_capability_has_its_part() {
        const auto capabilities = seat_->hall->value(u"capabilities"_s).value<QObjectList>();
        QVERIFY(capabilities.size() > 4);
        QCOMPARE(objects("parts").size(), capabilities.size());
        for (const auto* capability : capabilities) {
            const auto name = capability->property("name").toString();
            QCOMPARE(seat_->made(name.toLatin1().constData()), capability);
            auto* part = seat_->part(name.toLatin1().constData());
            QVERIFY2(part, qPrintable(name));
            QCOMPARE(part->property(name.toLatin1().constData()).value<QObject*>(), capability);
        }
    }

    void names_are_of_one_data() {
        QTest::addColumn<QByteArray>("property");
        QTest::newRow("pages") << QByteArray("pages");
        QTest::newRow("commands") << QByteArray("commands");
    }
    void names_are_of_one() {
        QFETCH(QByteArray, property);
        const auto all = names(property.constData());
        QVERIFY(all.size() > 4);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
    }

    /// Two commands with one key are ambiguous, and neither would run.
    void keys_are_of_one() {
        QStringList all;
        for (const auto* command : objects("commands")) {
            if (const auto key = command->property("key").toInt())
                all.append(QKeySequence(key).toString());
            const auto sequence = command->property("sequence").toString();
            if (!sequence.isEmpty())
                all.append(sequence);
        }
        QVERIFY(all.size() > 4);
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
    }

    /// Keyboards with macro keys and input methods send keys that have no number.
    void a_key_without_a_number_does_nothing() {
        run(u"go.system"_s);
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier);
        QCoreApplication::sendEvent(&seat_->window(), &press);
        QCOMPARE(seat_->seat()->property("screen").toString(), u"system"_s);
    }

    /// The slot at the right of the map shows the part that has asked last.
    void the_right_slot_is_of_one_part() {
        auto* orders = seat_->part("orders");
        auto* duty = seat_->part("duty");
        orders->setProperty("formShown", true);
        QVERIFY(orders->property("hasSide").toBool());
        duty->setProperty("sideShown", true);
        QVERIFY(duty->property("hasSide").toBool());
        QVERIFY(!orders->property("hasSide").toBool());
        duty->setProperty("sideShown", false);
        QVERIFY(orders->property("hasSide").toBool());
        orders->setProperty("formShown", false);
        QVERIFY(!orders->property("hasSide").toBool());
    }

    void each_page_is_reached_and_left() {
        for (const auto& page : names("pages")) {
            run(u"go."_s + page);
            QCOMPARE(seat_->seat()->property("screen").toString(), page);
            for (const auto* one : objects("pages"))
                if (one->property("name") == page && page != u"map")
                    QVERIFY2(one->property("item").value<QObject*>(), qPrintable(page));
            seat_->key(Qt::Key_Escape);
            QTRY_COMPARE(seat_->seat()->property("screen").toString(), u"map"_s);
        }
    }

    void what_nobody_knows_is_no_error() {
        for (const auto* function : {"open", "show"})
            QMetaObject::invokeMethod(seat_->seat(), function, Q_ARG(QString, u"spaceship"_s),
                                      Q_ARG(QString, u"1"_s));
        run(u"spaceship.launch"_s);
        run(u"go.spaceship"_s);
        QCOMPARE(seat_->seat()->property("screen").toString(), u"map"_s);
    }

    /// What has the same rank stands as it was declared.
    void layers_stand_as_declared() {
        QStringList layers;
        const auto list = seat_->part("map")->property("layers").value<QJSValue>();
        for (quint32 at = 0; at < list.property(u"length"_s).toUInt(); ++at)
            layers.append(list.property(at).property(u"name"_s).toString());
        const QStringList wanted{u"risk"_s, u"supply"_s, u"rescue_force"_s, u"shelter"_s,
                                 u"camera"_s};
        QStringList found;
        for (const auto& layer : layers)
            if (wanted.contains(layer))
                found.append(layer);
        QCOMPARE(found, wanted);
    }

    void each_part_gives_pictures_of_its_own() {
        QMetaObject::invokeMethod(seat_->seat(), "makePictures");
        const QQmlListReference pictures(seat_->seat(), "pictures");
        QSet<QString> all;
        int rank = 0;
        for (qsizetype at = 0; at < pictures.count(); ++at) {
            all.insert(pictures.at(at)->property("name").toString());
            QVERIFY(pictures.at(at)->property("rank").toInt() >= rank);
            rank = pictures.at(at)->property("rank").toInt();
        }
        QCOMPARE(all.size(), pictures.count());
        for (qsizetype at = 0; at < pictures.count(); ++at)
            if (pictures.at(at)->property("name") == u"orders"_s)
                QCOMPARE(pictures.at(at + 1)->property("name").toString(), u"supervisions"_s);
        for (const auto* wanted : {"map", "map-order", "map-shelter", "camera", "duty", "alarms",
                                   "command-bar", "system-link", "offline", "light"})
            QVERIFY2(all.contains(QLatin1String(wanted)), wanted);
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    PartsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "parts_test.moc"
