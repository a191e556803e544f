// How much the sheets of a spreadsheet would take. GDAL holds every sheet in memory before it can
// say how many rows one has, and fills up what the file only leaves out: a few hundred kilobytes
// can stand for gigabytes. So they are measured first.
#pragma once

#include "core/result.h"
#include "hub/imports/import.h"

#include <string_view>

namespace chengyun::hub {

enum class Workbook { xlsx, ods };

/// Takes as much time as unpacking the file. Any thread. Fails with `too_large` where all sheets
/// together have more rows or cells than the limits allow, or more text than `limits.bytes`; with
/// `wrong_type` where their XML says things in ways that only hide its size; and as zip_members().
[[nodiscard]] Result<> check_sheets(std::string_view bytes, Workbook kind,
                                    const ImportLimits& limits);

} // namespace chengyun::hub
