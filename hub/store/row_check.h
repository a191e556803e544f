// Comparing rows with the after-images of the journal.
#pragma once

#include "core/journal/images.h"
#include "core/result.h"
#include "hub/journal/journal_walk.h"
#include "hub/store/findings.h"
#include "hub/store/rows.h"

#include <boost/json/value.hpp>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace chengyun::hub {

/// The members in which two objects differ, "title, state"; empty when they are the same. Values
/// that are no objects differ as a whole.
[[nodiscard]] std::string differences(const boost::json::value& one,
                                      const boost::json::value& other);

/// Calls `visit` with the value of a row, as a T and as JSON; where its text is none, the findings
/// say so instead. The first column is the row's id, the second its text.
template <class T, class Visit>
[[nodiscard]] Result<> if_readable(const Statement& row, std::string_view table, Findings& findings,
                                   Visit&& visit) {
    const auto json = json::parse(row.text(1));
    const auto value =
        json ? json::decode<T>(*json, json::Unknown::ignore) : Result<T>(json.error());
    if (value)
        return visit(*value, *json);
    findings.wrong(table, row.text(0), "cannot be read: " + value.error().detail);
    return {};
}

/// Rows that say in `version` which entry changed them last: resources and units. Every entry is
/// told first, then every row.
class VersionedRows {
public:
    /// `kind` is that of the rows' values. `row_of` gives the JSON text of the row of an id.
    /// `imports` are the kinds of entry that change such rows without holding them. All but the
    /// findings must live as long as this.
    VersionedRows(Database& db, Findings& findings, std::string_view table, const EntityKind& kind,
                  std::string_view row_of, std::span<const std::string_view> imports = {});

    /// The member by which an after-image names its row, where that is not "id"; a literal.
    void keyed_by(std::string_view member) { key_ = member; }
    /// What a migration has made of the rows since: done to an after-image that the row differs
    /// from, before they are compared again.
    void made_since(std::function<void(boost::json::value& image)> change) {
        made_since_ = std::move(change);
    }
    /// Tells every entry about these entities, then says what is missing. `each` is called in
    /// place of entry().
    [[nodiscard]] Result<> walk(std::initializer_list<std::string_view> entities,
                                const std::function<Result<>(const WalkedEntry&)>& each = {});
    /// Is what the entry changed still there, and no older than it? One of the kind that takes such
    /// values away is removed().
    [[nodiscard]] Result<> entry(const WalkedEntry& entry);
    /// The entry took this away: it may be missing, and what is there must be newer.
    [[nodiscard]] Result<> removed(const WalkedEntry& entry, std::string_view id);
    /// The entry, an import of areas, may have taken away what belongs to any of its areas.
    void may_be_gone(const WalkedEntry& entry,
                     const std::function<std::string(std::string_view area)>& id_of);
    /// After the last entry: says what is missing.
    void end_of_journal();
    /// Is the row what the entry of its version made of it? `since` is its edition's number, 0
    /// where no import has stored it in pieces (hub/resources/migrations/0012_editions.sql).
    [[nodiscard]] Result<> row(std::string_view id, const boost::json::value& json,
                               std::int64_t since);

private:
    /// The version of the row with this id; none when there is none.
    [[nodiscard]] Result<std::optional<std::int64_t>> version_of(std::string_view id);

    [[nodiscard]] Result<std::int64_t> last_import(Database& db);
    [[nodiscard]] std::string_view id_in(const boost::json::value& image) const;

    Database& db_;
    Findings& findings_;
    std::optional<std::int64_t> last_import_;
    std::string_view table_;
    const EntityKind& kind_;
    std::string_view row_of_;
    std::string_view key_ = "id";
    std::span<const std::string_view> imports_;
    std::map<std::string, std::int64_t, std::less<>> missing_; ///< id → the last entry that has it
    std::function<void(boost::json::value&)> made_since_;
    std::optional<WalkedEntry> last_; ///< of the row before: an import has many
};

} // namespace chengyun::hub
