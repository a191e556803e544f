// How a test names what core's values and failures are.
#pragma once

#include "core/json/codec.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace chengyun {

template <class E>
QByteArray name(E value) {
    const auto text = json::name_of(value);
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// "wrong_state act", or "ok".
template <class R>
QByteArray outcome(const R& result) {
    if (result.has_value())
        return "ok";
    const Failure failure = result.error();
    return name(failure.kind) + " " + QByteArray::fromStdString(failure.field);
}

} // namespace chengyun
