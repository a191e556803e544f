// How times, distances and sizes are said.
pragma Singleton
import QtQuick

QtObject {
    id: format

    /// Puts values into a text's places %1 … %9, isolated, all at once: with one arg() after another, a
    /// place's sign in what somebody typed would be filled as well.
    function fill(text: string, values: list<var>): string {
        return text.replace(/%([1-9])/g, (sign, number) => number <= values.length ? isolated(String(values[number - 1])) : sign);
    }

    /// Others' words within a sentence of ours: where they run from right to left, what stands around
    /// them keeps its order. The same as isolated() of app/link/language.h.
    function isolated(words: string): string {
        return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]|\ud802|\ud803|\ud83a|\ud83b/.test(words) ? "\u2068" + words + "\u2069" : words;
    }

    /// What there is of it in one line.
    function joined(parts: list<var>): string {
        const filled = [];
        for (let i = 0; i < parts.length; ++i)
            if (parts[i].length > 0)
                filled.push(isolated(parts[i]));
        return filled.join(" · ");
    }

    /// "12 min", "1 h 05 min", "2 d 3 h"; never negative, rounded as people say what is left.
    function span(ms: real): string {
        const minutes = Math.max(0, Math.floor(ms / 60000));
        if (minutes < 1)
            return qsTr("under 1 min");
        if (minutes < 60)
            return qsTr("%1 min").arg(minutes);
        if (minutes < 1440 && minutes % 60 === 0)
            return qsTr("%1 h").arg(minutes / 60);
        if (minutes < 1440)
            return qsTr("%1 h %2 min").arg(Math.floor(minutes / 60)).arg(String(minutes % 60).padStart(2, "0"));
        return qsTr("%1 d %2 h").arg(Math.floor(minutes / 1440)).arg(Math.floor(minutes % 1440 / 60));
    }

    function left(due: real, now: real): string {
        return due >= now ? qsTr("%1 left").arg(span(due - now)) : qsTr("%1 late").arg(span(now - due));
    }

    function ago(time: real, now: real): string {
        const ms = now - time;
        if (ms < 60000)
            return qsTr("just now");
        return qsTr("%1 ago").arg(span(ms));
    }

    /// "14:32:07", by the hall's clock as all times here.
    function clockSeconds(ms: real): string {
        return Local.text(Local.zone, ms, "HH:mm:ss");
    }

    /// Day and time; the day only when it is not today.
    function moment(ms: real, now: real): string {
        return Local.moment(Local.zone, ms, now, false);
    }

    /// The same, of today to the second.
    function exactly(ms: real, now: real): string {
        return Local.moment(Local.zone, ms, now, true);
    }

    /// "2026-11-30 14:32".
    function minute(ms: real): string {
        return Local.text(Local.zone, ms, "yyyy-MM-dd HH:mm");
    }

    function full(ms: real): string {
        return Local.text(Local.zone, ms, "yyyy-MM-dd HH:mm:ss");
    }

    /// For names of files.
    function stamp(ms: real): string {
        return Local.text(Local.zone, ms, "yyyy-MM-dd HHmm");
    }

    function distance(metres: real): string {
        if (metres < 1000)
            return qsTr("%1 m").arg(Math.round(metres / 10) * 10);
        return qsTr("%1 km").arg((metres / 1000).toFixed(metres < 10000 ? 1 : 0));
    }

    function place(lon: real, lat: real): string {
        return Local.placeText(Local.coordinates, lon, lat);
    }
}
