// What people read, in both languages. Keys are the same in both.
import { isolated } from "./seen.js";

const zh = {
    title: "现场", name: "账号", display_name: "姓名", password: "密码", password_again: "再次输入密码",
    sign_in: "登录", sign_out: "退出", create: "创建管理员",
    setup_title: "首位管理员", setup_hint: "此链接只能使用一次，二十四小时内有效。",
    setup_done: "管理员已创建。", setup_manage: "前往创建其他账号", passwords_differ: "两次输入的密码不一致。",
    link_title: "以本单位身份登录", link_hint: "此链接只能使用一次。", link_open: "进入现场页面",
    no_hub: "无法连接指挥中心。", still_signed_in: "指挥中心没有答复，仍处于登录状态，请稍后再退出。", language: "EN", back: "返回", sign_in_hint: "请用单位账号登录，或打开指挥中心发来的一次性链接。",
    not_unit: "此页面供接收指令的单位使用；该账号不属于任何单位。",
    online: "已连接", offline: "离线", no_stream: "无实时更新",
    stream_barred: "指挥中心不向本页发送实时更新，列表每 15 秒刷新一次。请告知管理员：{w}",
    stream_blocked: "到指挥中心的网络不放行实时更新（WebSocket），列表每 15 秒刷新一次。请告知管理员。",
    waiting: "待发送 {n} 项",
    duty_on: "值班中", duty_now: "当前班次", duty_next: "下一班", duty_check_in: "签到", duty_checked_in: "已签到。",
    orders: "我的指令", none: "暂无待办指令", none_hint: "新指令会自动出现。",
    lead: "主办", assisting: "协办", exercise: "演练",
    state_issued: "待签收", state_acknowledged: "已签收", state_executing: "执行中", state_completed: "已办结，待核验",
    state_verified: "已核验", state_return_requested: "退回待批", state_reassigned: "已改派", state_withdrawn: "已撤回",
    acknowledge_in: "签收剩余 {t}", report_in: "反馈剩余 {t}", complete_in: "办结剩余 {t}",
    acknowledge_late: "签收逾期 {t}", report_late: "反馈逾期 {t}", complete_late: "办结逾期 {t}",
    acknowledge: "签收", depart: "出动", arrive: "到场", report: "反馈", complete: "办结", request_return: "退回",
    report_text: "现场情况", complete_text: "办结说明", return_text: "退回理由（书面依据）",
    add_photo: "添加照片", photo: "照片", remove: "移除", send: "发送", cancel: "取消",
    place_getting: "正在定位…", place_got: "已附位置（精度 {n} 米）", place_none: "未附位置", place_switch: "附上我的位置",
    issued_by: "下达", issued_at: "下达时间", address: "地点", reports: "反馈记录", no_reports: "尚无反馈",
    open_map: "在地图中打开", level: "{l} 级",
    map_amap: "高德地图", map_baidu: "百度地图", map_tencent: "腾讯地图", map_other: "其他地图", coordinates: "纬度 {lat}，经度 {lon}（WGS-84）",
    more_orders: "还有 {n} 条，继续显示", reports_unread: "尚未读取，连接后显示。",
    q_waiting: "等待网络", q_sending: "正在发送", q_uploading: "正在上传照片", q_partial: "已送达，照片未被接收：{w}", done_arrived: "{d} 完成，{a} 送达", q_failed: "被拒绝：{w}", q_sent: "已送达", q_discard: "知道了", q_drop: "不传照片", q_drop_sure: "确认不传？",
    need_text: "请填写内容。", photo_bad: "“{f}”无法作为照片读取，未添加；文字已保留。", photo_refused: "照片未被接收：{w}文字照常发送。",
    other_person: "已有其他人在此登录，未发送；文字和照片已为填写人保留。", nobody: "登录已失效，未发送；文字和照片已保留，登录后可继续。",
    photos_unkept: "手机无法保存这些照片（存储已满或不可用），请发送前不要关闭本页。",
    photos_left_out: "（未附照片）",
    not_kept: "手机存储已满或不可用，未能保存，请勿关闭本页。", no_storage: "浏览器不允许保存数据（如无痕模式），离线内容将无法保留。",
    storage_full: "手机存储已满：新的内容无法保存，已保存的仍会发送。请清理手机空间。",
    storage_newer: "手机中的数据由更新版本的页面保存，本页读不了，也没有改动。联网时可照常使用；请关闭后重新打开本页。",
    storage_waits: "手机存储没有响应，可能另有旧版页面未关闭。联网时可照常使用；请关闭其他同类页面。",
    no_shelf: "本页未能存入手机，没有网络时将无法打开。",
    words_unkept: "手机未能保存这些文字（存储已满或不可用），请发送前不要关闭本页。",
    photos_refused: "（照片未被接收）", copy: "复制文字", copied: "已复制", queued: "已保存，将自动发送。", sent: "已送达指挥中心。",
    signed_out_elsewhere: "登录已失效，请重新登录。未发送的内容已保留。",
    kind_departed: "出动", kind_arrived: "到场", kind_progress: "反馈", kind_completion: "办结", kind_return_request: "申请退回",
    reminded: "催办 {n} 次", supervised: "督办单：请尽快处置并答复", reply: "答复督办", reply_text: "答复内容",
    wrong_password: "账号或密码错误。", locked: "失败次数过多，请稍后再试。", minutes: "{n} 分钟", hours: "{n} 小时", days: "{n} 天",
    link_not_found: "链接无效或已使用，请向城运中心重新索取。", link_expired: "链接已过期，请向城运中心重新索取。",
    p_not_found: "该指令已不在本单位名下，此操作未执行。", p_expired: "已过时限，此操作未执行。", p_wrong_state: "指令状态已变化，此操作未执行，请返回查看。", p_conflict: "已由他人处理，本次未执行。",
    p_too_large: "内容过大。", p_no_room: "指挥中心存放照片的空间已用完。", p_wrong_type: "不支持的文件类型。", p_forbidden: "没有权限。", p_invalid_field: "{f}不符合要求。", p_missing_field: "请填写{f}。", p_password: "密码太短、太长或与账号相同，请换一个。", password_rule: "至少 {n} 个字符",
    f_name: "账号", f_display_name: "姓名", f_password: "密码", f_text: "内容", f_reason: "理由", f_area: "可见范围", f_unit: "单位", f_role: "角色", f_attachments: "照片", f_other: "填写内容",
    number: "指令 {n} 号", photos_most: "最多 9 张照片，其余未添加。",
    p_unseen_character: "含有看不见或会使文字反向显示的字符，请重新输入：{f}",
    p_other: "指挥中心拒绝了此操作。", signing: "正在登录…", loading: "正在读取…", stale: "离线中，显示的是 {t} 的内容",
};
const en = {
    title: "Field", name: "Name", display_name: "Full name", password: "Password", password_again: "Password again",
    sign_in: "Sign in", sign_out: "Sign out", create: "Create administrator",
    setup_title: "First administrator", setup_hint: "This link works once, within 24 hours.",
    setup_done: "The administrator has been made.", setup_manage: "Make accounts for the others now", passwords_differ: "The passwords differ.",
    link_title: "Sign in for your unit", link_hint: "This link works once.", link_open: "Open the field page",
    no_hub: "The operation centre cannot be reached.",
    still_signed_in: "You are still signed in: the centre has not answered. Try again later.", language: "中文", back: "Back",
    sign_in_hint: "Sign in with your unit's account, or open the one-time link the centre sent you.",
    not_unit: "This page is for units that receive orders; this account belongs to none.",
    online: "Connected", offline: "Offline", no_stream: "No live updates",
    stream_barred: "The centre sends this page no live updates; the list is fetched every 15 seconds. Please tell an administrator: {w}",
    stream_blocked: "The network between here and the centre lets no live updates (WebSocket) through; the list is fetched every 15 seconds. Please tell an administrator.",
    waiting: "{n} to send",
    duty_on: "On duty", duty_now: "Now", duty_next: "Next", duty_check_in: "Check in", duty_checked_in: "You are checked in.",
    orders: "My orders", none: "No open orders", none_hint: "New ones appear by themselves.",
    lead: "Lead", assisting: "Assisting", exercise: "Exercise",
    state_issued: "To acknowledge", state_acknowledged: "Acknowledged", state_executing: "Under way",
    state_completed: "Completed, to be verified", state_verified: "Verified", state_return_requested: "Return requested",
    state_reassigned: "Reassigned", state_withdrawn: "Withdrawn",
    acknowledge_in: "{t} to acknowledge", report_in: "{t} to report", complete_in: "{t} to complete",
    acknowledge_late: "Acknowledge {t} late", report_late: "Report {t} late", complete_late: "Completion {t} late",
    acknowledge: "Acknowledge", depart: "Depart", arrive: "Arrive", report: "Report", complete: "Complete",
    request_return: "Return", report_text: "What is the situation?", complete_text: "How was it completed?",
    return_text: "Reason for returning it (in writing)", add_photo: "Add photo", photo: "Photo", remove: "Remove",
    send: "Send", cancel: "Cancel", place_getting: "Finding your place…", place_got: "Place attached (±{n} m)",
    place_none: "No place attached", place_switch: "Attach my place", issued_by: "Issued by", issued_at: "Issued",
    address: "Place", reports: "Reports", no_reports: "None yet", open_map: "Open in a map", level: "Level {l}",
    map_amap: "Amap (Gaode)", map_baidu: "Baidu Maps", map_tencent: "Tencent Maps", map_other: "Another map", coordinates: "Latitude {lat}, longitude {lon} (WGS-84)",
    more_orders: "{n} more: go on", reports_unread: "Not read yet; shown when connected.",
    q_waiting: "Waiting for the network", q_sending: "Sending", q_uploading: "Sending the photos", q_partial: "Delivered without a photo: {w}", done_arrived: "done {d}, arrived {a}", q_failed: "Refused: {w}", q_sent: "Delivered", q_discard: "OK", q_drop: "Without photos", q_drop_sure: "Leave them out?",
    need_text: "Please write something.", photo_bad: "“{f}” cannot be read as a photo and is not attached; the words are kept.",
    photo_refused: "A photo was not taken: {w} The words are sent all the same.",
    other_person: "Somebody else has signed in here: not sent. Words and photos are kept for their writer.",
    nobody: "Your session has ended: not sent. Words and photos are kept; go on when you have signed in.",
    photos_unkept: "The phone could not keep these photos: its storage is full or not allowed. Do not close the page before they are sent.",
    photos_left_out: "(Without photos.)",
    not_kept: "The phone could not keep this: its storage is full or not allowed. Do not close the page.",
    no_storage: "The browser keeps no data (a private window?): what is done without a network would be lost.",
    storage_full: "The phone is full: nothing new can be kept; what was kept before is still sent. Please make room on it.",
    storage_newer: "What this phone keeps is from a newer version of this page; this one cannot read it and has not touched it. With a network it works as usual; please close the page and open it again.",
    storage_waits: "The phone's storage does not answer; an older page may still be open. With a network this one works as usual; please close other pages of this kind.",
    no_shelf: "This page could not be kept on the phone: without a network it will not open.",
    words_unkept: "The phone could not keep these words: its storage is full or not allowed. Do not close the page before they are sent.",
    photos_refused: "(The photos were not taken.)", copy: "Copy the text", copied: "Copied", queued: "Kept; it will be sent by itself.", sent: "Delivered to the centre.",
    signed_out_elsewhere: "Your session has ended; sign in again. What was not sent has been kept.",
    kind_departed: "Departed", kind_arrived: "Arrived", kind_progress: "Report", kind_completion: "Completed",
    kind_return_request: "Return requested", reminded: "Reminded {n}×",
    supervised: "Supervision order: act and reply", reply: "Reply to supervision", reply_text: "Reply",
    wrong_password: "Name or password is wrong.", locked: "Too many failures; try again later.",
    minutes: "{n} min", hours: "{n} h", days: "{n} d",
    link_not_found: "The link does not work or has been used. Ask the centre for a new one.",
    link_expired: "The link has expired. Ask the centre for a new one.",
    p_not_found: "Your unit no longer has this order; nothing was done.", p_expired: "Too late; nothing was done.",
    p_wrong_state: "The order has changed; nothing was done. Go back and look.", p_conflict: "Somebody else has done it; nothing was done this time.", p_too_large: "Too large.",
    p_no_room: "The centre has no room for more photos.",
    p_wrong_type: "This type of file is not accepted.", p_forbidden: "Not allowed.", p_invalid_field: "{f}: this value is not possible.",
    p_missing_field: "Please fill in: {f}", p_password: "Too short, too long, or the name itself: choose another.", password_rule: "at least {n} characters",
    f_name: "name", f_display_name: "full name", f_password: "password", f_text: "text", f_reason: "reason", f_area: "scope", f_unit: "unit", f_role: "role", f_attachments: "photos", f_other: "what was typed",
    number: "Order {n}", photos_most: "At most 9 photos; the others were not added.",
    p_unseen_character: "A character that cannot be seen or turns the text round; please type it anew: {f}",
    p_other: "The centre refused it.", signing: "Signing in…", loading: "Loading…", stale: "Offline; as of {t}",
};
const tables = { zh, en };

