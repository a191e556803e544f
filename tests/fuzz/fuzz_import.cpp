// Hostile files: the first byte says as what they come. What is judged good must be within the
// rules that every other way in has.
#include "core/geo/projection.h"
#include "core/resource/resource.h"
#include "hub/imports/geopackage.h"
#include "hub/imports/import.h"
#include "hub/imports/import_map.h"
#include "hub/imports/judge.h"
#include "hub/imports/sheet_size.h"
#include "hub/imports/table.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace chengyun;
using namespace chengyun::hub;

namespace {

/// Names as short as a fuzzer finds them.
const ImportMap& short_map() {
    static const ImportMap map = *parse_import_map(R"(
layer = "shelter"
[columns]
name = "n"
x = "x"
y = "y"
capacity = "c"
[attributes]
rest = "r"
[[kind]]
value = "other"
)");
    return map;
}

/// What is taken keeps the rules of every other way in; what is not taken is told.
void judge(const Table& table) {
    const auto columns = Columns::bind(short_map(), table);
    if (!columns)
        return;
    static const Projection projection = *Projection::from("EPSG:4326");
    PreparedImport out;
    ImportRequest request;
    request.accept_swaps = table.rows.size() % 2 == 0;
    judge_resources(table, short_map(), *columns, projection, request, out);
    for (const auto& resource : out.resources)
        if (!check(resource)) {
            std::fprintf(stderr, "a resource was taken that breaks the rules\n");
            std::abort();
        }
    if (out.resources.size() + static_cast<std::size_t>(out.report.refused) != table.rows.size()) {
        std::fprintf(stderr, "a row is neither taken nor refused\n");
        std::abort();
    }
}

/// What is looked for in files before GDAL opens them; GDAL itself is not fuzzed here.
bool look_into(unsigned char choice, std::string bytes) {
    ImportLimits limits;
    limits.bytes = 1U << 20;
    limits.rows = 1000;
    if (choice == 'x' || choice == 'o')
        static_cast<void>(
            check_sheets(bytes, choice == 'x' ? Workbook::xlsx : Workbook::ods, limits));
    else if (choice == 'g')
        static_cast<void>(check_geopackage(bytes));
    else
        return false;
    return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (look_into(data[0], bytes))
        return 0;
    constexpr std::array names = {"file.csv", "file.geojson", "file.json"};
    const auto choice = data[0] % (names.size() + 1);
    if (choice == names.size()) {
        static_cast<void>(parse_import_map(bytes));
        return 0;
    }
    ImportLimits limits;
    limits.bytes = 1U << 20;
    limits.rows = 1000;
    limits.points = 10'000;
    const auto table =
        read_table_bytes(bytes, names.at(choice), {data[0] & 0x80 ? "GB18030" : "", {}}, limits);
    if (!table)
        return 0;
    if (table->rows.size() > limits.rows || table->columns.size() > limits.fields) {
        std::fprintf(stderr, "a table beyond its limits\n");
        std::abort();
    }
    for (const auto& row : table->rows) {
        if (row.values.size() != table->columns.size()) {
            std::fprintf(stderr, "a row of another width than the table\n");
            std::abort();
        }
    }
    judge(*table);
    return 0;
}
