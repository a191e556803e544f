// /resources, /units, /areas and /hall.
#include "hub/resources/resources_capability.h"

#include "hub/config/log.h"
#include "hub/http/router.h"
#include "hub/resources/camera_routes.h"
#include "hub/resources/stream_change.h"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace chengyun::hub {
namespace {

using drogon::Task;

constexpr std::string_view after_page =
    "`next` of the page before. Items come in no order that means anything; while an import is "
    "shown, a page may repeat what an earlier one had, and leaves nothing out";

/// "w,s,e,n"
Result<Box> read_box(const std::string& text) {
    std::array<double, 4> v{};
    const char* at = text.data();
    const char* end = text.data() + text.size();
    for (std::size_t i = 0; i < v.size(); ++i) {
        const auto [next, error] = std::from_chars(at, end, v[i]);
        const bool last = i + 1 == v.size();
        if (error != std::errc{} || (last ? next != end : next == end || *next != ','))
            return fail(FailureKind::invalid_field, "bbox", "west,south,east,north in degrees");
        at = next + 1;
    }
    // "nan" and "inf" are numbers to from_chars, and compare with nothing.
    if (!std::ranges::all_of(v, [](double degrees) { return std::isfinite(degrees); }) ||
        v[0] > v[2] || v[1] > v[3])
        return fail(FailureKind::invalid_field, "bbox", "west,south,east,north in degrees");
    return Box{v[0], v[1], v[2], v[3]};
}

/// "shelter,supply"
Result<std::vector<Layer>> read_layers(std::string_view text) {
    std::vector<Layer> out;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const auto layer = json::enum_of<Layer>(text.substr(0, comma));
        if (!layer)
            return fail(FailureKind::invalid_field, "layer", "no such layer");
        out.push_back(*layer);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return out;
}

Result<std::string> read_area(const Call& call) {
    const auto& text = call.query("area");
    if (text.empty())
        return std::string();
    auto code = full_area_code(text);
    if (!code)
        return fail(FailureKind::invalid_field, "area", "not an area code");
    return code;
}

Result<ResourceQuery> read_resource_query(const Call& call) {
    ResourceQuery query;
    if (const auto& box = call.query("bbox"); !box.empty()) {
        auto read = read_box(box);
        if (!read)
            return read.error();
        query.box = *read;
    }
    auto layers = read_layers(call.query("layer"));
    if (!layers)
        return layers.error();
    query.layers = std::move(*layers);
    auto area = read_area(call);
    if (!area)
        return area.error();
    query.area = std::move(*area);
    auto limit = call.number("limit", 500, 1, 5000);
    if (!limit)
        return limit.error();
    query.limit = static_cast<std::size_t>(*limit);
    query.kind = call.query("kind");
    query.text = call.query("text");
    query.after = call.query("after");
    return query;
}

/// What stands on the map, who can be ordered, and the areas both lie in.
class ResourceRoutes {
public:
    ResourceRoutes(Context& http, Resources& resources, const HallPolicy& hall)
        : http_(http), resources_(resources), hall_(json::write(hall)) {}

    Task<Response> hall(CallPtr call);
    Task<Response> list_resources(CallPtr call);
    Task<Response> get_resource(CallPtr call);
    Task<Response> stream(CallPtr call);
    Task<Response> put(CallPtr call);
    Task<Response> remove(CallPtr call);
    Task<Response> list_units(CallPtr call);
    Task<Response> get_unit(CallPtr call);
    Task<Response> patch_unit(CallPtr call);
    Task<Response> put_unit(CallPtr call);
    Task<Response> list_areas(CallPtr call);
    Task<Response> get_area(CallPtr call);

private:
    Context& http_;
    Resources& resources_;
    std::string hall_; ///< the policy as JSON
};

Task<Response> ResourceRoutes::hall(CallPtr /*call*/) {
    co_return respond(Result<std::string>(hall_));
}

Task<Response> ResourceRoutes::list_resources(CallPtr call) {
    auto query = read_resource_query(*call);
    if (!query)
        co_return problem(query.error());
    co_return respond(co_await http_.query<std::string>([this, call, query = *query](Database& db) {
        return resources_.resources.list(db, call->account(), query);
    }));
}

Task<Response> ResourceRoutes::get_resource(CallPtr call) {
    co_return respond(co_await http_.query<std::string>([this, call](Database& db) {
        return resources_.resources.get(db, call->account(), call->parameters[0]);
    }));
}

Task<Response> ResourceRoutes::stream(CallPtr call) {
    auto address = co_await http_.query<std::string>([this, call](Database& db) {
        return resources_.resources.stream(db, call->account(), call->parameters[0]);
    });
    // The journal does not hold who read what; who was given a password is worth knowing.
    if (address)
        log(LogLevel::info, "cameras", "address given",
            {{"account", std::string_view(call->account().id)},
             {"resource", std::string_view(call->parameters[0])}});
    co_return respond(std::move(address));
}

Task<Response> ResourceRoutes::put(CallPtr call) {
    auto resource = call->read<Resource>();
    if (!resource)
        co_return problem(resource.error());
    if (resource->id != call->parameters[0])
        co_return problem(fail(FailureKind::invalid_field, "id", "not the one in the address"));
    co_return respond(
        co_await http_.command(call->key, [this, call, resource = *resource](Transaction& tx) {
            return resources_.resources.put(tx, call->account(), resource);
        }));
}

Task<Response> ResourceRoutes::remove(CallPtr call) {
    co_return respond(co_await http_.command(call->key, [this, call](Transaction& tx) {
        return resources_.resources.remove(tx, call->account(), call->parameters[0]);
    }));
}

Task<Response> ResourceRoutes::list_units(CallPtr call) {
    UnitQuery query;
    auto area = read_area(*call);
    if (!area)
        co_return problem(area.error());
    query.area = std::move(*area);
    query.text = call->query("text");
    query.after = call->query("after");
    auto limit = call->number("limit", 500, 1, 5000);
    if (!limit)
        co_return problem(limit.error());
    query.limit = static_cast<std::size_t>(*limit);
    co_return respond(co_await http_.query<std::string>([this, call, query](Database& db) {
        return resources_.units.list(db, call->account(), query);
    }));
}

Task<Response> ResourceRoutes::get_unit(CallPtr call) {
    auto unit = co_await http_.query<Unit>([this, call](Database& db) {
        return resources_.units.get(db, call->account(), call->parameters[0]);
    });
    if (!unit)
        co_return problem(unit.error());
    co_return Response{200, json::write(*unit)};
}

Task<Response> ResourceRoutes::patch_unit(CallPtr call) {
    auto body = call->read<PatchUnit>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await http_.command(call->key, [this, call, body = *body](Transaction& tx) {
            return resources_.units.patch(tx, call->account(), call->parameters[0], body);
        }));
}

