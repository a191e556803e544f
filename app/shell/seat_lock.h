// One console in a state folder: two would send each other's commands and overwrite each other's
// drafts.
#pragma once

#include "core/result.h"

#include <QString>

namespace chengyun::console {

/// Held as long as it lives. The kernel holds it for the process, so a killed console leaves none
/// behind, whatever number its successor gets.
class SeatLock {
public:
    /// Makes the folder when it is missing. `conflict`: another console holds the folder. Any other
    /// failure: no lock can be had there (a full disk, a file system without locks).
    [[nodiscard]] static Result<SeatLock> take(const QString& folder);
    ~SeatLock();
    SeatLock(SeatLock&& other) noexcept;
    SeatLock& operator=(SeatLock&& other) noexcept;
    SeatLock(const SeatLock&) = delete;
    SeatLock& operator=(const SeatLock&) = delete;

private:
    explicit SeatLock(int file) : file_(file) {}
    int file_ = -1;
};

} // namespace chengyun::console
