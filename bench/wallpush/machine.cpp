#include "bench/wallpush/machine.h"

#include "bench/client/wire.h"

#include <boost/json.hpp>

#include <chrono>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

namespace chengyun::bench {

bool Machine::connect() {
    std::string path;
    {
        const std::lock_guard lock(mutex_);
        path = "/api/v1/stream?from=" + std::to_string(head_);
        if (!hash_.empty())
            path += "&hash=" + hash_;
    }
    fd_ = connect_to(port_, true);
    const auto request = upgrade_request(path, token_);
    if (fd_ < 0 || ::send(fd_, request.data(), request.size(), MSG_NOSIGNAL) < 0)
        return false;
    buffer_.clear();
    std::size_t end = std::string::npos;
    for (char chunk[4096]; end == std::string::npos; end = buffer_.find("\r\n\r\n")) {
        const auto got = ::recv(fd_, chunk, sizeof chunk, 0);
        if (got <= 0)
            return false;
        buffer_.append(chunk, static_cast<std::size_t>(got));
    }
    if (!buffer_.starts_with("HTTP/1.1 101"))
        return false;
    buffer_.erase(0, end + 4);
    thread_ = std::thread([this] { read(); });
    return true;
}

void Machine::cut() {
    if (fd_ >= 0)
        ::shutdown(fd_, SHUT_RDWR);
    if (thread_.joinable())
        thread_.join();
    if (fd_ >= 0)
        ::close(fd_);
    fd_ = -1;
}

void Machine::read() {
    std::vector<char> chunk(1 << 16);
    for (;;) {
        std::size_t at = 0;
        while (const auto frame = peek_frame(buffer_, at)) {
            at += frame->size;
            if (frame->opcode == 1)
                take(frame->payload, now_ns());
            if (frame->opcode == 9) {
                const auto pong = masked_frame(10, frame->payload);
                ::send(fd_, pong.data(), pong.size(), MSG_NOSIGNAL);
            }
        }
        buffer_.erase(0, at);
        const auto got = ::recv(fd_, chunk.data(), chunk.size(), 0);
        if (got <= 0)
            return;
        buffer_.append(chunk.data(), static_cast<std::size_t>(got));
    }
}

void Machine::take(std::string_view frame, std::int64_t now) {
    boost::system::error_code error;
    const auto value = boost::json::parse(frame, error);
    const auto* object = error ? nullptr : value.if_object();
    if (!object || !object->contains("entries") || !object->contains("head"))
        return;
    const std::lock_guard lock(mutex_);
    for (const auto& entry : object->at("entries").as_array()) {
        const auto* body = entry.as_object().if_contains("body");
        const auto* boards = body ? body->as_object().if_contains("wall_boards") : nullptr;
        if (!boards)
            continue;
        for (const auto& board : boards->as_array()) {
            if (board.at("wall").as_string() != wall_)
                continue;
            board_ = boost::json::serialize(board);
            version_ = board.at("version").to_number<std::int64_t>();
            at_ = now;
        }
    }
    head_ = object->at("head").to_number<std::int64_t>();
    hash_ = std::string(object->at("hash").as_string());
    changed_.notify_all();
}

std::int64_t Machine::arrived(std::int64_t version) {
    std::unique_lock lock(mutex_);
    const bool came =
        changed_.wait_for(lock, std::chrono::seconds(10), [&] { return version_ >= version; });
    return came ? at_ : 0;
}

std::string Machine::board() {
    const std::lock_guard lock(mutex_);
    return board_;
}

} // namespace chengyun::bench
