// Whatever is changed in the rows and not in the journal is named.
#include "hub/ops/verify.h"

#include "core/resource/resource_codec.h"
#include "core/unit/unit_codec.h"
#include "core/wire/wire_codec.h"
#include "hub/store/stream_functions.h"
#include "tests/hub/ops/full_folder.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::FullFolder;
using chengyun::hub::test::must;
using chengyun::hub::test::says;

class VerifyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void what_nobody_touched_is_good() {
        FullFolder data;
        // Also while the hub works on it.
        const auto report = must(verify(data.folder));
        for (const auto& found : report.findings.told())
            qWarning("%s %s: %s", found.table.c_str(), found.row.c_str(), found.what.c_str());
        QVERIFY(report.good());
        QCOMPARE(report.chain.entries, data.hall.writer->head());
        QVERIFY(report.findings.compared_rows() > 15);
        // What an import brought is not said to be right.
        std::int64_t not_compared = 0;
        for (const auto& [why, rows] : report.findings.not_compared_rows())
            if (why.starts_with("resources "))
                not_compared += rows;
        QCOMPARE(not_compared, 2);
    }

    void an_edited_row_is_named_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* name, const char* sql, const char* table,
                            const char* what) {
            QTest::newRow(name) << QByteArray(sql) << QByteArray(table) << QByteArray(what);
        };
        row("title", "UPDATE orders SET json = replace(json, 'pumps', 'doors') WHERE number = 1",
            "orders", "in title");
        row("column", "UPDATE orders SET area = '420114002000' WHERE number = 1", "orders",
            "column area");
        row("closed", "UPDATE orders SET closed = 5 WHERE number = 1", "orders", "column closed");
        row("order gone", "DELETE FROM orders WHERE number = 1", "orders", "is missing");
        row("order made up",
            "INSERT INTO orders SELECT 77, 'x', state, open, area, closed, json FROM orders "
            "WHERE number = 1",
            "orders", "in no entry");
        row("assignment gone", "DELETE FROM assignment WHERE open = 1", "assignment", "is missing");
        row("assignment's state", "UPDATE assignment SET state = 4, open = 0", "assignment",
            "column state");
        row("assignment's unit",
            "UPDATE assignment SET unit = 'x', json = replace(json, '\"unit\":\"', "
            "'\"unit\":\"x')",
            "assignment", "in unit");
        row("its place in the order", "UPDATE assignment SET row = row + 7 WHERE row = 65536",
            "assignment", "column row");
        row("timers", "DELETE FROM deadline", "deadline", "is missing");
        row("a timer of later", "UPDATE deadline SET fire_at = fire_at + 100000000000000",
            "deadline", "at a time");
        row("a level again", "UPDATE deadline SET level = 1 WHERE level > 1", "deadline",
            "does not follow");
        row("a timer of nobody",
            "INSERT INTO deadline (subject, kind, due, level, fire_at) "
            "VALUES ('nobody', 0, 1, 1, 1)",
            "deadline", "of no assignment");
        row("a deadline of no capability",
            "INSERT INTO deadline (subject, kind, due, level, fire_at) "
            "SELECT id, 999999, 1, 1, 1 FROM assignment",
            "deadline", "of a kind that no capability has");
        row("report", "UPDATE report SET json = replace(json, 'water', 'fire')", "report",
            "in text");
        row("report gone", "DELETE FROM report", "report", "is missing");
        row("photo of a report", "DELETE FROM report_attachment", "report_attachment",
            "is missing");
        row("supervision", "UPDATE supervision SET json = replace(json, 'quick', 'slow')",
            "supervision", "in basis");
        row("resource",
            "UPDATE resource_edition SET json = replace(json, '库房', '机房') WHERE code = 'H1'",
            "resource", "in name");
        row("resource gone", "DELETE FROM resource_edition WHERE code = 'H1'", "resource",
            "is missing");
        row("resource of yesterday",
            "UPDATE resource_edition SET json = replace(json, '\"version\":', '\"version\":-') "
            "WHERE code = 'H1'",
            "resource", "is older");
        row("where it is found",
            "UPDATE resource_box SET west = 1, east = 1 WHERE row = (SELECT row FROM resource "
            "WHERE code = 'I1')",
            "resource", "column box");
        row("what it is found by", "UPDATE resource_text SET text = 'x'", "resource",
            "column text");
        row("its columns", "UPDATE resource_edition SET area = '' WHERE code = 'I2'", "resource",
            "column area");
        row("team", "UPDATE unit_edition SET name = 'x' WHERE id IN (SELECT id FROM resource)",
            "unit", "column name");
        row("team gone",
            "DELETE FROM unit_edition WHERE id IN (SELECT id FROM resource WHERE code = "
            "'I1')",
            "unit", "is missing");
        row("team of what was removed",
            "INSERT INTO unit_edition (id, since, until, state, area, name, json) SELECT "
            "(SELECT json_extract(body, '$.id') FROM journal WHERE kind = 'resource.removed'), "
            "since, until, state, area, name, replace(json, '\"version\":', '\"version\":-') "
            "FROM unit_edition WHERE id = (SELECT id FROM resource WHERE code = 'H1')",
            "unit", "took it away");
        // What an import brought, which no entry holds.
        row("imported resources gone with their teams",
            "DELETE FROM unit_edition WHERE id IN (SELECT id FROM resource WHERE code LIKE 'I%');"
            "DELETE FROM resource_text WHERE row IN (SELECT row FROM resource WHERE code LIKE "
            "'I%'); DELETE FROM resource_box WHERE row IN (SELECT row FROM resource WHERE code "
            "LIKE 'I%'); DELETE FROM resource_edition WHERE code LIKE 'I%'",
            "resource", "there are 1 rows; entry");
        row("imported resource",
            "UPDATE resource_edition SET json = replace(json, '\"capacity\":0', "
            "'\"capacity\":9') WHERE code = 'I1'",
            "resource", "a row differs");
        row("imported team",
            "UPDATE unit_edition SET json = replace(json, '\"phone\":\"\"', "
            "'\"phone\":\"1\"') WHERE id = (SELECT id FROM resource WHERE code = 'I1')",
            "unit", "a row differs");
        row("border", "UPDATE area_edition SET rings = '[]' WHERE code = '420114001000'", "area",
            "a row differs");
        row("area gone with its office",
            "DELETE FROM unit_edition WHERE area = '420114001000' AND id NOT IN (SELECT id FROM "
            "resource); DELETE FROM area_edition WHERE code = '420114001000'",
            "area", "there are 2 rows; entry");
        row("what is kept of them", "UPDATE row_sum SET rows = rows + 1 WHERE kind = 'area'",
            "area", "the hub has stored 4");
        row("office gone",
            "DELETE FROM unit_edition WHERE area = '420114001000' AND id NOT IN (SELECT "
            "id FROM resource)",
            "unit", "office");
        row("area", "UPDATE area_edition SET code = '420114009000' WHERE code = '420114001000'",
            "area", "column code");
        row("role", "UPDATE account SET role = 'admin'", "account", "in role");
        row("account gone", "PRAGMA foreign_keys = OFF; DELETE FROM session; DELETE FROM account",
            "account", "is missing");
        row("account made up",
            "INSERT INTO account SELECT 'x', 'back.door', display_name, 'admin', '', '', 0, 1, "
            "'' FROM account",
            "account", "in no entry");
        row("session made up",
            "INSERT INTO session SELECT 'f' || hash, account, opened, expires, origin, seen FROM "
            "session",
            "session", "no entry");
        row("attachment", "UPDATE attachment SET type = 'text/html'", "attachment", "type");
        row("attachment's row",
            "PRAGMA foreign_keys = OFF; DELETE FROM attachment_owner; DELETE FROM attachment",
            "attachment", "a report names it");
        row("reference", "PRAGMA foreign_keys = OFF; UPDATE session SET account = 'nobody'",
            "session", "refers to");
        row("index",
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, "
            "'(area)', '(kind)') WHERE name = 'resource_area'",
            "hub.sqlite", "resource_area");
    }
    void an_edited_row_is_named() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, what);
        FullFolder data;
        data.hall.close();
        data.tamper(sql.constData());
        const auto report = must(verify(data.folder));
        QVERIFY(!report.good());
        QVERIFY2(says(report, table.toStdString(), what.toStdString()), text_of(report).c_str());
    }

    /// Migration 0010 took users and passwords out of the rows; the journal cannot follow.
    void what_a_migration_took_out_is_no_fault_data() {
        QTest::addColumn<QByteArray>("stored"); // by the hub of before
        QTest::addColumn<QByteArray>("row");    // as the migration has left it
        QTest::addColumn<bool>("good");
        const auto row = [](const char* name, const char* stored, const char* left,
                            bool good = true) {
            QTest::newRow(name) << QByteArray(stored) << QByteArray(left) << good;
        };
        row("sign-in", "rtsp://who:secret@10.0.0.1/live", "rtsp://10.0.0.1/live");
        row("sign-in, host in capitals", "rtsp://who:secret@NVR-A.example/x",
            "rtsp://nvr-a.example/x");
        // Without a sign-in it was left as people had written it.
        row("in normal form", "rtsp://10.0.0.1/live", "rtsp://10.0.0.1/live");
        row("capitals", "rtsp://NVR-A.example:554/x", "rtsp://NVR-A.example:554/x");
        row("Chinese", "rtsp://10.0.0.1/东门", "rtsp://10.0.0.1/东门");
        row("spaces", "rtsp://10.0.0.1/east gate", "rtsp://10.0.0.1/east gate");
        row("another host", "rtsp://who:secret@10.0.0.1/live", "rtsp://10.0.0.2/live", false);
        row("another path", "rtsp://NVR-A.example/x", "rtsp://NVR-A.example/y", false);
    }
    void what_a_migration_took_out_is_no_fault() {
        QFETCH(QByteArray, stored);
        QFETCH(QByteArray, row);
        QFETCH(bool, good);
        {
            // Is that what the migration makes of it?
            Resource resource;
            resource.stream = stored.toStdString();
            const auto left = must(json::read<Resource>(stream_parts(json::write(resource)).json));
            QCOMPARE(left.stream == row.toStdString(), good);
        }
        FullFolder data;
        must(data.hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            auto resource = must(data.hall.resource_store->get(tx.database(), data.hand_made));
            resource.version = tx.next_seq();
            resource.stream = row.toStdString();
            must(data.hall.resource_store->put(tx.database(), resource, json::write(resource)));
            resource.stream = stored.toStdString();
            Entry entry;
            entry.kind = "resource.changed";
            entry.entity = "resource";
            entry.id = resource.id;
            entry.body.values<Resource>() = {resource};
            must(tx.append(std::move(entry)));
            return Answer{};
        }));
        QCOMPARE(must(verify(data.folder)).good(), good);
    }

    /// Hubs of before let a department have the id of a camera.
    void a_department_outlives_the_camera_of_its_id() {
        FullFolder data;
        auto& hall = data.hall;
        Resource camera;
        camera.id = new_id(hall.clock());
        camera.layer = Layer::camera;
        camera.code = "C1";
        camera.name = "东门";
        camera.kind = "other";
        camera.place = {114.15, 30.05};
        must(hall.run(
            [&](Transaction& tx) { return hall.resources.put(tx, hall.commander, camera); }));
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            Unit department;
            department.id = camera.id;
            department.kind = UnitKind::department;
            department.name = "水务局";
            department.initials = "swj";
            department.version = tx.next_seq();
            must(hall.unit_store->put(tx.database(), department, json::write(department)));
            Entry entry;
            entry.kind = "unit.changed";
            entry.entity = "unit";
            entry.id = department.id;
            entry.body.values<Unit>() = {department};
            must(tx.append(std::move(entry)));
            return Answer{};
        }));
        must(hall.run(
            [&](Transaction& tx) { return hall.resources.remove(tx, hall.commander, camera.id); }));
        const auto report = must(verify(data.folder));
        QVERIFY2(report.good(), text_of(report).c_str());
    }

    void a_damaged_page_is_named() {
        FullFolder data;
        data.hall.close();
        std::int64_t page = 0;
        {
            auto db = must(Database::open(data.folder / "hub.sqlite", Database::Mode::read_write));
            must(db->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
            auto root = must(db->prepare_once(
                "SELECT rootpage FROM sqlite_schema WHERE name = 'supervision_order'"));
            QVERIFY(must(root.step()));
            page = root.integer(0);
        }
        QFile file(QString::fromStdString((data.folder / "hub.sqlite").string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek((page - 1) * 4096));
        file.write(QByteArray(4096, '\x0f'));
        file.close();
        const auto report = must(verify(data.folder));
        QVERIFY(!report.good());
        QVERIFY2(says(report, "supervision", "page " + std::to_string(page)),
                 text_of(report).c_str());
    }
};

QTEST_GUILESS_MAIN(VerifyTest)
#include "verify_test.moc"
