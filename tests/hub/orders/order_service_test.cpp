#include "tests/hub/hall.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {
QString show(const Failure& failure) {
    return QString::fromStdString(std::string(json::name_of(failure.kind)) + " " + failure.field +
                                  " " + failure.detail);
}
} // namespace

#define VERIFY_OK(result)                                                                          \
    QVERIFY2((result).has_value(), (result).has_value() ? "" : qPrintable(show((result).error())))
#define VERIFY_REFUSED(result, expected)                                                           \
    do {                                                                                           \
        auto&& refused = (result);                                                                 \
        QVERIFY(refused.has_error());                                                              \
        QVERIFY2(refused.error().kind == FailureKind::expected,                                    \
                 qPrintable(show(refused.error())));                                               \
    } while (false)

class OrderServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void issuing_stores_and_journals() {
        Hall hall;
        hall.add_areas();
        const auto command = hall.command({hall.east_unit, hall.west_unit});
        auto done = hall.issue(hall.commander, command);
        VERIFY_OK(done);
        QCOMPARE(done->seq, 2);
        QCOMPARE(done->change.orders.size(), 1U);
        QCOMPARE(done->change.assignments.size(), 2U);
        const auto order = hall.order(command.id);
        QVERIFY(order == done->change.orders[0]);
        QCOMPARE(order.number, 1);
        QCOMPARE(order.version, 2);
        QVERIFY(hall.assignment(done->change.assignments[1].id) == done->change.assignments[1]);
        const auto entries = must(read_journal(*hall.reader, 1, 10));
        QCOMPARE(entries.size(), 1U);
        auto entry = json::read<Entry>(entries[0]->json);
        VERIFY_OK(entry);
        QCOMPARE(entry->kind, std::string("order.issued"));
        QVERIFY(entry->body == done->change);
        QCOMPARE(entries[0]->json, json::write(*entry));
        QVERIFY(hall.chain_intact());
    }
};

QTEST_GUILESS_MAIN(OrderServiceTest)
#include "order_service_test.moc"
