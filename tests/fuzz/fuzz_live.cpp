// Hostile messages of seats and texts of producers into the live lane: nothing but refusals, and
// what a seat is sent is JSON. The input: lines, each what one of two seats says on its stream; one
// that begins with '!' is the body of a POST to a topic. An empty line is a second that passes.
#include "core/json/codec.h"
#include "hub/live/live_board.h"
#include "hub/live/live_message.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

void expect(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

struct Quiet : LiveSeat {
    void show(const Frame&, std::int64_t) override {}
    void end(Ending) override {}
};

std::vector<LiveTopic> topics() {
    LiveTopic positions;
    positions.name = "p";
    positions.placed = true;
    positions.max_values = 20;
    LiveTopic presence;
    presence.name = "o";
    presence.max_values = 20;
    presence.presence = [](const Account&, const std::string& subject, auto answer) {
        if (subject.size() % 2)
            answer(Audience{{subject}, {subject}});
        else
            answer(fail(FailureKind::not_found));
    };
    return {positions, presence};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::vector<std::function<void()>> posted;
    LiveBoard board(topics(), [&](std::function<void()> job) { posted.push_back(std::move(job)); });
    SteadyTime now{std::chrono::hours(1)};
    Account account;
    account.role = Role::commander;
    auto scoped = account;
    scoped.area = "420114001000";
    const LiveSeatPtr seats[] = {std::make_shared<Quiet>(), std::make_shared<Quiet>()};
    board.join(seats[0], 0, account, now);
    board.join(seats[1], 0, scoped, now);

    std::string_view text(reinterpret_cast<const char*>(data), size);
    for (std::size_t line_number = 0; !text.empty(); ++line_number) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto* seat = seats[line_number % 2].get();
        if (line.empty()) {
            now += std::chrono::seconds(1);
            for (auto& job : std::exchange(posted, {}))
                job();
            for (std::size_t turn = 0; turn < LiveBoard::turns; ++turn)
                for (const auto& batch : board.turn(turn, now)) {
                    expect(!batch.ending, "a seat that reads is ended");
                    expect(json::parse(*batch.frame).has_value(), "a batch that is not JSON");
                    board.taken(batch.seat.get(), batch.number);
                }
        } else if (line.starts_with('!')) {
            if (const auto command = json::read<PublishLive>(line.substr(1)))
                static_cast<void>(board.publish("p", account, *command, now));
        } else if (auto said = read_seat_message(line)) {
            if (auto* watch = std::get_if<WatchLive>(&*said))
                board.watch(seat, std::move(*watch));
            else if (const auto* unwatch = std::get_if<UnwatchMessage>(&*said))
                board.unwatch(seat, unwatch->id);
            else if (auto* present = std::get_if<PresentLive>(&*said))
                board.present(seat, std::move(*present), now);
            board.heard(seat, now);
        }
        expect(board.figures().values <= 40, "more values than there is room for");
    }
    board.leave(seats[0].get());
    board.leave(seats[1].get());
    expect(board.figures().watches == 0, "a watch outlives its seat");
    return 0;
}
