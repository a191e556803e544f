// Posts of duty (值班岗位): which work has to be manned, when, and by how many people of which
// qualification. docs/duty.md.
#pragma once

#include "core/duty/calendar.h"

#include <optional>

namespace chengyun {

/// 带班领导 · 指挥长 · 值班长 · 调度员 · 联络员 of a department
enum class PostKind { leader, commander, shift_leader, dispatcher, liaison };
BOOST_DESCRIBE_ENUM(PostKind, leader, commander, shift_leader, dispatcher, liaison)

/// The post above in the chain: dispatcher and liaison → shift leader → commander → leader →
/// nobody.
[[nodiscard]] std::optional<PostKind> superior(PostKind kind);

struct Post {
    std::string id; ///< UUIDv7, made by the console
    PostKind kind = PostKind::dispatcher;
    std::string name;
    std::string unit;                 ///< plans this post; empty: the centre
    std::string qualification;        ///< that each of its people must have; empty: none
    std::int64_t people = 1;          ///< at the same time
    Days days = Days::every;          ///< on which it is manned …
    std::int64_t from_minute = 0;     ///< … from this minute of the day …
    std::int64_t until_minute = 1440; ///< … to this one; beyond 1,440 it ends on the next day
    std::int64_t rest_minutes = 480;  ///< at least, between two shifts of a person
    std::int64_t grace_minutes = 10;  ///< after the start of a shift, for checking in
    bool hands_over = false;          ///< its shifts end with a handover sheet
    bool closed = false;              ///< not manned any more
    std::int64_t version = 0;         ///< journal number of its last change
    bool operator==(const Post&) const = default;
};
BOOST_DESCRIBE_STRUCT(Post, (),
                      (id, kind, name, unit, qualification, people, days, from_minute, until_minute,
                       rest_minutes, grace_minutes, hands_over, closed, version))

/// Id, lengths and ranges: 1 to 50 people, 48 hours from the beginning of a day, rest up to 7 days.
[[nodiscard]] Result<> check(const Post& post);

} // namespace chengyun
