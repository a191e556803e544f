#include "hub/resources/reach.h"

#include "hub/resources/area_index.h"
#include "hub/resources/area_service.h"
#include "hub/resources/resource_store.h"
#include "hub/resources/scope.h"

namespace chengyun::hub {

namespace {

[[nodiscard]] bool is_missing(const Failure& failure) {
    return failure.kind == FailureKind::not_found;
}

} // namespace

Result<> Reach::area(Database& db, const Account& account, std::string_view code,
                     const std::string& field) const {
    auto index = areas_.index(db);
    if (!index)
        return index.error();
    if (!in_scope(account, code) || !(*index)->knows(code))
        return fail(FailureKind::not_found, field, "no such area");
    return {};
}

Result<> Reach::place(Database& db, const Account& account, Place place,
                      const std::string& field) const {
    if (account.area.empty() && !sees_nothing(account))
        return {};
    auto index = areas_.index(db);
    if (!index)
        return index.error();
    if (sees_nothing(account) || !(*index)->may_lie_in(account.area, place))
        return fail(FailureKind::not_found, field, "outside your area");
    return {};
}

Result<std::string> Reach::area_at(Database& db, const Account& account, Place place) const {
    auto index = areas_.index(db);
    if (!index)
        return index.error();
    auto found = (*index)->containing(place);
    return in_scope(account, found) ? found : account.area;
}

Result<> Reach::resource(Database& db, const Account& account, std::string_view id,
                         const std::string& field) const {
    auto area = resources_.area_of(db, id);
    if (!area && !is_missing(area.error()))
        return area.error();
    if (!area || (!in_scope(account, *area) && account.unit != id))
        return fail(FailureKind::not_found, field, "no such resource");
    return {};
}

Result<> Reach::no_resource(Database& db, std::string_view id, const std::string& field) const {
    auto area = resources_.area_of(db, id);
    if (area)
        return fail(FailureKind::conflict, field, "a resource has this id");
    return is_missing(area.error()) ? Result<>() : area.error();
}

Result<UnitHead> Reach::unit(Database& db, const Account& account, std::string_view id,
                             const std::string& field) const {
    auto head = units_.head(db, id);
    if (!head && !is_missing(head.error()))
        return head.error();
    if (!head || !in_scope(account, head->area))
        return fail(FailureKind::not_found, field, "no such unit");
    return head;
}

} // namespace chengyun::hub
