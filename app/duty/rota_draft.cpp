#include "app/duty/rota_draft.h"

#include "app/duty/duty_commands.h"
#include "app/duty/roster.h"
#include "app/link/failure_text.h"
#include "app/link/outbox.h"
#include "app/link/session.h"
#include "core/duty/roster_codec.h"
#include "core/wire/wire_codec.h"

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcRotaDraft, "chengyun.duty.draft")

namespace chengyun::console {
namespace {

/// What a planner writes of a shift; all else happens to it.
bool isPlannedAlike(const Shift& a, const Shift& b) {
    return a.post == b.post && a.person == b.person && a.backup == b.backup && a.start == b.start &&
           a.end == b.end;
}

} // namespace

RotaDraft::RotaDraft(DutyRoster& roster, DutyCommands& commands, Outbox& outbox, Session& session,
                     QObject* parent)
    : QObject(parent), roster_(roster), commands_(commands), session_(session) {
    connect(&roster_, &DutyRoster::shiftsChanged, this, &RotaDraft::settle);
    connect(&session_, &Session::ownerChanged, this, &RotaDraft::load);
    connect(&outbox, &Outbox::succeeded, this,
            [this](const QString& key, const QString&, const QString&, const QByteArray& body) {
                if (key == key_)
                    landed(body);
            });
    connect(&outbox, &Outbox::gaveUp, this,
            [this](const QString& key, const QString&, const QString&, const QString& why) {
                if (key != key_)
                    return;
                key_.clear();
                sent_.clear();
                Q_EMIT writingChanged();
                refuse(why);
            });
    connect(&outbox, &Outbox::changed, this, [this, &outbox](const QString& subject) {
        // Somebody has taken it back.
        if (subject == DutyCommands::planSubject && isWriting() && outbox.bodyOf(key_).isEmpty() &&
            !outbox.knows(key_.toStdString())) {
            key_.clear();
            sent_.clear();
            Q_EMIT writingChanged();
        }
    });
    load();
}

const Shift* RotaDraft::shift(std::string_view id) const {
    const auto found = at_.find(id);
    return found == at_.end() ? nullptr : &shifts_[found->second];
}

bool RotaDraft::isChanged(std::string_view id) const {
    return changes_.contains(id);
}

bool RotaDraft::isConflict(std::string_view id) const {
    const auto change = changes_.find(id);
    if (change == changes_.end() || sent_.contains(id))
        return false;
    const auto* theirs = roster_.shift(id);
    return theirs && theirs->version != change->second.base;
}

int RotaDraft::conflicts() const {
    return static_cast<int>(std::ranges::count_if(
        changes_, [this](const auto& change) { return isConflict(change.first); }));
}

Result<> RotaDraft::mayEdit(const Edit& edit) const {
    if (const auto ok = check(edit.shift); !ok)
        return ok;
    const auto* before = shift(edit.shift.id);
    const auto* theirs = roster_.shift(edit.shift.id);
    if (theirs && theirs->state != ShiftState::planned)
        return fail(FailureKind::wrong_state);
    for (const auto* one : {before, &edit.shift}) {
        const auto* post = one ? roster_.post(one->post) : nullptr;
        if (one && !post)
            return fail(FailureKind::not_found);
        if (post && !roster_.may(DutyRight::plan, post->unit))
            return fail(FailureKind::forbidden);
    }
    return {};
}

/// Nothing is left to be written: the hub has it so.
bool RotaDraft::isSame(const RotaChange& change) const {
    const auto* theirs = roster_.shift(change.shift.id);
    if (change.cancelled)
        return theirs ? !counts(*theirs) : change.base == 0;
    return theirs && counts(*theirs) && isPlannedAlike(*theirs, change.shift);
}

bool RotaDraft::apply(const std::vector<Edit>& edits) {
    Step step;
    for (const auto& edit : edits) {
        if (const auto ok = mayEdit(edit); !ok) {
            refuse(ok.error().kind == FailureKind::wrong_state
                       ? tr("This shift has begun or is over: it is not planned any more.")
                   : ok.error().kind == FailureKind::forbidden ? tr("Another unit plans this post.")
                                                               : console::failureText(ok.error()));
            return false;
        }
        const auto known = changes_.find(edit.shift.id);
        const auto* theirs = roster_.shift(edit.shift.id);
        RotaChange change{edit.shift, edit.cancelled,
                          known != changes_.end() ? known->second.base
                          : theirs                ? theirs->version
                                                  : 0};
        step[edit.shift.id] = isSame(change) ? std::nullopt : std::optional(std::move(change));
    }
    refuse({});
    take(step, undo_);
    redo_.clear();
    Q_EMIT changed();
    return true;
}

RotaDraft::Step RotaDraft::swap(const Step& step) {
    Step before;
    for (const auto& [id, change] : step) {
        const auto known = changes_.find(id);
        before[id] = known == changes_.end() ? std::nullopt : std::optional(known->second);
        if (change)
            changes_.insert_or_assign(id, *change);
        else
            changes_.erase(id);
    }
    return before;
}

void RotaDraft::take(const Step& step, std::vector<Step>& back) {
    auto before = swap(step);
    if (before == step)
        return;
    back.push_back(std::move(before));
    rebuild();
    keep();
}

void RotaDraft::undo() {
    if (undo_.empty())
        return;
    const auto step = std::move(undo_.back());
    undo_.pop_back();
    take(step, redo_);
    Q_EMIT changed();
}

void RotaDraft::redo() {
    if (redo_.empty())
        return;
    const auto step = std::move(redo_.back());
    redo_.pop_back();
    take(step, undo_);
    Q_EMIT changed();
}

void RotaDraft::discard() {
    Step step;
    for (const auto& [id, change] : changes_)
        step[id] = std::nullopt;
    refuse({});
    if (step.empty())
        return;
    take(step, undo_);
    redo_.clear();
    Q_EMIT changed();
}

PlanShifts RotaDraft::plan() const {
    PlanShifts plan;
    for (const auto& [id, change] : changes_) {
        if (change.cancelled) {
            plan.cancelled.push_back({id, change.base});
            continue;
        }
        const auto& shift = change.shift;
        const auto some = [](const std::string& text) {
            return text.empty() ? std::nullopt : std::optional(text);
        };
        plan.shifts.push_back({id, shift.post, some(shift.person), some(shift.backup), shift.start,
                               shift.end, change.base});
    }
    return plan;
}

bool RotaDraft::write() {
    if (changes_.empty() || isWriting())
        return false;
    if (conflicts() > 0) {
        refuse(tr("Another planner has changed some of these shifts. Decide first whose count."));
        return false;
    }
    key_ = QString::fromStdString(commands_.plan(plan()));
    if (key_.isEmpty()) {
        refuse(commands_.failureText());
        return false;
    }
    sent_ = changes_;
    refuse({});
    Q_EMIT writingChanged();
    return true;
}

void RotaDraft::landed(const QByteArray& body) {
    const auto done = json::read<Done>(body.toStdString(), json::Unknown::ignore);
    key_.clear();
    const auto sent = std::exchange(sent_, {});
    for (const auto& [id, change] : sent) {
        const auto known = changes_.find(id);
        if (known == changes_.end())
            continue;
        if (known->second == change)
            drop(id);
        else if (done) // changed again meanwhile: upon what has just been written
            known->second.base = done->seq;
    }
    if (done)
        roster_.learn(done->change); // the stream brings it, too
    else
        qCWarning(lcRotaDraft) << "not understood:" << done.error().field.c_str();
    settle();
    Q_EMIT writingChanged();
    Q_EMIT written(static_cast<int>(sent.size()));
}

void RotaDraft::decide(bool mine) {
    Step step;
    for (const auto& [id, change] : changes_) {
        if (!isConflict(id))
            continue;
        step[id] = mine ? std::optional(change) : std::nullopt;
        if (mine)
            step[id]->base = roster_.shift(id)->version;
    }
    refuse({});
    take(step, undo_);
    redo_.clear();
    Q_EMIT changed();
}

void RotaDraft::drop(const std::string& id) {
    changes_.erase(id);
    // It is written: no step leads back to before that.
    for (auto* steps : {&undo_, &redo_}) {
        for (auto& step : *steps)
            step.erase(id);
        std::erase_if(*steps, [](const Step& step) { return step.empty(); });
    }
}

void RotaDraft::settle() {
    std::vector<std::string> same;
    for (const auto& [id, change] : changes_)
        if (isSame(change))
            same.push_back(id);
    for (const auto& id : same)
        drop(id);
    rebuild();
    keep();
    Q_EMIT changed();
}

void RotaDraft::rebuild() {
    shifts_.clear();
    for (const auto& shift : roster_.shifts())
        if (counts(shift) && !changes_.contains(shift.id))
            shifts_.push_back(shift);
    for (const auto& [id, change] : changes_) {
        if (change.cancelled)
            continue;
        // What has happened to it meanwhile is the hub's to say.
        auto shift = change.shift;
        if (const auto* theirs = roster_.shift(id)) {
            shift = *theirs;
            shift.post = change.shift.post;
            shift.person = change.shift.person;
            shift.backup = change.shift.backup;
            shift.start = change.shift.start;
            shift.end = change.shift.end;
            if (!counts(shift))
                shift.state = ShiftState::planned; // a conflict
        }
        shifts_.push_back(std::move(shift));
    }
    at_.clear();
    at_.reserve(shifts_.size());
    for (std::size_t i = 0; i < shifts_.size(); ++i)
        at_.emplace(shifts_[i].id, i);
}

void RotaDraft::keep() {
    if (path_.isEmpty())
        return;
    std::vector<RotaChange> changes;
    for (const auto& [id, change] : changes_)
        changes.push_back(change);
    if (changes.empty())
        files_.remove(path_);
    else
        files_.write(path_, QByteArray::fromStdString(json::write(changes)));
}

void RotaDraft::load() {
    const auto folder = session_.ownFolder();
    path_ = folder.isEmpty() ? QString() : folder + QStringLiteral("/rota-draft.json");
    changes_.clear();
    sent_.clear();
    key_.clear();
    undo_.clear();
    redo_.clear();
    if (const auto bytes = files_.read(path_); !path_.isEmpty() && bytes) {
        const auto kept = json::read<std::vector<RotaChange>>(bytes->toStdString());
        if (!kept)
            qCWarning(lcRotaDraft) << "draft not readable:" << kept.error().detail.c_str();
        else
            for (const auto& change : *kept)
                changes_.emplace(change.shift.id, change);
    }
    rebuild();
    Q_EMIT writingChanged();
    Q_EMIT changed();
}

void RotaDraft::refuse(const QString& text) {
    if (text == failureText_)
        return;
    failureText_ = text;
    Q_EMIT failureChanged();
}

} // namespace chengyun::console
