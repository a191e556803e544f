#include "core/duty/person.h"

#include "core/area/area.h"
#include "core/text/limits.h"
#include "core/wire/new_id.h"

#include <algorithm>

namespace chengyun {

namespace {

Result<> check_texts(const std::vector<std::string>& texts, const std::string& field,
                     std::size_t most, std::size_t length) {
    if (texts.size() > most)
        return fail(FailureKind::invalid_field, field, "at most " + std::to_string(most));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto name = field + "[" + std::to_string(i) + "]";
        if (auto ok = check_text(texts[i], name, length, true); !ok)
            return ok;
        const auto before = texts.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(texts.begin(), before, texts[i]) != before)
            return fail(FailureKind::invalid_field, name, "listed already");
    }
    return {};
}

} // namespace

Result<> check(const Person& person) {
    if (auto ok = first_failure(
            check_new_id(person.id, "id"), check_text(person.name, "name", limits::name, true),
            check_texts(person.phones, "phones", 10, limits::phone),
            check_texts(person.qualifications, "qualifications", 50, limits::code));
        !ok)
        return ok;
    if (!person.unit.empty()) {
        if (auto ok = check_id(person.unit, "unit"); !ok)
            return ok;
    }
    return first_failure(check_text(person.account, "account", limits::name, false),
                         check_text(person.account_name.value_or(std::string()), "account_name",
                                    limits::name, false));
}

bool may(const Account& account, const Person* self, DutyRight right, std::string_view unit) {
    if (account.disabled || !may(account.role, Permission::act_for_unit))
        return false;
    if (account.role == Role::unit)
        return !unit.empty() && account.unit == unit;
    const bool whole_hall = account.area.empty() || area_level(account.area) <= AreaLevel::district;
    if (account.role == Role::commander && whole_hall)
        return true;
    return self && self->active && self->account == account.id &&
           std::ranges::find(self->rights, right) != self->rights.end() &&
           (self->unit.empty() || self->unit == unit);
}

Result<> may_write(const Account& account, const Person* self, const Person* before,
                   const Person& after) {
    const auto may_both = [&](DutyRight right) {
        return may(account, self, right, after.unit) &&
               (!before || may(account, self, right, before->unit));
    };
    if (!may_both(DutyRight::plan))
        return fail(FailureKind::forbidden, "unit", "another unit plans this person's duty");
    const bool approves = may_both(DutyRight::approve);
    if (!approves && after.rights != (before ? before->rights : std::vector<DutyRight>()))
        return fail(FailureKind::forbidden, "rights", "only an approver gives rights");
    if (!approves && after.account != (before ? before->account : std::string()))
        return fail(FailureKind::forbidden, "account",
                    "only an approver ties a person to an account");
    return {};
}

} // namespace chengyun
