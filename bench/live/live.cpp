// bench live: how long a value that changes takes to every seat that sees it, what that does to
// orders beside it, and that the journal knows nothing of it. 10,000 vehicles say each second where
// they are; 500 seats see 300 of them each, and every view moves each 5 s.
//
// Vehicles and seats are processes of their own; the hub is a real one, fed over HTTP.
#include "bench/client/hub_process.h"
#include "bench/client/orders.h"
#include "bench/client/wire.h"
#include "bench/live/fleet.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <string>
#include <vector>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace chengyun::bench;

/// Written by all processes.
struct Shared {
    SeatsState seats;
    OrderTimes orders;
    FleetState fleet;
};

/// Entries after `from` that the hub's own timers have made: a handover sheet of the demonstration
/// follows the orders. They would be there without any live value.
std::int64_t made_by_timers(int port, const std::string& token, std::int64_t from) {
    constexpr std::string_view mark = "\"actor\":\"timer\"", next = "\"next\":";
    std::int64_t count = 0;
    const int fd = connect_to(port, true);
    for (;;) {
        const auto reply = round_trip(
            fd, get_request("/api/v1/journal?limit=1000&from=" + std::to_string(from), token));
        if (reply.status != 200)
            break;
        for (auto at = reply.body.find(mark); at != reply.body.npos;
             at = reply.body.find(mark, at + 1))
            ++count;
        const auto at = reply.body.rfind(next);
        if (at == reply.body.npos)
            break;
        from = std::atoll(reply.body.c_str() + at + next.size());
    }
    ::close(fd);
    return count;
}

struct Options {
    FleetSize fleet;
    int rate = 100; ///< orders a second
    int seconds = 30;
    std::string below;
};

Options read_options(int argc, char** argv) {
    Options out;
    for (int i = 1; i < argc; ++i) {
        const std::string flag = argv[i];
        const auto number = [&] { return i + 1 < argc ? std::atoi(argv[++i]) : 0; };
        if (flag == "--seats")
            out.fleet.seats = number();
        else if (flag == "--in-view")
            out.fleet.in_view = number();
        else if (flag == "--rate")
            out.rate = number();
        else if (flag == "--seconds")
            out.seconds = std::clamp(number(), 4, 120);
        else if (flag == "--below" && i + 1 < argc)
            out.below = argv[++i];
        else {
            std::fprintf(stderr, "bench_live [--seats N] [--in-view N] [--rate N] [--seconds N] "
                                 "[--below FOLDER]\n");
            std::exit(2);
        }
    }
    return out;
}

std::string sign_in(int port, const HubProcess& hub, const std::string& account) {
    const int fd = connect_to(port, true);
    const auto reply = round_trip(fd, post_request("/api/v1/sessions", {}, {},
                                                   "{\"name\":\"" + account + "\",\"password\":\"" +
                                                       hub.password_of(account) + "\"}"));
    ::close(fd);
    const std::string_view before = "\"token\":\"";
    const auto at = reply.body.find(before);
    if (at == std::string::npos)
        return {};
    return reply.body.substr(at + before.size(),
                             reply.body.find('"', at + before.size()) - at - before.size());
}

[[noreturn]] void give_up(const char* why) {
    std::fprintf(stderr, "bench live: %s\n", why);
    std::exit(1);
}

template <class Work>
pid_t in_a_process(Work work) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        work();
        ::_exit(0);
    }
    return child;
}

} // namespace

