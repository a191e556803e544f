// Between the texts of core, of Qt and of the wire.
#pragma once

#include <QByteArray>
#include <QString>

#include <string>
#include <string_view>

namespace chengyun::console {

/// UTF-8 into QString.
[[nodiscard]] inline QString qs(const std::string& text) {
    return QString::fromStdString(text);
}
[[nodiscard]] inline QString qs(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Lives as long as the bytes.
[[nodiscard]] inline std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace chengyun::console
