// Looking things up in the journal: the newest first, by kind, person and time, page after page.
#include "core/json/codec.h"
#include "hub/journal/journal_search.h"
#include "tests/hub/hall.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

using Numbers = std::vector<std::int64_t>;

/// A minute after the entry before, so often.
void add(Hall& hall, const std::string& kind, const std::string& actor, const std::string& name,
         const std::string& area = {}, int times = 1) {
    hall.later(1);
    must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
        for (int i = 0; i < times; ++i) {
            Entry entry;
            entry.kind = kind;
            entry.entity = kind.substr(0, kind.find('.'));
            entry.id = "x";
            entry.actor = actor;
            entry.actor_name = name;
            if (!area.empty())
                entry.areas = {area};
            must(tx.append(entry));
        }
        return Answer{};
    }));
}

struct Page {
    Numbers items;
    std::optional<std::int64_t> next;
};

Page page_of(Hall& hall, const JournalSearch& search, const Account& account) {
    const auto text =
        must(journal_search_page(*hall.reader, hall.writer->kinds(), account, search));
    const auto json = must(json::parse(text)).as_object();
    Page page;
    for (const auto& item : json.at("items").as_array())
        page.items.push_back(item.at("seq").to_number<std::int64_t>());
    if (const auto* next = json.if_contains("next"))
        page.next = next->to_number<std::int64_t>();
    return page;
}

JournalSearch of_kinds(std::vector<std::string> kinds) {
    JournalSearch search;
    search.kinds = std::move(kinds);
    return search;
}

JournalSearch by(const std::string& who) {
    JournalSearch search;
    search.who = who;
    return search;
}

/// From and up to so many minutes after the hall's beginning.
JournalSearch between(std::optional<int> since, std::optional<int> until) {
    JournalSearch search;
    const auto at = [](int minutes) {
        return instant_of(chengyun::hub::test::start_ms + minutes * 60'000);
    };
    if (since)
        search.since = at(*since);
    if (until)
        search.until = at(*until);
    return search;
}

} // namespace

class JournalSearchTest : public QObject {
    Q_OBJECT

    static void fill(Hall& hall) {
        add(hall, "order.issued", "a1", "张伟", Hall::east);      // 1
        add(hall, "alarm.taken", "a2", "Li Na", Hall::west);      // 2
        add(hall, "alarms.other", "a1", "张伟", Hall::east);      // 3
        add(hall, "alarm.snoozed", "timer", "timer", Hall::east); // 4
        add(hall, "account.changed", "a3", "li", Hall::east);     // 5
    }

private Q_SLOTS:
    void is_found_data() {
        QTest::addColumn<JournalSearch>("search");
        QTest::addColumn<Numbers>("found");
        QTest::newRow("everything") << JournalSearch{} << Numbers{5, 4, 3, 2, 1};
        QTest::newRow("one kind") << of_kinds({"alarm.taken"}) << Numbers{2};
        QTest::newRow("all before a dot") << of_kinds({"alarm"}) << Numbers{4, 2};
        QTest::newRow("several") << of_kinds({"alarm", "order.issued"}) << Numbers{4, 2, 1};
        QTest::newRow("no pattern") << of_kinds({"alarm.%", "a*", "", "'"}) << Numbers{};
        QTest::newRow("a part of the name") << by("伟") << Numbers{3, 1};
        QTest::newRow("whatever the case") << by("LI") << Numbers{5, 2};
        QTest::newRow("the actor's id") << by("a2") << Numbers{2};
        QTest::newRow("not a part of the id") << by("a") << Numbers{2};
        QTest::newRow("no pattern of names") << by("%") << Numbers{};
        QTest::newRow("since") << between(3, {}) << Numbers{5, 4, 3};
        QTest::newRow("until") << between({}, 3) << Numbers{2, 1};
        QTest::newRow("a span") << between(2, 4) << Numbers{3, 2};
        QTest::newRow("before all") << between({}, 0) << Numbers{};
        QTest::newRow("after all") << between(6, {}) << Numbers{};
        QTest::newRow("a span that ends before it begins") << between(4, 2) << Numbers{};
        auto all = of_kinds({"alarm", "account"});
        all.who = "li";
        all.until = between({}, 5).until;
        QTest::newRow("all together") << all << Numbers{2};
    }
    void is_found() {
        QFETCH(JournalSearch, search);
        QFETCH(Numbers, found);
        Hall hall;
        fill(hall);
        const auto page = page_of(hall, search, Hall::account(Role::admin));
        QCOMPARE(page.items, found);
        QCOMPARE(page.next, std::optional<std::int64_t>());
    }

    void only_what_one_may_see() {
        Hall hall;
        fill(hall);
        QCOMPARE(page_of(hall, {}, Hall::account(Role::commander)).items, (Numbers{4, 3, 2, 1}));
        QCOMPARE(page_of(hall, {}, Hall::account(Role::auditor, Hall::east)).items,
                 (Numbers{5, 4, 3, 1}));
    }

    void page_after_page() {
        Hall hall;
        fill(hall);
        JournalSearch search;
        search.limit = 2;
        std::vector<Numbers> pages;
        for (bool more = true; more;) {
            auto page = page_of(hall, search, Hall::account(Role::auditor, Hall::east));
            pages.push_back(std::move(page.items));
            more = page.next.has_value();
            search.before = page.next;
            add(hall, "order.issued", "a1", "张伟", Hall::east); // what is new moves no page
        }
        QCOMPARE(pages, (std::vector<Numbers>{{5, 4}, {3, 1}}));
    }

    void what_is_rare_is_found_by_and_by() {
        Hall hall;
        add(hall, "alarm.taken", "a1", "张伟");
        add(hall, "order.issued", "a1", "张伟", {}, most_entries_searched + 10);
        auto search = of_kinds({"alarm"});
        const auto first = page_of(hall, search, hall.commander);
        QCOMPARE(first.items, Numbers{});
        QCOMPARE(first.next, std::optional<std::int64_t>(12));
        search.before = first.next;
        const auto second = page_of(hall, search, hall.commander);
        QCOMPARE(second.items, Numbers{1});
        QCOMPARE(second.next, std::optional<std::int64_t>());
    }

    void a_page_is_no_larger_than_it_has_to_be() {
        Hall hall;
        const std::string long_name(most_bytes_a_page / 3, 'x');
        add(hall, "order.issued", "a1", long_name, {}, 6);
        JournalSearch search;
        const auto first = page_of(hall, search, hall.commander);
        QCOMPARE(first.items, (Numbers{6, 5, 4}));
        search.before = first.next;
        const auto second = page_of(hall, search, hall.commander);
        QCOMPARE(second.items, (Numbers{3, 2, 1}));
        QCOMPARE(second.next, std::optional<std::int64_t>());
    }

    void an_empty_journal() {
        Hall hall;
        const auto page = page_of(hall, between(0, 1), hall.commander);
        QCOMPARE(page.items, Numbers{});
        QCOMPARE(page.next, std::optional<std::int64_t>());
    }
};

QTEST_GUILESS_MAIN(JournalSearchTest)
#include "journal_search_test.moc"
