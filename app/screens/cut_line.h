// A line to the hub that can be cut and mended: a TCP relay on loopback. The pictures of the
// offline state need a real loss, not a pretended one.
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUrl>

namespace chengyun::console {

/// GUI thread.
class CutLine : public QObject {
    Q_OBJECT
public:
    /// `hub`: where it leads, "http://127.0.0.1:8790".
    explicit CutLine(QUrl hub, QObject* parent = nullptr);
    /// The same hub through this line.
    [[nodiscard]] QUrl url() const;
    /// Drops every connection and takes no new one.
    void cut();
    void mend();

private:
    void relay();

    QUrl hub_;
    QTcpServer server_;
    quint16 port_ = 0;
};

} // namespace chengyun::console
