#include "hub/live/live_message.h"

#include "core/json/codec.h"

#include <string>

namespace chengyun::hub {
namespace {

/// Members besides `t` that are not declared are left alone: a newer console may say more.
template <class Message>
Result<SeatMessage> read(const boost::json::value& value) {
    auto message = json::decode<Message>(value, json::Unknown::ignore);
    if (!message)
        return message.error();
    return SeatMessage(std::move(*message));
}

} // namespace

Result<SeatMessage> read_seat_message(std::string_view text) {
    const auto value = json::parse(text);
    if (!value)
        return value.error();
    const auto* object = value->if_object();
    const auto* kind = object ? object->if_contains("t") : nullptr;
    if (!kind || !kind->is_string())
        return fail(FailureKind::missing_field, "t", "required");
    const std::string_view t = kind->get_string();
    if (t == "ping") {
        const auto* at = object->if_contains("at");
        if (!at || !at->is_number())
            return fail(FailureKind::invalid_field, "at", "a number");
        return SeatMessage(PingMessage{*at});
    }
    if (t == "watch")
        return read<WatchLive>(*value);
    if (t == "present")
        return read<PresentLive>(*value);
    if (t == "unwatch") {
        const auto* id = object->if_contains("id");
        auto number = json::decode<std::int64_t>(id ? *id : boost::json::value());
        if (!number)
            return fail(FailureKind::invalid_field, "id", "an integer");
        return SeatMessage(UnwatchMessage{*number});
    }
    return fail(FailureKind::invalid_field, "t", "no message of this protocol");
}

} // namespace chengyun::hub
