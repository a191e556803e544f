#include "core/patrol/shown.h"

#include "core/text/limits.h"

#include <chrono>

namespace chengyun {

Result<> check(const ReportShown& report) {
    if (auto ok = check_text(report.machine, "machine", limits::code, false); !ok)
        return ok;
    if (report.spans.size() > most_shown_spans)
        return fail(FailureKind::too_many, "spans", "at most " + std::to_string(most_shown_spans));
    for (std::size_t i = 0; i < report.spans.size(); ++i) {
        const auto& span = report.spans[i];
        const auto field = "spans[" + std::to_string(i) + "]";
        if (auto ok = first_failure(check_id(span.group, field + ".group"),
                                    check_id(span.camera, field + ".camera"));
            !ok)
            return ok;
        if (span.to < span.from || span.to - span.from > std::chrono::days(1))
            return fail(FailureKind::invalid_field, field + ".to", "within a day after `from`");
    }
    return {};
}

} // namespace chengyun
