// What duty answers without changing anything. Any thread with its own connection.
#pragma once

#include "hub/duty/duty_viewers.h"

#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

class SnapshotText;

/// GET /duty/log
struct LogQuery {
    std::string text; ///< part of the entry's text, or of the other's name or number
    std::optional<LogKind> kind;
    std::string order;
    std::optional<Instant> from, to; ///< of the time when it happened, `to` excluded
    std::string before;              ///< id of an entry: those that follow it
    std::size_t limit = 100;         ///< 1 … 500
};

/// A roster is asked for a period of at most so long.
inline constexpr std::chrono::days longest_roster{366};

/// GET /duty/own: what a phone shows of its account's duty; empty where there is nothing to show.
struct OwnDuty {
    std::optional<Shift> shift;
    std::optional<Post> post;
    std::optional<Instant> check_in_from; ///< not before
    bool operator==(const OwnDuty&) const = default;
};
BOOST_DESCRIBE_STRUCT(OwnDuty, (), (shift, post, check_in_from))

class DutyReads {
public:
    explicit DutyReads(const DutyViewers& viewers) : viewers_(viewers) {}

    /// {seq, shifts, shift_exchanges, leaves}: what overlaps [from, to), named as in a snapshot.
    [[nodiscard]] Result<std::string> roster(Database& db, Instant from, Instant to) const;
    /// OwnDuty of the account's person: the shift that he can check in for, else the one he is in,
    /// else the next within seven days.
    [[nodiscard]] Result<std::string> own(Database& db, const Account& account, Instant now) const;
    /// {handovers}: those whose outgoing shift overlaps [from, to) and that the account sees, the
    /// newest first.
    [[nodiscard]] Result<std::string> handovers(Database& db, const Account& account, Instant from,
                                                Instant to) const;
    /// {handovers}, of one.
    [[nodiscard]] Result<std::string> handover(Database& db, const Account& account,
                                               std::string_view id) const;
    /// {duty_log}, the newest first.
    [[nodiscard]] Result<std::string> log(Database& db, const Account& account,
                                          const LogQuery& query) const;

    /// All posts, people, patterns and holiday years; shifts from a day ago to seven days ahead and
    /// those on duty; open requests, and leave that is not over; sheets that are not accepted or
    /// were within a day; the log of a day, and what stands.
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const;

private:
    const DutyViewers& viewers_;
};

} // namespace chengyun::hub
