#include "app/map/glyphs.h"

#include "core/resource/kinds.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace chengyun::console {
namespace {

struct Drawing {
    std::string_view name, lines, solid;
};

// clang-format off
constexpr Drawing drawings[] = {
    {"bag", "M5.5 4H10.5L13.5 9C13.5 13 11 14 8 14C5 14 2.5 13 2.5 9Z M6 2H10", ""},
    {"billboard", "M2.5 3H13.5V9H2.5Z M5.5 9V14 M10.5 9V14", ""},
    {"boat", "M2 9.5H14L12 13.5H4Z M8 9.5V2.5L12 7H8", ""},
    {"bolt", "", "M9.5 1.5L3.5 9H7.5L6.5 14.5L12.5 7H8.5Z"},
    {"book", "M8 4.5C6 3 4 3 2.5 3.5V12.5C4 12 6 12 8 13.5C10 12 12 12 13.5 12.5V3.5C12 3 10 3 8 4.5Z M8 4.5V13.5", ""},
    {"bowl", "M2.5 8H13.5C13.5 11.5 11.5 13.5 8 13.5C4.5 13.5 2.5 11.5 2.5 8Z M6 5.5V3 M10 5.5V3", ""},
    {"box", "M2.5 5L8 2L13.5 5V11L8 14L2.5 11Z M2.5 5L8 8L13.5 5 M8 8V14", ""},
    {"bridge", "M1.5 11H14.5 M3 11C3.5 6 12.5 6 13 11 M8 7.3V11", ""},
    {"building", "M4 14V2.5H12V14 M2.5 14H13.5", "M6 5H7.3V6.3H6Z M8.7 5H10V6.3H8.7Z M6 8H7.3V9.3H6Z M8.7 8H10V9.3H8.7Z M7 11H9V14H7Z"},
    {"bullet", "M1.5 5H10.5V11H1.5Z M10.5 7L14.5 5V11L10.5 9", ""},
    {"bunker", "M2 13V10C2 6 5 3.5 8 3.5C11 3.5 14 6 14 10V13Z", "M6.5 13V9.5H9.5V13Z"},
    {"cap", "M1.5 6L8 3L14.5 6L8 9Z M4 7.5V11C6 13 10 13 12 11V7.5", ""},
    {"cone", "M8 2L12.5 13.5H3.5Z M6 8.5H10", ""},
    {"crane", "M5 14V3L13.5 5.5 M5 5H2 M3 14H7 M12 5.5V9", ""},
    {"cross", "", "M6.2 2.5H9.8V6.2H13.5V9.8H9.8V13.5H6.2V9.8H2.5V6.2H6.2Z"},
    {"dike", "M1.5 13H14.5 M3.5 13L6.5 6H9.5L12.5 13 M1.5 4C3 2.8 4.5 2.8 6 4", ""},
    {"dome", "M2.5 5H13.5 M4 5C4 14.5 12 14.5 12 5", "O8 7.8 1.6"},
    {"drone", "M4.5 4.5L11.5 11.5 M11.5 4.5L4.5 11.5 O3.5 3.5 1.8 O12.5 3.5 1.8 O3.5 12.5 1.8 O12.5 12.5 1.8", ""},
    {"drop", "", "M8 1.5C11 5.5 12.5 7.8 12.5 10C12.5 12.7 10.5 14.5 8 14.5C5.5 14.5 3.5 12.7 3.5 10C3.5 7.8 5 5.5 8 1.5Z"},
    {"excavator", "M2 13.5H10 M3 10H9V6H5L3 8Z M9 8L12 3L14 6V9", ""},
    {"extinguisher", "M5.5 6H10.5V14H5.5Z M8 6V3.5 M8 3.5H12 M8 3.5L4.5 5", ""},
    {"eye", "M1.5 8C4 3.5 12 3.5 14.5 8C12 12.5 4 12.5 1.5 8Z", "O8 8 2.2"},
    {"factory", "M2 13.5V7L6 9.5V7L10 9.5V3H13.5V13.5Z", ""},
    {"flag", "M4 14V2.5H12.5L10 5.5L12.5 8.5H4", ""},
    {"flame", "", "M8 1C9 4.5 12.7 6 12.7 10C12.7 12.9 10.6 14.7 8 14.7C5.4 14.7 3.3 12.9 3.3 10.2C3.3 8.5 4.2 7 5.3 6C5.5 7.5 6.1 8.2 7 8.4C6.5 6 6.8 3.3 8 1Z"},
    {"flask", "M6.3 2V6.5L3 13.5H13L9.7 6.5V2 M5 2H11", ""},
    {"fuel", "M3.5 14V3H9.5V14 M2 14H11 M3.5 7H9.5 M9.5 8.5H11V11.5C11 13 13.2 13 13.2 11.5V6L11.5 4.3", ""},
    {"gauge", "M5 2V14 M5 3H8 M5 6.6H11 M5 10.2H8 M5 13.8H11", ""},
    {"heart", "", "M8 13.8C3 10 2 7.6 2 5.8C2 3.8 3.5 2.4 5.2 2.4C6.5 2.4 7.5 3.2 8 4.3C8.5 3.2 9.5 2.4 10.8 2.4C12.5 2.4 14 3.8 14 5.8C14 7.6 13 10 8 13.8Z"},
    {"house", "M2 8L8 2.8L14 8 M4 7V13.5H12V7", ""},
    {"lens", "M4.5 2.5H11.5 M8 2.5V5 O8 9.5 4.4", "O8 9.5 1.7"},
    {"lifebuoy", "O8 8 5.8 O8 8 2.3 M4 4L6.3 6.3 M12 4L9.7 6.3 M4 12L6.3 9.7 M12 12L9.7 9.7", ""},
    {"lights", "M4.8 1.8H11.2V14.2H4.8Z", "O8 4.4 1.3 O8 8 1.3 O8 11.6 1.3"},
    {"mast", "M8 14V7 M5.2 9.8C3.7 8 3.7 5.8 5.2 4 M10.8 9.8C12.3 8 12.3 5.8 10.8 4", "O8 7 1.6"},
    {"mountain", "M1.5 13L6 4.5L9 9.5L10.5 7.5L14.5 13Z", ""},
    {"pagoda", "M2.5 6.5L8 2.5L13.5 6.5Z M4.5 6.5V12 M8 6.5V12 M11.5 6.5V12 M2.5 13.5H13.5", ""},
    {"people", "", "O5.2 5.4 2.1 O10.8 5.4 2.1 M1.5 13C1.5 10 3 8.5 5.2 8.5C7 8.5 8 9.5 8 9.5C8 9.5 9 8.5 10.8 8.5C13 8.5 14.5 10 14.5 13Z"},
    {"person", "", "O8 4.8 2.6 M3 14C3 10.4 5.2 8.7 8 8.7C10.8 8.7 13 10.4 13 14Z"},
    {"plaza", "M2.5 2.5H13.5V13.5H2.5Z", "O8 8 2"},
    {"pump", "O7 9 4.3 M7 4.7H14 M11.3 9V13.5H3", "O7 9 1.5"},
    {"rocks", "", "O5 11 2.8 O11.3 11.6 2.2 O9 5.6 2.5"},
    {"shield", "M8 2L13 4V8C13 11 11 13 8 14.2C5 13 3 11 3 8V4Z", ""},
    {"shirt", "M5.5 3L2 6L4 8.5L5 7.8V13.5H11V7.8L12 8.5L14 6L10.5 3C10 5 6 5 5.5 3Z", ""},
    {"snow", "M8 2V14 M2.8 5L13.2 11 M2.8 11L13.2 5", ""},
    {"spark", "", "O8 8 3.2"},
    {"stadium", "M8 3.5C12 3.5 14.5 5.5 14.5 8C14.5 10.5 12 12.5 8 12.5C4 12.5 1.5 10.5 1.5 8C1.5 5.5 4 3.5 8 3.5Z M5.5 6.5H10.5V9.5H5.5Z", ""},
    {"star", "", "M8 1.5L9.9 5.8L14.5 6.2L11 9.3L12 13.9L8 11.5L4 13.9L5 9.3L1.5 6.2L6.1 5.8Z"},
    {"tent", "M8 3L14.5 13H1.5Z M8 8L10.3 13 M8 8L5.7 13", ""},
    {"thermometer", "M6.7 9V3.5C6.7 1.7 9.3 1.7 9.3 3.5V9C12 11 10.5 14.2 8 14.2C5.5 14.2 4 11 6.7 9Z", "O8 11.2 1.4"},
    {"tower", "M4.5 14L8 4L11.5 14 M6 10.3H10", "O8 3.4 1.8"},
    {"tree", "M8 14.5V9", "M8 1.5C11.5 3 13 6 12.3 8.2C11.6 10.4 9.5 10.4 8 10.4C6.5 10.4 4.4 10.4 3.7 8.2C3 6 4.5 3 8 1.5Z"},
    {"truck", "M1.5 4H9.5V11.5H1.5Z M9.5 6.5H12.5L14.5 9V11.5H9.5", "O4.5 12.2 1.7 O11.7 12.2 1.7"},
    {"tunnel", "M2 14V9C2 5 5 2.8 8 2.8C11 2.8 14 5 14 9V14 M8 14V12 M8 9.5V7.5", ""},
    {"wave", "M2 5.5C4 3.5 6 3.5 8 5.5C10 7.5 12 7.5 14 5.5 M2 10.5C4 8.5 6 8.5 8 10.5C10 12.5 12 12.5 14 10.5", ""},
    {"wrench", "M10.8 2.5C8.5 2.2 7 4 7.6 6.2L2.5 11.3L4.7 13.5L9.8 8.4C12 9 13.8 7.5 13.5 5.2L11.5 7L9.2 6.8L9 4.5Z", ""},
};

struct Use {
    Layer layer;
    std::string_view kind, drawing;
};

constexpr Use uses[] = {
    {Layer::risk, "flood_point", "wave"}, {Layer::risk, "waterlogging", "drop"},
    {Layer::risk, "underpass", "tunnel"}, {Layer::risk, "dike", "dike"},
    {Layer::risk, "reservoir", "wave"}, {Layer::risk, "landslide", "mountain"},
    {Layer::risk, "collapse", "rocks"}, {Layer::risk, "debris_flow", "mountain"},
    {Layer::risk, "dangerous_chemicals", "flask"}, {Layer::risk, "gas", "flame"},
    {Layer::risk, "fuel_station", "fuel"}, {Layer::risk, "power", "bolt"},
    {Layer::risk, "old_building", "house"}, {Layer::risk, "high_rise", "building"},
    {Layer::risk, "fire_prone", "flame"}, {Layer::risk, "forest_fire", "tree"},
    {Layer::risk, "crowd", "people"}, {Layer::risk, "construction_site", "crane"},
    {Layer::risk, "industrial_site", "factory"}, {Layer::risk, "billboard", "billboard"},
    {Layer::risk, "road_hazard", "cone"}, {Layer::risk, "bridge", "bridge"},
    {Layer::supply, "depot", "box"}, {Layer::supply, "flood_control", "wave"},
    {Layer::supply, "sandbags", "bag"}, {Layer::supply, "pumps", "pump"},
    {Layer::supply, "pump_truck", "truck"}, {Layer::supply, "boats", "boat"},
    {Layer::supply, "tents", "tent"}, {Layer::supply, "bedding", "shirt"},
    {Layer::supply, "food", "bowl"}, {Layer::supply, "water", "drop"},
    {Layer::supply, "medical", "cross"}, {Layer::supply, "fire_fighting", "extinguisher"},
    {Layer::supply, "protective_gear", "shield"}, {Layer::supply, "generator", "bolt"},
    {Layer::supply, "communications", "mast"}, {Layer::supply, "machinery", "excavator"},
    {Layer::supply, "vehicles", "truck"}, {Layer::supply, "snow_removal", "snow"},
    {Layer::supply, "fuel", "fuel"}, {Layer::supply, "other", "box"},
    {Layer::rescue_force, "fire_station", "flame"}, {Layer::rescue_force, "fire_brigade", "flame"},
    {Layer::rescue_force, "mini_fire_station", "extinguisher"},
    {Layer::rescue_force, "forest_fire_team", "tree"}, {Layer::rescue_force, "medical", "cross"},
    {Layer::rescue_force, "hospital", "cross"}, {Layer::rescue_force, "epidemic_control", "flask"},
    {Layer::rescue_force, "police", "star"}, {Layer::rescue_force, "traffic_police", "lights"},
    {Layer::rescue_force, "urban_management", "building"},
    {Layer::rescue_force, "water_rescue", "lifebuoy"},
    {Layer::rescue_force, "mountain_rescue", "mountain"},
    {Layer::rescue_force, "hazmat_team", "flask"}, {Layer::rescue_force, "engineering", "excavator"},
    {Layer::rescue_force, "drainage_team", "pump"}, {Layer::rescue_force, "gas_repair", "wrench"},
    {Layer::rescue_force, "power_repair", "bolt"}, {Layer::rescue_force, "water_repair", "drop"},
    {Layer::rescue_force, "communications_repair", "mast"},
    {Layer::rescue_force, "road_repair", "cone"}, {Layer::rescue_force, "militia", "flag"},
    {Layer::rescue_force, "volunteer", "heart"}, {Layer::rescue_force, "expert", "cap"},
    {Layer::rescue_force, "other", "people"},
    {Layer::shelter, "indoor", "house"}, {Layer::shelter, "outdoor", "tent"},
    {Layer::shelter, "school", "book"}, {Layer::shelter, "park", "tree"},
    {Layer::shelter, "square", "plaza"}, {Layer::shelter, "community", "people"},
    {Layer::shelter, "stadium", "stadium"}, {Layer::shelter, "temple", "pagoda"},
    {Layer::shelter, "civil_defence", "bunker"}, {Layer::shelter, "relief_station", "heart"},
    {Layer::shelter, "medical", "cross"}, {Layer::shelter, "other", "person"},
    {Layer::camera, "dome", "dome"}, {Layer::camera, "bullet", "bullet"},
    {Layer::camera, "ptz", "lens"}, {Layer::camera, "high_point", "tower"},
    {Layer::camera, "traffic", "lights"}, {Layer::camera, "water_level", "gauge"},
    {Layer::camera, "thermal", "thermometer"}, {Layer::camera, "panoramic", "eye"},
    {Layer::camera, "body_worn", "person"}, {Layer::camera, "drone", "drone"},
    {Layer::camera, "other", "bullet"},
};
// clang-format on

/// Reads numbers one after the other.
class Numbers {
public:
    explicit Numbers(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    /// The next command letter; 0 when a number comes, or nothing.
    char letter() {
        skip();
        if (at_ == end_ || (*at_ >= '0' && *at_ <= '9') || *at_ == '-' || *at_ == '.')
            return 0;
        return *at_++;
    }
    double number() {
        skip();
        double value = 0;
        at_ = std::from_chars(at_, end_, value).ptr;
        return value;
    }
    QPointF point() {
        const double x = number();
        return {x, number()};
    }
    [[nodiscard]] bool more() {
        skip();
        return at_ != end_;
    }

private:
    void skip() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == ','))
            ++at_;
    }
    const char* at_;
    const char* end_;
};

} // namespace

