#include "hub/deadlines/deadlines.h"

#include "core/journal/entry_kinds.h"
#include "core/json/codec.h"
#include "hub/deadlines/deadline_store.h"
#include "hub/journal/change_text.h"
#include "hub/store/findings.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace chengyun::hub {

namespace {

/// By the hub itself: the capability that stored the deadline is not part of this program.
[[nodiscard]] Result<> say_of_nobody(Transaction& tx, const Deadline& deadline,
                                     const Failure& why) {
    Entry entry;
    entry.actor = entry.actor_name = "timer";
    entry.kind = entry_kind::timer_failed;
    entry.entity = "deadline";
    entry.id = entry.subject = deadline.subject;
    ChangeText change;
    change.note("due", std::to_string(ms_of(deadline.due)))
        .note("kind", std::to_string(deadline.kind))
        .note("why", json::name_of(why.kind));
    auto seq = tx.append(std::move(entry), change.text());
    if (!seq)
        return seq.error();
    return {};
}

} // namespace

Deadlines::Deadlines(DeadlineStore& store, std::vector<DeadlineHandler> handlers) : store_(store) {
    for (auto& handler : handlers)
        add(std::move(handler));
}

void Deadlines::add(DeadlineHandler handler) {
    assert(std::ranges::none_of(handlers_, [&](const DeadlineHandler& other) {
        return handler.kinds.first <= other.kinds.last && other.kinds.first <= handler.kinds.last;
    }));
    handlers_.push_back(std::move(handler));
}

const DeadlineHandler* Deadlines::handler_of(const Deadline& deadline) const {
    const auto found = std::ranges::find_if(handlers_, [&](const DeadlineHandler& handler) {
        return handler.kinds.contains(deadline.kind);
    });
    return found == handlers_.end() ? nullptr : &*found;
}

Result<> Deadlines::check(Database& db, Findings& findings) const {
    constexpr DeadlineKinds all{std::numeric_limits<std::int64_t>::min(),
                                std::numeric_limits<std::int64_t>::max()};
    return store_.each(db, all, [&](const Deadline& deadline) -> Result<> {
        if (!handler_of(deadline))
            findings.wrong("deadline", deadline.subject, "of a kind that no capability has");
        return {};
    });
}

std::string_view Deadlines::owner_of(const Deadline& deadline) const {
    const auto* handler = handler_of(deadline);
    return handler ? handler->name : std::string_view();
}

Result<std::size_t> Deadlines::fire_due(Transaction& tx, std::size_t limit) const {
    std::size_t fired = 0;
    while (fired < limit) {
        auto deadline = store_.due(tx.database(), tx.now());
        if (!deadline)
            return deadline.error();
        if (!*deadline)
            break;
        if (auto done = fire(tx, **deadline); !done)
            return done.error();
        ++fired;
    }
    return fired;
}

Result<> Deadlines::fire(Transaction& tx, const Deadline& deadline) const {
    const auto* handler = handler_of(deadline);
    if (!handler)
        return fail(FailureKind::not_found, "kind", "no capability has this kind of deadline");
    if (auto done = store_.remove(tx.database(), deadline); !done)
        return done;
    return handler->fire(tx, deadline);
}

Result<Answer> Deadlines::set_aside(Transaction& tx, const Deadline& deadline,
                                    const Failure& why) const {
    const auto reason = why.field.empty() ? why.detail : why.field + ": " + why.detail;
    if (auto done = store_.set_aside(tx.database(), deadline, reason); !done)
        return done.error();
    const auto* handler = handler_of(deadline);
    if (auto said =
            handler ? handler->say_failed(tx, deadline, why) : say_of_nobody(tx, deadline, why);
        !said)
        return said.error();
    return Answer{};
}

} // namespace chengyun::hub
