// How attachments are named.
#pragma once

#include "core/id/uuid.h"
#include "core/text/hex.h"

namespace chengyun {

/// By the SHA-256 of what is in them, 64 hex digits: the same photo has one name and one file.
[[nodiscard]] inline bool is_content_hash(std::string_view id) {
    return is_hex(id, 64);
}

/// What a report may name: such a hash, or the UUID of an attachment of another system.
[[nodiscard]] inline bool is_attachment_id(std::string_view id) {
    return is_uuid(id) || is_content_hash(id);
}

} // namespace chengyun
