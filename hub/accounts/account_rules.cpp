#include "hub/accounts/account_rules.h"

#include "core/area/area.h"
#include "core/text/limits.h"

#include <algorithm>

namespace chengyun::hub {

Result<> check_name(std::string_view name) {
    const auto good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    };
    if (name.size() < 2 || name.size() > 64 || !std::all_of(name.begin(), name.end(), good))
        return fail(FailureKind::invalid_field, "name",
                    "2 to 64 of: lower-case letters, digits, dot, dash, underscore");
    return {};
}

Result<> check_display_name(std::string_view name) {
    return check_text(name, "display_name", limits::name, true);
}

Result<> check_scope(Account& account) {
    if (!account.area.empty()) {
        auto code = full_area_code(account.area);
        if (!code)
            return fail(FailureKind::invalid_field, "area", "not an area code");
        account.area = *code;
    }
    if (account.role == Role::unit && account.unit.empty())
        return fail(FailureKind::missing_field, "unit", "an account of a unit names its unit");
    if (account.role != Role::unit && !account.unit.empty())
        return fail(FailureKind::invalid_field, "unit", "only for the role unit");
    if (account.role == Role::admin && !account.area.empty())
        return fail(FailureKind::invalid_field, "area", "an administrator has no area");
    return {};
}

Result<> check_is_person(const Account& account) {
    if (!may_command(account.role))
        return fail(FailureKind::invalid_field, "role",
                    "the account of a device is made with the device");
    return {};
}

Failure wrong_credentials() {
    return fail(FailureKind::unauthenticated, {}, "name or password is wrong");
}

Failure must_wait() {
    return fail(FailureKind::locked_out, {}, "too many failed sign-ins; wait");
}

} // namespace chengyun::hub
