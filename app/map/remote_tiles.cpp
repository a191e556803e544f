#include "app/map/remote_tiles.h"

#include "app/map/embedded_tiles.h"
#include "core/geo/datum.h"

#include <QImage>
#include <QLoggingCategory>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPainter>
#include <QPointer>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace chengyun::console {
namespace {

Q_LOGGING_CATEGORY(lc, "chengyun.map.tiles")
constexpr int fetch_timeout_ms = 15000;
constexpr qint64 max_tile_bytes = 8 * 1024 * 1024;
// What renews old tiles must leave room for those that are missing: a server is asked for six at a
// time.
constexpr int renewed_at_once = 2;
constexpr std::size_t most_to_renew = 200;
constexpr std::chrono::seconds rest_after_failure{60};

bool in_world(TileKey key) {
    const int last = (1 << key.z) - 1;
    return key.x >= 0 && key.y >= 0 && key.x <= last && key.y <= last;
}

/// The four pictures that the shifted window of a tile touches, and where the first one's corner
/// comes to lie in it.
struct Window {
    std::array<TileKey, 4> parts;
    QPointF origin;
};
Window window_of(TileKey key) {
    const PixelShift shift = gcj02_shift(key);
    const int left = key.x + int(std::floor(-shift.east / 256));
    const int top = key.y + int(std::floor(-shift.south / 256));
    Window window;
    for (int i = 0; i < 4; ++i)
        window.parts[std::size_t(i)] = {key.z, left + i % 2, top + i / 2};
    window.origin = {(left - key.x) * 256 + shift.east, (top - key.y) * 256 + shift.south};
    return window;
}

} // namespace

PixelShift gcj02_shift(TileKey key) {
    const WorldBox box = key.box();
    const World middle{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    const World drawn = world_of(gcj02_from_wgs84(place_of(middle)));
    const double px = std::ldexp(256.0, key.z);
    return {(middle.x - drawn.x) * px, (middle.y - drawn.y) * px};
}

RemoteTiles::RemoteTiles(MapSource source, std::optional<TileCache> cache)
    : source_(std::move(source)), cache_(std::move(cache)) {
    network_.setTransferTimeout(fetch_timeout_ms);
    // A redirect could lead to a host that nobody configured.
    network_.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

RemoteTiles::~RemoteTiles() {
    // Replies that end with the network access manager find nothing any more.
    for (const auto& [key, fetch] : fetches_)
        fetch.reply->disconnect(this);
}

bool RemoteTiles::covers(TileKey key) const {
    return key.z >= source_.min_zoom && key.z <= source_.max_zoom;
}

TileSource::GiveUp RemoteTiles::tile(TileKey key, Done done) {
    if (!covers(key)) {
        done(fail(FailureKind::not_found, "tile"));
        return {};
    }
    return source_.datum == Datum::gcj02 ? shifted(key, std::move(done))
                                         : picture(key, std::move(done));
}

bool RemoteTiles::asks_elsewhere(TileKey key) const {
    if (!covers(key))
        return false;
    if (!cache_)
        return true;
    if (source_.datum != Datum::gcj02)
        return !cache_->holds(key);
    return std::ranges::any_of(window_of(key).parts, [this](TileKey part) {
        return in_world(part) && !cache_->holds(part);
    });
}

TileSource::GiveUp RemoteTiles::picture(TileKey key, Done done) {
    if (auto kept = cache_ ? cache_->find(key) : std::nullopt) {
        if (!kept->fresh)
            renew(key);
        done(std::move(kept->tile));
        return {};
    }
    const auto ticket = ++ticket_;
    auto& fetch = fetches_[key];
    fetch.waiting.emplace_back(ticket, std::move(done));
    if (!fetch.reply)
        ask(key, fetch);
    return [self = QPointer(this), key, ticket] {
        if (self)
            self->give_up(key, ticket);
    };
}

void RemoteTiles::ask(TileKey key, Fetch& fetch) {
    QNetworkRequest request(QUrl(upstream_address(source_, key.z, key.x, key.y)));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Chengyun"));
    if (fetch.renews)
        request.setPriority(QNetworkRequest::LowPriority);
    auto* reply = network_.get(request);
    fetch.reply = reply;
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64) {
        if (received > max_tile_bytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, key, reply] {
        reply->deleteLater();
        take(key, *reply);
    });
}

void RemoteTiles::take(TileKey key, QNetworkReply& reply) {
    auto node = fetches_.extract(key);
    const auto tile = read(reply);
    if (tile && cache_)
        if (const auto kept = cache_->keep(key, tile->bytes); !kept)
            qCWarning(lc) << "source" << source_.name
                          << "cannot keep a tile:" << kept.error().detail.c_str();
    if (node.mapped().renews) {
        --renewing_;
        if (!tile) {
            // Cut off, as a rule: what is kept has to do, and is looked at again after a while.
            rest_.setRemainingTime(rest_after_failure);
            old_.clear();
        }
        renew_next();
    }
    for (const auto& [ticket, done] : node.mapped().waiting)
        done(tile);
}

Result<Tile> RemoteTiles::read(QNetworkReply& reply) const {
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.error() != QNetworkReply::NoError || status != 200) {
        // Neither address nor error text are logged: both may contain the key.
        qCWarning(lc) << "source" << source_.name << "status" << status << "error"
                      << int(reply.error());
        const bool absent = status == 404 || status == 204;
        return fail(absent ? FailureKind::not_found : FailureKind::unavailable, "tile");
    }
    Tile tile{reply.readAll(), {}};
    tile.type = picture_type(tile.bytes);
    if (tile.type.isEmpty())
        return fail(FailureKind::wrong_type, "tile", "not a picture");
    return tile;
}

