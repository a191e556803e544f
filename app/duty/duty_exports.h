// Duty as files: sheets, rotas and figures, for paper and for spreadsheets.
#pragma once

#include "core/result.h"

#include <QObject>
#include <QString>
#include <QUrl>

namespace chengyun::console {

class DutyRoster;
class FiguresModel;
class HandoverListModel;
class HubClock;

/// GUI thread; a file takes up to a second, most of it for the fonts. `hall`: the district's name,
/// for the head. All return false when nothing was written: `failureText` says why.
class DutyExports : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString failureText READ failureText NOTIFY failureChanged)

public:
    DutyExports(DutyRoster& roster, HandoverListModel& sheets, FiguresModel& figures,
                HubClock& clock, QObject* parent = nullptr);

    Q_INVOKABLE bool sheetPdf(const QString& sheet, const QUrl& file, const QString& hall);
    /// `month` from 1. What the seat knows of the month: DutyRoster::look() has fetched it.
    Q_INVOKABLE bool rotaPdf(int year, int month, bool a3, const QUrl& file, const QString& hall);
    Q_INVOKABLE bool rotaXlsx(int year, int month, const QUrl& file, const QString& hall);
    /// Of the month that FiguresModel shows.
    Q_INVOKABLE bool figuresXlsx(const QUrl& file, const QString& hall);
    /// With a byte order mark, so that spreadsheets take it as UTF-8.
    Q_INVOKABLE bool figuresCsv(const QUrl& file);

    [[nodiscard]] QString failureText() const { return failureText_; }

Q_SIGNALS:
    void failureChanged();

private:
    bool settle(const Result<>& written);
    [[nodiscard]] QString accountName(const std::string& account) const;

    DutyRoster& roster_;
    HandoverListModel& sheets_;
    FiguresModel& figures_;
    HubClock& clock_;
    QString failureText_;
};

} // namespace chengyun::console
