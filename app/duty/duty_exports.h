// Duty as files: sheets, rotas and figures, for paper and for spreadsheets.
#pragma once

#include "core/result.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QUrl>

#include <functional>

namespace chengyun::console {

class DutyRoster;
class FiguresModel;
class HandoverListModel;
class HubClock;

/// GUI thread. What is to be written is collected at once, and made and written on a worker: a file
/// takes up to a second, most of it for the fonts. One after another; `finished` tells of each.
/// `hall`: the district's name, for the head.
class DutyExports : public QObject {
    Q_OBJECT
    /// A file is being written.
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged)

public:
    DutyExports(DutyRoster& roster, HandoverListModel& sheets, FiguresModel& figures,
                HubClock& clock, QObject* parent = nullptr);

    Q_INVOKABLE void sheetPdf(const QString& sheet, const QUrl& file, const QString& hall);
    /// `month` from 1. What the seat knows of the month: DutyRoster::look() has fetched it.
    Q_INVOKABLE void rotaPdf(int year, int month, bool a3, const QUrl& file, const QString& hall);
    Q_INVOKABLE void rotaXlsx(int year, int month, const QUrl& file, const QString& hall);
    /// Of the month that FiguresModel shows.
    Q_INVOKABLE void figuresXlsx(const QUrl& file, const QString& hall);
    /// With a byte order mark, so that spreadsheets take it as UTF-8.
    Q_INVOKABLE void figuresCsv(const QUrl& file);

    [[nodiscard]] bool isBusy() const { return files_ > 0; }

Q_SIGNALS:
    void busyChanged();
    /// `failure`: why nothing was written, in words; empty: it is there.
    void finished(const QString& failure);

private:
    /// `write` makes the file, on the worker.
    void start(std::function<Result<>()> write);
    void tell(const Result<>& done);

    DutyRoster& roster_;
    HandoverListModel& sheets_;
    FiguresModel& figures_;
    HubClock& clock_;
    int files_ = 0;      ///< that are being written or wait for it
    QThreadPool worker_; ///< of one thread; ends before what it tells
};

} // namespace chengyun::console
