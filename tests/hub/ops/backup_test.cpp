#include "hub/ops/backup.h"

#include "hub/attachments/attachment_store.h"
#include "hub/ops/metrics.h"
#include "hub/store/file_lock.h"
#include "tests/hub/hall.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

/// A data folder as the hub has it, with three orders and a photo.
struct Data {
    Hall hall;
    std::filesystem::path folder = std::filesystem::path(hall.dir.path().toStdString()) / "data";
    std::filesystem::path elsewhere = folder.parent_path() / "backup";
    std::string photo;

    Data() {
        hall.close();
        std::filesystem::create_directories(folder);
        hall.file = folder / "hub.sqlite";
        hall.open();
        hall.add_areas();
        AttachmentStore attachments(folder / "attachments", {1 << 20, 1 << 20, 1 << 20});
        must(attachments.open());
        const auto kept = must(attachments.keep(*hall.reader, "a note of what was there",
                                                "text/plain", "me", hall.clock()))
                              .attachment;
        photo = kept.id;
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(attachments.record(tx, kept, "me"));
            return Answer{};
        }));
        for (int i = 0; i < 3; ++i)
            must(hall.issue(hall.commander, hall.command({hall.east_unit})));
    }
    void tamper(const char* sql) {
        auto db = must(Database::open(folder / "hub.sqlite", Database::Mode::read_write));
        must(db->execute(sql));
    }
};

} // namespace

class BackupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void there_and_back_while_the_hub_works() {
        Data data;
        const auto report = must(back_up(data.folder, data.elsewhere));
        QCOMPARE(report.head, data.hall.writer->head());
        QCOMPARE(report.attachments, 1);
        QVERIFY(must(verify(data.elsewhere)).good());
        // Later orders are in the hub, not in the backup.
        must(data.hall.issue(data.hall.commander, data.hall.command({data.hall.east_unit})));
        QVERIFY(back_up(data.folder, data.elsewhere).error().kind == FailureKind::conflict);

        QVERIFY(restore(data.elsewhere, data.folder, false).error().kind == FailureKind::conflict);
        // Not under a hub that works.
        QVERIFY(restore(data.elsewhere, data.folder, true).error().kind == FailureKind::conflict);
        data.hall.close();
        const auto restored = must(restore(data.elsewhere, data.folder, true));
        QCOMPARE(restored.head, report.head);
        QVERIFY(must(verify(data.folder)).good());
        data.hall.open();
        QCOMPARE(data.hall.writer->head(), report.head);
        QVERIFY(std::filesystem::exists(data.folder.string() + ".before-restore/hub.sqlite"));
    }

    void not_where_a_hub_is_about_to_begin() {
        Data data;
        const auto report = must(back_up(data.folder, data.elsewhere));
        // The folder is there and taken, its database is not yet made.
        const auto empty = data.folder.parent_path() / "empty";
        std::filesystem::create_directory(empty);
        {
            const auto held = must(FileLock::take((empty / "hub.sqlite.lock").string()));
            QVERIFY(restore(data.elsewhere, empty, false).error().kind == FailureKind::conflict);
            QVERIFY(!std::filesystem::exists(empty / "hub.sqlite"));
        }
        QCOMPARE(must(restore(data.elsewhere, empty, false)).head, report.head);
        QVERIFY(must(verify(empty)).good());
    }

    void an_edited_entry_is_found_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<qint64>("at");
        QTest::newRow("text") << QByteArray("UPDATE journal SET body = replace(body, 'pumps', "
                                            "'doors') WHERE seq = 3")
                              << qint64(3);
        QTest::newRow("missing") << QByteArray("DELETE FROM journal WHERE seq = 2") << qint64(2);
        QTest::newRow("cut off") << QByteArray("DELETE FROM journal WHERE seq = 4") << qint64(4);
        QTest::newRow("hash") << QByteArray("UPDATE journal SET hash = replace(hash, 'a', 'b') "
                                            "WHERE seq = 1")
                              << qint64(1);
    }
    void an_edited_entry_is_found() {
        QFETCH(QByteArray, sql);
        QFETCH(qint64, at);
        Data data;
        data.hall.close();
        data.tamper(sql.constData());
        const auto report = must(verify(data.folder));
        QVERIFY(!report.good());
        QVERIFY(report.chain.broken_at.has_value());
        QCOMPARE(qint64(*report.chain.broken_at), at);
        QVERIFY(back_up(data.folder, data.elsewhere).error().kind == FailureKind::corrupt);
    }

    void a_changed_attachment_is_found() {
        Data data;
        const auto file = data.folder / "attachments" / data.photo.substr(0, 2) / data.photo;
        QFile photo(QString::fromStdString(file.string()));
        QVERIFY(photo.open(QIODevice::ReadWrite));
        photo.write("A");
        photo.close();
        QCOMPARE(must(verify(data.folder)).broken_attachments.size(), 1U);
        photo.remove();
        QVERIFY(!must(verify(data.folder)).good());
    }

    void a_broken_backup_changes_nothing() {
        Data data;
        static_cast<void>(must(back_up(data.folder, data.elsewhere)));
        data.hall.close();
        {
            auto db =
                must(Database::open(data.elsewhere / "hub.sqlite", Database::Mode::read_write));
            must(db->execute("UPDATE journal SET kind = 'x', body = '{}' WHERE seq = 2"));
        }
        QVERIFY(restore(data.elsewhere, data.folder, true).error().kind == FailureKind::corrupt);
        QVERIFY(must(verify(data.folder)).good());
    }

    void metrics_are_prometheus_text() {
        Metrics metrics;
        auto& route = metrics.route("POST", "/api/v1/orders");
        route.count(200, std::chrono::microseconds(700));
        route.count(200, std::chrono::microseconds(7'000'000));
        route.count(422, std::chrono::microseconds(10));
        metrics.add({"chengyun_seats", "Open streams.", false, [] { return 3.0; }});
        const auto text = QString::fromStdString(metrics.text());
        for (
            const char* line :
            {"chengyun_requests_total{method=\"POST\",route=\"/api/v1/orders\",status=\"200\"} 2\n",
             "chengyun_requests_total{method=\"POST\",route=\"/api/v1/orders\",status=\"422\"} 1\n",
             "route=\"/api/v1/orders\",le=\"0.0005\"} 1\n",
             "route=\"/api/v1/orders\",le=\"0.001\"} 2\n",
             "route=\"/api/v1/orders\",le=\"+Inf\"} 3\n",
             "chengyun_request_seconds_count{method=\"POST\",route=\"/api/v1/orders\"} 3\n",
             "# TYPE chengyun_seats gauge\nchengyun_seats 3\n"})
            QVERIFY2(text.contains(QLatin1String(line)), line);
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
