#include "bench/duty/desk.h"

#include "bench/client/wire.h"

#include <chrono>
#include <cstdio>
#include <thread>

#include <unistd.h>

namespace chengyun::bench {

namespace json = boost::json;

namespace {

void wait_ms(int ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

/// One shift's way, from check-in to the signatures of both.
class ShiftRun {
public:
    ShiftRun(Desk& desk, std::size_t index, Line& outgoing, Line& incoming, Line& commander,
             std::uint64_t& number, Acknowledged& acknowledged, const std::atomic<bool>& given_up)
        : desk_(desk), index_(index), shift_(desk.shifts[index]), outgoing_(outgoing),
          incoming_(incoming), commander_(commander), number_(number), acknowledged_(acknowledged),
          given_up_(given_up) {}

    /// False when it does not come to its end.
    bool go() {
        if (index_ == 0 && !check_in(outgoing_, shift_))
            return false;
        if (!write_log() || !check_in(incoming_, desk_.shifts[index_ + 1]))
            return false;
        // Every tenth: there is an order on the sheet, too.
        if (index_ % 10 == 0 && !issue_order())
            return false;
        if (!find_sheet())
            return false;
        must_refuse(outgoing_, "/api/v1/duty/shifts/" + shift_ + "/close",
                    "a close before the sheet");
        if (!act(outgoing_, "hand_over", {}))
            return false;
        if (!items_.empty())
            must_refuse(incoming_, path_of("accept"), "an acceptance of what nobody has seen");
        while (!given_up_) {
            for (const auto& item : unacknowledged())
                if (!act(incoming_, "acknowledge", {{"item", item}}))
                    return false;
            if (!act(incoming_, "accept", {}))
                return false;
            if (state_ == "accepted")
                return true;
        }
        return false;
    }

private:
    std::string path_of(const char* act) const {
        return "/api/v1/duty/handovers/" + sheet_ + "/" + act;
    }

    /// Sends it until it is answered, and keeps what was acknowledged.
    Line::Answer must(Line& line, const std::string& path, const json::object& body,
                      const std::string& kind, const std::string& id) {
        auto answer = line.command("POST", path, body, ++number_);
        if (answer.status != 200) {
            acknowledged_.wrong(path + " " + std::to_string(answer.status) + " " +
                                json::serialize(answer.body));
            return answer;
        }
        if (!kind.empty())
            acknowledged_.note(answer.body.at("seq").to_number<std::int64_t>(), kind, id);
        return answer;
    }
    void must_refuse(Line& line, const std::string& path, const char* what) {
        const auto answer = line.command("POST", path, {}, ++number_);
        if (answer.status != 409)
            acknowledged_.wrong(std::string(what) + ": " + std::to_string(answer.status));
    }

    bool check_in(Line& line, const std::string& shift) {
        return must(line, "/api/v1/duty/shifts/" + shift + "/check_in", {{"from", "seat"}},
                    "shift.checked_in", shift)
                   .status == 200;
    }
    bool write_log() {
        for (const auto* text : {"the gauge was read", "the pumps run"}) {
            const auto id = id_of(++number_);
            if (must(outgoing_, "/api/v1/duty/log", {{"id", id}, {"kind", "event"}, {"text", text}},
                     "log.written", id)
                    .status != 200)
                return false;
            desk_.log[index_].push_back(id);
        }
        return true;
    }
    bool issue_order() {
        const auto id = id_of(++number_);
        const json::object order{
            {"id", id},
            {"title", "积水处置"},
            {"text", ""},
            {"kind", "flood"},
            {"level", "IV"},
            {"limits", {{"acknowledge", 60}, {"report", 600}, {"complete", 2400}}},
            {"recipients", json::array{{{"unit", desk_.unit}, {"role", "lead"}}}}};
        return must(commander_, "/api/v1/orders", order, "order.issued", id).status == 200;
    }

    /// The hub drafts it by itself.
    bool find_sheet() {
        for (; !given_up_; wait_ms(5)) {
            const auto answer = outgoing_.get("/api/v1/timeline?subject=" + shift_ + "&limit=100");
            if (answer.status != 200)
                continue;
            for (const auto& entry : answer.body.at("items").as_array())
                if (entry.at("kind") == "handover.drafted") {
                    sheet_ = entry.at("id").as_string();
                    take(entry.at("body"));
                    return true;
                }
        }
        return false;
    }
    void take(const json::value& change) {
        const auto* sheets = change.as_object().if_contains("handovers");
        if (!sheets)
            return;
        const auto& sheet = sheets->as_array().front().as_object();
        state_ = sheet.at("state").as_string();
        const auto* items = sheet.if_contains("items");
        items_ = items ? items->as_array() : json::array();
    }
    bool act(Line& line, const char* act, const json::object& body) {
        // An acceptance may be answered by what is new.
        const bool is_accept = std::string_view(act) == "accept";
        const auto kind = std::string_view(act) == "hand_over" ? "handover.handed_over"
                          : is_accept                          ? ""
                                                               : "handover.acknowledged";
        const auto answer = must(line, path_of(act), body, kind, sheet_);
        if (answer.status != 200)
            return false;
        take(answer.body.at("change"));
        if (is_accept && state_ == "accepted")
            acknowledged_.note(answer.body.at("seq").to_number<std::int64_t>(), "shift.closed",
                               shift_);
        return true;
    }
    std::vector<std::string> unacknowledged() const {
        std::vector<std::string> ids;
        for (const auto& item : items_)
            if (!item.as_object().contains("acknowledged"))
                ids.emplace_back(item.at("id").as_string());
        return ids;
    }

    Desk& desk_;
    std::size_t index_;
    std::string shift_;
    Line &outgoing_, &incoming_, &commander_;
    std::uint64_t& number_;
    Acknowledged& acknowledged_;
    const std::atomic<bool>& given_up_;
    std::string sheet_, state_;
    json::array items_;
};

} // namespace

void Acknowledged::wrong(const std::string& what) {
    if (wrong_++ < 20)
        std::fprintf(stderr, "bench handover: %s\n", what.c_str());
}

Line::~Line() {
    if (fd_ >= 0)
        ::close(fd_);
}

Line::Answer Line::ask(const std::string& request) {
    for (;;) {
        if (fd_ < 0)
            fd_ = connect_to(port_, true);
        if (fd_ < 0) {
            wait_ms(10);
            continue;
        }
        const auto reply = round_trip(fd_, request);
        if (reply.status != 0 && reply.status != 503) {
            boost::system::error_code error;
            return {reply.status, json::parse(reply.body, error)};
        }
        ::close(fd_);
        fd_ = -1;
        wait_ms(2);
    }
}

Line::Answer Line::get(const std::string& path) {
    return ask(get_request(path, token_));
}

Line::Answer Line::command(const std::string& method, const std::string& path,
                           const json::object& body, std::uint64_t number) {
    const auto posted = post_request(path, token_, id_of(number), json::serialize(body));
    return ask(method + posted.substr(4)); // in place of POST
}

std::string id_of(std::uint64_t number) {
    static const auto run = new_run();
    return uuid_of(run, number);
}

void run_desk(int port, Desk& desk, std::uint64_t number, Acknowledged& acknowledged,
              std::atomic<int>& done, const std::atomic<bool>& given_up) {
    Line one(port, desk.tokens[0]), two(port, desk.tokens[1]), commander(port, desk.commander);
    for (std::size_t i = 0; i + 1 < desk.shifts.size() && !given_up; ++i) {
        auto& outgoing = i % 2 == 0 ? one : two;
        auto& incoming = i % 2 == 0 ? two : one;
        if (!ShiftRun(desk, i, outgoing, incoming, commander, number, acknowledged, given_up).go())
            return acknowledged.wrong("a shift did not come to its end");
        ++done;
    }
}

} // namespace chengyun::bench
