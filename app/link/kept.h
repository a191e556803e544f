// Values of one kind as they are known, by key: how every store folds what the feed brings.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace chengyun::console {

/// Values keep their positions until one is removed. Pointers are good until the next change.
template <class T, auto key>
class Kept {
public:
    void replace(std::vector<T> values) {
        values_ = std::move(values);
        index();
    }
    struct Put {
        std::size_t at; ///< its position
        bool fresh;     ///< there was none with its key
    };
    /// Takes the value as it comes: the stream alone brings them, in their order.
    Put put(const T& value) {
        const auto [found, fresh] = at_.try_emplace(value.*key, values_.size());
        if (fresh)
            values_.push_back(value);
        else
            values_[found->second] = value;
        return {found->second, fresh};
    }
    /// Takes the value where it is not older than the known one: an answer and the stream overtake
    /// one another. Values without a version replace one another as they come. True when something
    /// is different now.
    bool take(const T& value) {
        const auto [found, fresh] = at_.try_emplace(value.*key, values_.size());
        if (fresh) {
            values_.push_back(value);
            return true;
        }
        auto& known = values_[found->second];
        if constexpr (requires { value.version; })
            if (value.version < known.version)
                return false;
        if (known == value)
            return false;
        known = value;
        return true;
    }
    /// The last value takes the place that gets free; the place is returned, nothing when there is
    /// no such value.
    std::optional<std::size_t> remove(std::string_view id) {
        const auto found = at_.find(std::string(id));
        if (found == at_.end())
            return std::nullopt;
        const auto hole = found->second;
        at_.erase(found);
        if (hole + 1 != values_.size()) {
            values_[hole] = std::move(values_.back());
            at_[values_[hole].*key] = hole;
        }
        values_.pop_back();
        return hole;
    }
    /// Those that stay close up.
    template <class Test>
    void removeIf(Test test) {
        std::erase_if(values_, test);
        index();
    }
    [[nodiscard]] const std::vector<T>& all() const { return values_; }
    [[nodiscard]] bool contains(std::string_view id) const { return find(id) != nullptr; }
    /// Null when there is none.
    [[nodiscard]] const T* find(std::string_view id) const {
        const auto found = at_.find(std::string(id));
        return found == at_.end() ? nullptr : &values_[found->second];
    }

private:
    void index() {
        at_.clear();
        at_.reserve(values_.size());
        for (std::size_t i = 0; i < values_.size(); ++i)
            at_.emplace(values_[i].*key, i);
    }

    std::vector<T> values_;
    std::unordered_map<std::string, std::size_t> at_;
};

} // namespace chengyun::console
