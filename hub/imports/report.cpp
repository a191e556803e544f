#include "hub/imports/report.h"

#include "core/json/codec.h"

#include <format>
#include <ostream>

namespace chengyun::hub {

namespace {

std::string where(const auto& row) {
    if (!row.part.empty())
        return std::format("row {} of {}", row.line > 0 ? row.line : row.row, row.part);
    return row.line > 0 ? std::format("line {}", row.line) : std::format("row {}", row.row);
}

constexpr std::size_t most_named = 20;

void print_parts(std::ostream& out, const std::vector<ImportPart>& parts, bool is_read) {
    std::size_t count = 0;
    for (const auto& part : parts) {
        if (part.read == is_read && count++ < most_named)
            out << (count > 1 ? ", "
                    : is_read ? "\n  read: "
                              : "\n  not read: ")
                << std::format("{} ({})", part.name, part.rows);
    }
    if (count > most_named)
        out << std::format(" and {} more", count - most_named);
}

void print_rest(std::ostream& out, std::int64_t all, std::size_t listed) {
    if (const auto shown = static_cast<std::int64_t>(listed); all > shown)
        out << std::format("  and {} more\n", all - shown);
}

/// As flags of the command, and what each of them means.
void print_answers(std::ostream& out, const ImportQuestion& question) {
    if (question.kind == QuestionKind::keys_of_other_things) {
        out << (question.answers.front() == "source"
                    ? "    --source NAME   another list: its keys are kept apart, both stay\n"
                    : "    code_base = N in the map   another list: both stay\n")
            << "    --next-edition  the same list: what its keys name may change\n";
        return;
    }
    if (question.kind == QuestionKind::which_parts) {
        out << "    --part NAME     as often as needed\n"
               "    --part '*'      all of them\n";
        return;
    }
    out << "    --system ";
    for (std::size_t i = 0; i < question.answers.size(); ++i)
        out << (i == 0 ? "" : " | ") << question.answers[i];
    out << '\n';
}

} // namespace

void print(std::ostream& out, const ImportReport& report) {
    out << std::format("{} as {}", report.name, report.layer);
    if (!report.system.empty())
        out << " in " << report.system.substr(0, report.system.find('\n'));
    print_parts(out, report.parts, true);
    print_parts(out, report.parts, false);
    out << std::format("\n  read {} · taken {} (new {}, updated {}, unchanged {}) · refused {} · "
                       "flagged {}\n",
                       report.read, report.taken, report.inserted, report.updated, report.unchanged,
                       report.refused, report.flagged);
    for (const auto& row : report.refused_rows)
        out << std::format("  refused {}: {} ({}){}{}\n", where(row), row.detail, row.field,
                           row.name.empty() ? "" : ": ", row.name);
    print_rest(out, report.refused, report.refused_rows.size());
    for (const auto& row : report.flagged_rows)
        out << std::format("  flagged {}: {}: {}\n", where(row), row.detail, row.name);
    print_rest(out, report.flagged, report.flagged_rows.size());
    if (!report.warning.empty())
        out << "  warning: " << report.warning << '\n';
    if (report.question) {
        out << "  needs an answer: " << report.question->detail << '\n';
        print_answers(out, *report.question);
    }
    const std::string reason = report.question ? "a question is open" : report.not_stored;
    if (report.dry_run)
        out << (report.not_stored.empty() ? "  dry run: it would be stored\n"
                                          : "  dry run: it would not be stored: " + reason + "\n");
    else if (report.stored)
        out << "  stored\n";
    else
        out << "  nothing stored: " << reason << '\n';
}

} // namespace chengyun::hub
