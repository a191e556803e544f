// What the rows come to is kept true through everything that changes them.
#include "hub/store/row_sum.h"

#include "hub/resources/area_store.h"
#include "hub/resources/edition_store.h"
#include "hub/resources/resource_store.h"
#include "hub/store/migrations.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

#include <random>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

constexpr RowKind kinds[] = {RowKind::resource, RowKind::unit, RowKind::area};

std::string from_rows(Database& db, RowKind kind) {
    RowSum sum;
    auto rows = must(bound(db, kind == RowKind::resource ? "SELECT json FROM resource"
                               : kind == RowKind::unit   ? "SELECT json FROM unit"
                                                         : "SELECT json || rings FROM area"));
    must(each_row(rows, [&](const Statement& row) { sum.add(row.text(0)); }));
    return sum.text();
}

/// Changes of all three kinds, seen and staged, in any order.
struct Changes {
    Hall hall;
    std::unique_ptr<EditionStore> editions = make_sqlite_edition_store();
    std::mt19937 random;
    std::int64_t number = 0;
    bool was_dropped = false; ///< the open edition will not be shown

    explicit Changes(unsigned seed) : random(seed) {}

    std::size_t below(std::size_t sides) { return random() % sides; }
    std::string id() { return "0190a000-0000-7000-8000-00000000000" + std::to_string(below(6)); }
    Resource resource() {
        Resource resource;
        resource.id = id();
        resource.layer = Layer::shelter;
        resource.code = "S" + std::to_string(below(6));
        resource.name = std::to_string(++number);
        resource.place = {114.1, 30.05};
        return resource;
    }
    Unit unit() {
        Unit unit;
        unit.id = id();
        unit.name = std::to_string(++number);
        return unit;
    }
    Area area() {
        return Hall::area("42011400" + std::to_string(1 + below(6)) + "000",
                          std::to_string(++number), 114, 30);
    }
    bool is_open(Database& db) {
        auto open = must(bound(db, "SELECT open FROM edition"));
        return must(open.step()) && open.integer(0) != 0;
    }

    /// A refusal changes nothing, but for staging, where an import goes on after one.
    Result<> change(Database& db) {
        const auto go_on = [](const Result<>& staged) {
            return !staged && staged.error().kind == FailureKind::conflict ? Result<>() : staged;
        };
        auto what = below(16);
        was_dropped = was_dropped && is_open(db);
        if (was_dropped && what > 9)
            what = 9; // what was cut off is cleared away to the end before anything else is staged
        if (what > 11 && !is_open(db))
            return editions->open(db);
        switch (what) {
        case 0:
        case 1: {
            const auto made = resource();
            return hall.resource_store->put(db, made, json::write(made));
        }
        case 2:
            return hall.resource_store->remove(db, id());
        case 3:
        case 4: {
            const auto made = unit();
            return hall.unit_store->put(db, made, json::write(made));
        }
        case 5:
            return hall.unit_store->remove(db, id());
        case 6:
        case 7:
            return hall.area_store->put(db, area());
        case 8:
            return hall.area_store->remove(db, area().code);
        case 9: {
            if (is_open(db) && !was_dropped && below(8) != 0)
                return {};
            was_dropped = is_open(db);
            const auto cleared = editions->clear(db, 3);
            return cleared ? Result<>() : cleared.error();
        }
        case 10:
            return is_open(db) && below(3) == 0 ? editions->show(db) : Result<>();
        case 11:
            return hall.area_store->unstage(db, area().code);
        case 12: {
            const auto made = resource();
            const auto row = hall.resource_store->stage(db, made, json::write(made));
            return go_on(row ? Result<>() : row.error());
        }
        case 13: {
            const auto made = unit();
            return go_on(hall.unit_store->stage(db, made, json::write(made)));
        }
        case 14: {
            const auto made = area();
            return go_on(hall.area_store->stage(db, made.code, area_text(made)));
        }
        default:
            if (auto done = hall.resource_store->unstage(db, Layer::shelter, resource().code);
                !done)
                return done.error();
            return hall.unit_store->unstage(db, id());
        }
    }
};

} // namespace

class RowSumsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_order_is_no_matter() {
        RowSum sum, other;
        sum.add("a").add("b").add("c");
        other.add("c").add("x").add("a").take("x").add("b");
        QVERIFY(sum == other);
        QCOMPARE(sum.text(), other.text());
        QVERIFY(RowSum().add("ab").text() != RowSum().add("ac").text());
        QVERIFY(RowSum().add("a").add("a").text() != RowSum().add("a").text());
        QCOMPARE(RowSum().add("a").take("a").text(), RowSum().text());
    }

    void they_follow_every_change_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void they_follow_every_change() {
        QFETCH(unsigned, seed);
        Changes changes(seed);
        int done = 0, shown = 0;
        for (int step = 0; step < 250; ++step) {
            std::vector<std::string> wrong;
            const auto answer = changes.hall.writer->run([&](Transaction& tx) -> Result<Answer> {
                auto& db = tx.database();
                std::vector<std::string> coming;
                for (const auto kind : kinds)
                    coming.push_back(must(RowSums::told(db, kind, RowsSeen::once_shown)));
                const bool was_open = changes.is_open(db);
                if (auto changed = changes.change(db); !changed)
                    return changed.error();
                auto edition = must(bound(db, "SELECT shown FROM edition"));
                must(edition.step());
                const bool is_shown = was_open && edition.integer(0) > shown;
                shown = static_cast<int>(edition.integer(0));
                for (std::size_t i = 0; i < std::size(kinds); ++i) {
                    const auto now = from_rows(db, kinds[i]);
                    if (must(RowSums::told(db, kinds[i], RowsSeen::now)) != now ||
                        (is_shown && coming[i] != now))
                        wrong.emplace_back(RowSums::note(kinds[i]));
                }
                return Answer{};
            });
            done += answer ? 1 : 0;
            QVERIFY2(wrong.empty(), wrong.empty() ? "" : wrong.front().c_str());
        }
        QVERIFY(done > 100);
    }

    void a_migration_counts_what_is_there() {
        QTemporaryDir dir;
        auto db = must(Database::open(std::filesystem::path(dir.path().toStdString()) / "hub.db",
                                      Database::Mode::read_write));
        must(migrate(*db, 12));
        must(
            db->execute("INSERT INTO resource_edition VALUES (1, 'a', 0, 0, 1, 'c', 'k', '', 0, 0, "
                        "'{\"id\":\"a\"}'), (2, 'b', 0, 0, 1, 'd', 'k', '', 0, 0, '{}'), "
                        "(3, 'c', 7, 0, 1, 'e', 'k', '', 0, 0, '{\"unseen\":1}')"));
        must(db->execute("INSERT INTO area_edition VALUES ('x', 0, 0, '{}', '[]')"));
        must(migrate(*db));
        for (const auto kind : kinds) {
            QCOMPARE(must(RowSums::told(*db, kind, RowsSeen::now)), from_rows(*db, kind));
            QCOMPARE(must(RowSums::told(*db, kind, RowsSeen::once_shown)), from_rows(*db, kind));
        }
    }
};

QTEST_GUILESS_MAIN(RowSumsTest)
#include "row_sums_test.moc"
