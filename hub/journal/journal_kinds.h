// What the hub knows of an entry by its kind: who may see it, and whether seats can apply it. Each
// capability declares its own kinds in its folder; Capability::journal_kinds says them to the hub.
#pragma once

#include "core/account/account.h"

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace chengyun::hub {

enum class Viewers : unsigned char {
    by_place,      ///< accounts whose scope holds one of its areas, or that it names (Audience)
    everybody,     ///< everybody who is signed in
    administration ///< admins and auditors whose scope holds one of its areas
};

struct EntryRule {
    Viewers viewers = Viewers::by_place;
    /// It changes more than it holds: a seat fetches the snapshot instead of applying it.
    bool reload = false;
    bool operator==(const EntryRule&) const = default;
};

/// The rule of one kind of entry, or of all entries about one kind of entity.
struct JournalKind {
    std::string_view name; ///< a kind ("areas.imported") or an entity ("account"); a literal
    EntryRule rule;
};

/// The declarations of all capabilities. Any thread.
class JournalKinds {
public:
    JournalKinds() = default;
    JournalKinds(std::initializer_list<std::span<const JournalKind>> declared);
    /// Besides those that there are.
    void add(std::span<const JournalKind> declared);

    /// By its kind, else by its entity. Entries of neither are seen by place and applied.
    [[nodiscard]] EntryRule rule_of(std::string_view kind, std::string_view entity) const;

private:
    std::unordered_map<std::string_view, EntryRule> rules_;
};

/// May the account see an entry with these viewers, areas and units? A disabled one sees nothing.
[[nodiscard]] bool may_see(const Account& account, Viewers viewers,
                           std::span<const std::string> areas, std::span<const std::string> units);

} // namespace chengyun::hub
