// Who is in a conference, besides oneself.
#pragma once

#include "app/consult/media/conference_picture.h"

#include <QAbstractListModel>
#include <QElapsedTimer>
#include <QString>

#include <chrono>
#include <memory>
#include <vector>

namespace chengyun::console {

/// What the media server says of somebody.
struct ConferenceSeat {
    QString feed;          ///< the name published under: hub/consult/tickets.h writes it
    QString member;        ///< id of an account or unit, as the feed says; the hub checks it
    bool hasSound = false; ///< publishes sound, silent or not
    bool hasPicture = false;
    bool muted = false; ///< says that he is, or the room lets nothing through
    bool tells = false; ///< says whether he is muted: a browser does not
    bool operator==(const ConferenceSeat&) const = default;
};

/// The member whose feed this is; empty where it is none.
[[nodiscard]] QString memberOfFeed(const QString& feed);

/// GUI thread. In the order in which they came. Somebody who is there twice (two seats) has two
/// rows.
///
/// Roles: feed (string, the key of a row), member (id), speaking (bool), level (0 … 1), muted
/// (bool; of somebody who does not tell: nothing has been heard of him for `unheard`), hasPicture
/// (bool), hasSound (bool), picture (ConferencePicture*, never null).
class ConferencePeople : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Feed of the one who speaks, or spoke last; empty before anybody has.
    Q_PROPERTY(QString speaker READ speaker NOTIFY speakerChanged FINAL)

public:
    enum Role {
        FeedRole = Qt::UserRole + 1,
        MemberRole,
        SpeakingRole,
        LevelRole,
        MutedRole,
        HasPictureRole,
        HasSoundRole,
        PictureRole
    };

    explicit ConferencePeople(QObject* parent = nullptr);
    ~ConferencePeople() override;

    [[nodiscard]] int count() const { return static_cast<int>(rows_.size()); }
    [[nodiscard]] const QString& speaker() const { return speaker_; }
    /// Row of the first with this member or feed; −1 without one.
    Q_INVOKABLE [[nodiscard]] int rowOfMember(const QString& member) const;
    [[nodiscard]] int rowOf(const QString& feed) const;
    /// Null without one.
    [[nodiscard]] ConferencePicture* picture(const QString& feed) const;
    /// Of this row; for tests.
    [[nodiscard]] const ConferenceSeat& seat(int row) const {
        return rows_[std::size_t(row)]->seat;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    // For the conference.
    /// Puts a row in, or changes it.
    void put(const ConferenceSeat& seat);
    void remove(const QString& feed);
    void clear();
    /// How loud somebody has been since the last time, in dBFS; several times a second.
    void hear(const QString& feed, double decibels);

    /// As loud as somebody is who speaks, in dBFS.
    static constexpr double speech = -45;
    /// So long he still speaks who takes breath.
    static constexpr std::chrono::milliseconds breath{700};
    /// Quieter is no microphone, in dBFS.
    static constexpr double nothing = -85;
    static constexpr std::chrono::milliseconds unheard{2000};

Q_SIGNALS:
    void countChanged();
    void speakerChanged();
    /// Whether anybody sees this person's picture.
    void seenChanged(const QString& feed, bool seen);

private:
    struct Row {
        ConferenceSeat seat;
        std::unique_ptr<ConferencePicture> picture;
        double level = 0;
        bool speaking = false;
        QElapsedTimer loud;  ///< since it was loud enough for speech
        QElapsedTimer quiet; ///< since anything was heard; invalid before it was listened to
        bool silent = false;

        [[nodiscard]] bool muted() const { return seat.muted || (!seat.tells && silent); }
    };
    void tell(int row, const QList<int>& roles);

    std::vector<std::unique_ptr<Row>> rows_;
    QString speaker_;
};

} // namespace chengyun::console
