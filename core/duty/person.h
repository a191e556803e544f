// People on duty (值班人员), and who of them may plan and approve.
#pragma once

#include "core/account/account.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun {

/// Seeing the rota needs no right: who is on duty concerns every seat.
enum class DutyRight { plan, approve };
BOOST_DESCRIBE_ENUM(DutyRight, plan, approve)

struct Person {
    std::string id; ///< UUIDv7, made by the console
    std::string name;
    std::string unit;                        ///< empty: the centre
    std::vector<std::string> phones;         ///< the first one is dialled
    std::vector<std::string> qualifications; ///< keys, as posts ask for them
    /// Id of the account by which he checks in, or empty. A command may hold the name with which
    /// people sign in instead: consoles know no ids of accounts.
    std::string account;
    std::optional<std::string> account_name; ///< with which it signs in; the hub fills it in
    std::vector<DutyRight> rights; ///< for his unit's posts; of the centre's people, for all posts
    bool active = true;
    std::int64_t version = 0; ///< journal number of the last change
    bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, name, unit, phones, qualifications, account, account_name, rights,
                       active, version))

/// Ids and lengths; at most 10 telephone numbers and 50 qualifications, none empty or twice.
[[nodiscard]] Result<> check(const Person& person);

/// May `account` plan, or approve, the posts of `unit` (empty: the centre's)? `self` is the person
/// whose account it is, or null.
/// - Commanders of the whole hall may do both for all units.
/// - A unit's account may do both for its own unit.
/// - Other operators and commanders may do what the rights of `self` say.
/// - Administrators and auditors only see.
[[nodiscard]] bool may(const Account& account, const Person* self, DutyRight right,
                       std::string_view unit);

/// May `account` write `after` in the place of `before` (null: a new person)? It takes the right to
/// plan for both units, and the right to approve where `rights` or `account` change: nobody gives
/// himself more than he has. The failure is forbidden and names `unit`, `rights` or `account`.
[[nodiscard]] Result<> may_write(const Account& account, const Person* self, const Person* before,
                                 const Person& after);

} // namespace chengyun
