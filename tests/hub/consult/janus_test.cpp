// The media server is brought to what the hub says, whatever it has and whatever happens to it.
#include "hub/consult/janus_keeper.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <future>
#include <map>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

namespace bj = boost::json;

constexpr Instant start = instant_of(1'790'000'000'000);
const std::string room_a = "room-a", room_b = "room-b";

Tickets tickets(unsigned char seed = 1) {
    SecretKey key;
    key.fill(seed);
    return Tickets(key);
}

std::string text(const bj::object& object, const char* name) {
    return std::string(object.at(name).as_string());
}

/// A Janus with what the hub uses of the VideoRoom.
struct World {
    struct Room {
        std::string secret;
        std::set<std::string> allowed;
        std::vector<std::string> feeds;
    };
    bool is_away = false;
    bool talks_nonsense = false;
    int asked = 0;
    std::map<std::string, Room> rooms;
    std::set<std::string> tokens;
    QByteArrayList changes;

    void restart() {
        rooms.clear();
        tokens.clear();
    }
    /// As Janus lets a seat in.
    bool join(const std::string& room, const Ticket& ticket) {
        const auto found = rooms.find(room);
        if (found == rooms.end() || !tokens.contains(ticket.token) ||
            !found->second.allowed.contains(ticket.token) ||
            std::ranges::find(found->second.feeds, ticket.feed) != found->second.feeds.end())
            return false;
        found->second.feeds.push_back(ticket.feed);
        return true;
    }
};

class FakeJanus final : public Janus {
public:
    explicit FakeJanus(World& world) : world_(world) {}

    Result<bj::object> admin(bj::object request) override {
        if (auto ok = reached(); !ok)
            return ok.error();
        const auto kind = text(request, "janus");
        if (kind == "add_token") {
            world_.tokens.insert(text(request, "token"));
        } else if (kind == "remove_token") {
            world_.changes << "remove_token";
            world_.tokens.erase(text(request, "token"));
        } else {
            bj::array list;
            for (const auto& token : world_.tokens)
                list.push_back(bj::object{{"token", token}});
            return bj::object{{"data", bj::object{{"tokens", list}}}};
        }
        return bj::object{};
    }
    Result<bj::object> room(bj::object request) override {
        if (auto ok = reached(); !ok)
            return ok.error();
        if (world_.talks_nonsense)
            return bj::object{{"list", 7}};
        const auto kind = text(request, "request");
        if (kind == "list") {
            bj::array list;
            for (const auto& [id, room] : world_.rooms)
                list.push_back(bj::object{{"room", id}});
            return bj::object{{"list", list}};
        }
        const auto id = text(request, "room");
        const auto found = world_.rooms.find(id);
        if (kind == "create") {
            if (found != world_.rooms.end())
                return bj::object{{"error_code", 427}};
            world_.changes << QByteArray::fromStdString("create " + id);
            world_.rooms[id].secret = text(request, "secret");
            return bj::object{};
        }
        if (found == world_.rooms.end())
            return bj::object{{"error_code", 426}};
        auto& room = found->second;
        if (kind == "listparticipants") {
            bj::array list;
            for (const auto& feed : room.feeds)
                list.push_back(bj::object{{"id", feed}});
            return bj::object{{"participants", list}};
        }
        if (text(request, "secret") != room.secret)
            return bj::object{{"error_code", 433}};
        if (kind == "destroy") {
            world_.changes << QByteArray::fromStdString("destroy " + id);
            world_.rooms.erase(found);
        } else if (kind == "kick") {
            world_.changes << "kick";
            std::erase(room.feeds, text(request, "id"));
        } else if (kind == "allowed") {
            const auto token = std::string(request.at("allowed").as_array()[0].as_string());
            world_.changes << QByteArray::fromStdString("allowed " + text(request, "action"));
            if (text(request, "action") == "add")
                room.allowed.insert(token);
            else
                room.allowed.erase(token);
        }
        return bj::object{};
    }

private:
    Result<> reached() {
        ++world_.asked;
        if (world_.is_away)
            return fail(FailureKind::unavailable, {}, "away");
        return {};
    }
    World& world_;
};

} // namespace

class JanusTest : public QObject {
    Q_OBJECT
    World world_;
    std::vector<WantedRoom> wanted_;
    Instant now_ = start;
    std::chrono::steady_clock::time_point steady_{};
    std::unique_ptr<JanusKeeper> keeper_;

    /// Admits, and waits for the keeper's thread.
    Result<> admit(const std::string& room, const Ticket& ticket) {
        std::promise<Result<>> told;
        keeper_->admit({room, "title", {}}, ticket.token,
                       [&](Result<> result) { told.set_value(std::move(result)); });
        return told.get_future().get();
    }
    Ticket ticket(const std::string& room, const std::string& member) {
        return tickets().make(room, member, now_ + std::chrono::seconds(30));
    }
    void look() {
        world_.changes.clear();
        keeper_->look();
    }
    void restart_hub() {
        keeper_ = std::make_unique<JanusKeeper>(
            std::make_unique<FakeJanus>(world_), [this] { return wanted_; }, tickets(),
            [this] { return now_; }, [this] { return steady_; });
    }

private Q_SLOTS:
    void init() {
        world_ = {};
        wanted_ = {{room_a, "暴雨会商", {"li", "wang"}}};
        now_ = start;
        restart_hub();
    }

