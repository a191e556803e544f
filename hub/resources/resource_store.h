// Where resources are kept, and how they are found.
#pragma once

#include "core/resource/resource.h"
#include "core/result.h"
#include "hub/resources/stream_sign_ins.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class Database;
class Findings;

/// All conditions must hold; absent ones do not restrict.
struct ResourceQuery {
    std::optional<Box> box;
    std::vector<Layer> layers; ///< any of these
    std::string kind;
    std::string area;        ///< 12-digit code: this area and below
    std::string text;        ///< part of name, code, pinyin initials or address; case is ignored
    std::size_t limit = 500; ///< 1 … 5000
    std::string after;       ///< `next` of the page before
};

/// Stateless; any thread with its own connection. Writing only inside a Transaction.
class ResourceStore {
public:
    virtual ~ResourceStore() = default;

    /// not_found when there is none.
    [[nodiscard]] virtual Result<Resource> get(Database& db, std::string_view id) const = 0;
    /// The code of its area, or empty. not_found when there is no such resource.
    [[nodiscard]] virtual Result<std::string> area_of(Database& db, std::string_view id) const = 0;
    /// none when there is none.
    [[nodiscard]] virtual Result<std::optional<Resource>> find(Database& db, Layer layer,
                                                               std::string_view code) const = 0;
    struct Page {
        std::vector<std::string> items; ///< JSON texts
        std::string next;               ///< empty on the last page
    };
    /// Within `scope` (empty: everywhere), in no order that means anything: pages go on by a number
    /// that an import gives anew to what it changes, always a higher one. So a later page may
    /// repeat what an earlier one had; what is there all the while is on one of them.
    [[nodiscard]] virtual Result<Page> query(Database& db, std::string_view scope,
                                             const ResourceQuery& query) const = 0;
    using Each = std::function<void(std::string_view json)>;
    [[nodiscard]] virtual Result<> each(Database& db, std::string_view scope,
                                        const Each& visit) const = 0;

    /// Who may fetch the camera's streams; empty where nobody said. Not in the resource's JSON, and
    /// sealed (hub/store/secret_box.h): fails with `wrong_state` when the key that has sealed it is
    /// not this hub's.
    [[nodiscard]] virtual Result<StreamSignIns> sign_ins(Database& db,
                                                         std::string_view id) const = 0;

    /// Inserts or replaces by id. `conflict` when another resource has its layer and code.
    virtual Result<> put(Database& db, const Resource& resource, std::string_view json) = 0;
    /// Inserts, replaces or, when empty, removes.
    virtual Result<> put_sign_ins(Database& db, std::string_view id, const StreamSignIns& who) = 0;
    /// How many cameras' sign-ins cannot be opened any more.
    [[nodiscard]] virtual Result<std::int64_t> unreadable_sign_ins(Database& db) const = 0;
    /// The resource and its sign-in.
    virtual Result<> remove(Database& db, std::string_view id) = 0;
    /// Compares every row with the journal, and what is searched by with the row. In one read
    /// transaction of the caller's. What an import brought cannot be compared: its entry has no
    /// rows.
    [[nodiscard]] virtual Result<> check(Database& db, Findings& findings) const = 0;

    /// Of the open edition (EditionStore): stored for when it is shown, in place of the one with
    /// the same id. The row's number, for stage_box. `conflict` when one is staged under its id or
    /// its code already.
    [[nodiscard]] virtual Result<std::int64_t> stage(Database& db, const Resource& resource,
                                                     std::string_view json) = 0;
    /// Without it a staged resource is not found by its place. Apart from stage(), because it is
    /// cheap only when neighbours come one after the other.
    virtual Result<> stage_box(Database& db, std::int64_t row, Place place) = 0;
    /// Forgets what was staged under this code; the id it was staged under, empty when none was.
    [[nodiscard]] virtual Result<std::string> unstage(Database& db, Layer layer,
                                                      std::string_view code) = 0;
};

} // namespace chengyun::hub
