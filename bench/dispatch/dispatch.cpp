// bench dispatch: how long an order takes from POST to the last of 500 seats, and how many durable
// orders a second 64 clients get, against plain SQLite on the same disk in the same run: with a
// commit for each row, as 64 clients one after another would have it, and with as many rows in a
// commit as the hub had orders.
//
// The seats live in a process of their own, on sockets of their own; only the times are shared.
#include "bench/client/hub_process.h"
#include "bench/client/orders.h"
#include "bench/client/seats.h"
#include "bench/client/wire.h"
#include "bench/dispatch/raw_commits.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <new>
#include <string>
#include <vector>

#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace chengyun::bench;

/// Written by both processes.
struct Shared {
    SeatsState seats;
    OrderTimes orders;
};

struct Options {
    int seats = 500;
    int rate = 100;
    int seconds = 10;
    int clients = 64;
    int load_seconds = 2; ///< a round
    int rounds = 3;
    std::string below;
    std::vector<std::string> hub_flags;
};

/// How often the hub has committed, by its own count; -1 when it does not say.
std::int64_t commits_of(int port) {
    const int socket = connect_to(port, true);
    const auto figures = round_trip(socket, get_request("/metrics", {})).body;
    ::close(socket);
    constexpr std::string_view name = "\nchengyun_commits_total ";
    const auto at = figures.find(name);
    return at == std::string::npos ? -1 : std::atoll(figures.c_str() + at + name.size());
}

struct FlatOut {
    double orders_per_s = 0;
    double batch = 0; ///< orders in one of the hub's commits, in the mean
};

/// As many as `clients` keep-alive clients get, each sending the next when the last is answered.
FlatOut flat_out(const Options& options, int port, const OrderMaker& maker) {
    const int poll = ::epoll_create1(0);
    auto clients = connect_clients(poll, port, options.clients);
    static std::uint64_t number = 1'000'000; // each order of a run is another
    std::int64_t done = 0, warming = 0;
    const auto commits = commits_of(port);
    const auto send = [&](std::size_t index) {
        const auto request = maker.request(++number, "积水处置");
        clients[index].busy = true;
        ::send(clients[index].fd, request.data(), request.size(), MSG_NOSIGNAL);
    };
    for (std::size_t i = 0; i < clients.size(); ++i)
        send(i);
    const auto warm = now_ns() + 1'000'000'000;
    while (now_ns() < warm)
        pump(poll, clients, 100, [&](std::size_t index) {
            ++warming;
            send(index);
        });
    const auto began = now_ns();
    const auto end = began + static_cast<std::int64_t>(options.load_seconds) * 1'000'000'000;
    while (now_ns() < end)
        pump(poll, clients, 100, [&](std::size_t index) {
            ++done;
            send(index);
        });
    const auto took = static_cast<double>(now_ns() - began) / 1e9;
    for (auto& client : clients)
        ::close(client.fd);
    ::close(poll);
    const auto made = commits_of(port) - commits;
    return {static_cast<double>(done) / took,
            commits < 0 || made < 1
                ? 0
                : static_cast<double>(done + warming) / static_cast<double>(made)};
}

/// Until the hub has nothing left to do: what it still copies would slow the reference.
void let_settle(const HubProcess& hub) {
    for (int tries = 0; tries < 50; ++tries) {
        const auto before = hub.cpu_seconds();
        ::usleep(200'000);
        if (hub.cpu_seconds() - before < 0.02)
            return;
    }
}

Options read_options(int argc, char** argv) {
    Options out;
    for (int i = 1; i < argc; ++i) {
        const std::string flag = argv[i];
        const auto number = [&] { return i + 1 < argc ? std::atoi(argv[++i]) : 0; };
        if (flag == "--seats")
            out.seats = number();
        else if (flag == "--rate")
            out.rate = number();
        else if (flag == "--seconds")
            out.seconds = number();
        else if (flag == "--clients")
            out.clients = number();
        else if (flag == "--load-seconds")
            out.load_seconds = number();
        else if (flag == "--rounds")
            out.rounds = std::max(1, number());
        else if (flag == "--below" && i + 1 < argc)
            out.below = argv[++i];
        else if (flag == "--hub-flag" && i + 1 < argc)
            out.hub_flags.emplace_back(argv[++i]);
        else {
            std::fprintf(stderr,
                         "bench_dispatch [--seats N] [--rate N] [--seconds N] [--clients N] "
                         "[--load-seconds N] [--rounds N] [--below FOLDER] [--hub-flag=FLAG]…\n");
            std::exit(2);
        }
    }
    return out;
}

} // namespace

