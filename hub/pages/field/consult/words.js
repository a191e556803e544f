// What a room says, in both languages. Keys are the same in both.
import { currentLanguage, fill } from "../text.js";

const zh = {
    consultation: "会商", calls: "{n} 呼叫您参加会商", calls_nobody: "呼叫您参加会商",
    accept: "加入", decline: "谢绝", dismiss: "稍后", also: "另有 {n} 个会商呼叫",
    join: "加入会商", back_in: "返回会商", called: "正在呼叫", accepted: "已接受", declined: "已谢绝", waiting: "等候准入", is_in: "会商中", left: "已离开",
    who_is_in: "{n} 人在会商中", nobody_in: "尚无人进入",
    connecting: "正在接入…", lost: "连接中断，正在恢复…", alone: "其他人尚未加入", alone_hint: "有人进入后会自动显示。",
    people: "{n} 人", chair: "主持", guest: "来宾", you: "我",
    mute: "静音", unmute: "开麦", dark: "关镜头", light: "开镜头", turn: "切换", leave: "离开",
    no_both: "未使用摄像头和麦克风，其他人看不到也听不到您。", no_video: "未使用摄像头，其他人听得到您但看不到。", no_audio: "未使用麦克风，其他人看得到您但听不到。",
    why_refused: "浏览器未获准使用。", why_none: "本机没有此设备。", why_busy: "设备被占用或无法使用。", why_insecure: "仅在 HTTPS 下可用。", again: "再试",
    over_removed: "您已被移出会商。", over_left: "您已离开会商。", over_ended_or_removed: "会商已结束，或主持人已将您移出。",
    locked: "会商已锁定，暂时不能进入。", full: "会商人数已满。", gone: "该会商已结束或不再对您开放。", not_now: "现在无法执行，请稍后再试。", media_away: "音视频服务暂时不可用，恢复后自动接入。",
    guest_of: "您应邀参加", guest_name: "您的姓名和单位", guest_enter: "请求进入", guest_until: "链接有效至 {t}，只能使用一次。",
    guest_devices: "正在打开摄像头…", guest_waits: "等候主持人准入", guest_waits_hint: "已通知主持人，请保持此页打开。", guest_leave: "不再等候",
    guest_resume: "返回会商", link_dead: "链接无效或已使用", link_dead_hint: "一次性链接只能打开一次。请联系会商主持人重新生成。", link_old: "链接已过期", link_old_hint: "链接自生成起 30 分钟内有效。请联系会商主持人重新生成。",
    link_waits: "尝试次数过多", link_waits_hint: "请稍后再打开此链接。", no_hub: "无法连接指挥中心", no_hub_hint: "请检查网络，页面会自动重试。",
    guest_over: "您已不在会商中", guest_over_hint: "会商已结束，或主持人已将您移出。再次参加需要新的链接。", guest_left: "您已离开会商", guest_left_hint: "再次参加需要新的链接。",
    name_needed: "请填写姓名。", bad_name: "姓名中含有不能使用的字符，或过长。",
};
const en = {
    consultation: "Consultation", calls: "{n} calls you into a consultation", calls_nobody: "You are called into a consultation",
    accept: "Join", decline: "Decline", dismiss: "Later", also: "Other calls: {n}",
    join: "Join", back_in: "Go back in", called: "Calling", accepted: "Accepted", declined: "Declined", waiting: "In the lobby", is_in: "You are in", left: "You left",
    who_is_in: "In the room: {n}", nobody_in: "Nobody is in yet",
    connecting: "Connecting…", lost: "Connection lost, coming back…", alone: "Nobody else is here yet", alone_hint: "Others appear by themselves.",
    people: "People: {n}", chair: "Chair", guest: "Guest", you: "You",
    mute: "Mute", unmute: "Unmute", dark: "Camera off", light: "Camera on", turn: "Switch", leave: "Leave",
    no_both: "Without camera and microphone: the others neither see nor hear you.", no_video: "Without camera: the others hear you, and do not see you.", no_audio: "Without microphone: the others see you, and do not hear you.",
    why_refused: "The browser does not allow it.", why_none: "This device has none.", why_busy: "It is in use, or does not work.", why_insecure: "It works over HTTPS only.", again: "Try again",
    over_removed: "You were removed from the consultation.", over_left: "You have left the consultation.", over_ended_or_removed: "The consultation has ended, or the chair has removed you.",
    locked: "The consultation is locked: nobody can enter now.", full: "The consultation is full.", gone: "This consultation is over, or not open to you any more.", not_now: "Not possible now; try again later.", media_away: "Sound and picture are not available now; you are let in when they are back.",
    guest_of: "You are invited to", guest_name: "Your name and organisation", guest_enter: "Ask to enter", guest_until: "The link works once, until {t}.",
    guest_devices: "Opening the camera…", guest_waits: "Waiting to be let in", guest_waits_hint: "The chair has been told. Keep this page open.", guest_leave: "Stop waiting",
    guest_resume: "Go back in", link_dead: "This link does not work", link_dead_hint: "It has been used, or is none: a link opens once. Ask the chair for a new one.", link_old: "This link has expired", link_old_hint: "A link works for 30 minutes. Ask the chair for a new one.",
    link_waits: "Too many tries", link_waits_hint: "Open the link again later.", no_hub: "The operation centre cannot be reached", no_hub_hint: "Look after the network; the page tries again by itself.",
    guest_over: "You are not in the room any more", guest_over_hint: "It has ended, or the chair has removed you. Coming back takes a new link.", guest_left: "You have left", guest_left_hint: "Coming back takes a new link.",
    name_needed: "Please give your name.", bad_name: "The name is too long, or holds a character that cannot be used.",
};

export const w = (key, values = {}) => fill((currentLanguage() === "zh" ? zh : en)[key] ?? key, values);
