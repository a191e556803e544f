// A symbol of the map as an item, for legends, lists and cards: what people see there is what they
// look for on the map.
#pragma once

#include <QQuickPaintedItem>

namespace chengyun::console {

class SymbolIcon : public QQuickPaintedItem {
    Q_OBJECT
    /// chengyun::Layer, or −1 for an order's pin.
    Q_PROPERTY(int symbolLayer MEMBER layer_ WRITE setLayer NOTIFY changed)
    /// Key of the kind table; what it does not have is the layer's "other".
    Q_PROPERTY(QString kind MEMBER kind_ WRITE setKind NOTIFY changed)
    /// chengyun::Availability; for a pin 0 fresh, 1 active, 2 late.
    Q_PROPERTY(int state MEMBER state_ WRITE setState NOTIFY changed)
    Q_PROPERTY(bool dark MEMBER dark_ WRITE setDark NOTIFY changed)
    Q_PROPERTY(int level MEMBER level_ WRITE setLevel NOTIFY changed)

public:
    explicit SymbolIcon(QQuickItem* parent = nullptr);
    void setLayer(int layer);
    void setKind(const QString& kind);
    void setState(int state);
    void setLevel(int level);
    void setDark(bool dark);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    template <class T>
    void assign(T& member, const T& value);

    int layer_ = 0;
    QString kind_;
    int state_ = 0;
    int level_ = 0;
    bool dark_ = true;
};

} // namespace chengyun::console
