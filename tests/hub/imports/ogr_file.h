// Spreadsheets and databases for tests, written by GDAL.
#pragma once

#include <gdal.h>
#include <ogr_api.h>

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace chengyun::hub {

using Cell = std::variant<std::string, double>;

struct Sheet {
    std::string name;
    std::vector<std::string> headings;
    std::vector<std::vector<Cell>> rows; ///< a column is of one type, the first row's
};

/// False when GDAL could not.
inline bool write_ogr(const char* driver, const std::filesystem::path& file,
                      const std::vector<Sheet>& sheets) {
    GDALAllRegister();
    auto* made = GDALGetDriverByName(driver);
    auto* dataset = made ? GDALCreate(made, file.c_str(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr;
    if (!dataset)
        return false;
    for (const auto& sheet : sheets) {
        auto* layer =
            GDALDatasetCreateLayer(dataset, sheet.name.c_str(), nullptr, wkbNone, nullptr);
        for (std::size_t i = 0; i < sheet.headings.size(); ++i) {
            const bool is_text = std::holds_alternative<std::string>(sheet.rows.at(0).at(i));
            auto* field = OGR_Fld_Create(sheet.headings[i].c_str(), is_text ? OFTString : OFTReal);
            OGR_L_CreateField(layer, field, TRUE);
            OGR_Fld_Destroy(field);
        }
        for (const auto& row : sheet.rows) {
            auto* feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
            for (std::size_t i = 0; i < row.size(); ++i) {
                const int field = static_cast<int>(i);
                if (const auto* text = std::get_if<std::string>(&row[i]))
                    OGR_F_SetFieldString(feature, field, text->c_str());
                else
                    OGR_F_SetFieldDouble(feature, field, std::get<double>(row[i]));
            }
            if (OGR_L_CreateFeature(layer, feature) != OGRERR_NONE)
                return false;
            OGR_F_Destroy(feature);
        }
    }
    return GDALClose(dataset) == CE_None;
}

} // namespace chengyun::hub
