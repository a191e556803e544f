// The controls that every screen is made of, each by itself: what they do where the room is short.
#include "app/icons/icon_provider.h"
#include "app/screens/warning_count.h"

#include <QApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QtQuickTest/quicktest.h>

#include <cmath>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

/// Visible items of this QML type or of one made from it.
QList<QQuickItem*> all(QQuickItem* root, const char* type) {
    QList<QQuickItem*> found;
    if (!root->isVisible())
        return found;
    for (const auto* meta = root->metaObject(); meta; meta = meta->superClass())
        if (QByteArray(meta->className()).startsWith(type)) {
            found.append(root);
            break;
        }
    for (auto* child : root->childItems())
        found += all(child, type);
    return found;
}

QRectF placeOf(QQuickItem* item) {
    return item->mapRectToScene({0, 0, item->width(), item->height()});
}

double luminance(QColor color) {
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) +
           0.0722 * part(color.blueF());
}

double contrast(QColor a, QColor b) {
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor over(QColor top, QColor bottom) {
    const auto mix = [a = top.alphaF()](float t, float b) { return t * a + b * (1 - a); };
    return QColor::fromRgbF(mix(top.redF(), bottom.redF()), mix(top.greenF(), bottom.greenF()),
                            mix(top.blueF(), bottom.blueF()));
}

} // namespace

class ControlsTest : public QObject {
    Q_OBJECT

