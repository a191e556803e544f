// CSV text as rows, strictly (RFC 4180). A reader that repairs what it finds loses rows in silence:
// what is not plain is refused here, with the line.
#pragma once

#include "core/result.h"
#include "hub/imports/table.h"

#include <string_view>

namespace chengyun::hub {

enum class Separator {
    as_headings, ///< the one of , ; tab | that the headings have most of
    tab          ///< a tab if the headings have one, else as above
};

/// `text` is UTF-8; its first record are the headings. Empty lines are left out, cells beyond the
/// headings too where they are empty; a record of another width becomes a flaw of its row. A
/// quotation mark counts where it opens a cell. Fails with `malformed` (a quotation mark that never
/// closes, or text behind one that does) and `too_large`.
[[nodiscard]] Result<Table> read_csv(std::string_view text, Separator separator,
                                     const ImportLimits& limits);

} // namespace chengyun::hub
