// The live lane as it comes in: what is true now and worth nothing tomorrow (docs/api.md, "Live").
#pragma once

#include "core/live/live.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace chengyun::console {

class Feed;
class LiveWatch;

using LiveChangesPtr = std::shared_ptr<const std::vector<LiveChange>>;

/// GUI thread. Says again what is watched and what is open whenever the stream is open anew. What a
/// hub of an older version does not have is simply not there.
class LiveFeed : public QObject {
    Q_OBJECT
public:
    explicit LiveFeed(Feed& feed, QObject* parent = nullptr);

    /// What this seat has open of a topic, in place of what it had before; an empty list ends it.
    void present(const QString& topic, const QStringList& subjects);

private:
    friend class LiveWatch;
    std::int64_t add(LiveWatch* watch);
    void remove(std::int64_t id);
    void say(const LiveWatch& watch);
    void sayPresent(const QString& topic);
    void take(const LiveChangesPtr& changes);
    void forgetValues();

    Feed& feed_;
    QHash<qint64, LiveWatch*> watches_;
    QHash<QString, QStringList> open_; ///< subjects by topic
    std::int64_t lastId_ = 0;          ///< never used again: what is late is told from what is new
};

/// One wish to be told of a topic, as long as it exists. GUI thread; not longer than the feed.
class LiveWatch : public QObject {
    Q_OBJECT
public:
    LiveWatch(LiveFeed& feed, QString topic, QObject* parent = nullptr);
    ~LiveWatch() override;

    /// Values about these; with an empty list nothing is watched.
    void setSubjects(const QStringList& subjects);
    /// Values that lie in this view, when it moves too; nobody needs to drop what has left it.
    void setBox(const Box& box);
    void stop();

    /// By key, as told last. Empty while the link is lost.
    [[nodiscard]] const std::map<std::string, LiveValue>& values() const { return values_; }

Q_SIGNALS:
    /// `set` are in values() already, `gone` no longer.
    void changed(const chengyun::LiveChange& change);

private:
    friend class LiveFeed;
    void follow();
    void take(const LiveChange& change);
    void forgetValues();

    LiveFeed& feed_;
    WatchLive wish_; ///< id 0: nothing is watched
    std::map<std::string, LiveValue> values_;
};

} // namespace chengyun::console
