// The codec's rules, on a type made for the purpose.
#include "core/json/codec.h"
#include "tests/core/describe.h"

#include <QTest>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <limits>

namespace {

enum class Colour { red, operator_, none };
BOOST_DESCRIBE_ENUM(Colour, red, operator_, none)

struct Inner {
    std::string text;
    std::int64_t count = 0;
    bool operator==(const Inner&) const = default;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (text, count))

struct Base {
    std::string id;
    bool operator==(const Base&) const = default;
};
BOOST_DESCRIBE_STRUCT(Base, (), (id))

struct Sample : Base {
    bool flag = false;
    std::uint8_t small = 0;
    std::uint64_t big = 0;
    std::int64_t whole = 0;
    double number = 0;
    Colour colour = Colour::red;
    chengyun::Instant at{};
    Inner inner;
    std::optional<Inner> maybe;
    std::vector<Inner> list;
    std::map<std::string, std::int64_t> table;
    boost::json::value any;
    bool operator==(const Sample&) const = default;
};
BOOST_DESCRIBE_STRUCT(Sample, (Base),
                      (flag, small, big, whole, number, colour, at, inner, maybe, list, table, any))

constexpr const char* complete =
    R"({"id":"a","flag":true,"small":7,"big":18446744073709551615,"whole":-3,"number":1.5,)"
    R"("colour":"operator","at":1700000000000,"inner":{"text":"汉","count":1},"any":[null,{}]})";

/// `complete` with one member replaced, added or, when `value` is empty, left out.
std::string with(const std::string& member, const std::string& value) {
    auto object = boost::json::parse(complete).as_object();
    if (value.empty())
        object.erase(member);
    else
        object[member] = boost::json::parse(value);
    return boost::json::serialize(object);
}

} // namespace

using namespace chengyun;

class CodecTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_and_writes();
    void refuses_data();
    void refuses();
    void whole_numbers_data();
    void whole_numbers();
    void malformed_data();
    void malformed();
    void unknown_members_can_be_ignored();
    void duplicate_keys_data();
    void duplicate_keys();
    void long_names_are_cut();
    void doubles_survive_data();
    void doubles_survive();
    void text_survives_data();
    void text_survives();
    void not_finite_becomes_null();
    void empty_ones();
    void writes_as_encode();
    void a_long_list_of_wrong_items_is_refused_at_the_first();
};

void CodecTest::reads_and_writes() {
    const auto read = json::read<Sample>(complete);
    QCOMPARE(outcome(read), "ok");
    QCOMPARE(read->id, "a");
    QVERIFY(read->flag);
    QCOMPARE(int(read->small), 7);
    QCOMPARE(read->big, std::numeric_limits<std::uint64_t>::max());
    QCOMPARE(read->whole, -3);
    QCOMPARE(read->number, 1.5);
    QCOMPARE(read->colour, Colour::operator_);
    QCOMPARE(ms_of(read->at), 1700000000000);
    QCOMPARE(read->inner.text, "汉");
    QVERIFY(!read->maybe);
    QCOMPARE(json::write(*read),
             complete); // bases first, members in their order, empty ones absent
}

void CodecTest::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("failure");
    const auto row = [](const char* title, const std::string& text, const char* failure) {
        QTest::newRow(title) << QByteArray::fromStdString(text) << QByteArray(failure);
    };
    row("not an object", "[]", "invalid_field ");
    row("absent", with("whole", ""), "missing_field whole");
    row("absent in the base", with("id", ""), "missing_field id");
    row("null is not a value", with("whole", "null"), "invalid_field whole");
    row("misspelt", with("wholes", "1"), "unknown_field wholes");
    row("misspelt inside", with("inner", R"({"text":"","count":1,"x":1})"),
        "unknown_field inner.x");
    row("in a list", with("list", R"([{"text":"","count":1},{"text":"","count":"1"}])"),
        "invalid_field list[1].count");
    row("missing in a list", with("list", R"([{"text":""}])"), "missing_field list[0].count");
    row("in an optional", with("maybe", R"({"text":1,"count":1})"), "invalid_field maybe.text");
    row("in a table", with("table", R"({"k":true})"), "invalid_field table.k");
    row("list is an object", with("list", "{}"), "invalid_field list");
    row("table is a list", with("table", "[]"), "invalid_field table");
    row("list is null", with("list", "null"), "invalid_field list");
    row("text is a number", with("id", "1"), "invalid_field id");
    row("flag is a number", with("flag", "1"), "invalid_field flag");
    row("flag is text", with("flag", R"("true")"), "invalid_field flag");
    row("number is a flag", with("number", "true"), "invalid_field number");
    row("number is text", with("number", R"("1.5")"), "invalid_field number");
    row("no such name", with("colour", R"("blue")"), "invalid_field colour");
    row("the C++ name", with("colour", R"("operator_")"), "invalid_field colour");
    row("name by number", with("colour", "0"), "invalid_field colour");
    row("time before 1970", with("at", "-1"), "invalid_field at");
    row("time after 9999", with("at", "253402300800000"), "invalid_field at");
    row("time as text", with("at", R"("2026-01-01")"), "invalid_field at");
}

