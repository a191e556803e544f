// What the duty tests are made of: short names for ids, and times of a district at UTC+8.
#pragma once

#include "core/duty/problems.h"
#include "tests/core/describe.h"
#include "tests/support/wuhan.h"

#include <QByteArray>
#include <QString>

namespace chengyun::sample {

/// A UUIDv7 that ends in the name's bytes, as hex digits: the same name is the same id.
inline std::string id(const char* name) {
    const auto digits = QByteArray(name).toHex().right(12).rightJustified(12, '0');
    return "01900000-0000-7000-8000-" + digits.toStdString();
}
/// The name again, for what a test says.
inline QByteArray name_of(const std::string& id) {
    auto bytes = QByteArray::fromHex(QByteArray::fromStdString(id).right(12));
    while (bytes.startsWith('\0'))
        bytes.remove(0, 1);
    return bytes;
}

/// "2026-02-01 08:30", local.
inline Instant at(const char* text) {
    const QByteArray bytes(text);
    const auto day = day_of(bytes.left(10).toStdString());
    return Calendar({}, sample::wuhan)
        .at(*day, bytes.mid(11, 2).toInt() * 60 + bytes.mid(14, 2).toInt());
}
inline QByteArray said(Instant instant) {
    const Calendar calendar({}, sample::wuhan);
    const auto day = calendar.day(instant);
    const auto minute = calendar.minute(instant);
    return QByteArray::fromStdString(text_of(day)).mid(5) +
           QStringLiteral(" %1:%2")
               .arg(minute / 60, 2, 10, QLatin1Char('0'))
               .arg(minute % 60, 2, 10, QLatin1Char('0'))
               .toLatin1();
}

inline Post post(const char* name, PostKind kind = PostKind::dispatcher) {
    Post post;
    post.id = id(name);
    post.kind = kind;
    post.name = name;
    return post;
}
inline Person person(const char* name) {
    Person person;
    person.id = id(name);
    person.name = name;
    return person;
}
inline Shift shift(const char* name, const char* post, const char* person, const char* from,
                   const char* to) {
    Shift shift;
    shift.id = id(name);
    shift.post = id(post);
    shift.person = *person ? id(person) : std::string();
    shift.start = at(from);
    shift.end = at(to);
    return shift;
}
inline Leave leave(const char* person, const char* from, const char* to,
                   RequestState state = RequestState::approved) {
    Leave leave;
    leave.id = id("leave");
    leave.person = id(person);
    leave.reason = "because";
    leave.start = at(from);
    leave.end = at(to);
    leave.state = state;
    return leave;
}

/// Every enumerator.
template <class E>
std::vector<E> all() {
    std::vector<E> values;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto d) { values.push_back(d.value); });
    return values;
}

} // namespace chengyun::sample
