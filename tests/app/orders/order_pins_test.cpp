// The pins of orders on the map.
#include "app/map/symbol_atlas.h"
#include "app/orders/order_pins.h"

#include <QTest>

using namespace chengyun;
using namespace chengyun::console;

class OrderPinsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pins_data() {
        QTest::addColumn<int>("order");
        QTest::addColumn<int>("assignment");
        QTest::addColumn<int>("escalation");
        QTest::addColumn<bool>("place");
        QTest::addColumn<int>("pin"); // −1 for none
        const auto row = [](const char* name, OrderState order, AssignmentState assignment,
                            Escalation escalation, bool place, int pin) {
            QTest::newRow(name) << int(order) << int(assignment) << int(escalation) << place << pin;
        };
        row("new", OrderState::issued, AssignmentState::issued, Escalation::none, true,
            int(PinState::fresh));
        row("due soon", OrderState::issued, AssignmentState::issued, Escalation::L0, true,
            int(PinState::fresh));
        row("overdue", OrderState::issued, AssignmentState::issued, Escalation::L1, true,
            int(PinState::late));
        row("under way", OrderState::executing, AssignmentState::executing, Escalation::none, true,
            int(PinState::active));
        row("was late, is done", OrderState::completed, AssignmentState::completed, Escalation::L2,
            true, int(PinState::active));
        row("closed", OrderState::closed, AssignmentState::verified, Escalation::none, true, -1);
        row("withdrawn", OrderState::withdrawn, AssignmentState::withdrawn, Escalation::none, true,
            -1);
        row("nowhere", OrderState::issued, AssignmentState::issued, Escalation::none, false, -1);
    }
    void pins() {
        QFETCH(int, order);
        QFETCH(int, assignment);
        QFETCH(int, escalation);
        QFETCH(bool, place);
        QFETCH(int, pin);
        Order issued;
        issued.id = "o";
        issued.state = OrderState(order);
        if (place)
            issued.place = Place{114, 30.5};
        Assignment one;
        one.state = AssignmentState(assignment);
        one.escalation = Escalation(escalation);
        const Assignment* all[] = {&one};
        const auto made = pinOf(issued, all);
        QCOMPARE(made.has_value(), pin >= 0);
        if (made)
            QCOMPARE(int(made->state()), pin);
    }
};

QTEST_GUILESS_MAIN(OrderPinsTest)
#include "order_pins_test.moc"
