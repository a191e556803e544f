// The command bar (Ctrl+K): search everything, run every command.
#pragma once

#include "app/search/search_index.h"

#include <QAbstractListModel>
#include <QVariantMap>

#include <memory>
#include <vector>

namespace chengyun::console {

/// GUI thread. What is found for a text, best first. When the index changes under it, rows come, go
/// and move one by one, so that a row that somebody has reached by the arrow keys stays theirs.
///
/// Roles: kind ("command", or a capability's: "order"), kindName, targetId, title, subtitle,
/// shortcut (commands), level, icon, layer (the map layer whose colour the icon takes; may be
/// empty).
class CommandBar : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    /// How many things can be found.
    Q_PROPERTY(int indexed READ indexed NOTIFY indexedChanged)
    /// Restricts to these kinds; empty: all.
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
        IconRole,
        LayerRole
    };
    Q_ENUM(Role)

    /// The index must live as long.
    explicit CommandBar(const SearchIndex& index, QObject* parent = nullptr);

    /// All that people can run, in place of the commands before: maps of id ("order.new"), title,
    /// shortcut ("F4") and words (further search words, blank-separated, pinyin welcome).
    Q_INVOKABLE void setCommands(const QVariantList& commands);
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
        bool operator==(const Registered&) const = default;
    };
    struct Row {
        std::shared_ptr<const Finder> finder; ///< in which it was found
        const Capability* owner = nullptr;    ///< whose it is; null for a command
        Found found;
        [[nodiscard]] const Findable& item() const { return finder->items()[found.item]; }
    };
    [[nodiscard]] std::vector<Row> find() const;
    /// Another question: other rows.
    void ask();
    /// The same question to a changed index.
    void askAgain();
    [[nodiscard]] FoundLook lookOf(const Row& row) const;

    const SearchIndex& index_;
    std::vector<Registered> registered_;
    std::shared_ptr<const Finder> commands_;
    std::vector<Row> rows_;
    QString text_;
    QStringList kinds_;
};

} // namespace chengyun::console