    /// What this QML makes, at the upper left of the window.
    QQuickItem* show(const QString& qml) {
        QQmlComponent component(&engine_);
        component.setData("import QtQuick\nimport Chengyun.Style\nimport Chengyun.Controls\n"
                          "import Chengyun.Shell\nimport Chengyun.Orders\n" +
                              qml.toUtf8(),
                          {});
        item_.reset(qobject_cast<QQuickItem*>(component.create()));
        if (!item_)
            qFatal("%s", qPrintable(component.errorString()));
        item_->setParentItem(window_.contentItem());
        if (!QQuickTest::qWaitForPolish(&window_))
            qFatal("not drawn");
        return item_.get();
    }
    void point(QQuickItem* item) {
        const auto at = placeOf(item).center().toPoint();
        QTest::mouseMove(&window_, at - QPoint(1, 0));
        QTest::mouseMove(&window_, at);
    }
    QQuickItem* hint() {
        for (auto* child : window_.contentItem()->childItems())
            for (auto* popup : child->childItems())
                if (QByteArray(popup->metaObject()->className()).contains("PopupItem") &&
                    popup->isVisible() && popup->opacity() > 0)
                    return popup;
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() {
        engine_.addImageProvider(u"icon"_s, new IconProvider);
        window_.setGeometry(0, 0, 800, 600);
        window_.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window_));
    }
    void cleanup() {
        QTest::mouseMove(&window_, {790, 590});
        item_.reset();
        QCOMPARE(warnings_.lines(), QStringList());
    }

    void what_is_for_later_is_made_once_and_when_it_is_wanted_data() {
        QTest::addColumn<bool>("asked");
        QTest::newRow("somebody asks for it") << true;
        QTest::newRow("it is to be seen") << false;
    }
    void what_is_for_later_is_made_once_and_when_it_is_wanted() {
        QFETCH(bool, asked);
        auto* later = show(u"Later { Rectangle { implicitWidth: 40; implicitHeight: 20 } }"_s);
        const auto item = [&] { return later->property("item").value<QObject*>(); };
        const auto get = [&] {
            QObject* made = nullptr;
            QMetaObject::invokeMethod(later, "get", Q_RETURN_ARG(QObject*, made));
            return made;
        };
        QVERIFY(!item());
        later->setProperty("wanted", false);
        QVERIFY(!item());
        if (asked)
            QVERIFY(get());
        else
            later->setProperty("wanted", true);
        auto* made = item();
        QVERIFY(made);
        QCOMPARE(later->width(), 40.0);
        later->setProperty("wanted", false); // what it holds is kept
        QCOMPARE(item(), made);
        QCOMPARE(get(), made);
    }

    void a_hint_is_not_over_what_it_explains_data() {
        QTest::addColumn<int>("y");
        QTest::newRow("at the upper edge") << 0;
        QTest::newRow("a little below it") << 10;
        QTest::newRow("in the middle") << 300;
        QTest::newRow("at the lower edge") << 560;
    }
    void a_hint_is_not_over_what_it_explains() {
        QFETCH(int, y);
        auto* button = show(
            u"IconButton { x: 300; y: %1; icon.name: \"copy\"; text: \"Copy the table\" }"_s.arg(
                y));
        point(button);
        QTRY_VERIFY(hint());
        QVERIFY2(!placeOf(hint()).intersects(placeOf(button)), "it lies over the button");
    }

    /// Two names that differ only at their ends are told apart, and read whole on hover.
    void a_long_name_keeps_both_ends() {
        auto* both =
            show(u"Column { NameLabel { width: 120; text: \"云汀区柳堤街道应急救援中队一分队\" } "
                 "NameLabel { width: 120; text: \"云汀区柳堤街道应急救援中队二分队\" } }"_s);
        const auto names = all(both, "NameLabel");
        QCOMPARE(names.size(), 2);
        QVERIFY(names[0]->property("truncated").toBool());
        QCOMPARE(names[0]->property("elide").toInt(), int(Qt::ElideMiddle));
        const auto drawn = [&](QQuickItem* name) {
            return window_.grabWindow().copy(placeOf(name).toRect());
        };
        QVERIFY(drawn(names[0]) != drawn(names[1]));
        point(names[1]);
        QTRY_VERIFY(hint());
        QVERIFY(!placeOf(hint()).intersects(placeOf(names[1])));
    }

    void keys_without_room_stand_in_a_menu_data() {
        QTest::addColumn<int>("commands");
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("all");
        QTest::newRow("few") << 3 << 800 << true;
        QTest::newRow("many") << 20 << 800 << false;
        QTest::newRow("few in a narrow window") << 5 << 300 << false;
        QTest::newRow("hardly any room") << 5 << 120 << false;
    }
    void keys_without_room_stand_in_a_menu() {
        QFETCH(int, commands);
        QFETCH(int, width);
        QFETCH(bool, all);
        auto* bar = show(
            u"FootBar { width: %1; commands: Array.from({length: %2}, (_, i) => ({keyText: 'F' + i, hint: 'command ' + i, run: () => {}})) }"_s
                .arg(width)
                .arg(commands));
        const int fitting = bar->property("fitting").toInt();
        QCOMPARE(fitting == commands, all);
        for (auto* hint : ::all(bar, "KeyHint"))
            QVERIFY(placeOf(hint).right() <= std::max(width, 150));
        const auto more = ::all(bar, "IconButton");
        QCOMPARE(more.isEmpty(), all);
        if (!all && width > 200)
            QVERIFY(placeOf(more[0]).right() <= width);
    }

    void a_rail_of_many_screens_is_reached_whole_data() {
        QTest::addColumn<int>("pages");
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("scrolls");
        QTest::newRow("few") << 5 << 600 << false;
        QTest::newRow("shorter") << 11 << 600 << false;
        QTest::newRow("too many") << 16 << 600 << true;
    }
    void a_rail_of_many_screens_is_reached_whole() {
        QFETCH(int, pages);
        QFETCH(int, height);
        QFETCH(bool, scrolls);
        auto* rail = show(
            u"NavRail { width: 64; height: %1; pages: Array.from({length: %2}, (_, i) => ({name: 'p' + i, title: 'Page ' + i, icon: 'map', badge: 0, apart: i === %2 - 1})) }"_s
                .arg(height)
                .arg(pages));
        const auto buttons = all(rail, "NavButton");
        QCOMPARE(buttons.size(), pages);
        auto* flick = all(rail, "QQuickFlickable").constFirst();
        QCOMPARE(flick->property("interactive").toBool(), scrolls);
        const auto last = placeOf(buttons[pages - 1]); // the one apart: below, whatever scrolls
        QVERIFY(last.bottom() <= height);
        QVERIFY(placeOf(flick).bottom() <= last.top());
        rail->setProperty("screen", u"p%1"_s.arg(pages - 2));
        QVERIFY(placeOf(flick).contains(placeOf(buttons[pages - 2]).adjusted(0, 1, 0, -1)));
    }

    void news_do_not_move_each_other() {
        auto* stack = show(u"Item { width: 800; height: 600; property alias stack: stack; "
                           "ToastStack { id: stack; anchors.bottom: parent.bottom } }"_s)
                          ->property("stack")
                          .value<QQuickItem*>();
        const auto say = [&](const QString& text) {
            QMetaObject::invokeMethod(stack, "show", Q_ARG(QString, text), Q_ARG(bool, true));
            QVERIFY(QQuickTest::qWaitForPolish(&window_));
        };
        const auto placeOfText = [&](const QString& text) {
            for (auto* child : stack->childItems())
                if (child->property("words").toString() == text && child->opacity() > 0)
                    return placeOf(child);
            return QRectF();
        };
        say(u"first"_s);
        const auto first = placeOfText(u"first"_s);
        say(u"second"_s);
        say(u"third"_s);
        QCOMPARE(placeOfText(u"first"_s), first);
        const auto third = placeOfText(u"third"_s);
        QMetaObject::invokeMethod(stack, "close", Q_ARG(int, 1)); // the one in the middle
        QVERIFY(QQuickTest::qWaitForPolish(&window_));
        QVERIFY(placeOfText(u"second"_s).isNull());
        QCOMPARE(placeOfText(u"first"_s), first);
        QCOMPARE(placeOfText(u"third"_s), third);
    }

    void captions_are_read_on_every_picture_data() {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QColor>("picture");
        for (const bool dark : {true, false}) {
            QTest::addRow("snow, %s", dark ? "dark" : "light") << dark << QColor(Qt::white);
            QTest::addRow("night, %s", dark ? "dark" : "light") << dark << QColor(Qt::black);
        }
    }
    void captions_are_read_on_every_picture() {
        QFETCH(bool, dark);
        QFETCH(QColor, picture);
        auto* theme = engine_.singletonInstance<QObject*>("Chengyun.Style", "Theme");
        theme->setProperty("dark", dark);
        const auto token = [&](const char* name) { return theme->property(name).value<QColor>(); };
        const auto ground = over(token("captionGround"), picture);
        QVERIFY(contrast(token("caption"), ground) >= 4.5);
        QVERIFY(contrast(token("captionQuiet"), ground) >= 4.5);
        theme->setProperty("dark", true);
    }

    /// Each act has a sign of its own, and the sign is there.
    /// What is typed counts as what is stepped does, however many digits it has.
    void a_typed_number_counts_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("value");
        QTest::newRow("two digits") << u"30"_s << 30;
        QTest::newRow("four digits") << u"1440"_s << 1440;
        QTest::newRow("six digits") << u"123456"_s << 123456;
        QTest::newRow("the first digit alone is too small") << u"20"_s << 20;
    }
    void a_typed_number_counts() {
        QFETCH(QString, typed);
        QFETCH(int, value);
        auto* box = show(u"SpinBox { property int told: -1; from: 10; to: 200000; value: 1500\n"
                         "onValueModified: told = value }"_s);
        QCOMPARE(box->property("value").toInt(), 1500);
        QCOMPARE(box->property("displayText").toString(), u"1500"_s);
        box->forceActiveFocus();
        QTest::keyClick(&window_, Qt::Key_A, Qt::ControlModifier);
        for (const auto digit : typed)
            QTest::keyClick(&window_, digit.toLatin1());
        QCOMPARE(box->property("value").toInt(), value);
        QCOMPARE(box->property("told").toInt(), value);
        QTest::keyClick(&window_, Qt::Key_Up);
        QCOMPARE(box->property("told").toInt(), value + 1);
    }

    void one_sign_one_act() {
        auto* menu = show(u"ActMenu {}"_s);
        const auto icons = menu->property("iconsOf").toMap();
        QVERIFY(icons.size() >= 14);
        QSet<QString> names;
        for (const auto& icon : icons) {
            names.insert(icon.toString());
            QVERIFY2(QFile::exists(u":/chengyun/icons/%1.svg"_s.arg(icon.toString())),
                     qPrintable(icon.toString()));
        }
        QCOMPARE(names.size(), icons.size());
        // What copies, goes on from an order, closes a panel or brings back is none of them.
        for (const auto& other : {u"copy"_s, u"further"_s, u"close"_s, u"undo"_s, u"check"_s})
            QVERIFY2(!names.contains(other), qPrintable(other));
    }

private:
    QQmlEngine engine_;
    QQuickWindow window_;
    std::unique_ptr<QQuickItem> item_;
    WarningCount warnings_;
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    ControlsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "controls_test.moc"
