// Walls: who makes them, who feeds them, and what the journal says of it. docs/wall.md.
//
// A wall lies in an area, or in the whole hall. Accounts whose scope holds that see it; phones do
// not. Who feeds it puts contents up, whoever put up what stands there: the last one counts, and
// the journal says who it was.
#pragma once

#include "core/account/account.h"
#include "core/wall/commands.h"
#include "core/wall/hand.h"
#include "hub/accounts/device_accounts.h"
#include "hub/deadlines/deadlines.h"
#include "hub/journal/change_text.h"
#include "hub/resources/reach.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"
#include "hub/wall/wall_store.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chengyun::hub {

/// Reading: any thread with its own connection; what the account does not see is not_found.
/// Commands: only inside a Transaction; each answers with Done. What they refuse besides: what the
/// rules of core/wall/commands.h do.
class WallService {
public:
    /// `devices` is called inside commands only; all else must outlive this.
    WallService(WallStore& walls, const Reach& reach, DeadlineStore& deadlines,
                std::function<DeviceAccounts&()> devices)
        : walls_(walls), reach_(reach), deadlines_(deadlines), devices_(std::move(devices)) {}

    /// A note of an entry: key and value, in alphabetical order of keys.
    using Notes = std::vector<std::pair<std::string_view, std::string>>;

    [[nodiscard]] Result<Wall> seen(Database& db, const Account& account,
                                    std::string_view id) const;
    /// {items: [Wall]}, by id.
    [[nodiscard]] Result<std::string> list(Database& db, const Account& account) const;
    [[nodiscard]] Result<std::string> get(Database& db, const Account& account,
                                          std::string_view id) const;
    [[nodiscard]] Result<std::string> board(Database& db, const Account& account,
                                            std::string_view id) const;
    /// May the account do this with its hand at the wall? The wall where it may; what is refused is
    /// as core/wall/hand.h says.
    [[nodiscard]] Result<Wall> reach_for(Database& db, const Account& account, std::string_view id,
                                         const WallHand& hand) const;
    /// {items: [WallPreset]}, by id.
    [[nodiscard]] Result<std::string> presets(Database& db, const Account& account,
                                              std::string_view id) const;
    /// The JSON texts of all that the account sees, each joined with commas.
    struct Seen {
        std::string walls, boards, presets;
    };
    [[nodiscard]] Result<Seen> seen_by(Database& db, const Account& account) const;

    /// Makes or edits a wall. `conflict` ("version") where somebody else was first; `no_room`
    /// beyond most_walls; `wrong_state` ("area") while a device of it is signed in by its area.
    [[nodiscard]] Result<Answer> put(Transaction& tx, const Account& account, Wall wall);
    /// With its board, its presets, and its device.
    struct Removed {
        Answer answer;
        DeviceAccounts::Committed committed;
    };
    [[nodiscard]] Result<Removed> remove(Transaction& tx, const Account& account,
                                         std::string_view id);

    [[nodiscard]] Result<Answer> put_up(Transaction& tx, const Account& account,
                                        std::string_view id, const PutUp& command);
    [[nodiscard]] Result<Answer> take_down(Transaction& tx, const Account& account,
                                           std::string_view id, const TakeDown& command);
    [[nodiscard]] Result<Answer> set_layout(Transaction& tx, const Account& account,
                                            std::string_view id, const SetLayout& command);
    [[nodiscard]] Result<Answer> move(Transaction& tx, const Account& account, std::string_view id,
                                      const MovePane& command);
    [[nodiscard]] Result<Answer> lock(Transaction& tx, const Account& account, std::string_view id,
                                      const SetLock& command);
    /// The board of before the last change that is still seen, by whomever it was. `wrong_state`
    /// ("undo") where nothing is kept any more.
    [[nodiscard]] Result<Answer> undo(Transaction& tx, const Account& account, std::string_view id);

    /// `conflict` ("version", or "key" or "mode" that another preset of the wall has); `no_room`
    /// beyond most_wall_presets.
    [[nodiscard]] Result<Answer> put_preset(Transaction& tx, const Account& account,
                                            WallPreset preset);
    [[nodiscard]] Result<Answer> remove_preset(Transaction& tx, const Account& account,
                                               std::string_view id);
    [[nodiscard]] Result<Answer> put_up_preset(Transaction& tx, const Account& account,
                                               std::string_view id);
    /// The hall's mode has changed, by this actor: each wall that has a preset for it shows that,
    /// but for those that somebody has locked.
    [[nodiscard]] Result<> follow_mode(Transaction& tx, const Actor& by, std::string_view mode);

    /// The board that another capability puts in the place of `before`, which is kept for undoing.
    /// Its own kind of entry says so, about the wall, with `also` beside the board; keys of `notes`
    /// come before "wall". too_large as for a person.
    [[nodiscard]] Result<Answer> show(Transaction& tx, const Actor& by, const Wall& wall,
                                      const WallBoard& before, WallBoard after,
                                      std::string_view kind, const Notes& notes,
                                      const ChangeText& also);
    /// What else is done when a wall is removed, inside the same Transaction, before its entry. A
    /// failure refuses the removal. Before anything is said; what it refers to must outlive this.
    using WallRemoved = std::function<Result<>(Transaction&, const Actor& by, const Wall&)>;
    void on_removed(WallRemoved told) { removed_.push_back(std::move(told)); }

    /// A code by which the wall's machine signs in; the one that is signed in goes dark.
    [[nodiscard]] Result<DeviceAccounts::Coded> make_code(Transaction& tx, const Account& account,
                                                          std::string_view id);
    [[nodiscard]] Result<Removed> revoke(Transaction& tx, const Account& account,
                                         std::string_view id);
    /// For the demonstration; waits. Not on one of the store's threads.
    [[nodiscard]] Result<Session> sign_in_now(const Actor& by, const Wall& wall);

    /// What is done when a pane has run out. Refers to this.
    [[nodiscard]] DeadlineHandler deadline_handler();

private:
    using Change = std::function<Result<WallBoard>(const Wall&, WallBoard)>;
    /// The change that a person makes of what a wall shows; the board of before is kept.
    [[nodiscard]] Result<Answer> feed(Transaction& tx, const Account& account, std::string_view id,
                                      std::string_view kind, const Notes& notes,
                                      const Change& change);
    /// Stores the board, arms its deadline and journals it.
    [[nodiscard]] Result<Answer> store(Transaction& tx, const Actor& by, const Wall& wall,
                                       WallBoard board, std::string_view kind, Notes notes,
                                       const ChangeText& also = {});
    [[nodiscard]] Result<> arm(Database& db, const WallBoard& board);
    [[nodiscard]] Result<> fire(Transaction& tx, const Deadline& deadline);

    WallStore& walls_;
    const Reach& reach_;
    DeadlineStore& deadlines_;
    std::function<DeviceAccounts&()> devices_;
    std::vector<WallRemoved> removed_;
};

} // namespace chengyun::hub
