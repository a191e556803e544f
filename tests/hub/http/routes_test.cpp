#include "core/account/entry_kinds.h"
#include "core/alarms/entry_kinds.h"
#include "core/consult/entry_kinds.h"
#include "core/duty/entry_kinds.h"
#include "core/journal/entry_kinds.h"
#include "core/linkage/entry_kinds.h"
#include "core/order/entry_kinds.h"
#include "core/patrol/entry_kinds.h"
#include "core/resource/entry_kinds.h"
#include "core/wall/wall.h"
#include "hub/config/guard.h"
#include "hub/http/openapi.h"
#include "hub/http/pages.h"
#include "tests/hub/http/route_desk.h"
#include "tests/hub/verify.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <map>
#include <new>
#include <set>
#include <span>
#include <stdexcept>

using namespace chengyun;
using namespace chengyun::hub;
using chengyun::hub::test::must;
using chengyun::hub::test::RouteDesk;

namespace {

const std::filesystem::path source = CHENGYUN_SOURCE_DIR;

std::string text_of_file(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

boost::json::object object_of(std::string_view text) {
    auto parsed = boost::json::parse(text);
    return std::move(parsed.as_object());
}

boost::json::object written_frame() {
    return object_of(text_of_file(source / "hub/http/api_frame.json"));
}

/// What each folder of the hub says of its types (hub/http/openapi.h).
boost::json::object written_notes() {
    boost::json::object all;
    for (const auto& folder : std::filesystem::directory_iterator(source / "hub")) {
        const auto file = folder.path() / "api_notes.json";
        if (!std::filesystem::exists(file))
            continue;
        const auto notes = object_of(text_of_file(file));
        for (const auto& [type, said] : notes)
            all[type] = said;
    }
    return all;
}

QJsonObject description() {
    for (const auto& page : pages())
        if (page.path == "/api/v1/openapi.json")
            return QJsonDocument::fromJson(
                       QByteArray(page.content.data(), qsizetype(page.content.size())))
                .object();
    return {};
}

} // namespace

class RoutesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void the_worker_is_of_its_pages() {
        std::vector<Page> list(pages().begin(), pages().end());
        const auto worker = field_worker(list);
        QCOMPARE(worker, field_worker(list));
        QVERIFY(worker.find('{' + std::string("digest")) == std::string::npos);
        int files = 0;
        for (auto& page : list) {
            if (!page.path.starts_with("/field") || page.path == "/field/worker.js")
                continue;
            ++files;
            QVERIFY2(worker.find(page.path) != std::string::npos, std::string(page.path).c_str());
            // A page that changes by one letter has another worker, so phones fetch it.
            const auto content = page.content;
            const auto changed = std::string(content) + ' ';
            page.content = changed;
            QVERIFY2(field_worker(list) != worker, std::string(page.path).c_str());
            page.content = content;
        }
        QVERIFY(files > 8);
        // What is not the phone's changes nothing for it.
        for (auto& page : list)
            if (page.path == "/setup")
                page.content = "another";
        QCOMPARE(field_worker(list), worker);
    }

