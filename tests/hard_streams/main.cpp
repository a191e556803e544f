// hard_cameras COUNT: cameras that misbehave when they are told to. Prints one line of JSON, the
// addresses. Then each line of its input, "CAMERA DO [VALUE]", is done and answered with a line,
// {"plays":…} of all cameras so far. It ends with its input.
//
//   3 manner stamps_jump_ahead   as hard_manners.h names them; closes all connections
//   3 next                       the next clip: another size, another codec, the first one
//   3 stop / 3 start             is gone / is there again
//   3 loss 0.05                  of packets; 0 ends it
//   3 reorder 0.1                of packets; 0 ends it
//   3 freeze / 3 thaw            says nothing / goes on
//   3 half_open / 3 whole        takes connections and is silent / answers; those that were silent
//   end 3 hang_up                    closes all connections
#include "tests/hard_streams/hard_camera.h"
#include "tests/hard_streams/hard_manners.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cstdio>
#include <memory>
#include <vector>

#include <unistd.h>

using namespace chengyun::test;

namespace {

void print(const QJsonObject& object) {
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

struct Told {
    std::unique_ptr<HardCamera> camera;
    HardNetwork network;
};

bool act(Told& told, const QByteArray& what, const QByteArray& value, const HardClips& clips) {
    auto& [camera, network] = told;
    if (what == "manner")
        camera->set_manner(hard_manner(value, clips));
    else if (what == "next")
        camera->go_on();
    else if (what == "stop")
        camera->hang_up(false);
    else if (what == "start")
        return camera->open();
    else if (what == "hang_up")
        camera->hang_up(true);
    else if (what == "loss")
        network.loss = value.toDouble();
    else if (what == "reorder")
        network.reordered = value.toDouble();
    else if (what == "freeze" || what == "thaw")
        network.frozen = what == "freeze";
    else if (what == "half_open" || what == "whole")
        network.half_open = what == "half_open";
    else if (!what.isEmpty())
        return false;
    camera->set_network(network);
    if (what == "half_open")
        camera->forget_viewers();
    else if (what == "whole")
        camera->hang_up(true);
    return true;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 1;
    const auto clips = record_hard_clips();
    if (!clips) {
        std::fprintf(stderr, "hard_cameras: %s\n", clips.error().detail.c_str());
        return 1;
    }
    std::vector<Told> cameras;
    QJsonArray addresses;
    for (int i = 0; i < count; ++i) {
        cameras.push_back({std::make_unique<HardCamera>(hard_manner("usual", *clips)), {}});
        cameras.back().camera->set_seed(static_cast<unsigned>(i + 1));
        if (!cameras.back().camera->open())
            return 1;
        addresses.append(cameras.back().camera->address());
    }
    print({{QStringLiteral("addresses"), addresses}});
    QByteArray pending;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &app, [&] {
        char bytes[4096];
        const auto got = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (got <= 0)
            return QCoreApplication::quit();
        pending.append(bytes, got);
        for (auto end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
            const auto words = pending.first(end).simplified().split(' ');
            pending.remove(0, end + 1);
            const auto number = words.value(0).toInt();
            if (number < 0 || number >= count ||
                !act(cameras[static_cast<std::size_t>(number)], words.value(1), words.value(2),
                     *clips))
                std::fprintf(stderr, "hard_cameras: not understood: %s\n",
                             words.join(' ').constData());
            int plays = 0;
            for (const auto& one : cameras)
                plays += one.camera->plays();
            print({{QStringLiteral("plays"), plays}});
        }
    });
    return QCoreApplication::exec();
}
