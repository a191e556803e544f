// Attachments to the hub: photos and papers that other capabilities name, and files to import.
#pragma once

#include "core/attachment/policy.h"
#include "hub/attachments/attachment_access.h"
#include "hub/attachments/attachment_keeper.h"
#include "hub/attachments/attachment_settings.h"
#include "hub/attachments/attachment_store.h"
#include "hub/capability/capability.h"

#include <filesystem>
#include <optional>

namespace chengyun::hub {

class AttachmentsCapability final : public Capability {
public:
    /// `data` is the data folder.
    AttachmentsCapability(const AttachmentsConfig& config, const std::filesystem::path& data);

    [[nodiscard]] std::string_view name() const override { return "attachments"; }
    [[nodiscard]] std::vector<Check> checks() const override;
    [[nodiscard]] std::span<const JournalKind> journal_kinds() const override;
    [[nodiscard]] Result<> open(const OpenStore& store) override;
    void start(const OpenStore& store) override;
    void add_routes(Router& router) override;
    void add_metrics(Metrics& metrics) override;
    [[nodiscard]] Result<> add_to_snapshot(Database& db, const Account& account, Instant now,
                                           SnapshotText& text) const override;
    void stop() override { keeper_.reset(); }

    /// For other capabilities.
    [[nodiscard]] AttachmentStore& store() { return store_; }
    [[nodiscard]] AttachmentAccess& access() { return access_; }

private:
    AttachmentPolicy policy_;
    std::chrono::days unnamed_;
    AttachmentStore store_;
    AttachmentAccess access_{store_};
    std::optional<AttachmentKeeper> keeper_;
};

} // namespace chengyun::hub
