#include "hub/imports/staging.h"

#include "hub/imports/edition.h"
#include "hub/imports/import_map.h"
#include "hub/imports/known_keys.h"
#include "hub/imports/merge.h"
#include "hub/resources/area_service.h"
#include "hub/resources/area_store.h"
#include "hub/resources/resource_service.h"
#include "hub/resources/resource_store.h"
#include "hub/resources/unit_store.h"
#include "hub/store/database.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace chengyun::hub {

namespace {

// What one work stores. It keeps commands waiting for some 30 ms on two slow cores; smaller pieces
// would write the same pages of the indexes more often.
constexpr std::size_t rows_at_once = 512;
constexpr std::size_t bytes_at_once = 1U << 20;
constexpr std::size_t boxes_at_once = 1024;
/// Rows looked at for one piece: where nothing is new, there is little to store.
constexpr std::size_t looked_at_once = 4096;

enum class Outcome : std::uint8_t { refused, inserted, updated, unchanged };

/// What became of each row.
class Outcomes {
public:
    explicit Outcomes(std::size_t rows) : rows_(rows, Outcome::refused) {}
    template <class News>
    Outcome set(std::size_t row, News news) {
        return rows_[row] = news == News::inserted  ? Outcome::inserted
                            : news == News::updated ? Outcome::updated
                                                    : Outcome::unchanged;
    }
    void refuse(std::size_t row) { rows_[row] = Outcome::refused; }
    [[nodiscard]] std::int64_t count(Outcome outcome) const {
        return std::ranges::count(rows_, outcome);
    }
    [[nodiscard]] bool takes_any() const {
        return std::ranges::any_of(rows_, [](Outcome one) { return one != Outcome::refused; });
    }
    void tell(ImportReport& report) const {
        report.inserted = count(Outcome::inserted);
        report.updated = count(Outcome::updated);
        report.unchanged = count(Outcome::unchanged);
        report.taken = report.inserted + report.updated + report.unchanged;
    }

private:
    std::vector<Outcome> rows_;
};

/// Looks at rows a second time: what is found then is told beside what was found before, without
/// counting anything twice.
class SecondLook {
public:
    SecondLook(const PreparedImport& prepared, const UnitStore& units)
        : prepared_(prepared), known_(prepared, units, found_) {}
    [[nodiscard]] KnownKeys& known() { return known_; }
    void tell(ImportReport& report) {
        known_.tell();
        report.refused += found_.refused;
        for (auto& row : found_.refused_rows)
            if (report.refused_rows.size() < prepared_.listed)
                report.refused_rows.push_back(std::move(row));
        std::ranges::stable_sort(report.refused_rows, {}, &RefusedRow::row);
        if (!report.question)
            report.question = found_.question;
    }

private:
    const PreparedImport& prepared_;
    ImportReport found_;
    KnownKeys known_;
};

/// Positions of a list in the order of what `key` makes of them.
template <class Key>
std::vector<std::uint32_t> order_by(std::size_t size, Key key) {
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, key);
    return order;
}

