#include "core/resource/kinds.h"
#include "core/text/limits.h"
#include "tests/core/describe.h"

#include <QTest>

#include <limits>
#include <set>

using namespace chengyun;

class KindsTest : public QObject {
    Q_OBJECT

    static Resource good() {
        Resource r;
        r.id = "01890a5d-ac96-774b-bcce-b302099a8057";
        r.layer = Layer::shelter;
        r.code = "S-1";
        r.name = "第一小学";
        r.kind = "school";
        r.area = "420114001000";
        r.place = {114.1, 30.5};
        return r;
    }

private Q_SLOTS:
    void every_layer_has_other() {
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<Layer>>(
            [](auto d) { QVERIFY2(find_kind(d.value, "other"), d.name); });
    }

    void keys_are_told_apart() {
        std::set<std::pair<Layer, std::string_view>> seen;
        for (const auto& kind : resource_kinds()) {
            const QByteArray key(kind.key.data(), qsizetype(kind.key.size()));
            QVERIFY2(seen.emplace(kind.layer, kind.key).second, key.constData());
            QCOMPARE(find_kind(kind.layer, kind.key), &kind);
            QVERIFY2(!kind.zh.empty() && !kind.en.empty(), key.constData());
        }
        std::set<std::string_view> events;
        for (const auto& event : event_kinds()) {
            QVERIFY(events.insert(event.key).second);
            QCOMPARE(find_event_kind(event.key), &event);
            QVERIFY(!event.zh.empty() && !event.en.empty());
        }
    }

    void unknown_keys() {
        QCOMPARE(find_kind(Layer::camera, "school"), nullptr); // another layer's
        QCOMPARE(find_kind(Layer::camera, ""), nullptr);
        QCOMPARE(find_event_kind("Flood"), nullptr);
        QCOMPARE(find_event_kind(""), nullptr);
    }

    /// A misspelt entry would silently rank a class last.
    void what_helps_exists() {
        for (const auto& event : event_kinds()) {
            std::set<std::string_view> seen;
            for (const auto helpful : event.helpful) {
                const QByteArray what(helpful.data(), qsizetype(helpful.size()));
                const auto slash = helpful.find('/');
                const auto layer = json::enum_of<Layer>(helpful.substr(0, slash));
                QVERIFY2(layer, what.constData());
                if (slash != std::string_view::npos)
                    QVERIFY2(find_kind(*layer, helpful.substr(slash + 1)), what.constData());
                QVERIFY2(seen.insert(helpful).second, what.constData());
                // After its whole layer a kind could never be reached.
                QVERIFY2(slash == std::string_view::npos ||
                             !seen.contains(helpful.substr(0, slash)),
                         what.constData());
            }
        }
    }

    void check_data() {
        QTest::addColumn<Resource>("resource");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* title, const char* expected, auto change) {
            auto r = good();
            change(r);
            QTest::newRow(title) << r << QByteArray(expected);
        };
        row("good", "ok", [](Resource&) {});
        row("no area", "ok", [](Resource& r) { r.area.clear(); });
        row("camera without a stream", "ok", [](Resource& r) {
            r.layer = Layer::camera;
            r.kind = "dome";
        });
        row("camera", "ok", [](Resource& r) {
            r.layer = Layer::camera;
            r.kind = "dome";
            r.stream = "rtsp://127.0.0.1:8554/a";
        });
        row("camera by file", "invalid_field stream", [](Resource& r) {
            r.layer = Layer::camera;
            r.kind = "dome";
            r.stream = "file:///etc/passwd";
        });
        row("stream with a line break", "unseen_character stream", [](Resource& r) {
            r.layer = Layer::camera;
            r.kind = "dome";
            r.stream = "rtsp://a/\r\nb";
        });
        row("shelter with a stream", "invalid_field stream",
            [](Resource& r) { r.stream = "rtsp://a/b"; });
        row("id", "invalid_field id", [](Resource& r) { r.id = "7"; });
        row("no code", "missing_field code", [](Resource& r) { r.code.clear(); });
        row("long code", "invalid_field code",
            [](Resource& r) { r.code.assign(limits::code + 1, 'x'); });
        row("blank name", "missing_field name", [](Resource& r) { r.name = "  "; });
        row("longest name", "ok", [](Resource& r) {
            r.name.clear();
            for (std::size_t i = 0; i < limits::name; ++i)
                r.name += "水";
        });
        row("name of broken bytes", "invalid_field name", [](Resource& r) { r.name = "\xe6\xb0"; });
        row("another layer's kind", "invalid_field kind", [](Resource& r) { r.kind = "dome"; });
        row("capacity below nothing", "invalid_field capacity",
            [](Resource& r) { r.capacity = -1; });
        row("endless capacity", "invalid_field capacity",
            [](Resource& r) { r.capacity = std::numeric_limits<std::int64_t>::max(); });
        row("short area", "invalid_field area", [](Resource& r) { r.area = "420114"; });
        row("place not known", "invalid_field place", [](Resource& r) { r.place = {}; });
        row("place swapped", "invalid_field place", [](Resource& r) { r.place = {30.5, 114.1}; });
        row("telephone", "invalid_field contact.phone",
            [](Resource& r) { r.contact.phone.assign(limits::phone + 1, '1'); });
        row("many attributes", "invalid_field attributes", [](Resource& r) {
            for (std::size_t i = 0; i <= limits::attributes; ++i)
                r.attributes[std::to_string(i)] = "x";
        });
        row("attribute in lines", "ok", [](Resource& r) { r.attributes["notes"] = "a\nb"; });
        row("attribute without a name", "missing_field attributes",
            [](Resource& r) { r.attributes[""] = "x"; });
        row("blank flag", "missing_field flags[1]",
            [](Resource& r) { r.flags = {"far_from_rest", ""}; });
        row("many flags", "invalid_field flags",
            [](Resource& r) { r.flags.assign(limits::flags + 1, "x"); });
    }
    void check() {
        QFETCH(Resource, resource);
        QTEST(outcome(chengyun::check(resource)), "expected");
    }
};

QTEST_APPLESS_MAIN(KindsTest)
#include "kinds_test.moc"
