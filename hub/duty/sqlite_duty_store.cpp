#include "hub/duty/duty_store.h"
#include "hub/journal/journal_walk.h"
#include "hub/store/findings.h"
#include "hub/store/row_check.h"
#include "hub/store/rows.h"

namespace chengyun::hub {

namespace {

class SqliteDutyStore final : public DutyStore {
public:
    Result<Duty> get(Database& db) const override {
        auto duty = one_value<Duty>(db, "SELECT json FROM duty", "duty");
        if (!duty && duty.error().kind == FailureKind::not_found)
            return Duty{};
        return duty;
    }
    Result<> put(Database& db, std::string_view json) override {
        return run(db, "INSERT OR REPLACE INTO duty VALUES (1, ?)", json);
    }
    Result<> check(Database& db, Findings& findings) const override;
};

Result<> SqliteDutyStore::check(Database& db, Findings& findings) const {
    boost::json::value told; // null until somebody has said it
    auto walked = each_entry(db, {"duty"}, [&](const WalkedEntry& entry) -> Result<> {
        if (const auto* image = entry.image("duty"))
            told = *image;
        return {};
    });
    if (!walked)
        return walked;
    auto query = bound(db, "SELECT json FROM duty");
    if (!query)
        return query.error();
    boost::json::value kept;
    auto read = each_row(*query, [&](const Statement& row) {
        findings.compared();
        auto value = json::parse(row.text(0));
        kept = value ? std::move(*value) : boost::json::value("cannot be read");
    });
    if (!read)
        return read;
    if (const auto names = differences(kept, told); !names.empty())
        findings.wrong("duty", "", "differs from its last entry of the journal in " + names);
    return {};
}

} // namespace

std::unique_ptr<DutyStore> make_sqlite_duty_store() {
    return std::make_unique<SqliteDutyStore>();
}

} // namespace chengyun::hub
