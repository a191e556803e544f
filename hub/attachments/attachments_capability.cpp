#include "hub/attachments/attachments_capability.h"

#include "hub/capability/policy.h"
#include "hub/http/metrics.h"

namespace chengyun::hub {

AttachmentsCapability::AttachmentsCapability(const AttachmentsConfig& config,
                                             const std::filesystem::path& data)
    : policy_{config.max_bytes, config.max_film_bytes}, unnamed_(config.unnamed_days),
      store_(data / "attachments", {.max_bytes = config.max_bytes,
                                    .quota_bytes = config.quota_mib << 20,
                                    .account_quota_bytes = config.account_quota_mib << 20,
                                    .max_film_bytes = config.max_film_bytes}) {}

std::vector<Check> AttachmentsCapability::checks() const {
    return {{"attachment",
             [this](const auto& in) { return store_.check(in.db, in.live, in.findings); }}};
}

std::span<const JournalKind> AttachmentsCapability::journal_kinds() const {
    static constexpr JournalKind kinds[] = {{"attachment_policy", {Viewers::everybody}}};
    return kinds;
}

Result<> AttachmentsCapability::open(const OpenStore&) {
    return store_.open();
}

void AttachmentsCapability::start(const OpenStore& store) {
    tell_policy(store.writer, policy_);
    keeper_.emplace(store_, store.writer, store.readers, unnamed_);
}

Result<> AttachmentsCapability::add_to_snapshot(Database&, const Account&, Instant,
                                                SnapshotText& text) const {
    add_policy(text, policy_);
    return {};
}

void AttachmentsCapability::add_metrics(Metrics& metrics) {
    metrics.add({"chengyun_attachment_bytes", "Bytes of attachments.", false,
                 [this] { return static_cast<double>(store_.room().used); }});
    metrics.add({"chengyun_attachment_room_bytes",
                 "Bytes that attachments may take in all, by the quota and the disk.", false,
                 [this] { return static_cast<double>(store_.room().room); }});
    metrics.add({"chengyun_attachment_room_filling", "1 while four fifths of the room are used.",
                 false, [this] { return store_.room().is_filling() ? 1.0 : 0.0; }});
    metrics.add({"chengyun_attachments_refused_total",
                 "Attachments refused because there was no room.", true,
                 [this] { return static_cast<double>(store_.refused()); }});
}

} // namespace chengyun::hub
