// Cameras, microphones and loudspeakers of this machine, plugged in and out while it runs.
#pragma once

#include <QObject>
#include <QString>
#include <QVariantList>

#include <memory>

typedef struct _GstElement GstElement; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::console {

/// GUI thread. Looks from the first time that somebody asks; what is there is known a moment later.
class MediaDevices : public QObject {
    Q_OBJECT
    /// {id, name} each, in the machine's order.
    Q_PROPERTY(QVariantList cameras READ cameras NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList microphones READ microphones NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList speakers READ speakers NOTIFY changed FINAL)

public:
    enum class Kind { camera, microphone, speaker };

    explicit MediaDevices(QObject* parent = nullptr);
    ~MediaDevices() override;

    [[nodiscard]] QVariantList cameras();
    [[nodiscard]] QVariantList microphones();
    [[nodiscard]] QVariantList speakers();
    /// What is there is known.
    [[nodiscard]] bool isReady() const;
    /// The chosen one, for an empty id any.
    [[nodiscard]] bool has(Kind kind, const QString& id);
    /// A new element of the chosen one, for an empty id of the first; null where there is none.
    [[nodiscard]] GstElement* make(Kind kind, const QString& id);

Q_SIGNALS:
    void changed();

private:
    struct Impl;
    void begin();

    std::shared_ptr<Impl> impl_;
};

} // namespace chengyun::console
