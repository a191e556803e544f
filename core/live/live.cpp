#include "core/live/live.h"

#include "core/text/limits.h"

#include <format>

namespace chengyun {
namespace {

Result<> check_key(std::string_view key, const std::string& field) {
    return check_text(key, field, limits::code, true);
}

Result<> check_keys(const std::vector<std::string>& keys, const std::string& field,
                    std::size_t most) {
    if (keys.size() > most)
        return fail(FailureKind::too_large, field, std::format("at most {}", most));
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (auto sound = check_key(keys[i], std::format("{}[{}]", field, i)); !sound)
            return sound;
    return {};
}

Result<> check_box(const Box& box) {
    // Written so that a value that is no number fails too.
    if (box.west >= -180 && box.west <= box.east && box.east <= 180 && box.south >= -90 &&
        box.south <= box.north && box.north <= 90)
        return {};
    return fail(FailureKind::invalid_field, "box", "west ≤ east and south ≤ north, in degrees");
}

} // namespace

Result<> check(const LiveWord& word, const std::string& field) {
    if (auto sound = check_key(word.key, field + ".key"); !sound)
        return sound;
    if (word.subject)
        if (auto sound = check_key(*word.subject, field + ".subject"); !sound)
            return sound;
    if (word.place && !is_plausible(*word.place))
        return fail(FailureKind::invalid_field, field + ".place", "not on the globe");
    if (word.area)
        if (auto sound = check_area(*word.area, field + ".area"); !sound)
            return sound;
    return {};
}

Result<> check(const PublishLive& command) {
    if (command.set.size() > limits::live_values)
        return fail(FailureKind::too_large, "set", std::format("at most {}", limits::live_values));
    for (std::size_t i = 0; i < command.set.size(); ++i)
        if (auto sound = check(command.set[i], std::format("set[{}]", i)); !sound)
            return sound;
    return check_keys(command.remove, "remove", limits::live_values);
}

Result<> check(const WatchLive& watch) {
    if (auto sound = check_key(watch.topic, "topic"); !sound)
        return sound;
    if (watch.box && !watch.subjects.empty())
        return fail(FailureKind::invalid_field, "subjects", "a box or subjects, not both");
    if (watch.box)
        if (auto sound = check_box(*watch.box); !sound)
            return sound;
    return check_keys(watch.subjects, "subjects", limits::watch_subjects);
}

Result<> check(const PresentLive& present) {
    if (auto sound = check_key(present.topic, "topic"); !sound)
        return sound;
    return check_keys(present.subjects, "subjects", limits::present_subjects);
}

} // namespace chengyun
