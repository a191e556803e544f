#include "hub/resources/resource_check.h"

#include "core/resource/resource_codec.h"
#include "hub/resources/resource_kinds.h"
#include "hub/resources/search_text.h"
#include "hub/resources/team.h"
#include "hub/store/findings.h"
#include "hub/store/row_check.h"
#include "hub/store/row_sum.h"
#include "hub/store/rows.h"
#include "hub/store/stream_functions.h"

#include <boost/json/serialize.hpp>

namespace chengyun::hub {

namespace {

/// Is what a resource is searched by as its text says? Columns as in check().
void check_columns(const Statement& row, const Resource& resource, Findings& findings) {
    const auto is = [&](const char* name, bool right) {
        if (!right)
            findings.wrong("resource", resource.id,
                           std::string("column ") + name + " differs from the text");
    };
    const auto& place = resource.place;
    is("id", row.text(0) == resource.id);
    is("layer", row.integer(2) == static_cast<std::int64_t>(resource.layer));
    is("code", row.text(3) == resource.code);
    is("kind", row.text(4) == resource.kind);
    is("area", row.text(5) == resource.area);
    is("lon", row.real(6) == place.lon);
    is("lat", row.real(7) == place.lat);
    is("text", row.text(8) == search_text({resource.name, resource.code, resource.initials,
                                           resource.address}));
    // Single precision, rounded outwards: about a metre at most.
    constexpr double rounding = 2e-5;
    const auto around = [&](int low, int high, double value) {
        return !row.is_null(low) && row.real(low) <= value && row.real(high) >= value &&
               row.real(high) - row.real(low) < rounding;
    };
    is("box", around(9, 10, place.lon) && around(11, 12, place.lat));
    if (has_team(resource.layer) && (row.is_null(13) || row.text(13) != resource.name))
        findings.wrong("unit", resource.id, "is missing or has another name than its resource");
}

} // namespace

Result<> check_resources(Database& db, Findings& findings) {
    VersionedRows rows(db, findings, "resource", entity_kind<Resource>(),
                       "SELECT json FROM resource WHERE id = ?", import_kinds);
    // Entries of before migration 0010 hold what it has taken out of the rows. What it left as it
    // was, it left as it was here too: the same function decides both.
    rows.made_since([](boost::json::value& image) {
        const auto before = boost::json::serialize(image);
        const auto parts = stream_parts(before);
        if (parts.json == before)
            return;
        if (auto made = json::parse(parts.json))
            image = std::move(*made);
    });
    RowTotal total(RowKind::resource);
    auto walked = rows.walk({"resource"}, [&](const WalkedEntry& entry) {
        total.entry(entry);
        return rows.entry(entry);
    });
    if (!walked)
        return walked;
    auto query =
        bound(db, "SELECT r.id, r.json, r.layer, r.code, r.kind, r.area, r.lon, r.lat, "
                  "t.text, b.west, b.east, b.south, b.north, u.name, e.since FROM resource r "
                  "JOIN resource_edition e ON e.row = r.row "
                  "LEFT JOIN resource_text t ON t.row = r.row "
                  "LEFT JOIN resource_box b ON b.row = r.row "
                  "LEFT JOIN unit u ON u.id = r.id ORDER BY r.row");
    if (!query)
        return query.error();
    auto compared = each_row(*query, [&](const Statement& row) {
        total.row(row.text(1));
        return if_readable<Resource>(row, "resource", findings,
                                     [&](const Resource& resource, const auto& json) {
                                         check_columns(row, resource, findings);
                                         return rows.row(row.text(0), json, row.integer(14));
                                     });
    });
    if (!compared)
        return compared;
    if (auto done = total.check(db, findings); !done)
        return done;
    // Those of rows that no edition shows any more are not wrong, only not cleared away yet.
    auto counts = bound(db, "SELECT (SELECT count(*) FROM resource_text WHERE row NOT IN "
                            "(SELECT row FROM resource_edition)), (SELECT count(*) FROM "
                            "resource_box WHERE row NOT IN (SELECT row FROM resource_edition))");
    if (!counts)
        return counts.error();
    return each_row(*counts, [&](const Statement& row) {
        if (row.integer(0) != 0 || row.integer(1) != 0)
            findings.wrong("resource_text", "", "has rows of resources that are not there");
    });
}

} // namespace chengyun::hub
