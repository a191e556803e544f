// Known keys that turn up somewhere else. A key that only counts rows names another thing in each
// edition of a file, and the ids of everything shift with it; what shows is that places jump.
#pragma once

#include "hub/imports/import.h"
#include "hub/imports/judge.h"

#include <cstddef>
#include <cstdint>

namespace chengyun::hub {

class MovedKeys {
public:
    /// Flags go into `report`, the one that is told. Both must outlive this.
    MovedKeys(const PreparedImport& prepared, ImportReport& report)
        : prepared_(prepared), report_(report), verdicts_(report, prepared.listed) {}

    /// The new edition is `prepared.resources[index]`.
    void look(std::size_t index, const Resource& stored);
    /// When all have been looked at: the warning about the file.
    void tell();

private:
    const PreparedImport& prepared_;
    ImportReport& report_;
    Verdicts verdicts_;
    std::int64_t moved_ = 0;
};

} // namespace chengyun::hub
