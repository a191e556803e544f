// Users and passwords of cameras: brought in with the address, kept apart, and told only to who
// asks for them.
#include "hub/store/rows.h"
#include "tests/hub/hall.h"
#include "tests/hub/text_in_files.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::file_with;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

Resource camera(const std::string& stream) {
    Resource resource;
    resource.id = new_id();
    resource.layer = Layer::camera;
    resource.code = "C1";
    resource.name = "东门";
    resource.kind = "other";
    resource.place = {114.15, 30.05};
    resource.stream = stream;
    return resource;
}

} // namespace

class CameraStreamsTest : public QObject {
    Q_OBJECT

    /// As a seat does that has seen the last change.
    static Result<Done> put(Hall& hall, const Account& by, Resource resource) {
        if (const auto known = hall.resource_store->get(*hall.reader, resource.id))
            resource.version = known->version;
        return hall.run([&](Transaction& tx) { return hall.resources.put(tx, by, resource); });
    }
    static ResourceService::Counts import(Hall& hall, const Resource& resource) {
        ResourceService::Counts counts;
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            counts =
                must(hall.resources.upsert(tx, {"system", "system"}, std::vector{resource}, "x"));
            return Answer{};
        }));
        return counts;
    }
    static std::string address(Hall& hall, const Resource& resource) {
        const auto text = must(hall.resources.stream(*hall.reader, hall.commander, resource.id));
        return std::string(must(json::parse(text)).at("address").as_string());
    }
    /// Everything that the journal holds, and what seats fetch.
    static std::string told(Hall& hall, const Resource& resource) {
        auto query = must(bound(*hall.reader, "SELECT group_concat(body) FROM journal"));
        must(query.step());
        return std::string(query.text(0)) +
               must(hall.resources.get(*hall.reader, hall.commander, resource.id)) +
               must(hall.resources.list(*hall.reader, hall.commander, {})) +
               must(hall.snapshots.make(*hall.reader, hall.commander, hall.clock()));
    }

