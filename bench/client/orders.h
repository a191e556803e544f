// Orders as a load: made, sent at a steady rate, and timed until the last seat has them.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::bench {

/// Ids of units that can be ordered by the account of the token.
[[nodiscard]] std::vector<std::string> units_of(int port, const std::string& token);
/// Number of the newest journal entry.
[[nodiscard]] std::int64_t head_of(int port, const std::string& token);

/// What every order has in common; three teams receive it, as in an ordinary day.
class OrderMaker {
public:
    OrderMaker(std::vector<std::string> units, std::string token);
    /// The HTTP request; a run's orders are told apart by `number`.
    [[nodiscard]] std::string request(std::uint64_t number, const std::string& title) const;

private:
    std::vector<std::string> units_;
    std::string token_;
    std::uint64_t run_;
};

/// When each numbered order was due and when the last seat had it; in memory that processes share.
struct OrderTimes {
    static constexpr int most = 16384;
    std::atomic<std::int64_t> posted[most];
    std::atomic<std::int64_t> last[most];
    std::atomic<int> count[most];

    /// A frame that one of so many seats got.
    void note(std::string_view frame, int seats, std::int64_t now);
};

struct SteadyOrders {
    int rate = 100; ///< a second
    int seconds = 10;
    int first = 0; ///< number of the first one
};
/// Orders at a steady rate, whatever the answers do; false when one did not reach all seats.
[[nodiscard]] bool steady_orders(const SteadyOrders& load, int port, const OrderMaker& maker,
                                 OrderTimes& times, std::vector<double>& out_ms);

struct Client {
    int fd = -1;
    std::string received;
    bool busy = false;
};
[[nodiscard]] std::vector<Client> connect_clients(int poll, int port, int count);
/// Waits for answers; calls `answered` with the index of each client that got one. Ends the program
/// when an answer is not 200.
void pump(int poll, std::vector<Client>& clients, int wait_ms,
          const std::function<void(std::size_t)>& answered);

/// `p` from 0 to 1.
[[nodiscard]] double percentile(std::vector<double> values, double p);

} // namespace chengyun::bench
