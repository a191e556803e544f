// What this console can do: the one list of its capabilities.
#pragma once

#include "app/capability/capability.h"

#include <memory>
#include <vector>

namespace chengyun::console {

/// GUI thread. Makes each after those it asks, and destroys it before them.
class Capabilities {
public:
    explicit Capabilities(const Shared& shared);
    ~Capabilities();
    Capabilities(const Capabilities&) = delete;
    Capabilities& operator=(const Capabilities&) = delete;

    /// In the order in which a seat shows what they have.
    [[nodiscard]] const std::vector<Capability*>& all() const { return all_; }

private:
    template <class T, class... Arguments>
    T* make(Arguments&&... arguments);

    std::vector<std::unique_ptr<Capability>> made_;
    std::vector<Capability*> all_;
};

} // namespace chengyun::console
