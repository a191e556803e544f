// The numbers of rules that a city edits, as seats get them.
#include "hub/capability/policy.h"

#include "core/attachment/policy.h"
#include "core/duty/on_duty.h"
#include "core/order/rules.h"
#include "hub/attachments/attachment_settings.h"
#include "hub/resources/hall_settings.h"
#include "tests/hub/hall.h"
#include "tests/hub/verify.h"

#include <QtTest>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::Hall;
using chengyun::hub::test::must;

namespace {

/// What the journal has told of orders' policy.
std::vector<Entry> told(const Hall& hall) {
    std::vector<Entry> out;
    for (const auto& stored :
         must(read_timeline(*hall.reader, hall.writer->kinds(), "order_policy")))
        out.push_back(must(json::read<Entry>(stored->json)));
    return out;
}

OrderPolicy at_most(std::int64_t recipients) {
    OrderPolicy policy;
    policy.max_recipients = recipients;
    return policy;
}

} // namespace

class PolicyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void a_snapshot_has_the_numbers_in_force() {
        Config settings;
        settings.of<OrderPolicy>() = at_most(7);
        settings.of<AttachmentsConfig>().max_bytes = 5000;
        settings.of<DutyPolicy>().climb_minutes = 3;
        settings.of<HallPolicy>().zone = "Asia/Shanghai";
        Hall hall(settings);
        const auto account = Hall::account(Role::unit, Hall::west);
        const auto seen = must(
            json::read<Snapshot>(must(hall.snapshots.make(*hall.reader, account, hall.clock()))));
        QCOMPARE(seen.values<OrderPolicy>(), std::vector{at_most(7)});
        QCOMPARE(seen.values<AttachmentPolicy>(), std::vector{AttachmentPolicy{5000}});
        QCOMPARE(seen.values<DutyPolicy>(), (std::vector{DutyPolicy{30, 30, 3}}));
        QCOMPARE(seen.values<HallPolicy>(), (std::vector{HallPolicy{"Asia/Shanghai", "WGS-84"}}));
    }

    /// A hall whose zone nobody has set has its machine's, and its journal says nothing of it.
    void the_machines_zone_is_the_default() {
        Hall hall;
        const auto account = Hall::account(Role::unit, Hall::west);
        const auto seen = must(
            json::read<Snapshot>(must(hall.snapshots.make(*hall.reader, account, hall.clock()))));
        QCOMPARE(seen.values<HallPolicy>(), (std::vector{HallPolicy{machine_zone(), "WGS-84"}}));
        QVERIFY(!machine_zone().empty());
        QCOMPARE(must(read_timeline(*hall.reader, hall.writer->kinds(), "hall_policy")).size(), 0U);
    }

    void the_journal_tells_what_has_changed_only() {
        Hall hall;
        tell_policy(*hall.writer, OrderPolicy());
        QCOMPARE(told(hall).size(), 0U);
        for (int start = 0; start < 2; ++start)
            tell_policy(*hall.writer, at_most(7));
        QCOMPARE(told(hall).size(), 1U);
        QCOMPARE(told(hall).back().kind, std::string("policy.changed"));
        QCOMPARE(told(hall).back().body.values<OrderPolicy>(), std::vector{at_most(7)});
        for (int start = 0; start < 2; ++start)
            tell_policy(*hall.writer, OrderPolicy());
        QCOMPARE(told(hall).size(), 2U);
        QCOMPARE(told(hall).back().body.values<OrderPolicy>(), std::vector{OrderPolicy()});
        QVERIFY(hall.chain_intact());
    }

    void everybody_hears_of_it() {
        Hall hall;
        tell_policy(*hall.writer, at_most(7));
        const auto stored =
            must(read_timeline(*hall.reader, hall.writer->kinds(), "order_policy")).back();
        QVERIFY(may_see(Hall::account(Role::unit, Hall::west), *stored));
        QVERIFY(may_see(Hall::account(Role::operator_), *stored));
    }
};

QTEST_GUILESS_MAIN(PolicyTest)
#include "policy_test.moc"
