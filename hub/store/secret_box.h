// Secrets that the hub has to be able to read again, such as passwords of cameras: sealed before
// they are stored, so that the database, its log, copies of it and backups hold none of them.
#pragma once

#include "core/result.h"
#include "hub/store/key_file.h"

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// Where the key of a data folder lies. No backup holds it, and a restore leaves it where it is.
[[nodiscard]] std::filesystem::path secret_key_file(const std::filesystem::path& folder);

/// Any thread.
class SecretBox {
public:
    /// `key` is the file of the key, mode 0600. It is not touched before there is something to seal
    /// or to open; the first secret makes it.
    explicit SecretBox(std::filesystem::path key);
    ~SecretBox();
    SecretBox(const SecretBox&) = delete;
    SecretBox& operator=(const SecretBox&) = delete;

    /// The secret as a text that only this key opens, and only for the same `owner` ("camera" and
    /// an id): a text that is moved to another row opens nothing. Two of one secret differ. The key
    /// is on disk before this returns.
    [[nodiscard]] Result<std::string> seal(std::string_view secret, std::string_view owner);
    /// `not_found`: the key's file is not there. `corrupt`: another key has sealed it, for another
    /// owner, or somebody has changed it.
    [[nodiscard]] Result<std::string> open(std::string_view sealed, std::string_view owner) const;

private:
    /// Both with the mutex held.
    [[nodiscard]] Result<> read_key() const;
    [[nodiscard]] Result<> make_key() const;

    const std::filesystem::path file_;
    mutable std::mutex mutex_; ///< guards the key
    mutable std::optional<SecretKey> key_;
};

} // namespace chengyun::hub
