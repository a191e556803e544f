// Finding what a window shows.
#pragma once

#include <QQuickItem>
#include <QVariant>

namespace chengyun::console {

/// The first visible item below `root` with this value of a property.
inline QQuickItem* having(QQuickItem* root, const char* property, const QVariant& value) {
    if (!root->isVisible())
        return nullptr;
    if (root->property(property) == value && root->width() > 0)
        return root;
    for (auto* child : root->childItems())
        if (auto* found = having(child, property, value))
            return found;
    return nullptr;
}

/// The visible items below `root` of this QML type, in the order in which they stand there.
inline void collect(QQuickItem* root, const QByteArray& type, QList<QQuickItem*>& found) {
    const QByteArray name(root->metaObject()->className());
    if (!root->isVisible())
        return;
    if (name == type || name.startsWith(type + "_QML"))
        found.append(root);
    for (auto* child : root->childItems())
        collect(child, type, found);
}
[[nodiscard]] inline QList<QQuickItem*> all(QQuickItem* root, const QByteArray& type) {
    QList<QQuickItem*> found;
    collect(root, type, found);
    return found;
}

} // namespace chengyun::console
