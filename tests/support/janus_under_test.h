// The real Janus in a process of its own, as ./dev run starts it, where ./dev has fetched one. For
// tests that are told PATHS (cmake/Chengyun.cmake).
#pragma once

#include <QHostAddress>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTcpServer>
#include <QTemporaryDir>

namespace chengyun::test {

[[nodiscard]] inline int free_port() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// As ./dev run starts it, with the same functions.
class JanusUnderTest {
public:
    JanusUnderTest() { process_.setProcessChannelMode(QProcess::MergedChannels); }
    ~JanusUnderTest() { stop(); }

    /// False where ./dev has fetched none.
    [[nodiscard]] static bool is_there() {
        using namespace Qt::StringLiterals;
        return QProcess::execute(u"bash"_s,
                                 {u"-c"_s, sourced() + u"test -d \"$(janus_folder)\""_s}) == 0;
    }
    void start() {
        using namespace Qt::StringLiterals;
        const auto command =
            sourced() +
            u"janus_configure '%1' %2 %3; janus_keep '%1'"_s.arg(folder()).arg(seats).arg(admin);
        process_.start(u"bash"_s, {u"-c"_s, command});
        process_.waitForStarted();
    }
    void stop() {
        if (process_.state() == QProcess::NotRunning)
            return;
        process_.terminate();
        if (!process_.waitForFinished(15'000))
            process_.kill();
    }
    /// It is started again by what keeps it.
    void kill() const {
        signal(QStringLiteral("-KILL"));
    }
    /// Stops it without a word, as a dead path does: connections stay open, nothing is answered.
    void freeze() const { signal(QStringLiteral("-STOP")); }
    void thaw() const { signal(QStringLiteral("-CONT")); }
    [[nodiscard]] QString folder() const {
        using namespace Qt::StringLiterals;
        return dir_.filePath(u"janus"_s);
    }
    /// What a hub is told of it.
    [[nodiscard]] QStringList flags() const {
        using namespace Qt::StringLiterals;
        return {u"--consult.janus"_s,
                u"http://127.0.0.1:%1/admin"_s.arg(admin),
                u"--consult.janus_secret_file"_s,
                folder() + u"/secret"_s,
                u"--consult.media_url"_s,
                u"ws://127.0.0.1:%1"_s.arg(seats)};
    }
    [[nodiscard]] QByteArray log() { return process_.readAll(); }

    const int seats = free_port(), admin = free_port();

private:
    void signal(const QString& which) const {
        using namespace Qt::StringLiterals;
        QProcess::execute(u"pkill"_s,
                          {which, u"-P"_s, QString::number(process_.processId()), u"janus"_s});
    }
    static QString sourced() {
        using namespace Qt::StringLiterals;
        return uR"(set -eu
            export CHENGYUN_TOP='%1'
            for part in say chroot hall janus; do . "$CHENGYUN_TOP/dev.d/lib/$part.sh"; done
            )"_s.arg(QString::fromUtf8(CHENGYUN_SOURCE_DIR));
    }
    QTemporaryDir dir_;
    QProcess process_;
};

} // namespace chengyun::test
