// What stores listen to. The feed is the one source in the program; tests are another.
#pragma once

#include "core/journal/entry.h"
#include "core/wire/commands.h"

#include <QObject>

#include <memory>
#include <vector>

namespace chengyun::console {

using SnapshotPtr = std::shared_ptr<const Snapshot>;
using EntriesPtr = std::shared_ptr<const std::vector<Entry>>;

/// GUI thread. Stores connect in their constructors; `loaded` replaces everything a store has,
/// `arrived` brings journal entries in order without a gap.
class Source : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void loaded(const chengyun::console::SnapshotPtr& snapshot);
    void arrived(const chengyun::console::EntriesPtr& entries);
};

} // namespace chengyun::console
