// What a stream says of how its pictures are to be turned.
#include "core/resource/display_orientation.h"

#include <QTest>

using namespace chengyun;

class DisplayOrientationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
};

void DisplayOrientationTest::reads_data() {
    QTest::addColumn<PictureCodec>("codec");
    QTest::addColumn<QByteArray>("picture");
    QTest::addColumn<int>("quarters"); ///< −1: it says nothing
    const auto row = [](const char* name, PictureCodec codec, const char* hex, int quarters) {
        QTest::newRow(name) << codec << QByteArray::fromHex(hex) << quarters;
    };
    const auto h264 = PictureCodec::h264;
    const auto h265 = PictureCodec::h265;
    // A turn of 0x4000 of 0x10000 anticlockwise is three quarters clockwise.
    row("start codes", h264, "00000001 6742 000001 06 2f03 080009 80 00000001 65ff", 3);
    row("lengths", h264, "00000002 6742 00000007 06 2f03 080009 80 00000002 65ff", 3);
    row("half a turn", h264, "00000001 06 2f03 100009 80", 2);
    row("behind another message", h264, "00000001 06 0502 aabb 2f03 180009 80", 1);
    row("an escaped byte", h264, "00000001 06 0503 000003 01 2f03 080009 80", 3);
    row("H.265", h265, "00000001 4e01 2f03 080009 80 00000001 2601ff", 3);
    row("cancelled", h264, "00000001 06 2f03 880009 80", 0);
    row("flipped", h264, "00000001 06 2f03 480009 80", -1);
    row("by some degrees", h264, "00000001 06 2f03 080109 80", -1);
    row("behind the slice", h264, "00000001 65ff 00000001 06 2f03 080009 80", -1);
    row("longer than its unit", h264, "00000001 06 2fff 080009 80", -1);
    row("a length beyond the end", h264, "ffffffff 06 2f03 080009 80", -1);
    row("nothing", h264, "", -1);
    row("a start code alone", h264, "000001", -1);
}

void DisplayOrientationTest::reads() {
    QFETCH(PictureCodec, codec);
    QFETCH(QByteArray, picture);
    QFETCH(int, quarters);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(picture.constData());
    const auto said = quarters_clockwise(codec, {bytes, std::size_t(picture.size())});
    QCOMPARE(said.value_or(-1), quarters);
}

QTEST_APPLESS_MAIN(DisplayOrientationTest)
#include "display_orientation_test.moc"
