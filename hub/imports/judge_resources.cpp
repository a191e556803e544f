#include "core/json/codec.h"
#include "core/pinyin/pinyin.h"
#include "core/resource/stream_address.h"
#include "core/text/limits.h"
#include "hub/imports/encoding.h"
#include "hub/imports/judge.h"
#include "hub/imports/outliers.h"
#include "hub/journal/journal.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <set>

namespace chengyun::hub {

namespace {

/// A row that has a place, on its way to being a resource.
struct Located {
    const Row* row = nullptr;
    Point raw;
    Place place;
    bool swap_taken = false;
};

/// Of what people read. Private use is a character that somebody made for a rare name, or the sign
/// of a wrong encoding: what names the thing must be sure, a remark may have one.
Result<> check_what_is_read(const Resource& resource) {
    if (auto ok = first_failure(check_characters(resource.name, "name"),
                                check_characters(resource.code, "code"),
                                check_characters(resource.address, "address"),
                                check_characters(resource.contact.name, "contact_name"),
                                check_characters(resource.contact.phone, "contact_phone"));
        !ok)
        return ok;
    for (const auto& [name, value] : resource.attributes)
        if (const auto foreign = foreign_character(value); foreign && !is_private_use(*foreign))
            return check_characters(value, name);
    return {};
}

std::string in_numbers(Place place) {
    return std::format("{:.6f}, {:.6f}", place.lon, place.lat);
}

/// Degrees that can only be right the other way round: a latitude beyond 90.
bool is_swapped_for_certain(const Projection& projection, Point raw) {
    return projection.is_geographic() && std::abs(raw.y) > 90 && std::abs(raw.y) <= 180 &&
           std::abs(raw.x) <= 90;
}

class ResourceJudge {
public:
    ResourceJudge(const Table& table, const ImportMap& map, const Columns& columns,
                  const Projection& projection, const ImportRequest& request, PreparedImport& out)
        : table_(table), map_(map), columns_(columns), projection_(projection), request_(request),
          out_(out), verdicts_(out.report, request.limits.listed) {}

    void run() {
        Flaws flaws(table_, columns_);
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const auto& row = table_.rows[i];
            if (const auto* flaw = flaws.of(i))
                verdicts_.refuse(origin_of(row), flaw->fault, flaws.field_of(*flaw), flaw->detail,
                                 name_of(row));
            else
                locate(row);
        }
        judge_swaps();
        std::vector<Place> places;
        for (const auto& one : located_)
            places.push_back(one.place);
        const auto spread = Spread::of(places);
        std::set<std::size_t> far;
        for (const auto i : far_from_rest(places, spread))
            far.insert(i);
        for (std::size_t i = 0; i < located_.size(); ++i)
            take(located_[i], far.contains(i), spread);
        verdicts_.sort();
    }

private:
    std::string name_of(const Row& row) const { return columns_.text(row, "name"); }

    std::optional<Point> raw_point(const Row& row) {
        if (!columns_.has("x")) {
            if (row.shape)
                return row.shape->label;
            verdicts_.refuse(origin_of(row), RowFault::no_place, "geometry", "no geometry",
                             name_of(row));
            return {};
        }
        const auto x_text = columns_.text(row, "x");
        const auto y_text = columns_.text(row, "y");
        const auto x = real_number(x_text);
        const auto y = real_number(y_text);
        const auto bad = [&](const char* field, const std::string& text) {
            verdicts_.refuse(
                origin_of(row), text.empty() ? RowFault::no_place : RowFault::not_a_number, field,
                text.empty() ? std::string("empty") : "\"" + text.substr(0, 40) + "\" is no number",
                name_of(row));
        };
        if (!x) {
            bad("x", x_text);
            return {};
        }
        if (!y) {
            bad("y", y_text);
            return {};
        }
        return Point{*x, *y};
    }

