// Outlines of districts and streets for the map. Snapshots carry areas without rings, so they are
// fetched once, one after another, while the hub is there. Any area can be chosen: then its outline
// is fetched, too, and stands out.
#pragma once

#include "core/area/area.h"

#include <QGeoCoordinate>
#include <QGeoRectangle>
#include <QObject>
#include <QString>
#include <QTimer>
#include <QUrl>

#include <map>
#include <string>
#include <vector>

namespace chengyun::console {

class HubLink;
class MapFeed;
class ResourceStore;
struct Reply;

/// GUI thread.
class AreaOutlines : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool complete READ isComplete NOTIFY completeChanged)
    /// Code of the area that stands out on the map; empty: none does. It is let go when the hub
    /// has no such area any more.
    Q_PROPERTY(QString chosen READ chosen WRITE choose NOTIFY chosenChanged)
    /// What the map says of it: its name with those of the areas it lies in, its middle and the box
    /// around it, as `centreOf` and `boxOf`.
    Q_PROPERTY(QString chosenName READ chosenName NOTIFY chosenShown)
    Q_PROPERTY(QGeoCoordinate chosenCentre READ chosenCentre NOTIFY chosenShown)
    Q_PROPERTY(QGeoRectangle chosenBox READ chosenBox NOTIFY chosenShown)
    /// The hub is being asked for the outline of the chosen area.
    Q_PROPERTY(bool awaited READ isAwaited NOTIFY awaitedChanged)

public:
    AreaOutlines(HubLink& link, ResourceStore& store, MapFeed& feed, QObject* parent = nullptr);
    /// Nothing more is to be fetched.
    [[nodiscard]] bool isComplete() const { return wanted_.empty() && fetching_.empty(); }
    [[nodiscard]] QString chosen() const { return QString::fromStdString(chosen_); }
    void choose(const QString& code);
    [[nodiscard]] QString chosenName() const;
    [[nodiscard]] QGeoCoordinate chosenCentre() const { return centreOf(chosen()); }
    [[nodiscard]] QGeoRectangle chosenBox() const { return boxOf(chosen()); }
    [[nodiscard]] bool isAwaited() const { return awaited_; }

    /// The box around its outline; where that is not known, around the middles of the areas in it,
    /// when there are several. Else invalid.
    Q_INVOKABLE [[nodiscard]] QGeoRectangle boxOf(const QString& code) const;
    /// Its middle as the hub has it, else of its box; invalid when neither is known.
    Q_INVOKABLE [[nodiscard]] QGeoCoordinate centreOf(const QString& code) const;
    /// Its outline is known here.
    Q_INVOKABLE [[nodiscard]] bool hasOutline(const QString& code) const;

Q_SIGNALS:
    void completeChanged();
    void chosenChanged();
    /// Another area is chosen, or more is known of it.
    void chosenShown();
    void awaitedChanged();

private:
    using Rings = std::vector<std::vector<Place>>;
    void look();
    void fetchNext();
    void take(const std::string& code, const Reply& reply);
    void show();
    void showChosen();
    void tell();

    HubLink& link_;
    ResourceStore& store_;
    MapFeed& feed_;
    QUrl hub_;
    std::map<std::string, Rings, std::less<>> known_; ///< this hub's, by code
    std::vector<std::string> wanted_;                 ///< the next one last
    std::string fetching_;                            ///< empty: none
    std::string chosen_;
    bool awaited_ = false;
    QTimer again_; ///< runs after one that did not come
};

} // namespace chengyun::console
