// Which camera of a group is to be seen now, and which is to be made ready behind it, so that one
// follows the other without a gap. docs/patrol.md.
#pragma once

#include "app/patrol/patrol_store.h"
#include "core/time/instant.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <array>
#include <chrono>
#include <optional>

namespace chengyun::console {

/// GUI thread. Whoever shows it has two decks, each a player: the front one is seen, the other one
/// connects and decodes behind it. Each tells how its player fares.
class PatrolRound : public QObject {
    Q_OBJECT
    Q_PROPERTY(
        chengyun::console::PatrolStore* store READ store WRITE setStore NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QString group READ group WRITE setGroup NOTIFY sourceChanged FINAL)
    /// False where nobody looks: nothing is connected.
    Q_PROPERTY(bool running READ isRunning WRITE setRunning NOTIFY sourceChanged FINAL)
    /// A person holds it still: the turns go on without it.
    Q_PROPERTY(bool held READ isHeld WRITE setHeld NOTIFY heldChanged FINAL)
    /// Cameras of the decks; empty for none.
    Q_PROPERTY(QString first READ first NOTIFY changed FINAL)
    Q_PROPERTY(QString second READ second NOTIFY changed FINAL)
    /// The deck that is seen: 0 or 1.
    Q_PROPERTY(int front READ front NOTIFY changed FINAL)
    /// The camera that is seen, empty for none; which one of the group it is, from 1, 0 for none;
    /// and how many there are.
    Q_PROPERTY(QString shown READ shown NOTIFY changed FINAL)
    Q_PROPERTY(int number READ number NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    /// The camera that was passed last in this turn, because it gives no picture, and which one of
    /// the group it is; empty and 0 for none.
    Q_PROPERTY(QString passed READ passed NOTIFY changed FINAL)
    Q_PROPERTY(int passedNumber READ passedNumber NOTIFY changed FINAL)

public:
    /// So long before its turn a camera is made ready, or a whole turn where that is shorter.
    static constexpr std::chrono::milliseconds lead{8000};
    /// So long a camera that is due or seen may be without a picture.
    static constexpr std::chrono::milliseconds patience{4000};

    explicit PatrolRound(QObject* parent = nullptr);
    ~PatrolRound() override;

    [[nodiscard]] PatrolStore* store() const { return store_; }
    void setStore(PatrolStore* store);
    [[nodiscard]] const QString& group() const { return group_; }
    void setGroup(const QString& group);
    [[nodiscard]] bool isRunning() const { return running_; }
    void setRunning(bool running);
    [[nodiscard]] bool isHeld() const { return held_; }
    void setHeld(bool held);

    [[nodiscard]] QString first() const { return decks_[0].camera; }
    [[nodiscard]] QString second() const { return decks_[1].camera; }
    [[nodiscard]] int front() const { return static_cast<int>(front_); }
    [[nodiscard]] QString shown() const { return decks_[front_].camera; }
    [[nodiscard]] int number() const { return numberOf(shown()); }
    [[nodiscard]] int count() const { return static_cast<int>(cameras_.size()); }
    [[nodiscard]] QString passed() const { return passed_; }
    [[nodiscard]] int passedNumber() const { return numberOf(passed_); }

    /// How the player of a deck fares: it plays; or it has been tried and there is no picture.
    Q_INVOKABLE void report(int deck, bool playing, bool failed);
    /// Holds it still at the camera so many further on, or back.
    Q_INVOKABLE void step(int by);
    /// Holds it still at this camera of the group.
    Q_INVOKABLE void holdAt(const QString& camera);

public Q_SLOTS:
    /// Looks at the clock; the timer calls it, and tests do.
    void look();

Q_SIGNALS:
    void sourceChanged();
    void heldChanged();
    void changed();

private:
    struct Deck {
        QString camera;
        bool playing = false;
        bool failed = false;
        Instant without{}; ///< since when it has no picture
    };
    void reload();
    void follow(const PatrolGroup& group, Instant now);
    void hold(Instant now);
    /// Makes the camera ready behind the one that is seen.
    void prepare(const QString& camera, Instant now);
    void swap();
    /// It has been given its time, and has no picture.
    [[nodiscard]] bool isGone(const Deck& deck, Instant now) const;
    [[nodiscard]] int numberOf(const QString& camera) const;
    [[nodiscard]] Deck& frontDeck() { return decks_[front_]; }
    [[nodiscard]] Deck& backDeck() { return decks_[1 - front_]; }
    void wakeAt(Instant at);
    /// Tells the store whose picture is seen now.
    void tell(const QString& camera);

    QPointer<PatrolStore> store_;
    QString group_;
    bool running_ = true;
    bool held_ = false;
    QString heldAt_; ///< the camera at which it is held
    QStringList cameras_;
    std::array<Deck, 2> decks_;
    std::size_t front_ = 0;
    std::int64_t turn_ = 0;
    int passes_ = 0;           ///< cameras that have been passed in this turn
    QString passed_;           ///< the last of them
    QString toldGroup_, told_; ///< whose picture the store has been told of
    std::optional<Instant> wake_;
    QTimer timer_;
};

} // namespace chengyun::console
