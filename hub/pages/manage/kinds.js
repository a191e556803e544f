// What happens in the hall, in words: the kinds of entries of the journal, by what they are about. A test
// holds this list to the kinds that the hub writes.
import { currentLanguage } from "/field/text.js";

const groups = [
    { name: ["提醒", "Alarms"], all: ["alarm"], kinds: {
        "alarm.taken": ["确认提醒", "Took note of an alarm"],
        "alarm.snoozed": ["推后提醒", "Put off an alarm"],
        "alarm.released": ["提醒重新打开或结束", "Alarm open again, or over"],
    } },
    { name: ["指令", "Orders"], all: ["order", "assignment", "supervision", "timer"], kinds: {
        "order.issued": ["下达指令", "Issued an order"],
        "order.withdrawn": ["撤回指令", "Withdrew an order"],
        "order.closed": ["指令归档", "Order closed"],
        "assignment.acknowledged": ["签收", "Acknowledged"],
        "assignment.departed": ["出动", "Departed"],
        "assignment.arrived": ["到场", "Arrived"],
        "assignment.reported": ["反馈", "Reported"],
        "assignment.completed": ["办结", "Completed its part"],
        "assignment.return_requested": ["申请退回", "Asked to return an order"],
        "assignment.return_rejected": ["不同意退回", "Rejected a return"],
        "assignment.return_forced": ["终审强派", "Upheld an assignment by final ruling"],
        "assignment.reassigned": ["改派", "Reassigned"],
        "assignment.verified": ["核验通过", "Verified the work"],
        "assignment.sent_back": ["核验不过，返工", "Sent back for rework"],
        "assignment.withdrawn": ["撤回单位承办", "Withdrew from a unit"],
        "assignment.reminded": ["催办", "Reminded"],
        "supervision.issued": ["督办", "Issued a supervision order"],
        "supervision.replied": ["回复督办单", "Replied to a supervision order"],
        "supervision.closed": ["督办单销号", "Closed a supervision order"],
        "timer.due_soon": ["即将到期", "Due soon"],
        "timer.overdue": ["逾期，已催办", "Overdue, reminded"],
        "timer.supervised": ["仍逾期，已督办", "Still overdue, supervision order"],
        "timer.circulated": ["仍逾期，已通报", "Still overdue, notice circulated"],
        "timer.failed": ["计时出错，请人工盯办", "A deadline's timer failed: watch it by hand"],
    } },
    { name: ["值班", "Duty"], all: ["duty", "mode", "shift", "exchange", "leave", "handover", "log"], kinds: {
        "duty.changed": ["指定指挥长、值班长", "Said who leads the hall"],
        "mode.switched": ["平急转换", "Switched the mode"],
        "duty.post_written": ["保存岗位", "Wrote a post"],
        "duty.person_written": ["保存值班人员", "Wrote a person on duty"],
        "duty.pattern_written": ["保存排班规律", "Wrote a pattern of duty"],
        "duty.holidays_written": ["录入节假日", "Wrote holidays"],
        "shift.planned": ["提交值班表", "Wrote the rota"],
        "shift.checked_in": ["签到", "Checked in"],
        "shift.stood_in": ["替班", "Stands in"],
        "shift.closed": ["结束值班", "Closed a shift"],
        "shift.late": ["未到岗", "Has not come"],
        "exchange.asked": ["申请换班", "Asked for an exchange of shifts"],
        "exchange.agreed": ["同意接替班次", "Agreed to take a shift"],
        "exchange.declined": ["不同意接替班次", "Did not take a shift"],
        "exchange.approved": ["批准换班", "Approved an exchange of shifts"],
        "exchange.refused": ["未批准换班", "Refused an exchange of shifts"],
        "exchange.withdrawn": ["撤回换班申请", "Withdrew an exchange of shifts"],
        "leave.asked": ["申请请假", "Asked for leave"],
        "leave.approved": ["批准请假", "Approved leave"],
        "leave.refused": ["未批准请假", "Refused leave"],
        "leave.withdrawn": ["撤回请假申请", "Withdrew leave"],
        "handover.drafted": ["交接班单已生成", "Handover sheet made"],
        "handover.refreshed": ["交接班单有新事项", "Something new on a handover sheet"],
        "handover.remarked": ["填写交接班单", "Wrote on a handover sheet"],
        "handover.handed_over": ["交班", "Handed over"],
        "handover.acknowledged": ["确认交接事项", "Acknowledged an item of a handover"],
        "handover.sent_back": ["退回交接班单", "Sent a handover sheet back"],
        "handover.accepted": ["接班", "Took over"],
        "handover.overdue": ["交接班逾期", "Handover overdue"],
        "log.written": ["记录值班日志", "Wrote into the log"],
        "log.settled": ["处理完日志事项", "Settled a matter of the log"],
    } },
    { name: ["资源与单位", "Resources and units"], all: ["resource", "resources", "areas", "unit", "camera"], kinds: {
        "resource.changed": ["保存资源", "Wrote a resource"],
        "resource.removed": ["删除资源", "Removed a resource"],
        "resources.imported": ["导入资源", "Imported resources"],
        "areas.imported": ["导入区域", "Imported areas"],
        "unit.changed": ["保存单位", "Wrote a unit"],
        "camera.health": ["摄像机通断变化", "A camera's picture came or went"],
        "unit.linked": ["生成一次性链接", "Made a one-time link"],
    } },
    { name: ["视频轮巡", "Camera patrol"], all: ["patrol"], kinds: {
        "patrol.changed": ["保存轮巡组", "Wrote a patrol group"],
        "patrol.removed": ["删除轮巡组", "Removed a patrol group"],
        "patrol.seen": ["轮巡值守：已看，无异常", "On patrol duty: seen, nothing"],
        "patrol.raised": ["轮巡值守：已下达指令", "On patrol duty: raised an order"],
    } },
    { name: ["大屏", "Walls"], all: ["wall"], kinds: {
        "wall.changed": ["保存大屏", "Wrote a wall"],
        "wall.removed": ["删除大屏", "Removed a wall"],
        "wall.put_up": ["上屏", "Put up on a wall"],
        "wall.taken_down": ["下屏", "Took down from a wall"],
        "wall.layout": ["更改分屏", "Divided a screen"],
        "wall.moved": ["移动窗格", "Moved a pane"],
        "wall.locked": ["锁定大屏", "Locked a wall"],
        "wall.unlocked": ["解锁大屏", "Unlocked a wall"],
        "wall.undone": ["撤销上屏", "Undid a change of a wall"],
        "wall.time_over": ["上屏到时", "Time on a wall is over"],
        "wall.preset_put_up": ["启用布局预设", "Put up a preset"],
        "wall.preset_changed": ["保存布局预设", "Wrote a preset"],
        "wall.preset_removed": ["删除布局预设", "Removed a preset"],
        "wall.device_coded": ["生成大屏终端代码", "Made a code for a wall's device"],
        "wall.device_revoked": ["撤销大屏终端", "Revoked a wall's device"],
    } },
    { name: ["联动", "Linkage"], all: ["linkage"], kinds: {
        "linkage.shown": ["联动上屏", "Linked group put up on a wall"],
        "linkage.back": ["联动结束，大屏恢复", "Linkage over: the wall is as before"],
        "linkage.waits": ["联动等待上屏", "A linked group waits for its turn"],
        "linkage.ended": ["联动取消", "A linked group waits no more"],
        "linkage.rule_changed": ["保存联动规则", "Wrote a linkage rule"],
        "linkage.rule_removed": ["删除联动规则", "Removed a linkage rule"],
    } },
    { name: ["账号与登录", "Accounts and sessions"], all: ["account", "session"], kinds: {
        "account.changed": ["保存账号", "Wrote an account"],
        "account.locked": ["登录失败过多，账号锁定", "Locked after failed sign-ins"],
        "session.opened": ["登录", "Signed in"],
        "session.closed": ["退出登录", "Signed out"],
        "session.refused": ["登录被拒", "Sign-in refused"],
    } },
    { name: ["设置", "Settings"], all: ["policy"], kinds: {
        "policy.changed": ["规则设置变更", "Numbers of the rules changed"],
    } },
];

const chosen = ([zh, en]) => (currentLanguage() === "zh" ? zh : en);

/// For choosing from: [{name, all: "order,assignment", kinds: [[kind, words]]}]
export const kindGroups = () => groups.map(({ name, all, kinds }) =>
    ({ name: chosen(name), all: all.join(), kinds: Object.entries(kinds).map(([kind, words]) => [kind, chosen(words)]) }));

/// The kind in words; one that nobody wrote words for is shown as it is, and seen.
export function kindWords(kind) {
    const words = groups.map(({ kinds }) => kinds[kind]).find(Boolean);
    return words ? chosen(words) : kind;
}
