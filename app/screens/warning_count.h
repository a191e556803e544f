// Counts what goes wrong in QML, where a mistake is only a line on stderr.
#pragma once

#include <QString>
#include <QStringList>

namespace chengyun::console {

/// Installs itself as the message handler while it lives; passes everything on to the one before.
/// One at a time; messages may come from any thread.
class WarningCount {
public:
    WarningCount();
    ~WarningCount();
    WarningCount(const WarningCount&) = delete;
    WarningCount& operator=(const WarningCount&) = delete;

    /// Warnings and worse that come from QML or JavaScript.
    [[nodiscard]] int count() const;
    [[nodiscard]] QStringList lines() const;
};

} // namespace chengyun::console
