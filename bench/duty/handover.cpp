// bench handover: desks whose shifts hand over one after the other, with a sheet that both sides
// sign, while the hub is killed with SIGKILL. In the end: each acknowledged command is in the
// journal under its number, each shift has ended once, every entry of the log was on its sheet, and
// no shift ended before each item was acknowledged.
#include "bench/client/hub_process.h"
#include "bench/client/wire.h"
#include "bench/duty/audit.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <thread>

namespace {

using namespace chengyun::bench;
namespace json = boost::json;

constexpr int desk_count = 8;
constexpr auto longest_run = std::chrono::minutes(20);
constexpr std::int64_t minute = 60'000;

struct Options {
    int shifts = 1000;
    int kills = 50;
    unsigned seed = std::random_device{}();
    std::string below;
};

Options read_options(int argc, char** argv) {
    Options out;
    for (int i = 1; i < argc; ++i) {
        const std::string flag = argv[i];
        const auto number = [&] { return i + 1 < argc ? std::atoi(argv[++i]) : 0; };
        if (flag == "--shifts")
            out.shifts = number();
        else if (flag == "--kills")
            out.kills = number();
        else if (flag == "--seed")
            out.seed = static_cast<unsigned>(number());
        else if (flag == "--below" && i + 1 < argc)
            out.below = argv[++i];
        else {
            std::fprintf(stderr, "bench_handover [--shifts N] [--kills N] [--seed N] "
                                 "[--below FOLDER]\n");
            std::exit(2);
        }
    }
    return out;
}

[[noreturn]] void give_up(const char* what) {
    std::fprintf(stderr, "bench handover: %s\n", what);
    std::_Exit(1);
}

std::string sign_in(int port, const std::string& name, const std::string& password) {
    Line line(port, {});
    const auto answer =
        line.command("POST", "/api/v1/sessions", {{"name", name}, {"password", password}}, 0);
    if (answer.status != 200)
        give_up("cannot sign in");
    return std::string(answer.body.at("token").as_string());
}

/// Makes units, accounts, people, posts and shifts of the desks, as their keepers would.
class Preparation {
public:
    Preparation(int port, const HubProcess& hub)
        : port_(port), commander_token_(sign_in(port, "commander", hub.password_of("commander"))),
          commander_(port, commander_token_),
          admin_(port, sign_in(port, "admin", hub.password_of("admin"))) {}

    Desk desk(int index, int shifts) {
        Desk desk;
        desk.commander = commander_token_;
        desk.unit = make_unit("第" + std::to_string(index + 1) + "值班组");
        desk.post = put("/api/v1/duty/posts/", {{"kind", "liaison"},
                                                {"name", "联络员"},
                                                {"unit", desk.unit},
                                                {"qualification", ""},
                                                {"people", 1},
                                                {"days", "every"},
                                                {"from_minute", 0},
                                                {"until_minute", 1440},
                                                {"rest_minutes", 0},
                                                {"grace_minutes", 600},
                                                {"hands_over", true},
                                                {"closed", false},
                                                {"version", 0}});
        const std::string people[] = {person(desk, index * 2), person(desk, index * 2 + 1)};
        const auto now = now_ms();
        json::array planned;
        for (int i = 0; i < shifts; ++i) {
            desk.shifts.push_back(next_id());
            planned.push_back({{"id", desk.shifts.back()},
                               {"post", desk.post},
                               {"person", people[i % 2]},
                               {"start", now - minute + i * 1000},
                               {"end", now + 25 * minute + i * 1000},
                               {"version", 0}});
        }
        desk.log.resize(desk.shifts.size());
        must(commander_, "POST", "/api/v1/duty/shifts", {{"shifts", planned}});
        return desk;
    }

private:
    static std::int64_t now_ms() {
        using namespace std::chrono;
        return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    }
    std::string next_id() { return id_of(++number_); }
    json::value must(Line& line, const std::string& method, const std::string& path,
                     const json::object& body) {
        auto answer = line.command(method, path, body, ++number_);
        if (answer.status != 200) {
            std::fprintf(stderr, "bench handover: %s %d %s\n", path.c_str(), answer.status,
                         json::serialize(answer.body).c_str());
            give_up("the desks cannot be made");
        }
        return std::move(answer.body);
    }
    /// Writes a new thing under an id of its own; the id.
    std::string put(const std::string& path, json::object body) {
        const auto id = next_id();
        body["id"] = id;
        must(commander_, "PUT", path + id, body);
        return id;
    }
    std::string make_unit(const std::string& name) {
        return put("/api/v1/units/", {{"kind", "department"},
                                      {"name", name},
                                      {"area", ""},
                                      {"contact", {{"name", ""}, {"phone", ""}}},
                                      {"resource", ""},
                                      {"state", "available"},
                                      {"initials", ""},
                                      {"version", 0}});
    }
    std::string person(Desk& desk, int number) {
        const auto name = "desk" + std::to_string(number);
        const std::string password = "a long password " + name;
        const auto account = must(
            admin_, "POST", "/api/v1/accounts",
            {{"name", name}, {"display_name", name}, {"role", "operator"}, {"password", password}});
        desk.tokens.push_back(sign_in(port_, name, password));
        const auto me = Line(port_, desk.tokens.back()).get("/api/v1/me");
        return put("/api/v1/duty/people/", {{"name", name},
                                            {"unit", desk.unit},
                                            {"account", me.body.at("id").as_string()},
                                            {"active", true},
                                            {"version", 0}});
    }

