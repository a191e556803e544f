// A real Janus for a test, in a process of its own.
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace chengyun::test {

/// As ./dev run starts it, with the same functions.
class JanusUnderTest {
public:
    JanusUnderTest();
    ~JanusUnderTest();
    JanusUnderTest(const JanusUnderTest&) = delete;
    JanusUnderTest& operator=(const JanusUnderTest&) = delete;

    /// False where ./dev has fetched none.
    [[nodiscard]] static bool is_there();
    void start();
    void stop();
    /// It is started again by what keeps it.
    void kill() const { signal(QStringLiteral("-KILL")); }
    /// Stops it without a word, as a dead path does: connections stay open, nothing is answered.
    void freeze() const { signal(QStringLiteral("-STOP")); }
    void thaw() const { signal(QStringLiteral("-CONT")); }
    [[nodiscard]] QString folder() const { return dir_.filePath(QStringLiteral("janus")); }
    [[nodiscard]] QByteArray log() { return process_.readAll(); }
    /// Of the Admin API.
    [[nodiscard]] QString adminAddress() const;
    /// For seats.
    [[nodiscard]] QString seatsAddress() const;
    /// What a hub is told of it.
    [[nodiscard]] QStringList flags() const;

    const int seats, admin; ///< ports

private:
    void signal(const QString& which) const;

    QTemporaryDir dir_;
    QProcess process_;
};

} // namespace chengyun::test
