// Shows a QCustomPlot in a Qt Quick scene: the one adaptor for all charts.
//
// The plot is drawn into an image on the GUI thread when its data, size or colours have changed,
// and the image becomes a texture. A QQuickPaintedItem would paint on the render thread, where
// widgets must not be touched.
#pragma once

#include <QColor>
#include <QImage>
#include <QQuickItem>

#include <memory>

class QCustomPlot;

namespace chengyun::console {

class PlotItem : public QQuickItem {
    Q_OBJECT
    Q_PROPERTY(QColor ground MEMBER ground_ NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor line MEMBER line_ NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor text MEMBER text_ NOTIFY looksChanged FINAL)
    Q_PROPERTY(QString fontFamily MEMBER fontFamily_ NOTIFY looksChanged FINAL)
    /// Pixels, already scaled for the seat.
    Q_PROPERTY(int fontSize MEMBER fontSize_ NOTIFY looksChanged FINAL)

public:
    explicit PlotItem(QQuickItem* parent = nullptr);
    ~PlotItem() override;

Q_SIGNALS:
    void looksChanged();

protected:
    /// The plot to fill. Lives as long as the item.
    [[nodiscard]] QCustomPlot& plot() { return *plot_; }
    /// Called on the GUI thread before each drawing: put data, colours and labels in place.
    virtual void prepare(QCustomPlot& plot) = 0;
    /// Something changed; drawn again before the next frame, once however often this is called.
    void redraw();

    void updatePolish() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData*) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& value) override;

    QColor ground_, line_, text_;
    QString fontFamily_;
    int fontSize_ = 12;

private:
    std::unique_ptr<QCustomPlot> plot_;
    QImage image_;
    bool fresh_ = false; ///< image_ is newer than the texture
};

} // namespace chengyun::console