void RemoteTiles::give_up(TileKey key, quint64 ticket) {
    const auto found = fetches_.find(key);
    if (found == fetches_.end())
        return;
    auto& fetch = found->second;
    std::erase_if(fetch.waiting, [ticket](const auto& one) { return one.first == ticket; });
    if (!fetch.waiting.empty() || fetch.renews)
        return;
    auto* reply = fetch.reply;
    fetches_.erase(found);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void RemoteTiles::renew(TileKey key) {
    if (fetches_.contains(key) || !rest_.hasExpired())
        return;
    // What is looked at now comes first; what nobody has come back to need not be renewed.
    std::erase(old_, key);
    old_.push_back(key);
    if (old_.size() > most_to_renew)
        old_.pop_front();
    renew_next();
}

void RemoteTiles::renew_next() {
    while (renewing_ < renewed_at_once && !old_.empty()) {
        const TileKey key = old_.back();
        old_.pop_back();
        auto& fetch = fetches_[key];
        if (fetch.reply)
            continue;
        fetch.renews = true;
        ++renewing_;
        ask(key, fetch);
    }
}

/// Puts the wanted tile together from the up to four pictures that its shifted window touches. It
/// fails with any of them: a tile with a hole would be kept as if it were whole. Where the source
/// itself has nothing, it stays empty.
TileSource::GiveUp RemoteTiles::shifted(TileKey key, Done done) {
    struct Work {
        std::array<QImage, 4> pictures;
        int left = 4;
        std::optional<Failure> failure;
        bool any = false;
    };
    const Window window = window_of(key);
    auto work = std::make_shared<Work>();
    std::vector<GiveUp> parts;
    for (std::size_t i = 0; i < window.parts.size(); ++i) {
        const auto take = [work, i, origin = window.origin, done](const Result<Tile>& tile) {
            if (tile) {
                const auto& image = work->pictures[i] = QImage::fromData(tile->bytes);
                work->any = work->any || !image.isNull();
                if (image.isNull())
                    work->failure = fail(FailureKind::wrong_type, "tile", "cannot be decoded");
            } else if (tile.error().kind != FailureKind::not_found) {
                work->failure = tile.error();
            }
            if (--work->left > 0)
                return;
            if (work->failure)
                return done(*work->failure);
            if (!work->any)
                return done(fail(FailureKind::not_found, "tile"));
            QImage whole(256, 256, QImage::Format_ARGB32_Premultiplied);
            whole.fill(Qt::transparent);
            QPainter painter(&whole);
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            for (int n = 0; n < 4; ++n)
                if (const QImage& image = work->pictures[std::size_t(n)]; !image.isNull())
                    painter.drawImage(
                        QRectF(origin + QPoint(n % 2 * 256, n / 2 * 256), QSizeF(256, 256)), image);
            painter.end();
            done(Tile{encode_png(whole), "image/png"});
        };
        if (in_world(window.parts[i]))
            parts.push_back(picture(window.parts[i], take));
        else
            take(fail(FailureKind::not_found, "tile"));
    }
    return [parts = std::move(parts)] {
        for (const auto& give_up : parts)
            if (give_up)
                give_up();
    };
}

} // namespace chengyun::console
