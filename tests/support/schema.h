// As much of JSON Schema as the hub's description uses: type, properties, required,
// additionalProperties, items, enum, pattern, format uuid, minimum, maximum, minItems, minLength,
// $ref. A keyword it does not know is a fault, so that the description cannot say what nobody
// checks.
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

namespace chengyun::test {

/// Empty when `value` satisfies the schema; else where it does not, and why. `document` is what
/// $ref points into.
[[nodiscard]] QString schemaFault(const QJsonObject& document, const QJsonObject& schema,
                                  const QJsonValue& value,
                                  const QString& path = QStringLiteral("$"));

} // namespace chengyun::test
