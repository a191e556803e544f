// What proxies write for an address.
#include "hub/http/client_address.h"

#include <QtTest>

using namespace chengyun::hub;

class ClientAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addresses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected"); ///< empty: none
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(*text ? text : "nothing") << QByteArray(text) << QByteArray(expected);
        };
        row("192.0.2.7", "192.0.2.7");
        row(" 192.0.2.7\t", "192.0.2.7");
        row("1.2.3.7:5555", "1.2.3.7");
        row("2001:DB8::1", "2001:db8::1");
        row("[2001:db8::1]", "2001:db8::1");
        row("[2001:db8::1]:443", "2001:db8::1");
        row("::ffff:192.0.2.7", "192.0.2.7");
        row("[::ffff:192.0.2.7]:80", "192.0.2.7");
        row("", "");
        row("unknown", "");
        row("192.0.2.7:", "");
        row("192.0.2.7:port", "");
        row("192.0.2.7:123456", "");
        row("[2001:db8::1", "");
        row("[2001:db8::1]443", "");
        row("[2001:db8::1]:", "");
        row("[]:443", "");
        row("<b>", "");
    }
    void addresses() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(address_in(text.toStdString()).value_or("")), expected);
    }
};

QTEST_APPLESS_MAIN(ClientAddressTest)
#include "client_address_test.moc"
