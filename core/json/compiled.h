// JSON of a type, compiled once: it is a walk over all members, and would otherwise be made anew in
// every file that reads or writes a value. A capability declares it for its types in
// <name>_codec.h; include that where such a type becomes text or comes from it.
#pragma once

#include "core/json/codec.h"

// clang-format off
// NOLINTBEGIN(bugprone-macro-parentheses): a type cannot stand in parentheses
#define CHENGYUN_CODEC_(declared, Type)                                                            \
    declared template Result<Type> json::detail::decode<Type>(const boost::json::value&, const json::detail::Path&, json::Unknown); \
    declared template void json::append<Type>(std::string&, const Type&);
// NOLINTEND(bugprone-macro-parentheses)
// clang-format on

/// In namespace chengyun: in the header …
#define CHENGYUN_DECLARE_CODEC(Type) CHENGYUN_CODEC_(extern, Type)
/// … and in one source file.
#define CHENGYUN_CODEC(Type) CHENGYUN_CODEC_(, Type)
