// What a durable order costs in the store, against what a plain durable SQLite commit costs on the
// same disk in the same run; and resources at 100,000 rows. The last line is one JSON object.
//
//   bench_store [DIRECTORY] [--seconds N] [--resources N]
#include "core/account/account_codec.h"
#include "core/id/uuid.h"
#include "core/order/order_codec.h"
#include "core/resource/resource_codec.h"
#include "core/unit/unit_codec.h"
#include "hub/capabilities.h"
#include "hub/capability/snapshot.h"
#include "hub/orders/orders_capability.h"
#include "hub/resources/resources_capability.h"
#include "hub/store/database.h"
#include "hub/store/writer.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <mutex>
#include <random>
#include <thread>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

using Steady = std::chrono::steady_clock;

[[nodiscard]] double seconds_since(Steady::time_point start) {
    return std::chrono::duration<double>(Steady::now() - start).count();
}

template <class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s: %s\n", std::string(json::name_of(result.error().kind)).c_str(),
                     result.error().detail.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Commits of one small row each, as fast as the disk takes them.
[[nodiscard]] double raw_commits_per_s(const std::filesystem::path& dir, double seconds) {
    auto db = must(Database::open(dir / "raw.db", Database::Mode::read_write));
    must(db->execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT"));
    const std::string body(200, 'x');
    std::int64_t commits = 0;
    const auto start = Steady::now();
    while (seconds_since(start) < seconds) {
        auto insert = must(db->prepare("INSERT INTO t (body) VALUES (?)"));
        must(insert.bind_view(body).run());
        ++commits;
    }
    return static_cast<double>(commits) / seconds_since(start);
}

[[nodiscard]] double thread_cpu_s() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

struct Hall {
    std::filesystem::path dir;
    Capabilities capabilities{{}, dir};
    Resources& map = capabilities.get<ResourcesCapability>().all();
    AreaService& areas = map.areas;
    ResourceService& resources = map.resources;
    OrderService& orders = capabilities.get<OrdersCapability>().service();
    SnapshotMaker snapshots{capabilities.all()};
    std::unique_ptr<Writer> writer;
    Account operator_;

    explicit Hall(const std::filesystem::path& where) : dir(where) {
        writer = must(open_writer(dir / "hub.db"));
        operator_.id = new_id();
        operator_.name = "bench";
        operator_.display_name = "张伟";
        operator_.role = Role::operator_;
    }
};

[[nodiscard]] std::vector<Resource> made_resources(std::size_t count) {
    static constexpr const char* words[] = {"东湖", "南岸", "青山", "江汉", "学校", "体育馆",
                                            "社区", "广场", "中心", "第三", "新城", "滨江"};
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(113.7, 115.0), lat(29.9, 31.3);
    std::vector<Resource> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto& r = out[i];
        r.layer = Layer::shelter;
        r.code = "S" + std::to_string(i);
        for (int word = 0; word < 4; ++word)
            r.name += words[random() % std::size(words)];
        r.kind = "other";
        r.capacity = static_cast<std::int64_t>(random() % 2000);
        r.address = r.name + std::to_string(random() % 400) + "号";
        r.place = {lon(random), lat(random)};
        r.source_system = "EPSG:4326";
        r.contact = {"李明", "13800000000"};
        r.attributes = {{"indoor", "yes"}, {"hazards", "flood earthquake"}};
    }
    return out;
}

/// Pages the writer's connection has put into the log so far.
[[nodiscard]] std::int64_t pages_written(Hall& hall) {
    int current = 0, highest = 0;
    must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
        sqlite3_db_status(tx.database().handle(), SQLITE_DBSTATUS_CACHE_WRITE, &current, &highest,
                          0);
        return Answer{};
    }));
    return current;
}

struct OrderRate {
    double per_s = 0, us_on_writer = 0, p50_ms = 0, p99_ms = 0;
};

/// `clients` commands are in flight all the time: each answer sends the next.
[[nodiscard]] OrderRate order_rate(Hall& hall, const std::vector<std::string>& units,
                                   std::size_t clients, double seconds) {
    struct Client {
        Steady::time_point sent;
    };
    std::vector<Client> state(clients);
    std::vector<double> latencies;
    std::atomic<std::int64_t> done{0};
    std::atomic<std::size_t> running{clients};
    double cpu_first = 0, cpu_last = 0; // of the writer's thread
    std::int64_t ran = 0;
    const auto start = Steady::now();
    std::function<void(std::size_t)> send = [&](std::size_t client) {
        state[client].sent = Steady::now();
        IssueOrder command;
        command.id = new_id();
        command.title = "核查青山泵站积水情况";
        command.text = "接报地下通道积水约四十厘米,请立即组织力量排水并反馈现场照片。";
        command.kind = "flood";
        command.area = "420114001000";
        command.place = Place{114.05, 30.05};
        command.address = "和平大道122号";
        const auto count = 1 + client % 3;
        for (std::size_t i = 0; i < count; ++i)
            command.recipients.push_back(
                {units[(client * 3 + i) % units.size()], RecipientRole::assisting});
        CommandKey key{new_id(), hall.operator_.id, std::string(64, 'd'), std::nullopt};
        hall.writer->submit(
            std::move(key),
            [&, command = std::move(command)](Transaction& tx) {
                auto answer = hall.orders.issue(tx, hall.operator_, command);
                cpu_last = thread_cpu_s();
                if (ran++ == 0)
                    cpu_first = cpu_last;
                return answer;
            },
            [&, client](Result<Answer> answer) {
                must(std::move(answer));
                latencies.push_back(1000 * seconds_since(state[client].sent));
                ++done;
                if (seconds_since(start) < seconds)
                    send(client);
                else
                    --running;
            });
    };
    for (std::size_t client = 0; client < clients; ++client)
        send(client);
    while (running > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    OrderRate rate;
    rate.per_s = static_cast<double>(done) / seconds_since(start);
    rate.us_on_writer = 1e6 * (cpu_last - cpu_first) / static_cast<double>(ran);
    std::ranges::sort(latencies);
    rate.p50_ms = latencies[latencies.size() / 2];
    rate.p99_ms = latencies[latencies.size() * 99 / 100];
    return rate;
}

} // namespace

