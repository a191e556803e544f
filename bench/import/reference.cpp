#include "bench/import/reference.h"

#include <gdal.h>
#include <gdal_utils.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace chengyun::bench {

namespace {

// ogr2ogr -f GPKG -a_srs EPSG:4326 -oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat OUT IN
bool convert(const std::string& csv, const std::string& geopackage) {
    GDALAllRegister();
    const char* drivers[] = {"CSV", nullptr};
    const char* open[] = {"X_POSSIBLE_NAMES=lon", "Y_POSSIBLE_NAMES=lat", nullptr};
    GDALDatasetH from =
        GDALOpenEx(csv.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, open, nullptr);
    if (!from)
        return false;
    std::string words[] = {"-f", "GPKG", "-a_srs", "EPSG:4326"};
    char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(),
                         nullptr};
    auto* options = GDALVectorTranslateOptionsNew(arguments, nullptr);
    int mistaken = 0;
    GDALDatasetH to =
        GDALVectorTranslate(geopackage.c_str(), nullptr, 1, &from, options, &mistaken);
    GDALVectorTranslateOptionsFree(options);
    if (to)
        GDALClose(to);
    GDALClose(from);
    return to && !mistaken;
}

double seconds(timeval time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

} // namespace

double convert_cpu_s(const std::string& csv, const std::string& geopackage) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(convert(csv, geopackage) ? 0 : 1);
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child || status != 0)
        return -1;
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace chengyun::bench
