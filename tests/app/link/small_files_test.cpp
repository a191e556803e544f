// Small files that are written beside the window.
#include "app/link/small_files.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengyun;
using namespace chengyun::console;

class SmallFilesTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    static QByteArray onDisk(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }

private Q_SLOTS:
    void whatWasHandedOverLastIsWhatThereIs() {
        SmallFiles files;
        const auto a = folder_.filePath(QStringLiteral("a")),
                   b = folder_.filePath(QStringLiteral("b"));
        QVERIFY(files.read(a).has_error());
        for (int i = 0; i < 200; ++i) {
            files.write(a, QByteArray::number(i));
            QCOMPARE(*files.read(a), QByteArray::number(i)); // on disk or not
        }
        files.write(b, "b");
        files.remove(a);
        QCOMPARE(files.read(a).error().kind, FailureKind::not_found);
        files.write(a, "again");
        QVERIFY(files.flush().has_value());
        QCOMPARE(onDisk(a), QByteArray("again"));
        QCOMPARE(onDisk(b), QByteArray("b"));
    }

    void everythingIsOnDiskWhenItGoes() {
        const auto path = folder_.filePath(QStringLiteral("sub/folder/file"));
        {
            SmallFiles files;
            files.write(path, "first");
            files.write(path + QStringLiteral("2"), "second");
            files.write(path, "last");
        }
        QCOMPARE(onDisk(path), QByteArray("last"));
        QCOMPARE(onDisk(path + QStringLiteral("2")), QByteArray("second"));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void whatThrowsIsAFailure() {
        // Nothing else can be made to throw there: the thread says that the disk takes nothing, and
        // whoever hears it has no memory left.
        static QtMessageHandler before = nullptr;
        before = qInstallMessageHandler(
            [](QtMsgType type, const QMessageLogContext& context, const QString& text) {
                if (qstrcmp(context.category, "chengyun.files") == 0)
                    throw std::bad_alloc();
                before(type, context, text);
            });
        const auto back = qScopeGuard([] { qInstallMessageHandler(before); });
        const auto path = folder_.filePath(QStringLiteral("throws"));
        QVERIFY(QDir().mkpath(path));
        SmallFiles files;
        QSignalSpy failed(&files, &SmallFiles::failed);
        files.write(path, "x");
        QVERIFY(files.flush().has_error());
        QTRY_COMPARE(failed.count(), 1);
        files.write(folder_.filePath(QStringLiteral("after")), "y");
        QVERIFY(files.flush().has_value());
    }

    void whatTheDiskDoesNotTakeIsTold() {
        const auto path = folder_.filePath(QStringLiteral("full"));
        QVERIFY(QDir().mkpath(path)); // a folder stands where the file is to go
        SmallFiles files;
        QSignalSpy failed(&files, &SmallFiles::failed);
        files.write(path, "x");
        QVERIFY(files.flush().has_error());
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].toString(), path);
        files.write(folder_.filePath(QStringLiteral("next")), "y");
        QVERIFY(files.flush().has_value());
    }
};

QTEST_GUILESS_MAIN(SmallFilesTest)
#include "small_files_test.moc"
