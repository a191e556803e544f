#include "app/alarm/sound.h"

#include <QAudioDevice>
#include <QLoggingCategory>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QTimer>
#include <QUrl>

/// In a static library nobody but us asks for the resource. Outside every namespace, because that
/// is where Qt declares the function.
static void useSounds() {
    Q_INIT_RESOURCE(sounds);
}

Q_LOGGING_CATEGORY(lcSound, "chengyun.alarm.sound")

namespace chengyun::console {
namespace {

/// Long enough that a start does not wait for it: it loads libraries and asks the machine's sound
/// server.
constexpr int openAfterMs = 3000;

/// What is heard, once the devices have been looked for.
struct Output {
    QMediaDevices devices;
    QSoundEffect calm, urgent;
    bool broken = false;
};

class Speaker : public Sound {
public:
    Speaker() {
        QTimer::singleShot(openAfterMs, this, [this] { (void)open(); });
    }

    void play(bool urgent) override {
        auto& output = open();
        if (!isAvailable())
            return;
        stop();
        (urgent ? output.urgent : output.calm).play();
    }

    void stop() override {
        if (!output_)
            return;
        output_->calm.stop();
        output_->urgent.stop();
    }

    /// Until somebody has looked, there is one.
    bool isAvailable() const override {
        return !output_ || (!output_->broken && !QMediaDevices::defaultAudioOutput().isNull());
    }

private:
    Output& open() {
        if (output_)
            return *output_;
        useSounds();
        output_ = std::make_unique<Output>();
        auto& output = *output_;
        output.calm.setSource(QUrl(QStringLiteral("qrc:/chengyun/sounds/bell.wav")));
        output.urgent.setSource(QUrl(QStringLiteral("qrc:/chengyun/sounds/urgent.wav")));
        for (auto* effect : {&output.calm, &output.urgent})
            connect(effect, &QSoundEffect::statusChanged, this, [this, effect] {
                if (effect->status() == QSoundEffect::Error) {
                    qCInfo(lcSound) << "cannot be played:" << effect->source();
                    output_->broken = true;
                    Q_EMIT availableChanged();
                }
            });
        connect(&output.devices, &QMediaDevices::audioOutputsChanged, this, [this] {
            output_->broken = false;
            const auto device = QMediaDevices::defaultAudioOutput();
            output_->calm.setAudioDevice(device);
            output_->urgent.setAudioDevice(device);
            Q_EMIT availableChanged();
        });
        Q_EMIT availableChanged();
        return output;
    }

    std::unique_ptr<Output> output_;
};

} // namespace

std::unique_ptr<Sound> makeSpeaker() {
    return std::make_unique<Speaker>();
}

} // namespace chengyun::console
