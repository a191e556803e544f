// How what waits in the outbox goes to the hub: by lanes as on the phone's page, commands one after
// another, photos beside them.
#include "app/link/failure_text.h"
#include "app/link/hub_clock.h"
#include "app/link/language.h"
#include "app/link/outbox.h"
#include "core/json/codec.h"

#include <QLoggingCategory>
#include <QSet>

#include <algorithm>

Q_DECLARE_LOGGING_CATEGORY(lcOutbox)

namespace chengyun::console {
namespace {

/// A hub that fails on a command each time must not hold up all that wait behind it.
constexpr int internalAtMost = 5;

bool mayHelpToRepeat(const Failure& failure, int attempts) {
    switch (failure.kind) {
    case FailureKind::unavailable:
    case FailureKind::too_many:
    case FailureKind::unauthenticated:
        return true;
    case FailureKind::internal:
        return attempts < internalAtMost;
    default:
        return false;
    }
}

/// Why it did not go. That a photo is too large, or of a type that is not taken, need not be said
/// by the hub: where a proxy lets it not through, it does not get through the next time either.
Failure whyNot(const OutboxItem& item, const Reply& reply) {
    constexpr int tooLarge = 413, wrongType = 415;
    auto failure = reply.failure();
    if (item.isPhoto() && failure.kind == FailureKind::unavailable) {
        if (reply.status == tooLarge)
            return fail(FailureKind::too_large, {}, std::move(failure.detail));
        if (reply.status == wrongType)
            return fail(FailureKind::wrong_type, {}, std::move(failure.detail));
    }
    return failure;
}

/// Is it the hub that says yes? A network's sign-in page or a proxy can answer 200 too. Only the
/// mark is looked for, so that a console older than the hub does not ask for ever.
bool saysDone(const OutboxItem& item, const Reply& reply) {
    if (!reply.ok())
        return false;
    if (item.isPhoto())
        return !idIn(reply.body).isEmpty();
    const auto value = json::parse(reply.body.toStdString());
    const auto* object = value ? value->if_object() : nullptr;
    const auto* seq = object ? object->if_contains("seq") : nullptr;
    return seq && (seq->is_int64() || seq->is_uint64());
}

/// The body without a photo that will not come.
QByteArray withoutPhoto(const QByteArray& body, const QString& name) {
    auto value = json::parse(body.toStdString());
    auto* object = value ? value->if_object() : nullptr;
    auto* listed = object ? object->if_contains("attachments") : nullptr;
    auto* photos = listed ? listed->if_array() : nullptr;
    if (!photos)
        return body;
    const auto wanted = name.toStdString();
    const auto named = std::ranges::find_if(*photos, [&](const boost::json::value& photo) {
        return photo.is_string() && std::string_view(photo.as_string()) == wanted;
    });
    if (named == photos->end())
        return body;
    photos->erase(named);
    if (photos->empty())
        object->erase("attachments");
    return QByteArray::fromStdString(boost::json::serialize(*value));
}

} // namespace

void Outbox::pumpSoon() {
    QMetaObject::invokeMethod(this, &Outbox::pump, Qt::QueuedConnection);
}

void Outbox::pump() {
    if (!link_.identity().maySend())
        return;
    if (!turns_.allHeld())
        for (const bool photos : {false, true})
            if ((photos ? photo_ : command_).empty())
                if (auto* next = nextOf(photos))
                    begin(*next);
    retry_.stop();
    if (const auto wait = turns_.untilNext(); wait && waiting() > 0)
        retry_.start(*wait);
}

OutboxItem* Outbox::nextOf(bool photos) {
    QSet<QString> held;
    const auto unanswered = [&](const QString& key) {
        const auto row = rowOf(key.toStdString());
        return row && rows_[*row].isWaiting();
    };
    for (auto& item : rows_) {
        if (!item.isWaiting() || item.leaving || item.isPhoto() != photos)
            continue;
        if (held.contains(item.lane))
            continue;
        if (item.state == OutboxState::waiting && !turns_.isHeld(item.lane) &&
            !std::ranges::any_of(item.after, unanswered))
            return &item;
        held.insert(item.lane);
    }
    return nullptr;
}

int Outbox::settlePhotos(OutboxItem& item) const {
    int left = 0;
    for (const auto& key : std::as_const(item.after)) {
        const auto name = QStringLiteral("outbox:") + key;
        const auto done = done_.find(key.toStdString());
        if (done != done_.end() && !done->second.isEmpty()) {
            item.body.replace(name.toUtf8(), done->second.toUtf8());
        } else {
            item.body = withoutPhoto(item.body, name);
            ++left;
        }
    }
    item.after.clear();
    return left;
}

void Outbox::begin(OutboxItem& item) {
    const int left = settlePhotos(item);
    ++item.attempts;
    item.state = OutboxState::sending;
    (item.isPhoto() ? photo_ : command_) = item.key;
    // On disk before it goes out: after a crash it is known that the hub may have it, and it goes
    // again with the very same body.
    disk_.run([item](OutboxFile& file) { return file.begin(item); },
              [this, key = item.key](const Result<>& written) {
                  report(written);
                  auto* begun = find(key);
                  if (begun && written && isMine(*begun) && !begun->leaving)
                      return send(*begun);
                  land(key);
                  if (begun)
                      begun->state = OutboxState::waiting;
                  if (!written)
                      notBegun(begun, written.error());
                  if (begun)
                      touch(*begun);
                  pump();
              });
    const auto title = item.title;
    touch(item);
    if (left > 0)
        Q_EMIT photosLeftOut(title, left);
}

void Outbox::notBegun(OutboxItem* item, const Failure& failure) {
    if (item) {
        --item->attempts;
        item->failure = failure;
        item->hasFailure = true;
    }
    // A disk that takes nothing takes none of them; that this one does not wait in the file any
    // more says nothing about the others.
    if (item && failure.kind == FailureKind::conflict)
        turns_.hold(item->lane);
    else
        turns_.holdAll();
}

void Outbox::send(const OutboxItem& item) {
    Command command{
        item.method, item.path, item.type, item.body, QByteArray::fromStdString(item.key),
        item.expires};
    command.outlivesIdentity = true; // what became of it is its owner's to know
    link_.send(command, this, [this, key = item.key](const Reply& reply) { answered(key, reply); });
}

void Outbox::land(const std::string& key) {
    for (auto* flight : {&command_, &photo_})
        if (*flight == key)
            flight->clear();
}

void Outbox::answered(const std::string& key, const Reply& reply) {
    auto* item = find(key);
    if (!item) { // given up meanwhile
        land(key);
        return pump();
    }
    if (saysDone(*item, reply)) {
        turns_.release(item->lane);
        const OutboxDone done{key, item->isPhoto() ? idIn(reply.body) : QString()};
        disk_.run(
            [done, now = ms_of(clock_.exact())](OutboxFile& file) { return file.done(done, now); },
            [this, done, body = reply.body](const Result<>& written) {
                land(done.key);
                report(written);
                auto* kept = find(done.key);
                if (!written) {
                    // The hub has done it; asking again gives the same answer, so nothing is
                    // lost.
                    if (kept) {
                        kept->state = OutboxState::waiting;
                        turns_.hold(kept->lane);
                        touch(*kept);
                    }
                    return pump();
                }
                done_.insert_or_assign(done.key, done.photo);
                if (kept) {
                    const bool mine = isMine(*kept);
                    const auto kind = kept->kind, title = kept->title;
                    remove(done.key);
                    if (mine)
                        Q_EMIT succeeded(qs(done.key), kind, title, body);
                }
                pump();
            });
        return;
    }
    land(key);
    auto failure = whyNot(*item, reply);
    if (!mayHelpToRepeat(failure, item->attempts)) {
        turns_.release(item->lane);
        return finish(*item,
                      failure.kind == FailureKind::expired ? OutboxState::expired
                                                           : OutboxState::refused,
                      failure);
    }
    const bool heard = reply.answered() || link_.isReachable();
    if (!reply.answered() && heard && failure.field.empty())
        failure.field = "silent"; // the hub is there, and has not said anything to this
    item->state = OutboxState::waiting;
    item->failure = failure;
    item->hasFailure = true;
    // What goes wrong with this one is no reason for others to wait; a hub that is away, or that
    // wants less of everything, is.
    if (heard && failure.kind != FailureKind::too_many)
        turns_.hold(item->lane);
    else
        turns_.holdAll();
    touch(*item);
    pump();
}

void Outbox::finish(OutboxItem& item, OutboxState state, const Failure& failure) {
    item.state = state;
    item.failure = failure;
    item.hasFailure = true;
    disk_.run([item](OutboxFile& file) { return file.update(item); },
              [this, key = item.key](const Result<>& written) {
                  report(written);
                  auto* finished = find(key);
                  if (written || written.error().kind != FailureKind::conflict || !finished)
                      return;
                  // It was settled otherwise in the file: what became of it is not known here.
                  finished->failure = written.error();
                  touch(*finished);
              });
    qCInfo(lcOutbox) << item.kind << "given up:" << kindKey(failure.kind) << failure.field.c_str();
    const bool mine = isMine(item);
    const auto key = qs(item.key);
    const auto kind = item.kind, title = item.title;
    touch(item);
    Q_EMIT countsChanged();
    if (mine)
        Q_EMIT gaveUp(key, kind, title, failureText(failure));
    pumpSoon();
}

} // namespace chengyun::console
