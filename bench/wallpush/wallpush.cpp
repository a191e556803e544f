// bench wallpush: how long it takes from an operator's command to the changed board at the machine
// of the wall, 8 walls of 16 panes at a time; and whether machines whose link was cut show what the
// hub says when they are back. The hub is a real one, each machine signed in by a code of its own.
#include "bench/client/hub_process.h"
#include "bench/client/orders.h"
#include "bench/client/wire.h"
#include "bench/wallpush/machine.h"

#include <boost/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

namespace {

using namespace chengyun::bench;

struct Options {
    int walls = 8;
    int rounds = 50; ///< of commands to every wall at once
    int cuts = 50;
    std::string below;
};
constexpr int panes = 16;

[[noreturn]] void give_up(const std::string& why) {
    std::fprintf(stderr, "bench wallpush: %s\n", why.c_str());
    std::exit(1);
}

Options read_options(int argc, char** argv) {
    Options out;
    for (int i = 1; i < argc; ++i) {
        const std::string flag = argv[i];
        const auto number = [&] { return i + 1 < argc ? std::atoi(argv[++i]) : 0; };
        if (flag == "--walls")
            out.walls = number();
        else if (flag == "--rounds")
            out.rounds = number();
        else if (flag == "--cuts")
            out.cuts = number();
        else if (flag == "--below" && i + 1 < argc)
            out.below = argv[++i];
        else
            give_up("[--walls N] [--rounds N] [--cuts N] [--below FOLDER]");
    }
    return out;
}

/// A person at a seat, with a connection of his own.
class Person {
public:
    Person(int port, std::string token) : token_(std::move(token)), fd_(connect_to(port, true)) {}
    Person(Person&& other) noexcept
        : token_(std::move(other.token_)), fd_(std::exchange(other.fd_, -1)), run_(other.run_),
          sent_(other.sent_), received_(std::move(other.received_)) {}
    ~Person() {
        if (fd_ >= 0)
            ::close(fd_);
    }

    boost::json::object ask(const std::string& request) {
        say(request);
        return hear();
    }
    boost::json::object get(const std::string& path) { return ask(get_request(path, token_)); }
    boost::json::object command(std::string method, const std::string& path,
                                const boost::json::object& body) {
        say(request(std::move(method), path, body));
        return hear();
    }
    std::string request(std::string method, const std::string& path,
                        const boost::json::object& body) {
        // As POST, but for the method's name.
        return method +
               post_request(path, token_, uuid_of(run_, ++sent_), boost::json::serialize(body))
                   .substr(std::string_view("POST").size());
    }
    void say(const std::string& request) const {
        if (::send(fd_, request.data(), request.size(), MSG_NOSIGNAL) < 0)
            give_up("the hub is gone");
    }
    boost::json::object hear() {
        for (char chunk[16384];;) {
            if (auto reply = take_reply(received_)) {
                if (reply->status != 200)
                    give_up("the hub refused: " + reply->body);
                return boost::json::parse(reply->body).as_object();
            }
            const auto got = ::recv(fd_, chunk, sizeof chunk, 0);
            if (got <= 0)
                give_up("the hub is gone");
            received_.append(chunk, static_cast<std::size_t>(got));
        }
    }

private:
    std::string token_;
    int fd_;
    std::uint64_t run_ = new_run();
    std::uint64_t sent_ = 0;
    std::string received_;
};

std::string sign_in(int port, const HubProcess& hub, const std::string& account) {
    const auto session = Person(port, {}).ask(
        post_request("/api/v1/sessions", {}, {},
                     boost::json::serialize(boost::json::object{
                         {"name", account}, {"password", hub.password_of(account)}})));
    return std::string(session.at("token").as_string());
}

boost::json::object content(const std::string& title) {
    return {{"kind", "camera"},
            {"subject", "0190a000-0000-7000-8000-00000000c001"},
            {"title", title},
            {"text", ""}};
}
boost::json::object put_up(int cell, const std::string& title) {
    return {{"screen", "1"}, {"cell", cell}, {"content", content(title)}, {"minutes", 0}};
}

/// Makes a wall with its panes filled, and signs its machine in.
std::unique_ptr<Machine> make_wall(int port, const std::string& id, Person& commander,
                                   Person& admin) {
    const auto path = "/api/v1/walls/" + id;
    commander.command(
        "PUT", path,
        {{"id", id},
         {"name", "wall"},
         {"area", ""},
         {"screens", boost::json::array{boost::json::object{
                         {"name", "1"}, {"x", 0}, {"y", 0}, {"width", 1920}, {"height", 1080}}}},
         {"scale_percent", 200},
         {"version", 0}});
    commander.command("POST", path + "/layout", {{"screen", "1"}, {"layout", "16"}});
    std::int64_t head = 0;
    for (int cell = 0; cell < panes; ++cell)
        head = commander.command("POST", path + "/put_up", put_up(cell, "a camera of the street"))
                   .at("seq")
                   .to_number<std::int64_t>();
    const auto code = admin.command("POST", path + "/device", {});
    const auto session = Person(port, {}).ask(
        post_request("/api/v1/links", {}, {},
                     boost::json::serialize(boost::json::object{{"token", code.at("code")}})));
    return std::make_unique<Machine>(port, id, std::string(session.at("token").as_string()), head);
}

} // namespace

