#include "hub/journal/journal_walk.h"

#include "core/json/codec.h"
#include "hub/store/database.h"

#include <algorithm>
#include <string>
#include <utility>

namespace chengyun::hub {

namespace {

[[nodiscard]] Result<WalkedEntry> walked(std::int64_t seq, std::string_view body) {
    auto value = json::parse(body);
    auto* object = value ? value->if_object() : nullptr;
    if (!object)
        return fail(FailureKind::corrupt, "journal",
                    "entry " + std::to_string(seq) + " cannot be read");
    return WalkedEntry{seq, std::move(*object)};
}

[[nodiscard]] std::string_view text_in(const boost::json::object& object, std::string_view name) {
    const auto* member = object.if_contains(name);
    const auto* text = member ? member->if_string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

[[nodiscard]] const boost::json::object* object_in(const boost::json::object& object,
                                                   std::string_view name) {
    const auto* member = object.if_contains(name);
    return member ? member->if_object() : nullptr;
}

} // namespace

std::string_view WalkedEntry::text(std::string_view name) const {
    return text_in(json, name);
}

std::int64_t WalkedEntry::time() const {
    const auto* member = json.if_contains("time");
    const auto* number = member ? member->if_int64() : nullptr;
    return number ? *number : 0;
}

std::string_view WalkedEntry::note(std::string_view name) const {
    const auto* body = object_in(json, "body");
    const auto* note = body ? object_in(*body, "note") : nullptr;
    return note ? text_in(*note, name) : std::string_view();
}

bool WalkedEntry::names_unit(std::string_view id) const {
    const auto* member = json.if_contains("units");
    const auto* list = member ? member->if_array() : nullptr;
    return list && std::ranges::any_of(*list, [&](const boost::json::value& unit) {
               const auto* text = unit.if_string();
               return text && std::string_view(*text) == id;
           });
}

const boost::json::value* WalkedEntry::image(std::string_view kind) const {
    const auto* body = object_in(json, "body");
    return body ? body->if_contains(kind) : nullptr;
}

const boost::json::array& WalkedEntry::images(std::string_view kind) const {
    static const boost::json::array none;
    const auto* member = image(kind);
    const auto* list = member ? member->if_array() : nullptr;
    return list ? *list : none;
}

namespace {

/// "(?, ?)" for that many values.
[[nodiscard]] std::string places_for(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += i == 0 ? "(?" : ", ?";
    return out + ")";
}

} // namespace

Result<> each_entry(Database& db, std::initializer_list<std::string_view> entities,
                    const std::function<Result<>(const WalkedEntry&)>& visit) {
    auto query = db.prepare("SELECT seq, body FROM journal WHERE entity IN " +
                            places_for(entities.size()) + " ORDER BY seq");
    if (!query)
        return query.error();
    for (const auto entity : entities)
        query->bind(entity);
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        auto entry = walked(query->integer(0), query->text(1));
        if (!entry)
            return entry.error();
        if (auto done = visit(*entry); !done)
            return done;
    }
}

Result<>
each_timeline(Database& db, std::initializer_list<std::string_view> entities,
              const std::function<Result<>(std::string_view subject,
                                           const std::vector<WalkedEntry>& entries)>& visit) {
    // In the order of the index by subject, which holds the numbers too: nothing is sorted.
    auto query = db.prepare("SELECT subject, seq, body FROM journal INDEXED BY journal_subject "
                            "WHERE subject <> '' AND entity IN " +
                            places_for(entities.size()) + " ORDER BY subject, seq");
    if (!query)
        return query.error();
    for (const auto entity : entities)
        query->bind(entity);
    std::string subject;
    std::vector<WalkedEntry> entries;
    for (;;) {
        auto row = query->step();
        if (!row)
            return row.error();
        if (!*row || query->text(0) != subject) {
            if (!entries.empty())
                if (auto done = visit(subject, entries); !done)
                    return done;
            entries.clear();
            if (!*row)
                return {};
            subject = query->text(0);
        }
        auto entry = walked(query->integer(1), query->text(2));
        if (!entry)
            return entry.error();
        entries.push_back(std::move(*entry));
    }
}

Result<bool> has_timeline(Database& db, std::string_view subject) {
    auto query = db.prepare("SELECT 1 FROM journal WHERE subject = ? AND subject <> '' LIMIT 1");
    if (!query)
        return query.error();
    return query->bind_view(subject).step();
}

Result<WalkedEntry> walked_entry(Database& db, std::int64_t seq) {
    auto query = db.prepare("SELECT body FROM journal WHERE seq = ?");
    if (!query)
        return query.error();
    auto row = query->bind(seq).step();
    if (!row)
        return row.error();
    if (!*row)
        return fail(FailureKind::not_found, "journal", "no such entry");
    return walked(seq, query->text(0));
}

} // namespace chengyun::hub
