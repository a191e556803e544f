// Which looks of patrol duty are refused at the edge.
#include "core/json/codec.h"
#include "core/patrol/patrol_codec.h"

#include <QTest>

using namespace chengyun;

namespace {

using ChangeLook = void (*)(LookAtCamera&);

LookAtCamera sample() {
    LookAtCamera look;
    look.id = "0190a000-0000-7000-8000-00000000e001";
    look.round = "0190a000-0000-7000-8000-00000000f001";
    look.group = "0190a000-0000-7000-8000-00000000d001";
    look.of = 12;
    look.camera = "0190a000-0000-8000-8000-00000000c001"; // imported
    return look;
}

} // namespace

Q_DECLARE_METATYPE(ChangeLook)

class PatrolLookTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void looks_are_checked_data() {
        QTest::addColumn<ChangeLook>("change");
        QTest::addColumn<QByteArray>("refused");
        const auto row = [](const char* name, const char* refused, ChangeLook change) {
            QTest::newRow(name) << change << QByteArray(refused);
        };
        row("good", "", [](LookAtCamera&) {});
        row("with an order", "", [](LookAtCamera& l) {
            l.finding = PatrolFinding::order;
            l.order = l.id;
        });
        row("no id", "invalid_field id", [](LookAtCamera& l) { l.id = "1"; });
        row("no round", "invalid_field round", [](LookAtCamera& l) { l.round.clear(); });
        row("no group", "invalid_field group", [](LookAtCamera& l) { l.group = "x"; });
        row("no camera", "invalid_field camera", [](LookAtCamera& l) { l.camera = "x"; });
        row("of none", "invalid_field of", [](LookAtCamera& l) { l.of = 0; });
        row("of too many", "invalid_field of",
            [](LookAtCamera& l) { l.of = int(most_patrol_cameras) + 1; });
        row("an order of nothing", "invalid_field order", [](LookAtCamera& l) { l.order = l.id; });
        row("no order", "invalid_field order",
            [](LookAtCamera& l) { l.finding = PatrolFinding::order; });
    }
    void looks_are_checked() {
        QFETCH(ChangeLook, change);
        auto look = sample();
        change(look);
        const auto checked = check(look);
        const auto refused =
            checked ? QByteArray()
                    : QByteArray::fromStdString(std::string(json::name_of(checked.error().kind)) +
                                                " " + checked.error().field);
        QTEST(refused, "refused");
    }
};

QTEST_APPLESS_MAIN(PatrolLookTest)
#include "look_test.moc"
