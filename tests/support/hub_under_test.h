// A real hub in a process of its own, with the demonstration district, on a free port.
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace chengyun::test {

/// An answer of the hub.
struct HttpAnswer {
    int status = 0; ///< 0: not reached
    QByteArray body;
    QByteArray type;
    QList<QPair<QByteArray, QByteArray>> headers;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QByteArray header(const QByteArray& name) const;
    /// "wrong_state" of a problem.
    [[nodiscard]] QString problem() const;
};

class HubUnderTest {
public:
    /// Starts with --demo unless `demo` is false. `flags` are further ones.
    explicit HubUnderTest(bool demo = true, const QStringList& flags = {});
    ~HubUnderTest();

    /// False when it does not listen; `log()` says why. A later start takes the same port.
    bool start();
    /// SIGTERM; its exit status.
    int stop();
    void kill();
    /// Stops it without a word, as a dead path does: connections stay open, nothing is answered.
    void freeze();
    void thaw();
    [[nodiscard]] bool running() const { return process_.state() != QProcess::NotRunning; }
    [[nodiscard]] QUrl url(const QString& path) const;
    [[nodiscard]] QString dataDir() const { return dir_.filePath(QStringLiteral("data")); }
    /// Standard output and error so far.
    [[nodiscard]] QByteArray output() const { return output_; }
    [[nodiscard]] QByteArray log() const;
    [[nodiscard]] QString password(const QString& account) const;
    /// A bearer token of that demonstration account.
    [[nodiscard]] QByteArray signIn(const QString& account);

    /// One request; `headers` besides Authorization and Content-Type. Waits for the answer.
    HttpAnswer request(const QByteArray& method, const QString& path, const QByteArray& token = {},
                       const QByteArray& body = {},
                       const QList<QPair<QByteArray, QByteArray>>& headers = {});
    HttpAnswer get(const QString& path, const QByteArray& token = {}) {
        return request("GET", path, token);
    }
    /// A command with a fresh Idempotency-Key, or the one given.
    HttpAnswer command(const QByteArray& method, const QString& path, const QByteArray& token,
                       const QJsonObject& body, const QByteArray& key = {});

    /// The path of a program of this build.
    [[nodiscard]] static QString program(const QString& name);

private:
    QTemporaryDir dir_;
    QProcess process_;
    QNetworkAccessManager network_;
    QStringList flags_;
    bool demo_;
    QString scheme_;
    quint16 port_ = 0;
    QByteArray output_;
};

[[nodiscard]] QByteArray newKey();

} // namespace chengyun::test
