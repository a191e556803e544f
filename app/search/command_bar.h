// The command bar (Ctrl+K): search everything, run every command.
#pragma once

#include "app/search/finder.h"

#include <QAbstractListModel>
#include <QThreadPool>
#include <QTimer>
#include <QVariantMap>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace chengyun::console {

class Capability;

/// GUI thread; the index is built on a worker and swapped as a whole. What can be found beside the
/// commands the capabilities say.
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

    explicit CommandBar(std::vector<Capability*> capabilities, QObject* parent = nullptr);
    ~CommandBar() override;

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
    [[nodiscard]] std::vector<Findable> collect();
    void scheduleIndex();
    void buildIndex();
    void look();
    [[nodiscard]] FoundLook lookOf(const Findable& item) const;

    std::vector<Capability*> capabilities_;
    std::map<std::string, const Capability*> ownerOf_; ///< by the kind of what is found
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
