// The handover sheet on paper. It is made from the journal's entry alone, so it can be made again.
#pragma once

#include "core/duty/handover.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>
#include <unordered_map>

namespace chengyun::console {

struct PrintedSheet {
    Handover sheet;
    Post post;
    /// None when it is not known, or while nobody is planned.
    std::optional<Shift> outgoing, incoming;
    QString hall; ///< whose sheet it is: "蔡甸区"
    QString outgoingName;
    QString incomingName;
    std::unordered_map<std::string, QString> names; ///< of accounts, for acknowledgements
};

/// SHA-256 of the sheet's JSON as the entry's body has it, 64 hex digits: it stands on the last
/// line of each page, so that a page proves which sheet it belongs to.
[[nodiscard]] QString sheetHash(const Handover& sheet);

/// A4, in the language of the screen; times by `calendar`. Texts are placed as plain text: there is
/// no markup that they could break out of. Any thread of a program with a QGuiApplication.
[[nodiscard]] QByteArray sheetPdf(const PrintedSheet& printed, const Calendar& calendar);

} // namespace chengyun::console
