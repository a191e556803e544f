// What happened while nobody listened. A seat that was away for long gets a snapshot instead of the
// entries, and a snapshot rings no bell by itself.
#pragma once

#include "core/account/account.h"
#include "core/journal/entry.h"
#include "core/order/order.h"
#include "core/wire/answers.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace chengyun::console {

/// GUI thread. Knows what has been told about; forgets it with `forget`.
class Missed {
public:
    enum class Kind { newOrder, overdue, returnRequested };
    struct News {
        Kind kind = Kind::newOrder;
        const Assignment* assignment = nullptr; ///< in the snapshot that was compared
        bool before = false; ///< it was so when this account came: to be seen, not to be rung
    };

    /// What the snapshot holds that this account must be told and has not been: for a unit its own
    /// unacknowledged assignments; for the centre who has become late or wants to return something.
    /// What the centre finds at its first snapshot is marked `before`: whoever sits down is not
    /// rung at for each of an evening's late ones. The pointers live as long as the snapshot.
    [[nodiscard]] std::vector<News> compare(const Snapshot& snapshot, const Account& account);
    /// An entry has arrived, and whoever it concerns has been told.
    void note(const Entry& entry);
    void forget();

private:
    std::set<std::pair<Kind, std::string>> told_; ///< with the assignment's id
    bool fresh_ = true;
};

} // namespace chengyun::console
