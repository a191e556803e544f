// The proposal for a wall and the page of the rules, by mouse and keys.
#include "core/linkage/linkage_codec.h"
#include "tests/qml/test_seat.h"
#include "tests/qml/wall/wall_sample.h"

#include "app/link/session.h"

#include <QApplication>
#include <QQuickItem>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;
using namespace Qt::StringLiterals;

namespace {

const std::string ruleId = "0192f1a0-0000-7000-8000-00000000c001";

LinkageRule sampleRule() {
    LinkageRule rule;
    rule.id = ruleId;
    rule.name = "周边摄像机上屏";
    rule.wall = wallId;
    rule.screen = "1";
    rule.version = 1;
    return rule;
}

} // namespace

class LinkagePageTest : public QObject {
    Q_OBJECT
    std::unique_ptr<TestSeat> seat_;

    void begin(Role role) {
        seat_ = std::make_unique<TestSeat>(false);
        putWallInto(seat_->hub.snapshot);
        seat_->hub.snapshot.values<LinkageRule>() = {sampleRule()};
        seat_->hub.account.role = role;
        QVERIFY(
            seat_->hall->session().signInWithFile(seat_->hub.sessionFile(seat_->folder.path())));
        QVERIFY(QTest::qWaitFor([this] { return seat_->ready(); }, 60000));
    }
    void run(const QString& command) {
        QMetaObject::invokeMethod(seat_->seat(), "run", Q_ARG(QString, command),
                                  Q_ARG(QVariant, QVariant()));
    }
    [[nodiscard]] QObject* bar() const { return seat_->part("linkage.bar"); }
    [[nodiscard]] QQuickItem* page() const { return seat_->item("LinkagePage"); }
    [[nodiscard]] QObject* form() const { return page()->property("form").value<QObject*>(); }
    /// The button below `item` that shows this key.
    [[nodiscard]] static QQuickItem* button(QQuickItem* item, const QString& key) {
        if (item->property("key").toString() == key && item->isVisible())
            return item;
        for (auto* child : item->childItems())
            if (auto* found = button(child, key))
                return found;
        return nullptr;
    }
    void click(const QQuickItem* item) {
        QVERIFY(item);
        const auto middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
        QTest::mouseClick(&seat_->window(), Qt::LeftButton, Qt::NoModifier, middle.toPoint());
    }
    [[nodiscard]] QByteArray command() {
        return QTest::qWaitFor([this] { return !seat_->hub.commands.isEmpty(); }, 20000)
                   ? seat_->hub.commands.constLast()
                   : QByteArray();
    }

private Q_SLOTS:
    void cleanup() {
        const auto lines = seat_->warnings.lines();
        seat_.reset();
        QCOMPARE(lines, QStringList());
    }

    void one_key_puts_up_what_is_looked_at() {
        begin(Role::operator_);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!bar()->property("visible").toBool());
        const auto order = seat_->hub.snapshot.values<Order>().front().id;
        QMetaObject::invokeMethod(seat_->seat(), "open", Q_ARG(QString, u"order"_s),
                                  Q_ARG(QString, QString::fromStdString(order)));
        QTRY_VERIFY(bar()->property("visible").toBool());
        seat_->key(Qt::Key_F8);
        QCOMPARE(command(), QByteArray("POST /api/v1/walls/").append(wallId.c_str()) + "/link");
        const auto sent = json::read<PutUpLink>(seat_->hub.bodies.constLast().toStdString());
        QVERIFY(sent && *sent == (PutUpLink{"2", "order", order, 0}));
        QTRY_VERIFY(!bar()->property("visible").toBool());
    }

    void what_is_linked_goes_back_by_a_click() {
        begin(Role::operator_);
        if (QTest::currentTestFailed())
            return;
        Link link;
        link.title = "2031 内涝";
        link.group.screen = "1";
        Entry entry;
        entry.kind = "linkage.shown";
        entry.entity = "wall";
        entry.id = entry.subject = wallId;
        entry.body.values<WallLinks>() = {
            WallLinks{wallId, {{"1", PresetScreen{}, ScreenBoard{}, {link}}}, 9}};
        seat_->hub.push(entry);
        QTRY_VERIFY(bar()->property("visible").toBool());
        click(button(qobject_cast<QQuickItem*>(bar()), u"Shift+F8"_s));
        QCOMPARE(command(),
                 QByteArray("POST /api/v1/walls/").append(wallId.c_str()) + "/give_back");
    }

    void a_rule_is_turned_on_by_keys() {
        begin(Role::commander);
        if (QTest::currentTestFailed())
            return;
        run(u"linkage.rules"_s);
        QTRY_VERIFY(page());
        QCOMPARE(page()->property("current").toString().toStdString(), ruleId);
        // Enter leads from the list into the form; what is typed there counts at once.
        QMetaObject::invokeMethod(page()->property("rules").value<QObject*>(), "forceActiveFocus");
        seat_->key(Qt::Key_Return);
        auto* name = form()->property("nameField").value<QQuickItem*>();
        QTRY_VERIFY(name->hasActiveFocus());
        seat_->key(Qt::Key_End);
        seat_->type(u"2"_s);
        auto* box = seat_->item("CheckBox");
        QVERIFY(box);
        box->forceActiveFocus(Qt::TabFocusReason);
        seat_->key(Qt::Key_Space);
        seat_->item("SpinBox")->forceActiveFocus(Qt::TabFocusReason);
        seat_->key(Qt::Key_A, Qt::ControlModifier);
        seat_->type(u"1440"_s);
        QVERIFY(page()->property("changed").toBool());
        // Another page of the system, and back: nothing that was written is lost.
        QMetaObject::invokeMethod(seat_->seat(), "goSystem", Q_ARG(QString, u"about"_s));
        QTRY_VERIFY(!page());
        run(u"linkage.rules"_s);
        QTRY_VERIFY(page());
        QVERIFY(page()->property("changed").toBool());
        QMetaObject::invokeMethod(page(), "keep");
        QCOMPARE(command(), QByteArray("PUT /api/v1/linkage_rules/").append(ruleId.c_str()));
        const auto sent = json::read<LinkageRule>(seat_->hub.bodies.constLast().toStdString());
        auto expected = sampleRule();
        expected.name += "2";
        expected.on = true;
        expected.minutes = 1440;
        QVERIFY(sent && *sent == expected);
        // What the hub has taken is the rule from now on.
        expected.version = 9;
        Entry entry;
        entry.kind = "linkage.rule_changed";
        entry.entity = "linkage_rule";
        entry.id = entry.subject = ruleId;
        entry.body.values<LinkageRule>() = {expected};
        seat_->hub.push(entry);
        QTRY_VERIFY(!page()->property("changed").toBool());
        QCOMPARE(form()->property("rule").toMap()[u"version"_s].toInt(), 9);
    }

    void a_rule_without_a_name_is_not_sent() {
        begin(Role::commander);
        if (QTest::currentTestFailed())
            return;
        run(u"linkage.rules"_s);
        QTRY_VERIFY(page());
        QMetaObject::invokeMethod(page(), "pick", Q_ARG(QString, QString()));
        QMetaObject::invokeMethod(page(), "keep");
        QVERIFY(!form()->property("problem").toString().isEmpty());
        QVERIFY(seat_->hub.commands.isEmpty());
    }

    void an_operator_reads_rules_only() {
        begin(Role::operator_);
        if (QTest::currentTestFailed())
            return;
        run(u"linkage.rules"_s);
        QTRY_VERIFY(page());
        QVERIFY(!form()->property("enabled").toBool());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    LinkagePageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "linkage_page_test.moc"
