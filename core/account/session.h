// Signing in.
#pragma once

#include "core/account/account.h"

#include <cstdint>
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

/// POST /api/v1/me/password/check: is it still that person who sits at the seat?
struct CheckPassword {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(CheckPassword, (), (password))

/// POST /api/v1/me/password
struct ChangePassword {
    std::string old_password;
    std::string new_password;
};
BOOST_DESCRIBE_STRUCT(ChangePassword, (), (old_password, new_password))

/// GET /api/v1/password-rule: what a new password must be like, beside not being the name.
struct PasswordRule {
    std::int64_t min_length = 0; ///< in characters
};
BOOST_DESCRIBE_STRUCT(PasswordRule, (), (min_length))

} // namespace chengyun
