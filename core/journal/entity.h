// How a capability declares a kind of entity. Included by the one file that does so: all that is to
// be done with values of the kind is compiled there.
#pragma once

#include "core/journal/images.h"
#include "core/json/binary.h"
#include "core/text/showable.h"

#include <type_traits>
#include <unordered_map>

namespace chengyun {

/// What a capability says of its kind.
template <class T>
struct Entity {
    std::string_view name; ///< the member of a change or snapshot: "orders"
    /// Values with the same key replace one another. None: the hall has one value.
    std::string T::* key = nullptr;
    /// Where a value lies: those outside an account's area are not kept for it.
    std::string T::* area = nullptr;
    /// The value of another kind that each value names, and that kind. Named values are kept
    /// wherever they lie.
    std::string T::* names = nullptr;
    std::string_view named_kind{};
    std::string_view removed_by{}; ///< the journal kind that removes the value with the entry's id
};

template <class T>
class EntityImages final : public TypedImages<T>, public HoldsText {
public:
    /// Set once, by CHENGYUN_ENTITY.
    static Entity<T> entity;

    std::unique_ptr<ImageList> clone() const override {
        return std::make_unique<EntityImages>(*this);
    }
    bool equals(const ImageList& other) const override {
        return this->values == static_cast<const TypedImages<T>&>(other).values;
    }
    bool empty() const override { return this->values.empty(); }

    Result<> decode(const boost::json::value& in, const json::detail::Path& path,
                    json::Unknown unknown) override {
        if (entity.key) {
            auto read = json::detail::decode<std::vector<T>>(in, path, unknown);
            if (!read)
                return read.error();
            this->values = std::move(*read);
            return {};
        }
        this->values.clear();
        if (in.is_null())
            return {};
        auto read = json::detail::decode<T>(in, path, unknown);
        if (!read)
            return read.error();
        this->values.push_back(std::move(*read));
        return {};
    }
    boost::json::value encode() const override {
        return entity.key ? json::encode(this->values) : json::encode(this->values.front());
    }
    void append(std::string& out) const override {
        if (entity.key)
            json::append(out, this->values);
        else
            json::append(out, this->values.front());
    }
    void make_showable() override { chengyun::make_showable(this->values); }
    void put(binary::Writer& out) const override { out.put(this->values); }
    void get(binary::Reader& in) override { in.get(this->values); }

    std::unique_ptr<ImageFold> fold() override;

    void each_named(const std::function<void(std::string_view kind, std::string_view id)>& tell)
        const override {
        if (entity.names)
            for (const auto& value : this->values)
                tell(entity.named_kind, value.*entity.names);
    }
    void keep(const Keeping& keeping) override {
        if (entity.area)
            std::erase_if(this->values, [&](const T& value) {
                return !keeping.holds(value.*entity.area) &&
                       !keeping.is_named(entity.name, value.*entity.key);
            });
    }
};

/// Positions by key, made when the first value is replaced.
template <class T>
class EntityFold final : public ImageFold {
public:
    explicit EntityFold(std::vector<T>& values) : values_(values) {}

    void replace(const ImageList& newer) override {
        const auto& images = static_cast<const TypedImages<T>&>(newer).values;
        const auto key = EntityImages<T>::entity.key;
        if (!key) {
            values_ = images;
            return;
        }
        index();
        for (const auto& value : images) {
            const auto [at, fresh] = at_.try_emplace(value.*key, values_.size());
            if (fresh)
                values_.push_back(value);
            else
                values_[at->second] = value;
        }
    }

    void remove(const std::string& id) override {
        index();
        const auto found = at_.find(id);
        if (found == at_.end())
            return;
        const auto at = found->second;
        at_.erase(found);
        if (at + 1 != values_.size()) {
            values_[at] = std::move(values_.back());
            at_[values_[at].*EntityImages<T>::entity.key] = at;
        }
        values_.pop_back();
    }

private:
    void index() {
        const auto key = EntityImages<T>::entity.key;
        if (indexed_ || !key)
            return;
        indexed_ = true;
        at_.reserve(values_.size());
        for (std::size_t i = 0; i < values_.size(); ++i)
            at_.emplace(values_[i].*key, i);
    }

    std::vector<T>& values_;
    std::unordered_map<std::string, std::size_t> at_;
    bool indexed_ = false;
};

template <class T>
std::unique_ptr<ImageFold> EntityImages<T>::fold() {
    return std::make_unique<EntityFold<T>>(this->values);
}

} // namespace chengyun

/// In a source file, in namespace chengyun: CHENGYUN_ENTITY(Order, .name = "orders", .key =
/// &Order::id)
#define CHENGYUN_ENTITY(Type, ...)                                                                 \
    template <>                                                                                    \
    Entity<Type> EntityImages<Type>::entity{__VA_ARGS__};                                          \
    template <>                                                                                    \
    const EntityKind& entity_kind<Type>() {                                                        \
        static const EntityKind kind{                                                              \
            EntityImages<Type>::entity.name, !EntityImages<Type>::entity.key,                      \
            EntityImages<Type>::entity.removed_by,                                                 \
            []() -> std::unique_ptr<ImageList> { return std::make_unique<EntityImages<Type>>(); }, \
            [](std::string& out) { binary::detail::describe<Type>(out); }};                        \
        return kind;                                                                               \
    }                                                                                              \
    static const bool is_declared_##Type = declare(entity_kind<Type>());
