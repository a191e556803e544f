// Known keys that turn up as something else. A key that only counts rows names another thing in
// each list, and in each edition of a list; what shows is that names, places and kinds change under
// the ids that orders point to.
#pragma once

#include "hub/imports/import.h"
#include "hub/imports/judge.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace chengyun::hub {

class Database;

class KnownKeys {
public:
    /// What is found goes into `report`, the one that is told. All must outlive this.
    KnownKeys(const PreparedImport& prepared, const UnitStore& units, ImportReport& report)
        : prepared_(prepared), units_(units), report_(report), verdicts_(report, prepared.listed) {}

    /// The edition of the row at `index`, already merged, and what is stored. False: the row is
    /// refused, because an open order would get another recipient.
    [[nodiscard]] Result<bool> look(Database& db, std::size_t index, const Resource& edition,
                                    const Resource& stored);
    /// The same for areas, of which only counted ones can become others: the standard's codes name
    /// one area for good, whatever it is called.
    [[nodiscard]] Result<bool> look(Database& db, std::size_t index, const Area& edition,
                                    const Area& stored);
    /// When all have been looked at: the question, or the warning, about the file.
    void tell();

private:
    void becomes_another(std::size_t index, const std::string& key, const std::string& before,
                         const std::string& after);
    [[nodiscard]] Result<bool> may_become(Database& db, std::size_t index, const std::string& unit,
                                          const std::string& key, const std::string& before,
                                          const std::string& after);

    const PreparedImport& prepared_;
    const UnitStore& units_;
    ImportReport& report_;
    Verdicts verdicts_;
    std::int64_t known_ = 0;
    std::int64_t moved_ = 0;
    std::int64_t others_ = 0;                     ///< that became another thing
    std::map<std::size_t, std::string> examples_; ///< the first ones by row, in whatever order
                                                  ///< they are looked at
};

} // namespace chengyun::hub