    void the_page_of_the_journal_has_words_for_every_kind() {
        std::set<std::string_view> kinds;
        for (const std::span<const std::string_view> list :
             {std::span<const std::string_view>(entry_kind::of_accounts),
              std::span<const std::string_view>(entry_kind::of_alarms),
              std::span<const std::string_view>(entry_kind::of_consultations),
              std::span<const std::string_view>(entry_kind::of_duty),
              std::span<const std::string_view>(entry_kind::of_linkage),
              std::span<const std::string_view>(entry_kind::of_orders),
              std::span<const std::string_view>(entry_kind::of_patrol),
              std::span<const std::string_view>(entry_kind::of_resources),
              std::span<const std::string_view>(wall_kinds::all),
              std::span<const std::string_view>(entry_kind::of_the_hub)})
            kinds.insert(list.begin(), list.end());
        const auto page =
            std::ranges::find(pages(), std::string_view("/manage/kinds.js"), &Page::path);
        QVERIFY(page != pages().end());
        // "order.issued": ["…", "…"],
        static const QRegularExpression line(
            QStringLiteral("^ *\"([a-z_]+\\.[a-z_]+)\": \\[\"[^\"]+\", \"[^\"]+\"\\],$"),
            QRegularExpression::MultilineOption);
        std::set<std::string> worded;
        auto all = line.globalMatch(
            QString::fromUtf8(page->content.data(), qsizetype(page->content.size())));
        while (all.hasNext())
            worded.insert(all.next().captured(1).toStdString());
        for (const auto kind : kinds)
            QVERIFY2(worded.erase(std::string(kind)) == 1, std::string(kind).c_str());
        for (const auto& kind : worded)
            QVERIFY2(false, ("the hub writes no " + kind).c_str());
    }

    /// With CHENGYUN_WRITE=1 in the environment it is written instead.
    void the_description_is_of_the_routes() {
        const RouteDesk desk;
        auto made = describe_interface(desk.router, written_frame(), written_notes());
        VERIFY_OK(made);
        const auto text = indented(*made);
        const auto file = source / "hub" / "http" / "openapi.json";
        if (qEnvironmentVariableIntValue("CHENGYUN_WRITE") == 1)
            std::ofstream(file) << text;
        QVERIFY2(text_of_file(file) == text, "CHENGYUN_WRITE=1 with this test writes openapi.json");
    }

    void a_note_on_what_is_not_there_is_refused_data() {
        QTest::addColumn<QByteArray>("notes");
        QTest::newRow("type") << QByteArray(R"({"Nothing": {"": {"description": "?"}}})");
        QTest::newRow("member") << QByteArray(R"({"Order": {"nothing": {"description": "?"}}})");
        QTest::newRow("member of an enum")
            << QByteArray(R"({"Mode": {"peace": {"description": "?"}}})");
    }
    void a_note_on_what_is_not_there_is_refused() {
        QFETCH(QByteArray, notes);
        const RouteDesk desk;
        VERIFY_REFUSED(
            describe_interface(desk.router, written_frame(), object_of(notes.toStdString())),
            unknown_field);
    }

    void routes_and_description_agree() {
        const RouteDesk desk;
        std::set<std::string> routes, described;
        for (const auto& route : desk.router.routes()) {
            // Pages are for people, not for programs.
            if (route.pattern.starts_with("/field") || route.pattern.starts_with("/setup") ||
                route.pattern.starts_with("/link") || route.pattern.starts_with("/manage") ||
                route.pattern.starts_with("/consult"))
                continue;
            routes.insert(std::string(route.method) + " " + std::string(route.pattern));
        }
        const auto paths = description()[QStringLiteral("paths")].toObject();
        QVERIFY(!paths.isEmpty());
        for (const auto& path : paths.keys())
            for (const auto& method : paths[path].toObject().keys())
                described.insert(method.toUpper().toStdString() + " " + path.toStdString());
        // The stream is Drogon's WebSocket registry's.
        QCOMPARE(described.erase("GET /api/v1/stream"), 1U);
        for (const auto& route : routes)
            QVERIFY2(described.contains(route), (route + " is not described").c_str());
        for (const auto& route : described)
            QVERIFY2(routes.contains(route), (route + " is described, but not there").c_str());
    }

    void commands_are_described_with_their_key() {
        const RouteDesk desk;
        const auto paths = description()[QStringLiteral("paths")].toObject();
        for (const auto& route : desk.router.routes()) {
            const auto operation =
                paths[QLatin1String(route.pattern.data(), route.pattern.size())]
                    .toObject()[QString::fromLatin1(route.method.data(),
                                                    qsizetype(route.method.size()))
                                    .toLower()]
                    .toObject();
            if (operation.isEmpty())
                continue;
            bool has_key = false;
            for (const auto& parameter : operation[QStringLiteral("parameters")].toArray())
                has_key |= parameter.toObject()[QStringLiteral("$ref")].toString().endsWith(
                    QStringLiteral("IdempotencyKey"));
            QVERIFY2(has_key == (route.access == Access::command),
                     std::string(route.pattern).c_str());
            const bool open = operation.contains(QStringLiteral("security"));
            QVERIFY2(open == (route.access == Access::anybody), std::string(route.pattern).c_str());
        }
    }

    void only_a_few_routes_are_open() {
        const RouteDesk desk;
        std::set<std::string> open;
        for (const auto& route : desk.router.routes())
            if (route.access == Access::anybody && route.pattern.starts_with("/api/"))
                open.insert(std::string(route.pattern));
        const std::set<std::string> wanted{"/api/v1/sessions", "/api/v1/setup", "/api/v1/links",
                                           "/api/v1/openapi.json", "/api/v1/password-rule",
                                           // A guest has no account: they ask for his secret or
                                           // session themselves.
                                           "/api/v1/guest/link", "/api/v1/guest/open",
                                           "/api/v1/guest/room", "/api/v1/guest/ticket",
                                           "/api/v1/guest/leave"};
        QVERIFY(open == wanted);
    }

    /// The machine of a wall reads, says what it has shown and which cameras give it a picture, and
    /// signs itself out: no other route takes anything from it, whatever permission it asks for.
    void a_device_only_looks() {
        RouteDesk desk;
        const Device device{"wall.1", "wall", Role::wall, {}};
        const std::map<std::string_view, drogon::HttpMethod> methods{{"GET", drogon::Get},
                                                                     {"POST", drogon::Post},
                                                                     {"PUT", drogon::Put},
                                                                     {"PATCH", drogon::Patch},
                                                                     {"DELETE", drogon::Delete}};
        std::set<std::string> taken;
        int commands = 0;
        for (const auto& route : desk.router.routes()) {
            if (route.method == "GET" || route.access == Access::anybody)
                continue;
            commands += route.access == Access::command;
            const auto session = must(desk.accounts.sign_in_now({"system", "system"}, device));
            const auto reply = desk.ask(methods.at(route.method), std::string(route.pattern),
                                        session.token, "{}", desk.key());
            if (reply.status != 403 || reply.body.find("a device only looks") == std::string::npos)
                taken.insert(std::string(route.method) + ' ' + std::string(route.pattern));
        }
        QVERIFY(commands > 20);
        QVERIFY(taken == (std::set<std::string>{"DELETE /api/v1/sessions/current",
                                                "POST /api/v1/cameras/health",
                                                "POST /api/v1/sessions/current/shown"}));
    }