    void locate(const Row& row) {
        const auto raw = raw_point(row);
        if (!raw)
            return;
        if (raw->x == 0 || raw->y == 0) {
            const char* what = raw->x == 0 && raw->y == 0 ? "longitude and latitude are 0"
                               : raw->x == 0              ? "longitude is 0"
                                                          : "latitude is 0";
            verdicts_.refuse(origin_of(row), RowFault::no_place, raw->x == 0 ? "x" : "y", what,
                             name_of(row));
            return;
        }
        if (is_swapped_for_certain(projection_, *raw)) {
            swapped_.push_back({&row, *raw, {}, false});
            return;
        }
        const bool beyond =
            projection_.is_geographic()
                ? std::abs(raw->x) > 180 || std::abs(raw->y) > 90
                : std::abs(raw->x) <= 180 && std::abs(raw->y) <= 90; // degrees in a metre grid
        const auto place = beyond ? Result<Place>(fail(FailureKind::invalid_field))
                                  : projection_.to_wgs84(raw->x, raw->y);
        if (!place || !is_plausible(*place)) {
            verdicts_.refuse(origin_of(row), RowFault::out_of_range, "x",
                             std::format("{}, {} is no place in {}", raw->x, raw->y,
                                         out_.report.system.substr(0, 40)),
                             name_of(row));
            return;
        }
        located_.push_back({&row, *raw, *place, false});
    }

    /// Beside the certain ones: a row far from the rest that would be among them the other way
    /// round, as where both numbers are below 90.
    void judge_swaps() {
        std::vector<Place> places;
        for (const auto& one : located_)
            places.push_back(one.place);
        const auto spread = Spread::of(places);
        if (projection_.is_geographic() && std::isfinite(spread.far_m())) {
            std::erase_if(located_, [&](const Located& one) {
                if (distance_m(spread.middle, one.place) <= spread.far_m() ||
                    std::abs(one.raw.x) > 90)
                    return false;
                const auto other = projection_.to_wgs84(one.raw.y, one.raw.x);
                if (!other || distance_m(spread.middle, *other) > spread.far_m())
                    return false;
                swapped_.push_back({one.row, one.raw, {}, false});
                return true;
            });
        }
        for (auto& one : swapped_) {
            const auto place = projection_.to_wgs84(one.raw.y, one.raw.x);
            if (!place || !is_plausible(*place)) {
                verdicts_.refuse(origin_of(*one.row), RowFault::out_of_range, "y",
                                 "latitude beyond 90", name_of(*one.row));
            } else if (!request_.accept_swaps) {
                verdicts_.refuse(origin_of(*one.row), RowFault::swapped, "x",
                                 "longitude and latitude are swapped; accept swaps to take it as " +
                                     in_numbers(*place),
                                 name_of(*one.row), *place);
            } else {
                located_.push_back({one.row, one.raw, *place, true});
            }
        }
        std::ranges::sort(located_, {}, &Located::row); // as the table has them
    }

    /// The row's key in its list.
    std::string key_of(const Row& row, const Resource& resource) const {
        if (columns_.has("code"))
            return columns_.text(row, "code");
        const auto key =
            map_.key.empty() ? resource.name + '\x1f' + resource.address : columns_.key(row);
        return "key-" + sm3_hex(key).substr(0, 24);
    }