void CodecTest::refuses() {
    QFETCH(QByteArray, text);
    QTEST(outcome(json::read<Sample>(text.toStdString())), "failure");
}

void CodecTest::whole_numbers_data() {
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("written"); // empty: refused
    const auto row = [](const char* member, const char* value, const char* written) {
        QTest::addRow("%s %s", member, value)
            << QByteArray(member) << QByteArray(value) << QByteArray(written);
    };
    row("whole", "1.0", "1");
    row("whole", "1.2e1", "12");
    row("whole", "-0", "0");
    row("whole", "1.5", "");
    row("whole", "9223372036854775807", "9223372036854775807");
    row("whole", "-9223372036854775808", "-9223372036854775808");
    row("whole", "9223372036854775808", "");
    row("whole", "9007199254740992.0", "9007199254740992");
    row("whole", "9007199254740994.0", ""); // a double cannot say which integer it means
    row("whole", "1e300", "");
    row("whole", "-1e300", "");
    row("whole", "true", "");
    row("big", "-1", "");
    row("big", "-1.0", "");
    row("big", "18446744073709551615", "18446744073709551615");
    row("big", "18446744073709551616", "");
    row("small", "255", "255");
    row("small", "256", "");
    row("small", "255.0", "255");
    row("small", "256.0", "");
}

void CodecTest::whole_numbers() {
    QFETCH(QByteArray, member);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, written);
    std::string text = complete;
    // As text: Boost's own serialiser would write 1.0 another way.
    const auto key = "\"" + member.toStdString() + "\":";
    const auto start = text.find(key) + key.size();
    text.replace(start, text.find(',', start) - start, value.toStdString());
    const auto result = json::read<Sample>(text);
    if (written.isEmpty()) {
        QCOMPARE(outcome(result), "invalid_field " + member);
        return;
    }
    QCOMPARE(outcome(result), "ok");
    QVERIFY(json::write(*result).find(key + written.toStdString() + ",") != std::string::npos);
}

void CodecTest::malformed_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray(R"({"id":)");
    QTest::newRow("two values") << QByteArray("{} {}");
    QTest::newRow("comment") << QByteArray("{} // hello");
    QTest::newRow("trailing comma") << QByteArray("[1,]");
    QTest::newRow("NaN") << QByteArray("[NaN]");
    QTest::newRow("not UTF-8") << QByteArray("[\"\xff\"]");
    QTest::newRow("overlong UTF-8") << QByteArray("[\"\xc0\xaf\"]");
    QTest::newRow("half a surrogate") << QByteArray(R"(["\ud800"])");
    QTest::newRow("raw control character") << QByteArray("[\"\x01\"]");
    QTest::newRow("too deep") << QByteArray(40, '[') + QByteArray(40, ']');
    QTest::newRow("far too deep") << QByteArray(1'000'000, '[');
}

void CodecTest::malformed() {
    QFETCH(QByteArray, text);
    QCOMPARE(outcome(json::parse(text.toStdString())), "malformed ");
    QCOMPARE(outcome(json::read<Inner>(text.toStdString())), "malformed ");
}

void CodecTest::unknown_members_can_be_ignored() {
    const auto text = with("inner", R"({"text":"","count":1,"new":2})");
    QCOMPARE(outcome(json::read<Sample>(text, json::Unknown::ignore)), "ok");
    QCOMPARE(outcome(json::read<Sample>(text)), "unknown_field inner.new");
}

void CodecTest::duplicate_keys_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("once", R"({"text":"a:\"b\":\\","count":1})", "ok");
    row("twice", R"({"text":"a","count":1,"count":2})", "invalid_field count");
    row("the same", R"({"text":"a","text":"a","count":1})", "invalid_field text");
    row("written otherwise", R"({"text":"a","count":1,"c\u006funt":2})", "invalid_field count");
    row("a member nobody declared", R"({"text":"a","count":1,"x":[{},{"y":1,"y":1}]})",
        "invalid_field x[1].y");
}

void CodecTest::duplicate_keys() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(outcome(json::read<Inner>(text.toStdString())), expected);
    // In an answer the last one counts.
    const auto lenient = json::read<Inner>(text.toStdString(), json::Unknown::ignore);
    QCOMPARE(outcome(lenient), "ok");
}

