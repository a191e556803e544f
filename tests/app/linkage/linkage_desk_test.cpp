// Linkage at a seat: what is proposed, what is linked, and what is asked of the hub.
#include "app/linkage/linkage_capability.h"
#include "app/orders/orders_capability.h"
#include "app/resources/resources_capability.h"
#include "app/wall/wall_capability.h"
#include "core/linkage/entry_kinds.h"
#include "core/linkage/linkage_codec.h"
#include "core/order/entry_kinds.h"
#include "tests/app/capability/shared_desk.h"
#include "tests/app/wall/wall_hall.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using namespace Qt::StringLiterals;
using console::Outbox;

namespace {

constexpr Place pumps{114.15, 30.05};

LinkageRule sampleRule() {
    LinkageRule rule;
    rule.id = "0192f1a0-0000-7000-8000-00000000c001";
    rule.name = "周边摄像机上屏";
    rule.wall = wallId;
    rule.screen = "右";
    rule.version = 3;
    return rule;
}

Order orderAt(int number, Level level) {
    auto made = order(number, level, "内涝");
    made.place = pumps;
    made.resource.clear();
    return made;
}

WallLinks linksOf(const std::string& title, std::int64_t version) {
    Link link;
    link.id = "l";
    link.title = title;
    link.by_name = "王调度";
    link.priority = persons_priority;
    link.since = instant_of(hallNow);
    link.group.screen = "右";
    WallLinks links{wallId, {{"右", PresetScreen{}, ScreenBoard{}, {link, link}}}, version};
    return links;
}

struct Desk {
    QTemporaryDir folder;
    SharedDesk shared_{folder.path()};
    console::ResourcesCapability resources{shared_.shared};
    console::OrdersCapability orders{shared_.shared, resources};
    console::WallCapability wall{shared_.shared};
    console::LinkageCapability linkage{shared_.shared, resources, orders, wall};
    QString wallName = QString::fromStdString(wallId);

    explicit Desk(bool locked = false) {
        shared_.link.become(QUrl(u"http://127.0.0.1:9"_s), u"wang"_s, "t");
        auto snapshot = wallHall();
        snapshot.values<WallBoard>().front().locked = locked;
        snapshot.values<LinkageRule>() = {sampleRule()};
        snapshot.values<Order>() = {orderAt(41, Level::III)};
        snapshot.values<Assignment>().clear();
        for (int i = 0; i < 3; ++i) {
            auto camera = resource(60 + i, Layer::camera, "camera", "camera", "c",
                                   {pumps.lon + 0.001 * i, pumps.lat});
            camera.stream = "rtsp://10.0.0.1/" + std::to_string(i);
            snapshot.values<Resource>().push_back(camera);
        }
        auto risk = resource(70, Layer::risk, "flood", "下穿通道", "xctd", pumps);
        snapshot.values<Resource>().push_back(risk);
        Q_EMIT shared_.feed.loaded(shared(std::move(snapshot)));
    }
    void arrive(std::string kind, const std::string& subject, Change body) {
        auto one = entry(++seq_, std::move(kind), "order", std::move(body));
        one.id = one.subject = subject;
        Q_EMIT shared_.feed.arrived(shared(std::vector{one}));
    }
    [[nodiscard]] console::LinkageProposal& proposal() { return *linkage.proposal(); }
    QByteArray kept() {
        Outbox& outbox = shared_.outbox;
        if (!QTest::qWaitFor([&] { return outbox.rowCount() == 1; }))
            return "nothing";
        return outbox.bodyOf(outbox.data(outbox.index(0), Outbox::KeyRole).toString());
    }

private:
    std::int64_t seq_ = 100;
};

} // namespace

class LinkageDeskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_is_looked_at_is_proposed_data() {
        QTest::addColumn<QString>("thing");
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("cameras"); // -1: nothing is proposed
        QTest::newRow("an open order") << u"order"_s << 41 << 3;
        QTest::newRow("a risk") << u"resource"_s << 70 << 3;
        QTest::newRow("a camera") << u"resource"_s << 60 << -1;
        QTest::newRow("nothing") << QString() << 0 << -1;
    }
    void what_is_looked_at_is_proposed() {
        QFETCH(QString, thing);
        QFETCH(int, number);
        QFETCH(int, cameras);
        Desk desk;
        desk.proposal().look(thing, QString::fromStdString(id(number)));
        QCOMPARE(desk.proposal().about().isEmpty(), cameras < 0);
        QCOMPARE(desk.proposal().cameras(), std::max(0, cameras));
        desk.proposal().look({}, {});
        QVERIFY(desk.proposal().about().isEmpty());
    }

    void an_issued_order_is_proposed_data() {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("proposed");
        QTest::newRow("I") << int(Level::I) << true;
        QTest::newRow("II") << int(Level::II) << true;
        QTest::newRow("III") << int(Level::III) << false;
    }
    void an_issued_order_is_proposed() {
        QFETCH(int, level);
        QFETCH(bool, proposed);
        Desk desk;
        auto issued = orderAt(43, Level(level));
        Change body;
        body.values<Order>() = {issued};
        desk.arrive(std::string(entry_kind::order_issued), issued.id, body);
        QCOMPARE(!desk.proposal().about().isEmpty(), proposed);
        if (!proposed)
            return;
        desk.proposal().look({}, {}); // it was not proposed for being looked at
        QVERIFY(!desk.proposal().about().isEmpty());
        issued.closed = instant_of(hallNow);
        issued.state = OrderState::withdrawn;
        issued.version += 10;
        body.values<Order>() = {issued};
        desk.arrive(std::string(entry_kind::order_withdrawn), issued.id, body);
        QVERIFY(desk.proposal().about().isEmpty());
    }

    void commands_have_their_bodies() {
        {
            Desk desk;
            const auto about = QString::fromStdString(id(41));
            QVERIFY(desk.linkage.commands()->putUp(desk.wallName, u"右"_s, u"order"_s, about, 5));
            QVERIFY(*json::read<PutUpLink>(desk.kept().toStdString()) ==
                    (PutUpLink{"右", "order", id(41), 5}));
        }
        {
            Desk desk;
            auto map = desk.linkage.store()->rules().constFirst().toMap();
            map[u"on"_s] = true;
            map[u"kinds"_s] = QStringList{u"flood"_s};
            // Somebody else changes it meanwhile: the hub has to see which one this was.
            auto others = sampleRule();
            others.name = "others";
            others.version += 5;
            Change body;
            body.values<LinkageRule>() = {others};
            desk.arrive(std::string(entry_kind::linkage_rule_changed), others.id, body);
            QCOMPARE(desk.linkage.commands()->keepRule(map).toStdString(), sampleRule().id);
            auto expected = sampleRule();
            expected.on = true;
            expected.kinds = {"flood"};
            QVERIFY(*json::read<LinkageRule>(desk.kept().toStdString()) == expected);
        }
        {
            Desk desk;
            QVERIFY(desk.linkage.commands()->removeRule(QString::fromStdString(sampleRule().id)));
        }
    }

    void refuses_at_once() {
        Desk desk;
        auto& commands = *desk.linkage.commands();
        const auto about = QString::fromStdString(id(41));
        QVERIFY(!commands.putUp(desk.wallName, u"中"_s, u"order"_s, about, 0));
        QVERIFY(!commands.giveBack(desk.wallName, u"右"_s)); // nothing is linked there
        QVERIFY(commands.keepRule({{u"name"_s, u"x"_s}}).isEmpty());
        QVERIFY(!commands.failureText().isEmpty());
        Desk locked(true);
        QVERIFY(!locked.linkage.commands()->putUp(desk.wallName, u"右"_s, u"order"_s, about, 0));
        QVERIFY(!locked.linkage.commands()->failureText().isEmpty());
    }

    void what_is_linked_follows_the_feed() {
        Desk desk;
        QVERIFY(desk.linkage.store()->linked().isEmpty());
        Change body;
        body.values<WallLinks>() = {linksOf("2031 内涝", 5)};
        desk.arrive(std::string(entry_kind::linkage_shown), wallId, body);
        const auto linked = desk.linkage.store()->linked();
        QCOMPARE(linked.size(), 1);
        QCOMPARE(linked[0].toMap()[u"title"_s].toString(), u"2031 内涝"_s);
        QCOMPARE(linked[0].toMap()[u"waiting"_s].toInt(), 1);
        QVERIFY(desk.linkage.commands()->giveBack(desk.wallName, u"右"_s));
        desk.arrive(std::string(wall_kinds::removed), wallId, {});
        QVERIFY(desk.linkage.store()->linked().isEmpty());
        desk.arrive(std::string(entry_kind::linkage_rule_removed), sampleRule().id, {});
        QVERIFY(desk.linkage.store()->rules().isEmpty());
    }
};

QTEST_GUILESS_MAIN(LinkageDeskTest)
#include "linkage_desk_test.moc"
