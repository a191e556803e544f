// A data folder at work: for `serve` and the subcommands that change what is in one.
#pragma once

#include "core/result.h"
#include "hub/capabilities.h"
#include "hub/capability/demonstration.h"
#include "hub/config/config.h"
#include "hub/store/database.h"
#include "hub/store/writer.h"

#include <filesystem>
#include <memory>

namespace chengyun::hub {

struct Hub {
    /// Makes the folder (mode 0700) and the database when they are not there. Finishes a restore
    /// that was cut off. The capabilities are not opened yet.
    [[nodiscard]] static Result<std::unique_ptr<Hub>> open(const Config& config);
    explicit Hub(const Config& config);
    ~Hub();

    [[nodiscard]] OpenStore store() const { return {*writer, *readers}; }

    DemoClock clock; ///< outlives the writer
    std::filesystem::path folder;
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Readers> readers;
    Capabilities capabilities;
};

/// The product's `resources` folder: beside an installed program's share folder, or above a build
/// folder's program. Empty when neither is there.
[[nodiscard]] std::filesystem::path find_resources();

} // namespace chengyun::hub
