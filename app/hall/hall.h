// Everything the window is given, made once and in order: what all capabilities share, then each of
// them.
#pragma once

#include "app/capability/capability.h"
#include "core/result.h"

#include <QQmlPropertyMap>
#include <QString>
#include <QVariantMap>

#include <memory>

namespace chengyun::console {

class Languages;
class Session;
class TileServer;

struct HallOptions {
    QString stateFolder;    ///< what must survive: outbox, drafts, settings
    QString cacheFolder;    ///< what may be lost: last known hall, photos, tiles
    QString mapSourcesFile; ///< TOML; none when empty
    QString version;
};

/// GUI thread. Lives as long as the window, which has it as `hall`. Its properties: languages,
/// session, ownPassword, screenLock, clock, outbox, photos, tiles, mapFeed, settingsFile, version,
/// capabilities (the list), and each capability under its own name (`hall.NAME`).
class Hall : public QQmlPropertyMap {
    Q_OBJECT
public:
    /// Fails when the state folder cannot be made or the tile server cannot start. What is optional
    /// and wrong is left out: TileServer::leftOut says which maps.
    [[nodiscard]] static Result<std::unique_ptr<Hall>> make(const HallOptions& options,
                                                            Languages& languages);
    ~Hall() override;

    /// For QQmlApplicationEngine::setInitialProperties: the required properties of Main.qml.
    [[nodiscard]] QVariantMap properties();
    [[nodiscard]] Session& session();

private:
    Hall(const HallOptions& options, Languages& languages, std::unique_ptr<TileServer> server);
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace chengyun::console
