// Any coordinate system that PROJ knows, plus GCJ-02 and BD-09, to WGS-84.
#pragma once

#include "core/geo/place.h"
#include "core/result.h"

#include <memory>
#include <string>

namespace chengyun {

/// Turns coordinates of one source system into WGS-84 places and back. Not for several threads
/// at once; cheap to move, dear to make (a database look-up), so make one an import.
class Projection {
public:
    /// `system`: "GCJ-02", "BD-09", "EPSG:4547", or any PROJ string or WKT.
    /// Fails with invalid_field when PROJ does not know it.
    [[nodiscard]] static Result<Projection> from(const std::string& system);

    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;
    ~Projection();

    /// x is east or longitude, y is north or latitude, whatever the system's official axis order.
    /// Fails with invalid_field when the result is not on the globe.
    [[nodiscard]] Result<Place> to_wgs84(double x, double y) const;
    /// The way back: {x, y} of the source system, in `lon` and `lat` of the answer.
    [[nodiscard]] Result<Place> from_wgs84(Place place) const;
    /// True when the system counts in degrees.
    [[nodiscard]] bool is_geographic() const;

private:
    struct Impl;
    explicit Projection(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun
