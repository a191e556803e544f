#include "app/link/feed_frame.h"

#include "app/text.h"
#include "core/text/showable.h"
#include "core/wire/version.h"
#include "core/wire/wire_codec.h"

#include <QLoggingCategory>

Q_DECLARE_LOGGING_CATEGORY(lcFeed)

namespace chengyun::console {
namespace {

/// What changed on the live lane; nothing where it cannot be read, for the next batch may be.
LiveChangesPtr readLive(const boost::json::object& frame) {
    auto changes = std::make_shared<std::vector<LiveChange>>();
    if (const auto* refused = frame.if_contains("refused"))
        qCWarning(lcFeed) << "the hub refuses:" << boost::json::serialize(*refused).c_str();
    if (const auto* list = frame.if_contains("watches")) {
        auto decoded = json::decode<std::vector<LiveChange>>(*list, json::Unknown::ignore);
        if (decoded)
            *changes = std::move(*decoded);
        else
            qCWarning(lcFeed) << "live values not understood:" << decoded.error().field.c_str();
    }
    return changes;
}

} // namespace

std::shared_ptr<Feed::Frame> Feed::Frame::parse(const QByteArray& text) {
    auto frame = std::make_shared<Frame>();
    frame->bad = true;
    const auto value = json::parse(view(text));
    const auto* object = value ? value->if_object() : nullptr;
    const auto* type = object ? object->if_contains("t") : nullptr;
    if (!type || !type->is_string())
        return frame;
    if (const auto* version = object->if_contains("wire"); version && version->is_string()) {
        frame->version = version->as_string();
        frame->newer = is_newer_wire(frame->version);
        if (frame->newer)
            return frame;
    }
    if (type->as_string() == "live") {
        frame->live = readLive(*object);
        frame->bad = false;
        return frame;
    }
    const auto number = [&](const char* name, std::int64_t& out) {
        const auto* member = object->if_contains(name);
        if (!member)
            return false;
        const auto decoded = json::decode<std::int64_t>(*member);
        if (decoded)
            out = *decoded;
        return decoded.has_value();
    };
    if (!number("head", frame->head.seq))
        return frame;
    // A hub of an older version tells none.
    if (const auto* hash = object->if_contains("hash"); hash && hash->is_string())
        frame->head.hash = hash->as_string();
    if (type->as_string() == "reload") {
        frame->reload = true;
        frame->bad = false;
        return frame;
    }
    if (type->as_string() != "entries" || !number("after", frame->after))
        return frame;
    std::vector<Entry> entries;
    if (const auto* list = object->if_contains("entries")) {
        auto decoded = json::decode<std::vector<Entry>>(*list, json::Unknown::ignore);
        if (!decoded) {
            qCWarning(lcFeed) << "entry not understood:" << decoded.error().field.c_str()
                              << decoded.error().detail.c_str();
            return frame;
        }
        entries = std::move(*decoded);
        make_showable(entries);
    }
    frame->entries = std::make_shared<const std::vector<Entry>>(std::move(entries));
    frame->bad = false;
    return frame;
}

} // namespace chengyun::console
