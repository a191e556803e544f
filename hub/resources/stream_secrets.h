// The users and passwords of cameras' streams, sealed: the rows of stream_secret.
#pragma once

#include "core/result.h"
#include "hub/resources/stream_sign_ins.h"

#include <cstdint>
#include <string_view>

namespace chengyun::hub {

class Database;
class Findings;
class SecretBox;

/// Any thread with its own connection; what changes a row only inside a Transaction.
class StreamSecrets {
public:
    /// `box` outlives it.
    explicit StreamSecrets(SecretBox& box) : box_(box) {}

    /// Empty where nobody has said any. `wrong_state` ("secret"): another key has sealed them.
    [[nodiscard]] Result<StreamSignIns> of(Database& db, std::string_view resource) const;
    /// Inserts, replaces or, when empty, removes.
    [[nodiscard]] Result<> put(Database& db, std::string_view resource, const StreamSignIns& who);
    /// How many cameras' sign-ins another key has sealed.
    [[nodiscard]] Result<std::int64_t> unreadable(Database& db) const;
    /// For `verify`: a row belongs to a resource. Its text stands in no entry.
    [[nodiscard]] static Result<> check(Database& db, Findings& findings);

private:
    [[nodiscard]] Result<StreamSignIns> opened(std::string_view sealed,
                                               std::string_view resource) const;

    SecretBox& box_;
};

} // namespace chengyun::hub
