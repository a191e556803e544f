// A headless Chromium, driven over WebDriver (chromedriver), at the size of a telephone.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QSize>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

#include <optional>

namespace chengyun::test {

class WebDriver {
public:
    WebDriver();
    ~WebDriver();

    /// False when Chromium or chromedriver is not there or does not start; `problem()` says why.
    /// `flags` are Chromium's, besides ours.
    bool start(QSize size = {390, 844}, const QString& language = QStringLiteral("zh-CN"),
               const QStringList& flags = {});
    /// With two invented cameras and a microphone, which pages may use without asking, or may not.
    static QStringList media(bool allowed = true) {
        return {QStringLiteral("--use-fake-device-for-media-stream=device-count=2"),
                allowed ? QStringLiteral("--use-fake-ui-for-media-stream")
                        : QStringLiteral("--use-fake-ui-for-media-stream=deny"),
                QStringLiteral("--autoplay-policy=no-user-gesture-required")};
    }
    [[nodiscard]] QString problem() const { return problem_; }

    void open(const QUrl& url);
    /// Another tab of the same browser, which is where everything happens until switchTo(); its
    /// name.
    QString openTab(const QUrl& url);
    /// The name of the tab in which everything happens.
    QString tab();
    void switchTo(const QString& tab);
    /// Closes the tab in which everything happens; switchTo() another one then.
    void closeTab();
    /// The value a script returns.
    QJsonValue run(const QString& script, const QJsonArray& arguments = {});
    /// The text of the first element, or a null string when there is none.
    QString text(const QString& selector);
    [[nodiscard]] bool has(const QString& selector) { return !text(selector).isNull(); }
    /// A real click, which fails when something lies over the element.
    bool click(const QString& selector);
    /// Typed into the element; into a file input, the file's path.
    bool type(const QString& selector, const QString& text);
    /// Cuts the browser's network, or joins it again.
    void setOffline(bool offline);
    /// How much the pages of `origin` may keep, in bytes; as much as there is with none.
    void setQuota(const QUrl& origin, std::optional<qint64> bytes);
    /// PNG.
    QByteArray screenshot();
    /// Messages of the page's console of level SEVERE since it was asked last.
    QStringList errors();
    /// All of them, whatever their level.
    QStringList messages();

private:
    QJsonValue call(const QByteArray& method, const QString& path, const QJsonObject& body = {});
    QString element(const QString& selector);

    QTemporaryDir profile_;
    QProcess driver_;
    QNetworkAccessManager network_;
    QString base_, session_, problem_;
};

} // namespace chengyun::test
