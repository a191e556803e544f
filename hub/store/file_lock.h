// A lock on a file that one process holds as long as it lives, however it dies.
#pragma once

#include "core/result.h"

#include <string>
#include <utility>

namespace chengyun::hub {

class FileLock {
public:
    /// Makes the file when it is missing. Fails with `conflict` when another holds it.
    [[nodiscard]] static Result<FileLock> take(const std::string& path);
    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

} // namespace chengyun::hub
