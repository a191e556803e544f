// Who is away: in by the hub's word, and for ten seconds not seen by the media server.
#include "hub/consult/presence.h"

#include <QTest>

using namespace chengyun::hub;
using std::chrono::seconds;

class PresenceTest : public QObject {
    Q_OBJECT
    Presence presence_;
    Presence::Time now_{};
    std::vector<WantedRoom> rooms_;

    Presence::Told see(const std::set<std::string, std::less<>>& present) {
        return presence_.see(rooms_, {{"room", present}}, now_);
    }
    static QByteArray shown(const Presence::Told& told) {
        QByteArray out;
        for (const auto& one : told.away)
            out += QByteArray::fromStdString(one.member + "@" + one.area) + ' ';
        for (const auto& lost : told.chairs) {
            out += "chair " + QByteArray::fromStdString(lost.chair) + " to";
            for (const auto& one : lost.present)
                out += ' ' + QByteArray::fromStdString(one);
        }
        return out.trimmed();
    }

private Q_SLOTS:
    void init() {
        presence_ = {};
        now_ = {};
        rooms_ = {{"room", "title", {"li", "wang", "guest"}, "li", "area", {"guest"}}};
    }

    void who_is_seen_is_there() {
        for (int i = 0; i < 10; ++i, now_ += seconds(2))
            QCOMPARE(shown(see({"li", "wang", "guest"})), QByteArray());
    }

    void a_flicker_tells_nothing() {
        QCOMPARE(shown(see({"wang", "guest"})), QByteArray());
        now_ += seconds(9);
        QCOMPARE(shown(see({"wang", "guest"})), QByteArray());
        now_ += seconds(1);
        QCOMPARE(shown(see({"li", "wang", "guest"})), QByteArray());
        now_ += seconds(9);
        QCOMPARE(shown(see({"wang", "guest"})), QByteArray()); // counted anew
    }

    void a_lost_chair_goes_to_who_is_there_and_no_guest() {
        static_cast<void>(see({"wang", "guest"}));
        now_ += seconds(10);
        QCOMPARE(shown(see({"wang", "guest"})), QByteArray("li@area chair li to wang"));
        // He has it, and the other one is away still.
        rooms_[0].chair = "wang";
        now_ += seconds(2);
        QCOMPARE(shown(see({"wang", "guest"})), QByteArray("li@area"));
        now_ += seconds(2);
        QCOMPARE(shown(see({"li", "wang", "guest"})), QByteArray());
    }

    void where_nobody_may_take_over_the_chair_stays() {
        static_cast<void>(see({"guest"}));
        now_ += seconds(10);
        QCOMPARE(shown(see({"guest"})), QByteArray("li@area wang@area"));
        QCOMPARE(shown(see({})), QByteArray("li@area wang@area"));
    }

    void while_the_media_server_is_away_nobody_is() {
        static_cast<void>(see({"wang", "guest"}));
        now_ += seconds(9);
        presence_.lose_sight();
        now_ += seconds(60);
        QCOMPARE(shown(see({})), QByteArray());
        now_ += seconds(9);
        QCOMPARE(shown(see({})), QByteArray());
    }

    void who_left_is_forgotten() {
        static_cast<void>(see({"wang", "guest"}));
        rooms_[0].members.erase("li");
        rooms_[0].chair = "wang";
        now_ += seconds(5);
        static_cast<void>(see({"wang", "guest"}));
        rooms_[0].members.insert("li");
        now_ += seconds(6);
        QCOMPARE(shown(see({"wang", "guest"})), QByteArray());
    }
};

QTEST_APPLESS_MAIN(PresenceTest)
#include "presence_test.moc"
