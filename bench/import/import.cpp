// bench import: a CSV of many shelters, looked at (dry run) and stored, by a hub that takes orders
// meanwhile; against GDAL's own conversion of the same file in the same run.
//
// `store_cpu_s` is all CPU of the hub from the request until it has nothing left to do: reading,
// judging, storing, and the orders beside it. `ratio` is that over `ogr_cpu_s`. `order_p99_ms` is
// from when an order was due to its durable answer, while the import was under way.
#include "bench/client/hub_process.h"
#include "bench/client/wire.h"
#include "bench/import/reference.h"

#include <boost/json.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

using namespace chengyun::bench;
namespace json = boost::json;

struct Options {
    int rows = 500'000;
    int rate = 20; ///< orders a second beside it
    std::string below;
    std::vector<std::string> hub_flags;
};

[[noreturn]] void give_up(const std::string& why) {
    std::fprintf(stderr, "bench import: %s\n", why.c_str());
    std::exit(1);
}

Options read_options(int argc, char** argv) {
    Options out;
    for (int i = 1; i < argc; ++i) {
        const std::string flag = argv[i];
        if (flag == "--rows" && i + 1 < argc)
            out.rows = std::atoi(argv[++i]);
        else if (flag == "--rate" && i + 1 < argc)
            out.rate = std::max(1, std::atoi(argv[++i]));
        else if (flag == "--below" && i + 1 < argc)
            out.below = argv[++i];
        else if (flag == "--hub-flag" && i + 1 < argc)
            out.hub_flags.emplace_back(argv[++i]);
        else
            give_up("[--rows N] [--rate N] [--below FOLDER] [--hub-flag=FLAG]…");
    }
    return out;
}

constexpr const char* map = R"(layer = "shelter"
system = "EPSG:4326"
[columns]
code = "code"
name = "name"
x = "lon"
y = "lat"
capacity = "capacity"
address = "address"
contact_name = "keeper"
contact_phone = "phone"
[attributes]
"备注" = "note"
)";

/// As towns have them: most near one of forty centres, some alone.
void write_rows(const std::string& file, int rows) {
    static constexpr const char* words[] = {"东湖", "南岸", "青山", "江汉", "学校", "体育馆",
                                            "社区", "广场", "中心", "第三", "新城", "滨江"};
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(113.7, 115.0), lat(29.9, 31.3), any(0, 1);
    std::normal_distribution<double> near(0, 0.03);
    std::vector<std::pair<double, double>> centres(40);
    for (auto& centre : centres)
        centre = {lon(random), lat(random)};
    std::ofstream out(file, std::ios::binary);
    out << "code,name,lon,lat,capacity,address,keeper,phone,note\n";
    char place[64];
    for (int i = 0; i < rows; ++i) {
        const auto& centre = centres[random() % centres.size()];
        const bool alone = any(random) < 0.1;
        std::snprintf(place, sizeof place, "%.6f,%.6f",
                      alone ? lon(random) : centre.first + near(random),
                      alone ? lat(random) : centre.second + near(random));
        std::string name;
        for (int word = 0; word < 4; ++word)
            name += words[random() % std::size(words)];
        out << "S" << i << ',' << name << ',' << place << ',' << random() % 2000 << ',' << name
            << random() % 400 << "号,李明,13800" << 100000 + i % 900000 << ",每年检修\n";
    }
    out.close();
    if (!out)
        give_up(file + ": cannot be written");
}

std::string text_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// One request. Sent again, under the same key, when the hub closes a connection on which nothing
/// has come for long (http.idle_seconds): the answer is that of the first.
json::object ask(int port, const std::string& request) {
    Reply reply;
    for (int tries = 0; tries < 20 && reply.status == 0; ++tries) {
        const int fd = connect_to(port, true);
        const timeval patience{0, 0};
        ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        reply = round_trip(fd, request);
        ::close(fd);
    }
    boost::system::error_code error;
    const auto value = json::parse(reply.body, error);
    if (reply.status != 200 || error || !value.is_object())
        give_up(std::to_string(reply.status) + " " + reply.body.substr(0, 400));
    return value.as_object();
}

/// Teams that can be ordered.
std::vector<std::string> units_of(int port, const std::string& token) {
    std::vector<std::string> out;
    const auto page = ask(port, get_request("/api/v1/units?limit=200", token));
    for (const auto& unit : page.at("items").as_array())
        if (unit.at("state").as_string() != "unavailable")
            out.emplace_back(unit.at("id").as_string());
    if (out.empty())
        give_up("the demonstration has no units");
    return out;
}

