// Changes and snapshots as open maps: kinds that this program knows, and kinds that it does not.
#include "core/duty/duty_codec.h"
#include "core/json/binary.h"
#include "core/order/order_codec.h"
#include "core/resource/resource_codec.h"
#include "core/unit/unit_codec.h"
#include "core/wire/wire_codec.h"

#include <QTest>

#include <algorithm>

using namespace chengyun;

class ImagesTest : public QObject {
    Q_OBJECT

    static Change change() {
        Change out;
        Order order;
        order.id = "0196a000-0000-7000-8000-000000000001";
        order.title = "积水处置";
        out.values<Order>() = {order};
        Duty duty;
        duty.commander = "高国栋";
        out.values<Duty>() = {duty};
        out.note["reason"] = "暴雨";
        return out;
    }
    /// What a newer hub might say, beside what is known here.
    static std::string newer() {
        return R"({"cases":[{"id":"a","title":"井盖"},{"id":"b"}],"duty":)" + json::write(Duty{}) +
               R"(,"note":{"k":"v"},"weather":{"rain":1.5}})";
    }

    static boost::json::value value_of(const std::string& text) { return *json::parse(text); }

private Q_SLOTS:
    void declaredKinds() {
        QStringList names;
        for (const auto* kind : entity_kinds())
            names.append(QString::fromUtf8(kind->name.data(), qsizetype(kind->name.size())));
        QVERIFY(std::ranges::is_sorted(names));
        for (const auto* name : {"areas", "assignments", "duty", "orders", "reports", "resources",
                                 "supervisions", "units"})
            QVERIFY2(names.contains(QLatin1StringView(name)), name);
        QVERIFY(entity_kind<Duty>().is_single);
        QVERIFY(!entity_kind<Order>().is_single);
    }

    void textAndTreeAgree() {
        const auto text = json::write(change());
        const auto tree = json::parse(text);
        QVERIFY(tree);
        QVERIFY(*tree == json::encode(change()));
        const auto back = json::read<Change>(text);
        QVERIFY(back);
        QVERIFY(*back == change());
        QCOMPARE(back->values<Order>().front().title, std::string("积水处置"));
        QCOMPARE(back->one<Duty>()->commander, std::string("高国栋"));
        QVERIFY(back->values<Unit>().empty());
    }

    void anEmptyListIsAsGoodAsNone() {
        Change touched;
        QVERIFY(touched.values<Unit>().empty()); // made, and left empty
        QVERIFY(touched == Change{});
        QCOMPARE(json::write(touched), std::string("{}"));
        QVERIFY(!Change{}.one<Duty>());
    }

    void copiesAreApart() {
        auto first = change();
        auto second = first;
        second.values<Order>().front().title = "排水";
        QCOMPARE(first.values<Order>().front().title, std::string("积水处置"));
        QVERIFY(first != second);
        first = second;
        QVERIFY(first == second);
    }

    void unknownKindsArePassedOn() {
        const auto read = json::read<Change>(newer(), json::Unknown::ignore);
        QVERIFY(read);
        QVERIFY(read->find("cases"));
        QCOMPARE(value_of(json::write(*read)), value_of(newer()));
        QCOMPARE(json::encode(*read), value_of(newer()));
        auto copy = *read;
        QVERIFY(copy == *read);
    }

    void wrongValuesAreNamed() {
        const auto read = json::read<Change>(R"({"orders":[{"id":7}]})");
        QVERIFY(!read);
        QCOMPARE(read.error().field, std::string("orders[0].id"));
        const auto snapshot = json::read<Snapshot>(R"({"seq":1,"units":{}})");
        QVERIFY(!snapshot);
        QCOMPARE(snapshot.error().field, std::string("units"));
    }

    void binaryRoundTrip() {
        auto value = *json::read<Snapshot>(R"({"seq":9,"cases":[{"id":"a"}]})");
        value.values<Order>() = change().values<Order>();
        value.values<Duty>() = change().values<Duty>();
        binary::Writer writer;
        writer.put(value);
        binary::Reader reader(writer.bytes());
        Snapshot back;
        reader.get(back);
        QVERIFY(reader.ok() && reader.atEnd());
        QVERIFY(back == value);
        for (std::size_t size = 0; size < writer.bytes().size(); ++size) {
            binary::Reader torn(std::string_view(writer.bytes()).substr(0, size));
            Snapshot part;
            torn.get(part);
            QVERIFY(!torn.ok() || !torn.atEnd() || size == writer.bytes().size());
        }
    }

    void foldReplacesByKey() {
        auto known = change();
        auto newer = change().values<Order>().front();
        newer.title = "排水";
        Order other;
        other.id = "0196a000-0000-7000-8000-000000000002";
        Change next;
        next.values<Order>() = {newer, other};
        const auto fold = known.list("orders").fold();
        fold->replace(*next.find("orders"));
        QVERIFY((known.values<Order>() == std::vector{newer, other}));
        fold->remove(newer.id);
        fold->remove("not there");
        QVERIFY(known.values<Order>() == std::vector{other});
    }

    void foldOfUnknownKinds() {
        auto known = *json::read<Change>(newer());
        const auto next = *json::read<Change>(
            R"({"cases":[{"id":"b","title":"路灯"},{"id":"c"}],"weather":{"rain":0}})");
        for (const auto* name : {"cases", "weather"})
            known.list(name).fold()->replace(*next.find(name));
        const auto expected =
            value_of(R"([{"id":"a","title":"井盖"},{"id":"b","title":"路灯"},{"id":"c"}])");
        QCOMPARE(known.find("cases")->encode(), expected);
        QCOMPARE(known.find("weather")->encode(), value_of(R"({"rain":0})"));
    }
};

QTEST_GUILESS_MAIN(ImagesTest)
#include "images_test.moc"
