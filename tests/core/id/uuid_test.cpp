#include "core/id/uuid.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

using namespace chengyun;

class UuidTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shape() {
        const auto id = new_id();
        QVERIFY(is_uuid(id));
        QCOMPARE(id[14], '7');
        QVERIFY(std::string("89ab").find(id[19]) != std::string::npos);
    }

    void monotonic_across_threads() {
        constexpr int threads = 8, each = 20'000;
        std::vector<std::vector<std::string>> made(threads);
        {
            std::vector<std::jthread> workers;
            for (auto& ids : made)
                workers.emplace_back([&ids] {
                    for (int i = 0; i < each; ++i)
                        ids.push_back(new_id());
                });
        }
        std::set<std::string> all;
        for (const auto& ids : made) {
            // Each thread saw its own ids rise, and nobody got one twice.
            QVERIFY(std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) ==
                    ids.end());
            all.insert(ids.begin(), ids.end());
        }
        QCOMPARE(all.size(), std::size_t(threads) * each);
        QVERIFY(new_id() > *all.rbegin());
    }

    void carries_its_time() {
        const auto later = instant_of(4'000'000'000'123); // after every other id of this program
        QCOMPARE(time_of_id(new_id(later)), later);
    }

    void a_clock_set_back_keeps_the_order() {
        const auto first = new_id(instant_of(5'000'000'000'000));
        const auto second = new_id(instant_of(1'000));
        QVERIFY(first < second);
        QVERIFY(new_id(instant_of(-5)) > second);
    }

    void recognised_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("v7") << QByteArray("018f3b1c-6a00-7abc-8def-0123456789ab") << true;
        QTest::newRow("v4") << QByteArray("9b2c1d3e-4f50-4a6b-8c7d-8e9f0a1b2c3d") << true;
        QTest::newRow("upper case") << QByteArray("018F3B1C-6A00-7ABC-8DEF-0123456789AB") << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("short") << QByteArray("018f3b1c-6a00-7abc-8def-0123456789a") << false;
        QTest::newRow("long") << QByteArray("018f3b1c-6a00-7abc-8def-0123456789abc") << false;
        QTest::newRow("no dashes") << QByteArray("018f3b1c06a0007abc08def00123456789ab") << false;
        QTest::newRow("braces") << QByteArray("{18f3b1c-6a00-7abc-8def-0123456789a}") << false;
        QTest::newRow("not hex") << QByteArray("018f3b1c-6a00-7abc-8def-0123456789ag") << false;
    }
    void recognised() {
        QFETCH(QByteArray, text);
        QTEST(is_uuid(text.toStdString()), "valid");
    }

    void the_lowest_of_a_time_parts_before_from_after() {
        const auto time = instant_of(0x018f3b1c6a00);
        const auto lowest = lowest_id(time);
        QCOMPARE(lowest, std::string("018f3b1c-6a00-7000-8000-000000000000"));
        QCOMPARE(time_of_id(lowest), time);
        QVERIFY(lowest > "018f3b1c-69ff-7fff-bfff-ffffffffffff");
        QVERIFY(lowest <= "018f3b1c-6a00-7abc-8def-0123456789ab");
        QCOMPARE(lowest_id(instant_of(-1)), std::string("00000000-0000-7000-8000-000000000000"));
    }

    void time_only_of_version_7() {
        QCOMPARE(time_of_id("018f3b1c-6a00-7abc-8def-0123456789ab"), instant_of(0x018f3b1c6a00));
        QCOMPARE(time_of_id("018f3b1c-6a00-4abc-8def-0123456789ab"), Instant{});
        QCOMPARE(time_of_id("018f3b1c-6a00-7abc-cdef-0123456789ab"), Instant{});
        QCOMPARE(time_of_id("nothing"), Instant{});
    }
};

QTEST_APPLESS_MAIN(UuidTest)
#include "uuid_test.moc"
