#include "app/map/map_sources.h"

#include "app/map/tile.h"
#include "core/text/limits.h"
#include "core/toml/toml.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace chengyun::console {
namespace {
const QString embedded_name = QStringLiteral("chengyun-");

constexpr std::array known_keys{"name",     "title",      "kind",  "url",         "key",
                                "key_file", "subdomains", "datum", "attribution", "min_zoom",
                                "max_zoom", "layer",      "style", "matrix_set",  "format"};

/// Reads the members of one [[source]] table; the first failure stays.
class Reader {
public:
    Reader(const toml::table& table, std::string path, QString folder)
        : table_(table), path_(std::move(path)), folder_(std::move(folder)) {}

    Result<MapSource> read() {
        for (const auto& [key, value] : table_)
            if (std::ranges::find(known_keys, key.str()) == known_keys.end())
                return fail(FailureKind::unknown_field, field(std::string(key.str())),
                            "no such key of a map source");
        MapSource source;
        source.name = text("name");
        source.title = text("title");
        source.url = text("url");
        source.key = text("key");
        source.attribution = text("attribution");
        source.layer = text("layer");
        source.style = text("style");
        source.matrix_set = text("matrix_set");
        source.format = text("format");
        source.min_zoom = zoom("min_zoom", 0);
        source.max_zoom = zoom("max_zoom", 19);
        source.kind = read_kind(text("kind"));
        source.datum = read_datum(text("datum"));
        read_subdomains(source);
        read_key_file(source);
        check(source);
        if (failure_)
            return *failure_;
        return source;
    }

private:
    [[nodiscard]] std::string field(const std::string& key) const { return path_ + "." + key; }

    void refuse(const std::string& key, std::string why,
                FailureKind kind = FailureKind::invalid_field) {
        if (!failure_)
            failure_ = fail(kind, field(key), std::move(why));
    }

    QString text(const std::string& key) {
        const auto node = table_[key];
        if (!node)
            return {};
        const auto value = node.value_exact<std::string>();
        if (!value)
            refuse(key, "expected text");
        else if (const auto ok = check_text(*value, key, limits::url, false); !ok)
            refuse(key, ok.error().detail, ok.error().kind); // titles stand on the screen
        return value ? QString::fromStdString(*value) : QString();
    }

    int zoom(const std::string& key, int otherwise) {
        const auto node = table_[key];
        if (!node)
            return otherwise;
        const auto value = node.value_exact<std::int64_t>();
        if (value && *value >= 0 && *value <= max_tile_zoom)
            return int(*value);
        refuse(key, "expected a zoom from 0 to 22");
        return otherwise;
    }

    SourceKind read_kind(const QString& name) {
        if (name == u"mbtiles")
            return SourceKind::mbtiles;
        if (name == u"wmts")
            return SourceKind::wmts;
        if (name != u"xyz")
            refuse("kind", "expected mbtiles, xyz or wmts");
        return SourceKind::xyz;
    }

    Datum read_datum(const QString& name) {
        if (name == u"GCJ-02")
            return Datum::gcj02;
        if (!name.isEmpty() && name != u"WGS-84")
            refuse("datum", "expected WGS-84 or GCJ-02");
        return Datum::wgs84;
    }

    void read_subdomains(MapSource& source) {
        const auto* list = table_["subdomains"].as_array();
        if (!list) {
            if (table_["subdomains"])
                refuse("subdomains", "expected a list of texts");
            return;
        }
        for (const auto& item : *list) {
            const auto value = item.value_exact<std::string>();
            if (!value)
                return refuse("subdomains", "expected a list of texts");
            source.subdomains.append(QString::fromStdString(*value));
        }
    }

    void read_key_file(MapSource& source) {
        const QString name = text("key_file");
        if (name.isEmpty())
            return;
        if (!source.key.isEmpty())
            return refuse("key_file", "either key or key_file");
        QFile file(QDir(folder_).absoluteFilePath(name));
        // A pipe would keep the seat waiting for its writer.
        if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
            return refuse("key_file", "cannot be read", FailureKind::not_found);
        source.key = QString::fromUtf8(file.read(4096)).trimmed();
    }

