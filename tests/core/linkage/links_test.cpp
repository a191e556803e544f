// What stands on a wall because of links: what comes up, what waits, and what goes back.
#include "core/linkage/links.h"
#include "tests/core/wall/sample.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::test;

namespace {

const WallFeeder li{"account-li", "李"};

/// By a rule of that priority; 10: by a person. The id says what it is about.
Link link(const std::string& about, std::int64_t priority = 5, std::int64_t minutes = 0,
          Instant since = now) {
    Link made;
    made.id = "link " + about;
    made.thing = "order";
    made.about = about;
    made.title = about;
    made.rule = priority == persons_priority ? "" : "rule";
    made.by_name = "li";
    made.priority = priority;
    made.since = since;
    if (minutes > 0)
        made.until = since + std::chrono::minutes(minutes);
    made.group = {"1", "4", {}, {{0, content("order", about)}, {1, content("camera", about)}}};
    return made;
}

} // namespace

class LinksTest : public QObject {
    Q_OBJECT
    Wall wall_ = sample_wall();
    WallBoard board_;
    WallLinks links_;
    Instant at_ = now;

    void settle() {
        auto settled = chengyun::settle(wall_, board_, links_, at_);
        board_ = std::move(settled.board);
        links_ = std::move(settled.links);
    }
    void add(Link link) {
        add_link(links_, std::move(link));
        settle();
    }
    void up(std::int64_t cell, const PaneContent& what, std::int64_t minutes = 0) {
        auto after = put_up(wall_, board_, {"1", cell, what, minutes}, li, at_);
        QVERIFY(after.has_value());
        board_ = std::move(*after);
    }
    /// What the first cell of the first screen shows: "order:a", "map:", or nothing.
    [[nodiscard]] QByteArray shown() const {
        const auto* pane = find_pane(board_.screens[0], 0);
        return pane ? QByteArray::fromStdString(pane->content.kind + ':' + pane->content.subject)
                    : QByteArray();
    }
    /// "a b": the links of the first screen, the one that is shown first.
    [[nodiscard]] QByteArray order() const {
        QByteArrayList names;
        if (const auto* screen = find_linked(links_, "1"))
            for (const auto& one : screen->links)
                names << QByteArray::fromStdString(one.about);
        return names.join(' ');
    }

private Q_SLOTS:
    void init() {
        at_ = now;
        links_ = {wall_.id, {}, 0};
        board_ = empty_board(wall_);
        up(0, content("map"));
    }

    void it_comes_up_and_all_goes_back() {
        const auto before = board_;
        add(link("a"));
        QCOMPARE(shown(), QByteArray("order:a"));
        QCOMPARE(board_.screens[0].layout, std::string("4"));
        QCOMPARE(board_.screens[1], before.screens[1]); // the other screen is nobody's affair
        QVERIFY(end_links(links_, "a"));
        settle();
        QVERIFY(shows_the_same(board_, before));
        QVERIFY(links_.screens.empty());
    }

    void who_is_shown_data() {
        QTest::addColumn<QList<int>>("priorities"); // of a, b, c, a minute after one another
        QTest::addColumn<QByteArray>("order");
        QTest::newRow("the higher one") << QList<int>{5, 7} << QByteArray("b a");
        QTest::newRow("the lower one waits") << QList<int>{5, 3} << QByteArray("a b");
        QTest::newRow("of equal ones the first stays")
            << QList<int>{5, 5, 5} << QByteArray("a b c");
        QTest::newRow("a person's over all") << QList<int>{9, 10} << QByteArray("b a");
        QTest::newRow("the later person's") << QList<int>{10, 10, 9} << QByteArray("b a c");
    }
    void who_is_shown() {
        QFETCH(QList<int>, priorities);
        QFETCH(QByteArray, order);
        const char* names[] = {"a", "b", "c"};
        for (int i = 0; i < priorities.size(); ++i) {
            add(link(names[i], priorities[i], 0, at_));
            at_ += minute;
        }
        QCOMPARE(this->order(), order);
        QCOMPARE(shown(), "order:" + order.left(1));
        // One after another goes, and in the end stands what stood before.
        for (const auto& name : order.split(' ')) {
            QCOMPARE(shown(), "order:" + name);
            end_links(links_, name.toStdString());
            settle();
        }
        QCOMPARE(shown(), QByteArray("map:"));
    }

