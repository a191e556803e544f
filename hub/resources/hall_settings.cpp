#include "hub/resources/hall_settings.h"

#include "hub/config/config.h"
#include "hub/config/log.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>

namespace chengyun::hub {

namespace {

namespace fs = std::filesystem;

const fs::path zones = "/usr/share/zoneinfo";

/// A name of the time zone database. Where the machine has no database its form is all that is
/// known.
bool is_zone(const std::string& name) {
    const bool formed = !name.empty() && name.size() <= 64 && name.front() != '/' &&
                        name.find("..") == std::string::npos &&
                        std::ranges::all_of(name, [](unsigned char c) {
                            return std::isalnum(c) || c == '_' || c == '-' || c == '+' || c == '/';
                        });
    std::error_code none;
    return formed && (!fs::is_directory(zones, none) || fs::is_regular_file(zones / name, none));
}

Result<> check_hall(const HallPolicy& policy) {
    if (!policy.zone.empty() && !is_zone(policy.zone))
        return fail(FailureKind::invalid_field, "hall.zone",
                    "hall.zone is no time zone: \"" + policy.zone + "\"");
    if (std::ranges::find(shown_coordinates, policy.coordinates) == shown_coordinates.end())
        return fail(FailureKind::invalid_field, "hall.coordinates",
                    "hall.coordinates is none of WGS-84, CGCS2000, GCJ-02, BD-09: \"" +
                        policy.coordinates + "\"");
    return {};
}

} // namespace

Section hall_settings() {
    return section_of<HallPolicy>(
        "hall",
        {
            {"zone", "the hall's time zone by its IANA name; empty: this machine's, with --demo "
                     "Asia/Shanghai"},
            {"coordinates", "how seats show coordinates: WGS-84, CGCS2000, GCJ-02 or BD-09"},
        },
        check_hall);
}

std::string machine_zone() {
    if (const char* set = std::getenv("TZ")) // NOLINT(concurrency-mt-unsafe): nobody sets it
        if (const std::string name = *set == ':' ? set + 1 : set; is_zone(name))
            return name;
    std::error_code none;
    const auto link = fs::weakly_canonical("/etc/localtime", none).lexically_relative(zones);
    if (is_zone(link.string()))
        return link.string();
    std::ifstream file("/etc/timezone");
    std::string name;
    std::getline(file, name);
    return is_zone(name) ? name : "Etc/UTC";
}

HallPolicy usual_hall(bool demo) {
    HallPolicy usual;
    usual.zone = demo ? "Asia/Shanghai" : machine_zone();
    return usual;
}

HallPolicy hall_of(const HallPolicy& set, const HallPolicy& usual) {
    auto hall = set;
    if (hall.zone.empty())
        hall.zone = usual.zone;
    return hall;
}

Zone zone_of(const HallPolicy& hall) {
    auto zone = zone_named(hall.zone);
    if (!zone)
        log(LogLevel::error, "hall", "its time zone is not known here: UTC counts",
            {{"zone", std::string_view(hall.zone)}});
    return zone ? std::move(*zone) : Zone();
}

} // namespace chengyun::hub
