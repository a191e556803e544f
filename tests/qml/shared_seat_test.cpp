// One seat and the people who sit down at it one after another, with a real hub.
#include "tests/qml/test_seat.h"
#include "tests/support/hub_under_test.h"

#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/orders/draft_texts.h"
#include "app/orders/order_actions.h"
#include "app/orders/order_draft.h"
#include "app/orders/order_store.h"
#include "app/resources/resource_store.h"
#include "app/screens/cut_line.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QQuickItem>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace chengyun::console;
using chengyun::test::HubUnderTest;

namespace {

/// A seat of one house whose line to the hub can be cut.
struct House {
    explicit House(HubUnderTest& hub) : line(hub.url({})), seat(false) {}

    template <class T>
    T& part(const char* name) {
        return *qobject_cast<T*>(seat.made(name));
    }
    Session& session() { return seat.hall->session(); }
    Outbox& outbox() { return part<Outbox>("outbox"); }
    OrderDraft& draft() { return part<OrderDraft>("orders.draft"); }
    bool signIn(const QString& name, const QString& password) {
        session().signIn(line.url().toString(), name, password);
        return QTest::qWaitFor(
            [&] {
                return session().isOnline() &&
                       !part<ResourceStore>("resources.store").units().empty();
            },
            20000);
    }
    /// A draft that can be issued.
    void write(const QString& title) {
        draft().start();
        draft().setTitle(title);
        draft().setKind(u"waterlogging"_s);
        const auto& resources = part<ResourceStore>("resources.store");
        for (const auto& unit : resources.units()) {
            const auto* resource = resources.resource(unit.resource);
            if (unit.state == chengyun::Availability::unavailable ||
                (resource && resource->state == chengyun::Availability::unavailable))
                continue;
            draft().recipients()->add(QString::fromStdString(unit.id));
            return;
        }
    }
    /// The system page in both languages, as pictures into $CHENGYUN_PICTURES when that is set.
    void show(const QString& name) {
        const auto folder = qEnvironmentVariable("CHENGYUN_PICTURES");
        if (folder.isEmpty())
            return;
        seat.seat()->setProperty("systemPage", u"link"_s);
        seat.seat()->setProperty("screen", u"system"_s);
        for (const auto& language : {u"zh_CN"_s, u"en"_s}) {
            seat.languages->use(language);
            QTest::qWait(1500);
            seat.window().grabWindow().save(folder + u'/' + name + u'-' + language + u".png"_s);
        }
        seat.languages->use(u"zh_CN"_s);
        seat.seat()->setProperty("screen", u"map"_s);
    }

    CutLine line;
    TestSeat seat;
};

QJsonObject orderOf(HubUnderTest& hub, const QByteArray& token, const QString& title) {
    const auto orders = hub.get(u"/api/v1/snapshot"_s, token).json()["orders"_L1].toArray();
    for (const auto& order : orders)
        if (order["title"_L1] == title)
            return order.toObject();
    return {};
}

QByteArray accountOf(HubUnderTest& hub, const QByteArray& token) {
    return hub.get(u"/api/v1/me"_s, token).json()["id"_L1].toString().toLatin1();
}

} // namespace

class SharedSeatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsAndWhatIsWrittenIsItsOwners() {
        HubUnderTest hub;
        QVERIFY2(hub.start(), hub.log().constData());
        const auto commander = hub.signIn(u"commander"_s);
        const auto operatorId = accountOf(hub, hub.signIn(u"operator"_s));
        House house(hub);
        QVERIFY(QTest::qWaitForWindowExposed(&house.seat.window()));
        QVERIFY(house.signIn(u"operator"_s, hub.password(u"operator"_s)));

        // The link is cut; an order waits, another is being written, and a report.
        house.line.cut();
        QTRY_VERIFY(!house.session().isOnline());
        house.write(u"A 的指令"_s);
        QVERIFY2(house.draft().issue(), qPrintable(house.draft().problemText()));
        QTRY_COMPARE(house.outbox().waiting(), 1);
        house.write(u"A 的草稿"_s);
        auto& texts = house.part<DraftTexts>("orders.texts");
        texts.setText(u"x/report"_s, u"写到一半"_s);
        house.show(u"1-A-waits"_s);

        // Meanwhile the password is changed elsewhere, which ends every session of A.
        QJsonObject change{{"old_password"_L1, hub.password(u"operator"_s)},
                           {"new_password"_L1, u"Another-One-2026"_s}};
        QCOMPARE(hub.request("POST", u"/api/v1/me/password"_s, hub.signIn(u"operator"_s),
                             QJsonDocument(change).toJson())
                     .status,
                 200);
        house.line.mend();
        house.session().retry();
        QTRY_COMPARE_WITH_TIMEOUT(house.session().state(), Session::State::Expired, 20000);

