#include "hub/resources/area_service.h"

#include "core/account/account_codec.h"
#include "core/area/area_codec.h"
#include "core/pinyin/pinyin.h"
#include "core/resource/entry_kinds.h"
#include "core/text/limits.h"
#include "core/unit/unit_codec.h"
#include "core/wire/wire_codec.h"
#include "hub/journal/change_text.h"
#include "hub/journal/journal.h"
#include "hub/resources/area_index.h"
#include "hub/resources/page_text.h"
#include "hub/resources/resource_kinds.h"
#include "hub/resources/scope.h"
#include "hub/resources/unit_store.h"
#include "hub/store/row_sum.h"

#include <mutex>

namespace chengyun::hub {

struct AreaService::Impl {
    AreaStore& areas;
    UnitStore& units;

    std::mutex mutex; ///< guards the two below
    std::int64_t revision = -1;
    std::shared_ptr<const AreaIndex> index;

    /// AreaService::index.
    Result<std::shared_ptr<const AreaIndex>> current(Database& db) {
        auto now = areas.revision(db);
        if (!now)
            return now.error();
        {
            const std::lock_guard lock(mutex);
            if (index && revision == *now)
                return index;
        }
        auto all = areas.all(db);
        if (!all)
            return all.error();
        auto made = std::make_shared<const AreaIndex>(*all);
        const std::lock_guard lock(mutex);
        revision = *now;
        index = made;
        return made;
    }

    Result<std::optional<Unit>> office_of(Database& db, const Area& area,
                                          std::int64_t version) const;
    Result<bool> remove(Transaction& tx, const std::string& code);
};

AreaService::AreaService(AreaStore& areas, UnitStore& units)
    : impl_(new Impl{areas, units, {}, -1, {}}) {}
AreaService::~AreaService() = default;

std::string office_unit_id(std::string_view code12) {
    // RFC 9562, version 8: the first 128 bits of a digest, made the same way everywhere.
    std::string hex = sm3_hex("chengyun:office:" + std::string(code12)).substr(0, 32);
    hex[12] = '8';
    hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) % 4];
    for (const std::size_t at : {8U, 13U, 18U, 23U})
        hex.insert(at, 1, '-');
    return hex;
}

Result<std::string> AreaService::list(Database& db, const Account& account) const {
    std::vector<std::string> items;
    if (!sees_nothing(account)) {
        auto read = impl_->areas.each(db, account.area,
                                      [&](std::string_view json) { items.emplace_back(json); });
        if (!read)
            return read.error();
    }
    return page_text(items);
}

Result<std::string> AreaService::get(Database& db, const Account& account,
                                     std::string_view code) const {
    if (!in_scope(account, code))
        return fail(FailureKind::not_found, "area", "no such area");
    return impl_->areas.text(db, code, true);
}

Result<std::string> AreaService::containing(Database& db, Place place) const {
    auto found = index(db);
    if (!found)
        return found.error();
    return (*found)->containing(place);
}

Result<std::shared_ptr<const AreaIndex>> AreaService::index(Database& db) const {
    return impl_->current(db);
}

/// None for a city.
Result<std::optional<Unit>> AreaService::Impl::office_of(Database& db, const Area& area,
                                                         std::int64_t version) const {
    if (area.level == AreaLevel::city)
        return std::optional<Unit>();
    Unit office;
    office.id = office_unit_id(area.code);
    if (auto existing = units.get(db, office.id)) {
        if (existing->kind != UnitKind::office)
            return fail(FailureKind::conflict, "id",
                        "a unit, " + existing->name + ", has the id of the office of " + area.code);
        office = std::move(*existing);
    } else if (existing.error().kind != FailureKind::not_found)
        return existing.error();
    office.kind = UnitKind::office;
    office.name = area.name;
    office.area = area.code;
    office.place = area.centre;
    office.initials = area.initials;
    office.version = version;
    return std::optional(std::move(office));
}

/// False when its office still has work: then the area stays too.
Result<bool> AreaService::Impl::remove(Transaction& tx, const std::string& code) {
    const auto office = office_unit_id(code);
    auto committed = units.is_committed(tx.database(), office);
    if (!committed)
        return committed.error();
    if (*committed)
        return false;
    if (auto done = units.remove(tx.database(), office); !done)
        return done.error();
    if (auto done = areas.remove(tx.database(), code); !done)
        return done.error();
    return true;
}

