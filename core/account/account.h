// Roles, their permissions, and area scope.
#pragma once

#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>

namespace chengyun {

/// `wall` is no person: the machine behind a wall signs in by itself, sees, and sends no command.
enum class Role { operator_, commander, unit, admin, auditor, wall };
BOOST_DESCRIBE_ENUM(Role, operator_, commander, unit, admin, auditor, wall)

struct Account {
    std::string id;           ///< UUID
    std::string name;         ///< what one signs in with, unique, lower case
    std::string display_name; ///< 张伟
    Role role = Role::operator_;
    std::string area; ///< scope: sees this area and below; empty sees all
    std::string unit; ///< for Role::unit: the one unit it acts for
    bool disabled = false;
    std::int64_t version = 0;
    bool operator==(const Account&) const = default;
};
BOOST_DESCRIBE_STRUCT(Account, (), (id, name, display_name, role, area, unit, disabled, version))

/// Things a role may be allowed; the table is in account.cpp and docs/security.md.
enum class Permission {
    see_resources,
    edit_resources,
    import_data,
    publish_live, ///< bring values of the live lane: positions, sensor values
    issue_orders,
    act_for_centre,
    act_for_unit,
    see_journal,
    manage_accounts,
    feed_walls,     ///< put contents onto a wall, lock it
    configure_walls ///< make walls: their screens and presets
};
BOOST_DESCRIBE_ENUM(Permission, see_resources, edit_resources, import_data, publish_live,
                    issue_orders, act_for_centre, act_for_unit, see_journal, manage_accounts,
                    feed_walls, configure_walls)

[[nodiscard]] bool may(Role role, Permission permission);

/// May it change anything at all? A device only looks, whatever permission a command asks for.
[[nodiscard]] inline bool may_command(Role role) {
    return role != Role::wall;
}

} // namespace chengyun