int main(int argc, char** argv) {
    const auto options = read_options(argc, argv);
    const auto folder = fresh_folder(options.below);
    HubProcess hub(sibling_program("chengyun-hub"), folder + "/hub");
    if (!hub.start(0, options.hub_flags)) {
        std::fprintf(stderr, "bench dispatch: the hub did not start; see %s/hub.log\n",
                     folder.c_str());
        return 1;
    }
    const auto token = hub.console_token();
    const auto units = units_of(hub.port(), token);
    if (units.size() < 3) {
        std::fprintf(stderr, "bench dispatch: the demonstration has no units\n");
        return 1;
    }
    const OrderMaker maker(units, token);
    auto* memory =
        ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    auto& shared = *new (memory) Shared;
    const auto head = head_of(hub.port(), token);
    const pid_t seats = ::fork();
    if (seats == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        run_seats(options.seats, hub.port(), token, head, shared.seats,
                  {[&](std::size_t, std::string_view frame, std::int64_t now) {
                       shared.orders.note(frame, options.seats, now);
                   },
                   {}});
    }
    while (shared.seats.ready < options.seats && !shared.seats.broken)
        ::usleep(20000);
    std::fprintf(stderr, "bench dispatch: %d seats\n", shared.seats.ready.load());

    std::vector<double> ms;
    const auto cpu = hub.cpu_seconds();
    const bool complete =
        !shared.seats.broken &&
        steady_orders({options.rate, options.seconds, 0}, hub.port(), maker, shared.orders, ms);
    const auto cpu_share = (hub.cpu_seconds() - cpu) / options.seconds;
    shared.seats.stop = true;
    int status = 0;
    ::waitpid(seats, &status, 0);
    if (!complete) {
        std::fprintf(stderr, "bench dispatch: an order did not reach every seat\n");
        return 1;
    }
    std::fprintf(stderr,
                 "bench dispatch: to the last seat p50 %.1f p99 %.1f max %.1f ms, hub %.2f cores\n",
                 percentile(ms, 0.5), percentile(ms, 0.99), percentile(ms, 1.0), cpu_share);
    // In turns, and the middle one of each: a machine that is busy for a while is so for both.
    RawCommits reference(folder + "/raw.sqlite");
    std::vector<double> ours, batches, raws, batched;
    for (int round = 0; round < options.rounds; ++round) {
        const auto load_cpu = hub.cpu_seconds();
        const auto load = flat_out(options, hub.port(), maker);
        ours.push_back(load.orders_per_s);
        batches.push_back(load.batch);
        const auto cores = (hub.cpu_seconds() - load_cpu) / (options.load_seconds + 1);
        let_settle(hub);
        raws.push_back(reference.run(options.load_seconds));
        const auto rows = std::max(1, static_cast<int>(std::lround(load.batch)));
        batched.push_back(reference.run(options.load_seconds, rows));
        std::fprintf(stderr,
                     "bench dispatch: %.0f orders/s, %.1f a commit, hub %.2f cores; raw %.0f/s, "
                     "%d a commit %.0f/s\n",
                     ours.back(), load.batch, cores, raws.back(), rows, batched.back());
        if (ours.back() <= 0 || load.batch <= 0 || raws.back() <= 0 || batched.back() <= 0) {
            std::fprintf(stderr, "bench dispatch: nothing was stored\n");
            return 1;
        }
    }
    const auto orders = percentile(ours, 0.5);
    const auto raw = percentile(raws, 0.5);
    const auto batch = percentile(batches, 0.5);
    const auto batched_rows = percentile(batched, 0.5);
    hub.stop();
    std::filesystem::remove_all(folder);
    std::printf("{\"seats\":%d,\"orders_per_s\":%d,\"p50_ms\":%.1f,\"p99_ms\":%.1f,"
                "\"max_orders_per_s\":%.0f,\"raw_commits_per_s\":%.0f,\"ratio\":%.2f,"
                "\"batch\":%.1f,\"batched_rows_per_s\":%.0f,\"batched_ratio\":%.2f}\n",
                options.seats, options.rate, percentile(ms, 0.5), percentile(ms, 0.99), orders, raw,
                orders / raw, batch, batched_rows, orders / batched_rows);
    return 0;
}
