// Values of one kind as they are known, by key.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace chengyun::console {

/// What comes later may be older: an answer and the stream overtake one another. A value whose
/// version is less than that of the known one changes nothing. Values without a version replace one
/// another as they come.
template <class T, auto key>
class Kept {
public:
    void replace(std::vector<T> values) {
        values_ = std::move(values);
        at_.clear();
        at_.reserve(values_.size());
        for (std::size_t i = 0; i < values_.size(); ++i)
            at_.emplace(values_[i].*key, i);
    }
    /// True when something is different now.
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
    [[nodiscard]] const std::vector<T>& all() const { return values_; }
    /// Null when there is none. Good until the next change.
    [[nodiscard]] const T* find(std::string_view id) const {
        const auto found = at_.find(std::string(id));
        return found == at_.end() ? nullptr : &values_[found->second];
    }

private:
    std::vector<T> values_;
    std::unordered_map<std::string, std::size_t> at_;
};

} // namespace chengyun::console