int main(int argc, char** argv) {
    const auto options = read_options(argc, argv);
    const auto folder = fresh_folder(options.below);
    HubProcess hub(sibling_program("chengyun-hub"), folder + "/hub");
    if (!hub.start(0))
        give_up("the hub did not start");
    const int port = hub.port();
    const auto operator_token = hub.console_token();
    Person commander(port, sign_in(port, hub, "commander"));
    Person admin(port, sign_in(port, hub, "admin"));

    std::vector<std::unique_ptr<Machine>> machines;
    std::vector<Person> operators;
    const auto run = new_run();
    for (int i = 0; i < options.walls; ++i) {
        machines.push_back(
            make_wall(port, uuid_of(run, static_cast<std::uint64_t>(i)), commander, admin));
        operators.emplace_back(port, operator_token);
        if (!machines.back()->connect())
            give_up("a machine's stream was refused");
    }
    const auto put = [](const Machine& machine) {
        return "/api/v1/walls/" + machine.wall() + "/put_up";
    };

    // Something is put onto every wall at once; the next round begins when all have it.
    std::vector<double> took;
    for (int round = 0; round < options.rounds; ++round) {
        std::vector<std::int64_t> sent;
        for (std::size_t i = 0; i < machines.size(); ++i) {
            const auto request = operators[i].request("POST", put(*machines[i]),
                                                      put_up(round % panes, std::to_string(round)));
            sent.push_back(now_ns());
            operators[i].say(request);
        }
        for (std::size_t i = 0; i < machines.size(); ++i) {
            const auto seq = operators[i].hear().at("seq").to_number<std::int64_t>();
            const auto at = machines[i]->arrived(seq);
            if (at == 0)
                give_up("a change did not reach its wall");
            took.push_back(static_cast<double>(at - sent[i]) / 1e6);
        }
    }

    // Links are cut, and things go on meanwhile: the machine comes back where it was cut.
    int wrong = 0;
    const auto compare = [&](std::size_t i) {
        const auto says = commander.get("/api/v1/walls/" + machines[i]->wall() + "/board");
        if (machines[i]->board() != boost::json::serialize(says))
            ++wrong;
    };
    for (int cut = 0; cut < options.cuts; ++cut) {
        const auto i = static_cast<std::size_t>(cut) % machines.size();
        auto& machine = *machines[i];
        // Every other time while an answer is under way.
        std::int64_t seq = 0;
        operators[i].say(operators[i].request("POST", put(machine), put_up(0, "before the cut")));
        if (cut % 2 == 0)
            seq = operators[i].hear().at("seq").to_number<std::int64_t>();
        machine.cut();
        if (cut % 2 != 0)
            seq = operators[i].hear().at("seq").to_number<std::int64_t>();
        for (int change = 0; change < cut % 4; ++change)
            seq =
                operators[i]
                    .command("POST", put(machine), put_up(1 + change, "cut " + std::to_string(cut)))
                    .at("seq")
                    .to_number<std::int64_t>();
        if (!machine.connect() || machine.arrived(seq) == 0)
            ++wrong;
        else
            compare(i);
    }
    for (std::size_t i = 0; i < machines.size(); ++i)
        compare(i);

    for (auto& machine : machines)
        machine->cut();
    hub.stop();
    std::filesystem::remove_all(folder);
    std::printf("{\"walls\":%d,\"panes\":%d,\"p50_ms\":%.1f,\"p99_ms\":%.1f,"
                "\"wrong_after_offline\":%d}\n",
                options.walls, options.walls * panes, percentile(took, 0.5), percentile(took, 0.99),
                wrong);
    return wrong == 0 ? 0 : 1;
}
