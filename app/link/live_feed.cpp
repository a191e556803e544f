#include "app/link/live_feed.h"

#include "app/link/feed.h"
#include "app/text.h"
#include "core/json/codec.h"

#include <utility>

namespace chengyun::console {
namespace {

/// The message of that kind; `body` is the JSON of its other members.
template <class Body>
QString message(std::string_view kind, const Body& body) {
    auto text = json::write(body);
    text.insert(1, "\"t\":\"" + std::string(kind) + "\",");
    return qs(text);
}

} // namespace

LiveFeed::LiveFeed(Feed& feed, QObject* parent) : QObject(parent), feed_(feed) {
    connect(&feed_, &Feed::liveArrived, this, &LiveFeed::take);
    connect(&feed_, &Feed::liveOpened, this, [this] {
        // Another stream, or the same hub anew: what was told before is not known to it.
        forgetValues();
        for (const auto* watch : std::as_const(watches_))
            say(*watch);
        for (const auto& topic : open_.keys())
            sayPresent(topic);
    });
    connect(&feed_, &Feed::openChanged, this, [this](bool open) {
        if (!open)
            forgetValues();
    });
}

void LiveFeed::present(const QString& topic, const QStringList& subjects) {
    if (open_.value(topic) == subjects)
        return;
    open_.insert(topic, subjects);
    sayPresent(topic);
    if (subjects.isEmpty())
        open_.remove(topic);
}

void LiveFeed::sayPresent(const QString& topic) {
    PresentLive present{topic.toStdString(), {}};
    for (const auto& subject : open_.value(topic))
        present.subjects.push_back(subject.toStdString());
    feed_.sayLive(message("present", present));
}

std::int64_t LiveFeed::add(LiveWatch* watch) {
    watches_.insert(++lastId_, watch);
    return lastId_;
}

void LiveFeed::remove(std::int64_t id) {
    if (watches_.remove(id) > 0)
        feed_.sayLive(QStringLiteral(R"({"t":"unwatch","id":%1})").arg(id));
}

void LiveFeed::say(const LiveWatch& watch) {
    feed_.sayLive(message("watch", watch.wish_));
}

void LiveFeed::take(const LiveChangesPtr& changes) {
    for (const auto& change : *changes)
        if (auto* watch = watches_.value(change.id))
            watch->take(change);
}

void LiveFeed::forgetValues() {
    // One that hears of it may end, and another begin.
    const auto watches = watches_.keys();
    for (const auto id : watches)
        if (auto* watch = watches_.value(id))
            watch->forgetValues();
}

LiveWatch::LiveWatch(LiveFeed& feed, QString topic, QObject* parent)
    : QObject(parent), feed_(feed), wish_{0, topic.toStdString(), {}, {}} {}

LiveWatch::~LiveWatch() {
    if (wish_.id != 0)
        feed_.remove(wish_.id);
}

void LiveWatch::setSubjects(const QStringList& subjects) {
    std::vector<std::string> wanted;
    for (const auto& subject : subjects)
        wanted.push_back(subject.toStdString());
    if (wanted.empty())
        return stop();
    if (wanted == wish_.subjects)
        return;
    wish_.subjects = std::move(wanted);
    wish_.box.reset();
    follow();
}

void LiveWatch::setBox(const Box& box) {
    if (wish_.box == box)
        return;
    wish_.box = box;
    wish_.subjects.clear();
    follow();
}

void LiveWatch::follow() {
    if (wish_.id == 0)
        wish_.id = feed_.add(this);
    feed_.say(*this);
}

void LiveWatch::stop() {
    if (wish_.id != 0)
        feed_.remove(std::exchange(wish_.id, 0));
    wish_.box.reset();
    wish_.subjects.clear();
    forgetValues();
}

void LiveWatch::take(const LiveChange& change) {
    for (const auto& key : change.gone)
        values_.erase(key);
    for (const auto& value : change.set)
        values_.insert_or_assign(value.key, value);
    Q_EMIT changed(change);
}

void LiveWatch::forgetValues() {
    if (values_.empty())
        return;
    LiveChange change{wish_.id, {}, {}};
    for (const auto& [key, value] : values_)
        change.gone.push_back(key);
    take(change);
}

} // namespace chengyun::console
