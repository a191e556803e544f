// What a ring keeps of a stream: whole groups of pictures from a key picture on, of the last while,
// and no more bytes than it may.
#include "app/video/clip_ring.h"

#include <QTest>

#include <gst/gst.h>

using namespace chengyun::console;
using namespace std::chrono_literals;

namespace {

struct Stream {
    explicit Stream(const RingLimits& limits = {}) : ring(limits) {}
    /// A picture a tenth of a second after the one before.
    void add(bool key, gsize size = 100, bool gap = false) {
        GstBuffer* unit = gst_buffer_new_allocate(nullptr, size, nullptr);
        gst_buffer_memset(unit, 0, static_cast<guint8>(count), size);
        if (!key)
            GST_BUFFER_FLAG_SET(unit, GST_BUFFER_FLAG_DELTA_UNIT);
        if (gap)
            GST_BUFFER_FLAG_SET(unit, GST_BUFFER_FLAG_DISCONT);
        ring.add(unit, caps.get(), now);
        gst_buffer_unref(unit);
        now += 100ms;
        ++count;
    }
    void add_groups(int groups, int length, gsize size = 100) {
        for (int i = 0; i < groups * length; ++i)
            add(i % length == 0, size);
    }
    [[nodiscard]] static int number(const ClipUnit& unit) {
        guint8 byte = 0;
        gst_buffer_extract(unit.buffer.get(), 0, &byte, 1);
        return byte;
    }

    ClipRing ring;
    CapsPtr caps{gst_caps_from_string("video/x-h264,stream-format=avc,width=64")};
    ClipRing::Clock::time_point now{};
    int count = 0;
};

} // namespace

class ClipRingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { gst_init(nullptr, nullptr); }

    void beginsWithAKeyPicture() {
        Stream one;
        one.add(false);
        one.add(false);
        QVERIFY(one.ring.cut().units.empty());
        one.add(true);
        one.add(false);
        const auto cut = one.ring.cut();
        QCOMPARE(cut.units.size(), 2U);
        QVERIFY(cut.units.front().key && !cut.units.back().key);
        QCOMPARE(Stream::number(cut.units.front()), 2);
    }

    void holdsAtLeastItsSpan() {
        Stream one({.span = 3s});
        one.add_groups(20, 8);
        const auto cut = one.ring.cut();
        QVERIFY(cut.units.front().key);
        const auto length = cut.units.back().came - cut.units.front().came;
        QVERIFY(length >= 3s);
        QVERIFY(length < 3s + 800ms); // and one group more at most
        QCOMPARE(one.ring.bytes(), cut.units.size() * 100);
    }

    void aGroupLongerThanTheSpanIsKeptWhole() {
        Stream one({.span = 1s});
        one.add_groups(1, 50);
        QCOMPARE(one.ring.cut().units.size(), 50U);
        one.add_groups(1, 50);
        QCOMPARE(one.ring.cut().units.size(), 50U);
        QCOMPARE(Stream::number(one.ring.cut().units.front()), 50);
    }

    void noMoreBytesThanItMay() {
        Stream one({.bytes = 2000});
        one.add_groups(10, 5);
        QVERIFY(one.ring.bytes() <= 2000);
        QVERIFY(one.ring.cut().units.front().key);
        // One group that is larger than all is not kept, and the next begins anew.
        one.add(true);
        for (int i = 0; i < 25; ++i)
            one.add(false);
        QVERIFY(one.ring.cut().units.empty());
        one.add(false);
        QVERIFY(one.ring.cut().units.empty());
        one.add(true);
        QCOMPARE(one.ring.cut().units.size(), 1U);
    }

    void afterAGapFromTheNextKeyPicture() {
        Stream one;
        one.add_groups(1, 3);
        one.add(false, 100, true);
        one.add(false);
        QCOMPARE(one.ring.cut().units.size(), 3U);
        one.add(true);
        QCOMPARE(one.ring.cut().units.size(), 4U);
        // Another connection to the same camera.
        one.ring.interrupt();
        one.add(false);
        QCOMPARE(one.ring.cut().units.size(), 4U);
        one.add(true);
        QCOMPARE(one.ring.cut().units.size(), 5U);
    }

    void anotherFormatBeginsAnew() {
        Stream one;
        one.add_groups(1, 3);
        one.caps.reset(gst_caps_from_string("video/x-h264,stream-format=avc,width=128"));
        one.add(false);
        QVERIFY(one.ring.cut().units.empty());
        one.add(true);
        QCOMPARE(one.ring.cut().units.size(), 1U);
    }

    void parameterSetsStandOnceAtTheBeginning() {
        const auto unit = [](std::initializer_list<guint8> bytes, bool key) {
            GstBuffer* out = gst_buffer_new_allocate(nullptr, bytes.size(), nullptr);
            gst_buffer_fill(out, 0, bytes.begin(), bytes.size());
            if (!key)
                GST_BUFFER_FLAG_SET(out, GST_BUFFER_FLAG_DELTA_UNIT);
            return BufferPtr(out);
        };
        const CapsPtr caps(gst_caps_from_string("video/x-h264,stream-format=byte-stream"));
        ClipRing ring({.span = 1s});
        ClipRing::Clock::time_point now{};
        const auto with =
            unit({0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x68, 3, 0, 0, 0, 1, 0x65, 9}, true);
        const auto without = unit({0, 0, 0, 1, 0x65, 9}, true);
        ring.add(with.get(), caps.get(), now);
        QVERIFY(!ring.cut().head); // it has its own
        ring.add(without.get(), caps.get(), now += 2s);
        ring.add(without.get(), caps.get(), now += 2s);
        const auto cut = ring.cut();
        QCOMPARE(gst_buffer_get_size(cut.units.front().buffer.get()), gsize{6});
        QVERIFY(cut.head != nullptr);
        QCOMPARE(gst_buffer_memcmp(cut.head.get(), 0, "\0\0\0\1\x67\1\2\0\0\0\1\x68\3", 13), 0);
        QCOMPARE(gst_buffer_get_size(cut.head.get()), gsize{13});
    }
};

QTEST_GUILESS_MAIN(ClipRingTest)
#include "clip_ring.moc"
