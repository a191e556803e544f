// Rows of duty that are changed behind the journal's back are named.
#include "hub/ops/verify.h"
#include "tests/hub/duty/duty_hall.h"
#include "tests/hub/ops/data_folder.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DataFolderOf;
using chengyun::hub::test::DutyHall;
using chengyun::hub::test::must;
using chengyun::hub::test::says;
using sample::id;

namespace {

/// Something of everything.
struct DutyFolder : DataFolderOf<DutyHall> {
    DutyFolder() {
        hall.add_areas();
        SetDuty duty;
        duty.commander = "Gao";
        must(hall.run([&](Transaction& tx) { return hall.duty.set(tx, hall.commander, duty); }));
        auto readers = Readers(hall.file);
        hall.capability.start({*hall.writer, readers, hall.clock});
        hall.add_post("desk", PostKind::dispatcher, {}, true);
        hall.add_person("ann");
        hall.add_person("bob");
        hall.add_shift("s1", "desk", "ann", 0, 480);
        hall.add_shift("s2", "desk", "bob", 480, 960);
        hall.add_shift("s3", "desk", "ann", 960, 1440);
        const auto ann = DutyHall::of("ann"), bob = DutyHall::of("bob");
        must(hall.run([&](Transaction& tx) {
            return hall.roster.requests.ask(
                tx, ann, AskExchange{id("x1"), id("s3"), id("bob"), {}, "because"});
        }));
        must(hall.run([&](Transaction& tx) {
            return hall.roster.requests.ask(
                tx, bob,
                AskLeave{id("l1"), hall.clock(), hall.clock() + std::chrono::hours(1), "because"});
        }));
        must(hall.check_in(ann, "s1"));
        WriteLog line;
        line.id = id("o1");
        line.text = "a note";
        must(hall.run([&](Transaction& tx) { return hall.roster.log.write(tx, ann, line); }));
        hall.later(450);
        hall.fire();
    }
};

} // namespace

class DutyVerifyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void what_nobody_touched_is_good() {
        DutyFolder data;
        const auto report = must(verify(data.folder));
        QVERIFY2(report.good(), text_of(report).c_str());
        QVERIFY(report.findings.compared_rows() > 15);
    }

    void an_edited_row_is_named_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* sql, const char* table, const char* what) {
            QTest::newRow(sql) << QByteArray(sql) << QByteArray(table) << QByteArray(what);
        };
        row("UPDATE duty SET json = replace(json, 'Gao', 'Guo')", "duty", "in commander");
        row("DELETE FROM duty", "duty", "differs");
        row("UPDATE duty_post SET json = replace(json, 'desk', 'disk')", "duty_post", "in name");
        row("DELETE FROM duty_post", "duty_post", "is missing");
        row("UPDATE duty_person SET json = replace(json, '\"ann\"', '\"eve\"')", "duty_person",
            "in name");
        row("UPDATE duty_person SET account = 'x'", "duty_person", "column account");
        row("UPDATE duty_pattern SET json = replace(json, '\"stagger\":1', '\"stagger\":2')",
            "duty_pattern", "in stagger");
        row("DELETE FROM duty_holidays", "duty_holidays", "is missing");
        row("INSERT INTO duty_holidays SELECT '2025', replace(json, '\"2026\"', '\"2025\"') FROM "
            "duty_holidays",
            "duty_holidays", "in no entry");
        row("UPDATE duty_shift SET json = replace(json, '\"state\":\"on_duty\"', "
            "'\"state\":\"closed\"')",
            "duty_shift", "in state");
        row("UPDATE duty_shift SET starts = starts + 1", "duty_shift", "column starts");
        row("DELETE FROM duty_shift WHERE state = 0", "duty_shift", "is missing");
        row("UPDATE duty_exchange SET json = replace(json, 'because', 'so')", "duty_exchange",
            "in reason");
        row("UPDATE duty_exchange SET open = 0", "duty_exchange", "column open");
        row("UPDATE duty_leave SET json = replace(json, 'because', 'so')", "duty_leave",
            "in reason");
        row("UPDATE duty_handover SET json = replace(json, ':\"drafted\"', ':\"accepted\"')",
            "duty_handover", "in state");
        row("DELETE FROM duty_handover", "duty_handover", "is missing");
        row("UPDATE duty_log SET json = replace(json, 'a note', 'a lie')", "duty_log", "in text");
        row("DELETE FROM duty_log", "duty_log", "is missing");
        row("DELETE FROM deadline WHERE kind = 10", "deadline", "the ring of a shift");
        row("DELETE FROM duty_handover; DELETE FROM deadline", "deadline", "the sheet of a shift");
        row("INSERT INTO deadline (subject, kind, due, level, fire_at) VALUES ('x', 10, 1, 1, 1)",
            "deadline", "of no shift");
        row("INSERT INTO deadline (subject, kind, due, level, fire_at) VALUES ('x', 13, 1, 0, 1)",
            "deadline", "of no sheet");
    }
    void an_edited_row_is_named() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, what);
        DutyFolder data;
        data.hall.close();
        data.tamper(sql.constData());
        const auto report = must(verify(data.folder));
        QVERIFY(!report.good());
        QVERIFY2(says(report, table.toStdString(), what.toStdString()), text_of(report).c_str());
    }
};

QTEST_GUILESS_MAIN(DutyVerifyTest)
#include "duty_verify_test.moc"
