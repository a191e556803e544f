#include "hub/accounts/lockout.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;
using std::chrono::seconds;

class LockoutTest : public QObject {
    Q_OBJECT

    AccountsConfig config;
    Instant now = instant_of(1'790'000'000'000);

private Q_SLOTS:
    void waits_grow_to_a_limit() {
        Lockout lockout(config);
        for (int i = 1; i < config.lock_after; ++i)
            QVERIFY(!lockout.failed("ming", "10.0.0.1", now));
        QVERIFY(!lockout.waiting("ming", "10.0.0.1", now));
        std::int64_t expected = config.lock_seconds;
        for (int i = 0; i < 12; ++i) {
            QVERIFY(lockout.failed("ming", "10.0.0." + std::to_string(i), now));
            const auto wait = lockout.waiting("ming", "10.9.9.9", now);
            QVERIFY(wait.has_value());
            QCOMPARE(wait->count(), std::min(expected, config.lock_max_seconds));
            expected *= 2;
        }
    }

    void the_wait_ends() {
        Lockout lockout(config);
        for (int i = 0; i < config.lock_after; ++i)
            static_cast<void>(lockout.failed("ming", "10.0.0.1", now));
        QVERIFY(lockout.waiting("ming", "10.0.0.1", now + seconds(config.lock_seconds - 1)));
        QVERIFY(!lockout.waiting("ming", "10.0.0.1", now + seconds(config.lock_seconds)));
    }

    void success_forgives_the_name_but_not_the_address() {
        Lockout lockout(config);
        for (int i = 0; i < config.lock_after_address; ++i) {
            static_cast<void>(lockout.failed("name" + std::to_string(i), "10.0.0.1", now));
            lockout.succeeded("name" + std::to_string(i));
        }
        QVERIFY(lockout.waiting("another", "10.0.0.1", now));
        QVERIFY(!lockout.waiting("name1", "10.0.0.2", now));
    }

    void a_network_counts_as_one_data() {
        QTest::addColumn<QString>("guesser");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("waits");
        QTest::newRow("same /64") << "2001:db8:0:1::%1" << "2001:db8:0:1:ffff::9" << true;
        QTest::newRow("next /64") << "2001:db8:0:1::%1" << "2001:db8:0:2::1" << false;
        QTest::newRow("IPv4 neighbours") << "192.0.2.%1" << "192.0.2.200" << false;
    }
    void a_network_counts_as_one() {
        QFETCH(QString, guesser);
        QFETCH(QString, other);
        QFETCH(bool, waits);
        Lockout lockout(config);
        for (int i = 1; i <= config.lock_after_address; ++i)
            static_cast<void>(
                lockout.failed("name" + std::to_string(i), guesser.arg(i).toStdString(), now));
        QCOMPARE(lockout.waiting("another", other.toStdString(), now).has_value(), waits);
        QCOMPARE(lockout.waiting(other.toStdString(), now).has_value(), waits);
    }

    void an_address_is_forgiven_by_and_by() {
        Lockout lockout(config);
        auto at = now;
        // A busy hall behind one address: a slip every ten minutes, all day long.
        for (int i = 0; i < 6 * 48; ++i, at += std::chrono::minutes(10)) {
            static_cast<void>(lockout.failed("name" + std::to_string(i), "10.0.0.1", at));
            QVERIFY(!lockout.waiting("another", "10.0.0.1", at));
        }
        // An hour halves what has been counted; it does not wipe it out.
        at += std::chrono::hours(24);
        for (int i = 1; i < config.lock_after_address; ++i)
            static_cast<void>(lockout.failed("name" + std::to_string(i), "10.0.0.2", at));
        at += std::chrono::hours(1);
        int more = 0;
        while (!lockout.waiting("another", "10.0.0.2", at)) {
            static_cast<void>(lockout.failed("more" + std::to_string(more), "10.0.0.2", at));
            ++more;
        }
        const auto left = (config.lock_after_address - 1) / 2;
        QCOMPARE(more, static_cast<int>(config.lock_after_address - left));
    }

    void what_has_no_name_waits_by_address_alone() {
        Lockout lockout(config);
        for (int i = 0; i < config.lock_after; ++i)
            static_cast<void>(lockout.failed("link", "10.0.0.1", now));
        QVERIFY(lockout.waiting("link", "10.0.0.2", now));
        QVERIFY(!lockout.waiting("10.0.0.2", now));
        for (int i = 0; i < config.lock_after_address; ++i)
            lockout.failed("10.0.0.3", now);
        QVERIFY(lockout.waiting("10.0.0.3", now));
        QVERIFY(lockout.waiting("anybody", "10.0.0.3", now));
        QVERIFY(!lockout.waiting("10.0.0.2", now));
    }

    void a_day_is_a_clean_slate() {
        Lockout lockout(config);
        for (int i = 1; i < config.lock_after; ++i)
            static_cast<void>(lockout.failed("ming", "10.0.0.1", now));
        const auto later = now + std::chrono::hours(25);
        QVERIFY(!lockout.failed("ming", "10.0.0.1", later));
        QVERIFY(!lockout.waiting("ming", "10.0.0.1", later));
    }
};

QTEST_GUILESS_MAIN(LockoutTest)
#include "lockout_test.moc"
