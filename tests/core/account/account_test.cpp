#include "core/account/account.h"
#include "tests/core/describe.h"

#include <QTest>

using namespace chengyun;

class AccountTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void grants_data();
    void grants();
    void a_wall_only_looks();
};

void AccountTest::grants_data() {
    // One column a permission, in the order of the enumeration.
    QTest::addColumn<int>("role");
    QTest::addColumn<QByteArray>("allowed");
    //                                                      see edit import live issue centre
    //                                                      unit journal accounts feed walls
    QTest::newRow("operator") << int(Role::operator_)
                              << QByteArray("yes yes no no yes yes yes no no yes no");
    QTest::newRow("commander") << int(Role::commander)
                               << QByteArray("yes yes yes yes yes yes yes yes no yes yes");
    QTest::newRow("unit") << int(Role::unit) << QByteArray("yes no no no no no yes no no no no");
    QTest::newRow("admin") << int(Role::admin)
                           << QByteArray("yes yes yes yes no no no yes yes no yes");
    QTest::newRow("auditor") << int(Role::auditor)
                             << QByteArray("yes no no no no no no yes no no no");
    QTest::newRow("wall") << int(Role::wall) << QByteArray("yes no no no no no no no no no no");
}

void AccountTest::grants() {
    QFETCH(int, role);
    QFETCH(QByteArray, allowed);
    QByteArrayList actual;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Permission>>(
        [&](auto d) { actual.append(may(static_cast<Role>(role), d.value) ? "yes" : "no"); });
    QCOMPARE(actual.join(' '), allowed);
}

void AccountTest::a_wall_only_looks() {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>(
        [](auto d) { QCOMPARE(may_command(d.value), d.value != Role::wall); });
}

QTEST_APPLESS_MAIN(AccountTest)
#include "account_test.moc"
