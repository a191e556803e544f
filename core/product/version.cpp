#include "core/product/version.h"

namespace chengyun {

std::string
version_text(std::string_view program,
             std::initializer_list<std::pair<std::string_view, std::string_view>> libraries) {
    std::string text(program);
    text += ' ';
    text += product_version();
    text += "\ncommit ";
    text += build_commit();
    text += '\n';
    for (const auto& [name, version] : libraries) {
        text += name;
        text += ' ';
        text += version;
        text += '\n';
    }
    return text;
}

} // namespace chengyun
