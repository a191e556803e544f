// What this page says, in both languages; what it shares with the phones' page stands in /field/text.js.
import { currentLanguage, fill } from "/field/text.js";

const zh = {
    title: "管理", accounts: "账号", phones: "单位手机", nothing: "此账号没有可管理的内容。",
    new_account: "新建账号", edit: "编辑", save: "保存", filter: "姓名、账号、范围", shown: "{n} / {all}",
    person: "姓名", account: "账号", role: "角色", area: "可见范围", unit: "单位", state: "状态", everything: "全部",
    role_operator: "调度员", role_commander: "指挥长", role_unit: "单位", role_admin: "管理员", role_auditor: "审计员",
    can_operator: "受理、下达、核验、催办、督办", can_commander: "调度员的全部权限，另可导入数据、查阅日志",
    can_unit: "只看、只办派给本单位的指令", can_admin: "管理账号与数据，不下达指令", can_auditor: "只读，可查阅日志",
    enabled: "启用", disabled: "停用", password: "密码", new_password: "新密码（留空则不变）", generate: "生成",
    password_hint: "至少 {n} 个字符。请当面或电话告知本人，此处不再显示。",
    area_hint: "留空为全部；填区域编码或从列表选择", area_unknown: "没有编码为 {c} 的区域。",
    unit_search: "单位名称或首字母", unit_needed: "请从列表中选择单位。",
    created: "已创建 {n}。", changed: "已保存 {n}，其登录已全部退出。", name_taken: "账号 {n} 已存在。", last_admin: "最后一位管理员不能停用或改为其他角色。",
    room_filling: "照片等附件已占用 {used} GiB，可用空间共 {room} GiB。空间用完后，反馈将不带照片：请调大 attachments.quota_mib 或扩充磁盘。",
    account_hint: "小写字母、数字和 . - _，2 到 64 位",
    phones_hint: "为单位的手机生成一次性链接：在手机上打开即以该单位身份登录，无需密码。",
    link: "一次性链接", link_until: "有效至 {t}，只能使用一次；此前为该单位生成的链接已失效。", link_not_theirs: "{n} 的手机账号已停用或改作他用，请管理员在账号中恢复。", copy: "复制", cancel: "取消", copied: "已复制", session_over: "登录已失效，请取消并重新登录。",
    units_none: "没有符合的单位。", units_more: "还有更多，请输入名称缩小范围。", sign_in_hint: "管理员在此管理账号；调度员在此为单位手机生成登录链接。",
};
const en = {
    title: "Management", accounts: "Accounts", phones: "Units' phones", nothing: "There is nothing for this account to manage.",
    new_account: "New account", edit: "Edit", save: "Save", filter: "Name, account, scope", shown: "{n} of {all}",
    person: "Full name", account: "Account", role: "Role", area: "Scope", unit: "Unit", state: "State", everything: "Everything",
    role_operator: "Dispatcher", role_commander: "Commander", role_unit: "Unit", role_admin: "Administrator", role_auditor: "Auditor",
    can_operator: "takes in, issues, verifies, reminds, supervises", can_commander: "what a dispatcher may, imports data and reads the journal",
    can_unit: "sees and does what is ordered to its unit", can_admin: "manages accounts and data, issues nothing", can_auditor: "reads only, the journal too",
    enabled: "In use", disabled: "Disabled", password: "Password", new_password: "New password (empty: unchanged)", generate: "Generate",
    password_hint: "At least {n} characters. Tell it to the person yourself: it is not shown again.",
    area_hint: "Empty: everything; else an area's code, or choose one", area_unknown: "There is no area with the code {c}.",
    unit_search: "Name or initials of the unit", unit_needed: "Choose the unit from the list.",
    created: "Account {n} created.", changed: "{n} has been saved and is signed out everywhere.", name_taken: "There is an account {n} already.", last_admin: "The last administrator must stay one.",
    room_filling: "Photos and papers take {used} of {room} GiB. When the room is used up, reports come without photos: raise attachments.quota_mib, or make room on the disk.",
    account_hint: "Lower-case letters, digits and . - _, 2 to 64 of them",
    phones_hint: "Make a one-time link for a unit's phone: opened there it signs in as the unit, without a password.",
    link: "One-time link", link_until: "Works once, until {t}; links made for this unit before no longer do.", link_not_theirs: "The phone account of {n} is disabled or has become another's: an administrator can mend it under Accounts.", copy: "Copy", cancel: "Cancel", copied: "Copied", session_over: "Your session has ended: cancel, and sign in again.",
    units_none: "No unit matches.", units_more: "There are more: type a name to narrow them down.", sign_in_hint: "Administrators manage accounts here; dispatchers make links for units' phones.",
};

export const w = (key, values = {}) => fill((currentLanguage() === "zh" ? zh : en)[key] ?? key, values);
