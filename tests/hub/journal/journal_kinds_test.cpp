#include "hub/capabilities.h"
#include "hub/journal/journal.h"
#include "tests/hub/verify.h"

using namespace chengyun;
using namespace chengyun::hub;

namespace {

StoredEntry entry_about(std::string_view kind, std::string_view entity) {
    StoredEntry entry;
    entry.kind = kind;
    entry.rule = Capabilities({}, {}).journal_kinds().rule_of(kind, entity);
    return entry;
}

} // namespace

class JournalKindsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void may_see_data();
    void may_see();
    void of_nobodys_area();
    void disabled_sees_nothing();
    void named_by_its_own_id();
    void what_seats_apply();
};

void JournalKindsTest::may_see_data() {
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
    row("everybody sees the duty", Role::unit, "", "u2", "duty", true);
    row("what nobody has declared lies where it lies", Role::operator_, "420114002000", "",
        "something", false);
    row("auditors with a scope", Role::auditor, "420115000000", "", "order", false);
}

void JournalKindsTest::may_see() {
    QFETCH(int, role);
    QFETCH(QByteArray, scope);
    QFETCH(QByteArray, unit);
    QFETCH(QByteArray, entity);
    Account account;
    account.role = static_cast<Role>(role);
    account.area = scope.toStdString();
    account.unit = unit.toStdString();
    auto entry = entry_about(entity.toStdString() + ".changed", entity.toStdString());
    entry.areas = {"420114001000"};
    entry.units = {"u1"};
    QTEST(hub::may_see(account, entry), "visible");
}

void JournalKindsTest::of_nobodys_area() {
    Account account;
    account.role = Role::auditor;
    const auto entry = entry_about("session.refused", "session");
    QVERIFY(hub::may_see(account, entry));
    account.area = "420114001000";
    QVERIFY(!hub::may_see(account, entry));
}

void JournalKindsTest::disabled_sees_nothing() {
    Account account;
    account.role = Role::admin;
    account.disabled = true;
    QVERIFY(!hub::may_see(account, StoredEntry{}));
    account.disabled = false;
    QVERIFY(hub::may_see(account, StoredEntry{}));
}

void JournalKindsTest::named_by_its_own_id() {
    Account account;
    account.id = "a1";
    account.area = "420114002000";
    auto entry = entry_about("handover.drafted", "handover");
    entry.areas = {"420114001000"};
    QVERIFY(!hub::may_see(account, entry));
    entry.units = {"u1", "a1"};
    QVERIFY(hub::may_see(account, entry));
    // Nobody is named by what he has not.
    account.id.clear();
    entry.units = {""};
    QVERIFY(!hub::may_see(account, entry));
}

void JournalKindsTest::what_seats_apply() {
    for (const auto kind : {"resources.imported", "areas.imported"})
        QVERIFY(entry_about(kind, "area").rule.reload);
    // A kind goes before the entity that it is about.
    const JournalKind declared[] = {{"case", {Viewers::administration}},
                                    {"case.told", {Viewers::everybody, true}}};
    const JournalKinds kinds{declared};
    QCOMPARE(kinds.rule_of("case.told", "case"), (EntryRule{Viewers::everybody, true}));
    QCOMPARE(kinds.rule_of("case.opened", "case"), (EntryRule{Viewers::administration, false}));
    QCOMPARE(kinds.rule_of("case", "other"), (EntryRule{Viewers::administration, false}));
    QCOMPARE(kinds.rule_of("other.told", "other"), EntryRule());
}

QTEST_GUILESS_MAIN(JournalKindsTest)
#include "journal_kinds_test.moc"
