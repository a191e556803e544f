// Hands at walls: those of others as the live lane tells them, and one's own as the hub gets it.
#include "app/wall/wall_hands.h"
#include "app/wall/wall_model.h"
#include "app/wall/wall_store.h"
#include "tests/app/capability/shared_desk.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/wall/wall_hall.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::test;
using namespace Qt::StringLiterals;
using console::WallHands;
using console::WallModel;

namespace {

const QString wall = QString::fromStdString(wallId);

/// A live value as the hub tells it.
std::string told(const std::string& account, const std::string& hand, int at = 1) {
    return R"({"key":")" + wallId + "/" + account + R"(","subject":")" + wallId + R"(","at":)" +
           std::to_string(at) + R"(,"value":)" + hand + "}";
}
const std::string left =
    R"({"x":-1,"y":-1,"screen":"左","cell":0,"options":{"zoom":"2"},"name":"李"})";

} // namespace

class WallHandsTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    std::unique_ptr<FakeHub> hub_;
    std::unique_ptr<SharedDesk> desk_;
    std::unique_ptr<console::WallStore> store_;
    std::unique_ptr<WallHands> hands_;
    std::unique_ptr<WallModel> model_;

    void tell(const std::string& changes) {
        hub_->pushLive(QByteArray::fromStdString(R"([{"id":1,)" + changes + "}]"));
    }
    [[nodiscard]] QStringList pointing() const {
        QStringList all;
        for (int row = 0; row < hands_->rowCount(); ++row) {
            const auto at = hands_->index(row);
            all << at.data(WallHands::NameRole).toString() + u' ' +
                       at.data(WallHands::XRole).toString() + u',' +
                       at.data(WallHands::YRole).toString();
            if (at.data(WallHands::WallRole).toString() != wall)
                return {u"another wall"_s};
        }
        return all;
    }
    [[nodiscard]] QVariantMap options(const QString& screen, int cell) const {
        return model_->at(model_->rowOf(screen, cell))[u"content"_s].toMap()[u"options"_s].toMap();
    }
    /// The last hand that the hub was told of.
    [[nodiscard]] WallHand sent() const {
        const auto read =
            json::read<WallHand>(hub_->carriedOut.value(hub_->carriedOut.size() - 1).toStdString());
        return read ? *read : WallHand{-9, -9, {}, -9, {}};
    }

private Q_SLOTS:
    void init() {
        hub_ = std::make_unique<FakeHub>();
        hub_->snapshot = wallHall();
        hub_->up();
        desk_ = std::make_unique<SharedDesk>(folder_.path());
        store_ = std::make_unique<console::WallStore>(desk_->feed);
        hands_ = std::make_unique<WallHands>(desk_->live, desk_->link);
        model_ = std::make_unique<WallModel>();
        model_->setStore(store_.get());
        model_->setWall(wall);
        model_->setHands(hands_.get());
        hands_->setWalls({wall});
        desk_->session.signIn(hub_->url().toString(), u"wang"_s, u"right"_s);
        QTRY_COMPARE(hub_->live.size(), 1);
        QTRY_COMPARE(model_->rowCount(), 3);
        hub_->carriedOut.clear();
        hub_->paths.clear();
    }
    void cleanup() {
        model_.reset();
        hands_.reset();
        store_.reset();
        desk_.reset();
        hub_.reset();
    }

    void others_point_and_move() {
        const QAbstractItemModelTester tester(hands_.get());
        tell(R"("set":[)" +
             told("a", R"({"x":5,"y":6,"screen":"","cell":-1,"options":{},"name":"王"})") + "," +
             told("b", left) + "]");
        QTRY_COMPARE(pointing(), QStringList{u"王 5,6"_s});
        QCOMPARE(options(u"左"_s, 0), (QVariantMap{{u"zoom"_s, u"2"_s}}));
        QCOMPARE(options(u"左"_s, 3), QVariantMap());
        tell(R"("gone":[")" + wallId + R"(/a",")" + wallId + R"(/b"])");
        QTRY_COMPARE(pointing(), QStringList());
        QCOMPARE(options(u"左"_s, 0), QVariantMap());
    }

    void the_hand_that_came_last_moves_the_pane() {
        auto other = left;
        other.replace(other.find("\"2\""), 3, "\"3\"");
        tell(R"("set":[)" + told("b", left, 9) + "," + told("a", other, 8) + "]");
        QTRY_COMPARE(options(u"左"_s, 0), (QVariantMap{{u"zoom"_s, u"2"_s}}));
        tell(R"("set":[)" + told("a", other, 10) + "]");
        QTRY_COMPARE(options(u"左"_s, 0), (QVariantMap{{u"zoom"_s, u"3"_s}}));
    }

    /// It is under one's own mouse already.
    void ones_own_hand_is_not_shown() {
        const auto own = desk_->link.identity().account.toStdString();
        tell(R"("set":[)" + told(own, left) + "," +
             told("z", R"({"x":1,"y":2,"screen":"","cell":-1,"options":{},"name":"丁"})") + "]");
        QTRY_COMPARE(pointing(), QStringList{u"丁 1,2"_s});
        QCOMPARE(options(u"左"_s, 0), QVariantMap());
    }

    /// Many moves are few words, and the last of them arrives.
    void ones_own_hand_is_told() {
        for (int x = 0; x <= 500; ++x)
            hands_->point(wall, QPointF(x + 0.4, 7));
        hands_->move(wall, u"左"_s, 0, {{u"zoom"_s, u"2.5"_s}});
        QTRY_COMPARE(sent(), (WallHand{500, 7, "左", 0, {{"zoom", "2.5"}}}));
        QVERIFY2(hub_->carriedOut.size() < 10,
                 qPrintable(QString::number(hub_->carriedOut.size())));
        QVERIFY(hub_->paths.constLast().contains("/walls/" + wall.toUtf8() + "/hand"));
        hands_->letGo();
        QTRY_COMPARE(sent(), WallHand());
    }

    void a_refusal_is_said_and_lets_go() {
        QSignalSpy refused(hands_.get(), &WallHands::refused);
        hub_->refuseStatus = 409;
        hub_->refuseKind = "wrong_state";
        hands_->point(wall, {1, 1});
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(!refused[0][0].toString().isEmpty());
        hub_->refuseStatus = 0;
        hands_->letGo(); // it has, and says nothing
        hands_->point(wall, {3, 4});
        QTRY_COMPARE(hub_->carriedOut.size(), 1);
        QCOMPARE(sent(), (WallHand{3, 4, {}, -1, {}}));
    }
};

QTEST_GUILESS_MAIN(WallHandsTest)
#include "wall_hands_test.moc"