    void a_ticket_says_what_it_is() {
        const auto made = tickets().make(room_a, "li", start);
        const auto token = tickets().token(made.token);
        QVERIFY(token.has_value());
        QCOMPARE(token->room, room_a);
        QCOMPARE(token->member, std::string("li"));
        QVERIFY(token->expires == start);
        const auto feed = tickets().feed(room_a, made.feed);
        QVERIFY(feed.has_value());
        QCOMPARE(feed->member, std::string("li"));
        QCOMPARE(feed->nonce, token->nonce);
        const auto other = tickets().make(room_a, "li", start);
        QVERIFY(other.token != made.token && other.feed != made.feed);
    }

    void what_is_not_signed_is_none_data() {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("feed");
        const auto made = tickets().make(room_a, "li", start);
        const auto foreign = tickets(2).make(room_a, "li", start);
        const auto elsewhere = tickets().make(room_b, "li", start);
        const auto changed = [](std::string text, std::string_view from, std::string_view to) {
            text.replace(text.find(from), from.size(), to);
            return QByteArray::fromStdString(text);
        };
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("dots") << QByteArray("....") << QByteArray("..");
        QTest::newRow("another hub's")
            << QByteArray::fromStdString(foreign.token) << QByteArray::fromStdString(foreign.feed);
        QTest::newRow("another member's")
            << changed(made.token, "li", "wu") << changed(made.feed, "li", "wu");
        QTest::newRow("another room's") << changed(elsewhere.token, room_b, room_a)
                                        << QByteArray::fromStdString(elsewhere.feed);
        QTest::newRow("a token as a feed")
            << QByteArray::fromStdString(made.feed) << QByteArray::fromStdString(made.token);
        QTest::newRow("cut") << QByteArray::fromStdString(made.token).chopped(1)
                             << QByteArray::fromStdString(made.feed).chopped(1);
        QTest::newRow("long") << QByteArray(100'000, '.') << QByteArray(100'000, '.');
    }
    void what_is_not_signed_is_none() {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, feed);
        QVERIFY(!tickets().token(token.toStdString()));
        QVERIFY(!tickets().feed(room_a, feed.toStdString()));
    }

    void the_key_is_kept() {
        QTemporaryDir dir;
        const auto file = std::filesystem::path(dir.path().toStdString()) / "consult.key";
        auto first = Tickets::open(file);
        QVERIFY(first.has_value());
        auto again = Tickets::open(file);
        QVERIFY(again.has_value());
        QVERIFY(again->token(first->make(room_a, "li", start).token).has_value());
        QVERIFY(std::filesystem::status(file).permissions() ==
                (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
        QFile spoilt(QString::fromStdString(file.string()));
        QVERIFY(spoilt.open(QIODevice::WriteOnly));
        spoilt.write("no key");
        spoilt.close();
        QVERIFY(Tickets::open(file).error().kind == FailureKind::corrupt);
    }

    void rooms_come_and_go() {
        look();
        QCOMPARE(world_.changes, QByteArrayList{"create room-a"});
        look();
        QCOMPARE(world_.changes, QByteArrayList());
        wanted_ = {{room_b, "另一个", {"li"}}};
        look();
        QCOMPARE(world_.changes, (QByteArrayList{"destroy room-a", "create room-b"}));
        QVERIFY(keeper_->state().available);
    }

    void a_ticket_lets_in_once() {
        const auto first = ticket(room_a, "li");
        QVERIFY(admit(room_a, first).has_value());
        QVERIFY(world_.join(room_a, first));
        look();
        QCOMPARE(world_.changes, QByteArrayList{"allowed remove"});
        world_.rooms[room_a].feeds.clear(); // he goes
        QVERIFY(!world_.join(room_a, first));
        // What it was good for is over by itself.
        now_ += std::chrono::minutes(1);
        look();
        QVERIFY(world_.tokens.empty());
    }

    void who_is_in_stays_when_the_ticket_is_over() {
        const auto one = ticket(room_a, "li");
        QVERIFY(admit(room_a, one).has_value());
        QVERIFY(world_.join(room_a, one));
        now_ += std::chrono::hours(3);
        look();
        look();
        QCOMPARE(world_.changes, QByteArrayList());
        QVERIFY(world_.tokens.contains(one.token));
        QCOMPARE(world_.rooms[room_a].feeds.size(), std::size_t(1));
    }

    void a_ticket_that_is_not_used_is_over() {
        const auto one = ticket(room_a, "li");
        QVERIFY(admit(room_a, one).has_value());
        look();
        QVERIFY(world_.tokens.contains(one.token));
        now_ += std::chrono::seconds(30);
        look();
        QVERIFY(world_.tokens.empty());
        QVERIFY(!world_.rooms[room_a].allowed.contains(one.token));
        QVERIFY(!world_.join(room_a, one));
    }

    void a_ticket_is_for_one_room() {
        wanted_.push_back({room_b, "另一个", {"li"}});
        look();
        const auto one = ticket(room_a, "li");
        QVERIFY(admit(room_a, one).has_value());
        QVERIFY(!world_.join(room_b, one));
    }

    void who_must_not_be_there_is_put_out_data() {
        QTest::addColumn<QByteArray>("feed");
        QTest::newRow("a name of his own") << QByteArray("li");
        QTest::newRow("not in any more")
            << QByteArray::fromStdString(tickets().make(room_a, "zhao", start).feed);
        QTest::newRow("another room's")
            << QByteArray::fromStdString(tickets().make(room_b, "li", start).feed);
        QTest::newRow("another hub's")
            << QByteArray::fromStdString(tickets(2).make(room_a, "li", start).feed);
    }
    void who_must_not_be_there_is_put_out() {
        QFETCH(QByteArray, feed);
        const auto good = ticket(room_a, "li");
        QVERIFY(admit(room_a, good).has_value());
        QVERIFY(world_.join(room_a, good));
        world_.rooms[room_a].feeds.push_back(feed.toStdString());
        look();
        QVERIFY(world_.changes.contains(QByteArray("kick")));
        QCOMPARE(world_.rooms[room_a].feeds, std::vector{good.feed});
    }

    void who_was_removed_is_put_out() {
        const auto one = ticket(room_a, "wang");
        QVERIFY(admit(room_a, one).has_value());
        QVERIFY(world_.join(room_a, one));
        wanted_[0].members.erase("wang");
        look();
        QVERIFY(world_.rooms[room_a].feeds.empty());
        QVERIFY(world_.tokens.empty());
        QVERIFY(!world_.join(room_a, one));
    }

    void tokens_that_nobody_knows_go() {
        world_.tokens = {"somebody's", tickets(2).make(room_a, "li", start).token};
        look();
        QVERIFY(world_.tokens.empty());
    }

    void a_killed_hub_still_knows_whom_it_let_in() {
        const auto one = ticket(room_a, "li");
        QVERIFY(admit(room_a, one).has_value());
        QVERIFY(world_.join(room_a, one));
        restart_hub();
        look();
        QCOMPARE(world_.rooms[room_a].feeds, std::vector{one.feed});
        QVERIFY(world_.tokens.contains(one.token));
    }

    void a_killed_media_server_gets_its_rooms_again() {
        look();
        world_.restart();
        look();
        QCOMPARE(world_.changes, QByteArrayList{"create room-a"});
        const auto one = ticket(room_a, "li");
        QVERIFY(admit(room_a, one).has_value());
        QVERIFY(world_.join(room_a, one));
    }

    void while_it_is_away_it_is_asked_less() {
        look();
        QVERIFY(keeper_->state().available);
        now_ += std::chrono::minutes(1);
        world_.is_away = true;
        look();
        QVERIFY((keeper_->state() == MediaState{false, now_}));
        QVERIFY(!admit(room_a, ticket(room_a, "li")));
        std::vector<std::chrono::milliseconds> asked;
        const auto begin = steady_;
        world_.asked = 0;
        for (int tenths = 0; tenths < 200; ++tenths) {
            steady_ += std::chrono::milliseconds(100);
            const auto before = world_.asked;
            keeper_->look();
            if (world_.asked != before)
                asked.push_back(
                    std::chrono::duration_cast<std::chrono::milliseconds>(steady_ - begin));
        }
        const std::vector<std::chrono::milliseconds> expected{
            std::chrono::milliseconds(500),   std::chrono::milliseconds(1500),
            std::chrono::milliseconds(3500),  std::chrono::milliseconds(7500),
            std::chrono::milliseconds(11500), std::chrono::milliseconds(15500),
            std::chrono::milliseconds(19500)};
        QVERIFY(asked == expected);
        QVERIFY((keeper_->state() == MediaState{false, now_})); // since when, not when asked last
        world_.is_away = false;
        steady_ += std::chrono::seconds(4);
        look();
        QVERIFY(keeper_->state().available);
        QVERIFY(admit(room_a, ticket(room_a, "li")).has_value());
    }

    void nonsense_is_no_answer() {
        world_.talks_nonsense = true;
        world_.rooms[room_b].secret = "another";
        look();
        QVERIFY(!keeper_->state().available);
        QVERIFY(world_.rooms.contains(room_b));
    }

    void a_stopped_hub_gives_no_tickets() {
        keeper_->stop();
        QVERIFY(!admit(room_a, ticket(room_a, "li")));
    }
};

QTEST_APPLESS_MAIN(JanusTest)
#include "janus_test.moc"