    int port_;
    std::string commander_token_;
    Line commander_, admin_;
    std::uint64_t number_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    const auto options = read_options(argc, argv);
    const auto folder = fresh_folder(options.below);
    const auto program = sibling_program("chengyun-hub");
    HubProcess hub(program, folder + "/hub");
    if (!hub.start(0))
        give_up("the hub did not start");
    const int port = hub.port();
    std::vector<Desk> desks;
    {
        Preparation preparation(port, hub);
        for (int i = 0; i < desk_count; ++i)
            desks.push_back(preparation.desk(i, options.shifts / desk_count +
                                                    (i < options.shifts % desk_count) + 1));
    }

    Acknowledged acknowledged;
    std::atomic<int> done{0}, ended{0};
    std::atomic<bool> given_up{false};
    std::vector<std::thread> threads;
    for (int i = 0; i < desk_count; ++i)
        threads.emplace_back([&, i] {
            run_desk(port, desks[static_cast<std::size_t>(i)],
                     static_cast<std::uint64_t>(i + 1) << 32, acknowledged, done, given_up);
            ++ended;
        });

    // Spread over the whole run, each at a random moment of a handover.
    std::mt19937 random(options.seed);
    const auto until = std::chrono::steady_clock::now() + longest_run;
    int kills = 0;
    while (kills < options.kills && ended < desk_count) {
        if (std::chrono::steady_clock::now() > until)
            give_up("it takes too long");
        const auto due =
            static_cast<std::int64_t>(kills + 1) * options.shifts / (options.kills + 1);
        if (done < due) {
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
            continue;
        }
        std::this_thread::sleep_for(
            std::chrono::milliseconds(std::uniform_int_distribution(0, 60)(random)));
        hub.kill();
        ++kills;
        if (!hub.start(port))
            give_up("the hub did not start again");
        if (kills % 10 == 0)
            std::fprintf(stderr, "bench handover: %d kills, %d shifts\n", kills, done.load());
    }
    while (ended < desk_count) {
        if (std::chrono::steady_clock::now() > until)
            give_up("it takes too long");
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    for (auto& thread : threads)
        thread.join();

    Line commander(port, desks.front().commander);
    const auto found = audit(commander, desks, acknowledged);
    hub.stop();
    const bool chain_ok =
        run_program({program, "verify", "--data-dir", folder + "/hub"}, folder + "/verify") == 0;
    if (!chain_ok)
        std::fprintf(stderr, "bench handover: verify says no; see %s\n", folder.c_str());
    std::printf("{\"shifts\":%lld,\"kills\":%d,\"lost\":%lld,\"unsigned_closed\":%lld}\n",
                static_cast<long long>(found.closed), kills, static_cast<long long>(found.lost),
                static_cast<long long>(found.unsigned_closed));
    const bool good = chain_ok && found.lost == 0 && found.unsigned_closed == 0 &&
                      acknowledged.wrong() == 0 && kills == options.kills;
    if (good)
        std::filesystem::remove_all(folder);
    return good ? 0 : 1;
}
