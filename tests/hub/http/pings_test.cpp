#include "hub/http/pings.h"

#include <QTest>

#include <set>

using namespace chengyun::hub;
using Ping = Pings::Ping;
using List = std::vector<Ping>;

class PingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_pong_answers_its_ping_and_those_before() {
        Pings pings;
        const Ping a{Pings::Of::feed, 100}, b{Pings::Of::live, 1}, c{Pings::Of::feed, 200};
        const auto first = pings.add(a), second = pings.add(b), third = pings.add(c);
        QCOMPARE(pings.answered(second), (List{a, b}));
        QCOMPARE(pings.answered(second), List{});
        QCOMPARE(pings.answered(first), List{});
        QCOMPARE(pings.answered(third), List{c});
    }

    void nothing_else_is_an_answer() {
        Pings pings;
        const auto text = pings.add({Pings::Of::live, 1});
        for (const auto& other : {std::string(), std::string("1"), std::string("live 1"),
                                  text + "0", text + " ", " " + text, "-" + text})
            QCOMPARE(pings.answered(other), List{});
        QCOMPARE(pings.answered(text).size(), 1U);
    }

    void texts_cannot_be_told_from_what_they_stand_for() {
        Pings pings;
        std::set<std::string> texts;
        for (int i = 0; i < 1'000; ++i)
            texts.insert(pings.add({Pings::Of::live, 1}));
        QCOMPARE(texts.size(), 1'000U);
        QVERIFY(texts.rbegin()->size() <= 20);
    }
};

QTEST_GUILESS_MAIN(PingsTest)
#include "pings_test.moc"
