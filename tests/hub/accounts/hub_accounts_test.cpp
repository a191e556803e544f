#include "hub/accounts/account_service.h"
#include "hub/accounts/token.h"
#include "hub/store/findings.h"
#include "tests/hub/hall.h"

#include <QtTest>

#include <algorithm>
#include <future>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

/// Cheap hashes: what is tested is who gets in, not how long guessing takes.
AccountsConfig quick() {
    AccountsConfig config;
    config.hash_memory_mib = 19;
    config.hash_passes = 1;
    return config;
}

constexpr const char* good_password = "correct horse 1";

/// Waits for what a callback is given.
template <class T, class Start>
Result<T> wait_for(Start start) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    start([promise](Result<T> result) { promise->set_value(std::move(result)); });
    return future.get();
}

struct Desk {
    Hall hall;
    std::unique_ptr<AccountService> accounts;

    explicit Desk(AccountsConfig config = quick()) : config_(config) {
        hall.add_areas();
        reload();
    }
    void reload() {
        accounts.reset();
        accounts = std::make_unique<AccountService>(*hall.writer, *hall.unit_store, hall.reach,
                                                    config_, hall.clock);
        must(accounts->load(*hall.reader));
    }
    /// As after the process has ended: nothing is known but what is on disk.
    void restart() {
        accounts.reset();
        hall.close();
        hall.open();
        reload();
    }
    Account create(const std::string& name, Role role = Role::operator_,
                   std::optional<std::string> unit = {}) {
        return must(accounts->create_now({name, "某人", role, {}, unit, good_password}));
    }
    Result<Session> sign_in(const std::string& name, const std::string& password,
                            const std::string& address = "10.0.0.1") {
        return wait_for<Session>(
            [&](auto done) { accounts->sign_in({name, password}, address, done); });
    }
    SignedInPtr who(const Session& session) { return must(accounts->check(session.token)); }
    Result<Answer> patch(const SignedInPtr& by, const std::string& id, PatchAccount patch) {
        return wait_for<Answer>([&](auto done) {
            accounts->patch(by, {new_id(), by->account.id, "digest", {}}, id, patch, done);
        });
    }

private:
    AccountsConfig config_;
};

} // namespace

class HubAccountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start_secrets()); }

    void signing_in_and_out() {
        Desk desk;
        desk.create("ming");
        const auto session = must(desk.sign_in("ming", good_password));
        QCOMPARE(session.account.name, std::string("ming"));
        QCOMPARE(desk.who(session)->account.id, session.account.id);
        QVERIFY(desk.accounts->check(session.token + "x").has_error());
        std::vector<std::string> ended;
        desk.accounts->on_ended([&](const auto& hashes) { ended = hashes; });
        const auto who = desk.who(session);
        must(wait_for<Answer>([&](auto done) { desk.accounts->sign_out(who, done); }));
        QVERIFY(desk.accounts->check(session.token).has_error());
        QCOMPARE(ended, std::vector<std::string>{who->session});
        const auto kinds = desk.hall.kinds();
        QVERIFY(std::ranges::count(kinds, "session.opened") == 1);
        QVERIFY(std::ranges::count(kinds, "session.closed") == 1);
    }

    void every_refusal_is_the_same() {
        Desk desk;
        desk.create("ming");
        const auto off = desk.create("off");
        desk.create("root", Role::admin);
        const auto by = desk.who(must(desk.sign_in("root", good_password)));
        must(desk.patch(by, off.id, {.disabled = true}));
        const auto wrong = desk.sign_in("ming", "not the password");
        const auto nobody = desk.sign_in("nobody", good_password);
        const auto disabled = desk.sign_in("off", good_password);
        QVERIFY(wrong.has_error() && nobody.has_error() && disabled.has_error());
        QVERIFY(wrong.error() == nobody.error());
        QVERIFY(wrong.error() == disabled.error());
        QVERIFY(wrong.error().kind == FailureKind::unauthenticated);
    }

    void repeated_failures_must_wait() {
        Desk desk;
        desk.create("ming");
        for (int i = 0; i < quick().lock_after; ++i)
            QVERIFY(desk.sign_in("ming", "wrong wrong wrong").error().kind ==
                    FailureKind::unauthenticated);
        // The right password does not help while one must wait, or guessing would go on.
        QVERIFY(desk.sign_in("ming", good_password).error().kind == FailureKind::locked_out);
        desk.hall.later(2);
        QVERIFY(desk.sign_in("ming", good_password).has_value());
        QVERIFY(std::ranges::count(desk.hall.kinds(), "account.locked") == 1);
    }

    void guesses_side_by_side_must_wait_too() {
        auto config = quick();
        config.hash_threads = 2;
        Desk desk(config);
        desk.create("ming");
        // All are let in before the first has been checked; the right one stands last.
        std::vector<std::future<FailureKind>> kinds;
        for (int i = 0; i < 40; ++i) {
            auto promise = std::make_shared<std::promise<FailureKind>>();
            kinds.push_back(promise->get_future());
            desk.accounts->sign_in({"ming", i < 39 ? "wrong wrong wrong" : good_password},
                                   "10.0.0.1", [promise](const Result<Session>& session) {
                                       promise->set_value(session ? FailureKind::internal
                                                                  : session.error().kind);
                                   });
        }
        int checked = 0;
        for (auto& kind : kinds) {
            const auto value = kind.get();
            QVERIFY(value == FailureKind::unauthenticated || value == FailureKind::locked_out);
            checked += value == FailureKind::unauthenticated;
        }
        // One more for each further thread that was checking when the wait began.
        QVERIFY(checked >= config.lock_after);
        QVERIFY(checked < config.lock_after + config.hash_threads);
    }

    void a_password_changed_meanwhile_opens_nothing() {
        Desk desk;
        const auto ming = desk.create("ming");
        const auto session = must(desk.sign_in("ming", good_password));
        // What a check that began before the change looks at, and what is stored when it ends.
        const AccountStore store;
        must(desk.hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            auto stored = must(store.account(tx.database(), ming.id));
            stored.password = "another";
            must(store.put(tx.database(), stored));
            return Answer{};
        }));
        QVERIFY(desk.sign_in("ming", good_password).error().kind == FailureKind::unauthenticated);
        const auto changed = wait_for<Answer>([&](auto done) {
            desk.accounts->change_password(desk.who(session), {good_password, "new password 1"},
                                           "10.0.0.1", done);
        });
        QVERIFY(changed.error().kind == FailureKind::forbidden);
    }

    void who_changes_the_own_password_goes_on() {
        Desk desk;
        desk.create("ming");
        const auto here = must(desk.sign_in("ming", good_password));
        const auto elsewhere = must(desk.sign_in("ming", good_password));
        const auto change = [&](const std::string& old, const std::string& fresh) {
            return wait_for<Answer>([&](auto done) {
                desk.accounts->change_password(desk.who(here), {old, fresh}, "10.0.0.1", done);
            });
        };
        const auto wrong = change("not the password", "another one 2");
        QCOMPARE(wrong.error().kind, FailureKind::forbidden);
        QCOMPARE(wrong.error().field, std::string("old_password"));
        const auto early = change(good_password, "short");
        QCOMPARE(early.error().kind, FailureKind::invalid_field);
        QCOMPARE(early.error().field, std::string("new_password"));
        must(change(good_password, "another one 2"));
        QVERIFY(desk.accounts->check(here.token).has_value());
        QVERIFY(desk.accounts->check(elsewhere.token).has_error());
        // On disk, too, and the journal says which one went on.
        desk.restart();
        QVERIFY(desk.accounts->check(here.token).has_value());
        QVERIFY(desk.accounts->check(elsewhere.token).has_error());
        QVERIFY(desk.sign_in("ming", good_password).has_error());
        must(desk.sign_in("ming", "another one 2"));
        Findings findings;
        must(AccountStore().check(*desk.hall.reader, findings));
        QCOMPARE(findings.wrong_count(), 0);
    }

    void a_locked_seat_asks_for_the_password_of_who_sits_there() {
        Desk desk;
        desk.create("ming");
        const auto session = must(desk.sign_in("ming", good_password));
        const auto prove = [&](const std::string& password) {
            return wait_for<Answer>([&](auto done) {
                desk.accounts->prove_password(desk.who(session), {password}, "10.0.0.1", done);
            });
        };
        const auto proven = must(prove(good_password));
        QCOMPARE(proven.status, 200);
        QCOMPARE(must(json::read<Account>(proven.body)), session.account);
        const auto wrong = prove("not the password");
        QCOMPARE(wrong.error().kind, FailureKind::forbidden);
        QCOMPARE(wrong.error().field, std::string("password"));
        must(desk.hall.writer->run([](Transaction&) -> Result<Answer> { return Answer{}; }));
        QCOMPARE(std::ranges::count(desk.hall.kinds(), "session.refused"), 1);
        QVERIFY(desk.accounts->check(session.token).has_value());
        // Guessing at a seat that was left alone is stopped as guessing at the door is.
        for (int i = 1; i < quick().lock_after; ++i)
            QCOMPARE(prove("wrong again").error().kind, FailureKind::forbidden);
        QCOMPARE(prove(good_password).error().kind, FailureKind::locked_out);
        QCOMPARE(desk.sign_in("ming", good_password).error().kind, FailureKind::locked_out);
        desk.hall.later(2);
        must(prove(good_password));
    }

    void sessions_survive_a_restart_and_expire() {
        Desk desk;
        desk.create("ming");
        const auto session = must(desk.sign_in("ming", good_password));
        desk.reload();
        QVERIFY(desk.accounts->check(session.token).has_value());
        desk.hall.later(quick().session_idle_minutes + 1);
        QVERIFY(desk.accounts->check(session.token).error().kind == FailureKind::unauthenticated);
        desk.reload();
        // The row goes with the next batch at the latest.
        desk.accounts->sweep();
        must(desk.hall.writer->run([](Transaction&) -> Result<Answer> { return Answer{}; }));
        desk.reload();
        QVERIFY(desk.accounts->check(session.token).has_error());
    }

    void what_could_not_be_ended_is_not_told_as_ended_data() {
        QTest::addColumn<QString>("how");
        QTest::newRow("signing out") << QStringLiteral("sign out");
        QTest::newRow("another password") << QStringLiteral("password");
        QTest::newRow("the account disabled") << QStringLiteral("disable");
        QTest::newRow("the account's password given anew") << QStringLiteral("given");
    }
    void what_could_not_be_ended_is_not_told_as_ended() {
        QFETCH(QString, how);
        Desk desk;
        const auto admin = desk.create("root", Role::admin);
        const auto account = desk.create("ming");
        const auto session = must(desk.sign_in("ming", good_password));
        const auto by = must(desk.sign_in("root", good_password));
        const auto other = how == QStringLiteral("password")
                               ? must(desk.sign_in("ming", good_password))
                               : Session{};
        const auto end = [&]() -> Result<Answer> {
            if (how == QStringLiteral("sign out"))
                return wait_for<Answer>(
                    [&](auto done) { desk.accounts->sign_out(desk.who(session), done); });
            if (how == QStringLiteral("password"))
                return wait_for<Answer>([&](auto done) {
                    desk.accounts->change_password(
                        desk.who(other), {good_password, "another one 2"}, "10.0.0.1", done);
                });
            PatchAccount patch;
            if (how == QStringLiteral("disable"))
                patch.disabled = true;
            else
                patch.password = "another one 2";
            return desk.patch(desk.who(by), account.id, patch);
        };
        std::vector<std::string> ended;
        const auto listen = [&] {
            desk.accounts->on_ended([&](const auto& hashes) { ended = hashes; });
        };
        listen();
        desk.hall.writer->stop(); // refuses, as it does when the disk is full
        QCOMPARE(end().error().kind, FailureKind::unavailable);
        QVERIFY(desk.accounts->check(session.token).has_value());
        QVERIFY(ended.empty());
        // What was said before a restart holds after it.
        desk.restart();
        listen();
        const auto hash = desk.who(session)->session;
        must(end());
        QVERIFY(desk.accounts->check(session.token).has_error());
        QCOMPARE(ended, std::vector<std::string>{hash});
        desk.restart();
        QVERIFY(desk.accounts->check(session.token).has_error());
        QVERIFY(desk.accounts->check(by.token).has_value());
    }

    /// What waits for a password's hash is not carried out for an administrator who is none any
    /// more by then.
    void who_was_disabled_meanwhile_changes_nothing_data() {
        QTest::addColumn<QString>("what");
        QTest::newRow("a new account") << QStringLiteral("create");
        QTest::newRow("another's password") << QStringLiteral("patch");
    }
    void who_was_disabled_meanwhile_changes_nothing() {
        QFETCH(QString, what);
        Desk desk;
        desk.create("root", Role::admin);
        const auto other = desk.create("zhao", Role::admin);
        const auto ming = desk.create("ming");
        const auto by = desk.who(must(desk.sign_in("zhao", good_password)));
        PatchAccount disabled;
        disabled.disabled = true;
        must(desk.patch(desk.who(must(desk.sign_in("root", good_password))), other.id, disabled));
        PatchAccount password;
        password.password = "another one 2";
        const auto done =
            what == QStringLiteral("patch")
                ? desk.patch(by, ming.id, password)
                : wait_for<Answer>([&](auto answer) {
                      desk.accounts->create(by, {new_id(), by->account.id, "digest", {}},
                                            {"wang", "某人", Role::admin, {}, {}, good_password},
                                            answer);
                  });
        QVERIFY(done.has_error());
        QCOMPARE(done.error().kind, FailureKind::forbidden);
        QVERIFY(!desk.accounts->find("wang"));
        must(desk.sign_in("ming", good_password));
    }

    void a_session_ended_twice_is_journalled_once() {
        Desk desk;
        desk.create("ming");
        const auto who = desk.who(must(desk.sign_in("ming", good_password)));
        for (int i = 0; i < 2; ++i)
            must(wait_for<Answer>([&](auto done) { desk.accounts->sign_out(who, done); }));
        const auto kinds = desk.hall.kinds();
        QCOMPARE(std::count(kinds.begin(), kinds.end(), "session.closed"), 1);
    }

    void an_idle_session_does_not_become_young_by_a_restart_data() {
        QTest::addColumn<bool>("written"); // the writer took its end
        QTest::newRow("told, and not written") << false;
        QTest::newRow("while the hub was away") << true;
    }
    void an_idle_session_does_not_become_young_by_a_restart() {
        QFETCH(bool, written);
        Desk desk;
        desk.create("ming");
        const auto session = must(desk.sign_in("ming", good_password));
        const auto hash = desk.who(session)->session;
        if (!written) {
            desk.hall.writer->stop();
            desk.hall.later(quick().session_idle_minutes + 1);
            std::vector<std::string> ended;
            desk.accounts->on_ended([&](const auto& hashes) { ended = hashes; });
            for (int i = 0; i < 3; ++i)
                QVERIFY(desk.accounts->check(session.token).has_error());
            QCOMPARE(ended, std::vector<std::string>{hash}); // its streams end at once
        } else {
            desk.hall.later(quick().session_idle_minutes + 1);
        }
        desk.restart();
        QVERIFY(!desk.accounts->touch(hash));
        QVERIFY(desk.accounts->check(session.token).has_error());
        desk.accounts->sweep();
        must(desk.hall.writer->run([](Transaction&) -> Result<Answer> { return Answer{}; }));
        QCOMPARE(desk.accounts->open_sessions(), 0U);
        QCOMPARE(desk.hall.kinds().back(), std::string("session.closed"));
    }

    void use_is_remembered_over_a_restart() {
        Desk desk;
        desk.create("ming");
        const auto session = must(desk.sign_in("ming", good_password));
        desk.hall.later(quick().session_idle_minutes - 10);
        QVERIFY(desk.accounts->check(session.token).has_value());
        desk.accounts->sweep();
        must(desk.hall.writer->run([](Transaction&) -> Result<Answer> { return Answer{}; }));
        desk.restart();
        desk.hall.later(30);
        QVERIFY(desk.accounts->check(session.token).has_value());
    }

    void use_keeps_a_session_until_its_end() {
        Desk desk;
        desk.create("ming");
        const auto session = must(desk.sign_in("ming", good_password));
        const auto hash = desk.who(session)->session;
        for (std::int64_t at = 0; at < quick().session_hours * 60; at += 200) {
            QVERIFY(desk.accounts->touch(hash));
            desk.hall.later(200);
        }
        QVERIFY(!desk.accounts->touch(hash));
        QVERIFY(desk.accounts->check(session.token).has_error());
    }

    void the_database_holds_no_secret() {
        Desk desk;
        desk.create("ming");
        const auto session = must(desk.sign_in("ming", good_password));
        const auto link = must(desk.accounts->make_setup_link());
        desk.accounts.reset();
        desk.hall.close();
        for (const char* suffix : {"", "-wal"}) {
            QFile file(QString::fromStdString(desk.hall.file.string() + suffix));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const auto content = file.readAll();
            QVERIFY(!content.contains(session.token.c_str()));
            QVERIFY(!content.contains(link.token.c_str()));
            QVERIFY(!content.contains(good_password));
        }
        desk.hall.open();
    }

    void the_first_administrator() {
        Desk desk;
        QVERIFY(!desk.accounts->has_accounts());
        const auto old = must(desk.accounts->make_setup_link());
        const auto link = must(desk.accounts->make_setup_link());
        const auto set_up = [&](const std::string& token, const std::string& password) {
            return wait_for<Session>([&](auto done) {
                desk.accounts->set_up({token, "root", "管理员", password}, "10.0.0.1", done);
            });
        };
        QVERIFY(set_up(old.token, good_password).error().kind == FailureKind::not_found);
        QVERIFY(set_up(link.token, "short").error().kind == FailureKind::invalid_field);
        const auto session = must(set_up(link.token, good_password));
        QVERIFY(session.account.role == Role::admin);
        QVERIFY(set_up(link.token, good_password).error().kind == FailureKind::not_found);
        QVERIFY(desk.sign_in("root", good_password).has_value());
    }

    void a_setup_link_expires() {
        Desk desk;
        const auto link = must(desk.accounts->make_setup_link());
        desk.hall.later(24 * 60 + 1);
        const auto late = wait_for<Session>([&](auto done) {
            desk.accounts->set_up({link.token, "root", "管理员", good_password}, "a", done);
        });
        QVERIFY(late.error().kind == FailureKind::expired);
        QVERIFY(!desk.accounts->has_accounts());
    }

    void a_phone_comes_by_a_link_once() {
        Desk desk;
        desk.create("ming");
        const auto by = desk.who(must(desk.sign_in("ming", good_password)));
        const auto make = [&] {
            return must(wait_for<OneTimeLink>(
                [&](auto done) { desk.accounts->make_unit_link(by, desk.hall.east_unit, done); }));
        };
        const auto open = [&](const std::string& token) {
            return wait_for<Session>(
                [&](auto done) { desk.accounts->open_link({token}, "10.0.0.9", done); });
        };
        const auto first = make();
        const auto second = make();
        QVERIFY(open(first.token).error().kind == FailureKind::not_found);
        const auto session = must(open(second.token));
        QVERIFY(session.account.role == Role::unit);
        QCOMPARE(session.account.unit, desk.hall.east_unit);
        QVERIFY(open(second.token).error().kind == FailureKind::not_found);
        // Its account has no password, so none can be right.
        QVERIFY(desk.sign_in(session.account.name, "").has_error());
        const auto third = make();
        desk.hall.later(quick().link_minutes + 1);
        QVERIFY(open(third.token).error().kind == FailureKind::expired);
    }

    void a_link_for_a_unit_out_of_scope_is_refused() {
        Desk desk;
        auto stranger =
            std::make_shared<const SignedIn>(SignedIn{desk.hall.west_operator, "session", {}});
        const auto link = wait_for<OneTimeLink>(
            [&](auto done) { desk.accounts->make_unit_link(stranger, desk.hall.east_unit, done); });
        QVERIFY(link.error().kind == FailureKind::not_found);
    }

    void nobody_keeps_links_from_working() {
        Desk desk;
        desk.create("ming");
        const auto by = desk.who(must(desk.sign_in("ming", good_password)));
        const auto link = must(wait_for<OneTimeLink>(
            [&](auto done) { desk.accounts->make_unit_link(by, desk.hall.east_unit, done); }));
        const auto first = must(desk.accounts->make_setup_link());
        // Somebody signs in, or tries, under the names of what is counted.
        for (const auto* name : {"link", "setup"})
            for (int i = 0; i < 2 * quick().lock_after; ++i)
                QVERIFY(desk.sign_in(name, "a wrong password").has_error());
        QVERIFY(wait_for<Session>([&](auto done) {
                    desk.accounts->open_link({link.token}, "10.0.0.9", done);
                }).has_value());
        QVERIFY(wait_for<Session>([&](auto done) {
                    desk.accounts->set_up({first.token, "root", "管理员", good_password},
                                          "10.0.0.9", done);
                }).has_value());
    }

    void what_became_something_else_is_opened_by_no_link_data() {
        QTest::addColumn<bool>("before");
        QTest::addColumn<bool>("disabled");
        QTest::newRow("another role, then a link") << true << false;
        QTest::newRow("disabled, then a link") << true << true;
        QTest::newRow("another role after the link") << false << false;
        QTest::newRow("disabled after the link") << false << true;
    }

    void what_became_something_else_is_opened_by_no_link() {
        QFETCH(bool, before);
        QFETCH(bool, disabled);
        Desk desk;
        desk.create("root", Role::admin);
        desk.create("ming");
        const auto root = desk.who(must(desk.sign_in("root", good_password)));
        const auto by = desk.who(must(desk.sign_in("ming", good_password)));
        const auto make = [&] {
            return wait_for<OneTimeLink>(
                [&](auto done) { desk.accounts->make_unit_link(by, desk.hall.east_unit, done); });
        };
        const auto change = [&] {
            const auto id = desk.accounts->find("unit." + desk.hall.east_unit);
            QVERIFY(id);
            if (disabled)
                must(desk.patch(root, *id, {.disabled = true}));
            else
                must(desk.patch(root, *id, {.role = Role::operator_, .unit = std::string()}));
        };
        const auto link = must(make());
        change();
        if (before) {
            const auto refused = make();
            QVERIFY(refused.has_error());
            QVERIFY(refused.error().kind == FailureKind::wrong_state);
            QCOMPARE(refused.error().field, std::string("unit"));
        } else {
            QVERIFY(wait_for<Session>([&](auto done) {
                        desk.accounts->open_link({link.token}, "10.0.0.9", done);
                    })
                        .error()
                        .kind == FailureKind::not_found);
        }
    }

    void two_links_at_once_for_a_new_account() {
        Desk desk;
        desk.create("ming");
        const auto by = desk.who(must(desk.sign_in("ming", good_password)));
        std::promise<Result<OneTimeLink>> one, two;
        desk.accounts->make_unit_link(by, desk.hall.east_unit,
                                      [&](auto link) { one.set_value(std::move(link)); });
        desk.accounts->make_unit_link(by, desk.hall.east_unit,
                                      [&](auto link) { two.set_value(std::move(link)); });
        QVERIFY(one.get_future().get().has_value());
        QVERIFY(two.get_future().get().has_value());
    }

    void changing_an_account_ends_its_sessions() {
        Desk desk;
        const auto ming = desk.create("ming");
        desk.create("root", Role::admin);
        const auto by = desk.who(must(desk.sign_in("root", good_password)));
        const auto session = must(desk.sign_in("ming", good_password));
        must(desk.patch(by, ming.id, {.area = std::string(Hall::east)}));
        QVERIFY(desk.accounts->check(session.token).has_error());
        const auto again = must(desk.sign_in("ming", good_password));
        QCOMPARE(again.account.area, std::string(Hall::east));
        must(desk.patch(by, ming.id, {.password = "another long one"}));
        QVERIFY(desk.accounts->check(again.token).has_error());
        QVERIFY(desk.sign_in("ming", good_password).has_error());
        QVERIFY(desk.sign_in("ming", "another long one").has_value());
        desk.reload();
        QVERIFY(desk.accounts->check(again.token).has_error());
    }

    void the_last_administrator_stays() {
        Desk desk;
        const auto root = desk.create("root", Role::admin);
        const auto by = desk.who(must(desk.sign_in("root", good_password)));
        QVERIFY(desk.patch(by, root.id, {.disabled = true}).error().kind ==
                FailureKind::wrong_state);
        QVERIFY(desk.patch(by, root.id, {.role = Role::auditor}).error().kind ==
                FailureKind::wrong_state);
        const auto second = desk.create("root2", Role::admin);
        must(desk.patch(by, root.id, {.disabled = true}));
    }

    void refused_accounts_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("role");
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<QByteArray>("password");
        const auto row = [](const char* what, const char* name, Role role, const char* area,
                            const char* unit, const char* password) {
            QTest::newRow(what) << QByteArray(name) << static_cast<int>(role) << QByteArray(area)
                                << QByteArray(unit) << QByteArray(password);
        };
        row("capital letters", "Ming", Role::operator_, "", "", good_password);
        row("one letter", "m", Role::operator_, "", "", good_password);
        row("short password", "ming", Role::operator_, "", "", "123456789");
        row("password is the name", "ming-of-the-hall", Role::operator_, "", "",
            "ming-of-the-hall");
        row("unit without a unit", "ming", Role::unit, "", "", good_password);
        row("unknown unit", "ming", Role::unit, "", "nowhere", good_password);
        row("operator with a unit", "ming", Role::operator_, "", "x", good_password);
        row("no area code", "ming", Role::operator_, "42x", "", good_password);
        row("unknown area", "ming", Role::operator_, "420114001099", "", good_password);
        row("admin with an area", "ming", Role::admin, "420114001000", "", good_password);
    }
    void refused_accounts() {
        QFETCH(QByteArray, name);
        QFETCH(int, role);
        QFETCH(QByteArray, area);
        QFETCH(QByteArray, unit);
        QFETCH(QByteArray, password);
        Desk desk;
        const auto made = desk.accounts->create_now({name.toStdString(), "某人",
                                                     static_cast<Role>(role), area.toStdString(),
                                                     unit.toStdString(), password.toStdString()});
        QVERIFY(made.has_error());
        QVERIFY(!desk.accounts->has_accounts());
    }

    void refused_names_data() {
        QTest::addColumn<QByteArray>("display_name");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("blank") << QByteArray("\u3000");
        QTest::newRow("not seen") << QByteArray("张\u200b伟");
        QTest::newRow("turned round") << QByteArray("消防\u202e队");
        QTest::newRow("lines") << QByteArray("张\n伟");
        QTest::newRow("long") << QByteArray("伟").repeated(201);
    }
    void refused_names() {
        QFETCH(QByteArray, display_name);
        Desk desk;
        const auto made = desk.accounts->create_now(
            {"ming", display_name.toStdString(), Role::operator_, {}, {}, good_password});
        QVERIFY(made.has_error());
        QCOMPARE(made.error().field, std::string("display_name"));
        const auto ming = desk.create("ming");
        desk.create("root", Role::admin);
        const auto by = desk.who(must(desk.sign_in("root", good_password)));
        const auto patched = desk.patch(by, ming.id, {.display_name = display_name.toStdString()});
        QVERIFY(patched.has_error());
        QCOMPARE(patched.error().field, std::string("display_name"));
    }

    /// An auditor of a street learns of its own people's sign-ins, of nobody else's.
    void which_auditors_see_a_sign_in() {
        Desk desk;
        auto& hall = desk.hall;
        desk.create("root", Role::admin);
        const auto by = desk.who(must(desk.sign_in("root", good_password)));
        desk.create("east.phone", Role::unit, hall.east_unit);
        desk.create("hall");
        const auto moved = desk.create("moved");
        must(desk.patch(by, moved.id, {.area = std::string(Hall::west)}));
        auto east_auditor = hall.auditor, west_auditor = hall.auditor;
        east_auditor.area = Hall::east;
        west_auditor.area = Hall::west;

        const auto seen_by = [&](const Account& account, std::int64_t after) {
            std::vector<std::string> kinds;
            for (const auto& entry :
                 must(read_journal(*hall.reader, hall.writer->kinds(), after, 1000)))
                if (may_see(account, *entry))
                    kinds.push_back(must(json::read<Entry>(entry->json)).kind);
            return kinds;
        };
        using Kinds = std::vector<std::string>;
        auto head = hall.writer->head();
        must(desk.sign_in("east.phone", good_password));
        QVERIFY(desk.sign_in("east.phone", "not the password").has_error());
        must(hall.writer->run([](Transaction&) -> Result<Answer> { return Answer{}; }));
        QCOMPARE(seen_by(east_auditor, head), (Kinds{"session.opened", "session.refused"}));
        QCOMPARE(seen_by(west_auditor, head), Kinds{});
        QCOMPARE(seen_by(hall.auditor, head).size(), 2U);

        // Of those who see the whole hall only whoever sees it too.
        head = hall.writer->head();
        must(desk.sign_in("hall", good_password));
        QCOMPARE(seen_by(east_auditor, head), Kinds{});
        QCOMPARE(seen_by(hall.auditor, head), Kinds{"session.opened"});

        // Where it was and where it is.
        head = hall.writer->head();
        must(desk.patch(by, moved.id, {.area = std::string(Hall::east)}));
        QCOMPARE(seen_by(east_auditor, head), Kinds{"account.changed"});
        QCOMPARE(seen_by(west_auditor, head), Kinds{"account.changed"});
        must(desk.sign_in("moved", good_password));
        QCOMPARE(seen_by(west_auditor, head), Kinds{"account.changed"});
    }

    void names_are_unique() {
        Desk desk;
        desk.create("ming");
        const auto again =
            desk.accounts->create_now({"ming", "又一人", Role::auditor, {}, {}, good_password});
        QVERIFY(again.error().kind == FailureKind::conflict);
    }
};

QTEST_GUILESS_MAIN(HubAccountsTest)
#include "hub_accounts_test.moc"