    void the_same_thing_is_one_link() {
        add(link("a", 5, 10));
        add(link("b", 5, 10));
        at_ += minute;
        add(link("a", 7, 20, at_));
        QCOMPARE(order(), QByteArray("a b"));
        QCOMPARE(links_.screens[0].links[0].until, std::optional(at_ + 20 * minute));
        add(link("a", 3, 1, at_)); // the higher priority and the later end stay
        QCOMPARE(links_.screens[0].links[0].priority, 7);
        QCOMPARE(links_.screens[0].links[0].until, std::optional(at_ + 20 * minute));
        add(link("a", 7, 0, at_));
        QCOMPARE(links_.screens[0].links[0].until, std::optional<Instant>());
    }

    void time_runs_out_while_it_waits() {
        add(link("a", 5, 10));
        add(link("b", 7, 5));
        QCOMPARE(next_link_end(links_), std::optional(now + 5 * minute));
        at_ = now + 5 * minute;
        settle();
        QCOMPARE(shown(), QByteArray("order:a"));
        at_ = now + 10 * minute;
        settle();
        QCOMPARE(shown(), QByteArray("map:"));
        QCOMPARE(next_link_end(links_), std::optional<Instant>());
    }

    void nothing_moves_on_a_locked_wall() {
        add(link("a"));
        board_ = *set_lock(board_, {true}, li, at_);
        const auto locked = board_;
        add(link("b", 9));
        end_links(links_, "a");
        settle();
        QCOMPARE(board_, locked);
        board_ = *set_lock(board_, {false}, li, at_);
        settle();
        QCOMPARE(shown(), QByteArray("order:b"));
        board_ = *set_lock(board_, {true}, li, at_);
        end_links(links_, "b");
        settle();
        QCOMPARE(shown(), QByteArray("order:b"));
        board_ = *set_lock(board_, {false}, li, at_);
        settle();
        QCOMPARE(shown(), QByteArray("map:"));
    }

    void a_pane_that_a_person_changes_goes_with_the_group() {
        add(link("a"));
        up(0, content("load"));
        settle();
        QCOMPARE(order(), QByteArray("a"));
        end_links(links_, "a");
        settle();
        QCOMPARE(shown(), QByteArray("map:"));
    }

    void a_screen_that_a_person_takes_over_stays() {
        add(link("a"));
        add(link("b"));
        board_ = *set_layout(wall_, board_, {"1", "9", {}});
        const auto theirs = board_;
        settle();
        QCOMPARE(board_, theirs);
        QVERIFY(links_.screens.empty());
    }

    void what_stood_for_a_time_has_run_out() {
        up(0, content("load"), 5);
        add(link("a"));
        at_ = now + 6 * minute;
        end_links(links_, "a");
        settle();
        QCOMPARE(shown(), QByteArray("map:"));
    }

    void a_screen_has_so_many_links() {
        for (std::size_t i = 0; i < most_links + 5; ++i)
            add(link(std::to_string(i), 5, 0, at_ += minute));
        QCOMPARE(links_.screens[0].links.size(), most_links);
        QCOMPARE(shown(), QByteArray("order:0"));
    }

    void a_screen_that_is_gone_takes_its_links_along() {
        add(link("a"));
        wall_.screens = {wall_.screens[1]};
        board_ = fitted(wall_, board_);
        settle();
        QVERIFY(links_.screens.empty());
        wall_ = sample_wall();
    }

    void commands_are_checked_data() {
        QTest::addColumn<QByteArray>("screen");
        QTest::addColumn<QByteArray>("thing");
        QTest::addColumn<QByteArray>("about");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QByteArray>("refused");
        const QByteArray id = "0190a000-0000-7000-8000-00000000a001";
        const auto row = [](const char* name, const char* screen, const char* thing,
                            const QByteArray& about, int minutes, const char* refused) {
            QTest::newRow(name) << QByteArray(screen) << QByteArray(thing) << about << minutes
                                << QByteArray(refused);
        };
        row("good", "1", "order", id, 0, "");
        row("a risk", "1", "resource", id, 1440, "");
        row("no screen", "", "order", id, 0, "missing_field screen");
        row("across the wall", "*", "order", id, 0, "invalid_field screen");
        row("no such thing", "1", "unit", id, 0, "invalid_field thing");
        row("no id", "1", "order", "x", 0, "invalid_field about");
        row("too long", "1", "order", id, 1441, "invalid_field minutes");
        row("before now", "1", "order", id, -1, "invalid_field minutes");
    }
    void commands_are_checked() {
        QFETCH(QByteArray, screen);
        QFETCH(QByteArray, thing);
        QFETCH(QByteArray, about);
        QFETCH(int, minutes);
        QFETCH(QByteArray, refused);
        QCOMPARE(refusal(check(PutUpLink{screen.toStdString(), thing.toStdString(),
                                         about.toStdString(), minutes})),
                 refused);
    }
};

QTEST_APPLESS_MAIN(LinksTest)
#include "links_test.moc"
