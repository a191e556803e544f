#include "hub/imports/moved.h"

#include <format>

namespace chengyun::hub {
namespace {

/// A survey corrects a place by metres, a wrong address by some streets.
constexpr double far_m = 2000;

} // namespace

void MovedKeys::look(std::size_t index, const Resource& stored) {
    const auto& edition = prepared_.resources[index];
    const auto moved = distance_m(stored.place, edition.place);
    if (moved <= far_m)
        return;
    ++moved_;
    const auto [row, line] = prepared_.origins[index];
    auto detail = std::format("the key {} was {:.1f} km away", edition.code, moved / 1000);
    if (stored.name != edition.name)
        detail += ", as " + stored.name;
    verdicts_.doubt(row, line, RowDoubt::moved, std::move(detail), edition.name, edition.place);
}

void MovedKeys::tell() {
    if (moved_ == 0)
        return;
    verdicts_.sort();
    report_.warning = std::format(
        "{} known key{} moved by more than {:.0f} km: is the key column a running number?", moved_,
        moved_ == 1 ? "" : "s", far_m / 1000);
}

} // namespace chengyun::hub
