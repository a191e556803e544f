// A writer that a test looks at between two works, or that stops taking any, as after a kill.
#pragma once

#include "hub/store/writer.h"

#include <functional>
#include <future>
#include <latch>
#include <utility>

namespace chengyun::hub {

class WatchedWriter final : public Writer {
public:
    explicit WatchedWriter(Writer& inner) : inner_(inner) {}

    std::function<void(int work)> before; ///< run() counts from 1
    std::function<Work()> beside;         ///< done before each run(), in the same batch
    int last = 0;                         ///< works after this one fail, unless it is 0
    [[nodiscard]] int works() const { return works_; }

    Result<Answer> run(Work work) override {
        if (last != 0 && works_ >= last)
            return fail(FailureKind::unavailable, {}, "killed");
        ++works_;
        if (before)
            before(works_);
        return beside ? run_behind(beside(), std::move(work)) : inner_.run(std::move(work));
    }
    void submit(Work work, Finished finished) override {
        inner_.submit(std::move(work), std::move(finished));
    }
    void submit(CommandKey key, Work work, Finished finished) override {
        inner_.submit(std::move(key), std::move(work), std::move(finished));
    }
    void when_on_disk(std::function<void(bool)> then) override {
        inner_.when_on_disk(std::move(then));
    }
    void observe(Observer observer) override { inner_.observe(std::move(observer)); }
    void stop() override { inner_.stop(); }
    [[nodiscard]] std::size_t waiting() const override { return inner_.waiting(); }
    [[nodiscard]] std::int64_t head() const override { return inner_.head(); }
    [[nodiscard]] JournalPosition end() const override { return inner_.end(); }
    [[nodiscard]] const JournalKinds& kinds() const override { return inner_.kinds(); }
    [[nodiscard]] Counters counters() const override { return inner_.counters(); }

private:
    /// Both wait until the writer has nothing else, so that it takes them together.
    Result<Answer> run_behind(Work first, Work second) {
        std::latch submitted(1);
        std::promise<Result<Answer>> answer;
        inner_.submit(
            [&](Transaction&) -> Result<Answer> {
                submitted.wait();
                return Answer{};
            },
            [](Result<Answer>) {});
        inner_.submit(std::move(first), [](Result<Answer>) {});
        inner_.submit(std::move(second),
                      [&](Result<Answer> of) { answer.set_value(std::move(of)); });
        submitted.count_down();
        return answer.get_future().get();
    }

    Writer& inner_;
    int works_ = 0;
};

} // namespace chengyun::hub
