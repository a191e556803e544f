#include "core/consult/consult_codec.h"
#include "core/journal/images.h"
#include "hub/consult/consult_store.h"
#include "hub/store/findings.h"
#include "hub/store/row_check.h"
#include "hub/store/rows.h"

namespace chengyun::hub {

namespace {

std::optional<std::int64_t> ended_ms(const Consult& consult) {
    return consult.ended ? std::optional(ms_of(*consult.ended)) : std::nullopt;
}

template <class... Values>
Result<std::vector<Consult>> consults(Database& db, std::string_view sql,
                                      const Values&... bound_values) {
    auto query = bound(db, sql, bound_values...);
    if (!query)
        return query.error();
    std::vector<Consult> out;
    auto read = each_row(*query, [&](const Statement& row) -> Result<> {
        auto value = stored_value<Consult>(row.text(0));
        if (!value)
            return value.error();
        out.push_back(std::move(*value));
        return {};
    });
    if (!read)
        return read.error();
    return out;
}

template <class... Values>
Result<std::optional<Consult>> first(Database& db, std::string_view sql,
                                     const Values&... bound_values) {
    auto found = consults(db, sql, bound_values...);
    if (!found)
        return found.error();
    return found->empty() ? std::optional<Consult>() : std::optional(std::move(found->front()));
}

class SqliteConsultStore final : public ConsultStore {
public:
    Result<std::optional<Consult>> find(Database& db, std::string_view id) const override {
        return first(db, "SELECT json FROM consult WHERE id = ?", id);
    }
    Result<std::optional<Consult>> of_order(Database& db, std::string_view order) const override {
        return first(db, "SELECT json FROM consult WHERE about = ? AND ended IS NULL", order);
    }
    Result<std::vector<Consult>> recent(Database& db, Instant ended_since) const override {
        return consults(db,
                        "SELECT json FROM consult WHERE ended IS NULL OR ended >= ? ORDER BY id",
                        ms_of(ended_since));
    }
    Result<> put(Database& db, const Consult& consult, std::string_view json) override {
        return run(db,
                   "INSERT INTO consult (id, about, ended, json) VALUES (?, ?, ?, ?) "
                   "ON CONFLICT (id) DO UPDATE SET ended = excluded.ended, json = excluded.json",
                   consult.id, consult.order, ended_ms(consult), json);
    }

    Result<> check(Database& db, Findings& findings) const override {
        VersionedRows rows(db, findings, "consult", entity_kind<Consult>(),
                           "SELECT json FROM consult WHERE id = ?");
        if (auto walked = rows.walk({consult_entity}); !walked)
            return walked;
        auto query = bound(db, "SELECT id, json, coalesce(ended, -1), about FROM consult");
        if (!query)
            return query.error();
        return each_row(*query, [&](const Statement& row) {
            return if_readable<Consult>(
                row, "consult", findings,
                [&](const Consult& consult, const boost::json::value& json) -> Result<> {
                    if (row.integer(2) != ended_ms(consult).value_or(-1) ||
                        row.text(3) != consult.order)
                        findings.wrong("consult", consult.id, "is found as another than it is");
                    return rows.row(consult.id, json, 0);
                });
        });
    }
};

} // namespace

std::unique_ptr<ConsultStore> make_sqlite_consult_store() {
    return std::make_unique<SqliteConsultStore>();
}

} // namespace chengyun::hub
