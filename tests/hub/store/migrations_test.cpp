#include "hub/store/migrations.h"

#include "core/resource/resource_codec.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/journal/journal.h"
#include "hub/store/migration_list.h"
#include "hub/store/rows.h"
#include "hub/store/writer.h"
#include "tests/hub/verify.h"

#include <QTemporaryDir>

using namespace chengyun;
using namespace chengyun::hub;

class MigrationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QVERIFY(dir_.isValid());
        file_ = std::filesystem::path(dir_.path().toStdString()) / QTest::currentTestFunction() /
                "hub.db";
        std::filesystem::create_directory(file_.parent_path());
    }

    void numbered_without_gaps() {
        const auto list = migration_list();
        QVERIFY(!list.empty());
        for (std::size_t i = 0; i < list.size(); ++i)
            QCOMPARE(std::stoul(std::string(list[i].name, 4)), i + 1);
    }

    /// A database of every version there was opens in this one, with what was in it.
    void every_version_opens_in_the_latest() {
        for (int version = 1; version <= latest_schema_version(); ++version) {
            const auto file = file_.string() + std::to_string(version);
            {
                auto db = Database::open(file, Database::Mode::read_write);
                VERIFY_OK(db);
                VERIFY_OK(migrate(**db, version));
                QCOMPARE(*schema_version(**db), version);
                VERIFY_OK(run(**db, "INSERT INTO command VALUES ('k', 'a', 'd', 200, NULL, '{}')"));
            }
            auto writer = open_writer(file);
            VERIFY_OK(writer);
            auto db = Database::open(file, Database::Mode::read_only);
            VERIFY_OK(db);
            QCOMPARE(*schema_version(**db), latest_schema_version());
            auto kept = bound(**db, "SELECT account FROM command WHERE key = 'k'");
            VERIFY_OK(kept);
            auto row = kept->step();
            VERIFY_OK(row);
            QVERIFY(*row);
            QCOMPARE(std::string(kept->text(0)), std::string("a"));
        }
    }

    /// Attachments that a report has named before they could expire are known for it.
    void what_reports_name_does_not_expire() {
        const auto file = file_.string();
        {
            auto db = Database::open(file, Database::Mode::read_write);
            VERIFY_OK(db);
            VERIFY_OK(migrate(**db, 7));
            for (const auto* sql : {"INSERT INTO attachment VALUES ('in a report', 't', 1, 5)",
                                    "INSERT INTO attachment VALUES ('in none', 't', 1, 6)",
                                    "INSERT INTO attachment_owner VALUES ('in none', 'me')",
                                    "INSERT INTO report_attachment VALUES ('in a report', 1)"})
                VERIFY_OK(run(**db, sql));
        }
        VERIFY_OK(open_writer(file));
        auto db = Database::open(file, Database::Mode::read_write);
        VERIFY_OK(db);
        const auto unnamed = [&] {
            std::string out;
            auto rows = bound(**db, "SELECT id FROM attachment WHERE named = 0");
            if (rows)
                static_cast<void>(each_row(*rows, [&](auto& row) { out += row.text(0); }));
            return out;
        };
        QCOMPARE(unnamed(), std::string("in none"));
        auto brought = bound(**db, "SELECT time FROM attachment_owner");
        VERIFY_OK(brought);
        VERIFY_OK(brought->step());
        QCOMPARE(brought->integer(0), 6);
        // From now on a report says so itself.
        VERIFY_OK(run(**db, "INSERT INTO report_attachment VALUES ('in none', 2)"));
        QCOMPARE(unnamed(), std::string());
    }

    /// The journal's orders become subjects, the timers of assignments deadlines; those set aside
    /// stay so.
    void timelines_and_timers_of_before() {
        auto db = Database::open(file_, Database::Mode::read_write);
        VERIFY_OK(db);
        VERIFY_OK(migrate(**db, 13));
        for (const auto* sql :
             {"INSERT INTO journal VALUES (1, 'order.issued', 'order', 'o', '', '', '{}', 'h')",
              "INSERT INTO journal VALUES (2, 'unit.changed', 'unit', '', '', '', '{}', 'h')",
              "INSERT INTO timer VALUES ('a', 2, 3000, 1, 2000, NULL)",
              "INSERT INTO timer VALUES ('b', 0, 5000, 2, 1000, 'damaged')"})
            VERIFY_OK(run(**db, sql));
        VERIFY_OK(migrate(**db, latest_schema_version()));
        const auto timeline = read_timeline(**db, {}, "o");
        VERIFY_OK(timeline);
        QCOMPARE(timeline->size(), 1U);
        QCOMPARE(timeline->front()->kind, std::string("order.issued"));
        const auto deadlines = make_sqlite_deadline_store();
        QCOMPARE(*deadlines->due(**db, instant_of(10'000)),
                 std::optional(Deadline{"a", 2, instant_of(3000), 1, instant_of(2000)}));
        QCOMPARE(*deadlines->aside(**db), 1);
        VERIFY_OK(deadlines->try_again(**db));
        QCOMPARE(*deadlines->earliest(**db), std::optional(instant_of(1000)));
    }

    /// Resources of before were stored with their cameras' passwords.
    void sign_ins_move_out_of_the_rows() {
        auto db = Database::open(file_, Database::Mode::read_write);
        VERIFY_OK(db);
        VERIFY_OK(migrate(**db, 7));
        const auto add = [&](const char* id, Layer layer, const std::string& stream) {
            Resource resource;
            resource.id = resource.code = id;
            resource.layer = layer;
            resource.name = "a@b \"门\"";
            resource.place = {114.1, 30.05};
            resource.stream = stream;
            return run(**db,
                       "INSERT INTO resource (id, layer, code, kind, area, lon, lat, json) "
                       "VALUES (?, ?, ?, '', '', 0, 0, ?)",
                       resource.id, static_cast<std::int64_t>(layer), resource.code,
                       json::write(resource));
        };
        VERIFY_OK(add("with", Layer::camera, "rtsp://hall:a#b@10.1.2.3/x"));
        VERIFY_OK(add("without", Layer::camera, "rtsp://10.1.2.4/x"));
        VERIFY_OK(add("unreadable", Layer::camera, "rtsp://hall:pw@no host/x"));
        VERIFY_OK(add("other", Layer::shelter, ""));
        const auto json_of = [&](const char* id) {
            auto row = bound(**db, "SELECT json FROM resource WHERE id = ?", id);
            return row && row->step() ? std::string(row->text(0)) : std::string();
        };
        const auto other = json_of("other");
        VERIFY_OK(migrate(**db));

        const auto sign_in_of = [&](const char* id) {
            auto row = bound(
                **db, "SELECT user || ' ' || password FROM stream_sign_in WHERE resource = ?", id);
            return row && *row->step() ? std::string(row->text(0)) : std::string();
        };
        QCOMPARE(sign_in_of("with"), std::string("hall a#b"));
        QCOMPARE(sign_in_of("without"), std::string());
        QCOMPARE(sign_in_of("unreadable"), std::string("hall pw"));
        const auto stream_of = [&](const char* id) {
            const auto resource = json::read<Resource>(json_of(id));
            return resource ? resource->stream : std::string("damaged");
        };
        QCOMPARE(stream_of("with"), std::string("rtsp://10.1.2.3/x"));
        QCOMPARE(stream_of("without"), std::string("rtsp://10.1.2.4/x"));
        QCOMPARE(stream_of("unreadable"), std::string("rtsp://no host/x"));
        QCOMPARE(json_of("other"), other);
    }

    /// Step by step or at once: the same tables.
    void the_same_schema_either_way() {
        const auto schema = [](Database& db) {
            std::vector<std::string> out;
            auto query = bound(db, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') "
                                   "FROM sqlite_schema ORDER BY 1");
            const auto read =
                each_row(*query, [&](const Statement& row) { out.emplace_back(row.text(0)); });
            return read ? out : std::vector<std::string>();
        };
        auto stepwise = Database::open(file_, Database::Mode::read_write);
        VERIFY_OK(stepwise);
        for (int version = 1; version <= latest_schema_version(); ++version)
            VERIFY_OK(migrate(**stepwise, version));
        auto at_once = Database::open(file_.string() + "2", Database::Mode::read_write);
        VERIFY_OK(at_once);
        VERIFY_OK(migrate(**at_once));
        QVERIFY(!schema(**at_once).empty());
        QCOMPARE(schema(**stepwise), schema(**at_once));
    }

    /// What was on the map before imports were stored in editions is seen as it was, under its row
    /// numbers, which box index and search go by.
    void the_map_from_before_editions_is_seen() {
        auto db = Database::open(file_, Database::Mode::read_write);
        VERIFY_OK(db);
        VERIFY_OK(migrate(**db, 7));
        for (const char* sql :
             {"INSERT INTO resource VALUES (7, 'r', 3, 'c', 'other', '420114001000', 114, 30, "
              "'{\"r\":1}')",
              "INSERT INTO resource_box VALUES (7, 114, 114, 30, 30)",
              "INSERT INTO resource_text VALUES (7, 'name')",
              "INSERT INTO unit VALUES (9, 'u', 0, '420114001000', 'name', '{\"u\":1}')",
              "INSERT INTO unit_text VALUES (9, 'name')",
              "INSERT INTO area VALUES ('420114001000', '{\"a\":1}', '[]')"})
            VERIFY_OK((*db)->execute(sql));
        VERIFY_OK(migrate(**db));
        for (const auto& [sql, expected] :
             std::initializer_list<std::pair<const char*, const char*>>{
                 {"SELECT r.json FROM resource_box b JOIN resource r ON r.row = b.row "
                  "WHERE b.west < 115 AND r.id = 'r'",
                  "{\"r\":1}"},
                 {"SELECT u.json FROM unit u JOIN unit_text t ON t.row = u.row WHERE u.id = 'u'",
                  "{\"u\":1}"},
                 {"SELECT json FROM area WHERE code = '420114001000'", "{\"a\":1}"},
                 {"SELECT count(*) FROM resource", "1"}}) {
            auto query = (*db)->prepare_once(sql);
            VERIFY_OK(query);
            auto row = query->step();
            VERIFY_OK(row);
            QVERIFY2(*row, sql);
            QCOMPARE(std::string(query->text(0)), std::string(expected));
        }
    }

    void a_newer_database_is_refused() {
        {
            auto db = Database::open(file_, Database::Mode::read_write);
            VERIFY_OK(db);
            VERIFY_OK(migrate(**db));
            VERIFY_OK(run(**db, "INSERT INTO schema_version VALUES (?, 'future')",
                          latest_schema_version() + 1));
        }
        auto writer = open_writer(file_);
        VERIFY_REFUSED(std::move(writer), conflict);
        auto db = Database::open(file_, Database::Mode::read_write);
        auto refused = migrate(**db);
        QVERIFY(refused.has_error());
        QVERIFY(refused.error().detail.find("newer program") != std::string::npos);
    }

    void a_file_that_is_no_database_is_refused() {
        {
            QFile file(QString::fromStdString(file_.string()));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray("this is not a database at all, ").repeated(100));
        }
        auto writer = open_writer(file_);
        VERIFY_REFUSED(std::move(writer), corrupt);
    }

private:
    QTemporaryDir dir_;
    std::filesystem::path file_;
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
