// The values of a topic against a plain map, with random changes, views and watches.
#include "hub/live/live_values.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

std::vector<std::string> keys_of(const LiveValues& values, std::vector<LiveValues::Slot> slots) {
    std::vector<std::string> out;
    for (const auto slot : slots)
        out.push_back(values.at(slot).key);
    std::ranges::sort(out);
    return out;
}

} // namespace

class LiveValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void finds_what_a_plain_map_finds() {
        struct Plain {
            Place place;
            std::string subject;
        };
        std::mt19937 random(7);
        const auto pick = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
        LiveValues values(true, std::chrono::milliseconds(0), 300);
        std::map<std::string, Plain> plain;
        std::vector<LiveValues::Slot> known; // as a watch would
        const auto at = [&] { return Place{114 + 0.002 * pick(50), 30 + 0.002 * pick(50)}; };
        for (int step = 0; step < 20'000; ++step) {
            const auto key = std::to_string(pick(400));
            if (pick(3) == 0) {
                QCOMPARE(values.remove(key), plain.erase(key) > 0);
            } else {
                const Plain value{at(), pick(1) ? "s" + std::to_string(pick(5)) : ""};
                LiveWord word;
                word.key = key;
                word.place = value.place;
                if (!value.subject.empty())
                    word.subject = value.subject;
                if (values.set(word, "x", {}, 0, {}))
                    plain[key] = value;
                else
                    QVERIFY(!plain.contains(key));
            }
            QCOMPARE(values.size(), plain.size());
            QVERIFY(plain.size() <= 300);
            if (step % 20 != 0)
                continue;
            if (const auto* there = values.find(key)) {
                std::vector<LiveValues::Slot> slots;
                values.all(slots);
                const auto found = std::ranges::find_if(
                    slots, [&](auto slot) { return &values.at(slot) == there; });
                QVERIFY(found != slots.end());
                values.know(*found);
                known.push_back(*found);
            }
            if (known.size() > 50) {
                values.forget(known.front());
                known.erase(known.begin());
            }
            const auto corner = at();
            // Narrow views go by cells, wide ones through all of them.
            const double size = pick(1) ? 0.03 : 50;
            const Box box{corner.lon, corner.lat, corner.lon + size, corner.lat + size};
            const auto subject = "s" + std::to_string(pick(5));
            std::vector<std::string> inside, about;
            for (const auto& [name, value] : plain) {
                if (box.contains(value.place))
                    inside.push_back(name);
                if (value.subject == subject)
                    about.push_back(name);
            }
            std::ranges::sort(inside);
            std::ranges::sort(about);
            std::vector<LiveValues::Slot> slots;
            values.within(box, slots);
            QCOMPARE(keys_of(values, slots), inside);
            slots.clear();
            values.about(subject, slots);
            QCOMPARE(keys_of(values, slots), about);
        }
    }

    void a_slot_that_is_known_is_nobody_elses() {
        LiveValues values(false, std::chrono::milliseconds(0), 2);
        LiveWord word;
        word.key = "a";
        QVERIFY(values.set(word, "1", {}, 0, {}));
        values.know(0);
        QVERIFY(values.remove("a"));
        word.key = "b";
        QVERIFY(values.set(word, "2", {}, 0, {}));
        QCOMPARE(values.at(0).key, std::string("a"));
        QVERIFY(!values.at(0).is_there());
        values.forget(0);
        word.key = "c";
        QVERIFY(values.set(word, "3", {}, 0, {}));
        QCOMPARE(values.at(0).key, std::string("c"));
        QCOMPARE(values.slots(), 2U);
    }

    void keys_that_come_and_go_do_not_grow() {
        // A watch that does not read knows values that are no more: they take room too.
        LiveValues values(false, std::chrono::milliseconds(0), 10);
        int taken = 0;
        for (int i = 0; i < 1'000; ++i) {
            LiveWord word;
            word.key = std::to_string(i);
            if (!values.set(word, "1", {}, 0, {}))
                continue;
            ++taken;
            std::vector<LiveValues::Slot> slots;
            values.all(slots);
            values.know(slots.back());
            values.remove(word.key);
        }
        QCOMPARE(taken, 20);
        QCOMPARE(values.slots(), 20U);
    }
};

QTEST_GUILESS_MAIN(LiveValuesTest)
#include "live_values_test.moc"
