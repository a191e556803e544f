#include "app/alarm/sound.h"

#include <QAudioDevice>
#include <QLoggingCategory>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

/// In a static library nobody but us asks for the resource. Outside every namespace, because that
/// is where Qt declares the function.
static void useSounds() {
    Q_INIT_RESOURCE(sounds);
}

Q_LOGGING_CATEGORY(lcSound, "chengyun.alarm.sound")

namespace chengyun::console {
namespace {

class Speaker : public Sound {
public:
    Speaker() {
        useSounds();
        calm_.setSource(QUrl(QStringLiteral("qrc:/chengyun/sounds/bell.wav")));
        urgent_.setSource(QUrl(QStringLiteral("qrc:/chengyun/sounds/urgent.wav")));
        for (auto* effect : {&calm_, &urgent_})
            connect(effect, &QSoundEffect::statusChanged, this, [this, effect] {
                if (effect->status() == QSoundEffect::Error) {
                    qCInfo(lcSound) << "cannot be played:" << effect->source();
                    broken_ = true;
                    Q_EMIT availableChanged();
                }
            });
        connect(&devices_, &QMediaDevices::audioOutputsChanged, this, [this] {
            broken_ = false;
            const auto device = QMediaDevices::defaultAudioOutput();
            calm_.setAudioDevice(device);
            urgent_.setAudioDevice(device);
            Q_EMIT availableChanged();
        });
    }

    void play(bool urgent) override {
        if (!isAvailable())
            return;
        stop();
        (urgent ? urgent_ : calm_).play();
    }

    void stop() override {
        calm_.stop();
        urgent_.stop();
    }

    bool isAvailable() const override {
        return !broken_ && !QMediaDevices::defaultAudioOutput().isNull();
    }

private:
    QMediaDevices devices_;
    QSoundEffect calm_, urgent_;
    bool broken_ = false;
};

} // namespace

std::unique_ptr<Sound> makeSpeaker() {
    return std::make_unique<Speaker>();
}

} // namespace chengyun::console
