#include "bench/client/orders.h"

#include "bench/client/wire.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace chengyun::bench {
namespace {
/// Before an order's number in its title.
constexpr std::string_view mark = "b#";
} // namespace

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

OrderMaker::OrderMaker(std::vector<std::string> units, std::string token)
    : units_(std::move(units)), token_(std::move(token)), run_(new_run()) {}

std::string OrderMaker::request(std::uint64_t number, const std::string& title) const {
    std::string body = "{\"id\":\"" + uuid_of(run_, number) + "\",\"title\":\"" + title +
                       "\",\"text\":\"居民反映路口积水约二十厘米，请到场排水并疏导交通，"
                       "完成后上传照片。\",\"kind\":\"flood\",\"level\":\"III\",\"place\":{"
                       "\"lon\":114.31,\"lat\":30.52},\"limits\":{\"acknowledge\":10,"
                       "\"report\":60,\"complete\":240},\"recipients\":[";
    for (std::size_t i = 0; i < 3; ++i)
        body += std::string(i ? "," : "") + "{\"unit\":\"" + units_[(number + i) % units_.size()] +
                "\",\"role\":\"" + (i ? "assisting" : "lead") + "\"}";
    body += "]}";
    return post_request("/api/v1/orders", token_, uuid_of(run_ + 1, number), body);
}

void OrderTimes::note(std::string_view frame, int seats, std::int64_t now) {
    for (auto found = frame.find(mark); found != std::string_view::npos;
         found = frame.find(mark, found + 1)) {
        const int order = std::atoi(frame.data() + found + mark.size());
        if (order < 0 || order >= most)
            continue;
        if (++count[order] == seats)
            last[order] = now;
    }
}

void pump(int poll, std::vector<Client>& clients, int wait_ms,
          const std::function<void(std::size_t)>& answered) {
    epoll_event events[128];
    char chunk[65536];
    const int n = ::epoll_wait(poll, events, 128, wait_ms);
    for (int e = 0; e < n; ++e) {
        const auto index = static_cast<std::size_t>(events[e].data.u64);
        auto& client = clients[index];
        const auto got = ::recv(client.fd, chunk, sizeof chunk, MSG_DONTWAIT);
        if (got <= 0) {
            std::fprintf(stderr, "bench: the hub closed a connection\n");
            std::exit(1);
        }
        client.received.append(chunk, static_cast<std::size_t>(got));
        while (auto reply = take_reply(client.received)) {
            client.busy = false;
            if (reply->status != 200) {
                std::fprintf(stderr, "bench: %d %s\n", reply->status, reply->body.c_str());
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

bool steady_orders(const SteadyOrders& load, int port, const OrderMaker& maker, OrderTimes& times,
                   std::vector<double>& out_ms) {
    const int poll = ::epoll_create1(0);
    auto clients = connect_clients(poll, port, 32);
    const int end = std::min(load.first + load.rate * load.seconds, OrderTimes::most);
    const auto began = now_ns();
    for (int sent = load.first; sent < end;) {
        const auto due =
            began + static_cast<std::int64_t>(sent - load.first) * 1'000'000'000 / load.rate;
        const auto now = now_ns();
        if (now >= due) {
            const auto idle = std::find_if(clients.begin(), clients.end(),
                                           [](const Client& c) { return !c.busy; });
            if (idle != clients.end()) {
                char title[32];
                std::snprintf(title, sizeof title, "%s%06d", mark.data(), sent);
                const auto request = maker.request(static_cast<std::uint64_t>(sent), title);
                // From when it was due: waiting for a free connection counts too.
                times.posted[sent] = due;
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
        for (int i = load.first; i < end; ++i)
            if (times.last[i] == 0)
                return false;
        return true;
    };
    while (!all_there() && now_ns() < patience)
        pump(poll, clients, 10, [](std::size_t) {});
    const bool complete = all_there();
    for (int i = load.first; complete && i < end; ++i)
        out_ms.push_back(static_cast<double>(times.last[i] - times.posted[i]) / 1e6);
    for (auto& client : clients)
        ::close(client.fd);
    ::close(poll);
    return complete;
}

double percentile(std::vector<double> values, double p) {
    std::sort(values.begin(), values.end());
    const auto index =
        static_cast<std::size_t>(std::lround(p * static_cast<double>(values.size() - 1)));
    return values[index];
}

} // namespace chengyun::bench
