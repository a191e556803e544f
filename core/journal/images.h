// After-images: whole values as they are after a change, in lists by the kind of entity. Which
// kinds there are stands nowhere in one place: each capability declares its own
// (core/journal/entity.h), and a kind that a program does not know is kept as JSON and passed on,
// so that an older console lives with a newer hub.
#pragma once

#include "core/json/codec.h"
#include "core/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun {

namespace binary {
class Reader;
class Writer;
} // namespace binary

class ImageList;
class ImageFold;

/// What is known of one kind of entity; one object a kind, alive as long as the program.
struct EntityKind {
    std::string_view name; ///< the member of a change or snapshot: "orders"
    /// The hall has one of it ("duty"): its value stands in place of a list.
    bool is_single = false;
    std::string_view removed_by; ///< the journal kind that removes the value with the entry's id
    std::unique_ptr<ImageList> (*make)() = nullptr;
    void (*describe)(std::string& out) = nullptr; ///< its layout in binary files
};

/// The kind of T's values. Defined where T's capability declares it (core/journal/entity.h).
template <class T>
[[nodiscard]] const EntityKind& entity_kind();

/// The kinds declared in this program, by name. Any thread, once main() has begun.
[[nodiscard]] std::span<const EntityKind* const> entity_kinds();
/// Before main(); returns true so that it can initialise a constant.
bool declare(const EntityKind& kind);

/// Who is left with a value: it stays where its place is held, or where it is named.
struct Keeping {
    std::function<bool(std::string_view area)> holds;
    std::function<bool(std::string_view kind, std::string_view id)> is_named;
};

/// The after-images of one kind.
class ImageList {
public:
    virtual ~ImageList() = default;
    [[nodiscard]] virtual std::unique_ptr<ImageList> clone() const = 0;
    [[nodiscard]] virtual bool equals(const ImageList& other) const = 0;
    [[nodiscard]] virtual bool empty() const = 0;
    [[nodiscard]] virtual Result<>
    decode(const boost::json::value& in, const json::detail::Path& path, json::Unknown unknown) = 0;
    [[nodiscard]] virtual boost::json::value encode() const = 0;
    virtual void append(std::string& out) const = 0;
    virtual void put(binary::Writer& out) const = 0;
    virtual void get(binary::Reader& in) = 0;
    /// Something that replaces values of this list by key; this list must outlive it.
    [[nodiscard]] virtual std::unique_ptr<ImageFold> fold() = 0;
    /// Tells which values of other kinds these name (an assignment its unit).
    virtual void each_named(
        const std::function<void(std::string_view kind, std::string_view id)>& tell) const = 0;
    /// Drops values that are neither held nor named. Of kinds without a place nothing is dropped.
    virtual void keep(const Keeping& keeping) = 0;
};

class ImageFold {
public:
    virtual ~ImageFold() = default;
    /// `newer` is of the same kind. Each of its values replaces the one with its key, or is new.
    virtual void replace(const ImageList& newer) = 0;
    virtual void remove(const std::string& key) = 0;
};

/// The typed part, so that values are reached without asking for more than their type.
template <class T>
class TypedImages : public ImageList {
public:
    std::vector<T> values;
};

/// Lists by kind. A list that is empty is as good as none.
class Images : public json::Open {
public:
    Images() = default;
    Images(const Images& other);
    Images(Images&&) noexcept = default;
    Images& operator=(const Images& other);
    Images& operator=(Images&&) noexcept = default;
    ~Images() = default;
    bool operator==(const Images& other) const;

    template <class T>
    [[nodiscard]] const std::vector<T>& values() const {
        static const std::vector<T> none;
        const auto* list = find(entity_kind<T>().name);
        return list ? static_cast<const TypedImages<T>&>(*list).values : none;
    }
    template <class T>
    [[nodiscard]] std::vector<T>& values() {
        return static_cast<TypedImages<T>&>(list(entity_kind<T>())).values;
    }
    /// The first value, or null: of kinds of which the hall has one.
    template <class T>
    [[nodiscard]] const T* one() const {
        const auto& all = values<T>();
        return all.empty() ? nullptr : &all.front();
    }

    /// The list of that name, or null.
    [[nodiscard]] const ImageList* find(std::string_view name) const;
    /// The list of that name, made where there is none. Of a name that nobody has declared it holds
    /// JSON.
    [[nodiscard]] ImageList& list(std::string_view name);
    /// Every list that is not empty, in the order of names.
    template <class F>
    void each(F&& visit) const {
        for (const auto& [name, list] : lists_)
            if (!list->empty())
                visit(std::string_view(name), *list);
    }
    template <class F>
    void each(F&& visit) {
        for (auto& [name, list] : lists_)
            visit(std::string_view(name), *list);
    }

    // json::Open, and what core/json/binary.h asks of it.
    [[nodiscard]] Result<> decode_member(std::string_view name, const boost::json::value& in,
                                         const json::detail::Path& path, json::Unknown unknown);
    void encode_members(boost::json::object& out) const;
    void append_members(std::string& out, char& separator) const;
    void put_members(binary::Writer& out) const;
    [[nodiscard]] bool get_members(binary::Reader& in);
    static void describe_members(std::string& out);

private:
    [[nodiscard]] ImageList& list(const EntityKind& kind);

    struct Named {
        std::string name;
        std::unique_ptr<ImageList> list;
    };
    std::vector<Named> lists_; ///< in the order of names
};

} // namespace chengyun
