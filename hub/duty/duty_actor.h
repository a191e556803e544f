// Who acts on duty: an account, and the person whose account it is.
#pragma once

#include "core/duty/on_duty.h"
#include "hub/store/database.h"

#include <optional>
#include <string>
#include <vector>

namespace chengyun::hub {

struct DutyActor {
    const Account& account;       ///< outlives this
    std::optional<Person> person; ///< active ones only

    [[nodiscard]] const Person* self() const { return person ? &*person : nullptr; }
    [[nodiscard]] std::string person_id() const { return person ? person->id : std::string(); }
    [[nodiscard]] bool may(DutyRight right, std::string_view unit) const {
        return chengyun::may(account, self(), right, unit);
    }
    /// forbidden ("unit") unless the account may plan the unit's duty.
    [[nodiscard]] Result<> must_plan(std::string_view unit, const std::string& field) const;
    /// forbidden ("person") for accounts of nobody on the list.
    [[nodiscard]] Result<> must_be_person() const;
};

/// Any thread with its own connection.
[[nodiscard]] Result<DutyActor> duty_actor(Database& db, const Account& account);

/// The rights by which the actor acts on the shift.
[[nodiscard]] Result<std::vector<ShiftSide>>
sides_of(Database& db, const DutyActor& actor, const Shift& shift, const Post& post, Instant now);

/// The shift in which the person is on duty, the one that began last; none when he is not.
[[nodiscard]] Result<std::optional<Shift>> duty_of(Database& db, std::string_view person);

} // namespace chengyun::hub
