// The sound of the bell, behind a seam, so that tests count rings and a machine without an audio
// device says so.
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace chengyun::console {

/// GUI thread.
class Sound : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void play(bool urgent) = 0;
    virtual void stop() = 0;
    /// False where nobody would hear anything.
    [[nodiscard]] virtual bool isAvailable() const = 0;

Q_SIGNALS:
    void availableChanged();
};

/// Our own two WAV files through the default audio output; follows devices that come and go.
[[nodiscard]] std::unique_ptr<Sound> makeSpeaker();

} // namespace chengyun::console
