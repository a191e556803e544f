// How a HardCamera asks who somebody is, and whether it believes the answer.
#pragma once

#include "tests/hard_streams/hard_manner.h"

#include <QByteArray>

namespace chengyun::test {

/// The WWW-Authenticate lines, each with its end.
[[nodiscard]] QByteArray challenges(HardManner::SignIn how);

/// Whether `sent`, the value of an Authorization header, is the right answer for `method`.
[[nodiscard]] bool is_right(const HardManner& manner, const QByteArray& method,
                            const QByteArray& sent);

} // namespace chengyun::test
