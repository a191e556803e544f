// Linkage as a capability of the console: what is proposed for a wall, what is linked to it, and
// the rules that link by themselves.
#pragma once

#include "app/capability/capability.h"
#include "app/linkage/linkage_commands.h"
#include "app/linkage/linkage_proposal.h"
#include "app/linkage/linkage_store.h"
#include "app/linkage/linkage_trial.h"

#include <QVariantList>

namespace chengyun::console {

class OrdersCapability;
class ResourcesCapability;
class WallCapability;

/// GUI thread.
class LinkageCapability : public Capability {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::LinkageStore* store READ store CONSTANT)
    Q_PROPERTY(chengyun::console::LinkageCommands* commands READ commands CONSTANT)
    Q_PROPERTY(chengyun::console::LinkageProposal* proposal READ proposal CONSTANT)
    Q_PROPERTY(chengyun::console::LinkageTrial* trial READ trial CONSTANT)
    /// This account may put something up, or keep rules.
    Q_PROPERTY(bool mayFeed READ mayFeed NOTIFY accountChanged)
    Q_PROPERTY(bool mayKeep READ mayKeep NOTIFY accountChanged)
    /// {wall, screen, text ("右", of several walls "右 · 主屏")} of every screen of every wall, by
    /// wall.
    Q_PROPERTY(QVariantList screens READ screens NOTIFY screensChanged)
    /// {key, text} of the classes of events; and of areas, the whole hall first.
    Q_PROPERTY(QVariantList eventKinds READ eventKinds NOTIFY wordsChanged)
    Q_PROPERTY(QVariantList areas READ areas NOTIFY wordsChanged)

public:
    LinkageCapability(const Shared& shared, ResourcesCapability& resources,
                      OrdersCapability& orders, WallCapability& wall);

    [[nodiscard]] LinkageStore* store() { return &store_; }
    [[nodiscard]] LinkageCommands* commands() { return &commands_; }
    [[nodiscard]] LinkageProposal* proposal() { return &proposal_; }
    [[nodiscard]] LinkageTrial* trial() { return &trial_; }
    [[nodiscard]] bool mayFeed() const;
    [[nodiscard]] bool mayKeep() const;
    [[nodiscard]] QVariantList screens() const;
    [[nodiscard]] QVariantList eventKinds() const;
    [[nodiscard]] QVariantList areas() const;

    void forgetViews() override;

Q_SIGNALS:
    void accountChanged();
    void screensChanged();
    void wordsChanged();

private:
    [[nodiscard]] bool may(Permission permission) const;

    Session& session_;
    ResourceStore& resources_;
    WallStore& walls_;
    LinkageStore store_;
    LinkageCommands commands_;
    LinkageProposal proposal_;
    LinkageTrial trial_;
};

} // namespace chengyun::console
