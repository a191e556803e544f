// What a seat proposes for a wall: the cameras around the order or the risk that is looked at, or
// around an order of level I or II that has just been issued.
#pragma once

#include "core/linkage/around.h"

#include <QObject>
#include <QSet>
#include <QString>

namespace chengyun::console {

class OrderStore;
class ResourceStore;
class Source;

/// GUI thread.
class LinkageProposal : public QObject {
    Q_OBJECT
    /// "order" or "resource", and its id; empty where nothing is proposed.
    Q_PROPERTY(QString thing READ thing NOTIFY changed)
    Q_PROPERTY(QString about READ about NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// How many cameras can see it.
    Q_PROPERTY(int cameras READ cameras NOTIFY changed)
    /// It is proposed because it has been issued, not because it is looked at.
    Q_PROPERTY(bool issued READ isIssued NOTIFY changed)

public:
    /// Stores know what arrives before this is told. All must outlive this.
    LinkageProposal(Source& source, OrderStore& orders, ResourceStore& resources,
                    QObject* parent = nullptr);

    /// Proposes it: an order that is open, or a risk. Anything else takes back what was proposed
    /// because it was looked at, and leaves what was issued.
    Q_INVOKABLE void look(const QString& thing, const QString& id);
    /// Nobody wants it.
    Q_INVOKABLE void dismiss();

    [[nodiscard]] QString thing() const { return thing_; }
    [[nodiscard]] QString about() const { return about_; }
    [[nodiscard]] QString title() const { return title_; }
    [[nodiscard]] int cameras() const { return cameras_; }
    [[nodiscard]] bool isIssued() const { return issued_; }

Q_SIGNALS:
    void changed();

private:
    /// Whether there is such a thing.
    bool propose(const QString& thing, const QString& id, bool issued);
    void clear();
    [[nodiscard]] int count(Place place) const;

    OrderStore& orders_;
    ResourceStore& resources_;
    QString thing_, about_, title_;
    int cameras_ = 0;
    bool issued_ = false;
};

} // namespace chengyun::console
