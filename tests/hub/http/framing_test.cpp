// Requests that two readers would end at two places.
#include "hub/http/framing.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;

class FramingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judged_data() {
        QTest::addColumn<QByteArrayList>("headers"); ///< name, value, name, value …
        QTest::addColumn<bool>("needs_host");
        QTest::addColumn<QString>("field"); ///< of the refusal; "ok" for none
        const auto row = [](const char* name, const QByteArrayList& headers, const char* field,
                            bool needs_host = true) {
            QTest::newRow(name) << headers << needs_host << QString::fromLatin1(field);
        };
        row("least", {"host", "a"}, "ok");
        row("a body", {"host", "a", "content-length", "12", "x-a", "b c\t\xe6\xb0\xb4"}, "ok");
        row("chunked", {"host", "a", "transfer-encoding", "chunked"}, "ok");
        row("both", {"host", "a", "content-length", "1", "transfer-encoding", "chunked"},
            "Transfer-Encoding");
        row("+5", {"host", "a", "content-length", "+5"}, "Content-Length");
        row("-5", {"host", "a", "content-length", "-5"}, "Content-Length");
        row("hex", {"host", "a", "content-length", "0x5"}, "Content-Length");
        row("two in one", {"host", "a", "content-length", "5, 5"}, "Content-Length");
        row("empty length", {"host", "a", "content-length", ""}, "Content-Length");
        row("longer than any", {"host", "a", "content-length", "1000000000000000000"},
            "Content-Length");
        row("space before the colon", {"host", "a", "transfer-encoding ", "chunked"}, "");
        row("folded", {"host", "a", " more", "b"}, "");
        row("no name", {"host", "a", "", "b"}, "");
        row("not ASCII", {"host", "a", "x-\xe6\xb0\xb4", "b"}, "");
        row("a line's end inside", {"host", "a", "x-a", "b\ntransfer-encoding: chunked"}, "x-a");
        row("no host", {"x-a", "b"}, "Host");
        row("no host in HTTP/1.0", {"x-a", "b"}, "ok", false);
    }
    void judged() {
        QFETCH(QByteArrayList, headers);
        QFETCH(bool, needs_host);
        QFETCH(QString, field);
        Headers given;
        for (qsizetype i = 0; i + 1 < headers.size(); i += 2)
            given.emplace(headers[i].toStdString(), headers[i + 1].toStdString());
        const auto judged = check_framing(given, needs_host);
        QCOMPARE(judged ? QStringLiteral("ok") : QString::fromStdString(judged.error().field),
                 field);
        if (!judged)
            QVERIFY(judged.error().kind == FailureKind::malformed);
    }
};

QTEST_APPLESS_MAIN(FramingTest)
#include "framing_test.moc"
