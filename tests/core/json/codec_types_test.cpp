// Every described type of core goes through JSON and comes back the same, filled by its description
// so that no member can be forgotten.
#include "core/account/session.h"
#include "core/area/area.h"
#include "core/json/codec.h"
#include "core/order/commands.h"
#include "core/order/order.h"
#include "core/order/rules.h"
#include "core/order/suggest.h"
#include "core/order/timers.h"
#include "core/resource/resource.h"
#include "core/unit/unit.h"
#include "core/wire/answers.h"
#include "tests/core/describe.h"

#include <QTest>

using namespace chengyun;

namespace {

/// Gives every member a value that is neither empty nor like the one before.
class Filler {
public:
    template <class T>
    void fill(T& value) {
        if constexpr (std::is_same_v<T, Instant>) {
            value = instant_of(1'700'000'000'000 + ++count_);
        } else if constexpr (std::is_same_v<T, std::string>) {
            value = "文本 \"" + std::to_string(++count_) + "\"";
        } else if constexpr (std::is_same_v<T, bool>) {
            value = true;
        } else if constexpr (std::is_enum_v<T>) {
            boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
                [&](auto d) { value = d.value; }); // the last one
        } else if constexpr (std::is_floating_point_v<T>) {
            value = 0.1 + ++count_;
        } else if constexpr (std::is_arithmetic_v<T>) {
            value = static_cast<T>(++count_);
        } else if constexpr (json::detail::is_optional<T>) {
            fill(value.emplace());
        } else if constexpr (json::detail::is_vector<T>) {
            value.resize(2);
            for (auto& item : value)
                fill(item);
        } else if constexpr (json::detail::is_map<T>) {
            fill(value["schlüssel \"" + std::to_string(++count_)]);
        } else {
            boost::mp11::mp_for_each<json::detail::Members<T>>(
                [&](auto d) { fill(value.*d.pointer); });
        }
    }

private:
    int count_ = 0;
};

template <class T>
void round_trip() {
    for (const bool filled : {false, true}) {
        T value{};
        if (filled)
            Filler().fill(value);
        const auto text = json::write(value);
        QCOMPARE(text, json::write(json::encode(value)));
        const auto back = json::read<T>(text);
        QCOMPARE(outcome(back), "ok");
        QCOMPARE(json::write(*back), text);
        if constexpr (std::equality_comparable<T>)
            QVERIFY(*back == value);
    }
}

template <class T>
void each_required_member_is_asked_for() {
    T value{};
    Filler().fill(value);
    const auto whole = json::encode(value).as_object();
    boost::mp11::mp_for_each<json::detail::Members<T>>([&](auto d) {
        using M = std::remove_cvref_t<decltype(value.*d.pointer)>;
        const auto member = json::detail::plain(d.name);
        auto without = whole;
        without.erase(member);
        const auto expected = json::detail::may_be_absent<M>
                                  ? QByteArray("ok")
                                  : "missing_field " + QByteArray(member.data(), member.size());
        QCOMPARE(outcome(json::decode<T>(without)), expected);
        auto wrong = whole;
        wrong[member] = boost::json::array{boost::json::array{}};
        const auto failure = json::decode<T>(wrong).error();
        QCOMPARE(failure.kind, FailureKind::invalid_field);
        QVERIFY(QByteArray::fromStdString(failure.field).startsWith(QByteArray(d.name)));
    });
}

template <class E>
void names_go_both_ways() {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([](auto d) {
        QCOMPARE(json::enum_of<E>(json::name_of(d.value)), std::optional<E>(d.value));
    });
    QVERIFY(!json::enum_of<E>(""));
    QVERIFY(!json::enum_of<E>("no such name"));
}

} // namespace

class CodecTypesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void round_trips() {
        round_trip<Place>();
        round_trip<Box>();
        round_trip<Area>();
        round_trip<Contact>();
        round_trip<Resource>();
        round_trip<Unit>();
        round_trip<Account>();
        round_trip<TimeLimits>();
        round_trip<Order>();
        round_trip<Assignment>();
        round_trip<Report>();
        round_trip<Supervision>();
        round_trip<OrderPolicy>();
        round_trip<Timer>();
        round_trip<Suggestion>();
        round_trip<Change>();
        round_trip<Entry>();
        round_trip<Recipient>();
        round_trip<IssueOrder>();
        round_trip<ActOnAssignment>();
        round_trip<Done>();
        round_trip<Snapshot>();
        round_trip<SignIn>();
        round_trip<Session>();
        round_trip<Problem>();
    }

    void members_are_required_and_typed() {
        each_required_member_is_asked_for<Order>();
        each_required_member_is_asked_for<Assignment>();
        each_required_member_is_asked_for<Supervision>();
        each_required_member_is_asked_for<IssueOrder>();
        each_required_member_is_asked_for<Resource>();
        each_required_member_is_asked_for<Entry>();
    }

    void enumerations() {
        names_go_both_ways<AreaLevel>();
        names_go_both_ways<Layer>();
        names_go_both_ways<Level>();
        names_go_both_ways<Availability>();
        names_go_both_ways<UnitKind>();
        names_go_both_ways<Role>();
        names_go_both_ways<Permission>();
        names_go_both_ways<OrderState>();
        names_go_both_ways<AssignmentState>();
        names_go_both_ways<RecipientRole>();
        names_go_both_ways<Escalation>();
        names_go_both_ways<ReportKind>();
        names_go_both_ways<SupervisionState>();
        names_go_both_ways<Act>();
        names_go_both_ways<TimerKind>();
        names_go_both_ways<Gate>();
        names_go_both_ways<FailureKind>();
        QCOMPARE(json::name_of(Role::operator_), "operator");
    }
};

QTEST_APPLESS_MAIN(CodecTypesTest)
#include "codec_types_test.moc"
