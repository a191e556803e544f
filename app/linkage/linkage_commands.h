// What is done about links and rules, on its way to the hub: checked by the hub's own rules, so
// that a refusal comes at once, and then kept in the outbox.
#pragma once

#include <QObject>
#include <QString>
#include <QVariantMap>

#include <string>

namespace chengyun {
struct Failure;
}

namespace chengyun::console {

class LinkageStore;
class Outbox;
class WallStore;

/// GUI thread. All return false when the command was not taken: `failureText` says why. In the
/// outbox the subject of a command is its wall, or its rule.
class LinkageCommands : public QObject {
    Q_OBJECT
    /// Why the last command was not taken, in words; empty when it was.
    Q_PROPERTY(QString failureText READ failureText NOTIFY failureChanged)

public:
    /// All must outlive this.
    LinkageCommands(LinkageStore& store, WallStore& walls, Outbox& outbox,
                    QObject* parent = nullptr);

    /// The cameras around an "order" or a "resource"; 0 minutes: until it is over.
    Q_INVOKABLE bool putUp(const QString& wall, const QString& screen, const QString& thing,
                           const QString& about, int minutes);
    Q_INVOKABLE bool giveBack(const QString& wall, const QString& screen);
    /// `rule` as in rule_map.h; without an id it is a new one. The id of the rule that is kept, or
    /// nothing.
    Q_INVOKABLE QString keepRule(const QVariantMap& rule);
    Q_INVOKABLE bool removeRule(const QString& id);

    [[nodiscard]] QString failureText() const { return failureText_; }

Q_SIGNALS:
    void failureChanged();

private:
    struct Command {
        QString kind;  ///< in the outbox: "linkage.put_up"
        QString title; ///< what people see
        QString path;
        QString subject;
        QByteArray method = "POST";
        qint64 lifetimeMs = 0;
    };
    bool refuse(const Failure& failure);
    bool put(const Command& command, const std::string& body);
    /// The wall is known, has the screen, and is not locked.
    bool isOpen(const QString& wall, const QString& screen);

    LinkageStore& store_;
    WallStore& walls_;
    Outbox& outbox_;
    QString failureText_;
};

} // namespace chengyun::console
