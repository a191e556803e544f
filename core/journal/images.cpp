#include "core/journal/images.h"

#include "core/json/binary.h"

#include <algorithm>

namespace chengyun {

namespace {

std::vector<const EntityKind*>& declared() {
    static std::vector<const EntityKind*> kinds;
    return kinds;
}

const EntityKind* kind_named(std::string_view name) {
    const auto& kinds = declared();
    const auto at = std::ranges::lower_bound(kinds, name, {}, &EntityKind::name);
    return at != kinds.end() && (*at)->name == name ? *at : nullptr;
}

/// Values of a kind that this program does not know: a list of objects, or a single value.
class UnknownImages final : public ImageList {
public:
    boost::json::value value;

    std::unique_ptr<ImageList> clone() const override {
        return std::make_unique<UnknownImages>(*this);
    }
    bool equals(const ImageList& other) const override {
        return value == static_cast<const UnknownImages&>(other).value;
    }
    bool empty() const override {
        return value.is_null() || (value.is_array() && value.get_array().empty());
    }
    Result<> decode(const boost::json::value& in, const json::detail::Path&,
                    json::Unknown) override {
        value = in;
        return {};
    }
    boost::json::value encode() const override { return value; }
    void append(std::string& out) const override { json::append(out, value); }
    void put(binary::Writer& out) const override { out.put(json::write(value)); }
    void get(binary::Reader& in) override {
        std::string text;
        in.get(text);
        auto read = json::parse(text);
        value = read ? std::move(*read) : boost::json::value();
    }
    std::unique_ptr<ImageFold> fold() override;
    void each_named(const std::function<void(std::string_view, std::string_view)>&) const override {
    }
    void keep(const Keeping&) override {}
};

/// Values with the same "id" replace one another; without any, the newer list or value does.
class UnknownFold final : public ImageFold {
public:
    explicit UnknownFold(boost::json::value& value) : value_(value) {}

    void replace(const ImageList& newer) override {
        const auto& images = static_cast<const UnknownImages&>(newer).value;
        if (!images.is_array() || !value_.is_array() ||
            !std::ranges::all_of(images.get_array(), [](const auto& v) { return id_of(v); })) {
            value_ = images;
            return;
        }
        auto& values = value_.get_array();
        for (const auto& image : images.get_array()) {
            const auto at = std::ranges::find_if(values, [&](const boost::json::value& known) {
                const auto* id = id_of(known);
                return id && *id == *id_of(image);
            });
            if (at == values.end())
                values.push_back(image);
            else
                *at = image;
        }
    }
    void remove(const std::string&) override {}

private:
    static const boost::json::value* id_of(const boost::json::value& value) {
        const auto* object = value.if_object();
        return object ? object->if_contains("id") : nullptr;
    }
    boost::json::value& value_;
};

std::unique_ptr<ImageFold> UnknownImages::fold() {
    return std::make_unique<UnknownFold>(value);
}

} // namespace

std::span<const EntityKind* const> entity_kinds() {
    return declared();
}

bool declare(const EntityKind& kind) {
    auto& kinds = declared();
    kinds.insert(std::ranges::upper_bound(kinds, kind.name, {}, &EntityKind::name), &kind);
    return true;
}

Images::Images(const Images& other) : json::Open(other) {
    lists_.reserve(other.lists_.size());
    for (const auto& [name, list] : other.lists_)
        lists_.push_back({name, list->clone()});
}

Images& Images::operator=(const Images& other) {
    if (this != &other)
        *this = Images(other);
    return *this;
}

bool Images::operator==(const Images& other) const {
    const auto has_all_of = [](const Images& a, const Images& b) {
        return std::ranges::all_of(a.lists_, [&](const Named& named) {
            if (named.list->empty())
                return true;
            const auto* same = b.find(named.name);
            return same && named.list->equals(*same);
        });
    };
    return has_all_of(*this, other) && has_all_of(other, *this);
}

const ImageList* Images::find(std::string_view name) const {
    const auto at = std::ranges::lower_bound(lists_, name, {}, &Named::name);
    return at != lists_.end() && at->name == name ? at->list.get() : nullptr;
}

ImageList& Images::list(const EntityKind& kind) {
    const auto at = std::ranges::lower_bound(lists_, kind.name, {}, &Named::name);
    if (at != lists_.end() && at->name == kind.name)
        return *at->list;
    return *lists_.insert(at, {std::string(kind.name), kind.make()})->list;
}

ImageList& Images::list(std::string_view name) {
    if (const auto* kind = kind_named(name))
        return list(*kind);
    const auto at = std::ranges::lower_bound(lists_, name, {}, &Named::name);
    if (at != lists_.end() && at->name == name)
        return *at->list;
    return *lists_.insert(at, {std::string(name), std::make_unique<UnknownImages>()})->list;
}

Result<> Images::decode_member(std::string_view name, const boost::json::value& in,
                               const json::detail::Path& path, json::Unknown unknown) {
    return list(name).decode(in, path, unknown);
}

void Images::encode_members(boost::json::object& out) const {
    each([&](std::string_view name, const ImageList& list) { out.emplace(name, list.encode()); });
}

void Images::append_members(std::string& out, char& separator) const {
    each([&](std::string_view name, const ImageList& list) {
        out += separator;
        json::append_text(out, name);
        out += ':';
        list.append(out);
        separator = ',';
    });
}

void Images::put_members(binary::Writer& out) const {
    std::uint32_t count = 0;
    each([&](std::string_view, const ImageList&) { ++count; });
    out.put(count);
    each([&](std::string_view name, const ImageList& list) {
        out.put(std::string(name));
        list.put(out);
    });
}

bool Images::get_members(binary::Reader& in) {
    std::uint32_t count = 0;
    in.get(count);
    for (; count > 0 && in.ok(); --count) {
        std::string name;
        in.get(name);
        if (in.ok())
            list(name).get(in);
    }
    return in.ok();
}

void Images::describe_members(std::string& out) {
    for (const auto* kind : entity_kinds()) {
        out += '+';
        out += kind->name;
        out += ':';
        kind->describe(out);
    }
}

} // namespace chengyun
