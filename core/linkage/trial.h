// The trial of a rule: what it would have shown in the last days.
#pragma once

#include "core/linkage/rule.h"

#include <span>

namespace chengyun {

inline constexpr std::chrono::days trial_days{7};

/// Something that happened to an order, as the journal tells it.
struct TrialEvent {
    Instant at{};
    std::optional<LinkageEvent> event; ///< nothing: the order was over
    Order order;
};

/// One order that the rule would have put up.
struct TrialItem {
    std::string order; ///< its id
    std::string title;
    Level level = Level::none;
    Instant at{};                 ///< when it happened
    std::optional<Instant> shown; ///< when it would have come up; nothing: never
    std::int64_t seconds = 0;     ///< for so long it would have stood there, all in all
    /// What it would have waited for, or given way to: "2031 内涝 (rule)". Empty: nothing.
    std::string gave_way_to;
    bool operator==(const TrialItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(TrialItem, (), (order, title, level, at, shown, seconds, gave_way_to))

/// POST /api/v1/linkage_rules/trial
struct TrialAnswer {
    Instant since{};
    std::vector<TrialItem> items; ///< by time
    bool cut = false; ///< there was more in the journal than is looked at: the oldest is missing
    bool operator==(const TrialAnswer&) const = default;
};
BOOST_DESCRIBE_STRUCT(TrialAnswer, (), (since, items, cut))

/// Plays `events` (oldest first) with `rule`, as if it were on, and those of `others` that are on
/// and want the same screen. The same priorities and ends as on the wall; what persons put up, and
/// whether the wall was locked, is not played.
[[nodiscard]] std::vector<TrialItem> play(const LinkageRule& rule, const Wall& wall,
                                          std::span<const LinkageRule> others,
                                          std::span<const TrialEvent> events, Instant now);

} // namespace chengyun
