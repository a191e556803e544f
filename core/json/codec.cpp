#include "core/json/codec.h"

namespace chengyun::json {

Result<boost::json::value> parse(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = 32;
    boost::system::error_code error;
    auto value = boost::json::parse(text, error, {}, options);
    if (error)
        return fail(FailureKind::malformed, {}, "not JSON: " + error.message());
    return value;
}

} // namespace chengyun::json
