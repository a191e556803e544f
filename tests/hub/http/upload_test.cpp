// POST /attachments while somebody else holds what is uploaded.
#include "tests/hub/http/route_desk.h"

#include <QtTest>

#include <filesystem>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::must;
using chengyun::hub::test::RouteDesk;

class UploadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Two uploads of one content at once, both refused: the first cannot remove the file while the
    /// second holds it, and the second did not bring it.
    void of_several_that_are_refused_none_leaves_a_file() {
        RouteDesk desk;
        const auto token = desk.sign_in("zhou", Role::operator_).second;
        const auto key = desk.key();
        const auto upload = [&](const std::string& content) {
            return desk.post("/api/v1/attachments", token, content, key).status;
        };
        QCOMPARE(upload("what the key was for"), 200);
        const auto used = desk.attachments.room().used;
        auto other =
            must(desk.attachments.keep(*desk.hall.reader, "another", {}, "id", desk.hall.clock()));
        const auto id = other.attachment.id;
        QCOMPARE(upload("another"), 422);
        QVERIFY(std::filesystem::exists(desk.attachments.file(id)));
        other.hold.reset();
        QCOMPARE(upload("another"), 422);
        QVERIFY(!std::filesystem::exists(desk.attachments.file(id)));
        QCOMPARE(desk.attachments.room().used, used);
        // What has a row stays, though its command comes again.
        QCOMPARE(upload("what the key was for"), 200);
        QCOMPARE(desk.attachments.room().used, used);
    }
};

QTEST_GUILESS_MAIN(UploadTest)
#include "upload_test.moc"