namespace {

Result<Area> completed(Area area, std::size_t index) {
    const auto field = [&](const char* name) {
        return "areas[" + std::to_string(index) + "]." + name;
    };
    if (auto ok = first_failure(check_area(area.code, field("code")),
                                check_text(area.name, field("name"), limits::name, true));
        !ok)
        return ok.error();
    if (area.level != area_level(area.code))
        return fail(FailureKind::invalid_field, field("level"), "the code says another level");
    if (area.parent.empty())
        area.parent = parent_area(area.code);
    area.initials = pinyin_initials(area.name);
    return area;
}

} // namespace

Result<AreaService::Counts> AreaService::put(Transaction& tx, const Actor& actor,
                                             std::span<const Area> areas, bool replace_all,
                                             const std::string& source) {
    auto& db = tx.database();
    Counts counts;
    std::set<std::string> stale, touched;
    if (replace_all) {
        auto all = impl_->areas.all(db);
        if (!all)
            return all.error();
        for (const auto& area : *all)
            stale.insert(area.code);
    }
    for (std::size_t i = 0; i < areas.size(); ++i) {
        auto area = completed(areas[i], i);
        if (!area)
            return area.error();
        stale.erase(area->code);
        auto existing = impl_->areas.get(db, area->code);
        if (!existing && existing.error().kind != FailureKind::not_found)
            return existing.error();
        if (existing && *existing == *area) {
            ++counts.unchanged;
            continue;
        }
        ++(existing ? counts.updated : counts.inserted);
        if (auto done = impl_->areas.put(db, *area); !done)
            return done.error();
        auto office = impl_->office_of(db, *area, tx.next_seq());
        if (!office)
            return office.error();
        if (*office)
            if (auto done = impl_->units.put(db, **office, json::write(**office)); !done)
                return done.error();
        touched.insert(area->code);
    }
    for (const auto& code : stale) {
        auto removed = impl_->remove(tx, code);
        if (!removed)
            return removed.error();
        if (!*removed)
            continue;
        ++counts.removed;
        touched.insert(code);
    }
    if (auto done = announce(tx, actor, counts, touched, source, RowsSeen::now); !done)
        return done.error();
    return counts;
}

Result<AreaService::Edition> AreaService::edition_of(Database& db, const Area& given,
                                                     std::size_t index,
                                                     std::int64_t version) const {
    auto area = completed(given, index);
    if (!area)
        return area.error();
    auto existing = impl_->areas.get(db, area->code);
    if (!existing && existing.error().kind != FailureKind::not_found)
        return existing.error();
    Edition edition;
    edition.code = area->code;
    if (existing && *existing == *area)
        return edition;
    edition.news = existing ? Edition::News::updated : Edition::News::inserted;
    edition.text = area_text(*area);
    auto office = impl_->office_of(db, *area, version);
    if (!office)
        return office.error();
    edition.office = std::move(*office);
    if (edition.office)
        edition.office_json = json::write(*edition.office);
    return edition;
}

Result<> AreaService::stage(Database& db, const Edition& edition) {
    if (auto done = impl_->areas.stage(db, edition.code, edition.text); !done)
        return done;
    if (!edition.office)
        return {};
    return impl_->units.stage(db, *edition.office, edition.office_json);
}

Result<> AreaService::unstage(Database& db, const std::string& code) {
    if (auto done = impl_->areas.unstage(db, code); !done)
        return done;
    return impl_->units.unstage(db, office_unit_id(code));
}

Result<> AreaService::announce(Transaction& tx, const Actor& actor, const Counts& counts,
                               const std::set<std::string>& areas, const std::string& source,
                               RowsSeen when) {
    if (areas.empty())
        return {};
    if (auto done = impl_->areas.set_revision(tx.database(), tx.next_seq()); !done)
        return done;
    Entry entry;
    entry.actor = actor.id;
    entry.actor_name = actor.name;
    entry.kind = entry_kind::areas_imported;
    entry.entity = "area";
    entry.areas.assign(areas.begin(), areas.end());
    ChangeText change;
    change.note("inserted", std::to_string(counts.inserted))
        .note("removed", std::to_string(counts.removed))
        .note("source", source);
    if (auto done = note_sums(tx.database(), change, {RowKind::area, RowKind::unit}, when); !done)
        return done;
    change.note("updated", std::to_string(counts.updated));
    if (auto appended = tx.append(std::move(entry), change.text()); !appended)
        return appended.error();
    return {};
}

} // namespace chengyun::hub
