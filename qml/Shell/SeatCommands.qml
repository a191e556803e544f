// What the command bar can run, with the words it is found by: both languages, full pinyin, initials.
import QtQuick
import Chengyun.Style
import Chengyun.Search

QtObject {
    id: table

    required property CommandBar bar
    property string language: "zh_CN"
    readonly property bool dark: Theme.dark

    function register(): void {
        const c = table.bar;
        c.registerCommand("order.new", qsTr("New order"), "F4", "xin zhiling xzl xiada dispatch 指令 下达 派发");
        c.registerCommand("order.back", qsTr("Bring back the draft that was put aside"), "", "huifu caogao hfcg draft 草稿 恢复");
        c.registerCommand("around", qsTr("Who and what is around here"), "F6", "zhoubian fenxi zbfx fujin nearest 周边 附近");
        c.registerCommand("acknowledge", qsTr("Take note of the newest alarm"), qsTr("Space"), "qianshou qs queren qr 签收 确认");
        c.registerCommand("alarms", qsTr("Show alarms"), "", "baojing bj jingbao lingdang bell 报警");
        c.registerCommand("alarms.mute", qsTr("Sound on or off"), "", "jingyin jy shengyin mute 静音");
        c.registerCommand("queue.late", qsTr("Show late orders"), "", "yuqi yq overdue 逾期");
        c.registerCommand("queue.all", qsTr("Show all open orders"), "", "quanbu qb zaiban all 全部");
        c.registerCommand("duty", qsTr("Duty and mode"), "", "zhiban zb moshi pingshi zhanshi ps zs emergency 值班 模式 平时 战时 指挥长 值班长");
        c.registerCommand("go.map", qsTr("Go to the map"), "", "ditu yitu yt 一图 地图");
        c.registerCommand("go.video", qsTr("Go to video"), "", "shipin sp camera 视频");
        c.registerCommand("go.orders", qsTr("Go to orders"), "", "zhiling zl board 指令");
        c.registerCommand("go.resources", qsTr("Go to resources"), "", "ziyuan zy table 资源");
        c.registerCommand("go.system", qsTr("Go to system"), "", "xitong xt daifa outbox settings 系统 待发");
        c.registerCommand("language", table.language === "en" ? "切换到中文" : "Switch to English", "", "yuyan yy language zhongwen english 语言");
        c.registerCommand("theme", table.dark ? qsTr("Light theme") : qsTr("Dark theme"), "", "zhuti zt theme 主题 浅色 深色");
        c.registerCommand("retry", qsTr("Try the hub now"), "", "chonglian cl reconnect 重连");
        c.registerCommand("signout", qsTr("Sign out"), "", "tuichu tc logout 退出");
    }
    onLanguageChanged: register()
    onDarkChanged: register()
    Component.onCompleted: register()
}
