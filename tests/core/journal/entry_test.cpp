#include "core/journal/entry.h"

#include <QTest>

using namespace chengyun;

class EntryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void may_see_data();
    void may_see();
    void of_nobodys_area();
    void disabled_sees_nothing();
};

void EntryTest::may_see_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<QByteArray>("unit");
    QTest::addColumn<QByteArray>("entity");
    QTest::addColumn<bool>("visible");
    // The entry is about street 420114001000 and unit "u1".
    const auto row = [](const char* title, Role role, const char* scope, const char* unit,
                        const char* entity, bool visible) {
        QTest::newRow(title) << int(role) << QByteArray(scope) << QByteArray(unit)
                             << QByteArray(entity) << visible;
    };
    row("operator of the city", Role::operator_, "", "", "order", true);
    row("operator of the district", Role::operator_, "420114000000", "", "order", true);
    row("operator of the street", Role::operator_, "420114001000", "", "order", true);
    row("operator of another street", Role::operator_, "420114002000", "", "order", false);
    row("operator of a community in it", Role::operator_, "420114001001", "", "order", false);
    row("a malformed scope opens nothing", Role::commander, "42", "", "order", false);
    row("the unit itself", Role::unit, "", "u1", "order", true);
    row("the unit outside its area", Role::unit, "420115000000", "u1", "order", true);
    row("another unit without a scope", Role::unit, "", "u2", "order", false);
    row("the street's own office", Role::unit, "420114001000", "u2", "order", true);
    row("unit account without a unit", Role::unit, "", "", "order", false);
    row("operators see no accounts", Role::operator_, "", "", "account", false);
    row("commanders see no sessions", Role::commander, "", "", "session", false);
    row("units see no accounts, not even listed", Role::unit, "", "u1", "account", false);
    row("admins see accounts", Role::admin, "", "", "account", true);
    row("auditors see sessions", Role::auditor, "", "", "session", true);
    row("auditors of the street see its sessions", Role::auditor, "420114001000", "", "session",
        true);
    row("auditors of the district see its accounts", Role::auditor, "420114000000", "", "account",
        true);
    row("auditors of another street see no sessions", Role::auditor, "420114002000", "", "session",
        false);
    row("auditors of another street see no accounts", Role::auditor, "420114002000", "", "account",
        false);
    row("auditors with a scope", Role::auditor, "420115000000", "", "order", false);
}

void EntryTest::may_see() {
    QFETCH(int, role);
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, unit);
    QFETCH(QByteArray, entity);
    Account account;
    account.role = static_cast<Role>(role);
    account.area = scope.toStdString();
    account.unit = unit.toStdString();
    Entry entry;
    entry.entity = entity.toStdString();
    entry.kind = entry.entity + ".changed";
    entry.areas = {"420114001000"};
    entry.units = {"u1"};
    QTEST(chengyun::may_see(account, entry), "visible");
}

void EntryTest::of_nobodys_area() {
    Account account;
    account.role = Role::auditor;
    Entry entry;
    entry.entity = "session";
    QVERIFY(chengyun::may_see(account, entry));
    account.area = "420114001000";
    QVERIFY(!chengyun::may_see(account, entry));
}

void EntryTest::disabled_sees_nothing() {
    Account account;
    account.role = Role::admin;
    account.disabled = true;
    QVERIFY(!chengyun::may_see(account, Entry{}));
    account.disabled = false;
    QVERIFY(chengyun::may_see(account, Entry{}));
}

QTEST_APPLESS_MAIN(EntryTest)
#include "entry_test.moc"
