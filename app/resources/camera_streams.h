// The addresses of cameras' streams with user and password: asked of the hub when somebody watches,
// and kept in memory only.
#pragma once

#include "app/resources/camera_reports.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace chengyun::console {

class HubLink;
class ResourceStore;

/// GUI thread. One of them in the program; CameraStream is a tile's view of it.
class CameraStreams : public QObject {
    Q_OBJECT
public:
    CameraStreams(HubLink& link, const ResourceStore& store, QObject* parent = nullptr);

    struct Known {
        QString address; ///< empty while it is not known, or there is none
        QString sub;     ///< of its sub stream; empty where it has none
        QString problem; ///< why there is none, for people; empty when nothing went wrong
        bool asking = false;
    };
    /// What is known of the camera's stream; asks the hub where that is not what the camera's
    /// resource is now, and says `changed` later. While the hub is away the resource's own address
    /// has to do: it plays where the camera asks for no password.
    [[nodiscard]] Known look(const QString& resource);
    [[nodiscard]] QString name(const QString& resource) const;
    /// A tile shows this camera, or does not any more.
    void hold(const QString& resource);
    void release(const QString& resource);

    /// What tiles see of their cameras.
    [[nodiscard]] CameraReports& reports() { return reports_; }

    /// Forgets what no tile has shown at this call and the one before. Once a minute by itself.
    void sweep();
    [[nodiscard]] bool isKept(const QString& resource) const { return entries_.contains(resource); }

Q_SIGNALS:
    /// Something about these cameras may be different now.
    void changed();

private:
    struct Entry {
        qint64 version = -1; ///< of the resource when this was asked
        Known known;
        bool certain = false; ///< the hub has said it
        bool old = false;     ///< no tile showed it at the last sweep
    };
    void ask(const QString& resource, qint64 version, const Known& plain);
    void askAgain();
    void forget();

    HubLink& link_;
    const ResourceStore& store_;
    CameraReports reports_{link_};
    QHash<QString, Entry> entries_;
    QHash<QString, int> shown_; ///< by how many tiles
    QTimer again_;
    QTimer sweep_;  ///< runs while something is known
    int round_ = 0; ///< answers for the account before are not kept
};

/// One camera as a tile wants it. Made by QML.
class CameraStream : public QObject {
    Q_OBJECT
    Q_PROPERTY(chengyun::console::CameraStreams* streams READ streams WRITE setStreams NOTIFY
                   streamsChanged FINAL)
    /// Id of the camera's resource; empty for none.
    Q_PROPERTY(QString resource READ resource WRITE setResource NOTIFY resourceChanged FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    /// For CameraPlayer; changes when the camera gets another one.
    Q_PROPERTY(QString address READ address NOTIFY changed FINAL)
    /// The same, and behind it that of the sub stream, where there is one.
    Q_PROPERTY(QStringList addresses READ addresses NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed FINAL)
    /// What the tile sees of it: a CameraFault by its name, "none" while there is a picture, empty
    /// while that is not known. The hub is told.
    Q_PROPERTY(QString fault READ fault WRITE setFault NOTIFY faultChanged FINAL)

public:
    explicit CameraStream(QObject* parent = nullptr);
    ~CameraStream() override;

    [[nodiscard]] CameraStreams* streams() const { return streams_; }
    void setStreams(CameraStreams* streams);
    [[nodiscard]] const QString& resource() const { return resource_; }
    void setResource(const QString& resource);
    [[nodiscard]] const QString& name() const { return name_; }
    [[nodiscard]] const QString& address() const { return known_.address; }
    [[nodiscard]] QStringList addresses() const;
    [[nodiscard]] const QString& problem() const { return known_.problem; }
    [[nodiscard]] bool isAsking() const { return known_.asking; }
    [[nodiscard]] const QString& fault() const { return fault_; }
    void setFault(const QString& fault);

Q_SIGNALS:
    void streamsChanged();
    void faultChanged();
    void resourceChanged();
    void changed();

private:
    void update();
    void report();

    QPointer<CameraStreams> streams_;
    QString resource_;
    QString name_;
    QString fault_;
    CameraStreams::Known known_;
};

} // namespace chengyun::console
