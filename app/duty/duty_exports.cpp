#include "app/duty/duty_exports.h"

#include "app/duty/figures_model.h"
#include "app/duty/handover_list_model.h"
#include "app/duty/print/file_bytes.h"
#include "app/duty/print/print_text.h"
#include "app/duty/print/rota_pdf.h"
#include "app/duty/print/sheet_pdf.h"
#include "app/duty/print/xlsx_sheets.h"
#include "app/duty/roster.h"
#include "app/link/failure_text.h"
#include "app/link/hub_clock.h"
#include "app/lists/table_text.h"

namespace chengyun::console {
namespace {

Result<> written(const QUrl& file, const Result<QByteArray>& bytes) {
    return bytes ? writeBytes(file, *bytes) : Result<>(bytes.error());
}

Result<RotaTable> tableOf(const DutyRoster& roster, int year, int month, const QString& hall) {
    const std::chrono::year_month when{std::chrono::year(year),
                                       std::chrono::month(static_cast<unsigned>(month))};
    if (!when.ok())
        return fail(FailureKind::invalid_field, "month");
    return rotaTable(roster.rota(), roster.holidayYears(), roster.calendar(), when, hall);
}

} // namespace

DutyExports::DutyExports(DutyRoster& roster, HandoverListModel& sheets, FiguresModel& figures,
                         HubClock& clock, QObject* parent)
    : QObject(parent), roster_(roster), sheets_(sheets), figures_(figures), clock_(clock) {}

bool DutyExports::settle(const Result<>& written) {
    failureText_ = written ? QString() : console::failureText(written.error());
    Q_EMIT failureChanged();
    return written.has_value();
}

QString DutyExports::accountName(const std::string& account) const {
    for (const auto& person : roster_.people())
        if (!account.empty() && person.account == account)
            return qs(person.name);
    return {};
}

bool DutyExports::sheetPdf(const QString& id, const QUrl& file, const QString& hall) {
    const auto* sheet = sheets_.find(id.toStdString());
    if (!sheet)
        return settle(fail(FailureKind::not_found));
    PrintedSheet printed;
    printed.sheet = *sheet;
    printed.hall = hall;
    if (const auto* post = roster_.post(sheet->post))
        printed.post = *post;
    if (const auto* shift = roster_.shift(sheet->outgoing))
        printed.outgoing = *shift;
    if (const auto* shift = roster_.shift(sheet->incoming))
        printed.incoming = *shift;
    if (sheet->handed_over)
        printed.outgoingName = qs(sheet->handed_over_by_name);
    else if (printed.outgoing)
        printed.outgoingName = roster_.personName(qs(printed.outgoing->person));
    if (sheet->accepted)
        printed.incomingName = qs(sheet->accepted_by_name);
    else if (printed.incoming)
        printed.incomingName = roster_.personName(qs(printed.incoming->person));
    printed.nameOf = [this, sheet](const std::string& account) {
        return account == sheet->accepted_by ? qs(sheet->accepted_by_name) : accountName(account);
    };
    return settle(writeBytes(file, console::sheetPdf(printed, roster_.calendar())));
}

bool DutyExports::rotaPdf(int year, int month, bool a3, const QUrl& file, const QString& hall) {
    const auto table = tableOf(roster_, year, month, hall);
    if (!table)
        return settle(table.error());
    return settle(
        writeBytes(file, console::rotaPdf(*table, a3 ? QPageSize::A3 : QPageSize::A4,
                                          printedMoment(clock_.exact(), roster_.calendar()))));
}

bool DutyExports::rotaXlsx(int year, int month, const QUrl& file, const QString& hall) {
    const auto table = tableOf(roster_, year, month, hall);
    return settle(table ? written(file, console::rotaXlsx(*table)) : Result<>(table.error()));
}

bool DutyExports::figuresXlsx(const QUrl& file, const QString& hall) {
    return settle(written(file, console::figuresXlsx(figures_.table(hall))));
}

bool DutyExports::figuresCsv(const QUrl& file) {
    if (writeCsv(file, figuresTexts(figures_.table({}))))
        return settle({});
    return settle(fail(FailureKind::unavailable, "disk"));
}

} // namespace chengyun::console
