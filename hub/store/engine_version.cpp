#include "hub/store/engine_version.h"

#include <sqlite3.h>

namespace chengyun::hub {

std::string_view engine_version() {
    return sqlite3_libversion();
}

} // namespace chengyun::hub
