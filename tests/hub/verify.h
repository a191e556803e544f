// Checks of Results that say what went wrong.
#pragma once

#include "core/json/codec.h"

#include <QtTest>

namespace chengyun::test {

inline QByteArray show(const Failure& failure) {
    return QByteArray::fromStdString(std::string(json::name_of(failure.kind)) + " [" +
                                     failure.field + "] " + failure.detail);
}

} // namespace chengyun::test

#define VERIFY_OK(result)                                                                          \
    do {                                                                                           \
        auto&& taken = (result);                                                                   \
        QVERIFY2(taken.has_value(),                                                                \
                 taken.has_value() ? "" : chengyun::test::show(taken.error()).constData());        \
    } while (false)

#define VERIFY_REFUSED(result, expected)                                                           \
    do {                                                                                           \
        auto&& refused = (result);                                                                 \
        QVERIFY(refused.has_error());                                                              \
        QVERIFY2(refused.error().kind == chengyun::FailureKind::expected,                          \
                 chengyun::test::show(refused.error()).constData());                               \
    } while (false)
