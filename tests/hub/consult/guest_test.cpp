// Guests: what a link opens, how often and for how long, and what is left of it afterwards.
#include "hub/accounts/token.h"
#include "tests/hub/consult/consult_hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::ConsultHall;
using chengyun::hub::test::must;
using chengyun::hub::test::refusal;

class GuestTest : public QObject {
    Q_OBJECT
    std::unique_ptr<ConsultHall> hall_;
    std::string room_;

    GuestService& guests() { return hall_->capabilities.get<ConsultCapability>().guests(); }
    Result<Done> invite(const std::string& secret, const Account* by = nullptr,
                        const std::string& name = "刘工") {
        return hall_->run([&](Transaction& tx) {
            return guests().invite(tx, by ? *by : hall_->li, room_, {name}, secret);
        });
    }
    Result<Done> open(const std::string& secret, const std::string& session,
                      const std::string& name = "刘工") {
        return hall_->run(
            [&](Transaction& tx) { return guests().open(tx, secret, {name}, session); });
    }
    Result<GuestInvitation> look(const std::string& secret) {
        return guests().look(*hall_->reader, secret, hall_->clock());
    }
    Result<GuestRoom> seen(const std::string& session) {
        return guests().room(*hall_->reader, session, hall_->clock());
    }
    Result<Consult> entered(const std::string& session) {
        std::string member;
        return guests().entered(*hall_->reader, session, hall_->clock(), member);
    }
    /// A guest in the lobby; his member's id.
    std::string waiting(const std::string& secret, const std::string& session) {
        must(invite(secret));
        must(open(secret, session));
        return must(seen(session)).member;
    }
    void let_in(const std::string& member) {
        must(hall_->run(
            [&](Transaction& tx) { return hall_->rooms.let_in(tx, hall_->li, room_, {member}); }));
    }
    Consult room() {
        return must(json::read<Consult>(must(hall_->rooms.get(*hall_->reader, hall_->li, room_))));
    }
    std::int64_t keys() {
        auto query = must(hall_->reader->prepare("SELECT count(*) FROM consult_guest"));
        must(query.step());
        return query.integer(0);
    }

private Q_SLOTS:
    void init() {
        hall_ = std::make_unique<ConsultHall>();
        hall_->add_areas();
        room_ = hall_->standing().id;
        must(hall_->make(hall_->li, hall_->standing()));
        must(hall_->act(hall_->li, &ConsultService::enter, room_));
    }

    void a_guest_comes_through_the_lobby() {
        must(invite("secret"));
        const auto invitation = must(look("secret"));
        QCOMPARE(invitation.title, std::string("联席会商室"));
        QCOMPARE(invitation.name, std::string("刘工"));
        QVERIFY(invitation.expires == hall_->clock() + guest_link_lives);
        must(open("secret", "session", "刘工（水务）"));
        const auto lobby = must(seen("session"));
        QVERIFY(lobby.state == MemberState::waiting);
        QVERIFY(lobby.members.empty()); // not before he is in
        QCOMPARE(refusal(entered("session")), QByteArray("wrong_state member"));
        let_in(lobby.member);
        const auto inside = must(seen("session"));
        QVERIFY(inside.state == MemberState::in);
        QCOMPARE(int(inside.members.size()), 2);
        QCOMPARE(inside.chair, hall_->li.id);
        const auto consult = must(entered("session"));
        const auto* member = find_member(consult, lobby.member);
        QVERIFY(member && is_guest(*member));
        QCOMPARE(member->name, std::string("刘工（水务）"));
        QByteArrayList told;
        for (const auto& entry : hall_->entries())
            told << QByteArray::fromStdString(entry.kind);
        QCOMPARE(told, (QByteArrayList{"consult.made", "consult.entered", "consult.invited",
                                       "consult.waiting", "consult.let_in"}));
        QVERIFY(hall_->chain_intact());
    }

    void a_link_opens_once() {
        must(invite("secret"));
        must(open("secret", "session"));
        QCOMPARE(refusal(open("secret", "another")), QByteArray("not_found secret"));
        QCOMPARE(refusal(look("secret")), QByteArray("not_found secret"));
        QCOMPARE(refusal(seen("another")), QByteArray("unauthenticated"));
        // Neither is the other: a link's secret is no session, and a session no link.
        QCOMPARE(refusal(seen("secret")), QByteArray("unauthenticated"));
        QCOMPARE(refusal(look("session")), QByteArray("not_found secret"));
        QCOMPARE(refusal(open("session", "another")), QByteArray("not_found secret"));
    }

    void a_link_that_nobody_made_opens_nothing() {
        for (const auto* secret : {"", "secret", "' OR 1=1 --"}) {
            QCOMPARE(refusal(look(secret)), QByteArray("not_found secret"));
            QCOMPARE(refusal(open(secret, "session")), QByteArray("not_found secret"));
            QCOMPARE(refusal(seen(secret)), QByteArray("unauthenticated"));
        }
    }

    void a_link_lives_half_an_hour() {
        must(invite("secret"));
        hall_->later(29);
        QVERIFY(look("secret").has_value());
        hall_->later(1);
        QCOMPARE(refusal(look("secret")), QByteArray("expired secret"));
        QCOMPARE(refusal(open("secret", "session")), QByteArray("expired secret"));
        must(invite("next")); // what is over is cleared away
        QCOMPARE(keys(), std::int64_t(1));
    }