    void check(MapSource& source) {
        static const QRegularExpression plain(QStringLiteral("^[a-z0-9_-]{1,40}$"));
        if (!plain.match(source.name).hasMatch() || source.name.startsWith(embedded_name))
            refuse("name", "expected 1 to 40 of a-z, 0-9, - and _, and not chengyun-…");
        if (source.title.isEmpty())
            source.title = source.name;
        if (source.min_zoom > source.max_zoom)
            refuse("min_zoom", "is above max_zoom");
        if (source.url.isEmpty())
            return refuse("url", "required", FailureKind::missing_field);
        if (source.kind == SourceKind::mbtiles) {
            source.url = QDir(folder_).absoluteFilePath(source.url);
            return;
        }
        if (source.url.contains(u"{s}") && source.subdomains.isEmpty())
            return refuse("subdomains", "the template has {s}, so there must be some");
        const QUrl url(upstream_address(source, 0, 0, 0), QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() ||
            (url.scheme() != u"http" && url.scheme() != u"https"))
            refuse("url", "expected an http or https address");
        if (source.kind == SourceKind::xyz &&
            (!source.url.contains(u"{z}") || !source.url.contains(u"{x}") ||
             (!source.url.contains(u"{y}") && !source.url.contains(u"{-y}"))))
            refuse("url", "expected {z}, {x} and {y} in the template");
        if (source.kind == SourceKind::wmts && !source.url.contains(u"{TileMatrix}") &&
            (source.layer.isEmpty() || source.matrix_set.isEmpty()))
            refuse("layer", "a WMTS service needs layer and matrix_set");
    }

    const toml::table& table_;
    std::string path_;
    QString folder_;
    std::optional<Failure> failure_;
};

} // namespace

std::vector<MapSource> embedded_sources() {
    std::vector<MapSource> sources;
    for (const bool dark : {true, false})
        for (const auto* language : {"zh", "en"}) {
            auto& source = sources.emplace_back();
            source.language = QString::fromLatin1(language);
            source.dark = dark;
            source.name = embedded_name + source.language +
                          (dark ? QStringLiteral("-dark") : QStringLiteral("-light"));
            source.title = QStringLiteral("Chengyun");
            source.attribution = QStringLiteral("© OpenStreetMap contributors, ODbL");
        }
    return sources;
}

MapSources read_map_sources(std::string_view text, const QString& folder) {
    MapSources out;
    const auto leave_out = [&out](QString name, Failure why) {
        out.left_out.push_back({std::move(name), std::move(why)});
    };
    const auto parsed = read_toml(text, "map-sources");
    if (!parsed) {
        leave_out({}, parsed.error());
        return out;
    }
    const toml::table& root = *parsed;
    for (const auto& [key, value] : root)
        if (key.str() != "source")
            leave_out({}, fail(FailureKind::unknown_field, std::string(key.str()),
                               "expected [[source]]"));
    const auto node = root["source"];
    if (!node)
        return out;
    const auto* list = node.as_array();
    if (!list) {
        leave_out({}, fail(FailureKind::invalid_field, "source", "expected [[source]] tables"));
        return out;
    }
    QSet<QString> names;
    for (std::size_t i = 0; i < list->size(); ++i) {
        const std::string path = "source[" + std::to_string(i) + "]";
        const auto* table = (*list)[i].as_table();
        if (!table) {
            leave_out(QString::fromStdString(path),
                      fail(FailureKind::invalid_field, path, "expected a table"));
            continue;
        }
        const auto name = (*table)["name"].value_exact<std::string>();
        auto source = Reader(*table, path, folder).read();
        if (source && names.contains(source->name))
            source = fail(FailureKind::conflict, path + ".name", "used by two sources");
        if (!source) {
            leave_out(QString::fromStdString(name.value_or(path)), source.error());
            continue;
        }
        names.insert(source->name);
        out.sources.push_back(std::move(*source));
    }
    return out;
}

