#include "core/account/account.h"

#include <algorithm>
#include <iterator>

namespace chengyun {

namespace {

struct Grant {
    Role role;
    Permission permission;
};

// The permissions of each role. Admins keep accounts and data but issue nothing: a person who can
// make accounts must need a second person's account to act as the centre.
constexpr Grant grants[] = {
    {Role::operator_, Permission::see_resources},   {Role::operator_, Permission::edit_resources},
    {Role::operator_, Permission::issue_orders},    {Role::operator_, Permission::act_for_centre},
    {Role::operator_, Permission::act_for_unit}, // what a unit said on the telephone
    {Role::commander, Permission::see_resources},   {Role::commander, Permission::edit_resources},
    {Role::commander, Permission::import_data},     {Role::commander, Permission::publish_live},
    {Role::commander, Permission::issue_orders},    {Role::commander, Permission::act_for_centre},
    {Role::commander, Permission::act_for_unit},    {Role::commander, Permission::see_journal},
    {Role::unit, Permission::see_resources},        {Role::unit, Permission::act_for_unit},
    {Role::admin, Permission::see_resources},       {Role::admin, Permission::edit_resources},
    {Role::admin, Permission::import_data},         {Role::admin, Permission::publish_live},
    {Role::admin, Permission::see_journal},         {Role::admin, Permission::manage_accounts},
    {Role::auditor, Permission::see_resources},     {Role::auditor, Permission::see_journal},
    {Role::operator_, Permission::feed_walls},      {Role::commander, Permission::feed_walls},
    {Role::commander, Permission::configure_walls}, {Role::admin, Permission::configure_walls},
    {Role::wall, Permission::see_resources},
};

} // namespace

bool may(Role role, Permission permission) {
    return std::any_of(std::begin(grants), std::end(grants), [&](const Grant& grant) {
        return grant.role == role && grant.permission == permission;
    });
}

} // namespace chengyun
