// /resources, /units, /areas and /snapshot.
#include "hub/config/log.h"
#include "hub/http/routes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace chengyun::hub {
namespace {

using drogon::Task;

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

Task<Response> list_resources(Context& context, CallPtr call) {
    auto query = read_resource_query(*call);
    if (!query)
        co_return problem(query.error());
    co_return respond(
        co_await context.query<std::string>([&context, call, query = *query](Database& db) {
            return context.resources.list(db, call->account(), query);
        }));
}

Task<Response> get_resource(Context& context, CallPtr call) {
    co_return respond(co_await context.query<std::string>([&context, call](Database& db) {
        return context.resources.get(db, call->account(), call->parameters[0]);
    }));
}

Task<Response> stream(Context& context, CallPtr call) {
    auto address = co_await context.query<std::string>([&context, call](Database& db) {
        return context.resources.stream(db, call->account(), call->parameters[0]);
    });
    // The journal does not hold who read what; who was given a password is worth knowing.
    if (address)
        log(LogLevel::info, "cameras", "address given",
            {{"account", std::string_view(call->account().id)},
             {"resource", std::string_view(call->parameters[0])}});
    co_return respond(std::move(address));
}

Task<Response> put(Context& context, CallPtr call) {
    auto resource = call->read<Resource>();
    if (!resource)
        co_return problem(resource.error());
    if (resource->id != call->parameters[0])
        co_return problem(fail(FailureKind::invalid_field, "id", "not the one in the address"));
    co_return respond(co_await context.command(
        call->key, [&context, call, resource = *resource](Transaction& tx) {
            return context.resources.put(tx, call->account(), resource);
        }));
}

Task<Response> remove(Context& context, CallPtr call) {
    co_return respond(co_await context.command(call->key, [&context, call](Transaction& tx) {
        return context.resources.remove(tx, call->account(), call->parameters[0]);
    }));
}

Task<Response> list_units(Context& context, CallPtr call) {
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
    co_return respond(co_await context.query<std::string>([&context, call, query](Database& db) {
        return context.units.list(db, call->account(), query);
    }));
}

Task<Response> get_unit(Context& context, CallPtr call) {
    auto unit = co_await context.query<Unit>([&context, call](Database& db) {
        return context.units.get(db, call->account(), call->parameters[0]);
    });
    if (!unit)
        co_return problem(unit.error());
    co_return Response{200, json::write(*unit)};
}

Task<Response> patch_unit(Context& context, CallPtr call) {
    auto body = call->read<PatchUnit>();
    if (!body)
        co_return problem(body.error());
    co_return respond(
        co_await context.command(call->key, [&context, call, body = *body](Transaction& tx) {
            return context.units.patch(tx, call->account(), call->parameters[0], body);
        }));
}

Task<Response> put_unit(Context& context, CallPtr call) {
    auto unit = call->read<Unit>();
    if (!unit)
        co_return problem(unit.error());
    if (unit->id != call->parameters[0])
        co_return problem(fail(FailureKind::invalid_field, "id", "not the one in the address"));
    co_return respond(
        co_await context.command(call->key, [&context, call, unit = *unit](Transaction& tx) {
            return context.units.put(tx, call->account(), unit);
        }));
}

Task<Response> list_areas(Context& context, CallPtr call) {
    co_return respond(co_await context.query<std::string>(
        [&context, call](Database& db) { return context.areas.list(db, call->account()); }));
}

Task<Response> get_area(Context& context, CallPtr call) {
    auto code = full_area_code(call->parameters[0]);
    if (!code)
        co_return problem(fail(FailureKind::not_found, {}, "no such area"));
    co_return respond(co_await context.query<std::string>([&context, call, code](Database& db) {
        return context.areas.get(db, call->account(), *code);
    }));
}

Task<Response> snapshot(Context& context, CallPtr call) {
    co_return respond(co_await context.query<std::string>([&context, call](Database& db) {
        return context.snapshots.make(db, call->account(), context.clock());
    }));
}

} // namespace

void add_resource_routes(Router& router, Context& context) {
    const auto with = [&context](auto function) {
        return [&context, function](CallPtr call) { return function(context, std::move(call)); };
    };
    constexpr auto see = Permission::see_resources;
    constexpr auto edit = Permission::edit_resources;
    router.add({"GET", "/api/v1/resources", Access::signed_in, see, with(list_resources)});
    router.add({"GET", "/api/v1/resources/{id}", Access::signed_in, see, with(get_resource)});
    router.add({"GET", "/api/v1/resources/{id}/stream", Access::signed_in, see, with(stream)});
    router.add({"PUT", "/api/v1/resources/{id}", Access::command, edit, with(put)});
    router.add({"DELETE", "/api/v1/resources/{id}", Access::command, edit, with(remove)});
    router.add({"GET", "/api/v1/units", Access::signed_in, {}, with(list_units)});
    router.add({"GET", "/api/v1/units/{id}", Access::signed_in, {}, with(get_unit)});
    // The centre within its scope, or the unit itself: UnitService knows.
    router.add({"PATCH", "/api/v1/units/{id}", Access::command, Permission::act_for_unit,
                with(patch_unit)});
    router.add({"PUT", "/api/v1/units/{id}", Access::command, edit, with(put_unit)});
    router.add({"GET", "/api/v1/areas", Access::signed_in, {}, with(list_areas)});
    router.add({"GET", "/api/v1/areas/{code}", Access::signed_in, {}, with(get_area)});
    router.add({"GET", "/api/v1/snapshot", Access::signed_in, {}, with(snapshot)});
}

} // namespace chengyun::hub
