// Moves the write-ahead log into the database file beside the writer, so that no command waits for
// it.
#pragma once

#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace chengyun::hub {

class Database;

/// SQLite's own automatic checkpoint runs inside a commit: thousands of pages written and synced
/// while everybody waits. Here a thread with a connection of its own copies most of them while the
/// writer goes on, and the writer only finishes the rest, which lets the log begin again from its
/// start.
class Checkpointer {
public:
    /// Starts the thread.
    [[nodiscard]] static Result<std::unique_ptr<Checkpointer>>
    start(const std::filesystem::path& file);
    /// Ends the thread after the copy it is at.
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

    /// After each commit on the writer's thread, with the length of the log in pages.
    void committed(Database& writer, int log_pages);

private:
    struct Impl;
    explicit Checkpointer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::hub
