#include "hub/accounts/passwords.h"

#include "hub/accounts/token.h"
#include "hub/config/guard.h"

#include <QtTest>

#include <future>
#include <stdexcept>

using namespace chengyun;
using namespace chengyun::hub;

class PasswordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Whoever asked gets the failure, and the thread goes on with the next.
    void what_throws_fails_alone() {
        QVERIFY(start_secrets());
        AccountsConfig config;
        config.hash_memory_mib = 19;
        config.hash_passes = 1;
        config.hash_threads = 1;
        Passwords passwords(config);
        const auto before = exceptions_stopped();
        std::promise<Failure> failed;
        passwords.hash("a long password", [&](const Result<std::string>& hash) {
            if (hash)
                throw std::runtime_error("nobody foresaw it");
            failed.set_value(hash.error());
        });
        QVERIFY(failed.get_future().get().kind == FailureKind::internal);
        std::promise<std::string> made;
        passwords.hash("a long password",
                       [&](const Result<std::string>& hash) { made.set_value(hash ? *hash : ""); });
        const auto hash = made.get_future().get();
        std::promise<Failure> refused;
        passwords.verify(hash, "a long password", [&](const Result<bool>& right) {
            if (right)
                throw std::bad_alloc();
            refused.set_value(right.error());
        });
        QVERIFY(refused.get_future().get().kind == FailureKind::unavailable);
        QCOMPARE(exceptions_stopped(), before + 2);
        passwords.stop();
    }
};

QTEST_GUILESS_MAIN(PasswordsTest)
#include "passwords_test.moc"
