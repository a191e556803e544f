#include "core/geo/projection.h"

#include "core/geo/datum.h"

#include <proj.h>

#include <algorithm>
#include <cmath>

namespace chengyun {

// Not in the anonymous namespace: Projection::Impl has members of these types.
enum class ProjectionWay { proj, gcj02, bd09 };
struct ProjContextCloser {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ProjCloser {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};

namespace {

using Context = std::unique_ptr<PJ_CONTEXT, ProjContextCloser>;
using Pj = std::unique_ptr<PJ, ProjCloser>;

constexpr std::size_t longest_system = 16384; // WKT of a compound system is about 4,000

/// "gcj-02" and "GCJ02" are the same name.
std::string folded(const std::string& name) {
    std::string out;
    for (char c : name) {
        if (c >= 'a' && c <= 'z')
            out.push_back(static_cast<char>(c - 'a' + 'A'));
        else if (c != '-' && c != '_' && c != ' ')
            out.push_back(c);
    }
    return out;
}

bool is_geographic_type(PJ_TYPE type) {
    return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

/// A bound system (one with +towgs84) or a compound one (with heights) counts as its horizontal
/// part does.
bool counts_in_degrees(PJ_CONTEXT* context, const PJ* crs) {
    const auto type = proj_get_type(crs);
    if (type == PJ_TYPE_BOUND_CRS) {
        const Pj source(proj_get_source_crs(context, crs));
        return source && counts_in_degrees(context, source.get());
    }
    if (type == PJ_TYPE_COMPOUND_CRS) {
        const Pj horizontal(proj_crs_get_sub_crs(context, crs, 0));
        return horizontal && counts_in_degrees(context, horizontal.get());
    }
    return is_geographic_type(type);
}

Failure unknown_system(const std::string& why) {
    return fail(FailureKind::invalid_field, "system", why);
}

} // namespace

struct Projection::Impl {
    ProjectionWay way = ProjectionWay::proj;
    bool geographic = true;
    // Order matters: the transformation goes before its context.
    Context context;
    Pj to_wgs84;

    [[nodiscard]] Place transform(PJ_DIRECTION direction, Place in) const {
        proj_errno_reset(to_wgs84.get());
        const PJ_COORD out =
            proj_trans(to_wgs84.get(), direction, proj_coord(in.lon, in.lat, 0, 0));
        return {out.xy.x, out.xy.y};
    }
};

Projection::Projection(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

Result<Projection> Projection::from(const std::string& system) {
    auto impl = std::make_unique<Impl>();
    const std::string name = folded(system);
    if (name == "GCJ02" || name == "BD09") {
        impl->way = name == "GCJ02" ? ProjectionWay::gcj02 : ProjectionWay::bd09;
        return Projection(std::move(impl));
    }
    if (system.empty() || system.size() > longest_system)
        return unknown_system("expected the name or definition of a coordinate system");

    std::string definition = name == "WGS84" ? "EPSG:4326" : system;
    const bool is_proj_string = definition.find("proj=") != std::string::npos ||
                                definition.find("init=") != std::string::npos;
    if (is_proj_string) {
        // With a path in a definition, a person who uploads a mapping could make the hub open
        // files.
        if (definition.find('/') != std::string::npos)
            return unknown_system("a PROJ string may not name files");
        // Appending type=crs makes PROJ take the pipeline's last step for a system.
        if (definition.find("proj=pipeline") != std::string::npos)
            return unknown_system("a pipeline is not a coordinate system");
        if (definition.find("type=crs") == std::string::npos)
            definition += " +type=crs";
    }

    impl->context.reset(proj_context_create());
    if (!impl->context)
        return fail(FailureKind::internal, {}, "PROJ made no context");
    PJ_CONTEXT* context = impl->context.get();
    proj_log_level(context, PJ_LOG_NONE);        // what is wrong comes back as a Failure
    proj_context_set_enable_network(context, 0); // grids are never fetched behind one's back

    const Pj source(proj_create(context, definition.c_str()));
    if (!source || !proj_is_crs(source.get()))
        return unknown_system("PROJ knows no such coordinate system");
    const Pj target(proj_create(context, "EPSG:4326"));
    if (!target)
        return fail(FailureKind::unavailable, {}, "PROJ's database is not installed");
    const Pj official(
        proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), nullptr, nullptr));
    if (!official)
        return unknown_system("no way from that coordinate system to WGS-84");
    impl->to_wgs84.reset(proj_normalize_for_visualization(context, official.get()));
    if (!impl->to_wgs84)
        return unknown_system("no way from that coordinate system to WGS-84");
    impl->geographic = counts_in_degrees(context, source.get());
    return Projection(std::move(impl));
}

Result<Place> Projection::to_wgs84(double x, double y) const {
    const Failure off_globe =
        fail(FailureKind::invalid_field, "place", "the coordinates are not on the globe");
    if (!std::isfinite(x) || !std::isfinite(y))
        return off_globe;
    // PROJ wraps degrees beyond the globe around it; a source that says 2,513,000 degrees is wrong.
    if (impl_->geographic && (std::abs(x) > 180.0 || std::abs(y) > 90.0))
        return off_globe;
    Place out;
    switch (impl_->way) {
    case ProjectionWay::gcj02:
        out = wgs84_from_gcj02({x, y});
        break;
    case ProjectionWay::bd09:
        out = wgs84_from_bd09({x, y});
        break;
    case ProjectionWay::proj:
        out = impl_->transform(PJ_FWD, {x, y});
        break;
    }
    if (!is_plausible(out))
        return off_globe;
    return out;
}

Result<Place> Projection::from_wgs84(Place place) const {
    if (!is_plausible(place))
        return fail(FailureKind::invalid_field, "place", "the place is not on the globe");
    Place out;
    switch (impl_->way) {
    case ProjectionWay::gcj02:
        out = gcj02_from_wgs84(place);
        break;
    case ProjectionWay::bd09:
        out = bd09_from_wgs84(place);
        break;
    case ProjectionWay::proj:
        out = impl_->transform(PJ_INV, place);
        break;
    }
    if (!std::isfinite(out.lon) || !std::isfinite(out.lat))
        return fail(FailureKind::invalid_field, "place",
                    "the coordinate system does not reach that place");
    return out;
}

bool Projection::is_geographic() const {
    return impl_->geographic;
}

} // namespace chengyun
