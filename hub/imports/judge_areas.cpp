#include "core/pinyin/pinyin.h"
#include "core/text/limits.h"
#include "hub/imports/encoding.h"
#include "hub/imports/judge.h"

#include <set>

namespace chengyun::hub {

namespace {

class AreaJudge {
public:
    AreaJudge(const Table& table, const ImportMap& map, const Columns& columns,
              const Projection* projection, const ImportRequest& request, PreparedImport& out)
        : table_(table), map_(map), columns_(columns), projection_(projection), out_(out),
          verdicts_(out.report, request.limits.listed) {}

    void run() {
        Flaws flaws(table_, columns_);
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            const auto& row = table_.rows[i];
            Area area;
            if (const auto* flaw = flaws.of(i)) {
                verdicts_.refuse(origin_of(row), flaw->fault, flaws.field_of(*flaw), flaw->detail,
                                 columns_.text(row, "name"));
                continue;
            }
            if (!fill(row, area))
                continue;
            out_.areas.push_back(std::move(area));
            out_.origins.push_back(origin_of(row));
        }
        verdicts_.sort();
    }

private:
    bool refuse(const Row& row, RowFault fault, const char* field, std::string detail,
                const Area& area) {
        verdicts_.refuse(origin_of(row), fault, field, std::move(detail), area.name);
        return false;
    }

    bool fill(const Row& row, Area& area) {
        area.name = columns_.text(row, "name");
        if (const auto ok = check_text(area.name, "name", limits::name, true); !ok)
            return refuse(row, fault_of(ok.error()), "name", ok.error().detail, area);
        if (const auto ok = check_characters(area.name, "name"); !ok)
            return refuse(row, RowFault::bad_text, "name", ok.error().detail, area);
        auto code = columns_.text(row, "code");
        if (map_.code_base > 0) {
            const auto number = whole_number(code);
            if (!number || *number < 0)
                return refuse(row, RowFault::bad_code, "code", "no whole number", area);
            code = std::to_string(map_.code_base + *number);
        }
        const auto full = full_area_code(code);
        if (!full)
            return refuse(row, RowFault::bad_code, "code", full.error().detail, area);
        area.code = *full;
        area.level = area_level(area.code);
        if (const auto parent = columns_.text(row, "parent"); !parent.empty()) {
            const auto above = full_area_code(parent);
            if (!above || !area_contains(*above, area.code) || *above == area.code)
                return refuse(row, RowFault::bad_code, "parent", "does not lie above " + area.code,
                              area);
            area.parent = *above;
        }
        if (const auto text = columns_.text(row, "population"); !text.empty()) {
            const auto number = real_number(text); // averages of a statistic have fractions
            if (!number || *number < 0 || *number > 1e10)
                return refuse(row, RowFault::not_a_number, "population", "no number of people",
                              area);
            area.population = static_cast<std::int64_t>(*number + 0.5);
        }
        if (!place(row, area))
            return false;
        if (!codes_.insert(area.code).second)
            return refuse(row, RowFault::duplicate, "code", "an earlier row has " + area.code,
                          area);
        area.initials = pinyin_initials(area.name);
        return true;
    }

    /// Rings and centre; a table without geometry has neither.
    bool place(const Row& row, Area& area) {
        if (!projection_)
            return true;
        if (row.shape) {
            if (row.shape->rings.empty())
                return refuse(row, RowFault::bad_geometry, "geometry", "no polygon", area);
            for (const auto& ring : row.shape->rings)
                if (!add_ring(row, ring, area))
                    return false;
        }
        std::optional<Point> centre;
        if (columns_.has("x")) {
            const auto x = real_number(columns_.text(row, "x"));
            const auto y = real_number(columns_.text(row, "y"));
            if (!x || !y)
                return refuse(row, RowFault::not_a_number, "x", "no number", area);
            centre = Point{*x, *y};
        } else if (row.shape) {
            centre = row.shape->label;
        }
        if (!centre)
            return refuse(row, RowFault::no_place, "geometry", "no geometry", area);
        const auto place = projection_->to_wgs84(centre->x, centre->y);
        if (!place || !is_plausible(*place))
            return refuse(row, RowFault::out_of_range, "x", "no place in " + out_.report.system,
                          area);
        area.centre = *place;
        return true;
    }

    bool add_ring(const Row& row, const std::vector<Point>& ring, Area& area) {
        std::vector<Place> places;
        places.reserve(ring.size() + 1);
        for (const auto& point : ring) {
            const auto place = projection_->to_wgs84(point.x, point.y);
            if (!place || !is_plausible(*place))
                return refuse(row, RowFault::out_of_range, "geometry",
                              "a corner is no place in " + out_.report.system, area);
            places.push_back(*place);
        }
        if (!places.empty() && places.front() != places.back())
            places.push_back(places.front());
        if (places.size() < 4)
            return refuse(row, RowFault::bad_geometry, "geometry",
                          "a ring of fewer than three corners", area);
        area.rings.push_back(std::move(places));
        return true;
    }

    const Table& table_;
    const ImportMap& map_;
    const Columns& columns_;
    const Projection* projection_;
    PreparedImport& out_;
    Verdicts verdicts_;
    std::set<std::string> codes_;
};

} // namespace

void judge_areas(const Table& table, const ImportMap& map, const Columns& columns,
                 const Projection* projection, const ImportRequest& request, PreparedImport& out) {
    AreaJudge(table, map, columns, projection, request, out).run();
}

} // namespace chengyun::hub
