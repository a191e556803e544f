// The window comes back where it was: on its screen, also when it filled that one.
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

QVariantMap screen(int x, int width) {
    return {{u"virtualX"_s, x},
            {u"virtualY"_s, 0},
            {u"width"_s, width},
            {u"height"_s, 1080},
            {u"desktopAvailableWidth"_s, 4480},
            {u"desktopAvailableHeight"_s, 1080}};
}

/// A keeper with its window, as at one start of the console.
struct Start {
    QQmlEngine engine;
    std::unique_ptr<QObject> window, keeper;

    Start(const QString& folder, const QVariantList& screens) {
        QQmlComponent plain(&engine);
        plain.setData("import QtQuick\nWindow { minimumWidth: 1024; minimumHeight: 640 }", {});
        window.reset(plain.create());
        QQmlComponent component(&engine, "Chengyun.Shell", "WindowKeeper");
        keeper.reset(component.createWithInitialProperties(
            {{u"window"_s, QVariant::fromValue(window.get())},
             {u"location"_s, QUrl::fromLocalFile(folder + u"/seat.ini"_s)},
             {u"screens"_s, screens}}));
        if (!window || !keeper)
            qFatal("%s", qPrintable(component.errorString()));
    }
    [[nodiscard]] QQuickWindow& shown() const { return *qobject_cast<QQuickWindow*>(window.get()); }
    void keep(bool fills, QRect at) const {
        QMetaObject::invokeMethod(keeper.get(), "keep", Q_ARG(bool, fills), Q_ARG(int, at.x()),
                                  Q_ARG(int, at.y()), Q_ARG(int, at.width()),
                                  Q_ARG(int, at.height()));
    }
    /// Where the settings have it: what restore() gives the window before it is shown.
    [[nodiscard]] QRect kept() const {
        const auto* settings = keeper->property("settings").value<QObject*>();
        return {settings->property("x").toInt(), settings->property("y").toInt(),
                settings->property("width").toInt(), settings->property("height").toInt()};
    }
};

} // namespace

class WindowKeeperTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void comes_back_on_its_screen_data() {
        QTest::addColumn<QRect>("stood"); ///< before; empty: never but filling a screen
        QTest::addColumn<QRect>("filled");
        QTest::addColumn<QRect>("wanted");
        const QRect first(0, 0, 1920, 1080), second(1920, 0, 2560, 1080);
        const QRect window(200, 100, 1400, 800);
        QTest::newRow("fills the first") << window << first << window;
        QTest::newRow("fills the second") << window << second << QRect(2500, 140, 1400, 800);
        QTest::newRow("always filled the second")
            << QRect() << second << QRect(2240, 0, 1920, 1080);
        QTest::newRow("stands on the second")
            << QRect(2000, 100, 1400, 800) << QRect() << QRect(2000, 100, 1400, 800);
    }
    void comes_back_on_its_screen() {
        QFETCH(QRect, stood);
        QFETCH(QRect, filled);
        QFETCH(QRect, wanted);
        QTemporaryDir folder;
        const QVariantList both{screen(0, 1920), screen(1920, 2560)};
        {
            const Start start(folder.path(), both);
            if (!stood.isEmpty())
                start.keep(false, stood);
            if (!filled.isEmpty())
                start.keep(true, filled);
        }
        Start again(folder.path(), both);
        QCOMPARE(again.kept(), wanted);
        // Where it is put before the window system hears of it.
        QPoint put;
        connect(&again.shown(), &QWindow::visibilityChanged, this,
                [&] { put = put.isNull() ? again.shown().position() : put; });
        QMetaObject::invokeMethod(again.keeper.get(), "restore");
        QCOMPARE(put, wanted.topLeft());
        const auto* settings = again.keeper->property("settings").value<QObject*>();
        QCOMPARE(settings->property("maximized").toBool(), !filled.isEmpty());
    }

    void a_screen_that_is_gone_is_not_missed() {
        QTemporaryDir folder;
        Start(folder.path(), {screen(0, 1920), screen(1920, 2560)})
            .keep(true, {1920, 0, 2560, 1080});
        Start again(folder.path(), {screen(0, 1920)});
        QMetaObject::invokeMethod(again.keeper.get(), "restore");
        QVERIFY(again.shown().x() < 1920);
    }
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    WindowKeeperTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "window_keeper_test.moc"
