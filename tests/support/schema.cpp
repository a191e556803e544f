#include "tests/support/schema.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUuid>

namespace chengyun::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject resolve(const QJsonObject& document, const QString& reference) {
    QJsonValue at = document;
    for (const auto& part : reference.mid(2).split(u'/'))
        at = at.toObject().value(part);
    return at.toObject();
}

bool isOfType(const QString& type, const QJsonValue& value) {
    if (type == "object"_L1)
        return value.isObject();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "string"_L1)
        return value.isString();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "number"_L1)
        return value.isDouble();
    return type == "integer"_L1 && value.isDouble() &&
           value.toDouble() == static_cast<double>(value.toInteger());
}

} // namespace

QString schemaFault(const QJsonObject& document, const QJsonObject& schema, const QJsonValue& value,
                    const QString& path) {
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        const auto name = it.key();
        const QJsonValue rule = it.value();
        if (name == "$ref"_L1) {
            const auto target = resolve(document, rule.toString());
            if (target.isEmpty())
                return path + ": no such schema "_L1 + rule.toString();
            if (auto fault = schemaFault(document, target, value, path); !fault.isEmpty())
                return fault;
        } else if (name == "type"_L1) {
            if (!isOfType(rule.toString(), value))
                return path + ": expected "_L1 + rule.toString();
        } else if (name == "enum"_L1) {
            if (!rule.toArray().contains(value))
                return path + ": none of the listed values"_L1;
        } else if (name == "required"_L1) {
            for (const auto& required : rule.toArray())
                if (!value.toObject().contains(required.toString()))
                    return path + u'.' + required.toString() + ": missing"_L1;
        } else if (name == "properties"_L1) {
            const auto object = value.toObject();
            for (const auto& property : rule.toObject().keys()) {
                if (!object.contains(property))
                    continue;
                auto fault = schemaFault(document, rule[property].toObject(), object[property],
                                         path + u'.' + property);
                if (!fault.isEmpty())
                    return fault;
            }
        } else if (name == "additionalProperties"_L1) {
            const auto known = schema["properties"_L1].toObject();
            const auto object = value.toObject();
            for (const auto& property : object.keys()) {
                if (known.contains(property))
                    continue;
                const auto where = path + u'.' + property;
                if (rule.isBool() && !rule.toBool())
                    return where + ": not described"_L1;
                if (rule.isObject())
                    if (auto fault =
                            schemaFault(document, rule.toObject(), object[property], where);
                        !fault.isEmpty())
                        return fault;
            }
        } else if (name == "items"_L1) {
            const auto list = value.toArray();
            for (qsizetype i = 0; i < list.size(); ++i)
                if (auto fault = schemaFault(document, rule.toObject(), list[i],
                                             path + u'[' + QString::number(i) + u']');
                    !fault.isEmpty())
                    return fault;
        } else if (name == "maxLength"_L1) { // counts code points (JSON Schema 2020-12 §6.3.1)
            if (value.toString().toUcs4().size() > rule.toInt())
                return path + ": too long"_L1;
        } else if (name == "pattern"_L1) {
            if (!QRegularExpression(rule.toString()).match(value.toString()).hasMatch())
                return path + ": not of the pattern"_L1;
        } else if (name == "format"_L1) {
            if (rule == "uuid"_L1 && QUuid::fromString(value.toString()).isNull())
                return path + ": not a UUID"_L1;
        } else if (name == "minimum"_L1) {
            if (value.toDouble() < rule.toDouble())
                return path + ": too small"_L1;
        } else if (name == "maximum"_L1) {
            if (value.toDouble() > rule.toDouble())
                return path + ": too large"_L1;
        } else if (name == "minItems"_L1) {
            if (value.toArray().size() < rule.toInt())
                return path + ": too few"_L1;
        } else if (name == "maxItems"_L1) {
            if (value.toArray().size() > rule.toInt())
                return path + ": too many"_L1;
        } else if (name == "minLength"_L1) {
            if (value.toString().size() < rule.toInt())
                return path + ": too short"_L1;
        } else if (name != "description"_L1) {
            return path + ": the validator does not know "_L1 + name;
        }
    }
    return {};
}

} // namespace chengyun::test
