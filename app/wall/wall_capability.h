// Walls as a capability of the console: what stands on them, what is done to them at a seat, and
// which one a wall's machine is.
#pragma once

#include "app/capability/capability.h"
#include "app/wall/pane_aims.h"
#include "app/wall/wall_commands.h"
#include "app/wall/wall_hands.h"
#include "app/wall/wall_store.h"

namespace chengyun::console {

/// GUI thread.
class WallCapability : public Capability {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::WallStore* store READ store CONSTANT)
    Q_PROPERTY(chengyun::console::WallCommands* commands READ commands CONSTANT)
    Q_PROPERTY(chengyun::console::PaneAims* aims READ aims CONSTANT)
    Q_PROPERTY(chengyun::console::WallHands* hands READ hands CONSTANT)
    /// This account may put something up.
    Q_PROPERTY(bool mayFeed READ mayFeed NOTIFY accountChanged)
    /// This account may make walls and change them.
    Q_PROPERTY(bool mayConfigure READ mayConfigure NOTIFY accountChanged)
    /// The area that a wall of this account lies in at first; empty: the whole hall.
    Q_PROPERTY(QString ownArea READ ownArea NOTIFY accountChanged)
    /// Id of the wall whose machine is signed in; empty at a seat.
    Q_PROPERTY(QString own READ own NOTIFY accountChanged)

public:
    explicit WallCapability(const Shared& shared);

    [[nodiscard]] WallStore* store() { return &store_; }
    [[nodiscard]] WallCommands* commands() { return &commands_; }
    [[nodiscard]] PaneAims* aims() { return &aims_; }
    [[nodiscard]] WallHands* hands() { return &hands_; }
    [[nodiscard]] bool mayFeed() const;
    [[nodiscard]] bool mayConfigure() const;
    [[nodiscard]] QString ownArea() const;
    [[nodiscard]] QString own() const;

    [[nodiscard]] bool hasPanes() const override { return true; }

Q_SIGNALS:
    void accountChanged();

private:
    Session& session_;
    WallStore store_;
    WallCommands commands_;
    PaneAims aims_;
    WallHands hands_;
};

} // namespace chengyun::console
