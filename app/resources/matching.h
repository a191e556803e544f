// "Does this row match what was typed": by name, code, and pinyin initials.
#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace chengyun::console {

/// What was typed, split at blanks and lower-cased once; every part must occur somewhere.
class TypedText {
public:
    explicit TypedText(const QString& text = {});
    [[nodiscard]] bool isEmpty() const { return parts_.empty(); }
    /// UTF-8 fields; ASCII letters are compared without case.
    [[nodiscard]] bool matches(std::initializer_list<std::string_view> fields) const;

private:
    std::vector<std::string> parts_;
};

} // namespace chengyun::console
