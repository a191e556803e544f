#include "hub/imports/known_keys.h"

#include "hub/imports/merge.h"
#include "hub/resources/area_service.h"
#include "hub/resources/unit_store.h"

#include <format>
#include <iterator>

namespace chengyun::hub {
namespace {

/// A survey corrects a place by metres, a wrong address by some streets.
constexpr double far_m = 2000;
constexpr std::size_t most_examples = 3;

/// A thing may be renamed, or moved, or be of another kind than was thought. What changes two of
/// the three at once is another thing.
bool is_another(const Resource& edition, const Resource& stored) {
    const int changed = static_cast<int>(edition.name != stored.name) +
                        static_cast<int>(!is_same_place(edition.place, stored.place)) +
                        static_cast<int>(edition.kind != stored.kind);
    return changed >= 2;
}

} // namespace

Result<bool> KnownKeys::look(Database& db, std::size_t index, const Resource& edition,
                             const Resource& stored) {
    ++known_;
    const auto moved = distance_m(stored.place, edition.place);
    const bool is_renamed = stored.name != edition.name;
    const bool is_other = is_another(edition, stored);
    if (is_other)
        becomes_another(index, edition.code, stored.name, edition.name);
    if (is_renamed || is_other) {
        auto may = may_become(db, index, stored.id, edition.code, stored.name, edition.name);
        if (!may || !*may)
            return may;
    }
    if (moved > far_m)
        ++moved_;
    if (moved > far_m || (is_other && !is_renamed))
        verdicts_.doubt(prepared_.origins[index], RowDoubt::moved,
                        std::format("the key {} was {:.1f} km away{}", edition.code, moved / 1000,
                                    is_renamed ? ", as " + stored.name
                                    : is_other ? ", as " + stored.kind
                                               : std::string()),
                        edition.name, edition.place);
    else if (is_renamed)
        verdicts_.doubt(prepared_.origins[index], RowDoubt::renamed,
                        std::format("the key {} was {}", edition.code, stored.name), edition.name,
                        edition.place);
    return true;
}

Result<bool> KnownKeys::look(Database& db, std::size_t index, const Area& edition,
                             const Area& stored) {
    ++known_;
    const bool is_renamed = stored.name != edition.name;
    const bool is_moved =
        stored.centre && edition.centre && distance_m(*stored.centre, *edition.centre) > far_m;
    if (!prepared_.counts_areas || (!is_renamed && !is_moved))
        return true;
    becomes_another(index, edition.code, stored.name, edition.name);
    return may_become(db, index, office_unit_id(edition.code), edition.code, stored.name,
                      edition.name);
}

void KnownKeys::becomes_another(std::size_t index, const std::string& key,
                                const std::string& before, const std::string& after) {
    ++others_;
    examples_.emplace(index, std::format("{} was {} and would be {}", key, before, after));
    if (examples_.size() > most_examples)
        examples_.erase(std::prev(examples_.end()));
}

Result<bool> KnownKeys::may_become(Database& db, std::size_t index, const std::string& unit,
                                   const std::string& key, const std::string& before,
                                   const std::string& after) {
    auto committed = units_.is_committed(db, unit);
    if (!committed)
        return committed.error();
    if (*committed)
        verdicts_.refuse(
            prepared_.origins[index], RowFault::in_use, "code",
            std::format("the key {} is {}, which has an open order and must not become "
                        "{}; give the list a source of its own, or import it when "
                        "the order is closed",
                        key, before, after),
            after);
    return !*committed;
}

void KnownKeys::tell() {
    verdicts_.sort();
    std::string examples;
    for (const auto& [index, example] : examples_)
        examples += (examples.empty() ? "" : "; ") + example;
    if (others_ > 0 && !prepared_.next_edition && !report_.question) {
        report_.question = ImportQuestion{
            QuestionKind::keys_of_other_things,
            std::format("{} of {} known keys would name other things: {}. A key that counts rows "
                        "names something else in each list",
                        others_, known_, examples),
            {"source", "next_edition"}};
        if (prepared_.counts_areas)
            report_.question->answers.front() = "code_base";
    }
    if (moved_ > 0)
        report_.warning = std::format(
            "{} known key{} moved by more than {:.0f} km: is the key column a running number?",
            moved_, moved_ == 1 ? "" : "s", far_m / 1000);
}

} // namespace chengyun::hub