    void every_failure_has_a_status_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        const auto row = [](FailureKind kind, int status) {
            QTest::newRow(std::string(json::name_of(kind)).c_str())
                << static_cast<int>(kind) << status;
        };
        row(FailureKind::malformed, 400);
        row(FailureKind::invalid_field, 422);
        row(FailureKind::unauthenticated, 401);
        row(FailureKind::forbidden, 403);
        row(FailureKind::locked_out, 429);
        row(FailureKind::not_found, 404);
        row(FailureKind::conflict, 409);
        row(FailureKind::wrong_state, 409);
        row(FailureKind::expired, 410);
        row(FailureKind::key_reused, 422);
        row(FailureKind::too_large, 413);
        row(FailureKind::wrong_type, 415);
        row(FailureKind::unavailable, 503);
        row(FailureKind::internal, 500);
    }
    void every_failure_has_a_status() {
        QFETCH(int, kind);
        QFETCH(int, status);
        const auto response = problem(fail(static_cast<FailureKind>(kind), "a.b", "why"));
        QCOMPARE(response.status, status);
        const auto body = json::read<Problem>(response.body);
        QVERIFY(body.has_value());
        QCOMPARE(body->status, status);
        QCOMPARE(body->field, std::optional<std::string>("a.b"));
        // What went wrong inside is for the log.
        QCOMPARE(body->detail.has_value(), status != 500);
    }

    void a_closed_loop_takes_no_jobs() {
        trantor::EventLoopThread thread;
        thread.run();
        Loops loops({thread.getLoop()});
        std::promise<void> ran;
        loops.at(0).post([&] { ran.set_value(); });
        ran.get_future().wait();
        loops.close();
        const auto job = std::make_shared<int>(1);
        loops.at(0).post([job] {});
        QCOMPARE(job.use_count(), 1); // neither run later nor kept
    }

    void what_throws_fails_one_request_data() {
        QTest::addColumn<int>("what");
        QTest::addColumn<int>("status");
        QTest::newRow("memory") << 0 << 503;
        QTest::newRow("a mistake") << 1 << 500;
        QTest::newRow("no exception") << 2 << 500;
    }
    void what_throws_fails_one_request() {
        QFETCH(int, what);
        QFETCH(int, status);
        RouteDesk desk;
        Router router(desk.context);
        router.add(
            {"GET", "/throws", Access::anybody, {}, [what](CallPtr) -> drogon::Task<Response> {
                 if (what == 0)
                     throw std::bad_alloc();
                 if (what == 1)
                     throw std::runtime_error("nobody foresaw it");
                 if (what == 2)
                     throw 5;
                 co_return Response{};
             }});
        const auto before = exceptions_stopped();
        const auto request = drogon::HttpRequest::newHttpRequest();
        request->setPath("/throws");
        drogon::HttpResponsePtr answer;
        router.serve(request, [&](const drogon::HttpResponsePtr& sent) { answer = sent; });
        QVERIFY(answer);
        QCOMPARE(static_cast<int>(answer->statusCode()), status);
        QCOMPARE(router.running(), 0);
        QCOMPARE(exceptions_stopped(), before + 1);
    }

    void a_query_that_throws_is_answered() {
        RouteDesk desk;
        trantor::EventLoopThread thread;
        thread.run();
        Loops loops({thread.getLoop()});
        ReaderPool pool(desk.readers, 1);
        desk.context.loops = &loops;
        desk.context.pool = &pool;
        for (const bool throws : {true, false}) {
            std::promise<Result<int>> promise;
            drogon::async_run([&]() -> drogon::Task<> {
                promise.set_value(
                    co_await desk.context.query<int>([throws](Database&) -> Result<int> {
                        if (throws)
                            throw std::bad_alloc();
                        return 7;
                    }));
            });
            const auto result = promise.get_future().get();
            QCOMPARE(result.has_value(), !throws);
            if (throws)
                QVERIFY(result.error().kind == FailureKind::unavailable);
        }
        pool.stop();
        loops.close();
    }

    void a_job_that_throws_ends_no_loop() {
        trantor::EventLoopThread thread;
        thread.run();
        Loops loops({thread.getLoop()});
        loops.at(0).post([] { throw std::runtime_error("nobody foresaw it"); });
        std::promise<void> ran;
        loops.at(0).post([&] { ran.set_value(); });
        ran.get_future().wait();
        loops.close();
    }

    void digests_tell_commands_apart() {
        const auto digest = digest_of("POST", "/a", "", "{}");
        QCOMPARE(digest_of("POST", "/a", "", "{}"), digest);
        QVERIFY(digest_of("PUT", "/a", "", "{}") != digest);
        QVERIFY(digest_of("POST", "/b", "", "{}") != digest);
        QVERIFY(digest_of("POST", "/a", "x=1", "{}") != digest);
        QVERIFY(digest_of("POST", "/a", "", "{ }") != digest);
        QVERIFY(digest_of("POST", "/a{}", "", "") != digest_of("POST", "/a", "", "{}"));
    }
};

QTEST_GUILESS_MAIN(RoutesTest)
#include "routes_test.moc"
