// Settings of sessions, links, lock-outs and passwords.
#pragma once

#include "hub/config/settings.h"

#include <boost/describe/class.hpp>

#include <cstdint>

namespace chengyun::hub {

struct AccountsConfig {
    std::int64_t session_hours = 12;
    std::int64_t session_idle_minutes = 240;
    std::int64_t field_session_hours = 72;  ///< phones signed in by a link
    std::int64_t device_session_days = 365; ///< machines of the hall, signed in by a code
    std::int64_t link_minutes = 30;
    std::int64_t lock_after = 5;          ///< failures before the first wait, an account
    std::int64_t lock_after_address = 30; ///< failures before the first wait, an address
    std::int64_t lock_seconds = 30;       ///< the first wait; doubles with each further failure
    std::int64_t lock_max_seconds = 3600;
    std::int64_t min_password = 10;
    std::int64_t hash_threads = 1;
    std::int64_t hash_memory_mib = 64;
    std::int64_t hash_passes = 2;
};
BOOST_DESCRIBE_STRUCT(AccountsConfig, (),
                      (session_hours, session_idle_minutes, field_session_hours,
                       device_session_days, link_minutes, lock_after, lock_after_address,
                       lock_seconds, lock_max_seconds, min_password, hash_threads, hash_memory_mib,
                       hash_passes))

[[nodiscard]] Section account_settings();

} // namespace chengyun::hub
