// There and back, and what is left when the process dies in between.
#include "hub/ops/restore.h"

#include "hub/ops/backup.h"
#include "hub/ops/verify.h"
#include "hub/store/file_lock.h"
#include "hub/store/migrations.h"
#include "tests/hub/ops/full_folder.h"
#include "tests/hub/ops/killed.h"
#include "tests/hub/verify.h"

#include <fstream>
#include <set>

#include <sys/stat.h>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::done_before_kill;
using chengyun::hub::test::FullFolder;
using chengyun::hub::test::must;

namespace fs = std::filesystem;

namespace {

/// Names in a folder that begin so.
std::set<std::string> named(const fs::path& folder, const std::string& prefix) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().starts_with(prefix))
            names.insert(entry.path().filename().string());
    return names;
}

std::int64_t head_of(const fs::path& folder) {
    const auto report = must(verify(folder / "hub.sqlite", folder / "attachments"));
    if (!report.good())
        qFatal("%s", must_be_good(report, folder.string()).error().detail.c_str());
    return report.chain.entries;
}

/// Where the journals that were put aside end.
std::set<std::int64_t> heads_aside(const fs::path& data) {
    std::set<std::int64_t> heads;
    for (const auto& aside : named(data, "before-restore-"))
        if (fs::exists(data / aside / "hub.sqlite"))
            heads.insert(head_of(data / aside));
    return heads;
}

/// Files that others may read, or folders they may enter.
QStringList not_private(const fs::path& folder) {
    QStringList out;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        struct stat status{};
        ::stat(entry.path().c_str(), &status);
        if ((status.st_mode & 0777) != (entry.is_directory() ? 0700U : 0600U))
            out << QString::fromStdString(entry.path().string());
    }
    return out;
}

/// With an order that the backup has not.
struct Restorable : FullFolder {
    std::int64_t old_head = 0, backup_head = 0;
    Restorable() {
        backup_head = must(back_up(folder, elsewhere)).head;
        static_cast<void>(must(hall.issue(hall.commander, hall.command({hall.east_unit}))));
        old_head = hall.writer->head();
        hall.close();
        std::ofstream(folder / "demo-accounts.toml") << "[operator]\n";
    }
};

} // namespace

class RestoringTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothing_put_aside_is_ever_removed() {
        Restorable data;
        const auto first = must(restore(data.elsewhere, data.folder, true));
        QCOMPARE(first.copy.head, data.backup_head);
        QCOMPARE(head_of(first.aside), data.old_head);
        QVERIFY(fs::exists(first.aside / "demo-accounts.toml"));
        QVERIFY(!fs::exists(data.folder / "demo-accounts.toml"));
        // Also not in the same second.
        const auto second = must(restore(data.elsewhere, data.folder, true));
        QVERIFY(second.aside != first.aside);
        QCOMPARE(head_of(first.aside), data.old_head);
        QCOMPARE(head_of(second.aside), data.backup_head);
        QCOMPARE(head_of(data.folder), data.backup_head);
        // And back to what was first.
        QCOMPARE(must(restore(first.aside, data.folder, true)).copy.head, data.old_head);
        data.hall.open();
        QCOMPARE(data.hall.writer->head(), data.old_head);
    }

    void a_kill_at_any_step_loses_nothing() {
        for (int step = 1;; ++step) {
            Restorable data;
            const bool done = done_before_kill(step, [&](const Step& tell) {
                static_cast<void>(restore(data.elsewhere, data.folder, true, tell));
            });
            const auto what = QByteArray("killed at step ") + QByteArray::number(step);
            // What the next start of a hub does first.
            const bool finished = must(finish_restore(data.folder));
            const bool is_new = done || finished || !heads_aside(data.folder).empty();
            QVERIFY2(fs::exists(data.folder / "hub.sqlite"), what);
            QCOMPARE(head_of(data.folder), is_new ? data.backup_head : data.old_head);
            if (is_new)
                QVERIFY2(heads_aside(data.folder).contains(data.old_head), what);
            // Whatever it left, another one goes through, and the old is still there.
            static_cast<void>(must(restore(data.elsewhere, data.folder, true)));
            QCOMPARE(head_of(data.folder), data.backup_head);
            QVERIFY2(heads_aside(data.folder).contains(data.old_head), what);
            QVERIFY2(named(data.folder, "restoring-").empty(), what);
            QVERIFY2(named(data.folder, "restore-under-way").empty(), what);
            if (done) {
                QVERIFY(step > 8);
                break;
            }
        }
    }

    void nobody_works_on_what_is_half_restored() {
        Restorable data;
        // The marker is there, the old has gone aside, the new has not come in.
        bool moved = false;
        QVERIFY(!done_before_kill(1, [&](const Step& tell) {
            static_cast<void>(
                restore(data.elsewhere, data.folder, true, [&](std::string_view step) {
                    moved = moved || step == "marker written";
                    if (moved && step == "hub.sqlite")
                        tell(step);
                }));
        }));
        QVERIFY(!fs::exists(data.folder / "hub.sqlite"));
        VERIFY_REFUSED(verify(data.folder), conflict);
        VERIFY_REFUSED(back_up(data.folder, data.folder.parent_path() / "other"), conflict);
        {
            const auto held = must(FileLock::take((data.folder / "hub.sqlite.lock").string()));
            VERIFY_REFUSED(finish_restore(data.folder), conflict);
        }
        QVERIFY(must(finish_restore(data.folder)));
        QCOMPARE(head_of(data.folder), data.backup_head);
        QVERIFY(!must(finish_restore(data.folder)));
    }

    void a_newer_programs_backup_is_refused_before_anything_moves() {
        Restorable data;
        {
            auto db =
                must(Database::open(data.elsewhere / "hub.sqlite", Database::Mode::read_write));
            must(db->execute("INSERT INTO schema_version VALUES (99, 'of_tomorrow')"));
        }
        const auto answer = restore(data.elsewhere, data.folder, true);
        VERIFY_REFUSED(answer, conflict);
        const auto text = QString::fromStdString(answer.error().detail);
        QVERIFY2(text.contains(QStringLiteral("version 99")), qPrintable(text));
        QVERIFY2(text.contains(QString::number(latest_schema_version())), qPrintable(text));
        QCOMPARE(head_of(data.folder), data.old_head);
        QVERIFY(named(data.folder, "before-restore-").empty());
        const auto report = must(verify(data.elsewhere));
        QVERIFY(report.is_newer());
        QVERIFY(!report.good());
        QCOMPARE(report.version, 99);
        VERIFY_REFUSED(back_up(data.elsewhere, data.folder.parent_path() / "other"), conflict);
        QVERIFY(!fs::exists(data.folder.parent_path() / "other"));
    }

    void an_older_programs_backup_is_brought_up() {
        Restorable data;
        const auto old = data.folder.parent_path() / "old";
        fs::create_directory(old);
        {
            auto db = must(Database::open(old / "hub.sqlite", Database::Mode::read_write));
            must(migrate(*db, 5));
        }
        QVERIFY(must(verify(old)).is_older());
        static_cast<void>(must(restore(old, data.folder, true)));
        QCOMPARE(must(verify(data.folder)).version, latest_schema_version());
        QCOMPARE(must(verify(old)).version, 5);
    }

    void what_is_broken_changes_nothing_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("journal") << QByteArray(
            "UPDATE journal SET kind = 'x', body = '{}' WHERE seq = 2");
        QTest::newRow("row") << QByteArray("UPDATE orders SET json = replace(json, 'pumps', "
                                           "'doors') WHERE number = 1");
    }
    void what_is_broken_changes_nothing() {
        QFETCH(QByteArray, sql);
        Restorable data;
        {
            auto db =
                must(Database::open(data.elsewhere / "hub.sqlite", Database::Mode::read_write));
            must(db->execute(sql.constData()));
        }
        VERIFY_REFUSED(restore(data.elsewhere, data.folder, true), corrupt);
        QCOMPARE(head_of(data.folder), data.old_head);
        QVERIFY(named(data.folder, "restoring-").empty());
        QVERIFY(named(data.folder, "before-restore-").empty());
    }

    void its_owner_alone_reads_it() {
        const auto mask = ::umask(0);
        Restorable data;
        for (const auto& entry : fs::recursive_directory_iterator(data.elsewhere))
            fs::permissions(entry, entry.is_directory() ? fs::perms(0755) : fs::perms(0644));
        const auto again = data.folder.parent_path() / "again";
        static_cast<void>(must(back_up(data.elsewhere, again)));
        QCOMPARE(not_private(again), QStringList());
        const auto fresh = data.folder.parent_path() / "fresh" / "data";
        static_cast<void>(must(restore(data.elsewhere, fresh, false)));
        QCOMPARE(not_private(fresh), QStringList());
        static_cast<void>(must(restore(data.elsewhere, fresh, true)));
        QCOMPARE(not_private(fresh), QStringList());
        ::umask(mask);
    }

    void not_where_a_hub_is_about_to_begin() {
        Restorable data;
        // The folder is there and taken, its database is not yet made.
        const auto empty = data.folder.parent_path() / "empty";
        fs::create_directory(empty);
        {
            const auto held = must(FileLock::take((empty / "hub.sqlite.lock").string()));
            VERIFY_REFUSED(restore(data.elsewhere, empty, false), conflict);
            QVERIFY(!fs::exists(empty / "hub.sqlite"));
        }
        const auto report = must(restore(data.elsewhere, empty, false));
        QCOMPARE(report.copy.head, data.backup_head);
        QVERIFY(report.aside.empty());
        QVERIFY(named(empty, "before-restore-").empty());
        QCOMPARE(head_of(empty), data.backup_head);
    }
};

QTEST_GUILESS_MAIN(RestoringTest)
#include "restoring_test.moc"
