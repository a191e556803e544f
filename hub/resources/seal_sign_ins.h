// Passwords of cameras that a hub of before has left in the clear.
#pragma once

#include "core/result.h"
#include "hub/capability/capability.h"

#include <functional>
#include <string_view>

namespace chengyun::hub {

class ResourceStore;

/// Seals what stands in the table `stream_sign_in`, takes it out of the database's files and drops
/// the table, which says that all of it is done. A hub that dies in between goes on at its next
/// start. Says in the log how many sealed ones the key does not open. Before anybody reads.
/// `step` is told after each part; for tests.
[[nodiscard]] Result<> seal_sign_ins(const OpenStore& store, ResourceStore& resources,
                                     const std::function<void(std::string_view)>& step = {});

} // namespace chengyun::hub
