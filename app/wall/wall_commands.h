// What is done to walls, on its way to the hub: checked by the hub's own rules, so that a refusal
// comes at once, and then kept in the outbox.
#pragma once

#include "app/link/outbox_commands.h"
#include "core/wall/commands.h"

#include <QString>
#include <QVariantMap>

#include <string>

namespace chengyun::console {

class FreeLayout;
class HubClock;
class Session;
class WallStore;

/// GUI thread. All return false when the command was not taken: `failureText` says why. In the
/// outbox the subject of a command is its wall.
class WallCommands : public OutboxCommands {
    Q_OBJECT
public:
    WallCommands(WallStore& store, Outbox& outbox, Session& session, HubClock& clock,
                 QObject* parent = nullptr);

    /// `content` as in pane_content.h; 0 minutes: it stays.
    Q_INVOKABLE bool putUp(const QString& wall, const QString& screen, int cell,
                           const QVariantMap& content, int minutes);
    Q_INVOKABLE bool takeDown(const QString& wall, const QString& screen, int cell);
    /// One of layoutNames().
    Q_INVOKABLE bool setLayout(const QString& wall, const QString& screen, const QString& layout);
    /// Divides a screen, or what lies across the wall ("*"), as it has been drawn; panes go with
    /// their boxes.
    Q_INVOKABLE bool setFreeLayout(const QString& wall, const QString& screen,
                                   const chengyun::console::FreeLayout* drawn);
    /// What stands on two cells changes places.
    Q_INVOKABLE bool move(const QString& wall, const QString& fromScreen, int fromCell,
                          const QString& toScreen, int toCell);
    Q_INVOKABLE bool setLocked(const QString& wall, bool locked);
    Q_INVOKABLE bool undo(const QString& wall);
    Q_INVOKABLE bool putUpPreset(const QString& preset);
    /// What stands on the wall now, as a new preset, or in the place of the one with that name.
    /// `mode`: "peace", "emergency" or empty.
    Q_INVOKABLE bool keepPreset(const QString& wall, const QString& name, const QString& key,
                                const QString& mode);
    Q_INVOKABLE bool removePreset(const QString& preset);
    /// Makes a wall of equal screens (`wall` empty), or changes one: {name, area (a code), scale
    /// (percent)} and, where its screens are to hang anew, {across, down, width, height, gap}
    /// (core/wall/arrangement.h).
    Q_INVOKABLE bool writeWall(const QString& wall, const QVariantMap& form);

    /// Those that a person chooses by their number of panes.
    Q_INVOKABLE [[nodiscard]] static QStringList layoutNames();

private:
    struct Command {
        QString kind;  ///< in the outbox: "wall.put_up"
        QString title; ///< what people see
        QString path;
        QByteArray method = "POST";
    };
    [[nodiscard]] QString wordsOf(const Failure& failure) const override;
    bool send(const QString& wall, const Command& command, const std::string& body);
    /// Judges the command by the rule `after`, which gives the board after it.
    template <class Rule>
    bool act(const QString& wall, Command command, const std::string& body, Rule after);
    bool divide(const QString& wall, const SetLayout& command);
    [[nodiscard]] WallFeeder feeder() const;

    WallStore& store_;
    Session& session_;
    HubClock& clock_;
};

} // namespace chengyun::console