/// Orders at a steady rate until told to stop; how long each took, from when it was due.
std::vector<double> issue_orders(int port, const std::string& token,
                                 const std::vector<std::string>& units, int rate,
                                 const std::atomic<bool>& stop) {
    std::vector<double> ms;
    const int fd = connect_to(port, true);
    const auto run = new_run();
    const auto began = now_ns();
    for (std::uint64_t number = 0; !stop; ++number) {
        const auto due = began + static_cast<std::int64_t>(number) * 1'000'000'000 / rate;
        if (const auto wait = due - now_ns(); wait > 0)
            ::usleep(static_cast<useconds_t>(wait / 1000));
        const auto body = "{\"id\":\"" + uuid_of(run, number) +
                          "\",\"title\":\"积水处置\",\"text\":\"\",\"kind\":\"flood\",\"level\":"
                          "\"IV\",\"place\":{\"lon\":114.31,\"lat\":30.52},\"limits\":"
                          "{\"acknowledge\":10,\"report\":60,\"complete\":240},\"recipients\":"
                          "[{\"unit\":\"" +
                          units[number % units.size()] + "\",\"role\":\"lead\"}]}";
        const auto reply =
            round_trip(fd, post_request("/api/v1/orders", token, uuid_of(run + 1, number), body));
        if (reply.status != 200)
            give_up("an order: " + std::to_string(reply.status) + " " + reply.body);
        ms.push_back(static_cast<double>(now_ns() - due) / 1e6);
    }
    ::close(fd);
    return ms;
}

double percentile(std::vector<double>& values, double p) {
    if (values.empty())
        give_up("no order was issued");
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(
        std::lround(p * static_cast<double>(values.size() - 1)))];
}

/// Until the hub has nothing left to do.
void let_settle(const HubProcess& hub) {
    for (double before = -1; hub.cpu_seconds() - before > 0.02;) {
        before = hub.cpu_seconds();
        ::usleep(300'000);
    }
}

} // namespace

int main(int argc, char** argv) {
    const auto options = read_options(argc, argv);
    const auto folder = fresh_folder(options.below);
    const auto csv = folder + "/shelters.csv";
    write_rows(csv, options.rows);
    // Before there are threads: it forks.
    const double ogr = convert_cpu_s(csv, folder + "/reference.gpkg");
    if (ogr <= 0)
        give_up("GDAL did not convert the file");
    std::fprintf(stderr, "bench import: GDAL %.1f s\n", ogr);

    HubProcess hub(sibling_program("chengyun-hub"), folder + "/hub");
    auto flags = options.hub_flags;
    flags.insert(flags.end(), {"--attachments.max_bytes", "268435456"});
    if (!hub.start(0, flags))
        give_up("the hub did not start; see " + folder + "/hub.log");
    const auto operator_token = hub.console_token();
    const auto units = units_of(hub.port(), operator_token);
    const auto session =
        ask(hub.port(),
            post_request("/api/v1/sessions", {}, {},
                         json::serialize(json::object{
                             {"name", "commander"}, {"password", hub.password_of("commander")}})));
    const std::string token(session.at("token").as_string());
    const auto run = new_run();
    const auto upload = ask(hub.port(), post_request("/api/v1/attachments", token, uuid_of(run, 1),
                                                     text_of(csv), "application/octet-stream"));
    const auto body = json::serialize(
        json::object{{"file", upload.at("id")}, {"name", "shelters.csv"}, {"map", map}});
    let_settle(hub);

    auto cpu = hub.cpu_seconds();
    const auto looked =
        ask(hub.port(), post_request("/api/v1/imports?dry_run=1", token, uuid_of(run, 2), body));
    const double dry = hub.cpu_seconds() - cpu;
    if (looked.at("inserted").to_number<int>() != options.rows)
        give_up("the dry run: " + json::serialize(looked).substr(0, 400));
    std::fprintf(stderr, "bench import: dry run %.1f s of CPU\n", dry);

    std::atomic<bool> stop{false};
    std::vector<double> ms;
    std::thread orders(
        [&] { ms = issue_orders(hub.port(), operator_token, units, options.rate, stop); });
    cpu = hub.cpu_seconds();
    const auto began = now_ns();
    const auto stored =
        ask(hub.port(), post_request("/api/v1/imports", token, uuid_of(run, 3), body));
    const double took = static_cast<double>(now_ns() - began) / 1e9;
    stop = true;
    orders.join();
    let_settle(hub);
    const double store = hub.cpu_seconds() - cpu;
    if (stored.at("inserted").to_number<int>() != options.rows)
        give_up("the import: " + json::serialize(stored).substr(0, 400));
    const double p99 = percentile(ms, 0.99);
    std::fprintf(stderr,
                 "bench import: stored in %.1f s, %.1f s of CPU; %zu orders, p50 %.1f p99 %.1f "
                 "max %.1f ms\n",
                 took, store, ms.size(), percentile(ms, 0.5), p99, ms.back());
    const double peak = hub.peak_mb();
    hub.stop();
    std::filesystem::remove_all(folder);
    std::printf("{\"rows\":%d,\"dry_cpu_s\":%.1f,\"store_cpu_s\":%.1f,\"ogr_cpu_s\":%.2f,"
                "\"ratio\":%.1f,\"peak_mb\":%.0f,\"order_p99_ms\":%.1f}\n",
                options.rows, dry, store, ogr, store / ogr, peak, p99);
    return 0;
}
