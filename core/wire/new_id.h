// Ids that clients give to what they make.
#pragma once

#include "core/id/uuid.h"
#include "core/result.h"

#include <string>
#include <string_view>

namespace chengyun {

/// A UUIDv7: ids are sorted by the time in them. Those that the hub makes from codes (of resources
/// that are imported, of offices) are of version 8, so nobody can take one beforehand.
[[nodiscard]] inline Result<> check_new_id(std::string_view id, const std::string& field) {
    if (!is_uuid7(id))
        return fail(FailureKind::invalid_field, field, "expected a lower-case UUIDv7");
    return {};
}

} // namespace chengyun
