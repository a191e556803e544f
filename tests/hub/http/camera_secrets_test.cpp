// A camera's password, from its import on: it comes out where somebody watches, and nowhere else.
#include "tests/hub/http/route_desk.h"
#include "tests/hub/imports/ogr_file.h"
#include "tests/hub/text_in_files.h"

#include "core/json/codec.h"
#include "hub/config/log.h"
#include "hub/store/rows.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::file_with;
using chengyun::hub::test::must;
using chengyun::hub::test::RouteDesk;

namespace {

/// As people type it. Percent-encoded or not, the first four characters stand as they are.
const std::string imported = "zQ7i#@:/%暗号";
const std::string edited = "zQ7e#@:/%暗号";
constexpr std::string_view mark = "zQ7";

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// What the hub logs while it lives.
class LogFile {
public:
    LogFile() {
        flush_log();
        before_ = ::dup(STDERR_FILENO);
        const int file = ::open(path().c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(file, STDERR_FILENO);
        ::close(file);
    }
    ~LogFile() { end(); }
    std::string text() {
        end();
        std::ifstream in(path());
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    [[nodiscard]] std::string path() const { return dir_.path().toStdString() + "/log"; }
    void end() {
        if (before_ < 0)
            return;
        flush_log();
        ::dup2(before_, STDERR_FILENO);
        ::close(before_);
        before_ = -1;
    }
    QTemporaryDir dir_;
    int before_ = -1;
};

std::string file_of(bool is_sheet) {
    const std::string main = "rtsp://hall:" + imported + "@10.1.2.3:554/a";
    const std::string sub = "rtsp://hall:" + imported + "@10.1.2.3:554/b";
    // The second row is refused: it lies nowhere. Its password is in the file all the same.
    if (!is_sheet)
        return "no,name,lon,lat,url,sub\n1,东门,114.1,30.05," + main + "," + sub + "\n2,西门,,," +
               main + "," + sub + "\n";
    const QTemporaryDir dir;
    const auto path = dir.path().toStdString() + "/a.xlsx";
    if (!write_ogr("XLSX", path,
                   {{"a",
                     {"no", "name", "lon", "lat", "url", "sub"},
                     {{"1", "东门", 114.1, 30.05, main, sub}}}}))
        return {};
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string import_of(const std::string& file, const char* name) {
    return R"({"file":")" + file + R"(","name":")" + name +
           R"(","skip_bad":true,"map":"layer='camera'\nsystem='EPSG:4326'\n[columns]\ncode='no')"
           R"(\nname='name'\nx='lon'\ny='lat'\nstream='url'\nstream_sub='sub'\n"})";
}

} // namespace

class CameraSecretsTest : public QObject {
    Q_OBJECT

    /// Every answer that somebody gets by asking for something, in every role of the centre.
    static std::string everything_told(RouteDesk& desk, const std::string& camera,
                                       const std::vector<std::string>& tokens) {
        std::string out;
        for (const auto& route : desk.router.routes()) {
            auto path = std::string(route.pattern);
            // The one where it comes out, and one that asks the stream's server, which is not here.
            if (route.method != "GET" || path == "/api/v1/resources/{id}/stream" ||
                path == "/api/v1/stream/admission")
                continue;
            for (auto at = path.find('{'); at != std::string::npos; at = path.find('{'))
                path.replace(at, path.find('}') - at + 1, camera);
            for (const auto& token : tokens)
                out += desk.ask(drogon::Get, path, token, {}, desk.key()).body;
        }
        return out;
    }

private Q_SLOTS:
    void it_comes_out_where_somebody_watches_only_data() {
        QTest::addColumn<bool>("is_sheet");
        QTest::newRow("CSV") << false;
        QTest::newRow("XLSX") << true;
    }
    void it_comes_out_where_somebody_watches_only() {
        QFETCH(bool, is_sheet);
        LogFile log_file;
        RouteDesk desk;
        desk.hall.config.log.requests = true;
        const std::filesystem::path folder = desk.hall.dir.path().toStdString();
        std::vector<std::string> tokens;
        for (const auto role : {Role::commander, Role::operator_, Role::admin, Role::auditor})
            tokens.push_back(desk.sign_in("a" + std::to_string(tokens.size()), role).second);
        const auto& token = tokens.front();

        // Imported, and asked for again as after a lost answer.
        const auto content = file_of(is_sheet);
        QVERIFY(!content.empty());
        const auto file = desk.post("/api/v1/attachments", token, content, desk.key());
        QVERIFY2(file.status == 200, file.body.c_str());
        const auto id = must(json::read<Attachment>(file.body)).id;
        const auto body = import_of(id, is_sheet ? "a.xlsx" : "a.csv");
        const auto key = desk.key();
        const auto report = desk.post("/api/v1/imports", token, body, key);
        QVERIFY2(report.status == 200 && holds(report.body, "\"stored\":true"),
                 report.body.c_str());
        QVERIFY(!std::filesystem::exists(desk.attachments.file(id)));
        const auto again = desk.post("/api/v1/imports", token, body, key);
        QCOMPARE(again.body, report.body);
        QCOMPARE(desk.post("/api/v1/imports", token, body, desk.key()).status, 404);

        auto camera = must(desk.hall.resource_store->find(*desk.hall.reader, Layer::camera, "1"));
        QVERIFY(camera);
        const auto path = "/api/v1/resources/" + camera->id;
        const auto watched = desk.ask(drogon::Get, path + "/stream", token, {}, desk.key());
        QVERIFY2(holds(watched.body, "zQ7i%23%40%3A%2F%25%E6%9A%97%E5%8F%B7@10.1.2.3:554/b"),
                 watched.body.c_str());

        // Edited, and mistyped.
        camera->stream = "rtsp://hall:" + edited + "@10.1.2.3:554/a";
        const auto put = desk.ask(drogon::Put, path, token, json::write(*camera), desk.key());
        QVERIFY2(put.status == 200, put.body.c_str());
        camera->version =
            must(desk.hall.resource_store->get(*desk.hall.reader, camera->id)).version;
        camera->stream = "rtsp://hall:" + edited + "@no host/a";
        const auto refused = desk.ask(drogon::Put, path, token, json::write(*camera), desk.key());
        QCOMPARE(refused.status, 422);
        const auto malformed =
            desk.ask(drogon::Put, path, token, json::write(*camera).substr(1), desk.key());
        QVERIFY(malformed.status >= 400 && malformed.status < 500);

        const auto told =
            everything_told(desk, camera->id, tokens) + report.body + put.body + refused.body +
            malformed.body +
            desk.ask(drogon::Get, "/api/v1/attachments/" + id, token, {}, desk.key()).body;
        QVERIFY(holds(told, "rtsp://10.1.2.3:554/a"));
        QVERIFY(!holds(told, mark));
        auto journal = must(bound(*desk.hall.reader, "SELECT group_concat(body) FROM journal"));
        QVERIFY(must(journal.step()));
        QVERIFY(holds(journal.text(0), "rtsp://10.1.2.3:554/a"));
        QVERIFY(!holds(journal.text(0), mark));
        const auto found = file_with(folder, mark);
        QVERIFY2(found.empty(), found.c_str());
        const auto log = log_file.text();
        QVERIFY2(holds(log, "address given"), log.c_str());
        QVERIFY2(!holds(log, mark), log.c_str());
    }
};

QTEST_GUILESS_MAIN(CameraSecretsTest)
#include "camera_secrets_test.moc"
