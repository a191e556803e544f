#include "hub/duty/duty_store.h"
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
};

} // namespace

std::unique_ptr<DutyStore> make_sqlite_duty_store() {
    return std::make_unique<SqliteDutyStore>();
}

} // namespace chengyun::hub
