// What `verify` says of walls that somebody has edited by hand.
#include "hub/ops/verify.h"
#include "tests/hub/ops/data_folder.h"
#include "tests/hub/wall/wall_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DataFolderOf;
using chengyun::hub::test::must;
using chengyun::hub::test::says;
using chengyun::hub::test::WallHall;

class WallVerifyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void verify_names_what_was_edited_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("what");
        const auto row = [](const char* sql, const char* table, const char* what) {
            QTest::newRow(sql) << QByteArray(sql) << QByteArray(table) << QByteArray(what);
        };
        row("", "", "");
        row("UPDATE wall SET json = replace(json, 'wall 1', 'wall 9')", "wall", "in name");
        row("UPDATE wall SET json = '{'", "wall", "cannot be read");
        row("PRAGMA foreign_keys = OFF; DELETE FROM wall", "wall", "is missing");
        row("UPDATE wall_board SET json = replace(json, 'load!', 'other')", "wall_board",
            "in screens");
        row("DELETE FROM wall_board", "wall_board", "is missing");
        row("UPDATE wall_preset SET json = replace(json, 'usual', 'other')", "wall_preset",
            "in name");
        row("DELETE FROM wall_preset", "wall_preset", "is missing");
        row("UPDATE wall_former SET json = replace(json, 'map!', 'other')", "wall_former",
            "in screens");
        row("DELETE FROM deadline WHERE kind = 30", "deadline", "is missing");
        row("INSERT INTO deadline (subject, kind, due, level, fire_at) VALUES ('x', 30, 1, 0, 1)",
            "deadline", "where nothing runs out");
    }
    void verify_names_what_was_edited() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, what);
        DataFolderOf<WallHall> data;
        auto& hall = data.hall;
        must(hall.put(hall.commander, WallHall::wall()));
        must(hall.put(hall.commander, WallHall::wall({}, 2)));
        must(hall.remove(hall.commander, WallHall::wall({}, 2).id));
        must(hall.put(hall.li, WallHall::preset("usual", "map")));
        must(hall.put(hall.li, WallHall::preset("gone", "map", 2)));
        must(hall.run([&](Transaction& tx) {
            return hall.walls.remove_preset(tx, hall.li, WallHall::preset("gone", "map", 2).id);
        }));
        for (const auto* kind : {"duty", "map", "orders"})
            must(hall.up(hall.li, kind));
        must(hall.undo(hall.li));
        must(hall.up(hall.li, "load", 5));
        hall.close();
        if (!sql.isEmpty())
            data.tamper(sql.constData());
        const auto report = must(verify(data.folder));
        QVERIFY2(report.good() == sql.isEmpty(), text_of(report).c_str());
        QVERIFY2(sql.isEmpty() || says(report, table.toStdString(), what.toStdString()),
                 text_of(report).c_str());
    }
};

QTEST_GUILESS_MAIN(WallVerifyTest)
#include "wall_verify_test.moc"