private Q_SLOTS:
    void kept_apart_data() {
        QTest::addColumn<bool>("imported");
        QTest::newRow("put") << false;
        QTest::newRow("imported") << true;
    }
    void kept_apart() {
        QFETCH(bool, imported);
        Hall hall;
        hall.add_areas();
        const auto resource = camera("rtsp://hall:pw-%40-1@10.1.2.3:554/a");
        if (imported)
            QCOMPARE(import(hall, resource).inserted, 1);
        else
            VERIFY_OK(put(hall, hall.commander, resource));
        const auto text = told(hall, resource);
        QVERIFY(text.find("rtsp://10.1.2.3:554/a") != std::string::npos);
        QVERIFY2(text.find("pw-") == std::string::npos, text.c_str());
        QCOMPARE(address(hall, resource), std::string("rtsp://hall:pw-%40-1@10.1.2.3:554/a"));
        QVERIFY(hall.chain_intact());
    }

    void only_for_those_who_see_it() {
        Hall hall;
        hall.add_areas();
        const auto resource = camera("rtsp://hall:pw@10.1.2.3/a");
        VERIFY_OK(put(hall, hall.east_operator, resource));
        VERIFY_OK(hall.resources.stream(*hall.reader, hall.east_operator, resource.id));
        VERIFY_REFUSED(hall.resources.stream(*hall.reader, hall.west_operator, resource.id),
                       not_found);
        VERIFY_REFUSED(hall.resources.stream(*hall.reader, hall.east_phone, resource.id),
                       forbidden);
        VERIFY_REFUSED(hall.resources.stream(*hall.reader, hall.commander, new_id()), not_found);
        auto bare = camera({});
        bare.code = "C2";
        VERIFY_OK(put(hall, hall.commander, bare));
        VERIFY_REFUSED(hall.resources.stream(*hall.reader, hall.commander, bare.id), not_found);
    }

    void an_edit_keeps_them_for_the_same_server_only() {
        Hall hall;
        hall.add_areas();
        auto resource = camera("rtsp://hall:pw@10.1.2.3/a");
        VERIFY_OK(put(hall, hall.commander, resource));
        // As a seat edits it: what it knows of the address is without them.
        resource.stream = "rtsp://10.1.2.3/b";
        resource.name = "西门";
        VERIFY_OK(put(hall, hall.commander, resource));
        QCOMPARE(address(hall, resource), std::string("rtsp://hall:pw@10.1.2.3/b"));

        resource.stream = "rtsp://hall:new@10.1.2.3/b";
        const auto done = put(hall, hall.commander, resource);
        VERIFY_OK(done);
        // Seats learn that something is different, not what.
        QCOMPARE(done->change.values<Resource>().at(0).stream, std::string("rtsp://10.1.2.3/b"));
        QCOMPARE(address(hall, resource), std::string("rtsp://hall:new@10.1.2.3/b"));

        resource.stream = "rtsp://10.9.9.9/b";
        VERIFY_OK(put(hall, hall.commander, resource));
        QCOMPARE(address(hall, resource), std::string("rtsp://10.9.9.9/b"));
        resource.stream = "rtsp://10.1.2.3/b";
        VERIFY_OK(put(hall, hall.commander, resource));
        QCOMPARE(address(hall, resource), std::string("rtsp://10.1.2.3/b"));
    }

    void removed_when_told_so_and_with_the_camera() {
        Hall hall;
        hall.add_areas();
        auto resource = camera("rtsp://hall:pw@10.1.2.3/a");
        VERIFY_OK(put(hall, hall.commander, resource));
        resource.stream = "rtsp://@10.1.2.3/a";
        VERIFY_OK(put(hall, hall.commander, resource));
        QCOMPARE(address(hall, resource), std::string("rtsp://10.1.2.3/a"));

        resource.stream = "rtsp://hall:pw@10.1.2.3/a";
        VERIFY_OK(put(hall, hall.commander, resource));
        VERIFY_OK(hall.run([&](Transaction& tx) {
            return hall.resources.remove(tx, hall.commander, resource.id);
        }));
        QVERIFY(must(hall.resource_store->sign_ins(*hall.reader, resource.id)).empty());
    }

    void in_no_file() {
        Hall hall;
        hall.add_areas();
        auto resource = camera("rtsp://hall:zQ7-1@10.1.2.3/a");
        VERIFY_OK(put(hall, hall.commander, resource));
        resource.stream = "rtsp://hall:zQ7-2@10.1.2.3/a";
        resource.stream_sub = "rtsp://sub:zQ7-3@10.1.2.3/b";
        VERIFY_OK(put(hall, hall.commander, resource));
        QCOMPARE(address(hall, resource), std::string("rtsp://hall:zQ7-2@10.1.2.3/a"));
        const auto found = file_with(hall.dir.path().toStdString(), "zQ7");
        QVERIFY2(found.empty(), found.c_str());
    }

    void another_key_opens_nothing() {
        Hall hall;
        hall.add_areas();
        auto resource = camera("rtsp://hall:pw@10.1.2.3/a");
        VERIFY_OK(put(hall, hall.commander, resource));
        // A backup that was restored on another machine.
        SecretBox other(secret_key_file(hall.dir.path().toStdString() + "/elsewhere"));
        std::filesystem::create_directory(hall.dir.path().toStdString() + "/elsewhere");
        const auto elsewhere = make_sqlite_resource_store(other);
        VERIFY_REFUSED(elsewhere->sign_ins(*hall.reader, resource.id), wrong_state);
        QCOMPARE(must(elsewhere->unreadable_sign_ins(*hall.reader)), 1);
        ResourceService service(*elsewhere, *hall.unit_store, hall.areas, hall.reach);
        const auto put_there = [&] {
            resource.version = must(hall.resource_store->get(*hall.reader, resource.id)).version;
            return hall.run(
                [&](Transaction& tx) { return service.put(tx, hall.commander, resource); });
        };
        // Its name is changed all the same, and what is sealed stays for who has the key.
        resource.stream = "rtsp://10.1.2.3/a";
        resource.name = "西门";
        VERIFY_OK(put_there());
        QCOMPARE(address(hall, resource), std::string("rtsp://hall:pw@10.1.2.3/a"));
        // The password given anew counts.
        resource.stream = "rtsp://hall:new@10.1.2.3/a";
        VERIFY_OK(put_there());
        QCOMPARE(must(elsewhere->sign_ins(*hall.reader, resource.id)).main.password,
                 std::string("new"));
        // And it leads nobody else to the old one.
        resource.stream = "rtsp://10.9.9.9/a";
        VERIFY_OK(put_there());
        QVERIFY(must(elsewhere->sign_ins(*hall.reader, resource.id)).empty());
    }

    void the_sub_stream_data() {
        QTest::addColumn<QByteArray>("main");
        QTest::addColumn<QByteArray>("sub");
        QTest::addColumn<QByteArray>("edited"); // the sub stream, as somebody types it later
        QTest::addColumn<QByteArray>("whole");
        QTest::newRow("the same sign-in, said once")
            << QByteArray("rtsp://hall:pw@10.1.2.3/a") << QByteArray("rtsp://10.1.2.3/b")
            << QByteArray("rtsp://10.1.2.3/c") << QByteArray("rtsp://hall:pw@10.1.2.3/c");
        QTest::newRow("said twice")
            << QByteArray("rtsp://hall:pw@10.1.2.3/a") << QByteArray("rtsp://hall:pw@10.1.2.3/b")
            << QByteArray("rtsp://10.1.2.3/b") << QByteArray("rtsp://hall:pw@10.1.2.3/b");
        QTest::newRow("its own") << QByteArray("rtsp://hall:pw@10.1.2.3/a")
                                 << QByteArray("rtsp://low:%2312@10.1.2.3/b")
                                 << QByteArray("rtsp://10.1.2.3/c")
                                 << QByteArray("rtsp://low:%2312@10.1.2.3/c");
        QTest::newRow("its own, taken back")
            << QByteArray("rtsp://hall:pw@10.1.2.3/a") << QByteArray("rtsp://low:12@10.1.2.3/b")
            << QByteArray("rtsp://@10.1.2.3/b") << QByteArray("rtsp://hall:pw@10.1.2.3/b");
        QTest::newRow("another server is not shown main's")
            << QByteArray("rtsp://hall:pw@10.1.2.3/a") << QByteArray("rtsp://10.1.2.3/b")
            << QByteArray("rtsp://10.9.9.9/b") << QByteArray("rtsp://10.9.9.9/b");
        QTest::newRow("nor its own")
            << QByteArray("rtsp://10.1.2.3/a") << QByteArray("rtsp://low:12@10.1.2.4/b")
            << QByteArray("rtsp://10.9.9.9/b") << QByteArray("rtsp://10.9.9.9/b");
    }
    void the_sub_stream() {
        QFETCH(QByteArray, main);
        QFETCH(QByteArray, sub);
        QFETCH(QByteArray, edited);
        QFETCH(QByteArray, whole);
        Hall hall;
        hall.add_areas();
        auto resource = camera(main.toStdString());
        resource.stream_sub = sub.toStdString();
        VERIFY_OK(put(hall, hall.commander, resource));
        const auto told_then = told(hall, resource);
        QVERIFY2(told_then.find("pw") == std::string::npos &&
                     told_then.find("low") == std::string::npos,
                 told_then.c_str());
        resource = must(hall.resource_store->get(*hall.reader, resource.id));
        resource.stream_sub = edited.toStdString();
        VERIFY_OK(put(hall, hall.commander, resource));
        const auto text = must(hall.resources.stream(*hall.reader, hall.commander, resource.id));
        QCOMPARE(std::string(must(json::parse(text)).at("sub").as_string()), whole.toStdString());
        QVERIFY(hall.chain_intact());
    }

    void a_sub_stream_beside_a_stream_only() {
        Hall hall;
        hall.add_areas();
        auto resource = camera({});
        resource.stream_sub = "rtsp://10.1.2.3/b";
        const auto outcome = put(hall, hall.commander, resource);
        VERIFY_REFUSED(outcome, invalid_field);
        QCOMPARE(outcome.error().field, std::string("stream_sub"));
    }

    void an_import_repeated_changes_nothing() {
        Hall hall;
        hall.add_areas();
        auto resource = camera("rtsp://hall:pw@10.1.2.3/a");
        QCOMPARE(import(hall, resource).inserted, 1);
        QCOMPARE(import(hall, resource).unchanged, 1);
        resource.stream = "rtsp://10.1.2.3/a";
        QCOMPARE(import(hall, resource).unchanged, 1);
        QCOMPARE(address(hall, resource), std::string("rtsp://hall:pw@10.1.2.3/a"));
        resource.stream = "rtsp://hall:new@10.1.2.3/a";
        QCOMPARE(import(hall, resource).updated, 1);
        QCOMPARE(address(hall, resource), std::string("rtsp://hall:new@10.1.2.3/a"));
    }
};

QTEST_GUILESS_MAIN(CameraStreamsTest)
#include "camera_streams_test.moc"
