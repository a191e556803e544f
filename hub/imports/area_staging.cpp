#include "hub/imports/edition.h"
#include "hub/imports/import_map.h"
#include "hub/imports/merge.h"
#include "hub/imports/staging.h"
#include "hub/imports/staging_parts.h"
#include "hub/resources/area_service.h"
#include "hub/resources/area_store.h"
#include "hub/store/database.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace chengyun::hub {

namespace {

class AreaStaging final : public Staging {
public:
    AreaStaging(const PreparedImport& prepared, const ImportTarget& target, ImportReport& report)
        : prepared_(prepared), target_(target), known_(prepared, target.unit_store, report),
          outcomes_(prepared.areas.size()) {
        for (std::size_t i = 0; i < prepared.areas.size(); ++i)
            row_of_.emplace(prepared.areas[i].code, static_cast<std::uint32_t>(i));
    }

    std::size_t rows() const override { return prepared_.areas.size(); }

    Result<std::size_t> make(Database& db, std::size_t first) override {
        made_.clear();
        auto scope = ReadScope::begin(db);
        if (!scope)
            return scope.error();
        auto version = target_.editions.next_version(db);
        if (!version)
            return version.error();
        if (first == 0)
            if (auto made = make_parents(db, *version); !made)
                return made.error();
        std::size_t bytes = 0;
        std::size_t next = first;
        const auto last = std::min(rows(), first + looked_at_once);
        for (; next < last && made_.size() < rows_at_once && bytes < bytes_at_once; ++next) {
            auto edition = edition_of(db, static_cast<std::uint32_t>(next), *version, known_);
            if (!edition)
                return edition.error();
            if (!*edition)
                continue;
            bytes += (*edition)->text.plain.size() + (*edition)->text.rings.size();
            made_.push_back(std::move(**edition));
        }
        return next;
    }

    Result<> stage(Database& db) override {
        for (const auto& edition : made_)
            if (auto done = target_.areas.stage(db, edition); !done)
                return done;
        return {};
    }

    void tell() override { known_.tell(); }
    bool takes_any() const override { return outcomes_.takes_any(); }

    /// Only imports change areas, but people change what is said of their offices.
    Result<> again(Transaction& tx, const ChangedBeside& changed, ImportReport& report) override {
        std::vector<std::uint32_t> mine;
        for (const auto& code : changed.areas)
            if (const auto row = row_of_.find(code); row != row_of_.end())
                mine.push_back(row->second);
        return anew(tx, std::move(mine), report);
    }

    Result<> look_at_orders(Transaction& tx, ImportReport& report) override {
        auto mine = renamed_.committed(tx.database(), target_.unit_store);
        if (!mine)
            return mine.error();
        return anew(tx, std::move(*mine), report);
    }

    Result<> finish(Transaction& tx, const Actor& actor, ImportReport& report) override {
        outcomes_.tell(report);
        AreaService::Counts counts;
        counts.inserted = report.inserted + parents_;
        counts.updated = report.updated;
        return target_.areas.announce(tx, actor, counts, changed_, report.name);
    }

private:
    /// Those that are missing and that no row brings.
    Result<> make_parents(Database& db, std::int64_t version) {
        parents_ = 0;
        std::set<std::string> seen;
        for (const auto& parent : prepared_.parents) {
            if (row_of_.contains(parent.code) || !seen.insert(parent.code).second)
                continue;
            auto stored = stored_area(target_.area_store, db, parent.code);
            if (!stored)
                return stored.error();
            if (*stored)
                continue;
            auto edition = target_.areas.edition_of(db, parent, seen.size() - 1, version);
            if (!edition)
                return edition.error();
            ++parents_;
            changed_.insert(edition->code);
            made_.push_back(std::move(*edition));
        }
        return {};
    }

    /// Their version is that of the entry which the works before this one in its batch leave to
    /// come: what those have changed is older.
    Result<> anew(Transaction& tx, std::vector<std::uint32_t> mine, ImportReport& report) {
        sort_once(mine);
        auto& db = tx.database();
        SecondLook look(prepared_, target_.unit_store);
        for (const auto i : mine) {
            if (auto done = target_.areas.unstage(db, prepared_.areas[i].code); !done)
                return done;
            auto edition = edition_of(db, i, tx.next_seq(), look.known());
            if (!edition)
                return edition.error();
            if (*edition)
                if (auto done = target_.areas.stage(db, **edition); !done)
                    return done;
        }
        look.tell(mine, outcomes_, report);
        return {};
    }

    /// None when the row is refused or says nothing new.
    Result<std::optional<AreaService::Edition>> edition_of(Database& db, std::uint32_t i,
                                                           std::int64_t version, KnownKeys& known) {
        auto row = area_beside(db, prepared_, i, target_, known);
        if (!row)
            return row.error();
        changed_.erase(prepared_.areas[i].code);
        if (row->is_refused) {
            outcomes_.refuse(i);
            return std::optional<AreaService::Edition>();
        }
        if (row->stored && prepared_.counts_areas)
            renamed_.add(office_unit_id(prepared_.areas[i].code), i);
        auto edition = target_.areas.edition_of(db, row->edition, i, version);
        if (!edition)
            return edition.error();
        if (outcomes_.set(i, edition->news) == Outcome::unchanged)
            return std::optional<AreaService::Edition>();
        changed_.insert(edition->code);
        return std::optional(std::move(*edition));
    }

    const PreparedImport& prepared_;
    const ImportTarget& target_;
    KnownKeys known_;
    Outcomes outcomes_; ///< of the rows, not of the parents
    std::int64_t parents_ = 0;
    std::unordered_map<std::string, std::uint32_t> row_of_;
    std::vector<AreaService::Edition> made_;
    std::set<std::string> changed_;
    Renamed renamed_; ///< by the offices
};

} // namespace

std::unique_ptr<Staging> make_area_staging(const PreparedImport& prepared,
                                           const ImportTarget& target, ImportReport& report) {
    return std::make_unique<AreaStaging>(prepared, target, report);
}

} // namespace chengyun::hub
