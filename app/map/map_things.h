// Some of the things on the map as a list: what stands at one place, or what has been chosen. What
// is ticked in it is chosen: it is marked on the map, exported and acted on.
#pragma once

#include "app/map/map_feed.h"

#include <QAbstractListModel>
#include <QHash>
#include <QPointer>
#include <QStringList>
#include <QUrl>
#include <QVariantList>

#include <functional>
#include <vector>

namespace chengyun::console {

/// GUI thread. Pins first, then resources by layer, class and name. A thing that leaves the map
/// leaves the list; nothing else moves a row.
///
/// Roles: thingId, thingKind ("resource", or the kind of a pin), layer (name of its layer), name,
/// kindName, where, code, symbolLayer (−1: a pin), resourceKind, symbolState, level, chosen, lon,
/// lat.
class MapThings : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::MapFeed* feed READ feed WRITE setFeed NOTIFY feedChanged)
    /// Typed text: name, class, address, code, initials; all parts must occur. It hides rows and
    /// leaves their ticks.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    /// Names of the layers that the list is narrowed to; empty: all. What is left out is not chosen
    /// while it is.
    Q_PROPERTY(QStringList layers READ layers WRITE setLayers NOTIFY layersChanged)
    /// [{layer, count}] of all that is listed, whatever it is narrowed to.
    Q_PROPERTY(QVariantList counts READ counts NOTIFY listed)
    /// Rows shown, and all there are.
    Q_PROPERTY(int count READ count NOTIFY shownChanged)
    Q_PROPERTY(int total READ total NOTIFY listed)
    /// So many did not fit into the list.
    Q_PROPERTY(int leftOut READ leftOut NOTIFY listed)
    /// Ids of what is chosen, in the order of the list.
    Q_PROPERTY(QStringList chosen READ chosen NOTIFY chosenChanged)
    /// Every row shown is chosen, and there is one.
    Q_PROPERTY(bool allChosen READ allChosen NOTIFY chosenChanged)

public:
    /// The longest list. Twice as many halos would not fit into one piece of geometry.
    static constexpr qsizetype most = 16000;

    enum Role {
        IdRole = Qt::UserRole + 1,
        KindRole,
        LayerRole,
        NameRole,
        KindNameRole,
        WhereRole,
        CodeRole,
        SymbolLayerRole,
        ResourceKindRole,
        SymbolStateRole,
        LevelRole,
        ChosenRole,
        LonRole,
        LatRole
    };
    Q_ENUM(Role)

    explicit MapThings(QObject* parent = nullptr);

    [[nodiscard]] MapFeed* feed() const { return feed_; }
    void setFeed(MapFeed* feed);
    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] QStringList layers() const { return layers_; }
    void setLayers(const QStringList& layers);
    [[nodiscard]] QVariantList counts() const;
    [[nodiscard]] int count() const { return int(shown_.size()); }
    [[nodiscard]] int total() const { return int(things_.size()); }
    [[nodiscard]] int leftOut() const { return left_out_; }
    [[nodiscard]] QStringList chosen() const { return chosen_; }
    [[nodiscard]] bool allChosen() const;

    /// Lists these beside what is chosen, and nothing else. Ids that are not on the map are left
    /// out.
    Q_INVOKABLE void list(const QStringList& ids);
    /// Chooses these beside what is listed; those that are not listed come in.
    Q_INVOKABLE void choose(const QStringList& ids);
    /// Takes these out of what is chosen when all of them are; else chooses them.
    Q_INVOKABLE void toggle(const QStringList& ids);
    Q_INVOKABLE void setChosen(int row, bool chosen);
    /// All rows shown, or none.
    Q_INVOKABLE void chooseAll(bool chosen);
    Q_INVOKABLE void clear();
    /// The words of rows anew, in another language.
    Q_INVOKABLE void renewWords() { renew(false); }
    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;
    Q_INVOKABLE [[nodiscard]] QString kindAt(int row) const;
    Q_INVOKABLE [[nodiscard]] bool isChosen(int row) const;
    /// All of these are chosen.
    Q_INVOKABLE [[nodiscard]] bool areChosen(const QStringList& ids) const;
    /// What is chosen, or all rows shown when nothing is: as tab-separated text with a heading
    /// line, or as a CSV file; false when that cannot be written.
    Q_INVOKABLE [[nodiscard]] QString copyText() const;
    Q_INVOKABLE [[nodiscard]] bool exportCsv(const QUrl& file) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void feedChanged();
    void textChanged();
    void layersChanged();
    void listed();
    void shownChanged();
    void chosenChanged();

private:
    struct Thing {
        QString id;
        std::string kind;
        QString layer, name;
        ThingWords words;
        int symbol_layer = -1;
        QString resource_kind;
        int state = 0, level = 0;
        Place place;
        bool chosen = false;
    };

    /// Reads what the map says of a thing; false when it is not there.
    [[nodiscard]] bool read(Thing& thing) const;
    /// Reads all of them anew, or the pins among them; those that are gone leave.
    void renew(bool pins_only);
    void look_changed(quint32 ordinal);
    /// Adds what is not listed, and sorts.
    void take(const QStringList& ids, bool chosen);
    void sort();
    /// Changes what is listed, or what of it is shown.
    void reset(const std::function<void()>& change);
    void renew_chosen();
    [[nodiscard]] bool in_layers(const Thing& thing) const;
    [[nodiscard]] QList<QStringList> cells() const;
    [[nodiscard]] const Thing& at(int row) const { return things_[shown_[std::size_t(row)]]; }

    QPointer<MapFeed> feed_;
    std::vector<Thing> things_;
    QHash<QString, std::size_t> position_; ///< within things_, by id
    std::vector<std::size_t> shown_;       ///< within things_
    QString text_;
    QStringList layers_;
    QStringList chosen_;
    int left_out_ = 0;
};

} // namespace chengyun::console
