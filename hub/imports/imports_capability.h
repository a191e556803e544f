// Imports to the hub: files into resources and areas.
#pragma once

#include "hub/capability/capability.h"
#include "hub/imports/import.h"
#include "hub/imports/import_thread.h"

#include <optional>

namespace chengyun::hub {

class AttachmentStore;
struct Resources;

class ImportsCapability final : public Capability {
public:
    ImportsCapability(Resources& resources, AttachmentStore& attachments)
        : resources_(resources), attachments_(attachments) {}

    [[nodiscard]] std::string_view name() const override { return "imports"; }
    [[nodiscard]] Result<> open(const OpenStore& store) override;
    /// The real data that is to stand beside the invented district.
    [[nodiscard]] Result<> fill_demo(const Demonstration& demo) override;
    void start(const OpenStore& store) override;
    void add_routes(Router& router) override;
    void stop() override { thread_.reset(); }

    /// From open() on: where an import goes, for the subcommand.
    [[nodiscard]] const ImportTarget& target() const { return *target_; }

private:
    Resources& resources_;
    AttachmentStore& attachments_;
    std::optional<ImportTarget> target_;
    std::optional<ImportThread> thread_;
};

} // namespace chengyun::hub
