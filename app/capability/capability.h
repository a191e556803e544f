// A capability: one thing that the console can do (orders, resources, duty, video …). It holds the
// models and actions of it; the frame (window, rail, bell, search, map) asks it by this interface
// and knows none by name. docs/adding-a-capability.md says how to add one.
#pragma once

#include "app/capability/alarm.h"
#include "app/capability/findable.h"
#include "app/link/source.h"
#include "core/account/account.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace chengyun::console {

class HubClock;
class HubLink;
class JournalWords;
class LiveFeed;
class MapFeed;
class Outbox;
class Photos;
class Session;

/// What every capability is made with. All of it lives longer than the capabilities.
struct Shared {
    Source& source;
    HubLink& link;
    HubClock& clock;
    Session& session;
    Outbox& outbox;
    Photos& photos;
    LiveFeed& live;
    JournalWords& words;
    MapFeed& map;
    QString stateFolder; ///< of the machine: what must survive
};

/// GUI thread. In QML it is `hall.NAME`; its models and actions are its properties.
class Capability : public QObject {
    Q_OBJECT
    /// "orders": the name of its folders, and Orders of its QML module, which has an OrdersPart.
    Q_PROPERTY(QString name READ name CONSTANT)

    /// Its QML module has an OrdersPanes: what of it can stand on a wall.
    Q_PROPERTY(bool hasPanes READ hasPanes CONSTANT)

public:
    explicit Capability(QString name, QObject* parent = nullptr);

    [[nodiscard]] QString name() const { return name_; }

    [[nodiscard]] virtual bool hasPanes() const { return false; }

    /// Another account's hall is shown: what was looked for and how it was sorted is not theirs.
    virtual void forgetViews();

    /// What of entries that have arrived `account` must take note of. Stores know them already.
    [[nodiscard]] virtual AlarmNews alarms(const std::vector<Entry>& entries,
                                           const Account& account);
    /// All that stands, of a snapshot that has been loaded.
    [[nodiscard]] virtual std::vector<Alarm> standingAlarms(const Snapshot& snapshot,
                                                            const Account& account);
    /// The words of an alarm that somebody has taken elsewhere; nothing when it is none of this
    /// capability's.
    [[nodiscard]] virtual std::optional<Alarm> alarmOf(const AlarmName& name) const;
    /// Another account listens, which has been told of nothing.
    virtual void forgetAlarms();

    /// What can be found here; asked for anew after `findablesChanged`.
    [[nodiscard]] virtual std::vector<Findable> findables() const;
    /// How one of `findables` is shown. It may be gone by now: its name is always there.
    [[nodiscard]] virtual FoundLook lookOf(const Findable& found) const;

Q_SIGNALS:
    void findablesChanged();

private:
    QString name_;
};

} // namespace chengyun::console
