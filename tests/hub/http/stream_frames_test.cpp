#include "hub/http/stream_frames.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

/// A frame's beginning: flags and opcode, mask bit and length, then `more`.
QByteArray head(int first, int second, const QByteArray& more = {}) {
    return QByteArray(1, char(first)) + char(second) + more;
}
QByteArray text_of(qsizetype size) {
    QByteArray length;
    if (size > 125)
        length = QByteArray(1, char(size >> 8)) + char(size & 0xff);
    return head(0x81, 0x80 | (size > 125 ? 126 : int(size)), length) + QByteArray(4 + size, 'x');
}

} // namespace

class StreamFramesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frames_are_let_through_or_refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("refusal");
        const auto row = [](const char* name, const QByteArray& bytes, const char* refusal) {
            QTest::newRow(name) << bytes << QByteArray(refusal);
        };
        row("nothing", {}, "");
        row("half a head", head(0x81, 0xfe, QByteArray(1, '\x10')), "");
        row("one", text_of(12), "");
        row("empty", text_of(0), "");
        row("the longest", text_of(4096), "");
        row("some", text_of(12) + text_of(300) + head(0x8a, 0x80, "mask") + text_of(4).left(3), "");
        row("a length in eight bytes", head(0x81, 0xff, QByteArray(7, '\0') + '\x01' + "maskx"),
            "");
        row("too long", text_of(4097), "too_large");
        row("too long, behind another", text_of(5) + text_of(4097).left(4), "too_large");
        row("far too long", head(0x81, 0xff, QByteArray(8, '\xff')), "too_large");
        row("no mask", head(0x81, 0x05, "hello"), "malformed");
        row("no mask, near 2^64", head(0x81, 0x7f, QByteArray(8, '\xff')), "malformed");
        row("an extension", head(0xc1, 0x80, "mask"), "malformed");
        row("to be continued", head(0x01, 0x80, "mask"), "too_large");
        row("continued", head(0x80, 0x80, "mask"), "too_large");
        row("continued, behind another", text_of(5) + head(0x00, 0x80), "too_large");
    }
    void frames_are_let_through_or_refused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, refusal);
        const auto fit = check_frames({reinterpret_cast<const unsigned char*>(bytes.constData()),
                                       static_cast<std::size_t>(bytes.size())},
                                      max_stream_message);
        QCOMPARE(fit ? QByteArray()
                     : QByteArray::fromStdString(std::string(json::name_of(fit.error().kind))),
                 refusal);
    }

    void drogon_comes_by() { QVERIFY(are_frames_checked()); }
};

QTEST_GUILESS_MAIN(StreamFramesTest)
#include "stream_frames_test.moc"
