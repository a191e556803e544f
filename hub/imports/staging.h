// From prepared rows to what the store takes: what of a file is new, made ready in pieces on the
// import's thread, so that the writer only inserts it.
#pragma once

#include "hub/imports/import.h"
#include "hub/resources/edition_store.h"
#include "hub/store/transaction.h"

#include <cstddef>
#include <memory>

namespace chengyun::hub {

/// Resources or areas. First make() and stage() in turn for all rows, then tell(), boxes() and
/// stage_boxes(), then again() as often as it takes, then look_at_orders() and finish(). One thread
/// at a time; what is said to be in a Work may run twice.
class Staging {
public:
    virtual ~Staging() = default;

    [[nodiscard]] virtual std::size_t rows() const = 0;
    /// Makes a piece of the rows from `first` on, from what `db` sees at this moment; the row after
    /// it.
    [[nodiscard]] virtual Result<std::size_t> make(Database& db, std::size_t first) = 0;
    /// In a Work: stores what make() made.
    [[nodiscard]] virtual Result<> stage(Database& db) = 0;
    /// After all rows: what only the store knew of them, into the report it was made with.
    virtual void tell() = 0;
    /// Is there a row that was not refused?
    [[nodiscard]] virtual bool takes_any() const = 0;

    /// What has to be found by its place, after all have been staged.
    [[nodiscard]] virtual std::size_t boxes() { return 0; }
    /// In a Work: stores some of those from `first` on; the one after them.
    [[nodiscard]] virtual Result<std::size_t> stage_boxes(Database&, std::size_t first) {
        return first;
    }

    /// In a Work: makes and stores anew what others have changed since. What is refused for it goes
    /// into `report`.
    [[nodiscard]] virtual Result<> again(Transaction& tx, const ChangedBeside& changed,
                                         ImportReport& report) = 0;
    /// In the Work that shows it: refuses what would make another unit of the recipient of an order
    /// that was issued meanwhile.
    [[nodiscard]] virtual Result<> look_at_orders(Transaction& tx, ImportReport& report) = 0;
    /// In the Work that shows it: the journal entry, and the counts of the report.
    [[nodiscard]] virtual Result<> finish(Transaction& tx, const Actor& actor,
                                          ImportReport& report) = 0;
};

/// `now`: when it was stored, as the rows will say. What only the store knows goes into
/// `report`. All must outlive it. There must be resources in `prepared`.
[[nodiscard]] std::unique_ptr<Staging> make_resource_staging(const PreparedImport& prepared,
                                                             const ImportTarget& target,
                                                             Instant now, ImportReport& report);
/// The same for areas, where there are no resources.
[[nodiscard]] std::unique_ptr<Staging>
make_area_staging(const PreparedImport& prepared, const ImportTarget& target, ImportReport& report);

} // namespace chengyun::hub
