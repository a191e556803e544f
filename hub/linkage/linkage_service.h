// Linkage: who puts a group onto a wall's screen, when one comes up by a rule, and when all goes
// back. What follows from what is core's (core/linkage/links.h); the boards are the walls'.
// docs/linkage.md.
//
// Rules, and the ends of orders, follow the journal: follow() takes the entries after the cursor,
// and moves it in the transaction that carries out what follows from them. So each entry counts
// exactly once, whatever dies in between. While no rule is on and nothing is linked, nothing is
// followed.
#pragma once

#include "core/account/account.h"
#include "core/linkage/trial.h"
#include "hub/deadlines/deadlines.h"
#include "hub/linkage/linkage_store.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class JournalKinds;
class OrderStore;
class WallService;
class WallStore;
struct Resources;
struct StoredEntry;

/// Reading: any thread with its own connection; a wall that the account does not see is not_found.
/// Commands: only inside a Transaction; each answers with Done.
class LinkageService {
public:
    /// All must outlive this.
    struct Others {
        WallService& walls;
        const WallStore& wall_store;
        const OrderStore& orders;
        Resources& resources;
        DeadlineStore& deadlines;
    };
    LinkageService(LinkageStore& store, const Others& others) : store_(store), others_(others) {}

    /// WallLinks.
    [[nodiscard]] Result<std::string> links(Database& db, const Account& account,
                                            std::string_view wall) const;
    /// {items: [LinkageRule]} of the walls that the account sees, by id.
    [[nodiscard]] Result<std::string> rules(Database& db, const Account& account) const;
    /// The JSON texts of all that the account sees, each joined with commas.
    struct Seen {
        std::string links, rules;
    };
    [[nodiscard]] Result<Seen> seen_by(Database& db, const Account& account) const;

    /// The group around an order or a thing, over what stands on the screen. `wrong_state` on a
    /// locked wall ("locked"), and for an order that is over ("about").
    [[nodiscard]] Result<Answer> put_up(Transaction& tx, const Account& account,
                                        std::string_view wall, const PutUpLink& command);
    /// `not_found` ("screen") where nothing is linked; `wrong_state` ("locked") on a locked wall.
    [[nodiscard]] Result<Answer> give_back(Transaction& tx, const Account& account,
                                           std::string_view wall, const GiveBack& command);

    /// `conflict` ("version") where somebody else was first; `no_room` beyond most_linkage_rules. A
    /// rule that is turned off, or changed, leaves what it has put up.
    [[nodiscard]] Result<Answer> put_rule(Transaction& tx, const Account& account,
                                          LinkageRule rule);
    [[nodiscard]] Result<Answer> remove_rule(Transaction& tx, const Account& account,
                                             std::string_view id);
    /// What the rule would have shown in the last trial_days. The rule need not be kept yet.
    [[nodiscard]] Result<TrialAnswer> trial(Database& db, const JournalKinds& kinds,
                                            const Account& account, const LinkageRule& rule,
                                            Instant now) const;

    /// Carries out what follows from the next entries of the journal; whether there may be more.
    [[nodiscard]] Result<bool> follow(Transaction& tx, const JournalKinds& kinds);
    /// May an entry of this kind change what stands on a wall now? Any thread.
    [[nodiscard]] bool awaits(std::string_view entry_kind) const;

    /// With the wall go its links and its rules. Inside the wall's command.
    [[nodiscard]] Result<> forget_wall(Transaction& tx, const Actor& by, const Wall& wall);
    /// What is done when a link has run out. Refers to this.
    [[nodiscard]] DeadlineHandler deadline_handler();

private:
    /// not_found where the wall has no such screen.
    [[nodiscard]] Result<Wall> seen(Database& db, const Account& account, std::string_view wall,
                                    const std::string& screen) const;
    /// Stores what follows from these links and the wall's board, and journals it; an answer
    /// without a body where nothing changes.
    [[nodiscard]] Result<Answer> settle(Transaction& tx, const Actor& by, const Wall& wall,
                                        const WallLinks& before, WallLinks after);
    /// settle() with one more link, or with those that there are.
    [[nodiscard]] Result<Answer> add_to(Transaction& tx, const Actor& by, const Wall& wall,
                                        std::optional<Link> link);
    /// settle() by the hub itself, of the wall as it is. A wall that is full is left, and the log
    /// says so: what follows for others must not wait for it.
    [[nodiscard]] Result<> settle_by_itself(Transaction& tx, std::string_view wall,
                                            const WallLinks& before, WallLinks after);
    /// From here on the journal is followed, if it was not.
    [[nodiscard]] Result<> begin_to_follow(Transaction& tx);
    [[nodiscard]] Result<bool> is_idle(Database& db) const;
    [[nodiscard]] Result<> take(Transaction& tx, const StoredEntry& stored,
                                const std::vector<LinkageRule>& rules);
    [[nodiscard]] Result<> apply(Transaction& tx, const LinkageRule& rule, LinkageEvent event,
                                 const Order& order, Instant at);
    [[nodiscard]] Result<> end(Transaction& tx, std::string_view order);
    [[nodiscard]] Result<PresetScreen> group(Database& db, const Wall& wall,
                                             const std::string& screen, const GroupSubject& subject,
                                             LinkageShows shows) const;
    /// Its own place, or that of the thing that it is about.
    [[nodiscard]] Result<std::optional<Place>> place_of(Database& db, const Order& order) const;
    [[nodiscard]] Result<> arm(Database& db, const WallLinks& links);

    LinkageStore& store_;
    Others others_;
    /// Something may have to be followed. Written on the writer's thread.
    std::atomic<bool> follows_{true};
};

} // namespace chengyun::hub
