#include "hub/config/config.h"

#include "core/json/codec.h"
#include "core/order/rules.h"
#include "hub/capabilities.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

const std::vector<Section>& sections() {
    static const auto all = all_settings();
    return all;
}

constexpr ExtraFlag extra[] = {{"force", false}, {"layer", true}};

Result<CommandLine> parse(const std::vector<const char*>& arguments) {
    return parse_command_line(arguments, extra, sections());
}

QByteArray bytes(const std::string& text) {
    return QByteArray::fromStdString(text);
}

} // namespace

class HubConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void every_member_has_its_line() {
        Config config;
        for (const auto& section : sections()) {
            std::set<std::string_view> members, lines;
            for (const auto& [name, value] : section.members(config))
                members.insert(name);
            for (const auto& setting : section.settings) {
                QVERIFY2(!setting.help.empty(), setting.name.data());
                lines.insert(setting.name);
            }
            QVERIFY2(members == lines, std::string(section.name).c_str());
            QCOMPARE(section.settings.size(), lines.size());
        }
    }

    void sections_and_flags_are_named_once() {
        Config config;
        std::set<std::string> flags;
        std::size_t count = 0;
        for (const auto& key : keys_of(config, sections())) {
            flags.insert(key.name);
            ++count;
            if (const auto alias = std::string(key.setting.alias); !alias.empty()) {
                flags.insert(alias);
                ++count;
            }
        }
        QCOMPARE(flags.size(), count);
    }

    /// With CHENGYUN_WRITE=1 in the environment it is written instead.
    void the_document_is_of_the_settings() {
        const auto file = std::filesystem::path(CHENGYUN_SOURCE_DIR) / "docs" / "settings.md";
        const auto made = settings_document(sections());
        if (qEnvironmentVariableIntValue("CHENGYUN_WRITE") == 1)
            std::ofstream(file) << made;
        std::ifstream in(file);
        const std::string there(std::istreambuf_iterator<char>(in), {});
        QVERIFY2(there == made, "CHENGYUN_WRITE=1 with this test writes docs/settings.md");
    }

    void defaults_are_sound() {
        QVERIFY(check(Config{}, sections()).has_value());
        const auto line = parse({});
        QVERIFY(line.has_value());
        QCOMPARE(line->command, std::string("serve"));
    }

    void what_is_written_is_read() {
        Config config;
        config.http.listen = "[::1]:9000";
        config.data_dir = "a \"b\" \\ c";
        config.log.requests = false;
        config.of<OrderPolicy>().circulate_deduction = 0.1;
        const auto text = to_toml(config, sections());
        const auto again = parse_toml(text, "t", Config{}, sections());
        QVERIFY2(again.has_value(), again ? "" : again.error().detail.c_str());
        QCOMPARE(to_toml(*again, sections()), text);
        QCOMPARE(again->data_dir, config.data_dir);
        QCOMPARE(again->of<OrderPolicy>().circulate_deduction, 0.1);
    }

    void refused_files_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* name, const char* text, const char* kind,
                            const char* place) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(kind) << QByteArray(place);
        };
        row("unknown key", "demo = true\nlisten = 1\n", "unknown_field", "f.toml:2");
        row("unknown in section", "[http]\n\nlissten = \"x\"\n", "unknown_field", "f.toml:3");
        row("unknown section", "[htp]\nlisten = \"x\"\n", "unknown_field", "f.toml:1");
        row("wrong type", "[http]\nthreads = \"two\"\n", "invalid_field", "f.toml:2");
        row("fraction for a count", "[http]\nthreads = 1.5\n", "invalid_field", "f.toml:2");
        row("section for a value", "[demo]\na = 1\n", "invalid_field", "f.toml:1");
        row("no TOML", "demo = \n", "malformed", "f.toml:1");
    }
    void refused_files() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, place);
        const auto parsed = parse_toml(text.toStdString(), "f.toml", Config{}, sections());
        QVERIFY(parsed.has_error());
        QCOMPARE(bytes(std::string(json::name_of(parsed.error().kind))), kind);
        QVERIFY2(bytes(parsed.error().detail).contains(place), parsed.error().detail.c_str());
    }

    void flags_win_over_the_file() {
        QTemporaryDir dir;
        const auto file = dir.filePath(QStringLiteral("hub.toml")).toStdString();
        std::ofstream(file) << "data_dir = \"from-file\"\n[http]\nthreads = 7\n";
        const auto line = parse({"serve", "--threads-are-not-a-flag=1"});
        QVERIFY(line.has_error());
        const auto good = parse({"serve", "--config", file.c_str(), "--data-dir=from-flag",
                                 "--listen", "127.0.0.1:0", "--demo", "--http.idle-seconds=30"});
        QVERIFY2(good.has_value(), good ? "" : good.error().detail.c_str());
        QCOMPARE(good->config.data_dir, std::string("from-flag"));
        QCOMPARE(good->config.http.threads, 7);
        QCOMPARE(good->config.http.listen, std::string("127.0.0.1:0"));
        QCOMPARE(good->config.http.idle_seconds, 30);
        QVERIFY(good->config.demo);
    }

    /// It becomes part of a header of the pages.
    void the_media_servers_address_is_an_address_data() {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<bool>("is_good");
        QTest::newRow("local") << QByteArray("ws://127.0.0.1:8188") << true;
        QTest::newRow("with a path") << QByteArray("wss://media.example/janus") << true;
        QTest::newRow("no WebSocket") << QByteArray("https://media.example") << false;
        QTest::newRow("another directive") << QByteArray("wss://a; script-src *") << false;
        QTest::newRow("another source") << QByteArray("wss://a https://b") << false;
        QTest::newRow("another line") << QByteArray("wss://a\r\nx: y") << false;
    }
    void the_media_servers_address_is_an_address() {
        QFETCH(QByteArray, url);
        QFETCH(bool, is_good);
        const auto line = parse({"serve", "--consult.janus", "http://127.0.0.1:7088/admin",
                                 "--consult.janus_secret_file", "secret", "--consult.media_url",
                                 url.constData()});
        QVERIFY2(line.has_value(), line ? "" : line.error().detail.c_str());
        QCOMPARE(check(line->config, sections()).has_value(), is_good);
    }

    void subcommands_have_flags_of_their_own() {
        const auto line = parse({"import", "file.csv", "--layer", "shelter", "--force"});
        QVERIFY(line.has_value());
        QCOMPARE(line->command, std::string("import"));
        QCOMPARE(line->operands, std::vector<std::string>{"file.csv"});
        QCOMPARE(line->extra.size(), 2U);
        QCOMPARE(line->extra[0].second, std::string("shelter"));
    }

    void refused_flags_data() {
        QTest::addColumn<QByteArray>("flag");
        QTest::newRow("unknown") << QByteArray("--http.lissten=1");
        QTest::newRow("a section") << QByteArray("--http=1");
        QTest::newRow("not a number") << QByteArray("--http.threads=two");
        QTest::newRow("no value") << QByteArray("--listen");
        QTest::newRow("no file") << QByteArray("--config=/nowhere/hub.toml");
    }
    void refused_flags() {
        QFETCH(QByteArray, flag);
        QVERIFY(parse({flag.constData()}).has_error());
    }

    void addresses_have_one_form_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::newRow("IPv4") << "127.0.0.1" << "127.0.0.1";
        QTest::newRow("mapped") << "::ffff:127.0.0.1" << "127.0.0.1";
        QTest::newRow("mapped, in hex") << "::FFFF:7f00:1" << "127.0.0.1";
        QTest::newRow("IPv6") << "2001:DB8:0:0::1" << "2001:db8::1";
        QTest::newRow("name") << "localhost" << QString();
        QTest::newRow("port") << "127.0.0.1:80" << QString();
        QTest::newRow("nothing") << "" << QString();
    }
    void addresses_have_one_form() {
        QFETCH(QString, text);
        QFETCH(QString, plain);
        const auto found = plain_address(text.toStdString());
        QCOMPARE(found ? QString::fromStdString(*found) : QString(), plain);
    }

    void refused_values_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char* key, const char* value) {
            QTest::addRow("%s=%s", key, value) << QByteArray(key) << QByteArray(value);
        };
        row("http.listen", "8460");
        row("http.listen", "127.0.0.1:65536");
        row("http.listen", "::1:80");
        row("http.threads", "0");
        row("http.certificate", "only.pem");
        row("http.proxy", "proxy.example");
        row("http.public_url", "hall.example");
        row("http.public_url", "ftp://hall.example");
        row("http.public_url", "https://hall.example/hub");
        row("http.public_url", "https:///");
        row("hall.zone", "Asia/Nowhere");
        row("hall.zone", "../../etc/passwd");
        row("hall.coordinates", "WGS84");
        row("log.level", "loud");
        row("data", "real-data-without-demo");
        row("accounts.min_password", "3");
        row("accounts.lock_max_seconds", "1");
    }
    void refused_values() {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        Config config;
        QVERIFY(set_option(config, key.toStdString(), value.toStdString(), sections()).has_value());
        QVERIFY(check(config, sections()).has_error());
    }
};

QTEST_GUILESS_MAIN(HubConfigTest)
#include "hub_config_test.moc"
