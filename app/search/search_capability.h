// Search as a capability of the console: the command bar, and the search field over the map.
#pragma once

#include "app/capability/capability.h"
#include "app/search/command_bar.h"

namespace chengyun::console {

/// GUI thread.
class SearchCapability : public Capability {
    Q_OBJECT
    /// Everything, and the commands.
    Q_PROPERTY(chengyun::console::CommandBar* commands READ commands CONSTANT)
    /// The same without commands, which are registered with the other one only.
    Q_PROPERTY(chengyun::console::CommandBar* mapSearch READ mapSearch CONSTANT)

public:
    /// `others`: in which it looks; they must live as long.
    explicit SearchCapability(const std::vector<Capability*>& others);

    [[nodiscard]] CommandBar* commands() { return &commands_; }
    [[nodiscard]] CommandBar* mapSearch() { return &mapSearch_; }

    void forgetViews() override;

private:
    SearchIndex index_;
    CommandBar commands_, mapSearch_;
};

} // namespace chengyun::console
