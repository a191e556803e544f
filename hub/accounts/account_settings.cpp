#include "hub/accounts/account_settings.h"

#include "hub/config/config.h"

namespace chengyun::hub {
namespace {

Result<> check_waits(const AccountsConfig& accounts) {
    if (accounts.lock_max_seconds >= accounts.lock_seconds)
        return {};
    return fail(FailureKind::invalid_field, "accounts.lock_max_seconds",
                "accounts.lock_max_seconds must not be less than accounts.lock_seconds");
}

} // namespace

Section account_settings() {
    return section_of<AccountsConfig>(
        "accounts",
        {
            {"session_hours", "life of a session", 1, 24 * 31},
            {"session_idle_minutes", "a session unused for this long ends", 1, 60 * 24 * 31},
            {"field_session_hours", "life of a phone's session", 1, 24 * 31},
            {"device_session_days",
             "life of the session of a device, such as the machine of a wall", 1, 3650},
            {"link_minutes", "life of a one-time link", 1, 60 * 24 * 7},
            {"lock_after", "failed sign-ins of an account before it must wait", 1, 1000},
            {"lock_after_address", "failed sign-ins from an address before it must wait", 1,
             100000},
            {"lock_seconds", "the first wait; doubles with each further failure", 1, 86400},
            {"lock_max_seconds", "the longest wait", 1, 604800},
            {"min_password", "shortest password, in characters", 8, 128},
            {"hash_threads", "threads that check passwords", 1, 16},
            {"hash_memory_mib", "Argon2id memory of a new password", 19, 4096},
            {"hash_passes", "Argon2id passes of a new password", 1, 20},
        },
        check_waits);
}

} // namespace chengyun::hub
