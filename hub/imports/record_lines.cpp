#include "hub/imports/table.h"

namespace chengyun::hub {

// OGR tells records, not lines. It ends a record at a line break outside quotation marks and leaves
// out empty lines; so does this.
std::vector<std::int64_t> record_lines(std::string_view csv) {
    std::vector<std::int64_t> lines;
    std::int64_t line = 1;
    std::int64_t begin = 1;
    bool quoted = false;
    bool empty = true;
    const auto end_record = [&] {
        if (!empty)
            lines.push_back(begin);
        begin = line + 1;
        empty = true;
    };
    for (const char c : csv) {
        if (c == '\n') {
            if (!quoted)
                end_record();
            ++line;
            continue;
        }
        if (c == '"')
            quoted = !quoted;
        if (c != '\r')
            empty = false;
    }
    end_record();
    if (!lines.empty())
        lines.erase(lines.begin()); // the header
    return lines;
}

} // namespace chengyun::hub