void CodecTest::long_names_are_cut() {
    const auto result = json::read<Inner>(
        R"({"text":"a","count":1,")" + QByteArray("汉").repeated(1000).toStdString() + R"(":2})");
    QCOMPARE(result.error().kind, FailureKind::unknown_field);
    // 64 bytes are 21 characters of three bytes and a third.
    QCOMPARE(QString::fromStdString(result.error().field),
             QString(21, QChar(0x6c49)) + QChar(0x2026));
}

void CodecTest::doubles_survive_data() {
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("place") << 116.397428 << QByteArray("116.397428");
    QTest::newRow("tenth") << 0.1 << QByteArray("0.1");
    QTest::newRow("sum") << 0.1 + 0.2 << QByteArray("0.30000000000000004");
    QTest::newRow("whole") << 1.0 << QByteArray("1.0");
    QTest::newRow("zero") << 0.0 << QByteArray("0.0");
    QTest::newRow("minus") << -2.0 << QByteArray("-2.0");
    QTest::newRow("huge") << 1.7976931348623157e308 << QByteArray("1.7976931348623157e+308");
    QTest::newRow("tiny") << 5e-324 << QByteArray("5e-324");
    // The neighbours of 30.584355 and 114.298572 below them.
    QTest::newRow("17 digits") << 30.584354999999995 << QByteArray("30.584354999999995");
    QTest::newRow("long mantissa") << 114.29857199999998 << QByteArray("114.29857199999998");
}

void CodecTest::doubles_survive() {
    QFETCH(double, number);
    QTEST(QByteArray::fromStdString(json::write(number)), "text");
    const auto back = json::read<double>(json::write(number));
    QCOMPARE(outcome(back), "ok");
    QVERIFY(*back == number); // QCOMPARE on doubles is fuzzy
    // Through a tree as well: a double stays a double.
    const auto tree = json::parse(json::write(boost::json::value(number)));
    QVERIFY(tree->is_double() && tree->get_double() == number);
}

void CodecTest::text_survives_data() {
    QTest::addColumn<QByteArray>("text");
    QByteArray controls;
    for (char c = 0; c < 0x20; ++c)
        controls.append(c);
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("Chinese") << QByteArray("下达指令：积水点");
    QTest::newRow("beyond the basic plane") << QByteArray("𠮷 🚒");
    QTest::newRow("quotes") << QByteArray("\"\\/\"\\");
    QTest::newRow("controls") << controls;
    QTest::newRow("delete") << QByteArray("\x7f");
    QTest::newRow("separators") << QByteArray("\u2028\u2029");
    QTest::newRow("markup") << QByteArray("</script><!--");
}

void CodecTest::text_survives() {
    QFETCH(QByteArray, text);
    const auto written = json::write(text.toStdString());
    const auto back = json::read<std::string>(written);
    QCOMPARE(outcome(back), "ok");
    QCOMPARE(*back, text.toStdString());
    QCOMPARE(boost::json::parse(written).get_string(), text.toStdString());
}

void CodecTest::not_finite_becomes_null() {
    Sample sample;
    sample.number = std::numeric_limits<double>::infinity();
    QVERIFY(json::write(sample).find(R"("number":null)") != std::string::npos);
    QVERIFY(json::encode(sample).at("number").is_null());
    QCOMPARE(outcome(json::read<Sample>(json::write(sample))), "invalid_field number");
}

void CodecTest::empty_ones() {
    QCOMPARE(json::write(std::vector<Inner>{}), "[]");
    QCOMPARE(json::write(std::map<std::string, std::int64_t>{}), "{}");
    QCOMPARE(json::write(std::optional<Inner>{}), "null");
    QCOMPARE(json::write(boost::json::parse("[{},[],null,true,-1]")), "[{},[],null,true,-1]");
}

void CodecTest::writes_as_encode() {
    auto sample = *json::read<Sample>(complete);
    sample.maybe = Inner{"\"x\"\n", 5};
    sample.list = {{"a", 1}, {"b", 2}};
    sample.table = {{"one \"1\"", 1}, {"two", 2}};
    sample.any = boost::json::parse(R"({"deep":[1,-2,3.25,18446744073709551615,"x",{"y":null}]})");
    QCOMPARE(json::write(sample), json::write(json::encode(sample)));
    QVERIFY(boost::json::parse(json::write(sample)) == json::encode(sample));
    std::string prefix = "data: ";
    json::append(prefix, sample);
    QCOMPARE(prefix, "data: " + json::write(sample));
}

void CodecTest::a_long_list_of_wrong_items_is_refused_at_the_first() {
    std::string zeros = "[0";
    for (int i = 1; i < 500'000; ++i)
        zeros += ",0";
    zeros += "]";
    QCOMPARE(outcome(json::read<std::vector<Sample>>(zeros)), "invalid_field [0]");
}

QTEST_APPLESS_MAIN(CodecTest)
#include "codec_test.moc"
