// Hostile requests through the whole of the hub's HTTP side but Drogon's own parser: path matching,
// headers, session, idempotency key, parameters, bodies, handlers, services and answers, on a store
// in a folder of its own.
//
// The input, as a text: "METHOD who path", query lines "name=value", header lines "Name: value", an
// empty line, the body. `who` is the first letter of a role, or anything else for nobody.
#include "core/id/uuid.h"
#include "hub/accounts/accounts_capability.h"
#include "hub/attachments/attachment_settings.h"
#include "hub/capabilities.h"
#include "hub/config/log.h"
#include "hub/http/routes.h"
#include "hub/store/database.h"

#include <drogon/HttpRequest.h>
#include <trantor/net/EventLoopThread.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::abort();
}

template <class T>
T must(Result<T> result) {
    if (!result)
        stop(result.error().field + " " + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Gone with the process.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "fuzz-XXXXXX").string();
        if (!mkdtemp(name.data()))
            stop("no temporary folder");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

Config cheap_config(const std::filesystem::path& folder) {
    Config config;
    config.data_dir = folder.string();
    config.log.requests = false;
    auto& attachments = config.of<AttachmentsConfig>();
    attachments.max_bytes = 1 << 20;
    attachments.quota_mib = 64;
    attachments.account_quota_mib = 64;
    auto& accounts = config.of<AccountsConfig>();
    accounts.hash_memory_mib = 8;
    accounts.hash_passes = 1;
    return config;
}

struct Desk {
    Folder folder;
    Config config = cheap_config(folder.path());
    Capabilities capabilities{config, folder.path()};
    std::unique_ptr<Writer> writer =
        must(open_writer(folder.path() / "hub.db", {.kinds = capabilities.journal_kinds()}));
    Readers readers{folder.path() / "hub.db"};
    AccountService& accounts = opened().get<AccountsCapability>().service();
    Metrics metrics;
    Context context{config, *writer, readers, accounts, metrics};
    Router router{context};
    trantor::EventLoopThread thread;
    ReaderPool pool{readers, 1};
    std::unique_ptr<Loops> loops;
    std::unique_ptr<Feed> feed;
    std::unique_ptr<LiveLane> live;
    std::map<char, std::string> tokens; ///< by the first letter of the role

    Capabilities& opened() {
        must(capabilities.open({*writer, readers}));
        return capabilities;
    }

    Desk() {
        thread.run();
        loops = std::make_unique<Loops>(std::vector{thread.getLoop()});
        const std::vector<Lane> lanes{
            [this](std::function<void()> job) { loops->at(0).post(std::move(job)); }};
        feed =
            std::make_unique<Feed>(readers, writer->kinds(), config.stream, writer->end(), lanes);
        std::vector<LiveTopic> topics;
        for (const auto& capability : capabilities.all())
            std::ranges::move(capability->live_topics([this](auto job) { job(readers.get()); }),
                              std::back_inserter(topics));
        live = std::make_unique<LiveLane>(std::move(topics), lanes);
        feed->begin(writer->end());
        context.loops = loops.get();
        context.pool = &pool;
        context.feed = feed.get();
        context.live = live.get();
        capabilities.start({*writer, readers});
        add_all_routes(router, capabilities.all());
        for (const auto role : {Role::operator_, Role::commander, Role::admin, Role::auditor}) {
            const auto name = std::string(json::name_of(role));
            const auto account =
                must(accounts.create_now({name, name, role, {}, {}, "a long enough word"}));
            const char letter = role == Role::auditor ? 'u' : name[0];
            tokens[letter] = must(accounts.open_session_now(account.id, "127.0.0.1")).token;
        }
        tokens['w'] =
            must(accounts.sign_in_now({"system", "system"}, {"wall.1", "wall", Role::wall, {}}))
                .token;
    }
};

std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::string_view take_word(std::string_view& line) {
    const auto end = std::min(line.find(' '), line.size());
    const auto word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    return word;
}

drogon::HttpRequestPtr request_of(std::string_view text, const Desk& desk) {
    using drogon::HttpMethod;
    constexpr std::array methods = {
        std::pair{"GET", HttpMethod::Get},        std::pair{"POST", HttpMethod::Post},
        std::pair{"PUT", HttpMethod::Put},        std::pair{"PATCH", HttpMethod::Patch},
        std::pair{"DELETE", HttpMethod::Delete},  std::pair{"HEAD", HttpMethod::Head},
        std::pair{"OPTIONS", HttpMethod::Options}};
    auto request = drogon::HttpRequest::newHttpRequest();
    auto line = take_line(text);
    const auto wanted = take_word(line);
    for (const auto& [name, method] : methods)
        if (wanted == name)
            request->setMethod(method);
    const auto who = take_word(line);
    request->setPath(std::string(line));
    if (const auto token = desk.tokens.find(who.empty() ? '-' : who[0]);
        token != desk.tokens.end()) {
        request->addHeader("authorization", "Bearer " + token->second);
        // A fresh key each time; the input may name its own.
        request->addHeader("idempotency-key", new_id(system_now()));
    }
    for (line = take_line(text); !line.empty(); line = take_line(text)) {
        if (const auto colon = line.find(": "); colon != std::string_view::npos)
            request->addHeader(std::string(line.substr(0, colon)),
                               std::string(line.substr(colon + 2)));
        else if (const auto equals = line.find('='); equals != std::string_view::npos)
            request->setParameter(std::string(line.substr(0, equals)),
                                  std::string(line.substr(equals + 1)));
    }
    request->setBody(std::string(text));
    return request;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    // Never destroyed: a handler may still be under way when the fuzzer leaves.
    static auto* const desk = new Desk;
    const auto request = request_of({reinterpret_cast<const char*>(data), size}, *desk);
    std::promise<drogon::HttpResponsePtr> answered;
    auto answer = answered.get_future();
    desk->thread.getLoop()->runInLoop([&] {
        desk->router.serve(request, [&](const drogon::HttpResponsePtr& response) {
            answered.set_value(response);
        });
    });
    const auto response = answer.get();
    const int status = static_cast<int>(response->statusCode());
    // 503 and 507 say that something outside failed, which here nothing does.
    if (status == 500)
        stop("an answer of 500: " + std::string(response->body()));
    if (status >= 400 && response->contentTypeString().find("problem+json") == std::string::npos)
        stop("a refusal that is no problem+json");
    return 0;
}
