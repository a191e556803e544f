#include "app/map/mbtiles.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace chengyun::console {

Result<std::unique_ptr<Mbtiles>> Mbtiles::open(const QString& file) {
    if (!QFileInfo(file).isFile())
        return fail(FailureKind::not_found, "url", "no such file");
    std::unique_ptr<Mbtiles> tiles(new Mbtiles);
    tiles->connection_ = QUuid::createUuid().toString();
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), tiles->connection_);
    database.setDatabaseName(file);
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
    if (!database.open())
        return fail(FailureKind::unavailable, "url", database.lastError().text().toStdString());
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SELECT value FROM metadata WHERE name = 'format'")))
        return fail(FailureKind::wrong_type, "url", "not an MBTiles file");
    const QString format = query.next() ? query.value(0).toString() : QStringLiteral("png");
    if (format == u"png")
        tiles->type_ = "image/png";
    else if (format == u"jpg" || format == u"jpeg")
        tiles->type_ = "image/jpeg";
    else if (format == u"webp")
        tiles->type_ = "image/webp";
    else
        return fail(FailureKind::wrong_type, "url", "only MBTiles with png, jpg or webp pictures");
    return tiles;
}

Mbtiles::~Mbtiles() {
    QSqlDatabase::removeDatabase(connection_);
}

TileSource::GiveUp Mbtiles::tile(TileKey key, Done done) {
    done(read(key));
    return {};
}

Result<Tile> Mbtiles::read(TileKey key) const {
    QSqlQuery query(QSqlDatabase::database(connection_, false));
    query.prepare(QStringLiteral(
        "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"));
    query.addBindValue(key.z);
    query.addBindValue(key.x);
    // MBTiles counts rows from the south (TMS).
    query.addBindValue((1 << key.z) - 1 - key.y);
    if (!query.exec())
        return fail(FailureKind::corrupt, "tile", query.lastError().text().toStdString());
    if (!query.next())
        return fail(FailureKind::not_found, "tile");
    return Tile{query.value(0).toByteArray(), type_};
}

} // namespace chengyun::console