Task<Response> ResourceRoutes::put_unit(CallPtr call) {
    auto unit = call->read<Unit>();
    if (!unit)
        co_return problem(unit.error());
    if (unit->id != call->parameters[0])
        co_return problem(fail(FailureKind::invalid_field, "id", "not the one in the address"));
    co_return respond(
        co_await http_.command(call->key, [this, call, unit = *unit](Transaction& tx) {
            return resources_.units.put(tx, call->account(), unit);
        }));
}

Task<Response> ResourceRoutes::list_areas(CallPtr call) {
    co_return respond(co_await http_.query<std::string>(
        [this, call](Database& db) { return resources_.areas.list(db, call->account()); }));
}

Task<Response> ResourceRoutes::get_area(CallPtr call) {
    auto code = full_area_code(call->parameters[0]);
    if (!code)
        co_return problem(fail(FailureKind::not_found, {}, "no such area"));
    co_return respond(co_await http_.query<std::string>([this, call, code](Database& db) {
        return resources_.areas.get(db, call->account(), *code);
    }));
}

} // namespace

void ResourcesCapability::add_routes(Router& router) {
    add_camera_routes(router, all_);
    router.describe_entity<HallPolicy>();
    router.describe_entity<Area>();
    router.describe_entity<Unit>();
    router.describe_entity<Resource>();
    const auto to = handlers_of(std::make_shared<ResourceRoutes>(router.context(), all_, policy_));
    constexpr auto see = Permission::see_resources;
    constexpr auto edit = Permission::edit_resources;
    router.add({"GET", "/api/v1/hall", Access::signed_in, {}, to(&ResourceRoutes::hall)})
        .says("By which clock the hall tells the time, and in which coordinates")
        .answers<HallPolicy>();
    router
        .add({"GET", "/api/v1/resources", Access::signed_in, see,
              to(&ResourceRoutes::list_resources)})
        .says("Resources")
        .query("bbox", "west,south,east,north")
        .query("layer", "one or more, with commas")
        .query("kind")
        .query("area")
        .query("text")
        .answers_page<Resource>(after_page);
    router
        .add({"GET", "/api/v1/resources/{id}", Access::signed_in, see,
              to(&ResourceRoutes::get_resource)})
        .says("A resource")
        .answers<Resource>();
    router
        .add({"GET", "/api/v1/resources/{id}/stream", Access::signed_in, see,
              to(&ResourceRoutes::stream)})
        .says("A camera's addresses with user and password; a secret, not to be kept on disk")
        .answers<StreamAddresses>();
    router.add({"PUT", "/api/v1/resources/{id}", Access::command, edit, to(&ResourceRoutes::put)})
        .says("Create or replace a resource")
        .takes<Resource>()
        .answers<Done>();
    router
        .add({"DELETE", "/api/v1/resources/{id}", Access::command, edit,
              to(&ResourceRoutes::remove)})
        .says("Remove a resource")
        .answers<Done>();
    router.add({"GET", "/api/v1/units", Access::signed_in, {}, to(&ResourceRoutes::list_units)})
        .says("Units")
        .query("area")
        .query("text")
        .answers_page<Unit>(after_page);
    router.add({"GET", "/api/v1/units/{id}", Access::signed_in, {}, to(&ResourceRoutes::get_unit)})
        .says("A unit")
        .answers<Unit>();
    // The centre within its scope, or the unit itself: UnitService knows.
    router
        .add({"PATCH", "/api/v1/units/{id}", Access::command, Permission::act_for_unit,
              to(&ResourceRoutes::patch_unit)})
        .says("What a unit says of itself")
        .takes<PatchUnit>()
        .answers<Done>();
    router.add({"PUT", "/api/v1/units/{id}", Access::command, edit, to(&ResourceRoutes::put_unit)})
        .says("Create or replace a department")
        .takes<Unit>()
        .answers<Done>();
    router.add({"GET", "/api/v1/areas", Access::signed_in, {}, to(&ResourceRoutes::list_areas)})
        .says("Areas without rings")
        .answers_list<Area>();
    router
        .add({"GET", "/api/v1/areas/{code}", Access::signed_in, {}, to(&ResourceRoutes::get_area)})
        .says("An area with its rings")
        .answers<Area>();
}

} // namespace chengyun::hub
