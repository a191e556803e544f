#include "hub/imports/report.h"

#include "core/json/codec.h"

#include <format>
#include <ostream>

namespace chengyun::hub {

namespace {

std::string where(std::int64_t row, std::int64_t line) {
    return line > 0 ? std::format("line {}", line) : std::format("row {}", row);
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
    out << std::format("\n  read {} · taken {} (new {}, updated {}, unchanged {}) · refused {} · "
                       "flagged {}\n",
                       report.read, report.taken, report.inserted, report.updated, report.unchanged,
                       report.refused, report.flagged);
    for (const auto& row : report.refused_rows)
        out << std::format("  refused {}: {} ({}){}{}\n", where(row.row, row.line), row.detail,
                           row.field, row.name.empty() ? "" : ": ", row.name);
    print_rest(out, report.refused, report.refused_rows.size());
    for (const auto& row : report.flagged_rows)
        out << std::format("  flagged {}: {}: {}\n", where(row.row, row.line), row.detail,
                           row.name);
    print_rest(out, report.flagged, report.flagged_rows.size());
    if (!report.warning.empty())
        out << "  warning: " << report.warning << '\n';
    if (report.question) {
        out << "  needs an answer: " << report.question->detail << '\n';
        print_answers(out, *report.question);
    }
    if (report.dry_run)
        out << (report.not_stored.empty() ? "  dry run: it would be stored\n"
                                          : "  dry run: it would not be stored: ")
            << (report.not_stored.empty() ? "" : report.not_stored + "\n");
    else if (report.stored)
        out << "  stored\n";
    else
        out << "  nothing stored: " << report.not_stored << '\n';
}

} // namespace chengyun::hub
