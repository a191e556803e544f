// bench crash: the hub is killed with SIGKILL at random moments while clients issue orders and
// seats listen. Clients that get no answer send the same again under the same key; seats reconnect
// from where they were. In the end: every acknowledged order is in the journal, once, under the
// number that was acknowledged; every seat has had every entry it may see, once, in order; the
// chain holds.
#include "bench/client/hub_process.h"
#include "bench/client/wire.h"

#include <boost/json.hpp>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <sys/socket.h>
#include <unistd.h>

namespace {

using namespace chengyun::bench;
namespace json = boost::json;

struct Options {
    int kills = 100;
    int clients = 8;
    int seats = 6;
    unsigned seed = 0;
    std::string below;
};

/// What the hub has acknowledged: order id → journal number.
class Acknowledged {
public:
    /// False when it was acknowledged before under another number.
    bool note(const std::string& order, std::int64_t seq) {
        const std::lock_guard lock(mutex_);
        return orders_.try_emplace(order, seq).first->second == seq;
    }
    [[nodiscard]] const std::map<std::string, std::int64_t>& orders() const { return orders_; }
    [[nodiscard]] std::size_t size() {
        const std::lock_guard lock(mutex_);
        return orders_.size();
    }

private:
    std::mutex mutex_;
    std::map<std::string, std::int64_t> orders_;
};

struct World {
    int port = 0;
    std::string token;
    std::vector<std::string> units;
    std::atomic<bool> loading{true};   ///< clients begin new orders
    std::atomic<bool> listening{true}; ///< seats go on
    std::atomic<std::int64_t> head{0}; ///< where seats may stop, once known
    std::atomic<std::int64_t> contradictions{0};
    std::atomic<std::int64_t> refused{0};
    Acknowledged acknowledged;
};

void pause_ms(int ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

/// Issues one order after the other; each is sent until it is answered, also across kills.
void run_client(World& world, std::uint64_t run) {
    int fd = -1;
    for (std::uint64_t number = 1; world.loading; ++number) {
        const auto order = uuid_of(run, number);
        const auto body = "{\"id\":\"" + order +
                          "\",\"title\":\"积水处置\",\"text\":\"\",\"kind\":\"flood\",\"level\":"
                          "\"IV\",\"limits\":{\"acknowledge\":10,\"report\":60,\"complete\":240},"
                          "\"recipients\":[{\"unit\":\"" +
                          world.units[number % world.units.size()] + "\",\"role\":\"lead\"}]}";
        const auto request =
            post_request("/api/v1/orders", world.token, uuid_of(run + 1, number), body);
        while (true) {
            if (fd < 0)
                fd = connect_to(world.port, true);
            if (fd < 0) {
                pause_ms(10);
                continue;
            }
            const auto reply = round_trip(fd, request);
            if (reply.status == 200) {
                boost::system::error_code error;
                const auto done = json::parse(reply.body, error);
                const auto* object = done.if_object();
                const auto* seq = object ? object->if_contains("seq") : nullptr;
                if (!seq || !world.acknowledged.note(order, seq->to_number<std::int64_t>()))
                    ++world.contradictions;
                break;
            }
            if (reply.status == 0 || reply.status == 503) {
                ::close(fd);
                fd = -1;
                continue;
            }
            std::fprintf(stderr, "bench crash: %d %s\n", reply.status, reply.body.c_str());
            ++world.refused;
            break;
        }
    }
    if (fd >= 0)
        ::close(fd);
}

/// What a seat has had, and whether the feed ever contradicted itself.
struct SeatLog {
    std::vector<std::int64_t> seqs;
    std::int64_t position = 0;
    std::string hash; ///< of the entry there, once told: no kill may make another journal of it
    std::int64_t gaps = 0;
    std::int64_t reconnects = 0;
};

/// Takes in one text frame; false when the seat must connect again.
bool take_frame(SeatLog& log, std::string_view text) {
    boost::system::error_code error;
    const auto value = json::parse(text, error);
    const auto& frame = value.as_object();
    if (frame.at("t") != "entries")
        return false;
    if (frame.at("after").to_number<std::int64_t>() != log.position) {
        ++log.gaps;
        return false;
    }
    for (const auto& entry : frame.at("entries").as_array())
        log.seqs.push_back(entry.at("seq").to_number<std::int64_t>());
    log.position = frame.at("head").to_number<std::int64_t>();
    log.hash = frame.at("hash").as_string();
    return true;
}

/// One connection, until it breaks or the end is reached.
void listen_once(World& world, SeatLog& log) {
    const int fd = connect_to(world.port, true);
    if (fd < 0)
        return pause_ms(10);
    const timeval patience{0, 200'000};
    ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    auto path = "/api/v1/stream?from=" + std::to_string(log.position);
    if (!log.hash.empty())
        path += "&hash=" + log.hash;
    const auto request = upgrade_request(path, world.token);
    ::send(fd, request.data(), request.size(), MSG_NOSIGNAL);
    std::string buffer;
    bool upgraded = false;
    char chunk[65536];
    while (world.listening || log.position < world.head) {
        const auto got = ::recv(fd, chunk, sizeof chunk, 0);
        if (got == 0 || (got < 0 && errno != EAGAIN && errno != EWOULDBLOCK))
            break;
        if (got > 0)
            buffer.append(chunk, static_cast<std::size_t>(got));
        if (!upgraded) {
            const auto end = buffer.find("\r\n\r\n");
            if (end == std::string::npos)
                continue;
            if (!buffer.starts_with("HTTP/1.1 101"))
                break;
            buffer.erase(0, end + 4);
            upgraded = true;
        }
        std::size_t at = 0;
        bool good = true;
        while (const auto frame = peek_frame(buffer, at)) {
            at += frame->size;
            if (frame->opcode == 9) {
                const auto pong = masked_frame(10, frame->payload);
                ::send(fd, pong.data(), pong.size(), MSG_NOSIGNAL);
            } else if (frame->opcode == 1) {
                good = good && take_frame(log, frame->payload);
            } else if (frame->opcode == 8) {
                good = false;
            }
        }
        buffer.erase(0, at);
        if (!good)
            break;
    }
    ::close(fd);
    ++log.reconnects;
}

void run_seat(World& world, SeatLog& log) {
    while (world.listening || log.position < world.head)
        listen_once(world, log);
}

/// The whole journal, read by an account that may see all of it.
struct Journal {
    std::map<std::string, std::vector<std::int64_t>> issued; ///< order id → numbers
    std::vector<std::int64_t> visible;                       ///< what an operator sees
    std::int64_t head = 0;
};

bool read_journal(const World& world, const std::string& token, Journal& out) {
    const int fd = connect_to(world.port, true);
    std::int64_t from = 0;
    while (true) {
        const auto reply = round_trip(
            fd, get_request("/api/v1/journal?limit=1000&from=" + std::to_string(from), token));
        if (reply.status != 200) {
            std::fprintf(stderr, "bench crash: journal %d %s\n", reply.status, reply.body.c_str());
            return false;
        }
        const auto page = json::parse(reply.body);
        out.head = page.at("head").to_number<std::int64_t>();
        for (const auto& item : page.at("items").as_array()) {
            const auto seq = item.at("seq").to_number<std::int64_t>();
            const std::string_view kind = item.at("kind").as_string();
            if (kind == "order.issued")
                out.issued[std::string(item.at("id").as_string())].push_back(seq);
            if (!kind.starts_with("session.") && !kind.starts_with("account."))
                out.visible.push_back(seq);
        }
        const auto* next = page.as_object().if_contains("next");
        if (!next)
            break;
        from = next->to_number<std::int64_t>();
    }
    ::close(fd);
    return true;
}

std::string sign_in(int port, const std::string& name, const std::string& password) {
    const int fd = connect_to(port, true);
    const auto reply = round_trip(
        fd, post_request("/api/v1/sessions", {}, {},
                         "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}"));
    ::close(fd);
    if (reply.status != 200)
        return {};
    return std::string(json::parse(reply.body).at("token").as_string());
}

std::vector<std::string> units_of(int port, const std::string& token) {
    const int fd = connect_to(port, true);
    const auto reply = round_trip(fd, get_request("/api/v1/units?limit=50", token));
    ::close(fd);
    std::vector<std::string> out;
    if (reply.status != 200)
        return out;
    const auto list = json::parse(reply.body);
    for (const auto& unit : list.at("items").as_array())
        if (unit.at("state") != "unavailable")
            out.emplace_back(unit.at("id").as_string());
    return out;
}

Options read_options(int argc, char** argv) {
    Options out;
    out.seed = std::random_device{}();
    for (int i = 1; i < argc; ++i) {
        const std::string flag = argv[i];
        const auto number = [&] { return i + 1 < argc ? std::atoi(argv[++i]) : 0; };
        if (flag == "--kills")
            out.kills = number();
        else if (flag == "--clients")
            out.clients = number();
        else if (flag == "--seats")
            out.seats = number();
        else if (flag == "--seed")
            out.seed = static_cast<unsigned>(number());
        else if (flag == "--below" && i + 1 < argc)
            out.below = argv[++i];
        else {
            std::fprintf(stderr, "bench_crash [--kills N] [--clients N] [--seats N] [--seed N] "
                                 "[--below FOLDER]\n");
            std::exit(2);
        }
    }
    return out;
}

} // namespace

int main(int argc, char** argv) {
    const auto options = read_options(argc, argv);
    const auto folder = fresh_folder(options.below);
    const auto program = sibling_program("chengyun-hub");
    HubProcess hub(program, folder + "/hub");
    const auto fail = [&](const char* what) {
        std::fprintf(stderr, "bench crash: %s; see %s\n", what, folder.c_str());
        return 1;
    };
    if (!hub.start(0))
        return fail("the hub did not start");
    World world;
    world.port = hub.port();
    world.token = hub.console_token();
    world.units = units_of(world.port, world.token);
    if (world.units.empty())
        return fail("the demonstration has no units");
    Journal before;
    const auto commander = sign_in(world.port, "commander", hub.password_of("commander"));
    if (!read_journal(world, commander, before))
        return fail("the journal cannot be read");

    std::vector<SeatLog> logs(static_cast<std::size_t>(options.seats));
    std::vector<std::thread> threads, listeners;
    for (auto& log : logs) {
        log.position = before.head;
        listeners.emplace_back([&world, &log] { run_seat(world, log); });
    }
    const auto run = new_run();
    for (int i = 0; i < options.clients; ++i)
        threads.emplace_back(
            [&world, id = run + static_cast<std::uint64_t>(i) * 1000] { run_client(world, id); });

    std::mt19937 random(options.seed);
    int kills = 0;
    for (; kills < options.kills; ++kills) {
        pause_ms(std::uniform_int_distribution(5, 400)(random));
        hub.kill();
        if (!hub.start(world.port))
            return fail("the hub did not start again");
        if ((kills + 1) % 10 == 0)
            std::fprintf(stderr, "bench crash: %d kills, %zu acknowledged\n", kills + 1,
                         world.acknowledged.size());
    }
    pause_ms(200);
    world.loading = false;
    for (auto& thread : threads)
        thread.join();

    Journal after;
    if (!read_journal(world, commander, after))
        return fail("the journal cannot be read");
    world.head = after.visible.back();
    world.listening = false;
    for (auto& thread : listeners)
        thread.join();
    hub.stop();
    const bool chain_ok =
        run_program({program, "verify", "--data-dir", folder + "/hub"}, folder + "/verify") == 0;

    std::int64_t lost = 0, duplicated = world.contradictions, gaps = 0;
    for (const auto& [order, seq] : world.acknowledged.orders()) {
        const auto found = after.issued.find(order);
        if (found == after.issued.end() || found->second.front() != seq)
            ++lost;
    }
    for (const auto& [order, seqs] : after.issued)
        duplicated += static_cast<std::int64_t>(seqs.size()) - 1;
    for (const auto& log : logs) {
        gaps += log.gaps;
        std::vector<std::int64_t> wanted;
        for (const auto seq : after.visible)
            if (seq > before.head && seq <= log.position)
                wanted.push_back(seq);
        if (log.seqs != wanted)
            ++gaps;
    }
    std::printf("{\"kills\":%d,\"acked\":%zu,\"lost\":%lld,\"duplicated\":%lld,\"gaps\":%lld,"
                "\"chain_ok\":%s}\n",
                kills, world.acknowledged.size(), static_cast<long long>(lost),
                static_cast<long long>(duplicated), static_cast<long long>(gaps),
                chain_ok ? "true" : "false");
    const bool good = lost == 0 && duplicated == 0 && gaps == 0 && chain_ok && world.refused == 0;
    if (good)
        std::filesystem::remove_all(folder);
    return good ? 0 : 1;
}
