// POST /imports: in whose name a file is stored that has waited.
#include "core/json/codec.h"
#include "tests/hub/http/route_desk.h"

#include <QtTest>

#include <algorithm>
#include <functional>
#include <future>

using namespace chengyun;
using namespace chengyun::hub;
using namespace std::string_literals;
using chengyun::hub::test::must;
using chengyun::hub::test::RouteDesk;

class ImportRouteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void who_may_not_import_any_more_data() {
        QTest::addColumn<bool>("disabled");
        QTest::addColumn<bool>("demoted");
        QTest::addColumn<int>("work"); // of the import, before which it happens
        QTest::addColumn<int>("status");
        QTest::newRow("as before") << false << false << 3 << 200;
        QTest::newRow("disabled as it begins") << true << false << 1 << 403;
        QTest::newRow("disabled while it is stored") << true << false << 4 << 403;
        QTest::newRow("another role while it is stored") << false << true << 4 << 403;
    }
    void who_may_not_import_any_more() {
        QFETCH(bool, disabled);
        QFETCH(bool, demoted);
        QFETCH(int, work);
        QFETCH(int, status);
        std::function<void()> change;
        RouteDesk desk([&](int at) { // the thread looks once by itself
            if (at == 1 + work && (disabled || demoted))
                change();
        });
        const auto [admin, by] = desk.sign_in("root", Role::admin);
        const auto [commander, token] = desk.sign_in("chen", Role::commander);
        const auto who = must(desk.accounts.check(by));
        PatchAccount patch;
        if (disabled)
            patch.disabled = true;
        if (demoted)
            patch.role = Role::operator_;
        change = [&, id = commander.id] {
            std::promise<Result<Answer>> done;
            desk.accounts.patch(who, {desk.key(), admin.id, "digest", {}}, id, patch,
                                [&](Result<Answer> answer) { done.set_value(answer); });
            must(done.get_future().get());
        };
        const auto file = desk.post("/api/v1/attachments", token,
                                    "no,name,lon,lat\n1,East,114.1,30.05\n", desk.key());
        QCOMPARE(file.status, 200);
        const auto body = "{\"file\":\"" + json::read<Attachment>(file.body)->id +
                          "\",\"name\":\"a.csv\",\"map\":\"layer='shelter'\\nsystem='EPSG:4326'"
                          "\\n[columns]\\ncode='no'\\nname='name'\\nx='lon'\\ny='lat'\\n\"}";
        const auto reply = desk.post("/api/v1/imports", token, body, desk.key());
        QVERIFY2(reply.status == status, reply.body.c_str());
        const auto kinds = desk.hall.kinds();
        QCOMPARE(std::ranges::count(kinds, "resources.imported"), status == 200 ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(ImportRouteTest)
#include "import_route_test.moc"