        // B sits down.
        QVERIFY(house.signIn(u"commander"_s, hub.password(u"commander"_s)));
        QCOMPARE(house.outbox().others(), 1);
        QCOMPARE(house.outbox().count(), 0);
        QVERIFY(!house.draft().isActive());
        QVERIFY(texts.text(u"x/report"_s).isEmpty());
        house.show(u"2-B-sees"_s);
        house.write(u"B 的指令"_s);
        QVERIFY(house.draft().issue());
        QTRY_VERIFY(!orderOf(hub, commander, u"B 的指令"_s).isEmpty());
        QVERIFY(orderOf(hub, commander, u"A 的指令"_s).isEmpty());
        house.session().signOut();

        // A is back.
        QVERIFY(house.signIn(u"operator"_s, u"Another-One-2026"_s));
        QTRY_VERIFY(!orderOf(hub, commander, u"A 的指令"_s).isEmpty());
        QCOMPARE(orderOf(hub, commander, u"A 的指令"_s)["issued_by"_L1].toString(),
                 QString::fromLatin1(operatorId));
        QVERIFY(house.draft().isActive());
        QCOMPARE(house.draft().title(), u"A 的草稿"_s);
        QCOMPARE(texts.text(u"x/report"_s), u"写到一半"_s);
        QTRY_COMPARE(house.outbox().count(), 0);
        QCOMPARE(house.outbox().others(), 0);
        house.show(u"3-A-is-back"_s);
        QCOMPARE(house.seat.warnings.lines(), QStringList());
    }

    void aPhotoWithoutRoomHoldsUpNobody() {
        QTemporaryDir folder;
        QFile config(folder.filePath(u"hub.toml"_s));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("[attachments]\nquota_mib = 1\n");
        config.close();
        HubUnderTest hub(true, {u"--config"_s, config.fileName()});
        QVERIFY2(hub.start(), hub.log().constData());
        const auto commander = hub.signIn(u"commander"_s);
        House house(hub);
        QVERIFY(QTest::qWaitForWindowExposed(&house.seat.window()));
        QVERIFY(house.signIn(u"operator"_s, hub.password(u"operator"_s)));
        auto& actions = house.part<OrderActions>("orders.actions");
        auto& orders = house.part<OrderStore>("orders.store");

        house.write(u"带照片的"_s);
        QVERIFY(house.draft().issue());
        QTRY_VERIFY(!orderOf(hub, commander, u"带照片的"_s).isEmpty());
        const auto order = orderOf(hub, commander, u"带照片的"_s)["id"_L1].toString().toStdString();
        QTRY_VERIFY(!orders.assignmentsOf(order).empty());
        const auto assignment = QString::fromStdString(orders.assignmentsOf(order).front()->id);
        const auto state = [&] { return orders.assignmentsOf(order).front()->state; };
        QVERIFY(actions.act(assignment, u"acknowledge"_s));
        QTRY_COMPARE(state(), chengyun::AssignmentState::acknowledged);
        const auto isSaid = [&](const QString& words) {
            const auto* news = house.seat.item("SeatNews");
            return news && std::ranges::any_of(news->childItems(), [&](const QQuickItem* toast) {
                       return toast->property("words").toString().startsWith(words);
                   });
        };
        QTRY_VERIFY(isSaid(u"已发送："_s));

        // A photo that is larger than all the room there is.
        QImage noise(2000, 1500, QImage::Format_RGB32);
        for (int y = 0; y < noise.height(); ++y)
            QRandomGenerator::global()->fillRange(reinterpret_cast<quint32*>(noise.scanLine(y)),
                                                  noise.width());
        const auto photo = folder.filePath(u"noise.png"_s);
        QVERIFY(noise.save(photo));
        QVERIFY(actions.act(assignment, u"depart"_s));
        QTRY_COMPARE(state(), chengyun::AssignmentState::executing);
        QVERIFY(actions.act(
            assignment, u"report"_s,
            {{u"text"_s, u"现场情况"_s}, {u"photos"_s, QVariantList{QUrl::fromLocalFile(photo)}}}));
        // Nothing else waits for it.
        house.write(u"后来的"_s);
        QVERIFY(house.draft().issue());
        QTRY_VERIFY(!orderOf(hub, commander, u"后来的"_s).isEmpty());
        QTRY_VERIFY(house.outbox().count() > 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            !house.outbox().data(house.outbox().index(0), Outbox::FailureRole).toString().isEmpty(),
            20000);
        QVERIFY(house.session().isOnline());
        house.show(u"4-no-room"_s);
        const auto words =
            house.outbox().data(house.outbox().index(0), Outbox::FailureRole).toString();
        QVERIFY2(!words.contains(u"无法连接"_s), qPrintable(words));
        // Held or refused, it can be let go, and the words come without it.
        house.outbox().giveUp(
            house.outbox().data(house.outbox().index(0), Outbox::KeyRole).toString());
        QTRY_COMPARE_WITH_TIMEOUT(
            QString::fromStdString(orders.assignmentsOf(order).front()->last_report), u"现场情况"_s,
            20000);
        QTRY_COMPARE(house.outbox().waiting(), 0);
        house.show(u"5-words-went"_s);
        QCOMPARE(house.seat.warnings.lines(), QStringList());
    }
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    SharedSeatTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "shared_seat_test.moc"
