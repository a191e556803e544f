// What the search looks through, and how a thing that was found is shown.
#pragma once

#include "core/resource/resource.h"

#include <QString>

#include <string>

namespace chengyun::console {

/// One thing that can be found. Texts are UTF-8.
struct Findable {
    std::string kind; ///< "order"; a kind belongs to one capability
    std::string id;
    std::string name;
    std::string code;     ///< the owner's code, an order's number, an area code
    std::string initials; ///< pinyin initials, lower case
    std::string pinyin;   ///< full pinyin where known, lower case
    int weight = 0;       ///< added to the score: what is used more comes first
};

/// One row of what was found, in the language of the screen.
struct FoundLook {
    QString title;
    QString subtitle;
    QString kindName;
    QString icon = QStringLiteral("search");
    QString layer; ///< the map layer whose colour the icon takes; empty: none
    Level level = Level::none;
};

} // namespace chengyun::console
