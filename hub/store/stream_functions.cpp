#include "hub/store/stream_functions.h"

#include "core/resource/resource_codec.h"
#include "hub/store/database.h"

#include <sqlite3.h>

#include <new>

namespace chengyun::hub {

namespace {

StreamSignIn unreadable_sign_in(std::string_view stream) {
    const auto slashes = stream.find("//");
    const auto from = slashes == std::string_view::npos ? 0 : slashes + 2;
    const auto at = stream.rfind('@');
    if (at == std::string_view::npos || at < from)
        return {};
    const auto before = stream.substr(from, at - from);
    const auto colon = before.find(':');
    return {std::string(before.substr(0, colon)), colon == std::string_view::npos
                                                      ? std::string()
                                                      : std::string(before.substr(colon + 1))};
}

template <auto Member>
void answer(sqlite3_context* context, int, sqlite3_value** arguments) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
    try {
        const auto out = Member(stream_parts(text ? std::string_view(text, size) : ""));
        sqlite3_result_text64(context, out.data(), out.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context); // SQLite's own frames are C
    }
}

constexpr auto user = [](StreamParts parts) { return std::move(parts.sign_in.user); };
constexpr auto password = [](StreamParts parts) { return std::move(parts.sign_in.password); };
constexpr auto text = [](StreamParts parts) { return std::move(parts.json); };

} // namespace

StreamParts stream_parts(std::string_view resource_json) {
    StreamParts out{std::string(resource_json), {}};
    // Most rows are no cameras with a password: they are not even read.
    if (resource_json.find("\"stream\"") == std::string_view::npos ||
        resource_json.find('@') == std::string_view::npos)
        return out;
    auto resource = json::read<Resource>(resource_json, json::Unknown::ignore);
    if (!resource)
        return out;
    const auto place = without_sign_in(resource->stream);
    if (place == resource->stream)
        return out;
    const auto address = read_stream_address(resource->stream);
    out.sign_in = address ? address->sign_in : unreadable_sign_in(resource->stream);
    resource->stream = place;
    out.json = json::write(*resource);
    return out;
}

Result<> add_stream_functions(Database& db) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    for (const auto& [name, function] :
         {std::pair("stream_user", &answer<user>), std::pair("stream_password", &answer<password>),
          std::pair("without_stream_sign_in", &answer<text>)})
        if (sqlite3_create_function_v2(db.handle(), name, 1, flags, nullptr, function, nullptr,
                                       nullptr, nullptr) != SQLITE_OK)
            return fail(FailureKind::internal, {}, sqlite3_errmsg(db.handle()));
    return {};
}

} // namespace chengyun::hub
