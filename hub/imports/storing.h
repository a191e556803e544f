// Storing a prepared import: piece by piece, so that commands pass in between, and shown all at
// once, so that nobody ever sees a part of it. docs/store.md, "How an import is stored".
#pragma once

#include "hub/imports/import.h"
#include "hub/store/writer.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace chengyun::hub {

class Staging;

class ImportStoring {
public:
    /// All must outlive this. `stop`: when it is asked for, run() ends after the present piece.
    ImportStoring(Writer& writer, const PreparedImport& prepared, Actor actor,
                  const ImportTarget& target, std::stop_token stop = {},
                  StillAllowed still_allowed = {}, ForgetFile forget_file = {});
    ~ImportStoring();
    ImportStoring(const ImportStoring&) = delete;
    ImportStoring& operator=(const ImportStoring&) = delete;

    /// On any thread but the writer's; once. Returns when what was prepared is seen by everybody
    /// and on disk, or nobody will ever see any of it. What is left of it, or of what it replaced,
    /// is for clear_editions() then. The answer is the report as JSON, kept under
    /// `key` when there is one; of a report with `stored` false too. Fails with `conflict` (a unit
    /// has an id that a team needs), `unavailable` (disk, or stopped), and as `still_allowed` does.
    [[nodiscard]] Result<Answer> run(const std::optional<CommandKey>& key);
    /// After run().
    [[nodiscard]] const ImportReport& report() const { return report_; }

private:
    [[nodiscard]] Result<> stage_all();
    [[nodiscard]] Result<> stage_rows();
    [[nodiscard]] Result<> stage_boxes();
    /// Looks again at what others have changed, until little of that is left.
    [[nodiscard]] Result<> settle();
    [[nodiscard]] bool may_be_stored() const;
    [[nodiscard]] Result<Answer> tell_why_not(const std::optional<CommandKey>& key);
    /// In a Work: what others have done up to it.
    [[nodiscard]] Result<> last_look(Transaction& tx, ImportReport& report);
    [[nodiscard]] Result<Answer> show(const std::optional<CommandKey>& key);
    /// The last work, whose answer is kept under the key: only for who may still import.
    [[nodiscard]] Result<Answer> conclude(const std::optional<CommandKey>& key, Writer::Work work);
    [[nodiscard]] Result<> work(const std::function<Result<>(Transaction&)>& work);

    Writer& writer_;
    const PreparedImport& prepared_;
    const Actor actor_;
    const ImportTarget& target_;
    const std::stop_token stop_;
    const StillAllowed still_allowed_;
    const ForgetFile forget_file_;
    ImportReport report_;
    std::unique_ptr<Staging> staging_;
};

/// Removes in small pieces what nobody will see again (EditionStore::clear): of an import that did
/// not come to its end, and what a shown one has replaced. Ends early with `unavailable` when it is
/// asked to stop; what is left is left for the next time.
[[nodiscard]] Result<> clear_editions(Writer& writer, EditionStore& editions,
                                      const std::stop_token& stop);

} // namespace chengyun::hub