/// Small things that should outlast the page, where the browser lets it keep any.
export function recall(key) {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}
/// False where it does not: site data are blocked, or there is no room.
export function remember(key, value) {
    try {
        if (value === null)
            localStorage.removeItem(key);
        else
            localStorage.setItem(key, value);
        return true;
    } catch {
        return false;
    }
}

let language = recall("language") || (navigator.language.startsWith("zh") ? "zh" : "en");
document.documentElement.lang = language === "zh" ? "zh-CN" : "en";

export const currentLanguage = () => language;
export function switchLanguage() {
    language = language === "zh" ? "en" : "zh";
    remember("language", language);
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
}

/// The text of a key, with {name} filled in, isolated. A key nobody wrote is shown as it is, and seen.
export function t(key, values = {}) {
    return fill(tables[language][key] ?? key, values);
}

export function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => (values[name] == null ? whole : isolated(values[name])));
}

export function fillTexts(root) {
    for (const element of root.querySelectorAll("[data-text]"))
        element.textContent = t(element.dataset.text);
}

/// What a problem+json means to the person. Its `detail` is English and for logs.
export function problemText(problem) {
    const kind = (problem.type || "").split(":").pop();
    if (kind === "unauthenticated")
        return t("wrong_password");
    if (kind === "locked_out")
        return t("locked");
    if (problem.field === "password" && kind === "invalid_field")
        return t("p_password");
    const words = tables[language];
    return fill(words["p_" + kind] ?? (kind.endsWith("_field") ? words.p_invalid_field : words.p_other),
        { f: words["f_" + fieldOf(problem)] ?? words.f_other });
}

/// The field by its own name: "text" of "report.text" and of "text[3]".
function fieldOf(problem) {
    return (problem.field ?? "").replace(/\[.*/, "").split(".").pop();
}

/// The same for a one-time link, whose refusals say other things.
export function linkProblemText(problem) {
    return tables[language]["link_" + (problem.type || "").split(":").pop()] ?? problemText(problem);
}

/// "12 min", "3 h"; the sign is the caller's to tell.
export function span(ms) {
    const minutes = Math.max(1, Math.round(Math.abs(ms) / 60000));
    if (minutes < 100)
        return t("minutes", { n: minutes });
    const hours = Math.round(minutes / 60);
    return hours < 72 ? t("hours", { n: hours }) : t("days", { n: Math.round(hours / 24) });
}

export function clock(ms) {
    return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
        month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit",
    }).format(ms);
}
