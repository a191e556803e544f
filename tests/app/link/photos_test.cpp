// Photos of reports: each account's are its own, and pictures are made ready beside the window.
#include "app/link/hub_link.h"
#include "app/link/photos.h"
#include "tests/app/link/fake_hub.h"

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace chengyun;
using namespace chengyun::console;
using namespace chengyun::test;

class PhotosTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    QUrl picture(const QString& name, int width) {
        QImage image(width, width / 2, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        const auto path = folder_.filePath(name);
        return image.save(path) ? QUrl::fromLocalFile(path) : QUrl();
    }

private Q_SLOTS:
    void eachAccountFetchesItsOwn() {
        FakeHub hub;
        hub.photo = "picture";
        hub.up();
        HubLink link;
        Photos photos(link, folder_.filePath(QStringLiteral("cache")));
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
        Photos photos(link, folder_.filePath(QStringLiteral("late")));
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
        Photos photos(link, folder_.filePath(QStringLiteral("prepare")));
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

    void oneThatIsNoneIsSaidToBe() {
        HubLink link;
        Photos photos(link, folder_.filePath(QStringLiteral("none")));
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
