// Templates of orders: prepared words, level and limits for an event class.
#pragma once

#include "core/order/order.h"
#include "core/result.h"

#include <QString>

#include <string>
#include <vector>

namespace chengyun::console {

struct OrderTemplate {
    std::string key;
    std::string kind; ///< event class
    Level level = Level::IV;
    TimeLimits limits;
    std::string name_zh, name_en;
    std::string title_zh, title_en;
    std::string text_zh, text_en;
};
BOOST_DESCRIBE_STRUCT(OrderTemplate, (),
                      (key, kind, level, limits, name_zh, name_en, title_zh, title_en, text_zh,
                       text_en))

/// Those that come with the program (resources/templates/*.json).
[[nodiscard]] Result<std::vector<OrderTemplate>> builtInTemplates();
/// A JSON list of templates.
[[nodiscard]] Result<std::vector<OrderTemplate>> readTemplates(const QByteArray& json);

} // namespace chengyun::console
