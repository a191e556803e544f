// What the running hub answers is what its description says. (That both have the same routes is
// tests/hub/http's.)
#include "tests/support/hub_under_test.h"
#include "tests/support/schema.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using chengyun::test::HttpAnswer;
using chengyun::test::HubUnderTest;
using chengyun::test::newKey;
using chengyun::test::schemaFault;

class OpenapiTest : public QObject {
    Q_OBJECT

    HubUnderTest hub;
    QJsonObject description;
    QByteArray operator_, unit_, admin_;
    QString order_, assignment_, unitId_, resource_, attachment_;

    QString fault(const QJsonObject& schema, const HttpAnswer& answer) const {
        return schemaFault(description, schema, QJsonDocument::fromJson(answer.body).object());
    }
    QString fault(const QString& type, const HttpAnswer& answer) const {
        return fault(QJsonObject{{"$ref"_L1, QString("#/components/schemas/"_L1 + type)}}, answer);
    }
    /// The schema a route's answer is described with.
    QJsonObject described(const QString& method, const QString& path) const {
        return description["paths"_L1][path][method]["responses"_L1]["200"_L1]["content"_L1]
                          ["application/json"_L1]["schema"_L1]
                              .toObject();
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(hub.start(), hub.log().constData());
        const auto answer = hub.get(u"/api/v1/openapi.json"_s);
        QCOMPARE(answer.status, 200);
        description = answer.json();
        QCOMPARE(description["openapi"_L1].toString(), u"3.1.0"_s);
        operator_ = hub.signIn(u"operator"_s);
        unit_ = hub.signIn(u"unit"_s);
        admin_ = hub.signIn(u"admin"_s);
        unitId_ = hub.get(u"/api/v1/me"_s, unit_).json()["unit"_L1].toString();

        const QJsonObject body{
            {"id"_L1, QString::fromLatin1(newKey())},
            {"title"_L1, u"积水处置"_s},
            {"text"_L1, u"请到场"_s},
            {"kind"_L1, "flood"_L1},
            {"level"_L1, "III"_L1},
            {"place"_L1, QJsonObject{{"lon"_L1, 114.3}, {"lat"_L1, 30.5}}},
            {"limits"_L1,
             QJsonObject{{"acknowledge"_L1, 10}, {"report"_L1, 60}, {"complete"_L1, 240}}},
            {"recipients"_L1,
             QJsonArray{QJsonObject{{"unit"_L1, unitId_}, {"role"_L1, "lead"_L1}}}}};
        QCOMPARE(
            schemaFault(description, {{"$ref"_L1, "#/components/schemas/IssueOrder"_L1}}, body),
            QString());
        const auto done = hub.command("POST", u"/api/v1/orders"_s, operator_, body);
        QCOMPARE(done.status, 200);
        QCOMPARE(fault(u"Done"_s, done), QString());
        order_ = done.json()["change"_L1]["orders"_L1][0]["id"_L1].toString();
        assignment_ = done.json()["change"_L1]["assignments"_L1][0]["id"_L1].toString();
        const auto act = u"/api/v1/assignments/%1/"_s.arg(assignment_);
        QCOMPARE(fault(u"Done"_s, hub.command("POST", act + "acknowledge"_L1, unit_, {})),
                 QString());
        const auto photo =
            hub.request("POST", u"/api/v1/attachments"_s, unit_, "a note",
                        {{"Idempotency-Key", newKey()}, {"Content-Type", "text/plain"}});
        QCOMPARE(fault(u"Attachment"_s, photo), QString());
        attachment_ = photo.json()["id"_L1].toString();
        QCOMPARE(fault(u"Done"_s, hub.command("POST", act + "report"_L1, unit_,
                                              {{"text"_L1, u"到场"_s},
                                               {"attachments"_L1, QJsonArray{attachment_}}})),
                 QString());
        QCOMPARE(fault(u"Done"_s, hub.command("POST", act + "supervise"_L1, operator_,
                                              {{"text"_L1, u"请加快"_s}})),
                 QString());
        resource_ = hub.get(u"/api/v1/resources?limit=1"_s, operator_)
                        .json()["items"_L1][0]["id"_L1]
                        .toString();
    }

