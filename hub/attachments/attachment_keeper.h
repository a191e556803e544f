// Makes room where it may be made, and says when it is getting short: what no report names expires.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

namespace chengyun::hub {

class AttachmentStore;
class Readers;
class Writer;

/// A thread of its own, since it waits for the disk. Stop it before the writer.
class AttachmentKeeper {
public:
    /// `unnamed`: how long what no report names is kept.
    AttachmentKeeper(AttachmentStore& store, Writer& writer, Readers& readers,
                     std::chrono::days unnamed);
    ~AttachmentKeeper();

    /// Once a minute by itself; never on one of the store's threads. A bounded piece of work: some
    /// rows with their files, what was brought since the last one and came to no row, and one of
    /// the folder's 256 parts looked through for files without a row. How many files it removed.
    std::int64_t pass();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::hub
