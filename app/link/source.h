// What stores listen to. The feed is the one source in the program; tests are another.
#pragma once

#include "app/link/scope.h"
#include "core/journal/entry.h"
#include "core/journal/position.h"
#include "core/wire/answers.h"

#include <QObject>

#include <memory>
#include <vector>

namespace chengyun::console {

using SnapshotPtr = std::shared_ptr<const Snapshot>;
using EntriesPtr = std::shared_ptr<const std::vector<Entry>>;

/// Where the journal stood when the snapshot was made.
[[nodiscard]] inline JournalPosition positionOf(const Snapshot& snapshot) {
    return {snapshot.seq, snapshot.hash.value_or(std::string())};
}

/// GUI thread. Stores connect in their constructors; `loaded` replaces everything a store has,
/// `arrived` brings journal entries in order without a gap.
class Source : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whose hall it is; set before `loaded`.
    [[nodiscard]] const Scope& scope() const { return scope_; }
    void setScope(Scope scope) { scope_ = std::move(scope); }

Q_SIGNALS:
    void loaded(const chengyun::console::SnapshotPtr& snapshot);
    void arrived(const chengyun::console::EntriesPtr& entries);

private:
    Scope scope_;
};

} // namespace chengyun::console
