// The description of the interface (OpenAPI 3.1), made from the routes and the types they name.
// hub/http/openapi.json is what tests/hub/http writes of it; the hub serves that file.
#pragma once

#include "core/result.h"
#include "hub/http/router.h"

#include <boost/json/object.hpp>

#include <string>

namespace chengyun::hub {

/// `frame` (hub/http/api_frame.json) has what no route and no type says; paths and schemas go into
/// it. `notes` (each folder's api_notes.json) says of types what C++ does not: by type and member
/// what is added to its schema, the empty member being the type itself:
///     {"Order": {"id": {"format": "uuid"}, "": {"description": "…"}}}
/// `"required": true` is said of a list that is always there, since lists may be absent where
/// empty. Fails with `unknown_field` for a note on a type or member that is not there, with
/// `conflict` for two types of one name, and with `missing_field` for a kind of entity that nobody
/// describes.
[[nodiscard]] Result<boost::json::object> describe_interface(const Router& router,
                                                             boost::json::object frame,
                                                             const boost::json::object& notes);

/// For people and for diffs: a member a line, one space a level.
[[nodiscard]] std::string indented(const boost::json::value& value);

} // namespace chengyun::hub