MapSources read_map_sources_file(const QString& path) {
    constexpr qint64 largest = qint64{1} << 20;
    const auto left_out = [&](FailureKind kind, const QString& why) {
        MapSources out;
        out.left_out.push_back(
            {{}, fail(kind, "map-sources", (path + QStringLiteral(": ") + why).toStdString())});
        return out;
    };
    QFile file(path);
    // A pipe would keep the seat waiting for its writer.
    if (file.exists() && !QFileInfo(file).isFile())
        return left_out(FailureKind::invalid_field, QStringLiteral("is not a file"));
    if (!file.open(QIODevice::ReadOnly))
        return left_out(FailureKind::not_found, file.errorString());
    if (file.size() > largest)
        return left_out(FailureKind::too_large, QStringLiteral("is larger than 1 MiB"));
    return read_map_sources(file.read(largest).toStdString(), QFileInfo(file).absolutePath());
}

QString upstream_address(const MapSource& source, int z, int x, int y) {
    QString address = source.url;
    const auto put = [&address](QLatin1StringView name, const QString& value) {
        address.replace(name, value);
    };
    using namespace Qt::StringLiterals;
    if (source.kind == SourceKind::wmts && !address.contains("{TileMatrix}"_L1)) {
        QUrl url(
            address
                .replace("{s}"_L1, source.subdomains.value(
                                       (x + y) % std::max<qsizetype>(1, source.subdomains.size())))
                .replace("{key}"_L1, source.key));
        QUrlQuery query(url);
        query.addQueryItem(u"SERVICE"_s, u"WMTS"_s);
        query.addQueryItem(u"REQUEST"_s, u"GetTile"_s);
        query.addQueryItem(u"VERSION"_s, u"1.0.0"_s);
        query.addQueryItem(u"LAYER"_s, source.layer);
        query.addQueryItem(u"STYLE"_s, source.style.isEmpty() ? u"default"_s : source.style);
        query.addQueryItem(u"TILEMATRIXSET"_s, source.matrix_set);
        query.addQueryItem(u"FORMAT"_s, source.format.isEmpty() ? u"image/png"_s : source.format);
        query.addQueryItem(u"TILEMATRIX"_s, QString::number(z));
        query.addQueryItem(u"TILEROW"_s, QString::number(y));
        query.addQueryItem(u"TILECOL"_s, QString::number(x));
        url.setQuery(query);
        return url.toString(QUrl::FullyEncoded);
    }
    if (!source.subdomains.isEmpty())
        put("{s}"_L1, source.subdomains.at((x + y) % source.subdomains.size()));
    put("{key}"_L1, source.key);
    put("{z}"_L1, QString::number(z));
    put("{x}"_L1, QString::number(x));
    put("{y}"_L1, QString::number(y));
    put("{-y}"_L1, QString::number((1 << z) - 1 - y));
    put("{TileMatrix}"_L1, QString::number(z));
    put("{TileCol}"_L1, QString::number(x));
    put("{TileRow}"_L1, QString::number(y));
    put("{Style}"_L1, source.style.isEmpty() ? u"default"_s : source.style);
    put("{style}"_L1, source.style.isEmpty() ? u"default"_s : source.style);
    put("{TileMatrixSet}"_L1, source.matrix_set);
    put("{Layer}"_L1, source.layer);
    return address;
}

QStringList hosts_of(const MapSource& source) {
    if (source.kind != SourceKind::xyz && source.kind != SourceKind::wmts)
        return {};
    QStringList hosts;
    MapSource one = source;
    const auto add = [&] {
        const QString host = QUrl(upstream_address(one, 0, 0, 0)).host();
        if (!hosts.contains(host))
            hosts.append(host);
    };
    if (source.subdomains.isEmpty())
        add();
    for (const QString& subdomain : source.subdomains) {
        one.subdomains = {subdomain};
        add();
    }
    return hosts;
}

} // namespace chengyun::console
