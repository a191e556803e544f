// The journal read as values, for comparing rows with it. All of it inside one read transaction of
// the caller's; memory holds one entry, or those of one subject.
#pragma once

#include "core/result.h"

#include <boost/json/value.hpp>

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;

/// An entry as hashed: without `previous` and `hash`.
struct WalkedEntry {
    std::int64_t seq = 0;
    boost::json::object json;

    /// A member that is text, else nothing.
    [[nodiscard]] std::string_view text(std::string_view name) const;
    [[nodiscard]] std::int64_t time() const; ///< ms
    /// A text of the body's note, else nothing.
    [[nodiscard]] std::string_view note(std::string_view name) const;
    /// Whether it stands among the units that see the entry.
    [[nodiscard]] bool names_unit(std::string_view id) const;
    /// The after-image of what there is one of ("duty"), else nothing.
    [[nodiscard]] const boost::json::value* image(std::string_view kind) const;
    /// The after-images of one kind ("orders"), else none.
    [[nodiscard]] const boost::json::array& images(std::string_view kind) const;
};

/// The entries about these entities ("resource"), oldest first.
[[nodiscard]] Result<> each_entry(Database& db, std::initializer_list<std::string_view> entities,
                                  const std::function<Result<>(const WalkedEntry&)>& visit);
/// Those of the entries about these entities that belong to a subject: one subject's after
/// another's, each subject's oldest first.
[[nodiscard]] Result<>
each_timeline(Database& db, std::initializer_list<std::string_view> entities,
              const std::function<Result<>(std::string_view subject,
                                           const std::vector<WalkedEntry>& entries)>& visit);
[[nodiscard]] Result<bool> has_timeline(Database& db, std::string_view subject);
/// not_found when the journal has no such number.
[[nodiscard]] Result<WalkedEntry> walked_entry(Database& db, std::int64_t seq);

} // namespace chengyun::hub
