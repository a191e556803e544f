// JSON of the vocabulary's types, compiled once in codecs.cpp: each is a walk over all its members,
// and would otherwise be made anew in every file that reads or writes one. Include this, not only
// core/json/codec.h, where such a type becomes text or comes from it.
#pragma once

#include "core/json/codec.h"
#include "core/wire/commands.h"

namespace chengyun::json {

// clang-format off
// NOLINTBEGIN(bugprone-macro-parentheses): a type cannot stand in parentheses
#define CHENGYUN_CODEC(declared, Type)                                                             \
    declared template Result<Type> detail::decode<Type>(const boost::json::value&, const detail::Path&, Unknown); \
    declared template void append<Type>(std::string&, const Type&);
#define CHENGYUN_CODECS(declared)      \
    CHENGYUN_CODEC(declared, Area)     \
    CHENGYUN_CODEC(declared, Unit)     \
    CHENGYUN_CODEC(declared, Resource) \
    CHENGYUN_CODEC(declared, Order)    \
    CHENGYUN_CODEC(declared, Assignment) \
    CHENGYUN_CODEC(declared, Report)   \
    CHENGYUN_CODEC(declared, Supervision) \
    CHENGYUN_CODEC(declared, Account)  \
    CHENGYUN_CODEC(declared, Duty)     \
    CHENGYUN_CODEC(declared, Change)   \
    CHENGYUN_CODEC(declared, Entry)    \
    CHENGYUN_CODEC(declared, Done)     \
    CHENGYUN_CODEC(declared, Snapshot) \
    CHENGYUN_CODEC(declared, IssueOrder) \
    CHENGYUN_CODEC(declared, ActOnAssignment) \
    CHENGYUN_CODEC(declared, Problem)
// NOLINTEND(bugprone-macro-parentheses)
// clang-format on

CHENGYUN_CODECS(extern)

} // namespace chengyun::json