    /// The refused ones are gone from `out`; a false answer says so.
    bool fill(const Row& row, Resource& resource, Told& told) {
        const auto refuse = [&](RowFault fault, const char* field, std::string detail) {
            verdicts_.refuse(origin_of(row), fault, field, std::move(detail), resource.name);
            return false;
        };
        resource.layer = *map_.layer;
        resource.name = name_of(row);
        if (resource.name.empty())
            return refuse(RowFault::missing, "name", "empty");
        resource.address = columns_.text(row, "address");
        resource.code = key_of(row, resource);
        if (resource.code.empty())
            return refuse(RowFault::missing, "code", "empty");
        resource.code = code_in(out_.source, resource.code);
        if (const auto text = columns_.text(row, "capacity"); !text.empty()) {
            const auto number = whole_number(text);
            if (!number || *number < 0)
                return refuse(RowFault::not_a_number, "capacity",
                              "\"" + text.substr(0, 40) + "\" is no number of persons or pieces");
            resource.capacity = *number;
            told.capacity = true;
        }
        resource.kind = columns_.has("kind") ? columns_.text(row, "kind")
                                             : columns_.by_rule(row, map_.kinds).value_or("");
        told.kind = !resource.kind.empty();
        if (resource.kind.empty() && map_.kinds.empty())
            resource.kind = "other";
        if (resource.kind.empty())
            return refuse(RowFault::unknown_kind, "kind", "no rule of the map gives a kind");
        const auto level = columns_.has("level") ? columns_.text(row, "level")
                                                 : columns_.by_rule(row, map_.levels).value_or("");
        told.level = !level.empty();
        const auto known = json::enum_of<Level>(level.empty() ? "none" : level);
        if (!known)
            return refuse(RowFault::invalid, "level", "no level " + level.substr(0, 40));
        resource.level = *known;
        if (const auto area = columns_.text(row, "area"); !area.empty()) {
            const auto code = full_area_code(area);
            if (!code)
                return refuse(RowFault::bad_code, "area", code.error().detail);
            resource.area = *code;
        }
        resource.contact = {columns_.text(row, "contact_name"),
                            columns_.text(row, "contact_phone")};
        resource.stream = columns_.text(row, "stream");
        if (auto sub = columns_.text(row, "stream_sub"); !sub.empty())
            resource.stream_sub = std::move(sub);
        resource.attributes = columns_.attributes(row);
        return true;
    }

    void take(const Located& one, bool is_far, const Spread& spread) {
        Resource resource;
        Told told;
        if (!fill(*one.row, resource, told))
            return;
        resource.place = one.place;
        resource.source_system = out_.report.system;
        if (one.swap_taken)
            resource.flags.emplace_back(json::name_of(RowDoubt::swap_taken));
        if (is_far)
            resource.flags.emplace_back(json::name_of(RowDoubt::far_from_rest));
        resource.id = imported_id(resource.layer, resource.code);
        resource.initials = pinyin_initials(resource.name);
        if (const auto ok = check(resource); !ok) {
            verdicts_.refuse(origin_of(*one.row), fault_of(ok.error()), ok.error().field,
                             ok.error().detail, resource.name);
            return;
        }
        if (const auto ok = check_what_is_read(resource); !ok) {
            verdicts_.refuse(origin_of(*one.row), RowFault::bad_text, ok.error().field,
                             ok.error().detail, resource.name);
            return;
        }
        if (!codes_.insert(resource.code).second) {
            verdicts_.refuse(origin_of(*one.row), RowFault::duplicate, "code",
                             "an earlier row has the same key", resource.name);
            return;
        }
        if (one.swap_taken)
            verdicts_.doubt(origin_of(*one.row), RowDoubt::swap_taken,
                            "longitude and latitude were exchanged", resource.name, one.place);
        if (is_far)
            verdicts_.doubt(
                origin_of(*one.row), RowDoubt::far_from_rest,
                std::format("no other place within {:.1f} km, {:.0f} km from the middle of "
                            "the file",
                            spread.apart_m() / 1000, distance_m(spread.middle, one.place) / 1000),
                resource.name, one.place);
        out_.resources.push_back(std::move(resource));
        out_.origins.push_back(origin_of(*one.row));
        out_.told.push_back(told);
    }

    const Table& table_;
    const ImportMap& map_;
    const Columns& columns_;
    const Projection& projection_;
    const ImportRequest& request_;
    PreparedImport& out_;
    Verdicts verdicts_;
    std::vector<Located> located_;
    std::vector<Located> swapped_;
    std::set<std::string> codes_;
};

} // namespace

void judge_resources(const Table& table, const ImportMap& map, const Columns& columns,
                     const Projection& projection, const ImportRequest& request,
                     PreparedImport& out) {
    // Of refused rows too: they are in the file as well.
    for (const auto* field : {"stream", "stream_sub"})
        out.holds_sign_ins |=
            columns.has(field) && std::ranges::any_of(table.rows, [&](const Row& row) {
                return may_hold_sign_in(columns.text(row, field));
            });
    ResourceJudge(table, map, columns, projection, request, out).run();
}

} // namespace chengyun::hub
