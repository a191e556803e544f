// Signing in.
#pragma once

#include "core/account/account.h"

#include <string>

namespace chengyun {

/// POST /api/v1/sessions and its answer.
struct SignIn {
    std::string name;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (name, password))
struct Session {
    std::string token; ///< opaque; sent as "Authorization: Bearer …"
    Instant expires{};
    Account account;
};
BOOST_DESCRIBE_STRUCT(Session, (), (token, expires, account))

} // namespace chengyun