QPainterPath outline(std::string_view text) {
    QPainterPath path;
    Numbers in(text);
    while (in.more()) {
        switch (in.letter()) {
        case 'M':
            path.moveTo(in.point());
            break;
        case 'L':
            path.lineTo(in.point());
            break;
        case 'H':
            path.lineTo(in.number(), path.currentPosition().y());
            break;
        case 'V':
            path.lineTo(path.currentPosition().x(), in.number());
            break;
        case 'C': {
            const QPointF a = in.point();
            const QPointF b = in.point();
            path.cubicTo(a, b, in.point());
            break;
        }
        case 'O': {
            const QPointF middle = in.point();
            const double r = in.number();
            path.addEllipse(middle, r, r);
            break;
        }
        case 'Z':
            path.closeSubpath();
            break;
        default:
            return path; // the tables above are our own; a test reads every one of them
        }
    }
    return path;
}

Glyph glyph_of_kind(std::size_t kind) {
    std::string_view name = "spark";
    if (kind < resource_kinds().size()) {
        const Kind& wanted = resource_kinds()[kind];
        const auto* use = std::ranges::find_if(
            uses, [&](const Use& u) { return u.layer == wanted.layer && u.kind == wanted.key; });
        if (use != std::end(uses))
            name = use->drawing;
    }
    const auto* drawing = std::ranges::find(drawings, name, &Drawing::name);
    return {outline(drawing->lines), outline(drawing->solid)};
}

} // namespace chengyun::console
