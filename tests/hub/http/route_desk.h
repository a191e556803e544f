// A hub's routes in this process, on a loop of their own, for tests that need to hold what stands
// behind them.
#pragma once

#include "hub/accounts/accounts_capability.h"
#include "hub/attachments/attachments_capability.h"
#include "hub/http/routes.h"
#include "hub/imports/imports_capability.h"
#include "tests/hub/hall.h"
#include "tests/hub/imports/watched_writer.h"

#include <trantor/net/EventLoopThread.h>

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <utility>

namespace chengyun::hub::test {

struct RouteDesk {
    struct Reply {
        int status = 0;
        std::string body;
    };

    std::function<void(int work)> before; ///< each work of an import; the thread's own first
    Hall hall{quick()};
    Readers readers{hall.file};
    WatchedWriter import_writer{*hall.writer};
    AccountService& accounts = opened().get<AccountsCapability>().service();
    AttachmentStore& attachments = hall.capabilities.get<AttachmentsCapability>().store();
    Metrics metrics;
    Context context{hall.config, *hall.writer, readers, accounts, metrics, hall.clock};
    Router router{context};
    trantor::EventLoopThread thread;
    ReaderPool pool{readers, 1};
    std::unique_ptr<Loops> loops;

    explicit RouteDesk(std::function<void(int work)> before_work = {})
        : before(std::move(before_work)) {
        thread.run();
        loops = std::make_unique<Loops>(std::vector{thread.getLoop()});
        context.loops = loops.get();
        context.pool = &pool;
        // The only threads that a test looks at.
        import_writer.before = before;
        hall.capabilities.get<ImportsCapability>().start({import_writer, readers, hall.clock});
        add_all_routes(router, hall.capabilities.all());
    }
    ~RouteDesk() {
        hall.capabilities.stop();
        pool.stop();
        loops->close();
    }

    /// The account and the token of a session of its own.
    std::pair<Account, std::string> sign_in(const std::string& name, Role role) {
        const auto account =
            must(accounts.create_now({name, name, role, {}, {}, "a long enough word"}));
        return {account, must(accounts.open_session_now(account.id, "password")).token};
    }
    Reply post(const std::string& path, const std::string& token, const std::string& body,
               const std::string& key) {
        return ask(drogon::Post, path, token, body, key);
    }
    Reply ask(drogon::HttpMethod method, const std::string& path, const std::string& token,
              const std::string& body, const std::string& key) {
        const auto request = drogon::HttpRequest::newHttpRequest();
        request->setMethod(method);
        request->setPath(path);
        request->addHeader("authorization", "Bearer " + token);
        request->addHeader("idempotency-key", key);
        request->setBody(body);
        std::promise<Reply> reply;
        thread.getLoop()->runInLoop([&] {
            router.serve(request, [&](const drogon::HttpResponsePtr& answer) {
                reply.set_value(
                    {static_cast<int>(answer->statusCode()), std::string(answer->body())});
            });
        });
        return reply.get_future().get();
    }
    [[nodiscard]] std::string key() const { return new_id(hall.clock()); }

private:
    Capabilities& opened() {
        must(hall.capabilities.open({*hall.writer, readers, hall.clock}));
        return hall.capabilities;
    }
    static Config quick() {
        Config config;
        auto& accounts = config.of<AccountsConfig>();
        accounts.hash_memory_mib = 8;
        accounts.hash_passes = 1;
        config.log.requests = false;
        return config;
    }
};

} // namespace chengyun::hub::test
