// bench dispatch: how long an order takes from POST to the last of 500 seats, and how many durable
// orders a second 64 clients get, against plain SQLite commits on the same disk in the same run.
//
// The seats live in a process of their own, on sockets of their own; only the times are shared.
#include "bench/client/hub_process.h"
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

constexpr int max_orders = 4096;

/// Written by both processes.
struct Shared {
    std::atomic<int> ready{0};
    std::atomic<bool> stop{false};
    std::atomic<bool> broken{false};
    std::atomic<std::int64_t> posted[max_orders];
    std::atomic<std::int64_t> last[max_orders];
    std::atomic<int> count[max_orders];
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

constexpr std::string_view mark = "b#";

/// One process, one thread: connects the seats, answers pings, notes when each order arrives.
[[noreturn]] void run_seats(const Options& options, int port, const std::string& token,
                            std::int64_t from, Shared& shared) {
    struct Seat {
        int fd = -1;
        std::string buffer;
        bool upgraded = false;
    };
    std::vector<Seat> seats(static_cast<std::size_t>(options.seats));
    const int poll = ::epoll_create1(0);
    const auto request = upgrade_request("/api/v1/stream?from=" + std::to_string(from), token);
    for (std::size_t i = 0; i < seats.size(); ++i) {
        seats[i].fd = connect_to(port, false);
        if (seats[i].fd < 0 ||
            ::send(seats[i].fd, request.data(), request.size(), MSG_NOSIGNAL) < 0) {
            shared.broken = true;
            ::_exit(1);
        }
        epoll_event event{EPOLLIN, {.u64 = i}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, seats[i].fd, &event);
    }
    std::vector<epoll_event> events(512);
    std::vector<char> chunk(1 << 18);
    while (!shared.stop) {
        const int n = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), 50);
        for (int e = 0; e < n; ++e) {
            auto& seat = seats[events[static_cast<std::size_t>(e)].data.u64];
            const auto got = ::recv(seat.fd, chunk.data(), chunk.size(), MSG_DONTWAIT);
            if (got <= 0) {
                if (got == 0)
                    shared.broken = true;
                continue;
            }
            const auto now = now_ns();
            seat.buffer.append(chunk.data(), static_cast<std::size_t>(got));
            if (!seat.upgraded) {
                const auto end = seat.buffer.find("\r\n\r\n");
                if (end == std::string::npos)
                    continue;
                if (!seat.buffer.starts_with("HTTP/1.1 101"))
                    shared.broken = true;
                seat.buffer.erase(0, end + 4);
                seat.upgraded = true;
                ++shared.ready;
            }
            std::size_t at = 0;
            while (const auto frame = peek_frame(seat.buffer, at)) {
                at += frame->size;
                if (frame->opcode == 9) {
                    const auto pong = masked_frame(10, frame->payload);
                    ::send(seat.fd, pong.data(), pong.size(), MSG_NOSIGNAL);
                    continue;
                }
                for (auto found = frame->payload.find(mark); found != std::string_view::npos;
                     found = frame->payload.find(mark, found + 1)) {
                    const int order = std::atoi(frame->payload.data() + found + mark.size());
                    if (order < 0 || order >= max_orders)
                        continue;
                    if (++shared.count[order] == options.seats)
                        shared.last[order] = now;
                }
            }
            seat.buffer.erase(0, at);
        }
    }
    ::_exit(0);
}

/// What every order has in common; three teams receive it, as in an ordinary day.
class OrderMaker {
public:
    OrderMaker(std::vector<std::string> units, std::string token)
        : units_(std::move(units)), token_(std::move(token)), run_(new_run()) {}

