// The numbers of a capability's rules that a city edits. Seats judge by the same ones: they stand
// in the snapshot, as an entity of which the hall has one.
#pragma once

#include "core/journal/entry.h"
#include "hub/capability/snapshot.h"

#include <string_view>

namespace chengyun::hub {

class Writer;

template <class T>
void add_policy(SnapshotText& text, const T& policy) {
    text.one(entity_kind<T>().name, json::write(policy));
}

/// `kind` is the entity's; `now` and `defaults` hold one value of it.
void tell_policy(Writer& writer, std::string_view kind, const Change& now, const Change& defaults);

/// Journals the policy as "policy.changed" where it is another than the one that the journal has
/// last, or, without one, than the defaults. A seat that goes on from before a restart fetches no
/// snapshot, and hears of it so. From Capability::start; waits for the writer. A failure is logged.
/// The capability declares the entity ("order_policy") as seen by everybody.
template <class T>
void tell_policy(Writer& writer, const T& policy) {
    Change now, defaults;
    now.values<T>() = {policy};
    defaults.values<T>() = {T{}};
    tell_policy(writer, entity_kind<T>().name, now, defaults);
}

} // namespace chengyun::hub
