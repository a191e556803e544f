#include "bench/client/seats.h"

#include "bench/client/wire.h"

#include <vector>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace chengyun::bench {

void run_seats(int count, int port, const std::string& token, std::int64_t from, SeatsState& state,
               const SeatHooks& hooks) {
    struct Seat {
        int fd = -1;
        std::string buffer;
        bool upgraded = false;
    };
    std::vector<Seat> seats(static_cast<std::size_t>(count));
    const int poll = ::epoll_create1(0);
    const auto request = upgrade_request("/api/v1/stream?from=" + std::to_string(from), token);
    for (std::size_t i = 0; i < seats.size(); ++i) {
        seats[i].fd = connect_to(port, false);
        if (seats[i].fd < 0 ||
            ::send(seats[i].fd, request.data(), request.size(), MSG_NOSIGNAL) < 0) {
            state.broken = true;
            ::_exit(1);
        }
        epoll_event event{EPOLLIN, {.u64 = i}};
        ::epoll_ctl(poll, EPOLL_CTL_ADD, seats[i].fd, &event);
    }
    const auto send = [&](const Seat& seat, int opcode, std::string_view payload) {
        const auto frame = masked_frame(opcode, payload);
        ::send(seat.fd, frame.data(), frame.size(), MSG_NOSIGNAL);
    };
    const SaySeat say = [&](std::size_t seat, std::string_view text) {
        if (seats[seat].upgraded)
            send(seats[seat], 1, text);
    };
    std::vector<epoll_event> events(512);
    std::vector<char> chunk(1 << 18);
    constexpr std::int64_t between_turns = 50'000'000;
    auto next_turn = now_ns();
    while (!state.stop) {
        if (hooks.turn && now_ns() >= next_turn) {
            next_turn += between_turns;
            hooks.turn(now_ns(), say);
        }
        const int wait = hooks.turn ? 10 : 50;
        const int n = ::epoll_wait(poll, events.data(), static_cast<int>(events.size()), wait);
        for (int e = 0; e < n; ++e) {
            const auto index =
                static_cast<std::size_t>(events[static_cast<std::size_t>(e)].data.u64);
            auto& seat = seats[index];
            const auto got = ::recv(seat.fd, chunk.data(), chunk.size(), MSG_DONTWAIT);
            if (got <= 0) {
                if (got == 0)
                    state.broken = true;
                continue;
            }
            const auto now = now_ns();
            seat.buffer.append(chunk.data(), static_cast<std::size_t>(got));
            if (!seat.upgraded) {
                const auto end = seat.buffer.find("\r\n\r\n");
                if (end == std::string::npos)
                    continue;
                if (!seat.buffer.starts_with("HTTP/1.1 101"))
                    state.broken = true;
                seat.buffer.erase(0, end + 4);
                seat.upgraded = true;
                ++state.ready;
            }
            std::size_t at = 0;
            while (const auto frame = peek_frame(seat.buffer, at)) {
                at += frame->size;
                if (frame->opcode == 9)
                    send(seat, 10, frame->payload);
                else if (frame->opcode == 1)
                    hooks.heard(index, frame->payload, now);
            }
            seat.buffer.erase(0, at);
        }
    }
    ::_exit(0);
}

} // namespace chengyun::bench