    [[nodiscard]] std::string request(std::uint64_t number, const std::string& title) const {
        std::string body = "{\"id\":\"" + uuid_of(run_, number) + "\",\"title\":\"" + title +
                           "\",\"text\":\"居民反映路口积水约二十厘米，请到场排水并疏导交通，"
                           "完成后上传照片。\",\"kind\":\"flood\",\"level\":\"III\",\"place\":{"
                           "\"lon\":114.31,\"lat\":30.52},\"limits\":{\"acknowledge\":10,"
                           "\"report\":60,\"complete\":240},\"recipients\":[";
        for (std::size_t i = 0; i < 3; ++i)
            body += std::string(i ? "," : "") + "{\"unit\":\"" +
                    units_[(number + i) % units_.size()] + "\",\"role\":\"" +
                    (i ? "assisting" : "lead") + "\"}";
        body += "]}";
        return post_request("/api/v1/orders", token_, uuid_of(run_ + 1, number), body);
    }

private:
    std::vector<std::string> units_;
    std::string token_;
    std::uint64_t run_;
};

struct Client {
    int fd = -1;
    std::string received;
    bool busy = false;
};

/// Waits for answers; calls `answered(client index, status)` for each.
template <class Answered>
void pump(int poll, std::vector<Client>& clients, int wait_ms, Answered answered) {
    epoll_event events[128];
    char chunk[65536];
    const int n = ::epoll_wait(poll, events, 128, wait_ms);
    for (int e = 0; e < n; ++e) {
        const auto index = static_cast<std::size_t>(events[e].data.u64);
        auto& client = clients[index];
        const auto got = ::recv(client.fd, chunk, sizeof chunk, MSG_DONTWAIT);
        if (got <= 0) {
            std::fprintf(stderr, "bench dispatch: the hub closed a connection\n");
            std::exit(1);
        }
        client.received.append(chunk, static_cast<std::size_t>(got));
        while (auto reply = take_reply(client.received)) {
            client.busy = false;
            if (reply->status != 200) {
                std::fprintf(stderr, "bench dispatch: %d %s\n", reply->status, reply->body.c_str());
                std::exit(1);
            }
            answered(index);
        }
    }
}

std::vector<Client> connect_clients(int poll, int port, int count) {
    std::vector<Client> clients(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < clients.size(); ++i) {
        clients[i].fd = connect_to(port, false);
        epoll_event event{EPOLLIN, {.u64 = i}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, clients[i].fd, &event);
    }
    return clients;
}

/// Orders at a steady rate, whatever the answers do; false when an order did not reach all seats.
bool steady(const Options& options, int port, const OrderMaker& maker, Shared& shared,
            std::vector<double>& out_ms) {
    const int poll = ::epoll_create1(0);
    auto clients = connect_clients(poll, port, 32);
    const int total = std::min(options.rate * options.seconds, max_orders);
    const auto began = now_ns();
    for (int sent = 0; sent < total;) {
        const auto due = began + static_cast<std::int64_t>(sent) * 1'000'000'000 / options.rate;
        const auto now = now_ns();
        if (now >= due) {
            const auto idle = std::find_if(clients.begin(), clients.end(),
                                           [](const Client& c) { return !c.busy; });
            if (idle != clients.end()) {
                char title[32];
                std::snprintf(title, sizeof title, "b#%06d", sent);
                const auto request = maker.request(static_cast<std::uint64_t>(sent), title);
                // From when it was due: waiting for a free connection counts too.
                shared.posted[sent] = due;
                idle->busy = true;
                ::send(idle->fd, request.data(), request.size(), MSG_NOSIGNAL);
                ++sent;
                continue;
            }
        }
        pump(poll, clients, now >= due ? 1 : static_cast<int>((due - now) / 1'000'000),
             [](std::size_t) {});
    }
    const auto patience = now_ns() + 5'000'000'000;
    const auto all_there = [&] {
        for (int i = 0; i < total; ++i)
            if (shared.last[i] == 0)
                return false;
        return true;
    };
    while (!all_there() && now_ns() < patience)
        pump(poll, clients, 10, [](std::size_t) {});
    for (int i = 0; i < total; ++i) {
        if (shared.last[i] == 0)
            return false;
        out_ms.push_back(static_cast<double>(shared.last[i] - shared.posted[i]) / 1e6);
    }
    for (auto& client : clients)
        ::close(client.fd);
    ::close(poll);
    return true;
}

