#include "hub/imports/edition.h"
#include "hub/imports/import_map.h"
#include "hub/imports/merge.h"
#include "hub/imports/staging.h"
#include "hub/imports/staging_parts.h"
#include "hub/resources/resource_service.h"
#include "hub/resources/resource_store.h"
#include "hub/store/database.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace chengyun::hub {

namespace {

constexpr std::size_t boxes_at_once = 1024;

/// Positions of a list in the order of what `key` makes of them.
template <class Key>
std::vector<std::uint32_t> order_by(std::size_t size, Key key) {
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, key);
    return order;
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

    Result<> again(Transaction& tx, const ChangedBeside& changed, ImportReport& report) override {
        const auto prefix = code_in(prepared_.source, {});
        std::vector<std::uint32_t> mine;
        for (const auto& [layer, code] : changed.resources) {
            if (layer != resources_.front().layer)
                continue;
            add_row_of(code, mine);
            if (!prefix.empty()) // one from before the list had a source
                add_row_of(prefix + code, mine);
        }
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
        // Beside the rows and not by edition: cameras are few.
        for (const auto& [row, who] : sign_ins_)
            if (auto done =
                    target_.resource_store.put_sign_ins(tx.database(), who.first, who.second);
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

    /// Their version is that of the entry which the works before this one in its batch leave to
    /// come: what those have changed is older.
    Result<> anew(Transaction& tx, std::vector<std::uint32_t> mine, ImportReport& report) {
        sort_once(mine);
        auto& db = tx.database();
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
        SecondLook look(prepared_, target_.unit_store);
        for (const auto i : mine) {
            auto edition = edition_of(db, i, tx.next_seq(), look.known());
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
        look.tell(mine, outcomes_, report);
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
            renamed_.add(stored->id, i);
        auto edition =
            target_.resources.edition_of(db, std::move(row->edition), row->stored, version, now_);
        if (!edition)
            return edition.error();
        if (outcomes_.set(i, edition->news) == Outcome::unchanged)
            return std::optional<ResourceService::Edition>();
        if (edition->sign_ins)
            sign_ins_.emplace(i, std::pair(edition->resource.id, *edition->sign_ins));
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
    std::unordered_map<std::uint32_t, std::pair<std::string, StreamSignIns>> sign_ins_;
    Renamed renamed_;
};

} // namespace

std::unique_ptr<Staging> make_resource_staging(const PreparedImport& prepared,
                                               const ImportTarget& target, Instant now,
                                               ImportReport& report) {
    return std::make_unique<ResourceStaging>(prepared, target, now, report);
}

} // namespace chengyun::hub
