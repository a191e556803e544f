// What is asked of a browser that is in a consultation: whom it sees and hears, and what it sends.
#pragma once

#include "tests/support/web_driver.h"

#include <QFile>
#include <QTest>

namespace chengyun::test {

class ConsultPhone {
public:
    explicit ConsultPhone(WebDriver& browser) : browser_(browser) {}

    /// Takes note of what the page opens from here on: connections, devices, vibration.
    void spy() const {
        using namespace Qt::StringLiterals;
        browser_.run(
            u"if (window.spied) return; window.spied = {connections: [], tracks: [], shakes: 0};"
            "const Real = window.RTCPeerConnection;"
            "window.RTCPeerConnection = class extends Real {"
            "    constructor(...words) { super(...words); spied.connections.push(this); }"
            "};"
            "const devices = navigator.mediaDevices, take = devices.getUserMedia.bind(devices);"
            "devices.getUserMedia = async want => {"
            "    const stream = await take(want);"
            "    spied.tracks.push(...stream.getTracks());"
            "    return stream;"
            "};"
            "navigator.vibrate = pattern => { if (pattern) ++spied.shakes; return true; };"_s);
    }
    /// How many others' pictures move.
    [[nodiscard]] int moving() const {
        using namespace Qt::StringLiterals;
        return browser_
            .run(u"const videos = [...document.querySelectorAll('.consult-room .tile:not(.own) "
                 "video')];"
                 "window.times = window.times ?? new WeakMap();"
                 "let moving = 0;"
                 "for (const video of videos) {"
                 "    const before = times.get(video) ?? 0;"
                 "    if (video.videoWidth > 0 && before > 0 && video.currentTime > before)"
                 "        ++moving;"
                 "    times.set(video, video.currentTime);"
                 "}"
                 "return moving"_s)
            .toInt();
    }
    /// Bytes of sound that have come, over all connections that are open. The answer is of the call
    /// before: the browser gives it later.
    [[nodiscard]] qint64 heard() const {
        return figure(QStringLiteral("inbound-rtp"), QStringLiteral("audio"));
    }
    [[nodiscard]] qint64 seen() const {
        return figure(QStringLiteral("inbound-rtp"), QStringLiteral("video"));
    }
    /// "video/H264", as it is sent.
    [[nodiscard]] QString sends() const {
        using namespace Qt::StringLiterals;
        return browser_
            .run(u"for (const each of spied.connections)"
                 "    if (each.connectionState !== 'closed')"
                 "        each.getStats().then(all => all.forEach(one => {"
                 "            if (one.type === 'outbound-rtp' && one.kind === 'video' && "
                 "one.codecId)"
                 "                window.codec = all.get(one.codecId).mimeType;"
                 "        }));"
                 "return window.codec ?? ''"_s)
            .toString();
    }
    /// Devices that the page holds.
    [[nodiscard]] int held() const {
        using namespace Qt::StringLiterals;
        return browser_
            .run(u"return spied.tracks.filter(track => track.readyState === 'live').length"_s)
            .toInt();
    }
    [[nodiscard]] QString phase() const {
        using namespace Qt::StringLiterals;
        return browser_
            .run(u"return document.querySelector('.consult-room')?.dataset.phase ?? ''"_s)
            .toString();
    }
    [[nodiscard]] int tiles() const {
        using namespace Qt::StringLiterals;
        return browser_
            .run(u"return document.querySelectorAll('.consult-room .tile:not(.own)').length"_s)
            .toInt();
    }
    /// Pictures for people to look at, when a folder is named.
    void shot(const QString& name) const {
        using namespace Qt::StringLiterals;
        const auto folder = qEnvironmentVariable("CHENGYUN_SHOTS");
        if (folder.isEmpty())
            return;
        QFile file(folder + u'/' + name + u".png"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(browser_.screenshot());
    }

private:
    [[nodiscard]] qint64 figure(const QString& type, const QString& kind) const {
        using namespace Qt::StringLiterals;
        return browser_
            .run(u"const [type, kind] = arguments, name = type + kind;"
                 "Promise.all(spied.connections.filter(each => each.connectionState !== 'closed')"
                 "    .map(each => each.getStats())).then(reports => {"
                 "    let bytes = 0;"
                 "    for (const all of reports)"
                 "        all.forEach(one => {"
                 "            if (one.type === type && one.kind === kind) bytes += "
                 "one.bytesReceived;"
                 "        });"
                 "    window[name] = bytes;"
                 "});"
                 "return window[name] ?? 0"_s,
                 {type, kind})
            .toInteger();
    }
    WebDriver& browser_;
};

} // namespace chengyun::test
