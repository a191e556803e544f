// The design tokens. Sizes are in device-independent pixels of a seat and grow with `scale`, which the
// shell sets from the screen and the user's wish; both themes are one set of names.
pragma Singleton
import QtQuick

QtObject {
    id: theme

    property bool dark: true
    property real scale: 1.0

    // Grounds, from back to front.
    readonly property color ground: dark ? "#0D1520" : "#EEF2F6"
    readonly property color surface: dark ? "#141F2D" : "#FFFFFF"
    readonly property color raised: dark ? "#1B2A3C" : "#E6EDF3"
    readonly property color hover: dark ? "#223449" : "#DAE4EC"
    readonly property color line: dark ? "#26384E" : "#CFDAE4"
    readonly property color shade: dark ? "#B0070C13" : "#80223040"

    readonly property color text: dark ? "#E8EEF5" : "#14202C"
    readonly property color quiet: dark ? "#8FA3BA" : "#4E6378"
    readonly property color faint: dark ? "#758BA3" : "#5F7387"

    // Selection, focus and the primary action.
    readonly property color accent: dark ? "#2EC4B6" : "#0B8074"
    readonly property color accentInk: dark ? "#07201D" : "#FFFFFF"
    readonly property color accentSoft: dark ? "#173A42" : "#D3ECE8"

    // What is over its time, and everything that needs a person because something failed. Not one
    // of the level colours: those mean a level and nothing else.
    readonly property color late: dark ? "#FF7FB0" : "#B0195E"
    readonly property color lateInk: dark ? "#0B1017" : "#FFFFFF"
    readonly property color lateSoft: dark ? "#3A2136" : "#FBE3EE"
    readonly property color done: dark ? "#3DBB7F" : "#1B7F50"
    readonly property color doneSoft: dark ? "#16372E" : "#D8F0E4"

    // Words over pictures: read on the brightest and the darkest picture, in both themes.
    readonly property color captionGround: "#D9070C13"
    readonly property color caption: "#FFFFFF"
    readonly property color captionQuiet: "#C3D0DE"

    // The national four. Their ink is dark on each of them.
    readonly property color level1: "#E5484D"
    readonly property color level2: "#F76B15"
    readonly property color level3: "#FFC53D"
    readonly property color level4: "#3E8BFF"
    readonly property color levelInk: "#0B1017"

    function levelColor(level: string): color {
        switch (level) {
        case "I":
            return theme.level1;
        case "II":
            return theme.level2;
        case "III":
            return theme.level3;
        case "IV":
            return theme.level4;
        default:
            return theme.faint;
        }
    }

    /// Layers in lists, as app/map/map_palette.h has them on the map; none is near a level colour.
    function layerColor(layer: string): color {
        switch (layer) {
        case "risk":
            return theme.dark ? "#B49CFA" : "#5F41C4";
        case "supply":
            return theme.dark ? "#CFAE87" : "#80592B";
        case "rescue_force":
            return theme.dark ? "#86D9EE" : "#0B6E8C";
        case "shelter":
            return theme.dark ? "#B7CF86" : "#4E6B1A";
        case "camera":
            return theme.dark ? "#B4C4D6" : "#3E5A78";
        default:
            return theme.quiet;
        }
    }

    readonly property string family: "Noto Sans CJK SC"

    // Text sizes.
    readonly property int tiny: px(12)
    readonly property int small: px(13)
    readonly property int body: px(15)
    readonly property int large: px(18)
    readonly property int title: px(24)
    readonly property int huge: px(34)

    // The 4-pixel grid.
    readonly property int s1: px(4)
    readonly property int s2: px(8)
    readonly property int s3: px(12)
    readonly property int s4: px(16)
    readonly property int s5: px(20)
    readonly property int s6: px(24)
    readonly property int s8: px(32)

    readonly property int radius: px(4)
    readonly property int hair: Math.max(1, Math.round(scale))
    readonly property int focusWidth: px(2)

    // Parts of the workstation.
    readonly property int headHeight: px(44)
    readonly property int footHeight: px(26)
    readonly property int railWidth: px(64)
    readonly property int queueWidth: px(348)
    readonly property int detailWidth: px(396)
    readonly property int rowHeight: px(56)
    readonly property int lineHeight: px(32)
    readonly property int controlHeight: px(32)
    readonly property int icon: px(18)
    readonly property int iconLarge: px(22)

    // People see that something moved; data itself never does.
    readonly property int motion: 120
    readonly property int hintDelay: 500

    function px(value: real): int {
        return Math.round(value * theme.scale);
    }
}
