#include "hub/ops/verify.h"

#include "hub/capabilities.h"
#include "hub/ops/restore.h"
#include "hub/store/data_folder.h"
#include "hub/store/database.h"
#include "hub/store/database_check.h"
#include "hub/store/kept_answers.h"
#include "hub/store/migrations.h"

#include <format>
#include <functional>

namespace chengyun::hub {

namespace {

namespace fs = std::filesystem;

/// What is too damaged to be read is something found, no reason to stop; a disk that does not
/// answer is.
[[nodiscard]] Result<> run(std::string_view what, Findings& findings,
                           const std::function<Result<>()>& check) {
    auto done = check();
    if (done || done.error().kind == FailureKind::unavailable)
        return done;
    findings.wrong(what, done.error().field, "cannot be read: " + done.error().detail);
    return {};
}

[[nodiscard]] Result<> look(Database& db, Database& live, const fs::path& folder,
                            VerifyReport& report) {
    auto& findings = report.findings;
    if (auto done = run("hub.sqlite", findings, [&] { return check_database(db, findings); });
        !done)
        return done;
    auto chain = verify_chain_here(db);
    if (!chain && chain.error().kind == FailureKind::unavailable)
        return chain.error();
    report.chain =
        chain ? std::move(*chain) : ChainReport{0, 1, "cannot be read: " + chain.error().detail};
    // A journal that is not whole is no measure for anything.
    if (report.is_older() || report.chain.broken_at)
        return {};
    if (auto done = run("command", findings, [&] { return check_answers(db, findings); }); !done)
        return done;
    const Capabilities capabilities({}, folder);
    for (const auto& capability : capabilities.all())
        for (const auto& check : capability->checks())
            if (auto done =
                    run(check.table, findings, [&] { return check.run({db, live, findings}); });
                !done)
                return done;
    return {};
}

} // namespace

Result<VerifyReport> verify(const fs::path& folder) {
    if (auto settled = must_be_settled(folder); !settled)
        return settled.error();
    return verify(folder, database_file(folder));
}

Result<VerifyReport> verify(const fs::path& folder, const fs::path& database) {
    auto db = Database::open(database, Database::Mode::read_only);
    if (!db)
        return db.error();
    auto scope = ReadScope::begin(**db);
    if (!scope)
        return scope.error();
    auto version = schema_version(**db);
    if (!version)
        return version.error();
    VerifyReport report;
    report.version = *version;
    report.known = latest_schema_version();
    if (report.is_newer())
        return report;
    if (report.version == 0)
        return fail(FailureKind::corrupt, {}, database.string() + ": is no hub's database");
    auto live = Database::open(database, Database::Mode::read_only);
    if (!live)
        return live.error();
    if (auto done = look(**db, **live, folder, report); !done)
        return done.error();
    return report;
}

std::string newer_program(int version, int known) {
    return "made by a newer program: its database has version " + std::to_string(version) +
           ", this program knows versions up to " + std::to_string(known);
}

Result<> must_be_good(const VerifyReport& report, const std::string& what, Faults faults) {
    if (report.is_newer())
        return fail(FailureKind::conflict, {},
                    what + ": " + newer_program(report.version, report.known));
    if (report.good() || faults == Faults::taken_along)
        return {};
    const std::string how(faults_hint);
    if (report.chain.broken_at)
        return fail(FailureKind::corrupt, {},
                    what + ": the journal is broken at entry " +
                        std::to_string(*report.chain.broken_at) + ": " + report.chain.reason + how);
    const auto& first = report.findings.told().front();
    auto text = what + ": " + first.table;
    if (!first.row.empty())
        text += " " + first.row;
    text += ": " + first.what;
    if (const auto others = report.findings.wrong_count() - 1; others > 0)
        text += ", and " + std::to_string(others) + " more";
    return fail(FailureKind::corrupt, {}, text + how);
}

std::string text_of(const VerifyReport& report) {
    if (report.is_newer())
        return newer_program(report.version, report.known) + "; nothing was looked at\n";
    auto out = report.chain.broken_at
                   ? std::format("the journal is broken at entry {}: {}\n", *report.chain.broken_at,
                                 report.chain.reason)
                   : std::format("the journal is whole: {} entries\n", report.chain.entries);
    const auto& findings = report.findings;
    for (const auto& found : findings.told())
        out += found.table + (found.row.empty() ? "" : " ") + found.row + ": " + found.what + "\n";
    const auto told = static_cast<std::int64_t>(findings.told().size());
    if (findings.wrong_count() > told)
        out += std::format("and {} more\n", findings.wrong_count() - told);
    out += std::format("{} rows compared, {} wrong\n", findings.compared_rows(),
                       findings.wrong_count());
    for (const auto& [why, rows] : findings.not_compared_rows())
        out += std::format("not compared: {} {}\n", rows, why);
    if (report.chain.broken_at)
        out += "rows were not compared with a broken journal\n";
    else if (report.is_older())
        out += std::format("made by an older program: its database has version {}, this program "
                           "writes {}; rows are compared once it has been brought to that, by "
                           "the next start or in what `restore` makes of it\n",
                           report.version, report.known);
    return out;
}

} // namespace chengyun::hub