    void a_session_ends_by_itself() {
        let_in(waiting("secret", "session"));
        hall_->later(12 * 60 - 1);
        QVERIFY(entered("session").has_value());
        hall_->later(1);
        QCOMPARE(refusal(entered("session")), QByteArray("unauthenticated"));
    }

    void only_the_chair_makes_links() {
        QCOMPARE(refusal(invite("secret", &hall_->commander)), QByteArray("forbidden"));
        QCOMPARE(refusal(invite("secret", &hall_->east_phone)), QByteArray("not_found consult"));
        QCOMPARE(refusal(look("secret")), QByteArray("not_found secret"));
        QCOMPARE(refusal(invite("secret", nullptr, " ")), QByteArray("missing_field name"));
        QCOMPARE(refusal(invite("secret", nullptr, std::string(61, 'a'))),
                 QByteArray("invalid_field name"));
        for (int i = 0; i < most_guest_links; ++i)
            must(invite("secret " + std::to_string(i)));
        QCOMPARE(refusal(invite("one more")), QByteArray("no_room guests"));
        QCOMPARE(refusal(look("one more")), QByteArray("not_found secret"));
    }

    void a_locked_room_takes_no_guest() {
        must(invite("secret"));
        must(hall_->run(
            [&](Transaction& tx) { return hall_->rooms.lock(tx, hall_->li, room_, {true}); }));
        QCOMPARE(refusal(open("secret", "session")), QByteArray("wrong_state locked"));
        QCOMPARE(refusal(invite("another")), QByteArray("wrong_state locked"));
        must(hall_->run(
            [&](Transaction& tx) { return hall_->rooms.lock(tx, hall_->li, room_, {false}); }));
        must(open("secret", "session")); // it was not used up
    }

    void what_ends_a_guest_data() {
        QTest::addColumn<bool>("is_in");
        QTest::addColumn<QByteArray>("how");
        for (const auto* how : {"removed", "room ended", "leaves"}) {
            QTest::addRow("in, %s", how) << true << QByteArray(how);
            QTest::addRow("waiting, %s", how) << false << QByteArray(how);
        }
    }
    void what_ends_a_guest() {
        QFETCH(bool, is_in);
        QFETCH(QByteArray, how);
        const auto member = waiting("secret", "session");
        must(invite("unopened"));
        if (is_in)
            let_in(member);
        must(hall_->run([&](Transaction& tx) -> Result<Answer> {
            if (how == "removed")
                return hall_->rooms.remove(tx, hall_->li, room_, {member});
            if (how == "room ended")
                return hall_->rooms.end(tx, hall_->li, room_);
            return guests().leave(tx, "session");
        }));
        QCOMPARE(refusal(seen("session")), QByteArray("unauthenticated"));
        QCOMPARE(refusal(entered("session")), QByteArray("unauthenticated"));
        QCOMPARE(refusal(open("secret", "again")), QByteArray("not_found secret"));
        QCOMPARE(
            refusal(hall_->run([&](Transaction& tx) { return guests().leave(tx, "session"); })),
            QByteArray("unauthenticated"));
        // What is left are others' links, and none of a room that is over.
        QCOMPARE(keys(), std::int64_t(how == "room ended" ? 0 : 1));
        QCOMPARE(refusal(look("unopened")),
                 QByteArray(how == "room ended" ? "not_found secret" : ""));
        if (how == "room ended")
            QVERIFY(!find_member(room(), member)); // a standing room knows its own
    }

    void a_guest_never_has_the_chair() {
        const auto member = waiting("secret", "session");
        let_in(member);
        QCOMPARE(refusal(hall_->run([&](Transaction& tx) {
                     return hall_->rooms.hand_over(tx, hall_->li, room_, {member});
                 })),
                 QByteArray("wrong_state member"));
        must(hall_->act(hall_->li, &ConsultService::leave, room_));
        QCOMPARE(room().chair, std::string());
        must(hall_->act(hall_->commander, &ConsultService::enter, room_));
        QCOMPARE(room().chair, hall_->commander.id);
    }

    void a_lost_chair_passes_on_and_the_journal_says_who_has_it() {
        let_in(waiting("secret", "session"));
        must(hall_->act(hall_->commander, &ConsultService::enter, room_)); // in the lobby
        let_in(hall_->commander.id);
        const auto pass = [&](const std::set<std::string, std::less<>>& present) {
            return hall_->run([&](Transaction& tx) {
                return hall_->rooms.pass_lost_chair(tx, room_, hall_->li.id, present);
            });
        };
        QCOMPARE(refusal(pass({must(seen("session")).member})), QByteArray("wrong_state chair"));
        must(pass({hall_->commander.id}));
        QCOMPARE(room().chair, hall_->commander.id);
        QVERIFY(is_in(room(), hall_->li.id)); // comes back by himself
        QCOMPARE(hall_->entries().back().kind, std::string("consult.chair"));
        QCOMPARE(hall_->entries().back().actor, std::string("system"));
        QCOMPARE(refusal(pass({hall_->commander.id})), QByteArray("wrong_state chair"));
    }

    void nothing_of_a_secret_is_kept() {
        const std::string secret = new_token(), session = new_token();
        waiting(secret, session);
        hall_->close();
        QFile file(QString::fromStdString(hall_->file.string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        QVERIFY(!bytes.contains(secret.c_str()) && !bytes.contains(session.c_str()));
        hall_->open();
        QVERIFY(must(seen(session)).state == MemberState::waiting); // the hub was started anew
    }
};

QTEST_GUILESS_MAIN(GuestTest)
#include "guest_test.moc"