void sort_once(std::vector<std::uint32_t>& rows) {
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

class ResourceStaging final : public Staging {
public:
    ResourceStaging(const PreparedImport& prepared, const ImportTarget& target, Instant now,
                    ImportReport& report)
        : prepared_(prepared), resources_(prepared.resources), target_(target), now_(now),
          known_(prepared, target.unit_store, report), outcomes_(resources_.size()),
          // Ids are digests: in the file's order each row would write pages of its own in the
          // indexes by id, which is most of what storing costs.
          by_id_(order_by(resources_.size(),
                          [&](std::uint32_t i) -> const auto& { return resources_[i].id; })),
          by_code_(order_by(resources_.size(),
                            [&](std::uint32_t i) -> const auto& { return resources_[i].code; })) {}

    std::size_t rows() const override { return resources_.size(); }

    Result<std::size_t> make(Database& db, std::size_t first) override {
        made_.clear();
        boxed_ = boxes_.size();
        auto scope = ReadScope::begin(db);
        if (!scope)
            return scope.error();
        auto version = target_.editions.next_version(db);
        if (!version)
            return version.error();
        std::size_t bytes = 0;
        std::size_t next = first;
        const auto last = std::min(rows(), first + looked_at_once);
        for (; next < last && made_.size() < rows_at_once && bytes < bytes_at_once; ++next) {
            auto edition = edition_of(db, by_id_[next], *version, known_);
            if (!edition)
                return edition.error();
            if (!*edition)
                continue;
            bytes += (*edition)->json.size() + (*edition)->team_json.size();
            made_.push_back(std::move(**edition));
        }
        return next;
    }

    Result<> stage(Database& db) override {
        boxes_.resize(boxed_);
        for (const auto& edition : made_) {
            auto row = target_.resources.stage(db, edition);
            // Its code has come to it from another row since that one was stored. Both have been
            // noted, and are made anew.
            if (!row && row.error().kind == FailureKind::conflict)
                continue;
            if (!row)
                return row.error();
            boxes_.push_back({*row, edition.resource.place});
        }
        return {};
    }

    void tell() override { known_.tell(); }
    bool takes_any() const override { return outcomes_.takes_any(); }

    std::size_t boxes() override {
        // Neighbours after each other: they share a page of the R-tree.
        std::ranges::sort(boxes_, {}, [](const Boxed& boxed) { return cell_of(boxed.place); });
        return boxes_.size();
    }

    Result<std::size_t> stage_boxes(Database& db, std::size_t first) override {
        const auto last = std::min(boxes_.size(), first + boxes_at_once);
        for (std::size_t i = first; i < last; ++i)
            if (auto done = target_.resource_store.stage_box(db, boxes_[i].row, boxes_[i].place);
                !done)
                return done.error();
        return last;
    }

    Result<> again(Database& db, const ChangedBeside& changed, ImportReport& report) override {
        const auto prefix = code_in(prepared_.source, {});
        std::vector<std::uint32_t> mine;
        for (const auto& [layer, code] : changed.resources) {
            if (layer != resources_.front().layer)
                continue;
            add_row_of(code, mine);
            if (!prefix.empty()) // one from before the list had a source
                add_row_of(prefix + code, mine);
        }
        return anew(db, std::move(mine), report);
    }

    Result<> look_at_orders(Database& db, ImportReport& report) override {
        std::vector<std::uint32_t> mine;
        if (!renamed_.empty())
            if (auto read = target_.unit_store.each_committed(db,
                                                              [&](std::string_view unit) {
                                                                  const auto found = renamed_.find(
                                                                      std::string(unit));
                                                                  if (found != renamed_.end())
                                                                      mine.push_back(found->second);
                                                              });
                !read)
                return read;
        return anew(db, std::move(mine), report);
    }

    Result<> finish(Transaction& tx, const Actor& actor, ImportReport& report) override {
        outcomes_.tell(report);
        // Beside the rows and not by edition: cameras are few.
        for (const auto& [row, sign_in] : sign_ins_)
            if (auto done = target_.resource_store.put_sign_in(tx.database(), sign_in.first,
                                                               sign_in.second);
                !done)
                return done;
        return target_.resources.announce(tx, actor,
                                          {report.inserted, report.updated, report.unchanged},
                                          {resources_.front().layer}, areas_, report.name);
    }

private:
    struct Boxed {
        std::int64_t row;
        Place place;
    };

    /// Where on a curve through all places that keeps neighbours together (Morton's): the bits of
    /// longitude and latitude in turn.
    static std::uint64_t cell_of(Place place) {
        const auto spread = [](double part) {
            auto bits = static_cast<std::uint64_t>(std::clamp(part, 0.0, 1.0) * 0x7fffffff);
            bits = (bits | bits << 16U) & 0x0000ffff0000ffffU;
            bits = (bits | bits << 8U) & 0x00ff00ff00ff00ffU;
            bits = (bits | bits << 4U) & 0x0f0f0f0f0f0f0f0fU;
            bits = (bits | bits << 2U) & 0x3333333333333333U;
            return (bits | bits << 1U) & 0x5555555555555555U;
        };
        return spread((place.lon + 180) / 360) | spread((place.lat + 90) / 180) << 1U;
    }

    void add_row_of(const std::string& code, std::vector<std::uint32_t>& rows) const {
        const auto found = std::ranges::lower_bound(
            by_code_, code, {}, [&](std::uint32_t i) -> const auto& { return resources_[i].code; });
        if (found != by_code_.end() && resources_[*found].code == code)
            rows.push_back(*found);
    }

    Result<> anew(Database& db, std::vector<std::uint32_t> mine, ImportReport& report) {
        sort_once(mine);
        const auto prefix = code_in(prepared_.source, {}).size();
        // All of them first: two may have exchanged their codes.
        for (const auto i : mine) {
            const auto& [layer, code] = std::tie(resources_[i].layer, resources_[i].code);
            if (auto done = target_.resources.unstage(db, layer, code); !done)
                return done;
            if (prefix > 0)
                if (auto done = target_.resources.unstage(db, layer, code.substr(prefix)); !done)
                    return done;
        }
        auto version = target_.editions.next_version(db);
        if (!version)
            return version.error();
        SecondLook look(prepared_, target_.unit_store);
        for (const auto i : mine) {
            auto edition = edition_of(db, i, *version, look.known());
            if (!edition)
                return edition.error();
            if (!*edition)
                continue;
            auto row = target_.resources.stage(db, **edition);
            if (!row)
                return row.error();
            if (auto done = target_.resource_store.stage_box(db, *row, (*edition)->resource.place);
                !done)
                return done;
        }
        look.tell(report);
        return {};
    }

    /// None when the row is refused or says nothing new.
    Result<std::optional<ResourceService::Edition>>
    edition_of(Database& db, std::uint32_t i, std::int64_t version, KnownKeys& known) {
        auto row = resource_beside(db, prepared_, i, target_, known);
        if (!row)
            return row.error();
        sign_ins_.erase(i);
        if (row->is_refused) {
            outcomes_.refuse(i);
            return std::optional<ResourceService::Edition>();
        }
        if (const auto& stored = row->stored;
            stored && (stored->name != row->edition.name || stored->kind != row->edition.kind ||
                       !is_same_place(stored->place, row->edition.place)))
            renamed_[stored->id] = i;
        auto edition =
            target_.resources.edition_of(db, std::move(row->edition), row->stored, version, now_);
        if (!edition)
            return edition.error();
        if (outcomes_.set(i, edition->news) == Outcome::unchanged)
            return std::optional<ResourceService::Edition>();
        if (edition->sign_in)
            sign_ins_.emplace(i, std::pair(edition->resource.id, *edition->sign_in));
        for (const auto& area : {edition->area_before, edition->resource.area})
            if (!area.empty())
                areas_.insert(area);
        return std::optional(std::move(*edition));
    }

    const PreparedImport& prepared_;
    const std::vector<Resource>& resources_; ///< not empty, of one layer
    const ImportTarget& target_;
    const Instant now_;
    KnownKeys known_;
    Outcomes outcomes_;
    const std::vector<std::uint32_t> by_id_, by_code_;
    std::vector<ResourceService::Edition> made_;
    std::vector<Boxed> boxes_;
    std::size_t boxed_ = 0; ///< of the boxes, from pieces before the present one
    std::set<std::string> areas_;
    /// Of cameras: id and what is new, by row.
    std::unordered_map<std::uint32_t, std::pair<std::string, StreamSignIn>> sign_ins_;
    /// Ids and rows of those that may become another thing, and must not while an order is open.
    std::unordered_map<std::string, std::uint32_t> renamed_;
};

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
    Result<> again(Database& db, const ChangedBeside& changed, ImportReport& report) override {
        std::vector<std::uint32_t> mine;
        for (const auto& code : changed.areas)
            if (const auto row = row_of_.find(code); row != row_of_.end())
                mine.push_back(row->second);
        return anew(db, std::move(mine), report);
    }

    Result<> look_at_orders(Database& db, ImportReport& report) override {
        std::vector<std::uint32_t> mine;
        if (!renamed_.empty())
            if (auto read = target_.unit_store.each_committed(db,
                                                              [&](std::string_view unit) {
                                                                  const auto found = renamed_.find(
                                                                      std::string(unit));
                                                                  if (found != renamed_.end())
                                                                      mine.push_back(found->second);
                                                              });
                !read)
                return read;
        return anew(db, std::move(mine), report);
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

    Result<> anew(Database& db, std::vector<std::uint32_t> mine, ImportReport& report) {
        sort_once(mine);
        auto version = target_.editions.next_version(db);
        if (!version)
            return version.error();
        SecondLook look(prepared_, target_.unit_store);
        for (const auto i : mine) {
            if (auto done = target_.areas.unstage(db, prepared_.areas[i].code); !done)
                return done;
            auto edition = edition_of(db, i, *version, look.known());
            if (!edition)
                return edition.error();
            if (*edition)
                if (auto done = target_.areas.stage(db, **edition); !done)
                    return done;
        }
        look.tell(report);
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
            renamed_[office_unit_id(prepared_.areas[i].code)] = i;
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
    /// As with resources, by the offices.
    std::unordered_map<std::string, std::uint32_t> renamed_;
};

} // namespace

std::unique_ptr<Staging> make_staging(const PreparedImport& prepared, const ImportTarget& target,
                                      Instant now, ImportReport& report) {
    if (prepared.resources.empty())
        return std::make_unique<AreaStaging>(prepared, target, report);
    return std::make_unique<ResourceStaging>(prepared, target, now, report);
}

} // namespace chengyun::hub
