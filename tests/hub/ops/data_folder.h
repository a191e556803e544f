// A hub's data folder, for what looks at one from outside: verify, backup, restore.
#pragma once

#include "hub/ops/verify.h"
#include "tests/hub/hall.h"

#include <algorithm>

namespace chengyun::hub::test {

/// `AHall` is a Hall that knows more of a capability.
template <class AHall>
struct DataFolderOf {
    AHall hall;
    std::filesystem::path folder = std::filesystem::path(hall.dir.path().toStdString()) / "data";

    DataFolderOf() {
        hall.close();
        std::filesystem::create_directories(folder);
        hall.file = folder / "hub.sqlite";
        hall.open();
    }

    /// Changes rows behind the journal's back.
    void tamper(const char* sql) const {
        auto db = must(Database::open(folder / "hub.sqlite", Database::Mode::read_write));
        must(db->execute(sql));
    }
};
using DataFolder = DataFolderOf<Hall>;

/// Whether a finding about the table says that.
inline bool says(const VerifyReport& report, std::string_view table, std::string_view what) {
    return std::ranges::any_of(report.findings.told(), [&](const Finding& found) {
        return found.table == table && found.what.find(what) != std::string::npos;
    });
}

} // namespace chengyun::hub::test
