// The machine behind a wall: how it signs in, how long, what it may, and how that ends.
#include "tests/hub/ops/data_folder.h"
#include "tests/hub/wall/wall_hall.h"

#include <QTest>

#include <future>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::DataFolderOf;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;
using chengyun::hub::test::refusal;
using chengyun::hub::test::says;
using chengyun::hub::test::WallHall;

namespace {

/// Waits for what a callback is given.
template <class T, class Start>
Result<T> wait_for(Start start) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    start([promise](Result<T> result) { promise->set_value(std::move(result)); });
    return future.get();
}

} // namespace

class WallDeviceTest : public QObject {
    Q_OBJECT
    std::unique_ptr<WallHall> hall_;

    AccountService& accounts() { return hall_->accounts.service(); }
    Result<OneTimeLink> code(const std::string& wall = WallHall::wall().id) {
        DeviceAccounts::Coded coded;
        auto made = hall_->writer->run([&](Transaction& tx) -> Result<Answer> {
            auto done = hall_->walls.make_code(tx, hall_->admin, wall);
            if (!done)
                return done.error();
            coded = *done;
            return Answer{};
        });
        if (!made)
            return made.error();
        coded.committed();
        return coded.link;
    }
    Result<Done> revoke(const std::string& wall = WallHall::wall().id) {
        DeviceAccounts::Committed committed;
        auto done = hall_->run([&](Transaction& tx) -> Result<Answer> {
            auto revoked = hall_->walls.revoke(tx, hall_->admin, wall);
            if (!revoked)
                return revoked.error();
            committed = revoked->committed;
            return revoked->answer;
        });
        if (done)
            committed();
        return done;
    }
    Result<Session> open(const OneTimeLink& link) {
        return wait_for<Session>(
            [&](auto done) { accounts().open_link({link.token}, "10.0.0.9", done); });
    }
    Session sign_in() { return must(open(must(code()))); }
    bool is_signed_in(const Session& session) {
        return accounts().check(session.token).has_value();
    }
    Result<Answer> patch(PatchAccount change) {
        const auto root = must(
            accounts().create_now({"root", "root", Role::admin, {}, {}, "a long enough word"}));
        const auto session = must(accounts().open_session_now(root.id, "password"));
        const auto by = must(accounts().check(session.token));
        return wait_for<Answer>([&](auto done) {
            accounts().patch(by, {new_id(), by->account.id, "digest", {}},
                             *accounts().find(device_name(WallHall::wall().id)), change, done);
        });
    }

private Q_SLOTS:
    void init() {
        hall_ = std::make_unique<WallHall>();
        hall_->add_areas();
        must(hall_->put(hall_->commander, WallHall::wall(Hall::east)));
    }

    void a_code_signs_the_machine_in() {
        const auto link = must(code());
        const auto session = must(open(link));
        QVERIFY(session.account.role == Role::wall);
        QCOMPARE(session.account.area, std::string(Hall::east));
        QCOMPARE(wall_of(session.account), std::optional(WallHall::wall().id));
        QVERIFY(is_signed_in(session));
        QCOMPARE(refusal(open(link)), QByteArray("not_found token")); // once
        QCOMPARE(hall_->told().last(), QStringLiteral("wall.device_coded admin"));
    }
    void a_code_that_is_too_old_opens_nothing() {
        const auto link = must(code());
        hall_->later(31);
        QCOMPARE(refusal(open(link)), QByteArray("expired token"));
    }

    /// However little it is used, and over restarts.
    void it_stays_for_a_year() {
        const auto session = sign_in();
        hall_->later(std::int64_t{364} * 24 * 60);
        accounts().sweep();
        QVERIFY(is_signed_in(session));
        hall_->restart();
        QVERIFY(is_signed_in(session));
        hall_->later(std::int64_t{2} * 24 * 60);
        QVERIFY(!is_signed_in(session));
    }

