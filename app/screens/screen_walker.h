// Walks every screen in every language and size and writes a picture of each.
#pragma once

#include "app/screens/still_frame.h"
#include "app/screens/walk_steps.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QSize>
#include <QStringList>

#include <memory>

namespace chengyun::console {

class Languages;
class Session;
class WarningCount;

struct WalkOptions {
    QString folder;
    QString sessionFile;
    QString stateFolder;
    QStringList languages;
    QList<QSize> sizes;
};

/// GUI thread. Leaves the program with 0 when every picture came to rest and QML had nothing to
/// complain about, else 1.
class ScreenWalker : public QObject {
    Q_OBJECT
public:
    ScreenWalker(QQuickWindow& window, Session& session, Languages& languages,
                 WarningCount& warnings, WalkOptions options, QObject* parent = nullptr);
    ~ScreenWalker() override;
    void start();

private:
    void prepareWalk();
    void walkSeat();
    void next();
    void arrange();
    void keep(const QImage& picture, bool still);
    void finish();

    QQuickWindow& window_;
    Session& session_;
    Languages& languages_;
    WarningCount& warnings_;
    WalkOptions options_;
    StillFrame frame_;
    std::unique_ptr<CutLine> line_;
    std::vector<WalkStep> steps_;
    std::size_t step_ = 0;
    int language_ = 0;
    int size_ = 0;
    int firstNumber_ = 1;
    bool signedIn_ = false;
    QStringList unrest_;
    int pictures_ = 0;
    QElapsedTimer waited_; ///< for somebody to be signed in
};

} // namespace chengyun::console