int main(int argc, char** argv) {
    std::filesystem::path base = std::filesystem::temp_directory_path();
    double seconds = 3;
    std::size_t resources = 100'000;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--seconds" && i + 1 < argc)
            seconds = std::atof(argv[++i]);
        else if (argument == "--resources" && i + 1 < argc)
            resources = static_cast<std::size_t>(std::atoll(argv[++i]));
        else
            base = argument;
    }
    const auto dir = base / ("bench_store." + new_id());
    std::filesystem::create_directories(dir);
    boost::json::object out;
    {
        const auto raw = raw_commits_per_s(dir, seconds);
        Hall hall(dir);
        auto list = made_resources(300);
        must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
            must(hall.resources.upsert(tx, {"system", "system"}, list));
            return Answer{};
        }));
        auto reader = must(Database::open(dir / "hub.db", Database::Mode::read_only));
        std::vector<std::string> units;
        must(hall.map.unit_store->each(*reader, {}, [&](std::string_view text) {
            units.push_back(must(json::read<Unit>(text)).id);
        }));
        const auto one = order_rate(hall, units, 1, seconds);
        const auto before = hall.writer->counters();
        const auto pages = pages_written(hall);
        const auto many = order_rate(hall, units, 64, seconds);
        const auto after = hall.writer->counters();
        const auto orders = static_cast<double>(after.works - before.works);
        std::filesystem::create_directory(dir / "again");
        const auto again = raw_commits_per_s(dir / "again", seconds);
        out["raw_commits_per_s"] = (raw + again) / 2;
        out["orders_per_s_1"] = one.per_s;
        out["orders_per_s_64"] = many.per_s;
        out["ratio_64"] = many.per_s / ((raw + again) / 2);
        out["us_on_writer_64"] = many.us_on_writer;
        out["p50_ms_64"] = many.p50_ms;
        out["p99_ms_64"] = many.p99_ms;
        out["orders_per_batch"] = orders / static_cast<double>(after.batches - before.batches);
        out["pages_per_order"] = static_cast<double>(pages_written(hall) - pages) / orders;
    }
    if (resources > 0) {
        std::filesystem::create_directory(dir / "map");
        Hall hall(dir / "map");
        const auto list = made_resources(resources);
        auto start = Steady::now();
        const auto import = [&] {
            must(hall.writer->run([&](Transaction& tx) -> Result<Answer> {
                must(hall.resources.upsert(tx, {"system", "system"}, list));
                return Answer{};
            }));
        };
        import();
        out["resources"] = static_cast<std::int64_t>(resources);
        out["import_s"] = seconds_since(start);
        start = Steady::now();
        import();
        out["import_again_s"] = seconds_since(start);
        auto reader = must(Database::open(dir / "map" / "hub.db", Database::Mode::read_only));
        const auto timed = [&](const ResourceQuery& query) {
            must(hall.map.resource_store->query(*reader, {}, query)); // warm
            const auto begin = Steady::now();
            const auto page = must(hall.map.resource_store->query(*reader, {}, query));
            std::fprintf(stderr, "%zu found\n", page.items.size());
            return 1000 * seconds_since(begin);
        };
        ResourceQuery query;
        query.limit = 50;
        query.text = "滨江学校";
        out["text_common_ms"] = timed(query);
        query.text = "s99999";
        out["text_one_ms"] = timed(query);
        query.text = "没有这样的";
        out["text_none_ms"] = timed(query);
        query = {};
        query.box = Box{114.3, 30.5, 114.4, 30.6};
        query.limit = 5000;
        out["box_ms"] = timed(query);
        start = Steady::now();
        const auto snapshot = must(hall.snapshots.make(*reader, hall.operator_, system_now()));
        out["snapshot_ms"] = 1000 * seconds_since(start);
        out["snapshot_bytes"] = static_cast<std::int64_t>(snapshot.size());
    }
    std::filesystem::remove_all(dir);
    std::printf("%s\n", boost::json::serialize(out).c_str());
    return 0;
}
