#include "hub/store/row_check.h"

#include <algorithm>
#include <utility>

namespace chengyun::hub {

namespace {

[[nodiscard]] std::int64_t version_in(const boost::json::value& json) {
    const auto* object = json.if_object();
    const auto* member = object ? object->if_contains("version") : nullptr;
    const auto* number = member ? member->if_int64() : nullptr;
    return number ? *number : -1;
}

[[nodiscard]] std::string entry_name(std::int64_t seq) {
    return "entry " + std::to_string(seq) + " of the journal";
}

} // namespace

std::string differences(const boost::json::value& one, const boost::json::value& other) {
    if (one == other)
        return {};
    const auto* a = one.if_object();
    const auto* b = other.if_object();
    if (!a || !b)
        return "everything";
    std::string names;
    const auto name = [&](std::string_view member) {
        names += names.empty() ? "" : ", ";
        names += member;
    };
    for (const auto& [key, value] : *a) {
        const auto* theirs = b->if_contains(key);
        if (!theirs || *theirs != value)
            name(key);
    }
    for (const auto& [key, value] : *b)
        if (!a->contains(key))
            name(key);
    return names;
}

std::string_view VersionedRows::id_in(const boost::json::value& image) const {
    const auto* object = image.if_object();
    const auto* member = object ? object->if_contains(key_) : nullptr;
    const auto* text = member ? member->if_string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

/// Number of the last entry of an import; 0 when there was none.
Result<std::int64_t> VersionedRows::last_import(Database& db) {
    if (!last_import_) {
        std::int64_t last = 0;
        for (const auto kind : imports_) {
            auto query =
                bound(db, "SELECT coalesce(max(seq), 0) FROM journal WHERE kind = ?", kind);
            if (!query)
                return query.error();
            if (auto row = query->step(); !row)
                return row.error();
            last = std::max(last, query->integer(0));
        }
        last_import_ = last;
    }
    return *last_import_;
}

VersionedRows::VersionedRows(Database& db, Findings& findings, std::string_view table,
                             const EntityKind& kind, std::string_view row_of,
                             std::span<const std::string_view> imports)
    : db_(db), findings_(findings), table_(table), kind_(kind), row_of_(row_of), imports_(imports) {
}

Result<> VersionedRows::walk(std::initializer_list<std::string_view> entities,
                             const std::function<Result<>(const WalkedEntry&)>& each) {
    auto walked = each_entry(db_, entities,
                             [&](const WalkedEntry& one) { return each ? each(one) : entry(one); });
    if (walked)
        end_of_journal();
    return walked;
}

Result<std::optional<std::int64_t>> VersionedRows::version_of(std::string_view id) {
    auto query = bound(db_, row_of_, id);
    if (!query)
        return query.error();
    auto row = query->step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<std::int64_t>();
    auto json = json::parse(query->text(0));
    return std::optional(json ? version_in(*json) : -1);
}

Result<> VersionedRows::entry(const WalkedEntry& entry) {
    if (!kind_.removed_by.empty() && entry.text("kind") == kind_.removed_by)
        return removed(entry, entry.text("id"));
    for (const auto& image : entry.images(kind_.name)) {
        const auto id = id_in(image);
        auto version = version_of(id);
        if (!version)
            return version.error();
        if (!*version)
            missing_.insert_or_assign(std::string(id), entry.seq);
        else if (**version < entry.seq)
            findings_.wrong(table_, id, "is older than " + entry_name(entry.seq));
    }
    return {};
}

Result<> VersionedRows::removed(const WalkedEntry& entry, std::string_view id) {
    if (const auto found = missing_.find(id); found != missing_.end())
        missing_.erase(found);
    auto version = version_of(id);
    if (!version)
        return version.error();
    if (*version && **version < entry.seq)
        findings_.wrong(table_, id, "is there, but " + entry_name(entry.seq) + " took it away");
    return {};
}

void VersionedRows::may_be_gone(const WalkedEntry& entry,
                                const std::function<std::string(std::string_view)>& id_of) {
    const auto* areas = entry.json.if_contains("areas");
    if (const auto* list = areas && !missing_.empty() ? areas->if_array() : nullptr)
        for (const auto& area : *list)
            if (const auto* code = area.if_string())
                missing_.erase(id_of(*code));
}

void VersionedRows::end_of_journal() {
    for (const auto& [id, seq] : missing_)
        findings_.wrong(table_, id, "is missing; " + entry_name(seq) + " has it");
    missing_.clear();
}

Result<> VersionedRows::row(std::string_view id, const boost::json::value& json,
                            std::int64_t since) {
    const auto version = version_in(json);
    if (!last_ || last_->seq != version) {
        last_.reset();
        auto entry = walked_entry(db_, version);
        if (!entry && entry.error().kind == FailureKind::not_found) {
            findings_.wrong(table_, id,
                            "was changed last by " + entry_name(version) + ", which it has not");
            return {};
        }
        if (!entry)
            return entry.error();
        last_ = std::move(*entry);
    }
    for (const auto& image : last_->images(kind_.name)) {
        if (id_in(image) != id)
            continue;
        findings_.compared();
        auto names = differences(json, image);
        if (!names.empty() && made_since_) {
            auto expected = image;
            made_since_(expected);
            names = differences(json, expected);
        }
        if (!names.empty())
            findings_.wrong(table_, id, "differs from " + entry_name(version) + " in " + names);
        return {};
    }
    // Rows that an import stores in pieces are made ready before its entry is written: they have a
    // number up to its.
    auto imported = last_import(db_);
    if (!imported)
        return imported.error();
    if (std::ranges::find(imports_, last_->text("kind")) != imports_.end() ||
        (since != 0 && version <= *imported))
        findings_.not_compared(std::string(kind_.name) +
                               " were last changed by an import, whose entry does not hold them");
    else
        findings_.wrong(table_, id, entry_name(version) + " says nothing of it");
    return {};
}

} // namespace chengyun::hub
