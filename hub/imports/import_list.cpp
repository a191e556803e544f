#include "core/toml/toml.h"
#include "hub/imports/import.h"

#include <fstream>
#include <iterator>

namespace chengyun::hub {

namespace {

struct Listed {
    std::string file;
    std::string map;
    std::string system;
    std::string source;
    bool skip_bad = false;
    bool accept_swaps = false;
    bool next_edition = false;
};

Failure in_list(FailureKind kind, std::string detail) {
    return fail(kind, "list", std::move(detail));
}

Result<std::string> read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in)
        return in_list(FailureKind::not_found, "cannot read " + file.string());
    return text;
}

Result<Listed> listed_of(const toml::table& table) {
    Listed out;
    for (const auto& [key, value] : table) {
        const auto take = [&](auto& into) {
            const auto found = value.value<std::remove_reference_t<decltype(into)>>();
            if (found)
                into = *found;
            return found.has_value();
        };
        const bool ok = key == "file"           ? take(out.file)
                        : key == "map"          ? take(out.map)
                        : key == "system"       ? take(out.system)
                        : key == "source"       ? take(out.source)
                        : key == "skip_bad"     ? take(out.skip_bad)
                        : key == "accept_swaps" ? take(out.accept_swaps)
                        : key == "next_edition" ? take(out.next_edition)
                                                : false;
        if (!ok)
            return in_list(FailureKind::unknown_field,
                           "no such key, or not of its type: " + std::string(key.str()));
    }
    if (out.file.empty() || out.map.empty())
        return in_list(FailureKind::missing_field, "each import needs file and map");
    return out;
}

} // namespace

Result<std::vector<ImportReport>> run_import_list(const std::filesystem::path& list,
                                                  const std::filesystem::path& base, bool dry_run,
                                                  Writer& writer, const Actor& actor,
                                                  const ImportTarget& target) {
    const auto text = read_text(list);
    if (!text)
        return text.error();
    const auto parsed = read_toml(*text, list.string());
    if (!parsed)
        return in_list(FailureKind::malformed, parsed.error().detail);
    const auto* imports = parsed->get_as<toml::array>("import");
    if (!imports || parsed->size() != 1)
        return in_list(FailureKind::invalid_field, "expected nothing but [[import]]");
    std::vector<ImportReport> reports;
    for (const auto& item : *imports) {
        const auto* table = item.as_table();
        if (!table)
            return in_list(FailureKind::invalid_field, "expected [[import]]");
        const auto listed = listed_of(*table);
        if (!listed)
            return listed.error();
        ImportRequest request;
        request.file = base / listed->file;
        if (std::error_code error; !std::filesystem::exists(request.file, error))
            continue;
        auto map = read_text(list.parent_path() / listed->map);
        if (!map)
            return map.error();
        request.map = std::move(*map);
        request.system = listed->system;
        request.skip_bad = listed->skip_bad;
        request.source = listed->source;
        request.accept_swaps = listed->accept_swaps;
        request.next_edition = listed->next_edition;
        auto report = run_import(request, dry_run, writer, actor, target);
        if (!report)
            return fail(report.error().kind, listed->file + ": " + report.error().field,
                        report.error().detail);
        reports.push_back(std::move(*report));
    }
    return reports;
}

} // namespace chengyun::hub
