// A live board whose time and whose answers the test owns.
#pragma once

#include "core/json/codec.h"
#include "hub/live/live_board.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace chengyun::hub::test {

/// What a seat shows: applies batches as a console does.
class ShownSeat : public LiveSeat {
public:
    void show(const Frame&, std::int64_t) override {}
    void end(Ending why) override { ending = why; }

    void take(const std::string& frame) {
        const auto batch = boost::json::parse(frame);
        for (const auto& item : batch.at("watches").as_array()) {
            const auto change = *json::decode<LiveChange>(item);
            auto& shown = values[change.id];
            for (const auto& key : change.gone)
                shown.erase(key);
            for (const auto& value : change.set) {
                shown[value.key] = json::write(value.value);
                ++told;
            }
        }
        if (const auto* list = batch.as_object().if_contains("refused"))
            for (const auto& item : list->as_array())
                refused.push_back(std::to_string(item.at("id").to_number<std::int64_t>()) + " " +
                                  std::string(item.at("kind").as_string()) + " " +
                                  std::string(item.at("field").as_string()));
    }

    std::map<std::int64_t, std::map<std::string, std::string>> values; ///< by watch and key
    std::vector<std::string> refused;                                  ///< "id kind field"
    int told = 0;                                                      ///< values in all batches
    std::optional<Ending> ending;
};
using ShownSeatPtr = std::shared_ptr<ShownSeat>;

struct LiveDesk {
    using Jobs = std::vector<std::function<void()>>;

    SteadyTime now{std::chrono::hours(1)};
    Jobs posted; ///< for the board's thread
    LiveBoard board;
    std::set<const LiveSeat*> deaf; ///< do not say that they have read
    int batches = 0;
    std::size_t largest = 0; ///< bytes of a batch

    explicit LiveDesk(std::vector<LiveTopic> topics)
        : board(
              std::move(topics),
              [this](std::function<void()> job) { posted.push_back(std::move(job)); },
              [] { return instant_of(1'790'000'000'000); }) {}

    static Account account(Role role, const std::string& area = {}) {
        Account out;
        out.id = "0190a000-0000-7000-8000-00000000a001";
        out.display_name = "李明";
        out.role = role;
        out.area = area;
        return out;
    }
    ShownSeatPtr join(const Account& account) {
        auto seat = std::make_shared<ShownSeat>();
        board.join(seat, 0, account, now);
        return seat;
    }
    /// A second, in which every seat has its turn.
    void second() { turns(static_cast<int>(LiveBoard::turns)); }
    void turns(int count) {
        for (int i = 0; i < count; ++i) {
            const auto turn = next_++ % LiveBoard::turns;
            now += std::chrono::milliseconds(1000) / LiveBoard::turns;
            for (auto& job : std::exchange(posted, {}))
                job();
            for (const auto& batch : board.turn(turn, now)) {
                if (batch.ending) {
                    batch.seat->end(*batch.ending);
                    continue;
                }
                ++batches;
                largest = std::max(largest, batch.frame->size());
                std::static_pointer_cast<ShownSeat>(batch.seat)->take(*batch.frame);
                if (!deaf.contains(batch.seat.get()))
                    board.taken(batch.seat.get(), batch.number);
            }
        }
    }
    void seconds(int count) {
        for (int i = 0; i < count; ++i)
            second();
    }
    Result<Published> say(const std::string& topic, const std::string& key,
                          const std::string& value, std::optional<Place> place = {},
                          std::optional<std::string> area = {},
                          const Account& by = account(Role::commander)) {
        PublishLive command;
        command.set.push_back({key, {}, place, area, boost::json::parse(value)});
        return board.publish(topic, by, command, now);
    }
    Result<Published> unsay(const std::string& topic, const std::string& key,
                            const Account& by = account(Role::commander)) {
        return board.publish(topic, by, {{}, {key}}, now);
    }

private:
    std::size_t next_ = 0; ///< turn
};

} // namespace chengyun::hub::test
