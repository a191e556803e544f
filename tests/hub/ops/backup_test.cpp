#include "hub/ops/backup.h"

#include "hub/http/metrics.h"
#include "hub/ops/restore.h"
#include "hub/ops/verify.h"
#include "hub/store/secret_box.h"
#include "tests/hub/ops/full_folder.h"
#include "tests/hub/ops/killed.h"
#include "tests/hub/text_in_files.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::done_before_kill;
using chengyun::hub::test::file_with;
using chengyun::hub::test::FullFolder;
using chengyun::hub::test::must;

class BackupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void while_the_hub_works() {
        FullFolder data;
        const auto report = must(back_up(data.folder, data.elsewhere));
        QCOMPARE(report.head, data.hall.writer->head());
        QCOMPARE(report.attachments, 1);
        QVERIFY(must(verify(data.elsewhere)).good());
        // Later orders are in the hub, not in the backup.
        must(data.hall.issue(data.hall.commander, data.hall.command({data.hall.east_unit})));
        VERIFY_REFUSED(back_up(data.folder, data.elsewhere), conflict);
        QCOMPARE(must(verify(data.elsewhere)).chain.entries, report.head);
    }

    /// Who has a backup has no password of a camera; who restores one keeps the folder's key.
    void passwords_of_cameras_stay_sealed() {
        FullFolder data;
        Resource camera;
        camera.id = new_id();
        camera.layer = Layer::camera;
        camera.code = "C1";
        camera.name = "东门";
        camera.kind = "other";
        camera.place = {114.15, 30.05};
        camera.stream = "rtsp://hall:zQ7@10.1.2.3/a";
        must(data.hall.run([&](Transaction& tx) {
            return data.hall.resources.put(tx, data.hall.commander, camera);
        }));
        must(back_up(data.folder, data.elsewhere));
        for (const auto& folder : {data.folder, data.elsewhere}) {
            const auto found = file_with(folder, "zQ7");
            QVERIFY2(found.empty(), found.c_str());
        }
        QVERIFY(!std::filesystem::exists(secret_key_file(data.elsewhere)));

        SecretBox box(secret_key_file(data.folder));
        const auto sealed = must(box.seal("what was sealed here", "x"));
        const auto other = must(make_key_file(data.folder / "other.key"));
        data.hall.close();
        must(restore(data.elsewhere, data.folder, true));
        QVERIFY(must(read_key_file(data.folder / "other.key")) == other);
        QCOMPARE(must(SecretBox(secret_key_file(data.folder)).open(sealed, "x")),
                 std::string("what was sealed here"));
    }

    void what_was_cut_off_is_no_backup() {
        FullFolder data;
        data.hall.close();
        for (int step = 1;; ++step) {
            const auto target = data.folder.parent_path() / ("cut-" + std::to_string(step));
            const bool done = done_before_kill(step, [&](const Step& tell) {
                static_cast<void>(back_up(data.folder, target, tell));
            });
            if (done)
                break;
            if (std::filesystem::exists(target / "hub.sqlite")) {
                QVERIFY(must(verify(target)).good()); // killed after the last step
                continue;
            }
            // The next one into the same folder clears that away.
            QVERIFY(must(back_up(data.folder, target)).head > 0);
            QVERIFY(must(verify(target)).good());
            QVERIFY(!std::filesystem::exists(target / "hub.sqlite.unfinished"));
        }
    }

    void what_is_not_ours_stays() {
        FullFolder data;
        std::filesystem::create_directories(data.elsewhere / "attachments");
        VERIFY_REFUSED(back_up(data.folder, data.elsewhere), conflict);
        QVERIFY(std::filesystem::exists(data.elsewhere / "attachments"));
    }

    void what_failed_is_cleared_away() {
        FullFolder data;
        std::filesystem::remove(data.folder / "attachments" / data.photo.substr(0, 2) / data.photo);
        VERIFY_REFUSED(back_up(data.folder, data.elsewhere), corrupt);
        QVERIFY(!std::filesystem::exists(data.elsewhere));
        // A folder that was there stays, empty but for the lock.
        std::filesystem::create_directories(data.elsewhere);
        VERIFY_REFUSED(back_up(data.folder, data.elsewhere), corrupt);
        QVERIFY(!std::filesystem::exists(data.elsewhere / "attachments"));
        QVERIFY(!std::filesystem::exists(data.elsewhere / "hub.sqlite.unfinished"));
    }

    void an_edited_entry_is_found_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<qint64>("at");
        QTest::newRow("text") << QByteArray("UPDATE journal SET body = replace(body, 'actor', "
                                            "'aktor') WHERE seq = 3")
                              << qint64(3);
        QTest::newRow("missing") << QByteArray("DELETE FROM journal WHERE seq = 2") << qint64(2);
        QTest::newRow("cut off") << QByteArray("DELETE FROM journal WHERE seq > 4") << qint64(5);
        QTest::newRow("hash") << QByteArray("UPDATE journal SET hash = replace(hash, 'a', 'b') "
                                            "WHERE seq = 1")
                              << qint64(1);
    }
    void an_edited_entry_is_found() {
        QFETCH(QByteArray, sql);
        QFETCH(qint64, at);
        FullFolder data;
        data.hall.close();
        data.tamper(sql.constData());
        const auto report = must(verify(data.folder));
        QVERIFY(!report.good());
        QVERIFY(report.chain.broken_at.has_value());
        QCOMPARE(qint64(*report.chain.broken_at), at);
        QVERIFY(back_up(data.folder, data.elsewhere).error().kind == FailureKind::corrupt);
    }

    void a_changed_attachment_is_found() {
        FullFolder data;
        const auto file = data.folder / "attachments" / data.photo.substr(0, 2) / data.photo;
        QFile photo(QString::fromStdString(file.string()));
        QVERIFY(photo.open(QIODevice::ReadWrite));
        photo.write("A");
        photo.close();
        QCOMPARE(must(verify(data.folder)).findings.wrong_count(), 1);
        photo.remove();
        QVERIFY(!must(verify(data.folder)).good());
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
