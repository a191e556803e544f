// Passwords of cameras that a hub of before has stored in the clear: sealed at the next start,
// once, and gone from its files, wherever that start is cut off.
#include "hub/resources/seal_sign_ins.h"

#include "hub/store/rows.h"
#include "tests/hub/hall.h"
#include "tests/hub/ops/killed.h"
#include "tests/hub/text_in_files.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::done_before_kill;
using chengyun::hub::test::file_with;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

constexpr int cameras = 200;
constexpr std::string_view password = "zQ7-in-the-clear";

std::string id_of(int camera) {
    return "camera-" + std::to_string(camera);
}

/// As the hub of before has left it, its log included: it was killed.
void fill(Hall& hall) {
    hall.reader.reset();
    must(hall.writer->run([](Transaction& tx) -> Result<Answer> {
        for (int i = 0; i < cameras; ++i)
            must(run(tx.database(), "INSERT INTO stream_sign_in VALUES (?, 'hall', ?)", id_of(i),
                     std::string(password) + std::to_string(i)));
        return Answer{};
    }));
}

bool has_old_table(Database& db) {
    auto query = must(bound(db, "SELECT 1 FROM sqlite_schema WHERE name = 'stream_sign_in'"));
    return must(query.step());
}

} // namespace

class SealSignInsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void they_are_sealed_and_gone() {
        Hall hall;
        const std::filesystem::path folder = hall.dir.path().toStdString();
        fill(hall);
        QVERIFY(!file_with(folder, password).empty());
        Readers readers(hall.file);
        VERIFY_OK(hall.capabilities.open({*hall.writer, readers, hall.clock}));
        const auto left = file_with(folder, password);
        QVERIFY2(left.empty(), left.c_str());
        auto& db = *must(readers.get());
        QVERIFY(!has_old_table(db));
        for (int i = 0; i < cameras; ++i)
            QCOMPARE(must(hall.resource_store->sign_ins(db, id_of(i))).main.password,
                     std::string(password) + std::to_string(i));
        QCOMPARE(must(hall.resource_store->unreadable_sign_ins(db)), 0);
        // Again is nothing more.
        VERIFY_OK(seal_sign_ins({*hall.writer, readers, hall.clock}, *hall.resource_store));
    }

    void a_start_that_is_cut_off_goes_on() {
        for (int step = 1;; ++step) {
            Hall hall;
            const std::filesystem::path folder = hall.dir.path().toStdString();
            fill(hall);
            hall.close();
            const bool done = done_before_kill(step, [&](const auto& tell) {
                hall.open();
                Readers readers(hall.file);
                must(
                    seal_sign_ins({*hall.writer, readers, hall.clock}, *hall.resource_store, tell));
            });
            hall.open();
            hall.reader.reset();
            Readers readers(hall.file);
            VERIFY_OK(seal_sign_ins({*hall.writer, readers, hall.clock}, *hall.resource_store));
            const auto left = file_with(folder, password);
            QVERIFY2(left.empty(), left.c_str());
            auto& db = *must(readers.get());
            QVERIFY(!has_old_table(db));
            for (int i = 0; i < cameras; ++i)
                QCOMPARE(must(hall.resource_store->sign_ins(db, id_of(i))).main.password,
                         std::string(password) + std::to_string(i));
            if (done) {
                QCOMPARE(step, 4);
                break;
            }
        }
    }
};

QTEST_GUILESS_MAIN(SealSignInsTest)
#include "seal_sign_ins_test.moc"
