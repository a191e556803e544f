#include "hub/linkage/linkage_follower.h"

#include "hub/config/log.h"
#include "hub/linkage/linkage_service.h"
#include "hub/store/writer.h"

#include <algorithm>
#include <atomic>

namespace chengyun::hub {

struct LinkageFollower::State : std::enable_shared_from_this<State> {
    State(Writer& w, LinkageService& s) : writer(w), service(s) {}

    /// On the sync thread.
    void committed(const std::vector<StoredEntryPtr>& entries) {
        if (!ended && std::ranges::any_of(
                          entries, [&](const auto& entry) { return service.awaits(entry->kind); }))
            follow();
    }
    /// Any thread. One at a time: a command that waits will see what comes until it runs.
    void follow() {
        if (waits.exchange(true))
            return;
        auto more = std::make_shared<bool>(false);
        writer.submit(
            [self = shared_from_this(), more](Transaction& tx) -> Result<Answer> {
                self->waits = false;
                *more = false;
                auto followed = self->service.follow(tx, self->writer.kinds());
                if (!followed)
                    return followed.error();
                *more = *followed;
                return Answer{};
            },
            [self = shared_from_this(), more](const Result<Answer>& done) {
                if (done) {
                    if (*more && !self->ended)
                        self->follow();
                    return;
                }
                // What was not followed is with the next entry.
                self->waits = false;
                if (!self->ended)
                    log(LogLevel::error, "linkage", "the journal is not followed",
                        {{"why", std::string_view(done.error().detail)}});
            });
    }

    Writer& writer;
    LinkageService& service;
    std::atomic<bool> ended{false};
    std::atomic<bool> waits{false};
};

LinkageFollower::LinkageFollower(Writer& writer, LinkageService& service)
    : state_(std::make_shared<State>(writer, service)) {
    writer.observe([state = state_](const auto& entries) { state->committed(entries); });
    state_->follow();
}

LinkageFollower::~LinkageFollower() {
    state_->ended = true;
}

} // namespace chengyun::hub
