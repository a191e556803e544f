// Everything in an account's scope at one moment: what a seat starts from.
#pragma once

#include "core/result.h"
#include "hub/capability/capability.h"

#include <string>
#include <string_view>

namespace chengyun::hub {

/// The members of a snapshot, written into its JSON text one after the other.
class SnapshotText {
public:
    explicit SnapshotText(std::string& out) : out_(out) {}

    /// A list of entities; absent when it stays empty, as the codec has it. One at a time.
    class List {
    public:
        List(std::string& out, std::string_view kind) : out_(out), kind_(kind) {}
        ~List();
        List(const List&) = delete;
        List& operator=(const List&) = delete;
        /// One entity's JSON text, or several with commas between them; nothing when empty.
        void add(std::string_view json);

    private:
        std::string& out_;
        std::string_view kind_;
        bool begun_ = false;
    };
    /// `kind` is the member's name, "orders"; a literal.
    [[nodiscard]] List list(std::string_view kind) { return {out_, kind}; }
    /// A member that there is one of.
    void one(std::string_view kind, std::string_view json);

private:
    std::string& out_;
};

/// The JSON text of core's Snapshot, read in one read transaction: rows hold their JSON, so a
/// snapshot is putting texts together. Any thread with its own connection.
class SnapshotMaker {
public:
    /// The capabilities must outlive this.
    explicit SnapshotMaker(CapabilityList capabilities) : capabilities_(capabilities) {}

    /// `now` decides which closed orders are still shown (24 hours).
    [[nodiscard]] Result<std::string> make(Database& db, const Account& account, Instant now) const;

private:
    CapabilityList capabilities_;
};

} // namespace chengyun::hub
