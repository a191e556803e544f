// Consultations: who makes them, who sees them, and what the journal says. docs/consult.md.
//
// A room lies in an area, or in the whole hall. Accounts whose scope holds that see it, and so do
// its members, wherever they are; a unit's account sees no other.
#pragma once

#include "core/consult/commands.h"
#include "core/order/order.h"
#include "hub/consult/consult_store.h"
#include "hub/consult/guest_store.h"
#include "hub/store/transaction.h"
#include "hub/store/writer.h"

#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class OrderStore;
class Reach;

/// GET /consults/proposal: somebody who belongs to an order's room.
struct ProposedMember {
    std::string id;
    MemberKind kind = MemberKind::person;
    std::string name;
    std::string post; ///< of the duty, or empty
    bool operator==(const ProposedMember&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposedMember, (), (id, kind, name, post))

/// What other capabilities know.
struct ConsultSources {
    const Reach& reach;
    const OrderStore& orders;
    /// `not_found` or `forbidden` where nobody with this id may sign in.
    std::function<Result<Account>(Database&, std::string_view id)> account;
    /// Id of the account with this sign-in name. For the demonstration.
    std::function<std::optional<std::string>(std::string_view name)> named;
    /// How long this address must wait before it may open a guest's link; and that it has tried one
    /// which is none.
    std::function<std::optional<std::chrono::seconds>(std::string_view address)> wait_of;
    std::function<void(std::string_view address)> missed;
};

/// Reading: any thread with its own connection; what the account does not see is not_found.
/// Commands: only inside a Transaction; each answers with Done. What they refuse besides: what the
/// rules of core/consult/commands.h do.
class ConsultService {
public:
    ConsultService(ConsultStore& consults, GuestStore& guests, ConsultSources sources)
        : consults_(consults), guests_(guests), sources_(std::move(sources)) {}

    /// {items: [Consult]}: not over, or since a day.
    [[nodiscard]] Result<std::string> list(Database& db, const Account& account, Instant now) const;
    [[nodiscard]] Result<std::string> get(Database& db, const Account& account,
                                          std::string_view id) const;
    /// {items: [ProposedMember]}: the order's recipients, then the centre's duty chain; without
    /// who asks.
    [[nodiscard]] Result<std::string> proposal(Database& db, const Account& account,
                                               std::string_view order, Instant now) const;
    /// The JSON texts of what a seat starts from.
    [[nodiscard]] Result<std::vector<std::string>> seen_by(Database& db, const Account& account,
                                                           Instant now) const;
    /// The room that this account may have a ticket for; wrong_state ("member") for one who is not
    /// in.
    [[nodiscard]] Result<Consult> entered(Database& db, const Account& account,
                                          std::string_view id) const;

    /// `conflict` ("order") where the order has a room already.
    [[nodiscard]] Result<Answer> make(Transaction& tx, const Account& account,
                                      const MakeConsult& command);
    [[nodiscard]] Result<Answer> call(Transaction& tx, const Account& account, std::string_view id,
                                      const CallMembers& command);
    [[nodiscard]] Result<Answer> accept(Transaction& tx, const Account& account,
                                        std::string_view id);
    [[nodiscard]] Result<Answer> decline(Transaction& tx, const Account& account,
                                         std::string_view id);
    [[nodiscard]] Result<Answer> enter(Transaction& tx, const Account& account,
                                       std::string_view id);
    [[nodiscard]] Result<Answer> leave(Transaction& tx, const Account& account,
                                       std::string_view id);
    [[nodiscard]] Result<Answer> let_in(Transaction& tx, const Account& account,
                                        std::string_view id, const ChosenMember& whom);
    [[nodiscard]] Result<Answer> remove(Transaction& tx, const Account& account,
                                        std::string_view id, const ChosenMember& whom);
    [[nodiscard]] Result<Answer> hand_over(Transaction& tx, const Account& account,
                                           std::string_view id, const ChosenMember& whom);
    [[nodiscard]] Result<Answer> lock(Transaction& tx, const Account& account, std::string_view id,
                                      const LockConsult& command);
    [[nodiscard]] Result<Answer> end(Transaction& tx, const Account& account, std::string_view id);

    // For guests (guest_service.h), who have no account.
    [[nodiscard]] Result<std::optional<Consult>> find(Database& db, std::string_view id) const {
        return consults_.find(db, id);
    }
    [[nodiscard]] Result<Answer> invite(Transaction& tx, const Account& account,
                                        std::string_view id, const InviteGuest& command);
    [[nodiscard]] Result<Answer> admit_guest(Transaction& tx, std::string_view id,
                                             ConsultMember guest);
    /// With him goes his session.
    [[nodiscard]] Result<Answer> guest_leaves(Transaction& tx, std::string_view id,
                                              std::string_view member);
    /// The media server does not see the chair any more, but `present`: by the duty of now.
    [[nodiscard]] Result<Answer> pass_lost_chair(Transaction& tx, std::string_view id,
                                                 std::string_view lost,
                                                 const std::set<std::string, std::less<>>& present);

private:
    /// not_found ("order") where the account does not see it.
    [[nodiscard]] Result<Order> seen_order(Database& db, const Account& account,
                                           std::string_view id) const;
    /// What a command makes of a room, and how the journal calls it.
    struct Changed {
        Consult consult;
        std::string_view kind;
        std::string member{};  ///< whom it is about, or empty
        std::string about{};   ///< his name, where the room does not have him
        bool by_guest = false; ///< who gave his name himself
    };
    using Change = std::function<Result<Changed>(const Consult&)>;

    [[nodiscard]] Result<Consult> seen(Database& db, const Account& account,
                                       std::string_view id) const;
    [[nodiscard]] Result<Answer> change(Transaction& tx, const Account& account,
                                        std::string_view id, const Change& change);
    /// Of a room whoever it is for; `by` is who the journal says did it.
    [[nodiscard]] Result<Answer> change_any(Transaction& tx, std::string_view id, const Actor& by,
                                            const Change& change);
    [[nodiscard]] Result<Answer> store(Transaction& tx, const Actor& by, Changed changed);
    /// Sessions and links of guests end with what they were for.
    [[nodiscard]] Result<> end_guests(Database& db, const Changed& changed);
    /// With their names. `order`: its recipients may be called wherever they lie; or empty.
    [[nodiscard]] Result<std::vector<ConsultMember>> named(Database& db, const Account& account,
                                                           const std::vector<CalledMember>& calls,
                                                           std::string_view order) const;

    ConsultStore& consults_;
    GuestStore& guests_;
    ConsultSources sources_;
};

} // namespace chengyun::hub
