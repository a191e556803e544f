// Linkage through a real hub that is killed in between: a rule puts the cameras around an order
// onto the wall once, and all goes back once when the order is over.
#include "tests/support/hub_under_test.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using chengyun::test::HubUnderTest;

class LinkageFlowTest : public QObject {
    Q_OBJECT
    HubUnderTest hub_;
    QByteArray commander_, admin_;
    QString wall_, screen_, unit_;
    QJsonObject camera_;

    QJsonArray items(const QString& path, const QByteArray& token = {}) {
        return hub_.get(path, token.isEmpty() ? commander_ : token).json()["items"_L1].toArray();
    }
    /// The kinds of what stands on the screen of the rule.
    QStringList shown() {
        QStringList kinds;
        for (const auto& screen : hub_.get(u"/api/v1/walls/%1/board"_s.arg(wall_), commander_)
                                      .json()["screens"_L1]
                                      .toArray())
            if (screen["screen"_L1].toString() == screen_)
                for (const auto& pane : screen["panes"_L1].toArray())
                    kinds << pane["content"_L1]["kind"_L1].toString();
        return kinds;
    }
    bool isLinked() {
        const auto kinds = shown();
        return kinds.startsWith(u"map"_s) && kinds.contains(u"camera"_s) &&
               kinds.endsWith(u"order"_s);
    }
    int told(const QString& kind) {
        return int(items(u"/api/v1/journal/search?limit=200&kinds="_s + kind, admin_).size());
    }
    void startAgain() {
        hub_.kill();
        QVERIFY2(hub_.start(), hub_.log().constData());
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub_.start(), hub_.log().constData());
        commander_ = hub_.signIn(u"commander"_s);
        admin_ = hub_.signIn(u"admin"_s);
        for (const auto& one : items(u"/api/v1/resources?layer=camera&limit=500"_s))
            if (!one["stream"_L1].toString().isEmpty())
                camera_ = one.toObject();
        unit_ = items(u"/api/v1/units?limit=1"_s)[0]["id"_L1].toString();
        QVERIFY(!camera_.isEmpty() && !unit_.isEmpty());
    }

    void a_rule_is_proposed_and_off() {
        const auto rules = items(u"/api/v1/linkage_rules"_s);
        QCOMPARE(rules.size(), 1);
        auto rule = rules[0].toObject();
        QCOMPARE(rule["on"_L1].toBool(), false);
        wall_ = rule["wall"_L1].toString();
        screen_ = rule["screen"_L1].toString();
        // What it would have shown is told without anything being kept.
        const auto trial = hub_.request("POST", u"/api/v1/linkage_rules/trial"_s, commander_,
                                        QJsonDocument(rule).toJson());
        QCOMPARE(trial.status, 200);
        QVERIFY(trial.json()["items"_L1].isArray());
        rule["on"_L1] = true;
        QCOMPARE(hub_.command("PUT", u"/api/v1/linkage_rules/"_s + rule["id"_L1].toString(),
                              commander_, rule)
                     .status,
                 200);
    }

    void an_order_comes_onto_the_wall_and_goes_back_once() {
        const auto before = shown();
        const auto id = QString::fromLatin1(chengyun::test::newKey());
        const QJsonObject order{
            {"id"_L1, id},
            {"title"_L1, u"内涝"_s},
            {"text"_L1, u"积水"_s},
            {"kind"_L1, "flood"_L1},
            {"level"_L1, "II"_L1},
            {"place"_L1, camera_["place"_L1]},
            {"limits"_L1,
             QJsonObject{{"acknowledge"_L1, 10}, {"report"_L1, 60}, {"complete"_L1, 240}}},
            {"recipients"_L1, QJsonArray{QJsonObject{{"unit"_L1, unit_}, {"role"_L1, "lead"_L1}}}}};
        const auto issued = hub_.command("POST", u"/api/v1/orders"_s, commander_, order);
        QVERIFY2(issued.status == 200, issued.body.constData());
        startAgain(); // perhaps before the rule has been followed
        QTRY_VERIFY_WITH_TIMEOUT(isLinked(), 20000);
        startAgain();
        QTRY_VERIFY_WITH_TIMEOUT(isLinked(), 20000);
        QCOMPARE(told(u"linkage.shown"_s), 1);

        QCOMPARE(hub_.command("POST", u"/api/v1/orders/%1/withdraw"_s.arg(id), commander_,
                              {{"reason"_L1, u"误报"_s}})
                     .status,
                 200);
        startAgain();
        QTRY_COMPARE_WITH_TIMEOUT(shown(), before, 20000);
        startAgain();
        QCOMPARE(shown(), before);
        QCOMPARE(told(u"linkage.shown"_s), 1);
        QCOMPARE(told(u"linkage.back"_s), 1);
    }
};

QTEST_GUILESS_MAIN(LinkageFlowTest)
#include "linkage_hub_test.moc"
