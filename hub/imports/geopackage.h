// What a GeoPackage may hold before GDAL opens it. It is a database of SQLite, and a database can
// hold what is computed when it is read, for ever if its maker likes.
#pragma once

#include "core/result.h"

#include <string>

namespace chengyun::hub {

/// `bytes` change in nothing but the mark that the database was last written with a log beside it,
/// which is not here and would keep it from being opened. Any thread; takes as long as the file is
/// large, and no longer. Fails with `wrong_type` (no database; a view, a virtual table that is no
/// R-tree, a column that is computed), `malformed` (damaged), `too_large` (more work than its size
/// explains, or no memory).
[[nodiscard]] Result<> check_geopackage(std::string& bytes);

} // namespace chengyun::hub
