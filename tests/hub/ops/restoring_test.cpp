// There and back, and what is left when the process dies in between.
#include "hub/ops/restore.h"

#include "hub/ops/backup.h"
#include "hub/ops/verify.h"
#include "hub/store/file_lock.h"
#include "hub/store/migrations.h"
#include "tests/hub/ops/child.h"
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
    const auto report = must(verify(folder, folder / "hub.sqlite"));
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

/// The only folder that was made for what goes aside.
fs::path only_aside(const fs::path& data) {
    const auto names = named(data, "before-restore-");
    return names.size() == 1 ? data / *names.begin() : fs::path();
}

/// "refused: …" or "restored".
std::string outcome_of(const Result<RestoreReport>& report) {
    return report ? "restored" : "refused: " + report.error().detail;
}

bool nothing_is_left(const fs::path& data) {
    return named(data, "restoring-").empty() && named(data, "restore-under-way").empty() &&
           named(data, "before-restore-").empty();
}

/// Owned by who restores, in folders that everybody may enter.
void give_to_ordinary_user(const fs::path& folder) {
    if (::geteuid() != 0)
        return;
    for (auto above = folder.parent_path();
         above != fs::temp_directory_path() && above != above.root_path();
         above = above.parent_path())
        fs::permissions(above, fs::perms(0755));
    const auto give = [](const fs::path& path) {
        if (::chown(path.c_str(), chengyun::hub::test::ordinary_user, 0) != 0)
            qFatal("chown %s", path.c_str());
    };
    give(folder);
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        give(entry.path());
}

/// A folder that who restores can neither read nor move: root's, or one without any right.
void add_closed_folder(const fs::path& folder) {
    fs::create_directory(folder);
    fs::permissions(folder, ::geteuid() == 0 ? fs::perms(0700) : fs::perms(0));
}

