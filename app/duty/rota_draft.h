// The rota as a planner has changed it and not written yet: over the shifts that the hub knows,
// with steps that can be taken back.
#pragma once

#include "app/link/small_files.h"
#include "core/duty/commands.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace chengyun::console {

class DutyCommands;
class DutyRoster;
class Outbox;
class Session;

/// A shift as a planner wants it, or that it shall not be, and what he wrote that upon.
struct RotaChange {
    Shift shift;
    bool cancelled = false;
    std::int64_t base = 0; ///< version of the shift that was looked at; 0: a new one
    bool operator==(const RotaChange&) const = default;
};
BOOST_DESCRIBE_STRUCT(RotaChange, (), (shift, cancelled, base))

/// GUI thread. What is not written survives a restart: it lies in the account's own folder. A shift
/// that somebody else has changed meanwhile is a conflict: it is shown as this planner wants it
/// until he decides.
class RotaDraft : public QObject {
    Q_OBJECT
    /// Shifts that are changed and not written.
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// Those among them that somebody else has changed, too.
    Q_PROPERTY(int conflicts READ conflicts NOTIFY changed)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canRedo READ canRedo NOTIFY changed)
    /// On its way to the hub.
    Q_PROPERTY(bool writing READ isWriting NOTIFY writingChanged)
    /// Why the last edit or writing was refused, in words; empty when it was not.
    Q_PROPERTY(QString failureText READ failureText NOTIFY failureChanged)

public:
    /// A shift as it shall be, or that it shall not be.
    struct Edit {
        Shift shift;
        bool cancelled = false;
    };

    RotaDraft(DutyRoster& roster, DutyCommands& commands, Outbox& outbox, Session& session,
              QObject* parent = nullptr);

    /// All that count, as they will be. Good until `changed`.
    [[nodiscard]] const std::vector<Shift>& shifts() const { return shifts_; }
    [[nodiscard]] const Shift* shift(std::string_view id) const;
    [[nodiscard]] bool isChanged(std::string_view id) const;
    [[nodiscard]] bool isConflict(std::string_view id) const;

    /// All of them as one step, or none. Refused: a shift that is not planned any more, and a post
    /// that this account may not plan.
    bool apply(const std::vector<Edit>& edits);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    /// Everything back to what the hub knows; undo brings it again.
    Q_INVOKABLE void discard();
    /// Hands all changes to the outbox. False when there is nothing, when the last writing is still
    /// on its way, and when there are conflicts.
    Q_INVOKABLE bool write();
    /// Decides all conflicts: by this planner's shifts, or by the others'.
    Q_INVOKABLE void decide(bool mine);
    Q_INVOKABLE void forgetFailure() { refuse({}); }

    [[nodiscard]] int count() const { return static_cast<int>(changes_.size()); }
    [[nodiscard]] int conflicts() const;
    [[nodiscard]] bool canUndo() const { return !undo_.empty(); }
    [[nodiscard]] bool canRedo() const { return !redo_.empty(); }
    [[nodiscard]] bool isWriting() const { return !key_.isEmpty(); }
    [[nodiscard]] QString failureText() const { return failureText_; }

Q_SIGNALS:
    void changed();
    void writingChanged();
    void failureChanged();
    /// The hub has written so many shifts.
    void written(int count);

private:
    using Changes = std::map<std::string, RotaChange, std::less<>>;
    /// What stood in the place of each id; nothing: no change.
    using Step = std::map<std::string, std::optional<RotaChange>>;

    [[nodiscard]] Result<> mayEdit(const Edit& edit) const;
    [[nodiscard]] bool isSame(const RotaChange& change) const;
    [[nodiscard]] Step swap(const Step& step);
    void take(const Step& step, std::vector<Step>& back);
    void drop(const std::string& id);
    /// After the roster or the changes are others.
    void settle();
    void rebuild();
    void keep();
    void load();
    void refuse(const QString& text);
    void landed(const QByteArray& body);
    [[nodiscard]] PlanShifts plan() const;

    DutyRoster& roster_;
    DutyCommands& commands_;
    Session& session_;
    SmallFiles files_;
    QString path_; ///< empty while nobody is signed in
    Changes changes_;
    Changes sent_; ///< as they were handed over
    QString key_;  ///< of the command on its way
    std::vector<Step> undo_, redo_;
    std::vector<Shift> shifts_;
    std::unordered_map<std::string_view, std::size_t> at_; ///< into `shifts_`
    QString failureText_;
};

} // namespace chengyun::console