    void what_ends_it_data() {
        QTest::addColumn<QByteArray>("how");
        QTest::newRow("revoked") << QByteArray("revoke");
        QTest::newRow("another code") << QByteArray("code");
        QTest::newRow("the wall is removed") << QByteArray("remove");
        QTest::newRow("its account is disabled") << QByteArray("disable");
    }
    void what_ends_it() {
        QFETCH(QByteArray, how);
        const auto session = sign_in();
        std::vector<std::string> ended;
        accounts().on_ended([&](const auto& sessions) { ended = sessions; });
        const auto hash = must(accounts().check(session.token))->session;
        if (how == "revoke")
            must(revoke());
        else if (how == "code")
            must(code());
        else if (how == "remove")
            must(hall_->remove(hall_->commander, WallHall::wall().id));
        else
            must(patch({.disabled = true}));
        QVERIFY(!is_signed_in(session));
        QCOMPARE(ended, std::vector<std::string>{hash}); // its stream is closed
        hall_->restart();
        QVERIFY(!is_signed_in(session));
    }
    void a_code_of_before_opens_nothing() {
        const auto first = must(code());
        const auto second = must(code());
        QCOMPARE(refusal(open(first)), QByteArray("not_found token"));
        must(revoke());
        QCOMPARE(refusal(open(second)), QByteArray("not_found token"));
        QCOMPARE(refusal(revoke()), QByteArray("not_found device")); // it is revoked
        QVERIFY(is_signed_in(sign_in())); // and may come back by another code
    }
    void without_a_device_there_is_none_to_revoke() {
        QCOMPARE(refusal(revoke()), QByteArray("not_found device"));
        QCOMPARE(refusal(code(WallHall::wall({}, 2).id)), QByteArray("not_found wall"));
    }

    /// A device sees by its wall's area, which therefore stays.
    void a_wall_with_a_device_keeps_its_area() {
        sign_in();
        auto wall = must(json::read<Wall>(
            must(hall_->walls.get(*hall_->reader, hall_->commander, WallHall::wall().id))));
        wall.area = Hall::west;
        QCOMPARE(refusal(hall_->put(hall_->commander, wall)), QByteArray("wrong_state area"));
        must(revoke());
        must(hall_->put(hall_->commander, wall));
        QCOMPARE(sign_in().account.area, std::string(Hall::west));
    }

    void nobody_makes_a_device_of_a_person_or_a_person_of_a_device_data() {
        QTest::addColumn<int>("change");
        QTest::newRow("a role") << 0;
        QTest::newRow("a password") << 1;
        QTest::newRow("a wider view") << 2;
        QTest::newRow("another name for people is fine") << 3;
    }
    void nobody_makes_a_device_of_a_person_or_a_person_of_a_device() {
        QFETCH(int, change);
        sign_in();
        const PatchAccount changes[] = {{.role = Role::commander},
                                        {.password = "another long word"},
                                        {.area = ""},
                                        {.display_name = "大厅主屏"}};
        QCOMPARE(refusal(patch(changes[change])),
                 change == 3 ? QByteArray() : QByteArray("invalid_field role"));
    }
    void an_account_by_hand_is_no_device() {
        QCOMPARE(refusal(accounts().create_now(
                     {"wall.x", "x", Role::wall, {}, {}, "a long enough word"})),
                 QByteArray("invalid_field role"));
    }

    /// The demonstration's own session is one more: a hub that starts again throws out no machine.
    void a_session_of_the_demonstration_ends_no_other() {
        const auto machine = sign_in();
        const auto shown =
            must(hall_->walls.sign_in_now({"system", "system"}, WallHall::wall(Hall::east)));
        QVERIFY(is_signed_in(shown));
        QVERIFY(is_signed_in(machine));
    }

    void verify_sees_nothing_wrong() {
        DataFolderOf<WallHall> data;
        must(data.hall.put(data.hall.commander, WallHall::wall()));
        must(data.hall.walls.sign_in_now({"system", "system"}, WallHall::wall()));
        data.hall.close();
        const auto sound = must(verify(data.folder));
        QVERIFY2(sound.good(), text_of(sound).c_str());
        data.tamper("UPDATE account SET area = '420114001000' WHERE role = 'wall'");
        const auto edited = must(verify(data.folder));
        QVERIFY2(says(edited, "account", "in area"), text_of(edited).c_str());
    }
};

QTEST_GUILESS_MAIN(WallDeviceTest)
#include "wall_device_test.moc"
