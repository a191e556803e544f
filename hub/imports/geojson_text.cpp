#include "hub/imports/geojson_text.h"

#include "hub/imports/numbers.h"

#include <boost/json.hpp>

#include <algorithm>
#include <utility>

namespace chengyun::hub {

namespace {

constexpr std::size_t most_systems = 10;
constexpr std::size_t longest_system = 4096;

/// `{"type": "name", "properties": {"name": …}}`, and the older `{"type": "EPSG", "properties":
/// {"code": …}}`.
std::string system_of(std::string_view json) {
    const auto otherwise = std::string(json.substr(0, 200));
    if (json.size() > longest_system)
        return otherwise;
    boost::system::error_code error;
    const auto value = boost::json::parse(json, error);
    if (error)
        return otherwise;
    if (const auto* text = value.if_string())
        return std::string(*text);
    const auto* crs = value.if_object();
    const auto* properties = crs ? crs->if_contains("properties") : nullptr;
    if (!properties || !properties->is_object())
        return otherwise;
    if (const auto* name = properties->get_object().if_contains("name"); name && name->is_string())
        return std::string(name->get_string());
    if (const auto* code = properties->get_object().if_contains("code"))
        return "EPSG:" + (code->is_string() ? std::string(code->get_string())
                                            : boost::json::serialize(*code));
    return otherwise;
}

class GeoJsonReader {
public:
    explicit GeoJsonReader(std::string_view json) : json_(json) {}

    GeoJsonText read() {
        out_.text.reserve(json_.size() + json_.size() / 8);
        while (at_ < json_.size()) {
            const char c = json_[at_];
            if (c == '"')
                string();
            else if (c == '{' || c == '[')
                open(c == '{');
            else if (c == '}' || c == ']')
                close();
            else if (c == '-' || (c >= '0' && c <= '9'))
                number();
            else if (c == 'n' && names_a_system())
                literal();
            else {
                if (c == ',' && !levels_.empty())
                    at_key_ = levels_.back().is_object;
                else if (c == ':')
                    at_key_ = false;
                ++at_;
            }
        }
        copy_to(json_.size());
        return std::move(out_);
    }

private:
    enum class Role { other, features, properties, crs };
    struct Level {
        bool is_object = false;
        Role role = Role::other;
        std::size_t begin = 0;
    };

    [[nodiscard]] Role role() const { return levels_.empty() ? Role::other : levels_.back().role; }
    /// Is the value that begins here that of a `crs`?
    [[nodiscard]] bool names_a_system() const {
        return !levels_.empty() && levels_.back().is_object && !at_key_ && key_ == "crs" &&
               (role() == Role::other || role() == Role::features);
    }

    void copy_to(std::size_t end) {
        out_.text += json_.substr(copied_, end - copied_);
        copied_ = end;
    }

    void string() {
        const auto begin = at_++;
        while (at_ < json_.size() && json_[at_] != '"')
            at_ += json_[at_] == '\\' ? 2 : 1;
        at_ = std::min(at_ + 1, json_.size());
        if (at_key_)
            key_ = json_.substr(begin + 1, at_ - begin - 2);
        else if (names_a_system())
            add_system(json_.substr(begin, at_ - begin));
    }

    void open(bool is_object) {
        Level level{is_object, Role::other, at_};
        if (levels_.empty())
            out_.features += is_object ? 1 : 0; // a sequence of them, unless it holds a list
        if (role() == Role::properties || role() == Role::crs)
            level.role = role();
        else if (names_a_system())
            level.role = Role::crs;
        else if (!levels_.empty() && levels_.back().is_object && key_ == "properties" && is_object)
            level.role = Role::properties;
        else if (levels_.size() == 1 && key_ == "features" && !is_object) {
            level.role = Role::features;
            --out_.features; // the object around it is none
        } else if (role() == Role::features && is_object)
            ++out_.features;
        levels_.push_back(level);
        at_key_ = is_object;
        ++at_;
    }

    void close() {
        ++at_;
        if (levels_.empty())
            return;
        const auto level = levels_.back();
        levels_.pop_back();
        if (level.role == Role::crs && role() != Role::crs)
            add_system(json_.substr(level.begin, at_ - level.begin));
        at_key_ = false;
    }

    void number() {
        const auto begin = at_;
        at_ = std::min(json_.find_first_not_of("0123456789+-.eE", at_), json_.size());
        if (role() != Role::properties)
            return;
        copy_to(begin);
        out_.text += '"' + plain_number(json_.substr(begin, at_ - begin)) + '"';
        copied_ = at_;
    }

    void literal() {
        const auto begin = at_;
        at_ = std::min(json_.find_first_not_of("nul", at_), json_.size());
        add_system(json_.substr(begin, at_ - begin));
    }

    void add_system(std::string_view json) {
        auto name = system_of(json);
        if (out_.systems.size() < most_systems &&
            std::ranges::find(out_.systems, name) == out_.systems.end())
            out_.systems.push_back(std::move(name));
    }

    std::string_view json_;
    std::size_t at_ = 0;
    std::size_t copied_ = 0;
    std::vector<Level> levels_;
    bool at_key_ = false;  ///< the next string is one
    std::string_view key_; ///< the last one
    GeoJsonText out_;
};

} // namespace

GeoJsonText read_geojson_text(std::string_view json) {
    return GeoJsonReader(json).read();
}

} // namespace chengyun::hub
