#include "app/duty/rota_import.h"

#include "app/duty/roster.h"
#include "app/duty/rota_board.h"
#include "app/link/failure_text.h"
#include "app/link/hub_link.h"
#include "app/text.h"
#include "core/json/codec.h"
#include "core/text/showable.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <QUrlQuery>

#include <algorithm>

namespace chengyun::console {
namespace {

constexpr qint64 mostBytes = 8LL << 20; // as the hub takes

/// A sheet that was saved by an office program is GB18030 where it is not UTF-8.
QString encodingOf(const QString& name, const QByteArray& bytes) {
    if (!name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return {};
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder(bytes);
    return decoder.hasError() ? QStringLiteral("GB18030") : QString();
}

} // namespace

RotaImport::RotaImport(RotaBoard& board, HubLink& link, QObject* parent)
    : QObject(parent), board_(board), link_(link) {}

void RotaImport::stop(const QString& problem) {
    busy_ = false;
    problem_ = problem;
    Q_EMIT changed();
}

void RotaImport::read(const QUrl& url) {
    const auto path = url.toLocalFile();
    fileName_ = QFileInfo(path).fileName();
    preview_ = {};
    const int round = ++round_;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return stop(tr("The file cannot be read: %1").arg(file.errorString()));
    if (file.size() > mostBytes)
        return stop(tr("The file is larger than 8 MB."));
    const auto bytes = file.readAll();
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("name"),
                       QString::fromUtf8(QUrl::toPercentEncoding(fileName_)));
    if (const auto encoding = encodingOf(fileName_, bytes); !encoding.isEmpty())
        query.addQueryItem(QStringLiteral("encoding"), encoding);
    busy_ = true;
    problem_.clear();
    Q_EMIT changed();
    Command command;
    command.path = QStringLiteral("/duty/import?") + query.toString(QUrl::FullyEncoded);
    command.type = "application/octet-stream";
    command.body = bytes;
    link_.send(command, this, [this, round](const Reply& reply) {
        if (round != round_)
            return;
        if (!reply.ok())
            return stop(failureText(reply.failure()));
        auto preview = json::read<SheetPreview>(reply.body.toStdString(), json::Unknown::ignore);
        if (!preview)
            return stop(failureText(preview.error()));
        preview_ = std::move(*preview);
        for (auto& row : preview_.refused)
            make_showable(row.value);
        stop({});
    });
}

QString RotaImport::span() const {
    if (preview_.shifts.empty())
        return {};
    const auto [first, last] = std::ranges::minmax(preview_.shifts, {}, &PlannedShift::start);
    const auto& calendar = board_.roster().calendar();
    return qs(text_of(calendar.day(first.start))) + QStringLiteral(" – ") +
           qs(text_of(calendar.day(last.start)));
}

QVariantList RotaImport::refused() const {
    const auto columnName = [](const std::string& column) {
        return column == "date"     ? tr("Date")
               : column == "post"   ? tr("Post")
               : column == "person" ? tr("Person")
               : column == "start"  ? tr("Start")
               : column == "end"    ? tr("End")
               : column == "backup" ? tr("Backup")
                                    : tr("Row");
    };
    const auto why = [](const RefusedRow& row) {
        switch (row.reason) {
        case FailureKind::not_found:
            return row.column == "post" ? tr("there is no such post")
                                        : tr("there is no such person");
        case FailureKind::conflict:
            return row.column.empty() ? tr("it is planned already")
                                      : tr("several people have this name");
        case FailureKind::too_many:
            return tr("too many shifts at once");
        default:
            return tr("it is not understood");
        }
    };
    QVariantList rows;
    for (const auto& row : preview_.refused)
        rows.append(QVariantMap{{QStringLiteral("line"), qint64(row.line)},
                                {QStringLiteral("column"), columnName(row.column)},
                                {QStringLiteral("why"), why(row)},
                                {QStringLiteral("value"), qs(row.value)}});
    return rows;
}

bool RotaImport::apply() {
    if (busy_ || preview_.shifts.empty())
        return false;
    std::vector<RotaDraft::Edit> edits;
    for (const auto& planned : preview_.shifts) {
        const auto* post = board_.roster().post(planned.post);
        if (!post)
            continue; // closed meanwhile
        if (auto shift = written(planned, nullptr, *post))
            edits.push_back({std::move(*shift)});
    }
    if (!board_.draft().apply(edits)) {
        stop(board_.draft().failureText());
        return false;
    }
    board_.goTo(ms_of(std::ranges::min(preview_.shifts, {}, &PlannedShift::start).start));
    preview_ = {};
    Q_EMIT changed();
    return true;
}

} // namespace chengyun::console
