// A rota that people have kept as a sheet: the hub reads it, and the planner sees what it would
// plan before he takes it over.
#pragma once

#include "core/duty/commands.h"
#include "core/result.h"

#include <QObject>
#include <QString>
#include <QUrl>
#include <QVariantList>

#include <string>
#include <vector>

namespace chengyun::console {

class HubLink;
class RotaBoard;

/// A row that is not planned, and why.
struct RefusedRow {
    std::int64_t line = 0; ///< of the file; 1 is the first
    std::string column;    ///< "date", "post", "person" …; empty: the row
    FailureKind reason = FailureKind::invalid_field;
    std::string value; ///< what stands there
    bool operator==(const RefusedRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(RefusedRow, (), (line, column, reason, value))

/// The answer of POST /api/v1/duty/import; nothing is stored.
struct SheetPreview {
    std::vector<PlannedShift> shifts; ///< new ones, with ids
    std::vector<RefusedRow> refused;
    bool operator==(const SheetPreview&) const = default;
};
BOOST_DESCRIBE_STRUCT(SheetPreview, (), (shifts, refused))

/// GUI thread.
class RotaImport : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// Shifts that would be planned, and the days of the first and last one.
    Q_PROPERTY(int shiftCount READ shiftCount NOTIFY changed)
    Q_PROPERTY(QString span READ span NOTIFY changed)
    /// Rows that are not understood: {line, column (in words), why, value}.
    Q_PROPERTY(QVariantList refused READ refused NOTIFY changed)
    /// Why the file could not be read at all, in words; empty when it was.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    RotaImport(RotaBoard& board, HubLink& link, QObject* parent = nullptr);

    /// CSV (UTF-8 or GB18030) or XLSX, at most 8 MB.
    Q_INVOKABLE void read(const QUrl& file);
    /// Puts the shifts into the draft, as one step, and shows their first day. False: nothing was
    /// done.
    Q_INVOKABLE bool apply();

    [[nodiscard]] QString fileName() const { return fileName_; }
    [[nodiscard]] bool isBusy() const { return busy_; }
    [[nodiscard]] int shiftCount() const { return static_cast<int>(preview_.shifts.size()); }
    [[nodiscard]] QString span() const;
    [[nodiscard]] QVariantList refused() const;
    [[nodiscard]] QString problem() const { return problem_; }

Q_SIGNALS:
    void changed();

private:
    void stop(const QString& problem);

    RotaBoard& board_;
    HubLink& link_;
    QString fileName_;
    bool busy_ = false;
    int round_ = 0; ///< an answer about an earlier file counts for nothing
    SheetPreview preview_;
    QString problem_;
};

} // namespace chengyun::console
