// Photos of reports: each account's are its own, and pictures are made ready beside the window.
#include "app/link/hub_link.h"
#include "app/link/photos.h"
#include "app/link/source.h"
#include "tests/app/link/fake_hub.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <optional>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class PhotosTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    Source source_;

    QUrl picture(const QString& name, int width) {
        QImage image(width, width / 2, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        const auto path = folder_.filePath(name);
        return image.save(path) ? QUrl::fromLocalFile(path) : QUrl();
    }

    /// A PNG of 30,000 × 30,000 pixels, as far as its header goes.
    static QByteArray headerOfAHugePng() {
        QImage small(1, 1, QImage::Format_RGB32);
        small.fill(Qt::darkCyan);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        small.save(&buffer, "PNG");
        constexpr int sizeAt = 16, crcAt = 29, typeAt = 12;
        for (const int at : {sizeAt, sizeAt + 4})
            qToBigEndian<quint32>(30000, bytes.data() + at);
        quint32 crc = 0xffffffff; // of the chunk's type and data, as PNG wants it
        for (int i = typeAt; i < crcAt; ++i) {
            crc ^= quint8(bytes[i]);
            for (int bit = 0; bit < 8; ++bit)
                crc = crc & 1 ? crc >> 1 ^ 0xedb88320U : crc >> 1;
        }
        qToBigEndian<quint32>(~crc, bytes.data() + crcAt);
        return bytes;
    }

private Q_SLOTS:
    void eachAccountFetchesItsOwn() {
        FakeHub hub;
        hub.photo = "picture";
        hub.up();
        HubLink link;
        Photos photos(link, source_, folder_.filePath(QStringLiteral("cache")));
        const QSignalSpy ready(&photos, &Photos::ready);
        const auto id = QStringLiteral("abc");
        QVERIFY(photos.urlOf(id).isEmpty()); // nobody's
        QVERIFY(hub.paths.isEmpty());
        link.become(hub.url(), QStringLiteral("wang"), hub.token);
        QVERIFY(photos.urlOf(id).isEmpty());
        QTRY_COMPARE(ready.count(), 1);
        const auto wangs = photos.urlOf(id);
        QVERIFY(wangs.isLocalFile());
        // The hub says who may see it, each time that somebody else asks.
        link.become(hub.url(), QStringLiteral("li"), hub.token);
        QVERIFY(photos.urlOf(id).isEmpty());
        QTRY_COMPARE(ready.count(), 2);
        QVERIFY(photos.urlOf(id) != wangs);
        QCOMPARE(hub.paths.size(), 2);
    }

    void whatComesForSomebodyElseIsNotShown() {
        FakeHub hub;
        hub.photo = "picture";
        hub.up();
        HubLink link;
        Photos photos(link, source_, folder_.filePath(QStringLiteral("late")));
        const QSignalSpy ready(&photos, &Photos::ready), failed(&photos, &Photos::failed);
        const auto id = QStringLiteral("abc");
        link.become(hub.url(), QStringLiteral("wang"), hub.token);
        hub.beforeAnswering = [&] { link.become(hub.url(), QStringLiteral("li"), hub.token); };
        QVERIFY(photos.urlOf(id).isEmpty());
        QTRY_COMPARE(hub.paths.size(), 1);
        hub.beforeAnswering = {};
        QVERIFY(photos.urlOf(id).isEmpty());
        QTRY_COMPARE(ready.count(), 1); // li's own
        QCOMPARE(hub.paths.size(), 2);
        QCOMPARE(failed.count(), 0);
    }

    void picturesAreMadeReadyInTheirOrder() {
        HubLink link;
        Photos photos(link, source_, folder_.filePath(QStringLiteral("prepare")));
        QList<QUrl> files{picture(QStringLiteral("small.png"), 40),
                          picture(QStringLiteral("large.png"), 3000)};
        std::optional<Result<QList<QByteArray>>> made;
        photos.prepare(files, this, [&](const auto& pictures) { made = pictures; });
        QVERIFY(!made.has_value()); // nobody has waited for it
        QTRY_VERIFY(made.has_value());
        QVERIFY(made->has_value());
        QCOMPARE((*made)->size(), 2);
        QCOMPARE(QImage::fromData((*made)->at(0), "JPEG").width(), 40);
        QCOMPARE(QImage::fromData((*made)->at(1), "JPEG").width(), 2560);
    }

    void whatTheHubDoesNotTakeIsNotSent_data() {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<qint64>("after");
        QTest::addColumn<bool>("taken");
        QTest::newRow("the snapshot says so") << qint64{100} << qint64{0} << false;
        QTest::newRow("a hub that starts anew says more") << qint64{100} << qint64{100000} << true;
        QTest::newRow("an older hub says nothing") << qint64{0} << qint64{0} << true;
    }
    void whatTheHubDoesNotTakeIsNotSent() {
        QFETCH(qint64, before);
        QFETCH(qint64, after);
        QFETCH(bool, taken);
        HubLink link;
        Source source;
        Photos photos(link, source, folder_.filePath(QStringLiteral("sizes")));
        auto snapshot = std::make_shared<Snapshot>();
        if (before)
            snapshot->values<AttachmentPolicy>() = {{before}};
        Q_EMIT source.loaded(snapshot);
        if (after) {
            auto entries = std::make_shared<std::vector<Entry>>(1);
            entries->front().body.values<AttachmentPolicy>() = {{after}};
            Q_EMIT source.arrived(entries);
        }
        std::optional<Result<QList<QByteArray>>> made;
        photos.prepare({picture(QStringLiteral("any.png"), 40)}, this,
                       [&](const auto& pictures) { made = pictures; });
        QTRY_VERIFY(made.has_value());
        QCOMPARE(made->has_value(), taken);
        if (!taken)
            QCOMPARE(made->error().kind, FailureKind::too_large);
    }

    void whatThrowsIsAFailure_data() {
        QTest::addColumn<bool>("fetched");
        QTest::newRow("a picture is made ready") << false;
        QTest::newRow("a photo is kept") << true;
    }
    /// Both threads log on the way that is tried here, and whoever hears it has no memory left.
    void whatThrowsIsAFailure() {
        QFETCH(bool, fetched);
        static QtMessageHandler before = nullptr;
        before = qInstallMessageHandler(
            [](QtMsgType type, const QMessageLogContext& context, const QString& text) {
                if (qstrcmp(context.category, "chengyun.photos") == 0 ||
                    qstrcmp(context.category, "qt.gui.imageio") == 0)
                    throw std::bad_alloc();
                before(type, context, text);
            });
        const auto back = qScopeGuard([] { qInstallMessageHandler(before); });
        HubLink link;
        Photos photos(link, source_, folder_.filePath(QStringLiteral("throws")));
        if (fetched) {
            FakeHub hub;
            hub.photo = "picture";
            hub.up();
            link.become(hub.url(), QStringLiteral("wang"), hub.token);
            // A folder stands where the photo is to go; it is no file, so it is fetched.
            const QSignalSpy failed(&photos, &Photos::failed);
            const auto folder =
                folder_.filePath(QStringLiteral("throws/")) + link.identity().stem();
            QFile notAFolder(folder);
            QVERIFY(notAFolder.open(QIODevice::WriteOnly));
            QVERIFY(photos.urlOf(QStringLiteral("abc")).isEmpty());
            QTRY_COMPARE(failed.count(), 1);
            return;
        }
        // More pixels than Qt allocates: it says so in the log.
        QFile huge(folder_.filePath(QStringLiteral("huge.bmp.png")));
        QVERIFY(huge.open(QIODevice::WriteOnly));
        huge.write(headerOfAHugePng());
        huge.close();
        std::optional<Result<QList<QByteArray>>> made;
        photos.prepare({QUrl::fromLocalFile(huge.fileName())}, this,
                       [&](const auto& pictures) { made = pictures; });
        QTRY_VERIFY(made.has_value());
        QVERIFY(made->has_error());
        QCOMPARE(made->error().kind, FailureKind::too_large);
    }

    void filesAreLookedAtBesideTheWindow() {
        HubLink link;
        Photos photos(link, source_, folder_.filePath(QStringLiteral("check")));
        const QSignalSpy checked(&photos, &Photos::checked);
        QFile text(folder_.filePath(QStringLiteral("words.jpg")));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no picture") > 0);
        text.close();
        const auto good = picture(QStringLiteral("good.png"), 40);
        const auto bad = QUrl::fromLocalFile(text.fileName());
        const auto none = QUrl::fromLocalFile(folder_.filePath(QStringLiteral("none.png")));
        photos.check({good, bad, none});
        QCOMPARE(checked.count(), 0); // nobody has waited for it
        QTRY_COMPARE(checked.count(), 3);
        QCOMPARE(checked[0], (QVariantList{good, true}));
        QCOMPARE(checked[1], (QVariantList{bad, false}));
        QCOMPARE(checked[2], (QVariantList{none, false}));
    }

    void oneThatIsNoneIsSaidToBe() {
        HubLink link;
        Photos photos(link, source_, folder_.filePath(QStringLiteral("none")));
        QFile text(folder_.filePath(QStringLiteral("text.jpg")));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no picture") > 0);
        text.close();
        std::optional<Result<QList<QByteArray>>> made;
        photos.prepare({picture(QStringLiteral("a.png"), 40), QUrl::fromLocalFile(text.fileName())},
                       this, [&](const auto& pictures) { made = pictures; });
        QTRY_VERIFY(made.has_value());
        QVERIFY(made->has_error());
        QCOMPARE(made->error().kind, FailureKind::wrong_type);
    }
};

QTEST_GUILESS_MAIN(PhotosTest)
#include "photos_test.moc"