    void answers_are_as_described_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("who");
        const auto row = [](const char* path, const char* query = "",
                            const char* who = "operator") {
            QTest::addRow("%s%s as %s", path, query, who)
                << QString::fromLatin1(path) << QString::fromLatin1(query)
                << QString::fromLatin1(who);
        };
        row("/api/v1/me");
        row("/api/v1/snapshot");
        row("/api/v1/snapshot", "", "unit");
        row("/api/v1/duty");
        row("/api/v1/areas");
        row("/api/v1/areas/{code}");
        row("/api/v1/resources", "?limit=20");
        row("/api/v1/resources", "?layer=shelter,supply&text=a");
        row("/api/v1/resources/{id}");
        row("/api/v1/units", "?limit=20");
        row("/api/v1/units/{id}");
        row("/api/v1/orders", "?state=all");
        row("/api/v1/orders", "?state=open", "unit");
        row("/api/v1/orders/{id}");
        row("/api/v1/orders/{id}/timeline");
        row("/api/v1/timeline", "?subject={id}&limit=2");
        row("/api/v1/timeline", "?subject={id}", "unit");
        row("/api/v1/journal", "?limit=500", "admin");
        row("/api/v1/journal/search", "?limit=200", "admin");
        row("/api/v1/journal/search", "?kinds=order,assignment&who=a&since=1&limit=2", "admin");
        row("/api/v1/hall");
        row("/api/v1/stream/entries");
        row("/api/v1/stream/entries", "?from={seq}", "unit");
        row("/api/v1/accounts", "", "admin");
        row("/api/v1/room", "", "admin");
        row("/api/v1/patrol_groups");
        row("/api/v1/patrol_rounds");
        row("/api/v1/patrol_shown");
        row("/api/v1/walls");
        row("/api/v1/walls/{id}");
        row("/api/v1/walls/{id}/board");
        row("/api/v1/walls/{id}/presets");
        row("/api/v1/walls/{id}/links");
        row("/api/v1/linkage_rules");
        row("/api/v1/consults");
        row("/api/v1/consult_media");
        row("/api/v1/consult_proposal", "?order={id}");
    }
    void answers_are_as_described() {
        QFETCH(QString, path);
        QFETCH(QString, query);
        QFETCH(QString, who);
        auto real = path + query;
        real.replace(
            "{code}"_L1,
            hub.get(u"/api/v1/areas"_s, operator_).json()["items"_L1][0]["code"_L1].toString());
        real.replace(
            "{seq}"_L1,
            QString::number(
                hub.get(u"/api/v1/stream/entries"_s, operator_).json()["head"_L1].toInteger() - 3));
        real.replace(
            "{id}"_L1,
            path.contains("resources"_L1) ? resource_
            : path.contains("units"_L1)   ? unitId_
            : path.contains("walls"_L1)
                ? hub.get(u"/api/v1/walls"_s, operator_).json()["items"_L1][0]["id"_L1].toString()
                : order_);
        const auto answer = hub.get(real, who == "admin"_L1  ? admin_
                                          : who == "unit"_L1 ? unit_
                                                             : operator_);
        QCOMPARE(answer.status, 200);
        const auto schema = described(u"get"_s, path);
        QVERIFY(!schema.isEmpty());
        QCOMPARE(fault(schema, answer), QString());
    }

    void problems_are_as_described() {
        QCOMPARE(fault(u"Problem"_s, hub.get(u"/api/v1/orders"_s)), QString());
        QCOMPARE(fault(u"Problem"_s,
                       hub.command("POST", u"/api/v1/orders"_s, operator_, {{"id"_L1, 1}})),
                 QString());
    }
};

QTEST_GUILESS_MAIN(OpenapiTest)
#include "openapi_test.moc"