/// As many as `clients` keep-alive clients get, each sending the next when the last is answered.
double flat_out(const Options& options, int port, const OrderMaker& maker) {
    const int poll = ::epoll_create1(0);
    auto clients = connect_clients(poll, port, options.clients);
    static std::uint64_t number = 1'000'000; // each order of a run is another
    std::int64_t done = 0;
    const auto send = [&](std::size_t index) {
        const auto request = maker.request(++number, "积水处置");
        clients[index].busy = true;
        ::send(clients[index].fd, request.data(), request.size(), MSG_NOSIGNAL);
    };
    for (std::size_t i = 0; i < clients.size(); ++i)
        send(i);
    const auto warm = now_ns() + 1'000'000'000;
    while (now_ns() < warm)
        pump(poll, clients, 100, send);
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
    return static_cast<double>(done) / took;
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

/// Ids of units the operator may order.
std::vector<std::string> units_of(int port, const std::string& token) {
    const int fd = connect_to(port, true);
    const auto reply = round_trip(fd, get_request("/api/v1/units?limit=200", token));
    ::close(fd);
    std::vector<std::string> out;
    // Teams that are out of service cannot be ordered.
    const std::string_view id = "{\"id\":\"";
    for (auto at = reply.body.find(id); at != std::string::npos;) {
        const auto next = reply.body.find(id, at + 1);
        const auto unit = std::string_view(reply.body).substr(at, next - at);
        if (unit.find("\"state\":\"unavailable\"") == std::string_view::npos)
            out.emplace_back(unit.substr(id.size(), 36));
        at = next;
    }
    return out;
}

std::int64_t head_of(int port, const std::string& token) {
    const int fd = connect_to(port, true);
    const auto reply = round_trip(fd, get_request("/api/v1/snapshot", token));
    ::close(fd);
    const auto at = reply.body.find("\"seq\":");
    return at == std::string::npos ? 0 : std::atoll(reply.body.c_str() + at + 6);
}

double percentile(std::vector<double> values, double p) {
    std::sort(values.begin(), values.end());
    const auto index =
        static_cast<std::size_t>(std::lround(p * static_cast<double>(values.size() - 1)));
    return values[index];
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
        run_seats(options, hub.port(), token, head, shared);
    }
    while (shared.ready < options.seats && !shared.broken)
        ::usleep(20000);
    std::fprintf(stderr, "bench dispatch: %d seats\n", shared.ready.load());

    std::vector<double> ms;
    const auto cpu = hub.cpu_seconds();
    const bool complete = !shared.broken && steady(options, hub.port(), maker, shared, ms);
    const auto cpu_share = (hub.cpu_seconds() - cpu) / options.seconds;
    shared.stop = true;
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
    std::vector<double> ours;
    std::vector<double> raws;
    for (int round = 0; round < options.rounds; ++round) {
        const auto load_cpu = hub.cpu_seconds();
        ours.push_back(flat_out(options, hub.port(), maker));
        const auto cores = (hub.cpu_seconds() - load_cpu) / (options.load_seconds + 1);
        let_settle(hub);
        raws.push_back(reference.run(options.load_seconds));
        std::fprintf(stderr, "bench dispatch: %.0f orders/s, hub %.2f cores, raw %.0f/s\n",
                     ours.back(), cores, raws.back());
        if (ours.back() <= 0 || raws.back() <= 0) {
            std::fprintf(stderr, "bench dispatch: nothing was stored\n");
            return 1;
        }
    }
    const auto orders = percentile(ours, 0.5);
    const auto raw = percentile(raws, 0.5);
    hub.stop();
    std::filesystem::remove_all(folder);
    std::printf("{\"seats\":%d,\"orders_per_s\":%d,\"p50_ms\":%.1f,\"p99_ms\":%.1f,"
                "\"max_orders_per_s\":%.0f,\"raw_commits_per_s\":%.0f,\"ratio\":%.2f}\n",
                options.seats, options.rate, percentile(ms, 0.5), percentile(ms, 0.99), orders, raw,
                orders / raw);
    return 0;
}
