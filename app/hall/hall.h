// Everything the window is given, made once and in order.
#pragma once

#include "core/result.h"

#include <QString>
#include <QUrl>
#include <QVariantMap>

#include <memory>

namespace chengyun::console {

class AreaOutlines;
class Languages;
class Session;
class TileServer;

struct HallOptions {
    QString stateFolder;    ///< what must survive: outbox, drafts, settings
    QString cacheFolder;    ///< what may be lost: last known hall, photos, tiles
    QString mapSourcesFile; ///< TOML; none when empty
    QString version;
};

/// GUI thread. Lives as long as the window.
class Hall {
public:
    /// Fails when the state folder cannot be made or the tile server cannot start. What is optional
    /// and wrong is left out: TileServer::leftOut says which maps.
    [[nodiscard]] static Result<std::unique_ptr<Hall>> make(const HallOptions& options,
                                                            Languages& languages);
    ~Hall();
    Hall(const Hall&) = delete;
    Hall& operator=(const Hall&) = delete;

    /// For QQmlApplicationEngine::setInitialProperties: the required properties of Main.qml.
    [[nodiscard]] QVariantMap properties() const;
    [[nodiscard]] Session& session();
    [[nodiscard]] AreaOutlines& outlines();
    [[nodiscard]] TileServer& tiles();

private:
    Hall();
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace chengyun::console
