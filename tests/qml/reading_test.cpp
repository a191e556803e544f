// What a screen reader finds: on every screen, what can be reached by Tab has a name, and what says
// that it can be pressed can be pressed.
#include "tests/qml/test_seat.h"

#include <QAccessible>
#include <QApplication>
#include <QQmlListReference>
#include <QQuickItem>
#include <QTest>

using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

QString typeOf(const QObject& object) {
    const auto name = QString::fromLatin1(object.metaObject()->className());
    return name.section(u"_QML"_s, 0, 0);
}

QString pathOf(const QQuickItem& item) {
    QStringList types{typeOf(item)};
    for (const auto* at = item.parentItem(); at && types.size() < 6; at = at->parentItem())
        if (const auto type = typeOf(*at); !type.startsWith(u"QQuick"_s))
            types.prepend(type);
    return types.join(u" > "_s);
}

QString nameOf(QQuickItem& item) {
    auto* read = QAccessible::queryAccessibleInterface(&item);
    return read ? read->text(QAccessible::Name) : QString();
}

bool canBePressed(QQuickItem& item, QAccessibleInterface& read) {
    auto* actions = read.actionInterface();
    const auto names = actions ? actions->actionNames() : QStringList();
    const auto press = names.count(QAccessibleActionInterface::pressAction());
    const auto toggle = names.count(QAccessibleActionInterface::toggleAction());
    if (item.inherits("QQuickAbstractButton"))
        return press + toggle > 0;
    // Qt lists an action for these roles whether anything carries it out or not, and lists it once
    // more when something does.
    switch (read.role()) {
    case QAccessible::Button:
    case QAccessible::Link:
    case QAccessible::MenuItem:
        return press > 1;
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
        return press > 1 || toggle > 1;
    default:
        return press + toggle > 0;
    }
}

bool saysItCanBePressed(QQuickItem& item, QAccessibleInterface& read) {
    switch (read.role()) {
    case QAccessible::Button:
    case QAccessible::Link:
    case QAccessible::MenuItem:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::PageTab:
    case QAccessible::ColumnHeader:
        return true;
    case QAccessible::ListItem:
        return item.activeFocusOnTab() || item.inherits("QQuickAbstractButton");
    default:
        return false;
    }
}

/// What is wrong with what can be seen from `item` on.
void look(QQuickItem& item, const QString& screen, QStringList& wrong) {
    if (!item.isVisible())
        return;
    auto* read = QAccessible::queryAccessibleInterface(&item);
    if (item.isEnabled() && item.activeFocusOnTab() && nameOf(item).isEmpty())
        wrong.append(u"%1: no name: %2"_s.arg(screen, pathOf(item)));
    if (read && saysItCanBePressed(item, *read)) {
        if (!canBePressed(item, *read))
            wrong.append(u"%1: no action: %2 “%3”"_s.arg(screen, pathOf(item), nameOf(item)));
        if (nameOf(item).isEmpty())
            wrong.append(u"%1: no name: %2"_s.arg(screen, pathOf(item)));
    }
    const auto children = item.childItems();
    for (auto* child : children)
        look(*child, screen, wrong);
}

/// The first item of that type whose name holds the words.
QQuickItem* named(QQuickItem& below, const QString& type, const QString& words) {
    if (!below.isVisible())
        return nullptr;
    if (typeOf(below) == type && nameOf(below).contains(words))
        return &below;
    const auto children = below.childItems();
    for (auto* child : children)
        if (auto* found = named(*child, type, words))
            return found;
    return nullptr;
}

void press(QQuickItem& item) {
    QAccessible::queryAccessibleInterface(&item)->actionInterface()->doAction(
        QAccessibleActionInterface::pressAction());
}

} // namespace

class ReadingTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    [[nodiscard]] QQuickItem& content() { return *seat_->window().contentItem(); }

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void init() {
        seat_ = std::make_unique<TestSeat>();
        QVERIFY(seat_->ready());
    }
    void cleanup() { seat_.reset(); }

    void every_screen_can_be_read() {
        QMetaObject::invokeMethod(seat_->seat(), "makePictures");
        const QQmlListReference pictures(seat_->seat(), "pictures");
        QVERIFY(pictures.count() > 20);
        QStringList wrong;
        for (qsizetype at = 0; at < pictures.count(); ++at) {
            auto* picture = pictures.at(at);
            if (picture->property("offline").toBool() || picture->property("moving").toBool())
                continue;
            QMetaObject::invokeMethod(picture, "entered");
            // Some wait for what this hub does not have; the screen is there all the same.
            (void)QTest::qWaitFor([&] { return picture->property("settled").toBool(); }, 500);
            QCoreApplication::processEvents();
            look(content(), picture->property("name").toString(), wrong);
            QMetaObject::invokeMethod(picture, "left");
        }
        wrong.removeDuplicates();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"\n"_s + wrong.join(u'\n')));
    }

    void the_sign_in_page_can_be_read() {
        seat_.reset(); // one window at a time counts warnings
        seat_ = std::make_unique<TestSeat>(false);
        QVERIFY(QTest::qWaitForWindowExposed(&seat_->window()));
        QTRY_VERIFY(seat_->item("SignInPage"));
        QStringList wrong;
        look(content(), u"sign-in"_s, wrong);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void a_row_of_a_table_says_what_it_shows() {
        QMetaObject::invokeMethod(seat_->seat(), "go", Q_ARG(QString, u"orders"_s));
        const auto title =
            QString::fromStdString(seat_->hub.snapshot.values<chengyun::Order>()[0].title);
        QQuickItem* table = nullptr;
        QTRY_VERIFY((table = seat_->item("OrderTable")));
        QTRY_VERIFY(named(*table, u"RowBase"_s, title));
    }

    void a_field_is_named_by_its_label() {
        seat_->key(Qt::Key_F4);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
        auto* form = seat_->item("OrderForm");
        QVERIFY(form);
        QVERIFY(named(*form, u"TextArea"_s, u"指令内容"_s));
    }

    void pressing_acts() {
        auto* hint = named(content(), u"KeyHint"_s, u"F4"_s);
        QVERIFY(hint);
        press(*hint);
        QTRY_VERIFY(seat_->part("orders")->property("formShown").toBool());
        auto* draft = seat_->made("orders.draft");
        draft->setProperty("level", u"IV"_s);
        auto* picker = seat_->item("LevelPicker");
        QVERIFY(picker);
        QQuickItem* second = nullptr;
        const auto levels = picker->childItems();
        for (auto* level : levels)
            if (level->property("index") == 1)
                second = level;
        QVERIFY(second);
        press(*second);
        QCOMPARE(draft->property("level").toString(), u"II"_s);
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    ReadingTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "reading_test.moc"
