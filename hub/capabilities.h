// The one list of what this hub can do. `serve`, the subcommands, the tests and the fuzzer of the
// routes make the hub from it.
#pragma once

#include "core/result.h"
#include "hub/capability/capability.h"
#include "hub/config/config.h"
#include "hub/journal/journal_kinds.h"

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace chengyun::hub {

class Sessions;

/// Every setting there is: the ground's and those that capabilities declare.
[[nodiscard]] std::vector<Section> all_settings();

/// All capabilities, wired and not opened: making them touches no file. The calls of
/// hub/capability/capability.h go to each in the order of the list.
class Capabilities {
public:
    /// `data` is the data folder.
    Capabilities(const Config& config, const std::filesystem::path& data);
    /// stop()
    ~Capabilities();
    Capabilities(const Capabilities&) = delete;
    Capabilities& operator=(const Capabilities&) = delete;

    [[nodiscard]] CapabilityList all() const { return all_; }
    /// By its class, for who works with one in particular: a subcommand, a test.
    template <class T>
    [[nodiscard]] T& get() const {
        for (const auto& capability : all_)
            if (auto* found = dynamic_cast<T*>(capability.get()))
                return *found;
        std::abort(); // a class that the list does not have
    }

    /// Stops at the first that cannot be opened; its name stands before the detail.
    [[nodiscard]] Result<> open(const OpenStore& store);
    /// The invented district first: what the capabilities add stands in it.
    [[nodiscard]] Result<> fill_demo(const Demonstration& demo);
    void start(const OpenStore& store);
    [[nodiscard]] Result<> listening(const std::string& address);
    /// In the reverse order. Idempotent.
    void stop();

    /// Those of all, for WriterOptions::kinds.
    [[nodiscard]] JournalKinds journal_kinds() const;
    /// Who is signed in. From open() to stop().
    [[nodiscard]] Sessions& sessions() const;

private:
    template <class T, class... Needs>
    T& add(Needs&&... needs) {
        auto capability = std::make_unique<T>(std::forward<Needs>(needs)...);
        auto& added = *capability;
        all_.push_back(std::move(capability));
        return added;
    }

    std::vector<std::unique_ptr<Capability>> all_;
};

} // namespace chengyun::hub
