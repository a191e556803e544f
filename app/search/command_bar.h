// The command bar (Ctrl+K): search everything, run every command.
#pragma once

#include "app/search/finder.h"

#include <QAbstractListModel>
#include <QThreadPool>
#include <QTimer>
#include <QVariantMap>

#include <memory>
#include <vector>

namespace chengyun::console {

class OrderStore;
class ResourceStore;

/// GUI thread; the index is built on a worker and swapped as a whole.
///
/// Roles: kind ("command", "order", "unit", "resource", "area"), kindName, targetId, title,
/// subtitle, shortcut (commands), level, layer, resourceKind, symbol ("layer/kind" or empty).
class CommandBar : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// How many things can be found.
    Q_PROPERTY(int indexed READ indexed NOTIFY indexedChanged)
    /// Restricts to these kinds; empty: all. The map's search field uses
    /// ["resource","area","unit"].
    Q_PROPERTY(QStringList kinds READ kinds WRITE setKinds NOTIFY kindsChanged)

public:
    enum Role {
        KindRole = Qt::UserRole + 1,
        KindNameRole,
        TargetIdRole,
        TitleRole,
        SubtitleRole,
        ShortcutRole,
        LevelRole,
        LayerRole,
        ResourceKindRole,
        SymbolRole
    };
    Q_ENUM(Role)

    CommandBar(ResourceStore& resources, OrderStore& orders, QObject* parent = nullptr);
    ~CommandBar() override;

    /// What people can run: id ("order.new"), title, shortcut ("F4"), words (further search words,
    /// blank-separated, pinyin welcome). Registering an id again replaces it; call again after a
    /// change of language.
    Q_INVOKABLE void registerCommand(const QString& id, const QString& title,
                                     const QString& shortcut, const QString& words);
    /// Row chosen: `commandChosen` or `targetChosen` is emitted.
    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE [[nodiscard]] QVariantMap get(int row) const;

    [[nodiscard]] QString text() const { return text_; }
    void setText(const QString& text);
    [[nodiscard]] QStringList kinds() const { return kinds_; }
    void setKinds(const QStringList& kinds);
    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] int indexed() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void textChanged();
    void countChanged();
    void indexedChanged();
    void kindsChanged();
    void commandChosen(const QString& id);
    void targetChosen(const QString& kind, const QString& id);

private:
    struct Registered {
        QString id, title, shortcut, words;
    };
    [[nodiscard]] std::vector<Findable> collect() const;
    void scheduleIndex();
    void buildIndex();
    void look();
    [[nodiscard]] QString subtitleOf(const Findable& item) const;

    ResourceStore& resources_;
    OrderStore& orders_;
    std::vector<Registered> commands_;
    std::shared_ptr<const Finder> finder_;
    std::vector<Found> rows_;
    QString text_;
    QStringList kinds_;
    QTimer rebuild_;
    QThreadPool builder_;
    bool building_ = false;
};

} // namespace chengyun::console
