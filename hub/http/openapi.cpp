#include "hub/http/openapi.h"

#include "core/wire/answers.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace chengyun::hub {
namespace {

using boost::json::array;
using boost::json::object;

boost::json::string text(std::string_view of) {
    return boost::json::string(of);
}

std::string lower(std::string_view method) {
    std::string out(method);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

/// "post_orders_id_withdraw"
std::string operation_of(const Route& route) {
    auto path = route.pattern;
    if (constexpr std::string_view common = "/api/v1"; path.starts_with(common))
        path.remove_prefix(common.size());
    auto out = lower(route.method);
    for (const char c : path)
        if (c == '/' || c == '.')
            out += '_';
        else if (c != '{' && c != '}')
            out += c;
    return out;
}

object parameter_of(const About::Parameter& parameter, Schemas& schemas) {
    object out{{"name", text(parameter.name)},
               {"in", parameter.in == About::In::path ? "path" : "query"},
               {"schema", parameter.schema(schemas)}};
    if (parameter.is_required)
        out["required"] = true;
    if (!parameter.description.empty())
        out["description"] = text(parameter.description);
    return out;
}

/// Those in the address, which are texts unless the route says more, and those after it.
array parameters_of(const Route& route, Schemas& schemas) {
    array out;
    const auto& said = route.about.parameters();
    const auto pattern = route.pattern;
    for (auto open = pattern.find('{'); open != pattern.npos; open = pattern.find('{', open + 1)) {
        const auto name = pattern.substr(open + 1, pattern.find('}', open) - open - 1);
        const auto typed = std::ranges::find_if(said, [&](const auto& parameter) {
            return parameter.in == About::In::path && parameter.name == name;
        });
        out.push_back(parameter_of(
            typed != said.end()
                ? *typed
                : About::Parameter{About::In::path, name, make_schema<std::string>, {}, true},
            schemas));
    }
    for (const auto& parameter : said)
        if (parameter.in == About::In::query)
            out.push_back(parameter_of(parameter, schemas));
    if (route.access == Access::command)
        for (const auto* name : {"IdempotencyKey", "CommandExpires"})
            out.push_back(object{{"$ref", std::string("#/components/parameters/") + name}});
    return out;
}

object content_of(About::Content content, SchemaMaker maker, Schemas& schemas) {
    if (content == About::Content::json)
        return {{"application/json", object{{"schema", maker(schemas)}}}};
    return {{"*/*", object{{"schema", object{{"type", "string"}, {"format", "binary"}}}}}};
}

object responses_of(const Route& route, Schemas& schemas) {
    const auto& about = route.about;
    const bool is_empty = about.answered() == About::Content::none;
    auto meaning = about.meaning();
    if (meaning.empty())
        meaning = route.access == Access::command ? "done" : "answer";
    object answer{{"description", text(meaning)}};
    if (!is_empty)
        answer["content"] = content_of(about.answered(), about.answer(), schemas);
    return {{is_empty ? "204" : "200", std::move(answer)},
            {"default", object{{"$ref", "#/components/responses/Problem"}}}};
}

object operation(const Route& route, Schemas& schemas) {
    const auto& about = route.about;
    object out{{"summary", text(about.summary())}, {"operationId", operation_of(route)}};
    if (auto parameters = parameters_of(route, schemas); !parameters.empty())
        out["parameters"] = std::move(parameters);
    if (about.taken() != About::Content::none)
        out["requestBody"] = object{{"required", true},
                                    {"content", content_of(about.taken(), about.body(), schemas)}};
    out["responses"] = responses_of(route, schemas);
    if (route.access == Access::anybody)
        out["security"] = array{};
    return out;
}

/// Into a struct's, an enum's or a member's schema.
void add_note(object& schema, const object& note) {
    for (const auto& [keyword, value] : note)
        schema[keyword] = value;
}

Result<> add_notes(object& schemas, const object& notes) {
    for (const auto& [type, said] : notes) {
        auto* found = schemas.if_contains(type);
        if (!found)
            return fail(FailureKind::unknown_field, std::string(type), "no such type");
        auto& schema = found->as_object();
        for (const auto& [member, note] : said.as_object()) {
            if (member.empty()) {
                add_note(schema, note.as_object());
                continue;
            }
            // Looked for each time: a note on the type itself may have moved it.
            auto* properties = schema.if_contains("properties");
            auto* at = properties ? properties->as_object().if_contains(member) : nullptr;
            if (!at)
                return fail(FailureKind::unknown_field,
                            std::string(type) + "." + std::string(member), "no such member");
            auto keywords = note.as_object();
            if (keywords.erase("required"))
                schema.at("required").as_array().push_back(text(member));
            add_note(at->as_object(), keywords);
        }
    }
    return {};
}

void write(const boost::json::value& value, std::size_t depth, std::string& out) {
    const auto line = [&](std::size_t deep) { out += '\n' + std::string(deep, ' '); };
    const auto list = [&](const auto& items, char open, char close, const auto& item) {
        out += open;
        bool first = true;
        for (const auto& each : items) {
            if (!first)
                out += ',';
            first = false;
            line(depth + 1);
            item(each);
        }
        if (!first)
            line(depth);
        out += close;
    };
    if (const auto* members = value.if_object())
        list(*members, '{', '}', [&](const auto& member) {
            out += boost::json::serialize(boost::json::string(member.key())) + ": ";
            write(member.value(), depth + 1, out);
        });
    else if (const auto* items = value.if_array())
        list(*items, '[', ']', [&](const auto& item) { write(item, depth + 1, out); });
    else
        out += boost::json::serialize(value);
}

} // namespace

Result<object> describe_interface(const Router& router, object frame, const object& notes) {
    Schemas schemas;
    auto& paths = frame.at("paths").as_object();
    for (const auto& route : router.routes()) {
        if (route.about.summary().empty())
            continue;
        auto& path = paths[route.pattern];
        if (!path.is_object())
            path = object{};
        path.as_object()[lower(route.method)] = operation(route, schemas);
    }
    for (const auto* kind : entity_kinds()) {
        const auto entity =
            std::ranges::find(router.entities(), kind, &Router::DescribedEntity::kind);
        if (entity == router.entities().end())
            return fail(FailureKind::missing_field, std::string(kind->name),
                        "no capability describes this kind of entity (Router::describe_entity)");
        auto schema = entity->make(schemas);
        if (!kind->is_single)
            schema = Schemas::list_of(std::move(schema));
        schemas.add_open_member(kind->name, std::move(schema));
    }
    static_cast<void>(schemas.of<Problem>());
    auto named = schemas.named();
    if (!named)
        return named.error();
    if (auto noted = add_notes(*named, notes); !noted)
        return noted.error();
    frame.at("components").as_object()["schemas"] = std::move(*named);
    return frame;
}

std::string indented(const boost::json::value& value) {
    std::string out;
    write(value, 0, out);
    return out + '\n';
}

} // namespace chengyun::hub
