#include "hub/consult/janus_http.h"

#include "core/id/uuid.h"
#include "core/json/codec.h"

#include <boost/json/serialize.hpp>
#include <drogon/HttpClient.h>
#include <trantor/net/EventLoopThread.h>

#include <fstream>

namespace chengyun::hub {
namespace {

constexpr double seconds_to_answer = 4;
constexpr std::size_t longest_answer = 1 << 20;
constexpr std::int64_t wrong_secret = 403;

class JanusHttp final : public Janus {
public:
    JanusHttp(std::string address, std::string secret_file) : secret_file_(std::move(secret_file)) {
        const auto path = address.find('/', address.find("://") + 3);
        host_ = address.substr(0, path);
        path_ = path == std::string::npos ? "/" : address.substr(path);
        loop_.run();
    }
    ~JanusHttp() override {
        // The client ends on its own loop.
        loop_.getLoop()->runInLoop([client = std::move(client_)]() mutable { client.reset(); });
    }

    Result<boost::json::object> admin(boost::json::object request) override {
        if (auto known = know_secret(); !known)
            return known.error();
        const auto transaction = new_id();
        request["transaction"] = transaction;
        request["admin_secret"] = secret_;
        auto answer = ask(boost::json::serialize(request));
        if (!answer)
            return answer;
        const auto* said = answer->if_contains("transaction");
        if (!said || !said->is_string() || said->get_string() != transaction)
            return fail(FailureKind::malformed, {}, "the answer is another request's");
        const auto* kind = answer->if_contains("janus");
        if (kind && kind->is_string() && kind->get_string() == "success")
            return answer;
        return refused(*answer);
    }

    Result<boost::json::object> room(boost::json::object request) override {
        if (auto known = know_secret(); !known)
            return known.error();
        request["admin_key"] = secret_;
        auto answer = admin({{"janus", "message_plugin"},
                             {"plugin", "janus.plugin.videoroom"},
                             {"request", std::move(request)}});
        if (!answer)
            return answer;
        auto* response = answer->if_contains("response");
        if (!response || !response->is_object())
            return fail(FailureKind::malformed, {}, "the answer has no response");
        return std::move(response->get_object());
    }

private:
    Result<> know_secret() {
        if (!secret_.empty())
            return {};
        std::ifstream in(secret_file_);
        if (!std::getline(in, secret_) || secret_.empty())
            return fail(FailureKind::unavailable, {}, "consult.janus_secret_file cannot be read");
        return {};
    }

    Result<boost::json::object> ask(const std::string& body) {
        if (!client_)
            client_ = drogon::HttpClient::newHttpClient(host_, loop_.getLoop());
        const auto request = drogon::HttpRequest::newHttpRequest();
        request->setMethod(drogon::Post);
        request->setPath(path_);
        request->setContentTypeCode(drogon::CT_APPLICATION_JSON);
        request->setBody(body);
        const auto [result, response] = client_->sendRequest(request, seconds_to_answer);
        if (result != drogon::ReqResult::Ok || !response)
            return fail(FailureKind::unavailable, {}, drogon::to_string(result));
        if (response->body().size() > longest_answer)
            return fail(FailureKind::too_large, {}, "the answer is too long");
        auto value = json::parse(response->body());
        if (!value || !value->is_object())
            return fail(FailureKind::malformed, {},
                        "the answer is no object, status " +
                            std::to_string(response->getStatusCode()));
        return std::move(value->get_object());
    }

    Failure refused(const boost::json::object& answer) {
        const auto* error = answer.if_contains("error");
        const auto* object = error ? error->if_object() : nullptr;
        const auto* code = object ? object->if_contains("code") : nullptr;
        const auto number = code && code->is_int64() ? code->get_int64() : 0;
        if (number == wrong_secret)
            secret_.clear(); // it may have been started anew, with another
        return fail(number == wrong_secret ? FailureKind::forbidden : FailureKind::unavailable, {},
                    "the media server refuses: " + std::to_string(number));
    }

    std::string host_, path_, secret_file_, secret_;
    trantor::EventLoopThread loop_{"consult"};
    drogon::HttpClientPtr client_;
};

} // namespace

std::unique_ptr<Janus> make_janus_http(std::string address, std::string secret_file) {
    return std::make_unique<JanusHttp>(std::move(address), std::move(secret_file));
}

} // namespace chengyun::hub
