#include "app/consult/media/janus_message.h"

#include "core/json/codec.h"

#include <algorithm>
#include <limits>

namespace chengyun::console {

namespace {

namespace bj = boost::json;

Failure bad(std::string_view what) {
    return fail(FailureKind::malformed, {},
                "wrong in the media server's message: " + std::string(what));
}
Failure long_of(std::string_view what) {
    return fail(FailureKind::too_large, {},
                "too long in the media server's message: " + std::string(what));
}

/// Takes members out of one object; the first that is wrong is remembered.
class Members {
public:
    explicit Members(const bj::object& object) : object_(object) {}

    std::string text(std::string_view name, std::size_t longest = longest_janus_text) {
        const auto* value = object_.if_contains(name);
        if (!value || value->is_null())
            return {};
        if (!value->is_string())
            return note(bad(name)), std::string();
        if (value->get_string().size() > longest)
            return note(long_of(name)), std::string();
        return std::string(value->get_string());
    }
    std::uint64_t number(std::string_view name) {
        const auto* value = object_.if_contains(name);
        if (!value || value->is_null())
            return 0;
        if (value->is_uint64())
            return value->get_uint64();
        if (value->is_int64() && value->get_int64() >= 0)
            return static_cast<std::uint64_t>(value->get_int64());
        return note(bad(name)), 0;
    }
    int code(std::string_view name) {
        const auto number_there = number(name);
        return static_cast<int>(
            std::min<std::uint64_t>(number_there, std::numeric_limits<int>::max()));
    }
    bool yes(std::string_view name) {
        const auto* value = object_.if_contains(name);
        if (!value || value->is_null())
            return false;
        if (!value->is_bool())
            return note(bad(name)), false;
        return value->get_bool();
    }
    const bj::object* object(std::string_view name) {
        const auto* value = object_.if_contains(name);
        if (!value || value->is_null())
            return nullptr;
        if (!value->is_object())
            return note(bad(name)), nullptr;
        return &value->get_object();
    }
    /// Calls `each` with the members of each object of a list.
    template <class Each>
    bool list(std::string_view name, std::size_t most, Each each) {
        const auto* value = object_.if_contains(name);
        if (!value || value->is_null())
            return false;
        if (!value->is_array())
            return note(bad(name)), false;
        if (value->get_array().size() > most)
            return note(long_of(name)), false;
        for (const auto& item : value->get_array()) {
            if (!item.is_object())
                return note(bad(name)), false;
            Members members(item.get_object());
            each(members);
            if (members.failure_)
                return note(*members.failure_), false;
        }
        return true;
    }
    void note(Failure failure) {
        if (!failure_)
            failure_ = std::move(failure);
    }
    [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }

private:
    const bj::object& object_;
    std::optional<Failure> failure_;
};

StreamKind kind_of(std::string_view type) {
    if (type == "audio")
        return StreamKind::audio;
    return type == "video" ? StreamKind::video : StreamKind::other;
}

PublishedStream read_published(Members& members) {
    PublishedStream out;
    out.kind = kind_of(members.text("type"));
    out.mid = members.text("mid");
    out.codec = members.text("codec");
    out.description = members.text("description");
    out.disabled = members.yes("disabled");
    out.moderated = members.yes("moderated");
    return out;
}

WatchedStream read_watched(Members& members) {
    WatchedStream out;
    const auto mline = members.number("mindex");
    if (mline >= most_streams)
        members.note(bad("mindex"));
    out.mline = static_cast<std::uint32_t>(mline);
    out.feed = members.text("feed_id");
    out.feed_mid = members.text("feed_mid");
    if (members.text("type") == "data")
        members.note(bad("type"));
    return out;
}

RoomEvent read_room(Members& members) {
    RoomEvent out;
    out.what = members.text("videoroom");
    out.error_code = members.code("error_code");
    out.error = members.text("error");
    out.private_id = members.number("private_id");
    out.leaving = members.text("leaving");
    out.unpublished = members.text("unpublished");
    out.kicked = members.text("kicked");
    out.reason = members.text("reason");
    members.list("publishers", most_publishers, [&out](Members& one) {
        Publisher publisher;
        publisher.feed = one.text("id");
        if (publisher.feed.empty())
            one.note(bad("id"));
        one.list("streams", most_streams,
                 [&](Members& stream) { publisher.streams.push_back(read_published(stream)); });
        out.publishers.push_back(std::move(publisher));
    });
    out.has_streams = members.list("streams", most_streams, [&out](Members& one) {
        out.streams.push_back(read_watched(one));
    });
    return out;
}

JanusMessage::Kind message_kind(std::string_view name) {
    using Kind = JanusMessage::Kind;
    constexpr std::pair<std::string_view, Kind> kinds[] = {
        {"success", Kind::success}, {"ack", Kind::ack},       {"error", Kind::error},
        {"event", Kind::event},     {"hangup", Kind::hangup}, {"detached", Kind::detached},
        {"timeout", Kind::timeout},
    };
    const auto* found = std::ranges::find(kinds, name, &std::pair<std::string_view, Kind>::first);
    return found == std::end(kinds) ? Kind::other : found->second;
}

/// An "id" of what was made is a number; lists of other answers have none.
void read_data(Members& members, JanusMessage& out) {
    if (const auto* data = members.object("data")) {
        Members made(*data);
        out.id = made.number("id");
        if (made.failure())
            members.note(*made.failure());
    }
}

void read_error(Members& members, JanusMessage& out) {
    if (const auto* error = members.object("error")) {
        Members said(*error);
        out.error_code = said.code("code");
        out.error = said.text("reason", longest_janus_message);
        out.error.resize(std::min(out.error.size(), longest_janus_text));
        if (said.failure())
            members.note(*said.failure());
    }
}

void read_plugin(Members& members, JanusMessage& out) {
    const auto* plugin = members.object("plugindata");
    if (!plugin)
        return;
    Members outer(*plugin);
    if (const auto* data = outer.object("data")) {
        Members inner(*data);
        out.room = read_room(inner);
        if (inner.failure())
            outer.note(*inner.failure());
    }
    if (outer.failure())
        members.note(*outer.failure());
}

void read_sdp(Members& members, JanusMessage& out) {
    const auto* jsep = members.object("jsep");
    if (!jsep)
        return;
    Members said(*jsep);
    const auto type = said.text("type");
    if (type != "offer" && type != "answer")
        said.note(bad("jsep"));
    out.sdp_is_offer = type == "offer";
    out.sdp = said.text("sdp", longest_sdp);
    if (said.failure())
        members.note(*said.failure());
}

} // namespace

Result<JanusMessage> read_janus_message(std::string_view text) {
    if (text.size() > longest_janus_message)
        return long_of("all of it");
    const auto value = json::parse(text);
    if (!value)
        return value.error();
    if (!value->is_object())
        return bad("all of it");
    Members members(value->get_object());
    JanusMessage out;
    out.kind = message_kind(members.text("janus"));
    out.transaction = members.text("transaction");
    out.sender = members.number("sender");
    if (out.kind == JanusMessage::Kind::success)
        read_data(members, out);
    else if (out.kind == JanusMessage::Kind::error)
        read_error(members, out);
    else if (out.kind == JanusMessage::Kind::hangup)
        out.error = members.text("reason");
    read_plugin(members, out);
    read_sdp(members, out);
    if (members.failure())
        return *members.failure();
    return out;
}

} // namespace chengyun::console
