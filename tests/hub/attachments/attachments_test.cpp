#include "hub/attachments/attachment_store.h"
#include "hub/attachments/sniff.h"
#include "tests/hub/hall.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {
const QByteArray jpeg = QByteArray::fromHex("ffd8ffe000104a464946") + QByteArray(200, 'x');
const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a") + QByteArray(200, 'x');
} // namespace

class AttachmentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void types_are_told_by_bytes_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char* name, const QByteArray& content, const char* type) {
            QTest::newRow(name) << content << QByteArray(type);
        };
        row("jpeg", jpeg, "image/jpeg");
        row("png", png, "image/png");
        row("webp", "RIFF....WEBPVP8 ", "image/webp");
        row("heic", QByteArray::fromHex("00000018") + "ftypheic", "image/heic");
        row("mp4", QByteArray::fromHex("00000018") + "ftypisom", "video/mp4");
        row("pdf", "%PDF-1.7\n", "application/pdf");
        row("text", "现场积水\n", "text/plain");
        row("csv with a mark", "\xef\xbb\xbfname,lon\n", "text/plain");
        row("csv in GB 18030", QByteArray::fromHex("b1dcc4d1cbf92cb5d8d6b70a"), "text/plain");
        row("geojson", " {\"type\":\"FeatureCollection\"}", "application/json");
        row("program", QByteArray::fromHex("7f454c46020101000000"), "");
        row("page", "<html><script>alert(1)</script>", "text/plain");
        row("control characters", QByteArray("abc\x01"), "");
        row("cut UTF-8 that is no GB 18030", QByteArray("abc\xff"), "");
        row("nothing", "", "");
    }
    void types_are_told_by_bytes() {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, type);
        QCOMPARE(QByteArray::fromStdString(
                     std::string(sniff_type({content.data(), std::size_t(content.size())}))),
                 type);
    }

    void claims_must_fit_data() {
        QTest::addColumn<QByteArray>("claim");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* claim, const char* type, bool fits) {
            QTest::addRow("%s as %s", type, claim) << QByteArray(claim) << QByteArray(type) << fits;
        };
        row("", "image/png", true);
        row("image/png", "image/png", true);
        row("IMAGE/PNG; q=1", "image/png", true);
        row("image/jpeg", "image/png", false);
        row("text/csv", "text/plain", true);
        row("text/html", "text/plain", false);
        row("image/png", "text/plain", false);
        row("application/geo+json", "application/json", true);
        row("application/octet-stream", "application/pdf", true);
    }
    void claims_must_fit() {
        QFETCH(QByteArray, claim);
        QFETCH(QByteArray, type);
        QFETCH(bool, fits);
        QCOMPARE(claim_fits(claim.toStdString(), type.toStdString()), fits);
    }

    void kept_once_and_found_by_content() {
        Hall hall;
        AttachmentStore store(hall.dir.path().toStdString() + "/attachments", 1000, 100'000);
        must(store.open());
        const auto kept = must(store.keep(jpeg.toStdString(), "image/jpeg"));
        QVERIFY(is_attachment_id(kept.id));
        QCOMPARE(kept.size, jpeg.size());
        QCOMPARE(kept.type, std::string("image/jpeg"));
        const auto used = store.used_bytes();
        QVERIFY(must(store.keep(jpeg.toStdString(), "")) == kept);
        QCOMPARE(store.used_bytes(), used);
        QFile file(QString::fromStdString(store.file(kept.id).string()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), jpeg);
        QVERIFY(store.find(*hall.reader, kept.id).error().kind == FailureKind::not_found);
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(store.record(tx, kept, "me"));
            must(store.record(tx, kept, "me"));
            return Answer{};
        }));
        QVERIFY(must(store.find(*hall.reader, kept.id)) == kept);
        QVERIFY(must(store.is_owner(*hall.reader, kept.id, "me", "")));
        QVERIFY(!must(store.is_owner(*hall.reader, kept.id, "you", "")));
    }

    void limits() {
        QTemporaryDir dir;
        AttachmentStore store(dir.path().toStdString(), 1000, 300);
        must(store.open());
        QVERIFY(store.keep(std::string(1001, 'a'), "").error().kind == FailureKind::too_large);
        QVERIFY(store.keep("", "").error().kind == FailureKind::malformed);
        QVERIFY(store
                    .keep(std::string("\x7f"
                                      "ELF\0\0",
                                      6),
                          "image/png")
                    .error()
                    .kind == FailureKind::wrong_type);
        must(store.keep(jpeg.toStdString(), ""));
        QVERIFY(store.keep(png.toStdString(), "").error().kind == FailureKind::unavailable);
        // Counted again after a restart, without what was half written.
        QFile half(dir.filePath(QStringLiteral("new/half")));
        QVERIFY(half.open(QIODevice::WriteOnly));
        half.write(QByteArray(500, 'x'));
        half.close();
        AttachmentStore again(dir.path().toStdString(), 1000, 300);
        must(again.open());
        QCOMPARE(again.used_bytes(), jpeg.size());
        QVERIFY(!half.exists());
    }
};

QTEST_GUILESS_MAIN(AttachmentsTest)
#include "attachments_test.moc"
