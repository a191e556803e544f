// Planning: posts, people, patterns, holiday years, and the shifts of a rota.
#pragma once

#include "hub/duty/duty_actor.h"
#include "hub/duty/duty_deadlines.h"
#include "hub/duty/duty_entry.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

class UnitStore;

/// The id of the account that signs in with the name. Any thread.
using FindAccount = std::function<std::optional<std::string>(std::string_view name)>;

/// Commands only inside a Transaction; each answers with Done.
class RosterService {
public:
    RosterService(DutyDeadlines& deadlines, const UnitStore& units, FindAccount find_account)
        : deadlines_(deadlines), units_(units), find_account_(std::move(find_account)) {}

    /// By those who plan the unit's posts, before and after. conflict ("version") when it is not
    /// written upon the present one. A department has liaisons only: every other post leads others.
    [[nodiscard]] Result<Answer> put(Transaction& tx, const Account& account, Post post);
    /// As core's may_write says. conflict ("account") when the account is another person's,
    /// not_found ("account") when none signs in with that name.
    [[nodiscard]] Result<Answer> put(Transaction& tx, const Account& account, Person person);
    /// Both by those who plan the centre's posts.
    [[nodiscard]] Result<Answer> put(Transaction& tx, const Account& account, Pattern pattern);
    [[nodiscard]] Result<Answer> put(Transaction& tx, const Account& account, HolidayYear year);
    /// All shifts or none, by those who plan every post that is named; problems of the rota do not
    /// forbid it.
    [[nodiscard]] Result<Answer> plan(Transaction& tx, const Account& account,
                                      const PlanShifts& command);

private:
    [[nodiscard]] Result<> unit_exists(Database& db, const std::string& unit) const;
    /// Puts the id in the place of the account's name.
    [[nodiscard]] Result<> find_account(Person& person, const Person* before) const;

    DutyDeadlines& deadlines_;
    const UnitStore& units_;
    FindAccount find_account_;
};

} // namespace chengyun::hub