int main(int argc, char** argv) {
    const auto options = read_options(argc, argv);
    const auto folder = fresh_folder(options.below);
    HubProcess hub(sibling_program("chengyun-hub"), folder + "/hub");
    if (!hub.start(0))
        give_up("the hub did not start");
    const auto token = hub.console_token();
    const auto driver = sign_in(hub.port(), hub, "commander");
    const auto units = units_of(hub.port(), token);
    if (units.size() < 3 || driver.empty())
        give_up("the demonstration has no units or no commander");
    const OrderMaker maker(units, token);
    auto* memory =
        ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    auto& shared = *new (memory) Shared;
    const auto head = head_of(hub.port(), token);
    const auto seats = in_a_process([&] {
        Views views(options.fleet, shared.fleet);
        run_seats(options.fleet.seats, hub.port(), token, head, shared.seats,
                  {[&](std::size_t seat, std::string_view frame, std::int64_t now) {
                       shared.orders.note(frame, options.fleet.seats, now);
                       views.heard(seat, frame, now);
                   },
                   [&](std::int64_t now, const SaySeat& say) { views.turn(now, say); }});
    });
    while (shared.seats.ready < options.fleet.seats && !shared.seats.broken)
        ::usleep(20'000);

    int orders = 0;
    std::vector<double> alone, beside;
    const auto issue = [&](int seconds, std::vector<double>& ms) {
        const auto cpu = hub.cpu_seconds();
        if (shared.seats.broken ||
            !steady_orders({options.rate, seconds, orders}, hub.port(), maker, shared.orders, ms))
            give_up("an order did not reach every seat");
        orders += options.rate * seconds;
        std::fprintf(stderr, "bench live: orders p50 %.1f p99 %.1f max %.1f ms, hub %.2f cores\n",
                     percentile(ms, 0.5), percentile(ms, 0.99), percentile(ms, 1.0),
                     (hub.cpu_seconds() - cpu) / seconds);
    };
    // Without live values before and after, so that a machine that changes its pace meanwhile
    // favours neither.
    const int alone_seconds = options.seconds / 2;
    issue(alone_seconds, alone);

    const auto fleet =
        in_a_process([&] { drive(options.fleet, hub.port(), driver, shared.fleet); });
    shared.fleet.is_watched = true;
    ::usleep(3'000'000);
    for (auto& count : shared.fleet.took)
        count = 0; // of the first views
    const auto said = shared.fleet.said.load(), told = shared.fleet.told.load();
    const auto began = now_ns();
    issue(options.seconds, beside);
    const auto took = static_cast<double>(now_ns() - began) / 1e9;
    const auto said_a_second = static_cast<double>(shared.fleet.said - said) / took;
    const auto told_a_second = static_cast<double>(shared.fleet.told - told) / took;
    shared.fleet.stop = true;
    int status = 0;
    ::waitpid(fleet, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        give_up("the vehicles did not get to the end");
    ::usleep(3'000'000);
    shared.fleet.is_still = true;
    while (!shared.fleet.compared && !shared.seats.broken)
        ::usleep(20'000);

    issue(alone_seconds, alone);
    const auto by_timers = made_by_timers(hub.port(), driver, head);
    const auto growth = head_of(hub.port(), token) - head - orders - by_timers;
    shared.seats.stop = true;
    ::waitpid(seats, &status, 0);
    const auto peak = hub.peak_mb();
    hub.stop();
    std::filesystem::remove_all(folder);
    std::fprintf(
        stderr,
        "bench live: %.0f values/s to seats, %.0f in a view, p50 %d ms, hub at most %.0f MB, "
        "%lld entries by timers\n",
        told_a_second, static_cast<double>(shared.fleet.view_sum) / options.fleet.seats,
        shared.fleet.took_at(0.5), peak, static_cast<long long>(by_timers));
    std::printf("{\"seats\":%d,\"topics_per_s\":%.0f,\"batch_p99_ms\":%d,\"batch_max_ms\":%d,"
                "\"wrong\":%lld,\"order_p99_ms\":%.1f,\"order_p99_alone_ms\":%.1f,"
                "\"journal_growth\":%lld}\n",
                options.fleet.seats, said_a_second, shared.fleet.took_at(0.99),
                shared.fleet.took_at(1), static_cast<long long>(shared.fleet.wrong),
                percentile(beside, 0.99), percentile(alone, 0.99), static_cast<long long>(growth));
    return shared.fleet.wrong == 0 ? 0 : 1;
}
