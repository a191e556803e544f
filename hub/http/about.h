// What the description of the interface says of a route beyond its method, path and access.
#pragma once

#include "core/wire/answers.h" // every command answers Done
#include "hub/http/schemas.h"

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

namespace chengyun::hub {

/// Schemas are made when the description is, so a route costs a few pointers. All texts are
/// literals. Each method returns the same object:
///     router.add({…}).says("Issue an order").takes<IssueOrder>().answers<Done>();
class About {
public:
    enum class Content { none, json, bytes };
    enum class In { path, query };
    struct Parameter {
        In in;
        std::string_view name;
        SchemaMaker schema;
        std::string_view description;
        bool is_required;
    };
    /// The type of a query parameter that is "1" or absent.
    struct Switch {};

    About& says(std::string_view summary) {
        summary_ = summary;
        return *this;
    }
    template <class T>
    About& takes() {
        takes_ = Content::json;
        body_ = make_schema<T>;
        return *this;
    }
    About& takes_bytes() {
        takes_ = Content::bytes;
        return *this;
    }
    template <class T>
    About& answers() {
        return answers_json(make_schema<T>);
    }
    /// {items: [T]}
    template <class T>
    About& answers_list() {
        return answers_json([](Schemas& all) { return Schemas::page_of(all.of<T>(), false); });
    }
    /// {items: [T], next?}; asked for with `limit` and `after`.
    template <class T>
    About& answers_page(std::string_view after = "`next` of the page before") {
        query<std::int64_t>("limit").query("after", after);
        return answers_json([](Schemas& all) { return Schemas::page_of(all.of<T>(), true); });
    }
    About& answers_bytes() {
        answers_ = Content::bytes;
        return *this;
    }
    /// What an answer without content, 204, tells. A route that says no answer has one.
    About& answers_nothing(std::string_view meaning) {
        meaning_ = meaning;
        return *this;
    }
    template <class T = std::string>
    About& query(std::string_view name, std::string_view description = {},
                 bool is_required = false) {
        parameters_.push_back({In::query, name, query_schema<T>(), description, is_required});
        return *this;
    }
    /// What stands in the address for `{name}` is a name of the enum E.
    template <class E, char Separator = '_'>
    About& path(std::string_view name) {
        parameters_.push_back(
            {In::path, name, [](Schemas&) { return Schemas::names_of<E>(Separator); }, {}, true});
        return *this;
    }

    [[nodiscard]] std::string_view summary() const { return summary_; }
    [[nodiscard]] const std::vector<Parameter>& parameters() const { return parameters_; }
    [[nodiscard]] Content taken() const { return takes_; }
    [[nodiscard]] SchemaMaker body() const { return body_; }
    [[nodiscard]] Content answered() const { return answers_; }
    [[nodiscard]] SchemaMaker answer() const { return answer_; }
    [[nodiscard]] std::string_view meaning() const { return meaning_; }

private:
    About& answers_json(SchemaMaker answer) {
        answers_ = Content::json;
        answer_ = answer;
        return *this;
    }
    template <class T>
    static SchemaMaker query_schema() {
        if constexpr (std::is_same_v<T, Switch>)
            return [](Schemas&) {
                return boost::json::object{{"type", "string"}, {"enum", boost::json::array{"1"}}};
            };
        else
            return make_schema<T>;
    }

    std::string_view summary_;
    Content takes_ = Content::none;
    SchemaMaker body_ = nullptr;
    Content answers_ = Content::none;
    SchemaMaker answer_ = nullptr;
    std::string_view meaning_;
    std::vector<Parameter> parameters_;
};

} // namespace chengyun::hub
