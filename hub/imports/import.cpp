#include "hub/imports/import.h"

#include "core/json/codec.h"
#include "hub/imports/edition.h"
#include "hub/imports/import_map.h"
#include "hub/imports/judge.h"
#include "hub/imports/known_keys.h"
#include "hub/imports/merge.h"
#include "hub/imports/storing.h"
#include "hub/imports/systems.h"
#include "hub/journal/journal.h"
#include "hub/store/database.h"
#include "hub/store/writer.h"

#include <format>

namespace chengyun::hub {

namespace {

constexpr std::size_t most_answers = 30;

/// The numbers the coordinate system has to explain: of the columns, else of the geometries.
std::vector<Point> raw_points(const Table& table, const Columns& columns) {
    std::vector<Point> out;
    for (const auto& row : table.rows) {
        if (columns.has("x")) {
            const auto x = real_number(columns.text(row, "x"));
            const auto y = real_number(columns.text(row, "y"));
            if (x && y)
                out.push_back({*x, *y});
        } else if (row.shape) {
            out.push_back(row.shape->label);
        }
    }
    return out;
}

bool is_geojson(const std::string& name) {
    const auto ending = std::filesystem::path(name).extension().string();
    return ending.starts_with(".geojson") || ending == ".json";
}

ImportQuestion which_parts(const std::vector<TablePart>& parts) {
    ImportQuestion out{QuestionKind::which_parts, {}, {}};
    std::string list;
    for (const auto& part : parts) {
        if (out.answers.size() == most_answers) {
            list += " …";
            break;
        }
        list += std::format("{}{} ({} row{})", list.empty() ? "" : ", ", part.name, part.rows,
                            part.rows == 1 ? "" : "s");
        out.answers.push_back(part.name);
    }
    out.detail = std::format("the file has {} parts with rows: {}; which of them are of this map?",
                             parts.size(), list);
    return out;
}

} // namespace

bool PreparedImport::may_be_stored() const {
    return why_not(report, skip_bad, resources.empty() && areas.empty()).empty();
}

std::string imported_id(Layer layer, const std::string& code) {
    // A UUID of version 8 (RFC 9562, 5.8): the bits are ours, here the first of an SM3.
    auto hex = sm3_hex("chengyun:resource:" + std::string(json::name_of(layer)) + ":" + code);
    hex.resize(32);
    hex[12] = '8';
    constexpr std::string_view variants = "89ab";
    hex[16] = variants[static_cast<std::size_t>(hex[16]) % variants.size()];
    return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
           hex.substr(16, 4) + "-" + hex.substr(20);
}

Result<> may_import(const Account& account) {
    if (!may(account.role, Permission::import_data))
        return fail(FailureKind::forbidden, {}, "this role may not import");
    if (!account.area.empty())
        return fail(FailureKind::forbidden, {}, "an import is not limited to your area");
    return {};
}

Result<PreparedImport> prepare_import(const ImportRequest& request) {
    auto map = parse_import_map(request.map);
    if (!map)
        return map.error();
    if (!request.layer.empty() && request.layer != map->target())
        return fail(FailureKind::invalid_field, "layer",
                    "the map is for " + map->target() + ", not " + request.layer);
    if (!request.source.empty()) {
        if (!map->layer)
            return fail(FailureKind::invalid_field, "source",
                        "areas have one code in all lists; the map's code_base sets counted ones "
                        "apart");
        if (auto ok = check_source(request.source, "source"); !ok)
            return ok.error();
    }
    const auto name = request.name.empty() ? request.file.filename().string() : request.name;
    auto table = read_table(request.file, name,
                            {map->encoding, request.parts.empty() ? map->parts : request.parts},
                            request.limits);
    if (!table)
        return table.error();

    PreparedImport out;
    out.report.name = name;
    out.report.layer = map->target();
    for (const auto& part : table->parts)
        out.report.parts.push_back({part.name, part.rows, part.is_read});
    if (table->must_choose()) {
        out.report.question = which_parts(table->parts);
        return out;
    }
    auto columns = Columns::bind(*map, *table);
    if (!columns)
        return columns.error();
    out.skip_bad = request.skip_bad;
    out.next_edition = request.next_edition;
    out.listed = request.limits.listed;
    out.parents = map->parents;
    out.source = request.source.empty() ? map->source : request.source;
    out.counts_areas = map->code_base > 0;
    out.report.read = static_cast<std::int64_t>(table->rows.size());

    const auto points = raw_points(*table, *columns);
    // Areas may be a mere list of names; then no system is needed.
    if (!map->layer && points.empty()) {
        judge_areas(*table, *map, *columns, nullptr, request, out);
    } else {
        const bool from_columns = columns->has("x");
        SystemClaim claim;
        claim.answer = request.system;
        claim.map = map->system;
        claim.file = from_columns ? std::string() : table->system;
        claim.from_geojson = !from_columns && is_geojson(name);
        if (from_columns)
            claim.headings = columns->heading("x") + " " + columns->heading("y");
        auto choice = choose_system(claim, magnitude_of(points));
        if (!choice)
            return choice.error();
        out.report.system = choice->system;
        out.report.question = choice->question;
        if (!choice->question) {
            auto projection = Projection::from(choice->system);
            if (!projection)
                return projection.error();
            if (map->layer)
                judge_resources(*table, *map, *columns, *projection, request, out);
            else
                judge_areas(*table, *map, *columns, &*projection, request, out);
        }
    }
    out.report.taken = static_cast<std::int64_t>(out.resources.size() + out.areas.size());
    return out;
}

std::string why_not(const ImportReport& report, bool skip_bad, bool is_empty) {
    if (report.question)
        return "a question is open: " + report.question->detail;
    if (report.refused > 0 && !skip_bad)
        return std::to_string(report.refused) +
               " rows were refused and bad rows are not to be left out";
    return is_empty ? "no row to take" : "";
}

Result<ImportReport> preview_import(Database& db, const PreparedImport& prepared,
                                    const ImportTarget& target) {
    auto report = prepared.report;
    report.dry_run = true;
    KnownKeys known(prepared, target.unit_store, report);
    const auto count = [&](bool is_known, bool is_unchanged) {
        ++(!is_known ? report.inserted : is_unchanged ? report.unchanged : report.updated);
    };
    for (std::size_t i = 0; i < prepared.resources.size(); ++i) {
        auto row = resource_beside(db, prepared, i, target, known);
        if (!row)
            return row.error();
        if (row->is_refused)
            continue;
        const auto same =
            is_unchanged(db, target.resource_store, std::move(row->edition), row->stored);
        if (!same)
            return same.error();
        count(row->stored.has_value(), *same);
    }
    for (std::size_t i = 0; i < prepared.areas.size(); ++i) {
        auto row = area_beside(db, prepared, i, target, known);
        if (!row)
            return row.error();
        if (!row->is_refused)
            count(row->stored.has_value(), row->stored.has_value() && row->edition == *row->stored);
    }
    known.tell();
    report.taken = report.inserted + report.updated + report.unchanged;
    report.not_stored = why_not(report, prepared.skip_bad, report.taken == 0);
    return report;
}

Result<ImportReport> run_import(const ImportRequest& request, bool dry_run, Writer& writer,
                                const Actor& actor, const ImportTarget& target) {
    const auto prepared = prepare_import(request);
    if (!prepared)
        return prepared.error();
    if (dry_run) {
        auto db = target.readers.get();
        return db ? preview_import(**db, *prepared, target) : Result<ImportReport>(db.error());
    }
    ImportStoring storing(writer, *prepared, actor, target);
    const auto answer = storing.run({});
    const auto cleared = clear_editions(writer, target.editions, {});
    if (!answer)
        return answer.error();
    if (!cleared)
        return cleared.error();
    return storing.report();
}

} // namespace chengyun::hub
