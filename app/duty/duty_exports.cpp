#include "app/duty/duty_exports.h"

#include "app/duty/figures_model.h"
#include "app/duty/handover_list_model.h"
#include "app/duty/print/file_bytes.h"
#include "app/duty/print/print_text.h"
#include "app/duty/print/rota_pdf.h"
#include "app/duty/print/sheet_pdf.h"
#include "app/duty/print/xlsx_sheets.h"
#include "app/duty/roster.h"
#include "app/guarded.h"
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
    : QObject(parent), roster_(roster), sheets_(sheets), figures_(figures), clock_(clock) {
    worker_.setMaxThreadCount(1);
}

void DutyExports::start(std::function<Result<>()> write) {
    if (files_++ == 0)
        Q_EMIT busyChanged();
    worker_.start([this, write = std::move(write)] {
        const auto done =
            guarded("exports", write,
                    Result<>(fail(FailureKind::unavailable, "disk", "an exception was stopped")));
        // The pool waits for this thread before it goes, so `this` is alive here.
        QMetaObject::invokeMethod(
            this,
            [this, done] {
                if (--files_ == 0)
                    Q_EMIT busyChanged();
                tell(done);
            },
            Qt::QueuedConnection);
    });
}

void DutyExports::tell(const Result<>& done) {
    Q_EMIT finished(done ? QString() : failureText(done.error()));
}

void DutyExports::sheetPdf(const QString& id, const QUrl& file, const QString& hall) {
    const auto* sheet = sheets_.find(id.toStdString());
    if (!sheet)
        return tell(fail(FailureKind::not_found));
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
    for (const auto& person : roster_.people())
        if (!person.account.empty())
            printed.names.emplace(person.account, qs(person.name));
    if (!sheet->accepted_by.empty())
        printed.names.insert_or_assign(sheet->accepted_by, qs(sheet->accepted_by_name));
    start([printed = std::move(printed), calendar = roster_.calendar(), file] {
        return writeBytes(file, console::sheetPdf(printed, calendar));
    });
}

void DutyExports::rotaPdf(int year, int month, bool a3, const QUrl& file, const QString& hall) {
    const auto table = tableOf(roster_, year, month, hall);
    if (!table)
        return tell(table.error());
    start([table = *table, size = a3 ? QPageSize::A3 : QPageSize::A4, file,
           printed = printedMoment(clock_.exact(), roster_.calendar())] {
        return writeBytes(file, console::rotaPdf(table, size, printed));
    });
}

void DutyExports::rotaXlsx(int year, int month, const QUrl& file, const QString& hall) {
    const auto table = tableOf(roster_, year, month, hall);
    if (!table)
        return tell(table.error());
    start([table = *table, file] { return written(file, console::rotaXlsx(table)); });
}

void DutyExports::figuresXlsx(const QUrl& file, const QString& hall) {
    start([table = figures_.table(hall), file] {
        return written(file, console::figuresXlsx(table));
    });
}

void DutyExports::figuresCsv(const QUrl& file) {
    start([texts = figuresTexts(figures_.table({})), file] {
        return writeCsv(file, texts) ? Result<>()
                                     : Result<>(fail(FailureKind::unavailable, "disk"));
    });
}

} // namespace chengyun::console
