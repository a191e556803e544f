#include "media/demo/cameras.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace chengyun::media {

namespace {

bool looks_like_clip(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 4> endings{".mp4", ".mov", ".mkv", ".m4v"};
    auto ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::ranges::find(endings, ending) != endings.end();
}

} // namespace

Result<DemoCameras> make_demo_cameras(const std::filesystem::path& folder, int count) {
    DemoCameras out;
    std::vector<std::shared_ptr<const Clip>> clips;
    if (!folder.empty()) {
        std::error_code error;
        std::vector<std::filesystem::path> files;
        // By hand: the iterator's own step throws where a file goes away meanwhile.
        for (std::filesystem::directory_iterator item(folder, error), end; !error && item != end;
             item.increment(error))
            if (std::error_code none; looks_like_clip(item->path())) {
                // A link that leads nowhere is told, and holds up none of the others.
                const auto status = item->status(none);
                if (std::filesystem::is_regular_file(status))
                    files.push_back(item->path());
                else if (!std::filesystem::exists(status))
                    out.refused.push_back(fail(FailureKind::not_found, item->path().filename(),
                                               none ? none.message() : "it is gone"));
            }
        if (error)
            return fail(FailureKind::not_found, folder.string(), error.message());
        std::ranges::sort(files);
        for (const auto& file : files) {
            auto clip = Clip::load(file);
            if (clip)
                clips.push_back(std::make_shared<const Clip>(std::move(*clip)));
            else
                out.refused.push_back(clip.error());
        }
    }
    for (int number = 1; number <= count; ++number) {
        DemoCamera camera;
        camera.path = "/demo/" + std::to_string(number);
        camera.number = number;
        if (!clips.empty()) {
            const auto turn = static_cast<std::size_t>(number - 1);
            camera.clip = clips[turn % clips.size()];
            // Golden-ratio steps spread any number of starts evenly.
            const auto round = turn / clips.size(); // whole rounds over the clips
            const double steps = 0.6180339887 * static_cast<double>(round);
            camera.start = steps - static_cast<double>(static_cast<long>(steps));
        }
        out.cameras.push_back(std::move(camera));
    }
    return out;
}

} // namespace chengyun::media