/// To be read by everybody and written by nobody but root.
void make_read_only(const fs::path& folder) {
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        fs::permissions(entry, entry.is_directory() ? fs::perms(0555) : fs::perms(0444));
    fs::permissions(folder, fs::perms(0555));
}
void make_writable(const fs::path& folder) {
    fs::permissions(folder, fs::perms(0755));
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        fs::permissions(entry, entry.is_directory() ? fs::perms(0755) : fs::perms(0644));
}

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

    void what_cannot_be_moved_is_seen_before() {
        Restorable data;
        give_to_ordinary_user(data.elsewhere);
        give_to_ordinary_user(data.folder);
        const auto theirs = data.folder / "theirs";
        add_closed_folder(theirs);
        const auto said = chengyun::hub::test::as_ordinary_user(
            [&] { return outcome_of(restore(data.elsewhere, data.folder, true)); });
        QVERIFY2(said.starts_with("refused: " + theirs.string() + ": cannot be put aside"),
                 said.c_str());
        QVERIFY(nothing_is_left(data.folder));
        QCOMPARE(head_of(data.folder), data.old_head);
    }

    void what_belongs_to_the_volume_stays() {
        Restorable data;
        give_to_ordinary_user(data.elsewhere);
        give_to_ordinary_user(data.folder);
        add_closed_folder(data.folder / "lost+found");
        const auto said = chengyun::hub::test::as_ordinary_user(
            [&] { return outcome_of(restore(data.elsewhere, data.folder, true)); });
        QCOMPARE(said, std::string("restored"));
        QVERIFY(fs::exists(data.folder / "lost+found"));
        QCOMPARE(head_of(data.folder), data.backup_head);
        QCOMPARE(heads_aside(data.folder), std::set{data.old_head});
        // A new volume is an empty folder.
        const auto fresh = data.folder.parent_path() / "fresh";
        fs::create_directories(fresh / "lost+found");
        QVERIFY(must(restore(data.elsewhere, fresh, false)).aside.empty());
        const auto target = data.folder.parent_path() / "target";
        fs::create_directories(target / "lost+found");
        VERIFY_OK(back_up(data.folder, target));
    }

    void a_volume_of_its_own_is_seen_before() {
        Restorable data;
        const auto attachments = data.folder / "attachments";
        const auto said = chengyun::hub::test::with_volume(attachments.string(), [&] {
            return outcome_of(restore(data.elsewhere, data.folder, true));
        });
        if (said == "no mounts here")
            QSKIP("This system lets no test make a mount.");
        QVERIFY2(said.starts_with("refused: " + attachments.string()), said.c_str());
        QVERIFY2(said.find("a volume of its own") != std::string::npos, said.c_str());
        QVERIFY(nothing_is_left(data.folder));
        QCOMPARE(head_of(data.folder), data.old_head);
    }

    void what_fails_half_way_is_put_back_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name :
             {"attachments", "demo-accounts.toml", "hub.sqlite", "hub.sqlite-wal"})
            QTest::newRow(name) << QByteArray(name);
    }
    void what_fails_half_way_is_put_back() {
        QFETCH(QByteArray, name);
        FullFolder full;
        must(back_up(full.folder, full.elsewhere));
        static_cast<void>(
            must(full.hall.issue(full.hall.commander, full.hall.command({full.hall.east_unit}))));
        const auto old_head = full.hall.writer->head();
        // As a hub that was killed leaves it: with a log.
        const auto data = full.folder.parent_path() / "killed";
        fs::copy(full.folder, data, fs::copy_options::recursive);
        std::ofstream(data / "demo-accounts.toml") << "[operator]\n";
        QVERIFY(fs::file_size(data / "hub.sqlite-wal") > 0);
        // Something already has the name that is wanted.
        const auto in_the_way = [&](std::string_view step) {
            if (step == "marker written")
                std::ofstream(only_aside(data) / name.toStdString()) << "in the way";
        };
        const auto answer = restore(full.elsewhere, data, true, in_the_way);
        VERIFY_REFUSED(answer, conflict);
        QVERIFY(named(data, "restore-under-way").empty());
        QVERIFY(named(data, "restoring-").empty());
        QVERIFY(fs::exists(data / "demo-accounts.toml"));
        QCOMPARE(fs::file_size(only_aside(data) / name.toStdString()), 10U);
        fs::remove_all(only_aside(data));
        QCOMPARE(head_of(data), old_head);
        // Nothing keeps it from going through now.
        VERIFY_OK(restore(full.elsewhere, data, true));
        QCOMPARE(heads_aside(data), std::set{old_head});
    }

    void what_cannot_be_finished_is_put_back() {
        Restorable data;
        bool moved = false;
        QVERIFY(!done_before_kill(1, [&](const Step& tell) {
            static_cast<void>(
                restore(data.elsewhere, data.folder, true, [&](std::string_view step) {
                    if (moved)
                        tell(step);
                    moved = step == "marker written";
                }));
        }));
        std::ofstream(only_aside(data.folder) / "hub.sqlite") << "in the way";
        const auto answer = finish_restore(data.folder);
        VERIFY_REFUSED(answer, conflict);
        QVERIFY(!must(finish_restore(data.folder)));
        QCOMPARE(head_of(data.folder), data.old_head);
        QVERIFY(fs::exists(data.folder / "demo-accounts.toml"));
    }

    void from_a_folder_that_cannot_be_written_data() {
        QTest::addColumn<bool>("old");
        QTest::newRow("a copy of now") << false;
        QTest::newRow("one whose log was never ended") << true;
    }
    void from_a_folder_that_cannot_be_written() {
        QFETCH(bool, old);
        Restorable data;
        const auto backup = data.folder.parent_path() / "of 50% = #1?";
        fs::rename(data.elsewhere, backup);
        if (old) {
            auto db = must(Database::open(backup / "hub.sqlite", Database::Mode::read_write));
            must(db->execute("PRAGMA journal_mode=WAL"));
        }
        QVERIFY(!fs::exists(backup / "hub.sqlite-wal"));
        give_to_ordinary_user(data.folder);
        make_read_only(backup);
        const auto said = chengyun::hub::test::as_ordinary_user(
            [&] { return outcome_of(restore(backup, data.folder, true)); });
        make_writable(backup);
        QCOMPARE(said, std::string("restored"));
        QCOMPARE(head_of(data.folder), data.backup_head);
    }

    void faults_are_taken_along_when_asked_data() {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("journal") << QByteArray(
                                        "UPDATE journal SET kind = 'x', body = '{}' WHERE seq = 2")
                                 << QByteArray("broken at entry 2");
        QTest::newRow("row") << QByteArray("UPDATE orders SET json = replace(json, 'pumps', "
                                           "'doors') WHERE number = 1")
                             << QByteArray("in title");
        QTest::newRow("photo") << QByteArray() << QByteArray("attachment");
        QTest::newRow("table of photos")
            << QByteArray("PRAGMA foreign_keys = OFF; DROP TABLE attachment")
            << QByteArray("attachment");
    }
    void faults_are_taken_along_when_asked() {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, what);
        Restorable data;
        const auto photo = fs::path("attachments") / data.photo.substr(0, 2) / data.photo;
        if (sql.isEmpty())
            fs::remove(data.folder / photo);
        else
            data.tamper(sql.constData());
        const auto faults = must(verify(data.folder)).fault_count();
        QVERIFY(faults > 0);
        const auto target = data.folder.parent_path() / "faulty";
        const auto answer = back_up(data.folder, target);
        VERIFY_REFUSED(answer, corrupt);
        QVERIFY(answer.error().detail.find("--with-faults") != std::string::npos);
        QVERIFY(!fs::exists(target));
        QCOMPARE(must(back_up(data.folder, target, {}, Faults::taken_along)).faults, faults);
        QCOMPARE(fs::exists(target / photo), !sql.isEmpty());
        QFile told(QString::fromStdString(faults_file(target).string()));
        QVERIFY(told.open(QIODevice::ReadOnly));
        QVERIFY(told.readAll().contains(what));
        // And back, likewise only when asked.
        const auto fresh = data.folder.parent_path() / "fresh";
        VERIFY_REFUSED(restore(target, fresh, false), corrupt);
        QVERIFY(!fs::exists(fresh / "hub.sqlite"));
        const auto report = must(restore(target, fresh, false, {}, Faults::taken_along));
        QCOMPARE(report.copy.faults, faults);
        QCOMPARE(must(verify(fresh)).fault_count(), faults);
        QVERIFY(!fs::exists(faults_file(fresh)));
        QCOMPARE(not_private(target), QStringList());
    }

    /// Else no backup would be good any more, whatever is brought in again.
    void what_has_gone_is_accepted_with_the_faults() {
        Restorable data;
        data.tamper("DELETE FROM unit_edition WHERE id = (SELECT id FROM resource WHERE code = "
                    "'I1'); DELETE FROM resource_text WHERE row = (SELECT row FROM resource WHERE "
                    "code = 'I1'); DELETE FROM resource_box WHERE row = (SELECT row FROM resource "
                    "WHERE code = 'I1'); DELETE FROM resource_edition WHERE code = 'I1'");
        const auto faulty = data.folder.parent_path() / "faulty";
        QCOMPARE(must(back_up(data.folder, faulty, {}, Faults::taken_along)).faults, 2);
        static_cast<void>(must(restore(faulty, data.folder, true, {}, Faults::taken_along)));
        data.hall.open();
        auto& hall = data.hall;
        auto resource = must(hall.resource_store->get(*hall.reader, data.hand_made));
        resource.name = "库房";
        must(hall.run(
            [&](Transaction& tx) { return hall.resources.put(tx, hall.commander, resource); }));
        hall.close();
        const auto report = must(verify(data.folder));
        QVERIFY2(report.good(), text_of(report).c_str());
    }

    void without_faults_nothing_says_so() {
        Restorable data;
        const auto target = data.folder.parent_path() / "good";
        QCOMPARE(must(back_up(data.folder, target, {}, Faults::taken_along)).faults, 0);
        QVERIFY(!fs::exists(faults_file(target)));
        VERIFY_OK(restore(target, data.folder, true));
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
