// Everything of the duty roster on one desk, signed in at the test's hub.
#pragma once

#include "app/duty/duty_commands.h"
#include "app/duty/roster.h"
#include "app/link/feed.h"
#include "app/link/hub_clock.h"
#include "app/link/hub_link.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "app/local/local.h"
#include "app/resources/resource_store.h"
#include "core/duty/roster_codec.h"
#include "tests/app/link/fake_hub.h"
#include "tests/app/link/hall.h"
#include "tests/support/wuhan.h"

#include <QTemporaryDir>
#include <QTest>

namespace chengyun::test {

// Ids of the sample's posts, people and shifts.
inline constexpr int leaderPost = 701, commanderPost = 702, shiftLeaderPost = 703,
                     dispatcherPost = 704, liaisonPost = 705;
inline constexpr int gao = 711, zhou = 712, zhang = 713, li = 714, wang = 715, chen = 716;

/// "2026-07-01 08:30", by the place's own time.
[[nodiscard]] inline Instant at(const char* text) {
    const QByteArray bytes(text);
    return Calendar({}, sample::wuhan)
        .at(*day_of(bytes.left(10).toStdString()),
            bytes.mid(11, 2).toInt() * 60 + bytes.mid(14, 2).toInt());
}
[[nodiscard]] inline Post post(int number, PostKind kind, const char* name) {
    Post post;
    post.id = id(number);
    post.kind = kind;
    post.name = name;
    post.version = 1;
    return post;
}
[[nodiscard]] inline Person person(int number, const char* name, const char* phone) {
    Person person;
    person.id = id(number);
    person.name = name;
    person.phones = {phone};
    person.version = 1;
    return person;
}
[[nodiscard]] inline Shift shift(int number, int post, int person, const char* from,
                                 const char* to) {
    Shift shift;
    shift.id = id(number);
    shift.post = id(post);
    shift.person = person == 0 ? std::string() : id(person);
    shift.start = at(from);
    shift.end = at(to);
    shift.version = 1;
    return shift;
}

/// The hall with five posts, six people (the account is the shift leader Zhou Min's), and the
/// shifts of the first of July.
[[nodiscard]] inline Snapshot rosterHall() {
    auto snapshot = hall();
    auto shiftLeader = post(shiftLeaderPost, PostKind::shift_leader, "值班长");
    shiftLeader.hands_over = true;
    auto liaison = post(liaisonPost, PostKind::liaison, "水务联络员");
    liaison.unit = id(203);
    snapshot.values<Post>() = {post(dispatcherPost, PostKind::dispatcher, "调度员"), liaison,
                               shiftLeader, post(commanderPost, PostKind::commander, "指挥长"),
                               post(leaderPost, PostKind::leader, "带班领导")};
    snapshot.values<Person>() = {
        person(gao, "高国栋", "13800000711"), person(zhou, "周敏", "13800000712"),
        person(zhang, "张伟", "13800000713"), person(li, "李娜", "13800000714"),
        person(wang, "王强", "13800000715"),  person(chen, "陈静", "13800000716")};
    snapshot.values<Person>()[1].account = "wang";
    snapshot.values<Person>()[1].rights = {DutyRight::plan};
    snapshot.values<Person>()[5].unit = id(203);
    snapshot.values<HolidayYear>() = {
        {"2026", "", {{"劳动节", "2026-05-01", "2026-05-05", {}}}, {"2026-05-09"}}};
    snapshot.values<Shift>() = {
        shift(721, commanderPost, gao, "2026-07-01 08:00", "2026-07-02 08:00"),
        shift(722, shiftLeaderPost, zhou, "2026-07-01 08:00", "2026-07-01 20:00"),
        shift(723, dispatcherPost, zhang, "2026-07-01 07:30", "2026-07-01 19:30"),
        shift(724, dispatcherPost, li, "2026-07-01 19:30", "2026-07-02 07:30"),
    };
    return snapshot;
}

struct DutyDesk {
    std::int64_t now = hallNow;
    QTemporaryDir folder;
    FakeHub hub;
    console::HubClock clock{[this] { return instant_of(now); }};
    console::HubLink link;
    console::Cache cache{folder.filePath(QStringLiteral("cache"))};
    console::Feed feed{link, cache};
    console::Session session{link, feed, clock, folder.path()};
    console::Outbox outbox{link, clock, folder.filePath(QStringLiteral("outbox.sqlite"))};
    console::ResourceStore resources{feed};
    console::DutyRoster roster{feed, link, clock, session, resources};
    console::DutyCommands commands{roster, outbox, session, clock};

    DutyDesk() {
        console::Local::instance().take({.zone = "Asia/Shanghai"});
        hub.snapshot = rosterHall();
        hub.account = {};
        hub.account.id = "wang";
        hub.account.name = "wang";
        hub.account.display_name = "周敏";
        hub.now = [this] { return instant_of(now); };
        hub.up();
    }
    /// True once the hub's hall is there.
    [[nodiscard]] bool signIn() {
        session.signIn(hub.url().toString(), QStringLiteral("wang"), QStringLiteral("right"));
        return QTest::qWaitFor([this] { return session.isOnline() && !roster.posts().empty(); });
    }
    void send(std::int64_t seq, std::string kind, Change body) {
        Q_EMIT feed.arrived(shared({entry(seq, std::move(kind), "duty", std::move(body))}));
    }
    /// The body of the newest command in the outbox.
    [[nodiscard]] QByteArray sent() const {
        const auto last = outbox.index(outbox.rowCount() - 1, 0);
        return outbox.bodyOf(outbox.data(last, console::Outbox::KeyRole).toString());
    }
};

[[nodiscard]] inline QString qid(int number) {
    return QString::fromStdString(id(number));
}

} // namespace chengyun::test
