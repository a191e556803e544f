// The health of cameras: what consoles say of those that they play, what is kept of it, and the
// journal entry of each change.
#pragma once

#include "core/account/account.h"
#include "hub/resources/camera_board.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace chengyun::hub {

class Database;
class Findings;
class ResourceStore;

/// Any thread, but for open().
class CameraHealthService {
public:
    /// A session may report so often.
    static constexpr std::chrono::seconds least_interval{5};

    explicit CameraHealthService(const ResourceStore& resources) : resources_(resources) {}

    /// Before reports are taken: what is stored.
    [[nodiscard]] Result<> open(Database& db);
    /// Cameras that the account does not see, or that are none, are left out. `too_many` when the
    /// session has reported just now; `forbidden` for a unit's account.
    [[nodiscard]] Result<> take(Database& db, const Account& account, const std::string& session,
                                const SeenCameras& seen, Instant now);
    /// Stores and tells what has become sure, a bounded number at a time. True when there may be
    /// more.
    [[nodiscard]] Result<bool> tell(Writer& writer, Instant now);

    using Each = std::function<void(std::string_view json)>;
    /// Of the cameras within the scope (empty: all).
    [[nodiscard]] Result<> each(Database& db, std::string_view scope, const Each& visit) const;
    /// Compares every row with the journal.
    [[nodiscard]] Result<> check(Database& db, Findings& findings) const;

private:
    [[nodiscard]] Result<> store(Transaction& tx, CameraHealth& health, bool& is_there);

    const ResourceStore& resources_;
    CameraBoard board_;
    std::mutex mutex_;                                  ///< guards the one below
    std::unordered_map<std::string, Instant> reported_; ///< by session
};

} // namespace chengyun::hub
