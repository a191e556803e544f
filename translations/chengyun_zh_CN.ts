<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>user interface, map, sound</source>
        <translation>界面、地图、声音</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>data, coordinates, storage</source>
        <translation>数据、坐标、存储</translation>
    </message>
    <message>
        <source>typeface</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>water on the embedded map</source>
        <translation>内置底图的水系</translation>
    </message>
    <message>
        <source>Chengyun</source>
        <translation>城运</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License 3 or later</source>
        <translation>自由软件，按 GNU 通用公共许可证第 3 版或更新版本发布</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Name for signing in</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>May issue orders</source>
        <translation>可下达指令</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>May act for the centre</source>
        <translation>可代表中心处理</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>可见范围</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Lock the seat</source>
        <translation>锁定坐席</translation>
    </message>
    <message>
        <source>Your password has been changed; wherever else you were signed in you are signed out.</source>
        <translation>密码已修改；此前在其他地方的登录已全部退出。</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>Remind all who are late</source>
        <translation>催办所有逾期单位</translation>
    </message>
    <message>
        <source>Withdraw the order</source>
        <translation>撤回指令</translation>
    </message>
    <message>
        <source>Reply to the supervision order</source>
        <translation>回复督办单</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Send report</source>
        <translation>提交反馈</translation>
    </message>
    <message>
        <source>Nobody on this order is late.</source>
        <translation>这条指令没有逾期单位。</translation>
    </message>
    <message>
        <source>All units are told that the order no longer stands. This is journalled and cannot be undone; a new order can be issued.</source>
        <translation>所有单位将收到撤回通知。此操作记入日志，不可撤销；可以重新下达新指令。</translation>
    </message>
    <message>
        <source>On behalf of the unit, as told on the telephone</source>
        <translation>根据电话答复，代该单位填报</translation>
    </message>
    <message>
        <source>New recipient: %1</source>
        <translation>改派至：%1</translation>
    </message>
    <message>
        <source>New recipient</source>
        <translation>改派至</translation>
    </message>
    <message>
        <source>Name or initials of a unit</source>
        <translation>单位名称或拼音首字母</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Words to the unit</source>
        <translation>催办内容</translation>
    </message>
    <message>
        <source>Basis and demand</source>
        <translation>督办依据与要求</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What was done, what is left to do</source>
        <translation>已做什么，还有什么待办</translation>
    </message>
    <message>
        <source>Why, and what must be answered</source>
        <translation>督办事由，须答复的内容</translation>
    </message>
    <message>
        <source>It stands in the journal and in the timeline</source>
        <translation>将记入日志并显示在时间线</translation>
    </message>
    <message>
        <source>Reply within</source>
        <translation>回复时限</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Minutes until the reply is due</source>
        <translation>回复时限（分钟）</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Leave this photo out</source>
        <translation>去掉这张照片</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Photos for the report</source>
        <translation>选择反馈照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>Suggested units</source>
        <translation>推荐单位</translation>
    </message>
    <message>
        <source>%1 is left out: only JPEG, PNG or WebP pictures of at most 20 MB can be sent.</source>
        <translation>已去掉 %1：只能发送 20 MB 以内的 JPEG、PNG 或 WebP 图片。</translation>
    </message>
    <message>
        <source>Close the supervision order</source>
        <translation>督办单销号</translation>
    </message>
    <message>
        <source>At most 9 photos can be sent; the others were not added.</source>
        <translation>最多 9 张照片，其余未添加。</translation>
    </message>
    <message>
        <source>The unit must go on, and may not ask to return the order again. It is journalled with your reason.</source>
        <translation>终审强派：该单位须继续承办，不得再申请退回，理由记入日志。</translation>
    </message>
    <message>
        <source>The unit no longer has this order. It is journalled with your reason.</source>
        <translation>该单位不再承办，理由记入日志。</translation>
    </message>
    <message>
        <source>Deduction in the assessment (points)</source>
        <translation>考核扣分（分）</translation>
    </message>
</context>
<context>
    <name>ActMenu</name>
    <message>
        <source>What the unit said on the telephone</source>
        <translation>按单位电话答复代填</translation>
    </message>
</context>
<context>
    <name>AlarmEntries</name>
    <message>
        <source>Took note of the alarm: %1</source>
        <translation>确认了提醒：%1</translation>
    </message>
    <message>
        <source>Put off the alarm: %1</source>
        <translation>将提醒推后：%1</translation>
    </message>
    <message>
        <source>Opened the alarm again: %1</source>
        <translation>重新打开提醒：%1</translation>
    </message>
    <message>
        <source>The alarm is open again: %1</source>
        <translation>提醒到时重新响起：%1</translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message>
        <source>Alarms</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Take note of all</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>Sound is off</source>
        <translation>声音已关</translation>
    </message>
    <message>
        <source>Sound is on</source>
        <translation>声音已开</translation>
    </message>
    <message>
        <source>New orders, missed deadlines and a lost link ring here.</source>
        <translation>新指令、逾期和网络中断会在这里提醒。</translation>
    </message>
    <message>
        <source>Sound is off: alarms are only shown.</source>
        <translation>声音已关：提醒只显示。</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Nothing matches what is typed</source>
        <translation>没有匹配的内容</translation>
    </message>
    <message>
        <source>No alarms</source>
        <translation>暂无提醒</translation>
    </message>
    <message>
        <source>Take note of these</source>
        <translation>确认这些</translation>
    </message>
    <message>
        <source>Kind, unit, order, who has it</source>
        <translation>类别、单位、指令、确认人</translation>
    </message>
</context>
<context>
    <name>AlarmPart</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>acknowledge</source>
        <translation>签收/确认</translation>
    </message>
    <message>
        <source>Show alarms</source>
        <translation>查看提醒</translation>
    </message>
    <message>
        <source>Sound on or off</source>
        <translation>开关提示音</translation>
    </message>
    <message>
        <source>Take note of the next alarm</source>
        <translation>确认下一条提醒</translation>
    </message>
    <message>
        <source>%1 has taken note already.</source>
        <translation>%1已先确认。</translation>
    </message>
    <message>
        <source>%1 of them had been taken by others, %2 among them.</source>
        <translation>其中 %1 条已由他人（%2等）先确认。</translation>
    </message>
    <message numerus="yes">
        <source>%n new alarm(s)</source>
        <translation>
            <numerusform>%n 条新提醒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlarmRow</name>
    <message>
        <source>Take note</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Put off …</source>
        <translation>稍后提醒…</translation>
    </message>
    <message>
        <source>Open it again for all</source>
        <translation>对所有坐席重新提醒</translation>
    </message>
</context>
<context>
    <name>AreaName</name>
    <message>
        <source>Chosen area: %1</source>
        <translation>选中区域：%1</translation>
    </message>
    <message>
        <source>Let the area go</source>
        <translation>取消选中区域</translation>
    </message>
</context>
<context>
    <name>AroundPanel</name>
    <message>
        <source>Rescue forces</source>
        <translation>救援力量</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>物资储备</translation>
    </message>
    <message>
        <source>Shelters</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险隐患</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Around here</source>
        <translation>周边分析</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>What is around here</source>
        <translation>周边分析</translation>
    </message>
    <message>
        <source>Send %1</source>
        <translation>派 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>在办 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing within %1</source>
        <translation>%1范围内没有</translation>
    </message>
    <message>
        <source>Widen the circle, or show more layers.</source>
        <translation>请扩大范围，或显示更多图层。</translation>
    </message>
    <message numerus="yes">
        <source>New order to %n unit(s)</source>
        <translation>
            <numerusform>向 %n 个单位下达</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick whom to send</source>
        <translation>请勾选要派的单位</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Export what is around here</source>
        <translation>导出周边资源</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>已导出。</translation>
    </message>
    <message>
        <source>The file could not be written; nothing was exported.</source>
        <translation>文件无法写入，没有导出任何内容。</translation>
    </message>
    <message>
        <source>Select all that can be sent</source>
        <translation>全选可派单位</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>nothing in return</source>
        <translation>不换回班次</translation>
    </message>
    <message>
        <source>Ask for an exchange</source>
        <translation>申请换班</translation>
    </message>
    <message>
        <source>Ask for leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>My shift</source>
        <translation>我的班次</translation>
    </message>
    <message>
        <source>No shift of yours is still to come, as far as this seat has looked. Look at the month in the rota first.</source>
        <translation>本坐席已查看的范围内，您没有尚未开始的班次。请先在值班表中查看该月。</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>由谁接替</translation>
    </message>
    <message>
        <source>What I take in return</source>
        <translation>我换回的班次</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The other agrees first; then it is approved, and both shifts change.</source>
        <translation>对方先同意，再由审批人批准，两个班次随即对调。</translation>
    </message>
    <message>
        <source>Approved leave changes no shift: those that it overlaps become problems of the rota.</source>
        <translation>批准请假不会改动班次：与之重叠的班次会作为排班问题提示。</translation>
    </message>
</context>
<context>
    <name>AssignmentCard</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>reminded %n time(s)</source>
        <translation>
            <numerusform>已催办 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign the unit&apos;s phone in</source>
        <translation>以该单位身份登录手机</translation>
    </message>
    <message>
        <source>No report yet</source>
        <translation>尚无反馈</translation>
    </message>
</context>
<context>
    <name>AttachDialog</name>
    <message>
        <source>%1: keep it where?</source>
        <translation>%1：存到哪里？</translation>
    </message>
    <message>
        <source>Keep with the order</source>
        <translation>附到该指令</translation>
    </message>
    <message>
        <source>Open orders near the camera</source>
        <translation>摄像机附近的在办指令</translation>
    </message>
    <message>
        <source>No order is open</source>
        <translation>没有在办指令</translation>
    </message>
    <message>
        <source>Your role keeps nothing with orders</source>
        <translation>您的角色不能向指令附影像</translation>
    </message>
    <message>
        <source>To a file …</source>
        <translation>存为文件…</translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message>
        <source>Alarms</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Alarms: %1 not taken note of</source>
        <translation>提醒：%1 条未确认</translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>新岗位</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新人员</translation>
    </message>
    <message>
        <source>Name, initials, telephone</source>
        <translation>姓名、拼音首字母、电话</translation>
    </message>
    <message>
        <source>Sent to the hub: %1</source>
        <translation>已提交：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n crew(s)</source>
        <translation>
            <numerusform>%n 个班组</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holiday(s)</source>
        <translation>
            <numerusform>%n 个假期</numerusform>
        </translation>
    </message>
    <message>
        <source>New pattern</source>
        <translation>新增班制</translation>
    </message>
    <message>
        <source>Holidays of another year</source>
        <translation>录入另一年的节假日</translation>
    </message>
    <message>
        <source>What the rota is made from</source>
        <translation>排班基础资料</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>班制</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
</context>
<context>
    <name>BookRow</name>
    <message>
        <source>not on duty any more</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>CallBanner</name>
    <message>
        <source>You are called: %1</source>
        <translation>请您参加会商：%1</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接听</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>谢绝</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
</context>
<context>
    <name>CallDialog</name>
    <message>
        <source>Call more people</source>
        <translation>呼叫更多人</translation>
    </message>
    <message>
        <source>Consultation about the order</source>
        <translation>指令会商</translation>
    </message>
    <message>
        <source>New consultation room</source>
        <translation>新建会商室</translation>
    </message>
    <message numerus="yes">
        <source>Call %n people</source>
        <translation>
            <numerusform>呼叫 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the room</source>
        <translation>新建会商室</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>常设</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>A time to come, like 14:30 or 2026-12-24 14:30</source>
        <translation>未来时间，如 14:30 或 2026-12-24 14:30</translation>
    </message>
</context>
<context>
    <name>CallPanel</name>
    <message>
        <source>Asking the hub who belongs to it …</source>
        <translation>正在向指挥中枢查询参会人员…</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Add a person of the hall, or a unit …</source>
        <translation>添加大厅人员或单位…</translation>
    </message>
</context>
<context>
    <name>CameraFigures</name>
    <message>
        <source>%1 pictures/s</source>
        <translation>%1 帧/秒</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>%1 Mbit/s</source>
        <translation>%1 Mbit/s</translation>
    </message>
    <message>
        <source>Lost: %1 %</source>
        <translation>丢失：%1 %</translation>
    </message>
    <message>
        <source>Latency: %1 ms</source>
        <translation>延迟：%1 毫秒</translation>
    </message>
    <message>
        <source>Decoder: %1</source>
        <translation>解码器：%1</translation>
    </message>
    <message>
        <source>Age of the picture: %1 s</source>
        <translation>当前是 %1 秒前的画面</translation>
    </message>
</context>
<context>
    <name>CameraHealthPage</name>
    <message>
        <source>Copied: paste it into a spreadsheet or a message.</source>
        <translation>已复制，可粘贴到表格或消息中。</translation>
    </message>
    <message>
        <source>%1 without a picture, %2 with one, of %3 cameras</source>
        <translation>共 %3 路摄像机，%1 路无画面，%2 路有画面</translation>
    </message>
    <message>
        <source>Camera, area, reason</source>
        <translation>摄像机、区域、原因</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>复制 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2/%3</translation>
    </message>
    <message>
        <source>%1: %2 of %3 cameras without a picture</source>
        <translation>%1：%3 路摄像机中 %2 路无画面</translation>
    </message>
    <message>
        <source>Cameras without a picture</source>
        <translation>无画面的摄像机</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Last picture</source>
        <translation>最近画面</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>No such camera</source>
        <translation>没有该摄像机</translation>
    </message>
    <message>
        <source>Every camera that is watched gives a picture</source>
        <translation>正在观看的摄像机均有画面</translation>
    </message>
    <message>
        <source>A camera is known to give none when a seat or a wall has played it for a minute without one.</source>
        <translation>坐席或大屏播放某路摄像机满一分钟仍无画面时，列在这里。</translation>
    </message>
    <message>
        <source>Export cameras without a picture</source>
        <translation>导出无画面的摄像机</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>已导出。</translation>
    </message>
    <message>
        <source>The file could not be written; nothing was exported.</source>
        <translation>文件无法写入，未导出。</translation>
    </message>
</context>
<context>
    <name>CameraPopup</name>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Hide the streams&apos; figures</source>
        <translation>隐藏码流数值</translation>
    </message>
    <message>
        <source>Show the streams&apos; figures</source>
        <translation>显示码流数值</translation>
    </message>
</context>
<context>
    <name>CameraTools</name>
    <message>
        <source>Keep this picture (Shift: choose where)</source>
        <translation>保存当前画面（Shift：选择去处）</translation>
    </message>
    <message>
        <source>Keep the last 30 seconds (Shift: choose where)</source>
        <translation>保存最近 30 秒（Shift：选择去处）</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>停止监听</translation>
    </message>
    <message>
        <source>Listen to this camera</source>
        <translation>监听该摄像机</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>Camera %1, playing</source>
        <translation>摄像机 %1，播放中</translation>
    </message>
    <message>
        <source>Camera %1: %2</source>
        <translation>摄像机 %1：%2</translation>
    </message>
    <message>
        <source>This camera has no stream address</source>
        <translation>该摄像机没有视频地址</translation>
    </message>
    <message>
        <source>The stream address is not valid</source>
        <translation>视频地址无效</translation>
    </message>
    <message>
        <source>The camera or gateway does not answer</source>
        <translation>摄像机或视频网关无应答</translation>
    </message>
    <message>
        <source>The gateway knows no such camera</source>
        <translation>视频网关中没有这台摄像机</translation>
    </message>
    <message>
        <source>The camera or gateway refuses the user name or password</source>
        <translation>摄像机或视频网关拒绝该账号或密码</translation>
    </message>
    <message>
        <source>The stream&apos;s format cannot be decoded here</source>
        <translation>本机无法解码该视频格式</translation>
    </message>
    <message>
        <source>No picture arrives any more</source>
        <translation>画面中断</translation>
    </message>
    <message>
        <source>The stream has ended</source>
        <translation>视频流已结束</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Trying again, attempt %1</source>
        <translation>正在重试，第 %1 次</translation>
    </message>
    <message>
        <source>No new picture arrives</source>
        <translation>没有新画面</translation>
    </message>
    <message>
        <source>The picture is %1 old</source>
        <translation>当前是 %1前的画面</translation>
    </message>
    <message>
        <source>Cameras lock after a few wrong passwords: the next attempt is in %1</source>
        <translation>密码多次错误会锁定摄像机：%1后再试</translation>
    </message>
    <message>
        <source>Attempt %1 in %2</source>
        <translation>%2 后第 %1 次尝试</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>The pictures come neither by TCP nor by UDP</source>
        <translation>画面无法通过 TCP 或 UDP 传来</translation>
    </message>
    <message>
        <source>The stream has no pictures</source>
        <translation>该码流中没有画面</translation>
    </message>
    <message>
        <source>Waiting for a whole picture from the camera</source>
        <translation>正在等待摄像机的完整画面（关键帧）</translation>
    </message>
    <message>
        <source>Its sound is heard</source>
        <translation>正在监听</translation>
    </message>
    <message>
        <source>Its sound is fetched</source>
        <translation>正在取声音</translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>Gives a picture</source>
        <translation>有画面</translation>
    </message>
    <message>
        <source>The stream address is not valid</source>
        <translation>码流地址无效</translation>
    </message>
    <message>
        <source>The camera or gateway does not answer</source>
        <translation>摄像机或视频网关无应答</translation>
    </message>
    <message>
        <source>The gateway knows no such camera</source>
        <translation>视频网关上没有该摄像机</translation>
    </message>
    <message>
        <source>The camera or gateway refuses the user name or password</source>
        <translation>摄像机或视频网关拒绝该账号或密码</translation>
    </message>
    <message>
        <source>The stream&apos;s format cannot be decoded here</source>
        <translation>本机无法解码该码流格式</translation>
    </message>
    <message>
        <source>No picture arrives any more</source>
        <translation>已收不到画面</translation>
    </message>
    <message>
        <source>The stream has ended</source>
        <translation>码流已结束</translation>
    </message>
    <message>
        <source>Camera %1 gives a picture again</source>
        <translation>摄像机 %1 已恢复画面</translation>
    </message>
    <message>
        <source>Camera %1 gives no picture</source>
        <translation>摄像机 %1 无画面</translation>
    </message>
    <message>
        <source>The pictures come neither by TCP nor by UDP</source>
        <translation>画面无法通过 TCP 或 UDP 传来</translation>
    </message>
    <message>
        <source>The stream has no pictures</source>
        <translation>该码流中没有画面</translation>
    </message>
    <message>
        <source>Waiting for a whole picture from the camera</source>
        <translation>正在等待摄像机的完整画面（关键帧）</translation>
    </message>
</context>
<context>
    <name>ChosenCameras</name>
    <message>
        <source>Camera, place, initials</source>
        <translation>摄像机、地点、首字母</translation>
    </message>
    <message>
        <source>Shown in this order</source>
        <translation>按此顺序显示</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1，已选</translation>
    </message>
    <message>
        <source>Chosen cameras</source>
        <translation>已选摄像机</translation>
    </message>
    <message>
        <source>A camera that is gone</source>
        <translation>已不存在的摄像机</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Choose cameras at the left, by a click or Enter</source>
        <translation>在左侧单击或按回车选择摄像机</translation>
    </message>
</context>
<context>
    <name>ClipViewer</name>
    <message>
        <source>Clip</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>The clip cannot be played here: %1</source>
        <translation>本机无法播放该录像：%1</translation>
    </message>
    <message>
        <source>Hold it</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>%1 s of %2</source>
        <translation>%1 / %2 秒</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search everything, run every command</source>
        <translation>搜索一切，执行任意操作</translation>
    </message>
    <message>
        <source>Order, unit, resource, place, command; Chinese, pinyin or initials</source>
        <translation>指令、单位、资源、地点、操作；支持汉字、拼音、首字母</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>没有找到“%1”</translation>
    </message>
    <message>
        <source>Type to search</source>
        <translation>输入以搜索</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>open or run</source>
        <translation>打开或执行</translation>
    </message>
    <message>
        <source>back</source>
        <translation>返回</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) can be found</source>
        <translation>
            <numerusform>可搜索 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConfirmButton</name>
    <message>
        <source>Really?</source>
        <translation>确定？</translation>
    </message>
</context>
<context>
    <name>ConsultBar</name>
    <message>
        <source>this machine has none</source>
        <translation>本机没有该设备</translation>
    </message>
    <message>
        <source>it does not work; another program may have it</source>
        <translation>设备不可用，可能被其他程序占用</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>发言人</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Unlock the room</source>
        <translation>解锁会商室</translation>
    </message>
    <message>
        <source>Lock the room: nobody else enters</source>
        <translation>锁定会商室：其他人不得进入</translation>
    </message>
    <message>
        <source>Call more people</source>
        <translation>呼叫更多人</translation>
    </message>
    <message>
        <source>Invite a guest by a link …</source>
        <translation>链接邀请来宾……</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>End for all</source>
        <translation>结束会商</translation>
    </message>
</context>
<context>
    <name>ConsultPart</name>
    <message>
        <source>Consult</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>Go to the consultations</source>
        <translation>转到会商</translation>
    </message>
    <message>
        <source>Consultation about this order</source>
        <translation>就此指令会商</translation>
    </message>
    <message>
        <source>consultation</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>Accept the call to a consultation</source>
        <translation>接听会商呼叫</translation>
    </message>
    <message>
        <source>New consultation room</source>
        <translation>新建会商室</translation>
    </message>
    <message>
        <source>Plan a consultation</source>
        <translation>预约会商</translation>
    </message>
    <message>
        <source>Leave the consultation</source>
        <translation>离开会商</translation>
    </message>
    <message>
        <source>microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>摄像头</translation>
    </message>
</context>
<context>
    <name>ConsultProgram</name>
    <message>
        <source>Consultation room</source>
        <translation>会商室</translation>
    </message>
    <message>
        <source>There is no room %1 now</source>
        <translation>当前没有会商室 %1</translation>
    </message>
    <message>
        <source>There is no consultation now</source>
        <translation>当前没有会商</translation>
    </message>
    <message>
        <source>It is shown here as soon as there is one.</source>
        <translation>有会商时将在此显示。</translation>
    </message>
</context>
<context>
    <name>ConsultRoom</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message numerus="yes">
        <source>%n in the lobby</source>
        <translation>
            <numerusform>%n 人在等候室</numerusform>
        </translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>To the order</source>
        <translation>查看指令</translation>
    </message>
    <message>
        <source>Take my place here</source>
        <translation>在本席位入会</translation>
    </message>
    <message>
        <source>Ask to be let in</source>
        <translation>申请进入</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>You are in the lobby. The chair will let you in.</source>
        <translation>您在等候室，请等主持人准入。</translation>
    </message>
    <message>
        <source>Entering …</source>
        <translation>正在进入…</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>重新连接</translation>
    </message>
</context>
<context>
    <name>ConsultScreen</name>
    <message>
        <source>Consultations</source>
        <translation>会商</translation>
    </message>
    <message>
        <source>New consultation room</source>
        <translation>新建会商室</translation>
    </message>
    <message>
        <source>No consultations</source>
        <translation>暂无会商</translation>
    </message>
    <message>
        <source>Make a standing room for the hall, or open the room of an order by F7.</source>
        <translation>可新建常设会商室，或按 F7 打开指令会商室。</translation>
    </message>
    <message>
        <source>Rooms that you are called to stand here.</source>
        <translation>呼叫您参加的会商室显示在此。</translation>
    </message>
    <message>
        <source>Choose a room</source>
        <translation>请选择会商室</translation>
    </message>
</context>
<context>
    <name>ConsultStage</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is in the room</source>
        <translation>会商室内无人</translation>
    </message>
    <message>
        <source>Who enters first has the chair where nobody has it.</source>
        <translation>无主持人时，先进入者为主持人。</translation>
    </message>
</context>
<context>
    <name>ConsultTile</name>
    <message>
        <source>you</source>
        <translation>本人</translation>
    </message>
</context>
<context>
    <name>ConsultWords</name>
    <message>
        <source>Consultation made: %1</source>
        <translation>已建会商室：%1</translation>
    </message>
    <message>
        <source>Called to the consultation: %1</source>
        <translation>已呼叫参加会商：%1</translation>
    </message>
    <message>
        <source>Is coming to the consultation: %1</source>
        <translation>将参加会商：%1</translation>
    </message>
    <message>
        <source>Is not coming to the consultation: %1</source>
        <translation>不参加会商：%1</translation>
    </message>
    <message>
        <source>Entered the consultation: %1</source>
        <translation>进入会商：%1</translation>
    </message>
    <message>
        <source>Waits in the lobby: %1</source>
        <translation>在等候室等候：%1</translation>
    </message>
    <message>
        <source>Let into the consultation: %1</source>
        <translation>准入会商：%1</translation>
    </message>
    <message>
        <source>Removed from the consultation: %1</source>
        <translation>移出会商：%1</translation>
    </message>
    <message>
        <source>Left the consultation: %1</source>
        <translation>离开会商：%1</translation>
    </message>
    <message>
        <source>Has the chair now: %1</source>
        <translation>现任主持人：%1</translation>
    </message>
    <message>
        <source>Consultation locked: %1</source>
        <translation>会商已锁定：%1</translation>
    </message>
    <message>
        <source>Consultation unlocked: %1</source>
        <translation>会商已解锁：%1</translation>
    </message>
    <message>
        <source>Consultation ended: %1</source>
        <translation>会商已结束：%1</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>常设</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>预约</translation>
    </message>
    <message>
        <source>Of an order</source>
        <translation>指令会商</translation>
    </message>
    <message>
        <source>called</source>
        <translation>已呼叫</translation>
    </message>
    <message>
        <source>is coming</source>
        <translation>将参加</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>已谢绝</translation>
    </message>
    <message>
        <source>in the lobby</source>
        <translation>在等候室</translation>
    </message>
    <message>
        <source>in the room</source>
        <translation>在会商室</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移出</translation>
    </message>
    <message>
        <source>The consultation is over.</source>
        <translation>会商已结束。</translation>
    </message>
    <message>
        <source>The room is locked. The chair can unlock it.</source>
        <translation>会商室已锁定，主持人可以解锁。</translation>
    </message>
    <message>
        <source>All of them have been called already.</source>
        <translation>这些人都已呼叫过。</translation>
    </message>
    <message>
        <source>This has been done meanwhile.</source>
        <translation>此前已有人操作。</translation>
    </message>
    <message>
        <source>The chair leaves, or ends the consultation for all.</source>
        <translation>主持人请离开，或结束全体会商。</translation>
    </message>
    <message>
        <source>The room is full.</source>
        <translation>会商室人数已满。</translation>
    </message>
    <message>
        <source>The order has a room already.</source>
        <translation>该指令已有会商室。</translation>
    </message>
    <message>
        <source>Only the chair may do this, or the room is closed to you.</source>
        <translation>只有主持人可以操作，或该会商室不对您开放。</translation>
    </message>
    <message>
        <source>This person is not in the consultation.</source>
        <translation>此人不在会商中。</translation>
    </message>
    <message>
        <source>The media server is away: no sound and no pictures for now.</source>
        <translation>媒体服务器不可用：暂无音视频。</translation>
    </message>
    <message>
        <source>Link made for a guest: %1</source>
        <translation>已为来宾生成链接：%1</translation>
    </message>
</context>
<context>
    <name>CountDown</name>
    <message>
        <source>Due %1</source>
        <translation>截止 %1</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DraftMark</name>
    <message>
        <source>Place of the new order</source>
        <translation>新指令的位置</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新指令</translation>
    </message>
</context>
<context>
    <name>DutyAlarms</name>
    <message>
        <source>%1 has not come: %2</source>
        <translation>%1 未到岗：%2</translation>
    </message>
    <message>
        <source>Somebody on duty has not come</source>
        <translation>有值班人员未到岗</translation>
    </message>
    <message>
        <source>Nobody is free to stand in</source>
        <translation>暂无可替班人员</translation>
    </message>
    <message>
        <source>Proposed to stand in: %1</source>
        <translation>建议替班：%1</translation>
    </message>
    <message>
        <source>Handover is not accepted: %1</source>
        <translation>交接班未完成：%1</translation>
    </message>
    <message>
        <source>The shift cannot be closed before.</source>
        <translation>完成交接班之前不能结束值班。</translation>
    </message>
    <message>
        <source>Emergency mode</source>
        <translation>转入应急模式</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>恢复平时状态</translation>
    </message>
</context>
<context>
    <name>DutyBar</name>
    <message>
        <source>On duty: %1 of %2 confirmed</source>
        <translation>值守中：已确认 %1/%2</translation>
    </message>
    <message>
        <source>On</source>
        <translation>下一路</translation>
    </message>
    <message>
        <source>Seen, nothing</source>
        <translation>已看，无异常</translation>
    </message>
    <message>
        <source>Raise an order</source>
        <translation>下达指令</translation>
    </message>
    <message>
        <source>The camera before</source>
        <translation>上一路</translation>
    </message>
    <message>
        <source>The next camera, without confirming this one</source>
        <translation>下一路（本路暂不确认）</translation>
    </message>
    <message>
        <source>End the round</source>
        <translation>结束本轮</translation>
    </message>
</context>
<context>
    <name>DutyButton</name>
    <message>
        <source>Commander %1</source>
        <translation>指挥长 %1</translation>
    </message>
    <message>
        <source>Shift leader %1</source>
        <translation>值班长 %1</translation>
    </message>
    <message>
        <source>Nobody is entered as on duty</source>
        <translation>未登记值班人员</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>应急</translation>
    </message>
    <message>
        <source>Since %1: %2</source>
        <translation>自 %1 起：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n 人未到岗</numerusform>
        </translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>平时</translation>
    </message>
</context>
<context>
    <name>DutyDialog</name>
    <message>
        <source>Duty and mode</source>
        <translation>值班与平急状态</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Switch to emergency</source>
        <translation>转入应急状态</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>指挥长</translation>
    </message>
    <message>
        <source>Shift leader</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>平急状态</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>应急</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Every seat is told at once; it stands in the journal</source>
        <translation>立即通知所有坐席，并记入日志</translation>
    </message>
    <message>
        <source>Somebody else has just changed this.</source>
        <translation>内容刚刚被其他人更改。</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>恢复平时状态</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>平时</translation>
    </message>
    <message>
        <source>Show the current entry</source>
        <translation>显示最新内容</translation>
    </message>
</context>
<context>
    <name>DutyEntries</name>
    <message>
        <source>nobody</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>Post written: %1</source>
        <translation>保存岗位：%1</translation>
    </message>
    <message>
        <source>Person on duty written: %1</source>
        <translation>保存值班人员：%1</translation>
    </message>
    <message>
        <source>Pattern of duty written: %1</source>
        <translation>保存排班规律：%1</translation>
    </message>
    <message>
        <source>Holidays of %1 written</source>
        <translation>录入 %1 年节假日</translation>
    </message>
    <message numerus="yes">
        <source>Rota written: %n shift(s)</source>
        <translation>
            <numerusform>提交值班表：%n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked in: %1</source>
        <translation>签到：%1</translation>
    </message>
    <message>
        <source>Stands in: %1</source>
        <translation>替班：%1</translation>
    </message>
    <message>
        <source>instead of %1</source>
        <translation>替 %1</translation>
    </message>
    <message>
        <source>Shift closed: %1</source>
        <translation>结束值班：%1</translation>
    </message>
    <message>
        <source>Has not come: %1</source>
        <translation>未到岗：%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>People at the same time</source>
        <translation>同时在岗人数</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>所需资质</translation>
    </message>
    <message>
        <source>Qualifications</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>Manned from</source>
        <translation>值守开始</translation>
    </message>
    <message>
        <source>Manned until</source>
        <translation>值守结束</translation>
    </message>
    <message>
        <source>Rest between two shifts</source>
        <translation>两班之间休息</translation>
    </message>
    <message>
        <source>Grace time for checking in</source>
        <translation>签到宽限</translation>
    </message>
    <message>
        <source>Telephone numbers</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>值班人员</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束时间</translation>
    </message>
</context>
<context>
    <name>DutyFigures</name>
    <message>
        <source>Duty figures, %1</source>
        <translation>值班统计,%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>工时</translation>
    </message>
    <message>
        <source>Nights</source>
        <translation>夜班</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>缺勤</translation>
    </message>
    <message>
        <source>Stood in</source>
        <translation>替班</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>换班</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>到岗</translation>
    </message>
    <message>
        <source>Weekends</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>Statutory</source>
        <translation>法定节假日</translation>
    </message>
</context>
<context>
    <name>DutyPane</name>
    <message>
        <source>Emergency</source>
        <translation>应急</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>平时</translation>
    </message>
    <message>
        <source>On duty now</source>
        <translation>当前值班</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Nobody now</source>
        <translation>当前无人</translation>
    </message>
</context>
<context>
    <name>DutyPanes</name>
    <message>
        <source>Time and duty</source>
        <translation>时间与值班</translation>
    </message>
</context>
<context>
    <name>DutyPart</name>
    <message>
        <source>Duty and mode</source>
        <translation>值班与平急状态</translation>
    </message>
    <message>
        <source>The hub has not said who is on duty yet.</source>
        <translation>服务器尚未提供值班信息。</translation>
    </message>
    <message>
        <source>%1: not sent, and not kept. %2</source>
        <translation>%1：未发送，也未保存。%2</translation>
    </message>
    <message>
        <source>Rota</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Duty</source>
        <translation>值班</translation>
    </message>
    <message>
        <source>Go to duty</source>
        <translation>前往值班</translation>
    </message>
    <message>
        <source>Who is on duty now</source>
        <translation>当前谁在岗</translation>
    </message>
    <message>
        <source>Check in to my shift</source>
        <translation>签到上岗</translation>
    </message>
    <message>
        <source>Lay out the rota of a month</source>
        <translation>自动排班</translation>
    </message>
    <message>
        <source>Only the hall&apos;s dispatchers and commanders may change this.</source>
        <translation>仅本中心调度员和指挥长可以更改。</translation>
    </message>
    <message>
        <source>Posts, people, patterns and holidays of duty</source>
        <translation>值班岗位、人员、班制和节假日</translation>
    </message>
</context>
<context>
    <name>DutyRecords</name>
    <message>
        <source>%1 asks %2 to take a shift</source>
        <translation>%1请%2接替一个班次</translation>
    </message>
    <message>
        <source>%1 agrees to take the shift</source>
        <translation>%1同意接替该班次</translation>
    </message>
    <message>
        <source>%1 does not take the shift</source>
        <translation>%1不同意接替该班次</translation>
    </message>
    <message>
        <source>%1 approved the exchange of shifts</source>
        <translation>%1批准了换班</translation>
    </message>
    <message>
        <source>%1 refused the exchange of shifts</source>
        <translation>%1未批准换班</translation>
    </message>
    <message>
        <source>%1 withdrew the exchange of shifts</source>
        <translation>%1撤回了换班申请</translation>
    </message>
    <message>
        <source>%1 asks for leave</source>
        <translation>%1申请请假</translation>
    </message>
    <message>
        <source>%1 approved the leave</source>
        <translation>%1批准了请假</translation>
    </message>
    <message>
        <source>%1 refused the leave</source>
        <translation>%1未批准请假</translation>
    </message>
    <message>
        <source>%1 withdrew the leave</source>
        <translation>%1撤回了请假申请</translation>
    </message>
    <message>
        <source>The handover sheet of %1 was made</source>
        <translation>%1的交接班单已生成</translation>
    </message>
    <message>
        <source>Something new is on the handover sheet of %1</source>
        <translation>%1的交接班单有新事项</translation>
    </message>
    <message>
        <source>%1 wrote on the handover sheet of %2</source>
        <translation>%1填写了%2的交接班单</translation>
    </message>
    <message>
        <source>%1 handed over: %2</source>
        <translation>%1已交班：%2</translation>
    </message>
    <message>
        <source>%1 acknowledged an item of the handover: %2</source>
        <translation>%1确认了一项交接事项：%2</translation>
    </message>
    <message>
        <source>%1 sent the handover sheet back: %2</source>
        <translation>%1退回了交接班单：%2</translation>
    </message>
    <message>
        <source>%1 took over: %2</source>
        <translation>%1已接班：%2</translation>
    </message>
    <message>
        <source>The handover of %1 is overdue</source>
        <translation>%1的交接班已逾期</translation>
    </message>
    <message>
        <source>%1 wrote into the log: %2</source>
        <translation>%1记录了值班日志：%2</translation>
    </message>
    <message>
        <source>%1 settled in the log: %2</source>
        <translation>%1处理完日志事项：%2</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>The hub did not understand the request.</source>
        <translation>服务器无法识别该请求。</translation>
    </message>
    <message>
        <source>This value is not possible.</source>
        <translation>该值不允许。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Your role may not do this.</source>
        <translation>您的角色无权执行此操作。</translation>
    </message>
    <message>
        <source>Too many failed attempts; the account is locked for a while.</source>
        <translation>失败次数过多，账号已暂时锁定。</translation>
    </message>
    <message>
        <source>It does not exist, or lies outside your area.</source>
        <translation>不存在，或不在您的辖区内。</translation>
    </message>
    <message>
        <source>Somebody else was first, or it exists already.</source>
        <translation>他人已先行处理，或已存在。</translation>
    </message>
    <message>
        <source>This step is not possible any more; look at the present state.</source>
        <translation>当前状态下已不能执行此步骤，请查看最新状态。</translation>
    </message>
    <message>
        <source>The hub knows this command with other contents.</source>
        <translation>服务器已收到同一操作的不同内容。</translation>
    </message>
    <message>
        <source>The hub has no room left for files; an administrator has to make some.</source>
        <translation>服务器的附件空间已满，请联系管理员清理。</translation>
    </message>
    <message>
        <source>This is larger than the hub accepts.</source>
        <translation>超出服务器允许的大小。</translation>
    </message>
    <message>
        <source>The hub does not accept this type of file.</source>
        <translation>服务器不接受此类型的文件。</translation>
    </message>
    <message>
        <source>Too many at once; it will be tried again.</source>
        <translation>同时请求过多，将自动重试。</translation>
    </message>
    <message>
        <source>The hub cannot be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>Stored data is damaged.</source>
        <translation>存储的数据已损坏。</translation>
    </message>
    <message>
        <source>It holds a character that cannot be seen or that turns the text round. Delete it, or type the words anew.</source>
        <translation>含有看不见或会使文字反向显示的字符，请删除，或重新输入。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This machine does not trust the hub&apos;s certificate; an administrator must install it.</source>
        <translation>本机不信任服务器的证书，请由管理员安装。</translation>
    </message>
    <message>
        <source>The hub is newer than this console; the console must be updated.</source>
        <translation>服务器版本高于本坐席端程序，请更新坐席端程序。</translation>
    </message>
    <message>
        <source>Not the hub has answered but something on the way to it: a proxy, or a network that wants a sign-in.</source>
        <translation>应答的不是服务器，而是途中的代理，或需要登录的网络。</translation>
    </message>
    <message>
        <source>The hub has not answered this yet; it is asked again.</source>
        <translation>服务器尚未应答此项，将再次询问。</translation>
    </message>
    <message>
        <source>This machine cannot store it; look at the room on its disk.</source>
        <translation>本机无法保存，请检查磁盘空间。</translation>
    </message>
    <message>
        <source>The hub cannot do this at the moment.</source>
        <translation>服务器暂时无法处理。</translation>
    </message>
    <message>
        <source>The hub does not know this field: the versions of console and hub differ.</source>
        <translation>服务器不认识该字段；坐席端与服务器版本不一致。</translation>
    </message>
    <message>
        <source>It expired before the hub could be reached.</source>
        <translation>在联系上服务器之前已过时限。</translation>
    </message>
    <message>
        <source>The hub does not do this: the versions of console and hub differ.</source>
        <translation>服务器不支持此操作：坐席端与服务器版本不一致。</translation>
    </message>
    <message>
        <source>The system made an error and did not carry this out. Tell an administrator, and the time.</source>
        <translation>系统出错，未执行；请联系管理员并告知时间。</translation>
    </message>
    <message>
        <source>It was sent, and nobody can say any more whether it was carried out; check it by hand.</source>
        <translation>曾经发出，是否已执行现已无从得知，请人工核对。</translation>
    </message>
    <message>
        <source>The address of the hub is not valid. Example: https://hall.example; your administrator knows it.</source>
        <translation>服务器地址不正确，示例：https://hall.example，请向管理员核对。</translation>
    </message>
    <message>
        <source>The session has ended; sign in again.</source>
        <translation>登录已失效，请重新登录。</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Name or unit</source>
        <translation>姓名或单位</translation>
    </message>
    <message>
        <source>The hub could not be asked: these figures are incomplete.</source>
        <translation>无法连接服务器：统计不完整。</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Save as XLSX</source>
        <translation>另存为 XLSX</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>另存为 CSV</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Nothing matches what is typed</source>
        <translation>没有符合输入的内容</translation>
    </message>
    <message>
        <source>Nobody is on the roster</source>
        <translation>值班人员名册为空</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>保存统计</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>电子表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Figures of duty</source>
        <translation>值班统计</translation>
    </message>
    <message>
        <source>Duty figures</source>
        <translation>值班统计</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Name, code or initials</source>
        <translation>名称、编码或拼音首字母</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>没有找到“%1”</translation>
    </message>
</context>
<context>
    <name>FittedList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>one step back</source>
        <translation>退一步</translation>
    </message>
    <message>
        <source>More keys</source>
        <translation>更多快捷键</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>under 1 min</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
</context>
<context>
    <name>FreeLayoutCanvas</name>
    <message>
        <source>Panes</source>
        <translation>窗格</translation>
    </message>
    <message>
        <source>Pane %1</source>
        <translation>窗格 %1</translation>
    </message>
</context>
<context>
    <name>FreeLayoutDialog</name>
    <message>
        <source>Panes across %1</source>
        <translation>%1 的跨屏窗格</translation>
    </message>
    <message>
        <source>Panes of screen %1</source>
        <translation>屏“%1”的分屏</translation>
    </message>
    <message>
        <source>Divide it so</source>
        <translation>按此分屏</translation>
    </message>
    <message>
        <source>New pane</source>
        <translation>新窗格</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Drag on free ground to draw a pane, drag a pane to move it, its lower right corner to size it. Arrow keys move the chosen pane, with Shift they size it, Page Up and Page Down choose another one.</source>
        <translation>在空白处拖动即可画出窗格；拖动窗格可移动，拖动右下角可改大小。方向键移动所选窗格，按住 Shift 改大小，Page Up / Page Down 换选。</translation>
    </message>
    <message>
        <source>Locked by %1: nothing on this wall moves until it is unlocked.</source>
        <translation>%1 已锁定：解锁前大屏内容不变。</translation>
    </message>
</context>
<context>
    <name>GuestLinkDialog</name>
    <message>
        <source>A guest by a link</source>
        <translation>链接邀请来宾</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>生成链接</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A guest needs no account: the link is opened in a browser, and the guest waits in the lobby until you let in. A guest sees this room and nothing else of the hall.</source>
        <translation>来宾无需账号：在浏览器中打开链接后，在等候室等待您准入。来宾只能看到本会商室，看不到指挥大厅的其他内容。</translation>
    </message>
    <message>
        <source>Name or office of the guest</source>
        <translation>来宾姓名或单位</translation>
    </message>
    <message>
        <source>One-time link</source>
        <translation>一次性链接</translation>
    </message>
    <message>
        <source>For %1. Works once, until %2.</source>
        <translation>发给 %1。仅可使用一次，%2 前有效。</translation>
    </message>
</context>
<context>
    <name>HallMap</name>
    <message>
        <source>Map</source>
        <translation>一张图</translation>
    </message>
</context>
<context>
    <name>HandView</name>
    <message>
        <source>Across the wall</source>
        <translation>跨屏</translation>
    </message>
    <message>
        <source>Screen %1</source>
        <translation>屏“%1”</translation>
    </message>
    <message>
        <source>Pane %1</source>
        <translation>窗格 %1</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>The wall shows again what it showed before</source>
        <translation>大屏恢复到之前的画面</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>放手</translation>
    </message>
    <message>
        <source>The wall shows where you point, and moves with what you move here. Let go, and the view stays.</source>
        <translation>大屏会显示您所指的位置，并随您在此处的移动而移动。放手后画面保持不变。</translation>
    </message>
    <message>
        <source>The wall shows where you point.</source>
        <translation>大屏会显示您所指的位置。</translation>
    </message>
    <message>
        <source>The wall shows where you point. Nothing on it moves while it is locked.</source>
        <translation>大屏会显示您所指的位置。锁定期间大屏上的内容不会移动。</translation>
    </message>
</context>
<context>
    <name>HandoverHead</name>
    <message>
        <source>Nobody is planned</source>
        <translation>尚未排班</translation>
    </message>
    <message>
        <source>Signed %1</source>
        <translation>已签字 %1</translation>
    </message>
    <message>
        <source>To be accepted by %1</source>
        <translation>应于 %1 前接班</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Has not handed over yet</source>
        <translation>尚未交班</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>Has not taken over yet</source>
        <translation>尚未接班</translation>
    </message>
</context>
<context>
    <name>HandoverItemRow</name>
    <message>
        <source>Remark: %1</source>
        <translation>备注：%1</translation>
    </message>
    <message>
        <source>What the next shift must know about it</source>
        <translation>下一班须知</translation>
    </message>
    <message>
        <source>Your words on it; they stand on the sheet</source>
        <translation>您的意见，将记入交接班单</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>打开指令</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>With words</source>
        <translation>附言</translation>
    </message>
</context>
<context>
    <name>HandoverItems</name>
    <message>
        <source>Items of the sheet</source>
        <translation>交接事项</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有待办事项</translation>
    </message>
    <message>
        <source>No open orders, supervisions, instructions or faults. Matters can be added by hand.</source>
        <translation>没有在办指令、督办、常设指示或设备故障。可手工添加事项。</translation>
    </message>
</context>
<context>
    <name>HandoverList</name>
    <message>
        <source>Handover sheets</source>
        <translation>交接班单</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无人</translation>
    </message>
    <message>
        <source>%1 of %2 acknowledged</source>
        <translation>已确认 %1/%2</translation>
    </message>
    <message>
        <source>Show a month more</source>
        <translation>再看一个月</translation>
    </message>
    <message>
        <source>The hub could not be asked.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>共 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverSheet</name>
    <message>
        <source>Nothing is open: the sheet has no items.</source>
        <translation>没有待办事项：交接班单为空。</translation>
    </message>
    <message>
        <source>Handover sheet</source>
        <translation>交接班单</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>To be accepted by</source>
        <translation>接班时限</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Incoming</source>
        <translation>接班</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Remark of the outgoing shift</source>
        <translation>交班备注</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>接班确认</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>未签字</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>交班人</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>HandoverView</name>
    <message>
        <source>Add a matter</source>
        <translation>添加事项</translation>
    </message>
    <message>
        <source>Add a matter to the sheet</source>
        <translation>向交接班单添加事项</translation>
    </message>
    <message>
        <source>What the next shift must know</source>
        <translation>下一班须知</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Send the sheet back</source>
        <translation>退回交接班单</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少什么</translation>
    </message>
    <message>
        <source>It becomes a matter of the sheet. What is acknowledged stays so; the outgoing shift signs again.</source>
        <translation>它将成为单上的一项。已确认的保持不变，交班方须重新签字。</translation>
    </message>
    <message>
        <source>Sign and hand over</source>
        <translation>签字交班</translation>
    </message>
    <message>
        <source>Sign and take over</source>
        <translation>签字接班</translation>
    </message>
    <message numerus="yes">
        <source>%n more to acknowledge</source>
        <translation>
            <numerusform>还有 %n 项待确认</numerusform>
        </translation>
    </message>
    <message>
        <source>No sheet is chosen</source>
        <translation>未选择交接班单</translation>
    </message>
    <message>
        <source>No handover sheets</source>
        <translation>没有交接班单</translation>
    </message>
    <message>
        <source>A sheet makes itself half an hour before the end of a shift whose post hands over.</source>
        <translation>需交接的岗位，班次结束前半小时自动生成交接班单。</translation>
    </message>
    <message>
        <source>Save the handover sheet</source>
        <translation>保存交接班单</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Handover sheet</source>
        <translation>交接班单</translation>
    </message>
</context>
<context>
    <name>HolidaysForm</name>
    <message>
        <source>That is no notice of holidays: nothing was filled in</source>
        <translation>剪贴板里不是节假日安排通知，未填入任何内容</translation>
    </message>
    <message>
        <source>Filled in from the notice of %1. It does not say which days of Spring Festival, Qingming, Dragon Boat and Mid-Autumn the law names: please add them</source>
        <translation>已按 %1 年通知填入。通知未写明春节、清明、端午、中秋中哪几天是法定节日，请补上</translation>
    </message>
    <message>
        <source>Fill in from the notice that is copied</source>
        <translation>用已复制的放假通知填入</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Where it is written</source>
        <translation>依据文件</translation>
    </message>
    <message>
        <source>Days off: name, first day, last day, those that the law names</source>
        <translation>放假：名称、首日、末日、其中的法定节日</translation>
    </message>
    <message>
        <source>Name of holiday %1</source>
        <translation>第 %1 个假期名称</translation>
    </message>
    <message>
        <source>First day of %1</source>
        <translation>%1首日</translation>
    </message>
    <message>
        <source>Last day of %1</source>
        <translation>%1末日</translation>
    </message>
    <message>
        <source>Days of %1 that the law names</source>
        <translation>%1中的法定节日</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>删除%1</translation>
    </message>
    <message>
        <source>Another holiday</source>
        <translation>增加一个假期</translation>
    </message>
    <message>
        <source>Saturdays and Sundays on which people work</source>
        <translation>调休上班的周六、周日</translation>
    </message>
    <message>
        <source>Several are parted by commas; the year need not be typed: 2-14, 2-28</source>
        <translation>多个日期用逗号分开，可不写年份：2-14，2-28</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>Risk</source>
        <translation>风险隐患</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>物资储备</translation>
    </message>
    <message>
        <source>Rescue force</source>
        <translation>救援力量</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>已派出</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停用</translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s)</source>
        <translation>
            <numerusform>%n 处资源</numerusform>
        </translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>%1 级</translation>
    </message>
    <message numerus="yes">
        <source>%n more here</source>
        <translation>
            <numerusform>此处还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>in use</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>all at one place: click for the list</source>
        <translation>同一位置：单击列出全部</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <extracomment>The two-letter code of the language this file translates to: &quot;en&quot; or &quot;zh&quot;.</extracomment>
        <translation>zh</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
</context>
<context>
    <name>LayoutBar</name>
    <message>
        <source>Across the wall</source>
        <translation>跨屏</translation>
    </message>
    <message>
        <source>Panes of screen %1</source>
        <translation>屏“%1”的分屏</translation>
    </message>
    <message>
        <source>Free …</source>
        <translation>自由分屏…</translation>
    </message>
    <message>
        <source>Draw the panes of this screen</source>
        <translation>自行绘制此屏的窗格</translation>
    </message>
    <message>
        <source>Across the wall …</source>
        <translation>跨屏…</translation>
    </message>
    <message>
        <source>Draw panes over all screens, above what stands on each</source>
        <translation>在全部屏之上绘制跨屏窗格</translation>
    </message>
</context>
<context>
    <name>LayoutDialog</name>
    <message>
        <source>Lay out the rota</source>
        <translation>自动排班</translation>
    </message>
    <message numerus="yes">
        <source>Lay out %n shift(s)</source>
        <translation>
            <numerusform>排出 %n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>排班</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>排班规律</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>The first crew begins on day …</source>
        <translation>第一组从第几天开始</translation>
    </message>
    <message>
        <source>of a cycle of %1 days</source>
        <translation>周期共 %1 天</translation>
    </message>
    <message>
        <source>Posts that the crews man</source>
        <translation>各组值守的岗位</translation>
    </message>
    <message>
        <source>Fill the empty places</source>
        <translation>自动填入人员</translation>
    </message>
    <message>
        <source>Empty all</source>
        <translation>全部清空</translation>
    </message>
    <message>
        <source>Crews</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Choose the posts at the left: each crew gets a place for each of them.</source>
        <translation>请在左侧选择岗位，每个组都会有相应的位置。</translation>
    </message>
    <message>
        <source>How it begins</source>
        <translation>预览</translation>
    </message>
    <message numerus="yes">
        <source>%n planned shift(s) of these posts give way. Nothing is written before you say so.</source>
        <translation>
            <numerusform>这些岗位已有的 %n 个班次将被替换；提交之前不会生效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written before you say so.</source>
        <translation>提交之前不会生效。</translation>
    </message>
</context>
<context>
    <name>LeftOutMaps</name>
    <message>
        <source>its key file cannot be read.</source>
        <translation>无法读取其密钥文件。</translation>
    </message>
    <message>
        <source>its file is not there.</source>
        <translation>其文件不存在。</translation>
    </message>
    <message>
        <source>its file cannot be used (%1).</source>
        <translation>其文件无法使用（%1）。</translation>
    </message>
    <message>
        <source>“%1” is no setting of a map.</source>
        <translation>“%1”不是地图的设置项。</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>缺少“%1”。</translation>
    </message>
    <message>
        <source>another map has this name.</source>
        <translation>已有同名地图。</translation>
    </message>
    <message>
        <source>“%1” cannot have this value (%2).</source>
        <translation>“%1”的值不可用（%2）。</translation>
    </message>
    <message>
        <source>The map “%1” is left out: %2</source>
        <translation>地图“%1”未启用：%2</translation>
    </message>
    <message>
        <source>Further maps are left out: their file cannot be read (%1).</source>
        <translation>其他地图未启用：无法读取其配置文件（%1）。</translation>
    </message>
    <message>
        <source>Further maps are left out: their file is no TOML (%1).</source>
        <translation>其他地图未启用：其配置文件不是有效的 TOML（%1）。</translation>
    </message>
    <message>
        <source>“%1” in the file of further maps is left out: it is no map.</source>
        <translation>地图配置文件中的“%1”未启用：它不是地图。</translation>
    </message>
</context>
<context>
    <name>LetIn</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 条新内容</numerusform>
        </translation>
    </message>
    <message>
        <source>What comes in while the pointer is on the list. It takes its place when the pointer leaves, or now.</source>
        <translation>指针在列表上时新来的内容：指针移开后归位，也可点此立即归位。</translation>
    </message>
</context>
<context>
    <name>LevelBadge</name>
    <message>
        <source>Level %1</source>
        <translation>%1 级</translation>
    </message>
</context>
<context>
    <name>LevelPicker</name>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>%1 级</translation>
    </message>
</context>
<context>
    <name>LinkPage</name>
    <message>
        <source>Link to the hub</source>
        <translation>与服务器的连接</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Offline for %1</source>
        <translation>已离线 %1</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>Hub&apos;s clock against this machine&apos;s</source>
        <translation>服务器与本机的时钟差</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待发</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Remove all that failed</source>
        <translation>清除全部失败项</translation>
    </message>
    <message>
        <source>Nothing of yours waits</source>
        <translation>您没有待发</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>没有待发</translation>
    </message>
    <message>
        <source>What is done while the hub is away waits here, is sent exactly once when it returns, and expires in plain sight.</source>
        <translation>离线期间的操作在此等候，服务器恢复后只发送一次，过期会明确显示。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Nothing matches what is typed</source>
        <translation>没有匹配的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) of another account or for another hub address wait on this seat. They go when that account signs in here at that address.</source>
        <translation>
            <numerusform>本坐席另有 %n 条属于其他账号或其他服务器地址的待发操作，须由该账号在该地址登录后发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Yours, for %1: %2</source>
        <translation>您发往 %1 的：%2</translation>
    </message>
    <message>
        <source>It may have been carried out. Really?</source>
        <translation>可能已被执行，仍要放弃？</translation>
    </message>
    <message>
        <source>Really?</source>
        <translation>确定？</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>放弃发送</translation>
    </message>
</context>
<context>
    <name>LinkageBar</name>
    <message>
        <source>Cameras: %1</source>
        <translation>摄像机：%1</translation>
    </message>
    <message>
        <source>stands on %1</source>
        <translation>已在 %1 上屏</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏</translation>
    </message>
    <message>
        <source>Put up</source>
        <translation>上屏</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The screen shows again what stood there before</source>
        <translation>该屏恢复到联动之前的内容</translation>
    </message>
    <message>
        <source>Linkage and its rules</source>
        <translation>联动与规则</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>LinkageEntries</name>
    <message>
        <source>Linked onto the wall: %1</source>
        <translation>联动上屏：%1</translation>
    </message>
    <message>
        <source>Linkage over, the wall is as before: %1</source>
        <translation>联动结束，大屏已恢复：%1</translation>
    </message>
    <message>
        <source>Waits for the wall: %1</source>
        <translation>等待上屏：%1</translation>
    </message>
    <message>
        <source>Linked no more: %1</source>
        <translation>联动已取消：%1</translation>
    </message>
    <message>
        <source>Linkage rule written: %1</source>
        <translation>已保存联动规则：%1</translation>
    </message>
    <message>
        <source>Linkage rule removed: %1</source>
        <translation>已删除联动规则：%1</translation>
    </message>
</context>
<context>
    <name>LinkageFields</name>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Order or risk</source>
        <translation>指令或风险隐患</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Event classes</source>
        <translation>事件类别</translation>
    </message>
</context>
<context>
    <name>LinkagePage</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>on</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>off</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Commanders and administrators write rules and try them.</source>
        <translation>规则由指挥长和管理员编写、试算。</translation>
    </message>
    <message>
        <source>Keep the rule</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>What would it have shown in the last seven days?</source>
        <translation>试算近七天会显示什么</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>删除规则</translation>
    </message>
    <message>
        <source>Really remove it?</source>
        <translation>确认删除？</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>放弃修改</translation>
    </message>
</context>
<context>
    <name>LinkagePart</name>
    <message>
        <source>Cameras around it onto the wall</source>
        <translation>周边摄像机上屏</translation>
    </message>
    <message>
        <source>cameras onto the wall</source>
        <translation>周边上屏</translation>
    </message>
    <message>
        <source>Back to what stood on the wall</source>
        <translation>恢复联动前的大屏内容</translation>
    </message>
    <message>
        <source>Linkage of the walls, and its rules</source>
        <translation>大屏联动与规则</translation>
    </message>
    <message>
        <source>Linkage</source>
        <translation>联动</translation>
    </message>
</context>
<context>
    <name>LinkedList</name>
    <message>
        <source>On the walls now</source>
        <translation>当前联动</translation>
    </message>
    <message>
        <source>Nothing is linked. An order or a risk that is selected is put up with F8.</source>
        <translation>当前没有联动。选中指令或风险隐患后，按 F8 上屏。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>The screen shows again what stood there before</source>
        <translation>该屏恢复到联动之前的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait(s)</source>
        <translation>
            <numerusform>另有 %n 项在等待</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LoadChart</name>
    <message>
        <source>Last 24 hours</source>
        <translation>近 24 小时</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>在办 %1</translation>
    </message>
    <message>
        <source>new in the last hour %1</source>
        <translation>近 1 小时新增 %1</translation>
    </message>
    <message>
        <source>late %1</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>在办</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Open, new and late orders of the last 24 hours</source>
        <translation>近 24 小时在办、新增和逾期的指令</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>This seat is locked</source>
        <translation>坐席已锁定</translation>
    </message>
    <message>
        <source>This seat is locked. What is sent and what arrives goes on.</source>
        <translation>坐席已锁定，收发照常进行。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>%1的密码</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>Drafts and what waits stay those of %1</source>
        <translation>草稿和待发操作仍归%1所有</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) nobody has taken note of</source>
        <translation>
            <numerusform>有 %n 条提醒无人确认</numerusform>
        </translation>
    </message>
    <message>
        <source>No link to the hub</source>
        <translation>未连接服务器</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) not sent yet</source>
        <translation>
            <numerusform>%n 条操作尚未发送</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Only those who are on duty write into the log: check in first.</source>
        <translation>只有在岗人员可以记录日志：请先签到。</translation>
    </message>
    <message>
        <source>Correct an entry of the log</source>
        <translation>更正日志记录</translation>
    </message>
    <message>
        <source>Write into the log</source>
        <translation>记录值班日志</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What happened, what was said</source>
        <translation>发生了什么，说了什么</translation>
    </message>
    <message>
        <source>Who called</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Who was called</source>
        <translation>受话人</translation>
    </message>
    <message>
        <source>Who came</source>
        <translation>来访人</translation>
    </message>
    <message>
        <source>The other&apos;s name</source>
        <translation>对方姓名</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>min ago</source>
        <translation>分钟前</translation>
    </message>
    <message>
        <source>How many minutes ago it happened</source>
        <translation>发生在多少分钟前</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>It is about the order that is chosen</source>
        <translation>与所选指令相关</translation>
    </message>
    <message>
        <source>Stands on every handover sheet until somebody settles it</source>
        <translation>列入每次交接班单，直至处理完</translation>
    </message>
</context>
<context>
    <name>LogRow</name>
    <message>
        <source>written by %1</source>
        <translation>记录人 %1</translation>
    </message>
    <message>
        <source>corrects an earlier entry</source>
        <translation>更正较早的记录</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>持续有效</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已处理</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>打开指令</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>处理完毕</translation>
    </message>
    <message>
        <source>Take it off the sheets?</source>
        <translation>不再列入交接班?</translation>
    </message>
    <message>
        <source>Write a correction</source>
        <translation>更正</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Words, names, numbers</source>
        <translation>内容、姓名、号码</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The chosen order</source>
        <translation>所选指令</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Only those who are on duty write into the log: check in first.</source>
        <translation>只有在岗人员可以记录日志：请先签到。</translation>
    </message>
    <message>
        <source>The hub could not be asked: only what this seat knows is shown.</source>
        <translation>无法连接服务器：仅显示本坐席已有的记录。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有符合的记录</translation>
    </message>
    <message>
        <source>Nothing is written yet</source>
        <translation>尚无记录</translation>
    </message>
    <message>
        <source>Calls, events, instructions and what else happens on duty. F9 writes from every screen.</source>
        <translation>来电去电、事件、指示及值班期间的其他事项。任何界面按 F9 即可记录。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>This seat</source>
        <translation>本坐席</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>At once, without a restart</source>
        <translation>立即生效，无需重启</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark for the hall, light for the consultation room</source>
        <translation>大厅用深色，会商室用浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Size of text and controls</source>
        <translation>文字与控件大小</translation>
    </message>
    <message>
        <source>Automatic follows the height of the screen</source>
        <translation>自动：按屏幕高度调整</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Maps that are left out</source>
        <translation>未启用的地图</translation>
    </message>
    <message>
        <source>Put them right in the file of further maps and start the seat again; everything else works without them.</source>
        <translation>请改正地图配置文件后重新启动坐席；其余功能不受影响。</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>自动锁定</translation>
    </message>
    <message>
        <source>After so long without a key or the pointer; Ctrl+L locks at once</source>
        <translation>键盘鼠标无操作达到此时长后锁定；Ctrl+L 立即锁定</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Chengyun</source>
        <translation>城运</translation>
    </message>
</context>
<context>
    <name>MapFurniture</name>
    <message>
        <source>North up</source>
        <translation>指北</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Built-in map</source>
        <translation>内置底图</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole district</source>
        <translation>全部辖区</translation>
    </message>
    <message>
        <source>Longitude and latitude: %1</source>
        <translation>经纬度：%1</translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Risk</source>
        <translation>风险隐患</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>物资储备</translation>
    </message>
    <message>
        <source>Rescue force</source>
        <translation>救援力量</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>So many close together</source>
        <translation>邻近的多个资源（数字为数量）</translation>
    </message>
    <message>
        <source>committed, in use</source>
        <translation>已派出或占用</translation>
    </message>
</context>
<context>
    <name>MapScreen</name>
    <message>
        <source>Copy the coordinates</source>
        <translation>复制坐标</translation>
    </message>
    <message>
        <source>Coordinates copied (WGS-84).</source>
        <translation>坐标已复制（WGS-84）。</translation>
    </message>
    <message>
        <source>Width of the left panel</source>
        <translation>左侧面板宽度</translation>
    </message>
    <message>
        <source>Height of the lower panel</source>
        <translation>下方面板高度</translation>
    </message>
    <message>
        <source>Width of the right panel</source>
        <translation>右侧面板宽度</translation>
    </message>
    <message>
        <source>Too many: the list holds the first %1. Zoom in and choose fewer.</source>
        <translation>太多：列表只容纳前 %1 项。请放大地图，少选一些。</translation>
    </message>
    <message>
        <source>Nothing to choose lies there.</source>
        <translation>该处没有可选的对象。</translation>
    </message>
    <message>
        <source>List what is here (%1)</source>
        <translation>列出此处（%1）</translation>
    </message>
    <message>
        <source>Take out of what is chosen</source>
        <translation>移出所选</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选中</translation>
    </message>
    <message>
        <source>this view</source>
        <translation>当前视图</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>you</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>chair</source>
        <translation>主持人</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>准入</translation>
    </message>
    <message>
        <source>Hand the chair on</source>
        <translation>移交主持人</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>再次呼叫</translation>
    </message>
    <message>
        <source>Turn away</source>
        <translation>拒绝进入</translation>
    </message>
    <message>
        <source>Take the call back</source>
        <translation>撤回呼叫</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移出</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Screens</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>OfflineBanner</name>
    <message>
        <source>The hub is newer than this console, which must be updated: everything last known stays on screen, and what you do now waits.</source>
        <translation>服务器版本高于本坐席端程序，请更新坐席端程序：最后已知的内容仍在屏幕上，现在的操作将排队。</translation>
    </message>
    <message>
        <source>No link to the hub for %1: everything last known stays on screen.</source>
        <translation>与服务器断开 %1：最后已知的内容仍在屏幕上。</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) wait and are sent when it returns.</source>
        <translation>
            <numerusform>%n 条待发，恢复后自动发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>What you do now waits and is sent when it returns.</source>
        <translation>现在的操作将排队，恢复后自动发送。</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>View outbox</source>
        <translation>查看待发</translation>
    </message>
</context>
<context>
    <name>OnDutyPanel</name>
    <message>
        <source>On duty now</source>
        <translation>当前在岗</translation>
    </message>
    <message>
        <source>Mode…</source>
        <translation>平时/应急…</translation>
    </message>
    <message>
        <source>Rota</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Nobody now</source>
        <translation>当前无人</translation>
    </message>
</context>
<context>
    <name>OnDutyShift</name>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一班</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>has not come</source>
        <translation>未到岗</translation>
    </message>
    <message>
        <source>not checked in</source>
        <translation>未签到</translation>
    </message>
    <message>
        <source>Stands in for %1</source>
        <translation>替 %1</translation>
    </message>
    <message>
        <source>Backup: %1</source>
        <translation>备班：%1</translation>
    </message>
    <message>
        <source>Stands in:</source>
        <translation>替班：</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>签到</translation>
    </message>
    <message>
        <source>Has reported by telephone</source>
        <translation>电话报到</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>结束值班</translation>
    </message>
    <message>
        <source>Its handover has to be accepted first</source>
        <translation>须先完成交接班</translation>
    </message>
</context>
<context>
    <name>OntoWallDialog</name>
    <message>
        <source>Onto the wall: %1</source>
        <translation>上屏：%1</translation>
    </message>
    <message>
        <source>Put up</source>
        <translation>上屏</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>一直显示</translation>
    </message>
    <message>
        <source>Locked by %1: nothing on this wall moves until it is unlocked.</source>
        <translation>%1 已锁定：解锁前大屏内容不变。</translation>
    </message>
</context>
<context>
    <name>OrderAlarms</name>
    <message>
        <source>New order</source>
        <translation>新指令</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Supervision order</source>
        <translation>督办单</translation>
    </message>
    <message>
        <source>Return requested</source>
        <translation>申请退回</translation>
    </message>
    <message>
        <source>A timer failed</source>
        <translation>计时出错</translation>
    </message>
    <message>
        <source>Watch the deadlines by hand; the hub&apos;s log says why.</source>
        <translation>请人工盯办时限；原因见服务器日志。</translation>
    </message>
    <message>
        <source>%1: watch its deadlines by hand</source>
        <translation>%1：请人工盯办其时限</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>OrderDetail</name>
    <message>
        <source>No order chosen</source>
        <translation>未选择指令</translation>
    </message>
    <message>
        <source>Choose one in the queue or on the map, or press F4 for a new one.</source>
        <translation>请在队列或地图上选择，或按 F4 新建指令。</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>指令 %1 号</translation>
    </message>
    <message>
        <source>Order, not sent yet</source>
        <translation>指令（待发）</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Also open: %1</source>
        <translation>同时打开：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Issued %1 by %2</source>
        <translation>%1 由 %2 下达</translation>
    </message>
    <message>
        <source>Acknowledge within %1 · report every %2 · complete within %3</source>
        <translation>%1内签收 · 每 %2反馈 · %3内办结</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>接收单位</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n 个单位</numerusform>
        </translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Cameras nearby</source>
        <translation>附近摄像机</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>%1内</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>fetching …</source>
        <translation>正在获取…</translation>
    </message>
    <message>
        <source>what is known here</source>
        <translation>仅本机已知</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Remind all late</source>
        <translation>一键催办</translation>
    </message>
    <message>
        <source>Withdraw order …</source>
        <translation>撤回指令…</translation>
    </message>
    <message>
        <source>Not with the hub yet</source>
        <translation>尚未送达服务器</translation>
    </message>
    <message>
        <source>The order waits to be sent; it appears here when the hub has it.</source>
        <translation>指令等待发送，送达后在此显示。</translation>
    </message>
    <message>
        <source>Not issued: %1</source>
        <translation>未下达：%1</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>重新编写</translation>
    </message>
    <message>
        <source>Everything that was written is kept.</source>
        <translation>所写内容均已保留。</translation>
    </message>
    <message>
        <source>Copy the recipients</source>
        <translation>复制接收单位</translation>
    </message>
    <message>
        <source>This order is not there any more</source>
        <translation>该指令已不存在</translation>
    </message>
    <message>
        <source>Follow-up order</source>
        <translation>就此再下一条指令</translation>
    </message>
    <message>
        <source>Around here</source>
        <translation>周边分析</translation>
    </message>
    <message>
        <source>Every unit that has missed its next deadline</source>
        <translation>所有逾期的单位</translation>
    </message>
</context>
<context>
    <name>OrderFields</name>
    <message>
        <source>Event class</source>
        <translation>事件类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>接收单位</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止时间</translation>
    </message>
</context>
<context>
    <name>OrderForm</name>
    <message>
        <source>New order</source>
        <translation>新指令</translation>
    </message>
    <message>
        <source>Draft restored</source>
        <translation>草稿已恢复</translation>
    </message>
    <message>
        <source>Use a template</source>
        <translation>使用模板</translation>
    </message>
    <message>
        <source>Close and keep the draft</source>
        <translation>关闭并保留草稿</translation>
    </message>
    <message>
        <source>Event class</source>
        <translation>事件类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What, in a few words</source>
        <translation>用几个字说明事项</translation>
    </message>
    <message>
        <source>What is to be done, by whom, until when</source>
        <translation>做什么、谁来做、何时完成</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Click on the map where it is.</source>
        <translation>请在地图上点击地点。</translation>
    </message>
    <message>
        <source>Without a place nobody is suggested by distance.</source>
        <translation>没有地点时无法按距离推荐单位。</translation>
    </message>
    <message>
        <source>Address or description</source>
        <translation>地址或位置描述</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>地图选点</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>关于 %1</translation>
    </message>
    <message>
        <source>Acknowledge within</source>
        <translation>签收时限</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Report every</source>
        <translation>反馈间隔</translation>
    </message>
    <message>
        <source>Complete within</source>
        <translation>办结时限</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>接收单位</translation>
    </message>
    <message>
        <source>This is an exercise</source>
        <translation>本次为演练</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃草稿</translation>
    </message>
    <message numerus="yes">
        <source>Issue to %n unit(s)</source>
        <translation>
            <numerusform>向 %n 个单位下达</numerusform>
        </translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>下达</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令内容</translation>
    </message>
</context>
<context>
    <name>OrderNews</name>
    <message>
        <source>Waits for the hub: %1</source>
        <translation>等待发送：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) wait for the hub</source>
        <translation>
            <numerusform>%n 条等待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not sent, and not kept. %2</source>
        <translation>%1：未发送，也未保存。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) were not sent, and are not kept. %1</source>
        <translation>
            <numerusform>%n 条操作未发送，也未保存。%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The order waits and is sent when the hub is back.</source>
        <translation>指令已排队，服务器恢复后发送。</translation>
    </message>
    <message>
        <source>The order was not issued, and is still in the form: %1</source>
        <translation>指令未下达，内容仍在表单中：%1</translation>
    </message>
    <message>
        <source>The draft stays as it is: it could not be put aside (%1).</source>
        <translation>草稿保持原样：无法暂存（%1）。</translation>
    </message>
    <message>
        <source>What you write cannot be stored on this machine (%1). It is lost when the session or the program ends, or when you sign out.</source>
        <translation>您输入的内容无法存入本机（%1），会话结束、退出登录或程序退出后将丢失。</translation>
    </message>
    <message>
        <source>%1 was not kept: %2</source>
        <translation>%1未能保存：%2</translation>
    </message>
    <message>
        <source>%1 is kept here, and goes to its order when the hub has both.</source>
        <translation>%1已存在本机，待中心收到指令后一并附上。</translation>
    </message>
    <message>
        <source>%1 kept with order %2</source>
        <translation>%1已附到指令 %2</translation>
    </message>
</context>
<context>
    <name>OrderPane</name>
    <message>
        <source>This order is not there any more</source>
        <translation>该指令已不存在</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>指令 %1 号</translation>
    </message>
    <message>
        <source>Issued %1 by %2</source>
        <translation>%2 于 %1 下达</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>接收单位</translation>
    </message>
</context>
<context>
    <name>OrderPictures</name>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
</context>
<context>
    <name>OrderSearch</name>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>指令 %1 号</translation>
    </message>
</context>
<context>
    <name>OrderTable</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>下达</translation>
    </message>
    <message>
        <source>Nothing matches what is typed</source>
        <translation>没有符合输入的内容</translation>
    </message>
    <message>
        <source>No orders</source>
        <translation>没有指令</translation>
    </message>
    <message>
        <source>Orders appear here as soon as anybody issues one.</source>
        <translation>有人下达指令后会立即出现在这里。</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>%1 reported</source>
        <translation>%1 反馈</translation>
    </message>
    <message>
        <source>%1 departed</source>
        <translation>%1 出动</translation>
    </message>
    <message>
        <source>%1 arrived</source>
        <translation>%1 到场</translation>
    </message>
    <message>
        <source>%1 completed its part</source>
        <translation>%1 办结</translation>
    </message>
    <message>
        <source>%1 asks to return the order</source>
        <translation>%1 申请退回</translation>
    </message>
    <message>
        <source>Issued to %1 and %2 more</source>
        <translation>下达至 %1，另有 %2 个单位</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>已下达</translation>
    </message>
    <message>
        <source>Issued to %1</source>
        <translation>下达至 %1</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>未签收</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核验</translation>
    </message>
    <message>
        <source>Return requested</source>
        <translation>退回待批</translation>
    </message>
    <message>
        <source>Reassigned</source>
        <translation>已改派</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>Assisting</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Depart</source>
        <translation>出动</translation>
    </message>
    <message>
        <source>Arrive</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Reject return</source>
        <translation>不同意退回</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Supervise</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>to acknowledge</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>to report</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>to complete</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Supervised</source>
        <translation>已督办</translation>
    </message>
    <message>
        <source>Reply awaited</source>
        <translation>待回复</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>Order withdrawn</source>
        <translation>指令已撤回</translation>
    </message>
    <message>
        <source>Order closed</source>
        <translation>指令已归档</translation>
    </message>
    <message>
        <source>%1 acknowledged</source>
        <translation>%1 签收</translation>
    </message>
    <message>
        <source>Return by %1 rejected</source>
        <translation>不同意 %1 的退回申请</translation>
    </message>
    <message>
        <source>%1 reassigned</source>
        <translation>%1 已改派</translation>
    </message>
    <message>
        <source>Reassigned from %1 to %2</source>
        <translation>由 %1 改派至 %2</translation>
    </message>
    <message>
        <source>Work of %1 verified</source>
        <translation>%1 核验通过</translation>
    </message>
    <message>
        <source>Sent back to %1 for rework</source>
        <translation>核验不过，%1 返工</translation>
    </message>
    <message>
        <source>Withdrawn from %1</source>
        <translation>已从 %1 撤回</translation>
    </message>
    <message>
        <source>%1 reminded</source>
        <translation>催办 %1</translation>
    </message>
    <message>
        <source>Supervision order to %1</source>
        <translation>向 %1 下发督办单</translation>
    </message>
    <message>
        <source>Reply to the supervision order</source>
        <translation>回复督办单</translation>
    </message>
    <message>
        <source>Supervision order closed</source>
        <translation>督办单已销号</translation>
    </message>
    <message>
        <source>%1: due soon</source>
        <translation>%1：即将到期</translation>
    </message>
    <message>
        <source>%1: overdue, reminded</source>
        <translation>%1：逾期，已催办</translation>
    </message>
    <message>
        <source>%1: still overdue, supervision order</source>
        <translation>%1：仍逾期，已下督办单</translation>
    </message>
    <message>
        <source>A deadline&apos;s timer failed and is set aside: watch it by hand</source>
        <translation>一个时限的计时出错，已搁置：请人工盯办</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>执行中</translation>
    </message>
    <message>
        <source>Uphold the assignment</source>
        <translation>终审强派</translation>
    </message>
    <message>
        <source>Send back for rework</source>
        <translation>返工</translation>
    </message>
    <message>
        <source>Notice circulated</source>
        <translation>已通报</translation>
    </message>
    <message>
        <source>%1: assignment upheld by final ruling</source>
        <translation>终审强派：仍由 %1 承办</translation>
    </message>
    <message>
        <source>%1: still overdue, notice circulated</source>
        <translation>%1：仍逾期，已通报</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>supervision order</comment>
        <translation>已销号</translation>
    </message>
    <message>
        <source>Not acknowledged in time</source>
        <translation>逾期未签收</translation>
    </message>
    <message>
        <source>Not reported in time</source>
        <translation>逾期未反馈</translation>
    </message>
    <message>
        <source>Not completed in time</source>
        <translation>逾期未办结</translation>
    </message>
    <message>
        <source>Picture or clip attached</source>
        <translation>附影像</translation>
    </message>
</context>
<context>
    <name>OrdersBoard</name>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Closed in the last 24 h</source>
        <translation>含近 24 小时归档</translation>
    </message>
    <message>
        <source>Title, number, place, unit</source>
        <translation>标题、编号、地点、单位</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>复制 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copied: paste it into a spreadsheet or a message.</source>
        <translation>已复制，可粘贴到表格或消息中。</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) chosen</source>
        <translation>
            <numerusform>已选 %n 条指令</numerusform>
        </translation>
    </message>
    <message>
        <source>Remind all late</source>
        <translation>一键催办</translation>
    </message>
    <message>
        <source>Export orders</source>
        <translation>导出指令</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>已导出。</translation>
    </message>
    <message>
        <source>The file could not be written; nothing was exported.</source>
        <translation>文件无法写入，没有导出任何内容。</translation>
    </message>
    <message>
        <source>Order, unit, basis</source>
        <translation>指令、单位、依据</translation>
    </message>
    <message>
        <source>Export supervision orders</source>
        <translation>导出督办单</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>取消选择</translation>
    </message>
    <message>
        <source>Supervision orders</source>
        <translation>督办单</translation>
    </message>
    <message>
        <source>this order</source>
        <translation>此指令</translation>
    </message>
    <message>
        <source>all supervision orders</source>
        <translation>全部督办</translation>
    </message>
</context>
<context>
    <name>OrdersPane</name>
    <message>
        <source>Open orders</source>
        <translation>在办指令</translation>
    </message>
    <message>
        <source>No order is open.</source>
        <translation>没有在办指令。</translation>
    </message>
</context>
<context>
    <name>OrdersPanes</name>
    <message>
        <source>Open orders</source>
        <translation>在办指令</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>指令 %1 号</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Orders of the last 24 hours</source>
        <translation>近 24 小时指令</translation>
    </message>
</context>
<context>
    <name>OrdersPart</name>
    <message>
        <source>Orders</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Go to orders</source>
        <translation>转到指令</translation>
    </message>
    <message>
        <source>Nobody on these orders is late.</source>
        <translation>这些指令均无逾期单位。</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新指令</translation>
    </message>
    <message>
        <source>new order</source>
        <translation>新指令</translation>
    </message>
    <message>
        <source>Bring back the draft that was put aside</source>
        <translation>恢复暂存的草稿</translation>
    </message>
    <message>
        <source>No draft has been put aside.</source>
        <translation>没有暂存的草稿。</translation>
    </message>
    <message>
        <source>Show late orders</source>
        <translation>查看逾期指令</translation>
    </message>
    <message>
        <source>Show all open orders</source>
        <translation>显示全部在办指令</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令内容</translation>
    </message>
    <message>
        <source>order, not yet acknowledged</source>
        <translation>指令，尚未签收</translation>
    </message>
    <message>
        <source>order under way</source>
        <translation>指令，执行中</translation>
    </message>
    <message>
        <source>order, late</source>
        <translation>指令，逾期</translation>
    </message>
    <message>
        <source>Move the new order here</source>
        <translation>将新指令移到这里</translation>
    </message>
    <message>
        <source>New order here</source>
        <translation>在此新建指令</translation>
    </message>
    <message>
        <source>The order has been issued.</source>
        <translation>指令已下达。</translation>
    </message>
    <message>
        <source>It could not be opened as a draft, and stays in the list.</source>
        <translation>无法重新打开为草稿，仍保留在列表中。</translation>
    </message>
    <message>
        <source>The draft is kept: F4 opens it again.</source>
        <translation>草稿已保留，按 F4 再次打开。</translation>
    </message>
    <message>
        <source>Click where the order&apos;s place is. Esc leaves it as it was.</source>
        <translation>请在地图上点击指令地点，按 Esc 保持原样。</translation>
    </message>
    <message>
        <source>Your role may not issue orders.</source>
        <translation>您的角色无权下达指令。</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) are too many for one order; at most %1.</source>
        <translation>
            <numerusform>所选有 %n 个单位，一条指令最多 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not kept with the order: %1</source>
        <translation>未附到指令：%1</translation>
    </message>
</context>
<context>
    <name>OrdersScreen</name>
    <message>
        <source>Width of the detail</source>
        <translation>详情宽度</translation>
    </message>
</context>
<context>
    <name>OutboxRow</name>
    <message numerus="yes">
        <source>Written %1 · %n attempt(s)</source>
        <translation>
            <numerusform>%1 写入 · 已尝试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>%1后过期</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>Write it again</source>
        <translation>重新拟写</translation>
    </message>
    <message>
        <source>Really?</source>
        <translation>确定？</translation>
    </message>
    <message>
        <source>It may have been carried out. Really?</source>
        <translation>可能已被执行，仍要放弃？</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>复制文字</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>放弃发送</translation>
    </message>
    <message>
        <source>expired; the hub is asked what became of it</source>
        <translation>已过时限，正在向服务器核实结果</translation>
    </message>
</context>
<context>
    <name>PaneCard</name>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Across the wall</source>
        <translation>跨屏</translation>
    </message>
    <message>
        <source>Screen %1</source>
        <translation>屏“%1”</translation>
    </message>
    <message>
        <source>Pane %1</source>
        <translation>窗格 %1</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s), and not the name for signing in</source>
        <translation>
            <numerusform>至少 %n 个字符，且不能与账号相同</numerusform>
        </translation>
    </message>
    <message>
        <source>New password, once more</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>The two differ.</source>
        <translation>两次输入不一致。</translation>
    </message>
</context>
<context>
    <name>PatrolDeck</name>
    <message>
        <source>%1/%2 · %3</source>
        <translation>%1/%2 · %3</translation>
    </message>
</context>
<context>
    <name>PatrolDialog</name>
    <message>
        <source>Edit the patrol group</source>
        <translation>编辑轮巡组</translation>
    </message>
    <message>
        <source>New patrol group</source>
        <translation>新建轮巡组</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>可见范围</translation>
    </message>
    <message>
        <source>The whole hall</source>
        <translation>整个大厅</translation>
    </message>
    <message>
        <source>Time for each camera</source>
        <translation>每路停留时间</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Chosen by hand</source>
        <translation>手动选择</translation>
    </message>
    <message>
        <source>By area or rule</source>
        <translation>按区域或规则</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n 路摄像机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s) now</source>
        <translation>
            <numerusform>目前 %n 路摄像机</numerusform>
        </translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>不限区域</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>不限类型</translation>
    </message>
    <message>
        <source>Within … of open orders</source>
        <translation>在办指令周边</translation>
    </message>
    <message>
        <source>0: wherever they are</source>
        <translation>0 表示不限距离</translation>
    </message>
    <message>
        <source>km</source>
        <translation>公里</translation>
    </message>
</context>
<context>
    <name>PatrolEntries</name>
    <message>
        <source>Patrol group %1 written</source>
        <translation>已保存轮巡组%1</translation>
    </message>
    <message>
        <source>Patrol group %1 removed</source>
        <translation>已删除轮巡组%1</translation>
    </message>
    <message>
        <source>Patrol duty: seen, nothing (%1)</source>
        <translation>轮巡值守：已看，无异常（%1）</translation>
    </message>
    <message>
        <source>Patrol duty: an order raised at %1</source>
        <translation>轮巡值守：已就%1下达指令</translation>
    </message>
</context>
<context>
    <name>PatrolFields</name>
    <message>
        <source>Time for each camera</source>
        <translation>每路停留时间</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Patrol group</source>
        <translation>轮巡组</translation>
    </message>
    <message>
        <source>Camera patrol</source>
        <translation>视频轮巡</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n 路摄像机</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatrolPanes</name>
    <message>
        <source>Camera patrol</source>
        <translation>视频轮巡</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n 路摄像机</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatrolPart</name>
    <message>
        <source>Patrol</source>
        <translation>轮巡</translation>
    </message>
    <message>
        <source>Go to camera patrol</source>
        <translation>转到视频轮巡</translation>
    </message>
    <message>
        <source>Go on patrol duty</source>
        <translation>开始轮巡值守</translation>
    </message>
    <message>
        <source>New patrol group</source>
        <translation>新建轮巡组</translation>
    </message>
    <message>
        <source>The patrol group has been kept.</source>
        <translation>轮巡组已保存。</translation>
    </message>
    <message>
        <source>The patrol group has been removed.</source>
        <translation>轮巡组已删除。</translation>
    </message>
</context>
<context>
    <name>PatrolScreen</name>
    <message>
        <source>No camera of this group can be shown now</source>
        <translation>该组目前没有可显示的摄像机</translation>
    </message>
    <message>
        <source>This camera has no picture now: what is not seen is not confirmed.</source>
        <translation>该摄像机目前无画面：未看到的不能确认。</translation>
    </message>
    <message numerus="yes">
        <source>All %n camera(s) have been looked at.</source>
        <translation>
            <numerusform>%n 路摄像机已全部看过。</numerusform>
        </translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建轮巡组</translation>
    </message>
    <message>
        <source>Patrol groups</source>
        <translation>轮巡组</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>%n 路摄像机</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s each</source>
        <translation>每路 %1 秒</translation>
    </message>
    <message>
        <source>No patrol group yet</source>
        <translation>还没有轮巡组</translation>
    </message>
    <message>
        <source>A group shows its cameras one after another, here and on the walls.</source>
        <translation>轮巡组依次显示组内摄像机，坐席和大屏都可以看。</translation>
    </message>
    <message>
        <source>Dispatchers and commanders make them.</source>
        <translation>由调度员和指挥长建立。</translation>
    </message>
    <message>
        <source>The camera before</source>
        <translation>上一路</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The next camera</source>
        <translation>下一路</translation>
    </message>
    <message>
        <source>Go on duty</source>
        <translation>开始值守</translation>
    </message>
    <message>
        <source>What was confirmed on duty</source>
        <translation>值守确认情况</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove the patrol group?</source>
        <translation>删除该轮巡组？</translation>
    </message>
    <message>
        <source>Walls that show “%1” say that it is not there any more.</source>
        <translation>正在显示“%1”的大屏会提示该轮巡组已不存在。</translation>
    </message>
</context>
<context>
    <name>PatrolView</name>
    <message>
        <source>Held still</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Camera %1/%2 · %3 gives no picture: passed</source>
        <translation>%1/%2 · %3 无画面，已跳过</translation>
    </message>
    <message>
        <source>No camera of this group can be shown now</source>
        <translation>该组目前没有可显示的摄像机</translation>
    </message>
    <message>
        <source>This patrol group is not there any more</source>
        <translation>该轮巡组已不存在</translation>
    </message>
</context>
<context>
    <name>PatternForm</name>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Manned on</source>
        <translation>上班日</translation>
    </message>
    <message>
        <source>Shifts of a day: name, from, until</source>
        <translation>每日班次：名称、开始、结束</translation>
    </message>
    <message>
        <source>Name of shift %1</source>
        <translation>第 %1 班名称</translation>
    </message>
    <message>
        <source>Beginning of shift %1</source>
        <translation>第 %1 班开始时间</translation>
    </message>
    <message>
        <source>End of shift %1</source>
        <translation>第 %1 班结束时间</translation>
    </message>
    <message>
        <source>Take shift %1 out</source>
        <translation>删除第 %1 班</translation>
    </message>
    <message>
        <source>Another shift</source>
        <translation>增加一班</translation>
    </message>
    <message>
        <source>What a crew does day by day, until it begins again</source>
        <translation>一个班组逐日的班次，排完从头循环</translation>
    </message>
    <message>
        <source>Numbers of shifts, and - for a day off: 1 1 2 2 - -</source>
        <translation>填班次序号，休息填 -，例如：1 1 2 2 - -</translation>
    </message>
    <message>
        <source>Each crew is so many days behind the one before</source>
        <translation>后一班组比前一班组晚几天</translation>
    </message>
</context>
<context>
    <name>PersonBox</name>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>PersonChooser</name>
    <message>
        <source>Name, initials, telephone</source>
        <translation>姓名、拼音首字母、电话</translation>
    </message>
    <message>
        <source>not free or not fit</source>
        <translation>不可排</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>Nobody matches what is typed</source>
        <translation>没有匹配的人员</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Telephone numbers</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Several are parted by commas; the first one is dialled</source>
        <translation>多个号码用逗号分隔，拨打第一个</translation>
    </message>
    <message>
        <source>Qualifications</source>
        <translation>资质</translation>
    </message>
    <message>
        <source>As posts ask for them, parted by commas</source>
        <translation>与岗位要求一致，用逗号分隔</translation>
    </message>
    <message>
        <source>May plan the rota of this unit</source>
        <translation>可为本单位排班</translation>
    </message>
    <message>
        <source>May approve exchange and leave</source>
        <translation>可审批换班和请假</translation>
    </message>
    <message>
        <source>Does duty</source>
        <translation>参加值班</translation>
    </message>
    <message>
        <source>Account by which this person checks in</source>
        <translation>签到账号</translation>
    </message>
    <message>
        <source>The name with which this person signs in</source>
        <translation>此人登录时用的账号</translation>
    </message>
</context>
<context>
    <name>PhoneLinkDialog</name>
    <message>
        <source>Phone of %1</source>
        <translation>%1 的手机</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Send this one-time link to the unit. Opened on a phone it signs in as the unit, without a password.</source>
        <translation>把一次性链接发给该单位：在手机上打开即以该单位身份登录，无需密码。</translation>
    </message>
    <message>
        <source>One-time link</source>
        <translation>一次性链接</translation>
    </message>
    <message>
        <source>Works once, until %1. Links made for this unit before no longer do.</source>
        <translation>有效至 %1，只能使用一次；此前为该单位生成的链接已失效。</translation>
    </message>
</context>
<context>
    <name>PhoneNumber</name>
    <message>
        <source>Call %1: %2</source>
        <translation>拨打 %1：%2</translation>
    </message>
    <message>
        <source>Dial, and copy the number</source>
        <translation>拨号并复制号码</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Play the clip</source>
        <translation>播放录像</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>north</source>
        <translation>北</translation>
    </message>
    <message>
        <source>northeast</source>
        <translation>东北</translation>
    </message>
    <message>
        <source>east</source>
        <translation>东</translation>
    </message>
    <message>
        <source>southeast</source>
        <translation>东南</translation>
    </message>
    <message>
        <source>south</source>
        <translation>南</translation>
    </message>
    <message>
        <source>southwest</source>
        <translation>西南</translation>
    </message>
    <message>
        <source>west</source>
        <translation>西</translation>
    </message>
    <message>
        <source>northwest</source>
        <translation>西北</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>%1处</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <extracomment>%1 a distance (&quot;300 m&quot;), %2 a direction (&quot;northeast&quot;), %3 what is there</extracomment>
        <translation>%3%2方向%1</translation>
    </message>
</context>
<context>
    <name>PostForm</name>
    <message>
        <source>Leader on duty</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>指挥长</translation>
    </message>
    <message>
        <source>Shift leader</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>调度员</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>联络员</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind of post</source>
        <translation>岗位类别</translation>
    </message>
    <message>
        <source>Planned by</source>
        <translation>排班单位</translation>
    </message>
    <message>
        <source>Qualification that it takes</source>
        <translation>所需资质</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Manned on</source>
        <translation>值守日</translation>
    </message>
    <message>
        <source>People at the same time</source>
        <translation>同时在岗人数</translation>
    </message>
    <message>
        <source>Manned from</source>
        <translation>值守开始</translation>
    </message>
    <message>
        <source>Manned until</source>
        <translation>值守结束</translation>
    </message>
    <message>
        <source>Rest between two shifts, at least</source>
        <translation>两班之间至少休息</translation>
    </message>
    <message>
        <source>h</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Grace time for checking in</source>
        <translation>签到宽限</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Its shifts end with a handover</source>
        <translation>下班须交接班</translation>
    </message>
    <message>
        <source>Not manned any more</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Presets</source>
        <translation>布局预设</translation>
    </message>
    <message>
        <source>Stands for the hall&apos;s emergency mode</source>
        <translation>应急状态对应的预设</translation>
    </message>
    <message>
        <source>Stands for the hall&apos;s normal mode</source>
        <translation>平时状态对应的预设</translation>
    </message>
    <message>
        <source>Put up</source>
        <translation>上屏</translation>
    </message>
    <message>
        <source>Remove the preset …</source>
        <translation>删除预设……</translation>
    </message>
    <message>
        <source>Keep what stands here …</source>
        <translation>保存当前布局……</translation>
    </message>
</context>
<context>
    <name>PresetDialog</name>
    <message>
        <source>Keep what stands here as a preset</source>
        <translation>将当前布局保存为预设</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>A letter or digit that puts it up on the page of the wall; may be empty.</source>
        <translation>在大屏页按此字母或数字即可调用；可不填。</translation>
    </message>
    <message>
        <source>For the hall&apos;s mode</source>
        <translation>对应状态</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>平时</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>应急</translation>
    </message>
</context>
<context>
    <name>ProgressSteps</name>
    <message>
        <source>Acknowledged %1 %, completed %2 %</source>
        <translation>已签收 %1%，已办结 %2%</translation>
    </message>
</context>
<context>
    <name>PutUpPanel</name>
    <message>
        <source>What is put up</source>
        <translation>上屏内容</translation>
    </message>
    <message>
        <source>Name, place, initials</source>
        <translation>名称、地点、拼音首字母</translation>
    </message>
    <message>
        <source>The title</source>
        <translation>标题文字</translation>
    </message>
    <message>
        <source>What is announced</source>
        <translation>通告内容</translation>
    </message>
    <message>
        <source>No level</source>
        <translation>不分级</translation>
    </message>
    <message>
        <source>What can be put up</source>
        <translation>可上屏内容</translation>
    </message>
    <message>
        <source>Nothing of this can be put up</source>
        <translation>此类暂无可上屏内容</translation>
    </message>
    <message>
        <source>Type less to find more.</source>
        <translation>减少输入可找到更多。</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>一直显示</translation>
    </message>
    <message>
        <source>Then what stood there before comes back</source>
        <translation>到时恢复原内容</translation>
    </message>
    <message>
        <source>Put up on the chosen pane</source>
        <translation>上屏到所选窗格</translation>
    </message>
    <message>
        <source>Drag what you have written onto a pane</source>
        <translation>把写好的内容拖到窗格上</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Title, number, place, unit</source>
        <translation>标题、编号、地点、单位</translation>
    </message>
    <message>
        <source>By urgency</source>
        <translation>按紧急程度</translation>
    </message>
    <message>
        <source>By deadline</source>
        <translation>按时限</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Also closed in the last 24 h</source>
        <translation>含近 24 小时归档</translation>
    </message>
    <message>
        <source>Queue of orders</source>
        <translation>指令队列</translation>
    </message>
    <message>
        <source>Nothing matches what is typed</source>
        <translation>没有符合输入的内容</translation>
    </message>
    <message>
        <source>Nothing is late</source>
        <translation>没有逾期</translation>
    </message>
    <message>
        <source>No open orders</source>
        <translation>没有在办指令</translation>
    </message>
    <message>
        <source>Empty the field to see the whole queue.</source>
        <translation>清空输入框可查看全部队列。</translation>
    </message>
    <message>
        <source>Orders appear here when a deadline has passed.</source>
        <translation>超过时限的指令会出现在这里。</translation>
    </message>
    <message>
        <source>New orders appear here as soon as anybody issues one.</source>
        <translation>有人下达指令后会立即出现在这里。</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新指令</translation>
    </message>
    <message>
        <source>Fold the queue</source>
        <translation>收起队列</translation>
    </message>
    <message>
        <source>Unfold the queue: it is filtered</source>
        <translation>展开队列（已筛选）</translation>
    </message>
    <message>
        <source>Unfold the queue</source>
        <translation>展开队列</translation>
    </message>
    <message>
        <source>Sort or copy the queue</source>
        <translation>排序或复制队列</translation>
    </message>
    <message>
        <source>Copy the queue</source>
        <translation>复制队列</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 件新指令</numerusform>
        </translation>
    </message>
    <message>
        <source>Orders that come in while the pointer is on the queue. They take their places when it leaves, or now.</source>
        <translation>指针在队列上时新到的指令：移开指针或点此处，即按次序排入。</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Level %1, %2, %3, %4</source>
        <translation>%1 级，%2，%3，%4</translation>
    </message>
    <message>
        <source>[Exercise] </source>
        <translation>〔演练〕</translation>
    </message>
</context>
<context>
    <name>RecipientPicker</name>
    <message>
        <source>Add a unit by name or initials</source>
        <translation>按名称或首字母添加单位</translation>
    </message>
    <message>
        <source>Best three</source>
        <translation>推荐前三</translation>
    </message>
    <message>
        <source>The best three suggestions that are free</source>
        <translation>空闲单位中推荐的前三个</translation>
    </message>
    <message>
        <source>No such unit</source>
        <translation>没有这个单位</translation>
    </message>
    <message>
        <source>Choose a class and a place: suitable units follow.</source>
        <translation>选定类别和地点后推荐合适单位。</translation>
    </message>
    <message>
        <source>Suggested units</source>
        <translation>推荐单位</translation>
    </message>
</context>
<context>
    <name>RecipientRow</name>
    <message>
        <source>%1, lead</source>
        <translation>%1，主办</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>在办 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>Assisting</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Make it the lead</source>
        <translation>设为主办</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>去掉</translation>
    </message>
</context>
<context>
    <name>RecordsDesk</name>
    <message>
        <source>Handover</source>
        <translation>交接班</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Write into the log</source>
        <translation>记录值班日志</translation>
    </message>
    <message>
        <source>log</source>
        <translation>记日志</translation>
    </message>
    <message>
        <source>Go to the handover</source>
        <translation>打开交接班</translation>
    </message>
    <message>
        <source>Go to the log</source>
        <translation>打开值班日志</translation>
    </message>
    <message>
        <source>Ask for an exchange of shifts</source>
        <translation>申请换班</translation>
    </message>
    <message>
        <source>Ask for leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Go to the duty figures</source>
        <translation>打开值班统计</translation>
    </message>
    <message>
        <source>Not sent, and not kept. %1</source>
        <translation>未发送，也未保存。%1</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
</context>
<context>
    <name>RecordsDialog</name>
    <message>
        <source>Patrol duty: what was confirmed</source>
        <translation>轮巡值守：确认情况</translation>
    </message>
    <message>
        <source>Export what was shown …</source>
        <translation>导出显示记录…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By round</source>
        <translation>按轮次</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s)</source>
        <translation>
            <numerusform>%n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % (%2 of %3)</source>
        <translation>%1%（%2/%3）</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n 条指令</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has gone through a group yet</source>
        <translation>还没有人进行过轮巡值守</translation>
    </message>
    <message>
        <source>Which camera was shown where and when</source>
        <translation>何时何处显示了哪路摄像机</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Save what was shown</source>
        <translation>保存显示记录</translation>
    </message>
    <message>
        <source>Camera patrol</source>
        <translation>视频轮巡</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
</context>
<context>
    <name>RequestRow</name>
    <message>
        <source>%1 asks for leave</source>
        <translation>%1申请请假</translation>
    </message>
    <message>
        <source>%1 and %2 exchange shifts</source>
        <translation>%1与%2换班</translation>
    </message>
    <message>
        <source>%1 gives a shift to %2</source>
        <translation>%1将一个班次交给%2</translation>
    </message>
    <message>
        <source>%1 takes: %2</source>
        <translation>%1接：%2</translation>
    </message>
    <message>
        <source>Because: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>答复：%1</translation>
    </message>
</context>
<context>
    <name>RequestsView</name>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The one who asked reads it.</source>
        <translation>申请人会看到。</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for you</source>
        <translation>
            <numerusform>%n 项待您处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n 项在办</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有待办的申请</translation>
    </message>
    <message>
        <source>Ask for an exchange</source>
        <translation>申请换班</translation>
    </message>
    <message>
        <source>Ask for leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>No requests</source>
        <translation>没有申请</translation>
    </message>
    <message>
        <source>Give a shift to somebody else, in exchange or not, or ask for leave.</source>
        <translation>把班次交给他人（可换回班次），或申请请假。</translation>
    </message>
    <message>
        <source>Requests of those on the roster appear here.</source>
        <translation>值班人员的申请将显示在这里。</translation>
    </message>
</context>
<context>
    <name>ResourceCard</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Place in doubt</source>
        <translation>位置存疑</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>New order</source>
        <translation>新指令</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>查看视频</translation>
    </message>
    <message>
        <source>Around here</source>
        <translation>周边分析</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>码流</translation>
    </message>
    <message>
        <source>Main and sub stream</source>
        <translation>主码流和子码流</translation>
    </message>
    <message>
        <source>Main stream only</source>
        <translation>仅主码流</translation>
    </message>
</context>
<context>
    <name>ResourceSearch</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
</context>
<context>
    <name>ResourceTable</name>
    <message>
        <source>Risks</source>
        <translation>风险隐患</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>物资储备</translation>
    </message>
    <message>
        <source>Rescue forces</source>
        <translation>救援力量</translation>
    </message>
    <message>
        <source>Shelters</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Name, code, initials, address</source>
        <translation>名称、编码、首字母、地址</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n row(s)</source>
        <translation>
            <numerusform>复制 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copied: paste it into a spreadsheet or a message.</source>
        <translation>已复制，可粘贴到表格或消息中。</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出 CSV</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>No resources yet</source>
        <translation>还没有资源</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有符合的内容</translation>
    </message>
    <message>
        <source>An administrator imports them from CSV, GeoJSON or Shapefiles into the hub.</source>
        <translation>由管理员将 CSV、GeoJSON 或 Shapefile 导入服务器。</translation>
    </message>
    <message>
        <source>Export resources</source>
        <translation>导出资源</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>已导出。</translation>
    </message>
    <message>
        <source>The file could not be written; nothing was exported.</source>
        <translation>文件无法写入，没有导出任何内容。</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>全部区域</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Empty the search field, or choose more layers, areas or states.</source>
        <translation>清空搜索框，或放宽图层、区域、状态。</translation>
    </message>
    <message>
        <source>Committed, in use</source>
        <translation>已派出或占用</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
</context>
<context>
    <name>Resources</name>
    <message>
        <source>Risk</source>
        <translation>风险隐患</translation>
    </message>
    <message>
        <source>Supply</source>
        <translation>物资储备</translation>
    </message>
    <message>
        <source>Rescue force</source>
        <translation>救援力量</translation>
    </message>
    <message>
        <source>Shelter</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>已派出</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>属地单位</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>应急队伍</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 persons</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>%1 members</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1 persons at risk</source>
        <translation>受威胁 %1 人</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>占用</translation>
    </message>
</context>
<context>
    <name>ResourcesPanes</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>All of where the hall works</source>
        <translation>全域视野</translation>
    </message>
    <message>
        <source>What the map of this seat shows now</source>
        <translation>本坐席地图当前视野</translation>
    </message>
</context>
<context>
    <name>ResourcesPart</name>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Go to resources</source>
        <translation>转到资源</translation>
    </message>
    <message>
        <source>Who and what is around here</source>
        <translation>周边分析</translation>
    </message>
    <message>
        <source>units nearby</source>
        <translation>周边分析</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险隐患</translation>
    </message>
    <message>
        <source>Supplies</source>
        <translation>物资储备</translation>
    </message>
    <message>
        <source>Rescue forces</source>
        <translation>救援力量</translation>
    </message>
    <message>
        <source>Shelters</source>
        <translation>避难场所</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>What is around here</source>
        <translation>周边分析</translation>
    </message>
    <message>
        <source>This unit has no known position.</source>
        <translation>该单位没有位置信息。</translation>
    </message>
    <message>
        <source>It is not known where %1 lies.</source>
        <translation>不知道“%1”在哪里。</translation>
    </message>
    <message>
        <source>No position of %1 is known: the map shows its area, %2.</source>
        <translation>“%1”没有位置信息：地图显示其所在区域“%2”。</translation>
    </message>
    <message numerus="yes">
        <source>New order to %n unit(s)</source>
        <translation>
            <numerusform>向 %n 个单位下达</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose whom to send an order</source>
        <translation>请选择可接收指令的单位</translation>
    </message>
    <message numerus="yes">
        <source>%n of what is chosen cannot be sent an order.</source>
        <translation>
            <numerusform>所选中有 %n 项不能接收指令。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomRow</name>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message numerus="yes">
        <source>%n in the room</source>
        <translation>
            <numerusform>%n 人在会商室</numerusform>
        </translation>
    </message>
    <message>
        <source>empty</source>
        <translation>无人</translation>
    </message>
    <message numerus="yes">
        <source>%n not answered</source>
        <translation>
            <numerusform>%n 人未应答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the lobby</source>
        <translation>
            <numerusform>%n 人在等候室</numerusform>
        </translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>calls you</source>
        <translation>呼叫您</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>Centre</source>
        <translation>城运中心</translation>
    </message>
    <message>
        <source>Leader on duty</source>
        <translation>带班领导</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>指挥长</translation>
    </message>
    <message>
        <source>Shift leader</source>
        <translation>值班长</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>调度员</translation>
    </message>
    <message>
        <source>Liaison</source>
        <translation>联络员</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已排班</translation>
    </message>
    <message>
        <source>On duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已交班</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>Agreed by the other</source>
        <translation>对方已同意</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不批准</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>To be handed over</source>
        <translation>待交班</translation>
    </message>
    <message>
        <source>Handed over, to be accepted</source>
        <translation>已交班，待接班</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接班</translation>
    </message>
    <message>
        <source>Open order</source>
        <translation>在办指令</translation>
    </message>
    <message>
        <source>Overdue order</source>
        <translation>逾期指令</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Standing instruction</source>
        <translation>长期指示</translation>
    </message>
    <message>
        <source>Equipment at fault</source>
        <translation>设备故障</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>通知公告</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>值班日志</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>在办指令</translation>
    </message>
    <message>
        <source>Overdue orders</source>
        <translation>逾期指令</translation>
    </message>
    <message>
        <source>Supervision orders</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Standing instructions</source>
        <translation>长期指示</translation>
    </message>
    <message>
        <source>Announcements</source>
        <translation>通知公告</translation>
    </message>
    <message>
        <source>Log of the shift</source>
        <translation>本班日志</translation>
    </message>
    <message>
        <source>Further matters</source>
        <translation>其他事项</translation>
    </message>
    <message>
        <source>Call in</source>
        <translation>来电</translation>
    </message>
    <message>
        <source>Call out</source>
        <translation>去电</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>指示</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>来访</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备忘</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Nobody on duty</source>
        <translation>缺岗</translation>
    </message>
    <message>
        <source>Double booking</source>
        <translation>重复排班</translation>
    </message>
    <message>
        <source>Too little rest</source>
        <translation>休息不足</translation>
    </message>
    <message>
        <source>Not qualified</source>
        <translation>资质不符</translation>
    </message>
    <message>
        <source>Not on duty any more</source>
        <translation>已停止值班</translation>
    </message>
    <message>
        <source>Unknown person</source>
        <translation>人员不存在</translation>
    </message>
    <message>
        <source>Post is closed</source>
        <translation>岗位已停用</translation>
    </message>
    <message>
        <source>Own backup</source>
        <translation>备班为本人</translation>
    </message>
    <message>
        <source>Backup is busy</source>
        <translation>备班冲突</translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>Holidays are not known</source>
        <translation>缺节假日安排</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>Not listed one by one</source>
        <translation>未逐条列出</translation>
    </message>
    <message>
        <source>%1 further supervisions</source>
        <translation>另有 %1 条督办</translation>
    </message>
    <message>
        <source>%1 further open orders</source>
        <translation>另有 %1 条在办指令</translation>
    </message>
</context>
<context>
    <name>RotaBar</name>
    <message>
        <source>open</source>
        <translation>待定</translation>
    </message>
</context>
<context>
    <name>RotaCell</name>
    <message>
        <source>open</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>缺</translation>
    </message>
</context>
<context>
    <name>RotaDays</name>
    <message>
        <source>Mon</source>
        <translation>一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>日</translation>
    </message>
    <message>
        <source>work</source>
        <translation>班</translation>
    </message>
    <message>
        <source>make-up working day</source>
        <translation>调休上班</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RotaExport</name>
    <message>
        <source>PDF, A3</source>
        <translation>PDF(A3)</translation>
    </message>
    <message>
        <source>PDF, A4</source>
        <translation>PDF(A4)</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Save the rota of the month</source>
        <translation>保存本月值班表</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>电子表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>rota %1</source>
        <translation>值班表 %1</translation>
    </message>
</context>
<context>
    <name>RotaImportDialog</name>
    <message>
        <source>Import a rota</source>
        <translation>导入值班表</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n shift(s)</source>
        <translation>
            <numerusform>导入 %n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Sheets (*.xlsx *.csv)</source>
        <translation>表格 (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>另选文件…</translation>
    </message>
    <message>
        <source>The hub reads the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) would be planned</source>
        <translation>
            <numerusform>可导入 %n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>No shift would be planned.</source>
        <translation>没有可导入的班次。</translation>
    </message>
    <message>
        <source>The first row names the columns: date, post, person; and if there are any: start, end, backup. Nothing is written before you say so.</source>
        <translation>第一行为列名：日期、岗位、值班人；可选：开始、结束、备班。提交之前不会生效。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are left out:</source>
        <translation>
            <numerusform>%n 行未导入：</numerusform>
        </translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
</context>
<context>
    <name>RotaNotice</name>
    <message numerus="yes">
        <source>Another planner has changed %n of these shifts meanwhile. Nothing of theirs is undone before you decide.</source>
        <translation>
            <numerusform>其他排班员同时修改了其中 %n 个班次，请先确定以谁的为准；对方的修改不会被覆盖。</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub cannot be reached: of this time only what this seat knows is shown.</source>
        <translation>无法连接服务器：此时段只显示本机已有的班次。</translation>
    </message>
    <message>
        <source>The changes are on their way to the hub.</source>
        <translation>修改正在提交。</translation>
    </message>
    <message>
        <source>Theirs count</source>
        <translation>以对方为准</translation>
    </message>
    <message>
        <source>Mine count</source>
        <translation>以我为准</translation>
    </message>
    <message>
        <source>The holidays of %1 have not been entered: only its weekends count as days off.</source>
        <translation>%1 年的节假日还没有录入，目前只把周末算作休息日。</translation>
    </message>
    <message>
        <source>Enter them</source>
        <translation>去录入</translation>
    </message>
</context>
<context>
    <name>RotaSide</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>Gaps, double bookings, too little rest, missing qualifications and leave show here at once.</source>
        <translation>缺岗、重复排班、休息不足、资质不符、请假都会立即显示在这里。</translation>
    </message>
    <message>
        <source>Name, initials, telephone</source>
        <translation>姓名、拼音首字母、电话</translation>
    </message>
    <message>
        <source>%1 h, %2 nights</source>
        <translation>%1 小时，夜班 %2</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>Drag a person onto a day of the table</source>
        <translation>把人员拖到表格中的日期上</translation>
    </message>
</context>
<context>
    <name>RotaTable</name>
    <message>
        <source>Rota</source>
        <translation>值班表</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Post and turn</source>
        <translation>岗位与班次</translation>
    </message>
    <message>
        <source>%1, backup: %2</source>
        <translation>%1，备班：%2</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Grey: weekend. Green: holiday. As of %1.</source>
        <translation>灰色：周末。绿色：节假日。截至 %1。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Rota, %1</source>
        <translation>%1值班表</translation>
    </message>
    <message>
        <source>(open)</source>
        <translation>（空缺）</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>work</source>
        <translation>班</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>RotaTools</name>
    <message>
        <source>Month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>The next week</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>The next month</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>PgDn</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Lay out…</source>
        <translation>自动排班…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message numerus="yes">
        <source>Write %n change(s)</source>
        <translation>
            <numerusform>提交 %n 项修改</numerusform>
        </translation>
    </message>
    <message>
        <source>Write</source>
        <translation>提交</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>People and problems</source>
        <translation>人员与问题</translation>
    </message>
    <message>
        <source>Import a rota…</source>
        <translation>导入值班表…</translation>
    </message>
    <message>
        <source>Export the month…</source>
        <translation>导出本月…</translation>
    </message>
    <message>
        <source>Posts, people, holidays</source>
        <translation>岗位、人员、节假日</translation>
    </message>
</context>
<context>
    <name>RotaView</name>
    <message>
        <source>The last changes are on their way to the hub.</source>
        <translation>上次的修改正在提交。</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>没有需要提交的修改。</translation>
    </message>
    <message numerus="yes">
        <source>The rota is written: %n shift(s).</source>
        <translation>
            <numerusform>值班表已提交：%n 个班次。</numerusform>
        </translation>
    </message>
    <message>
        <source>No posts yet</source>
        <translation>还没有岗位</translation>
    </message>
    <message>
        <source>Set up the posts and people of duty first; then a month is laid out in seconds.</source>
        <translation>请先设置值班岗位和人员，之后几秒钟即可排好一个月。</translation>
    </message>
    <message>
        <source>A planner sets up the posts and people of duty; then the rota shows here.</source>
        <translation>排班员设置岗位和人员后，值班表在这里显示。</translation>
    </message>
    <message>
        <source>Set up posts</source>
        <translation>设置岗位</translation>
    </message>
</context>
<context>
    <name>RotaWeekView</name>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>When</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>An order is issued</source>
        <translation>下达指令</translation>
    </message>
    <message>
        <source>An order is overdue</source>
        <translation>指令逾期</translation>
    </message>
    <message>
        <source>A supervision order is made of it</source>
        <translation>逾期转督办</translation>
    </message>
    <message>
        <source>The supervision is circulated</source>
        <translation>督办转通报</translation>
    </message>
    <message>
        <source>A recipient wants to return it</source>
        <translation>接收方申请退回</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Level I only</source>
        <translation>仅 I 级</translation>
    </message>
    <message>
        <source>Levels I and II</source>
        <translation>I、II 级</translation>
    </message>
    <message>
        <source>Levels I to III</source>
        <translation>I 至 III 级</translation>
    </message>
    <message>
        <source>Levels I to IV</source>
        <translation>I 至 IV 级</translation>
    </message>
    <message>
        <source>All orders, without a level, too</source>
        <translation>全部指令（含未定级）</translation>
    </message>
    <message>
        <source>Event class</source>
        <translation>事件类别</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 类</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Map, cameras around it, order</source>
        <translation>地图、周边摄像机、指令</translation>
    </message>
    <message>
        <source>Map alone</source>
        <translation>仅地图</translation>
    </message>
    <message>
        <source>Order alone</source>
        <translation>仅指令</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>上到哪一屏</translation>
    </message>
    <message>
        <source>For how many minutes</source>
        <translation>持续分钟数</translation>
    </message>
    <message>
        <source>0: until the order is over</source>
        <translation>0：直到指令结束</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Where two want one screen, the higher one is shown; of equal ones the earlier stays</source>
        <translation>多项争用同一屏时，优先级高的先显示；相同时先到的保留</translation>
    </message>
    <message>
        <source>It counts: what it wants comes onto the wall by itself</source>
        <translation>启用：符合条件时自动上屏</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>SearchPart</name>
    <message>
        <source>commands</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>搜索或执行</translation>
    </message>
</context>
<context>
    <name>Seat</name>
    <message>
        <source>Copied: paste it into a spreadsheet or a message.</source>
        <translation>已复制，可粘贴到表格或消息中。</translation>
    </message>
    <message>
        <source>A part of the program is missing: %1</source>
        <translation>程序缺少一个部分：%1</translation>
    </message>
</context>
<context>
    <name>SeatNews</name>
    <message>
        <source>%1 was not carried out: %2 It is kept under System.</source>
        <translation>“%1”未执行：%2已保留在“系统”中。</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>已发送：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) sent</source>
        <translation>
            <numerusform>已发送 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not taken: %2 What it belongs to goes without it.</source>
        <translation>“%1”未被接收：%2相关内容将不带此照片发送。</translation>
    </message>
    <message>
        <source>Given up, never sent: %1</source>
        <translation>已放弃（从未发出）：%1</translation>
    </message>
    <message numerus="yes">
        <source>“%1” goes without %n photo(s).</source>
        <translation>
            <numerusform>“%1”发送时不含 %n 张照片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Given up: %1. It had been sent and may have been carried out all the same; check it by hand.</source>
        <translation>已放弃：%1。该操作此前已发出，可能仍被执行，请人工核对。</translation>
    </message>
</context>
<context>
    <name>ShiftDialog</name>
    <message>
        <source>Take over</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>A time like 08:30</source>
        <translation>时间格式如 08:30</translation>
    </message>
    <message>
        <source>To, on the next day</source>
        <translation>结束（次日）</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>值班人员</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备班</translation>
    </message>
    <message>
        <source>Another planner has written meanwhile: %1</source>
        <translation>其他排班员同时改为：%1</translation>
    </message>
    <message>
        <source>It has begun, or another unit plans this post.</source>
        <translation>该班次已开始，或该岗位由其他单位排班。</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Chengyun</source>
        <translation>城运</translation>
    </message>
    <message>
        <source>Command hall of the city&apos;s operation centre</source>
        <translation>城市运行管理指挥大厅</translation>
    </message>
    <message>
        <source>Your session has ended. What you were writing is kept; sign in to go on.</source>
        <translation>登录已失效。您正在填写的内容已保留，请重新登录继续。</translation>
    </message>
    <message>
        <source>First start on this machine: enter the address of your hub. Your administrator knows it.</source>
        <translation>本机首次启动：请输入服务器地址，可向管理员索取。</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Address of the hub</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>You are signed out here, but the hub has not ended the session: it has not answered. It is asked again as long as this program runs.</source>
        <translation>本机已退出登录，但服务器尚未应答，会话仍未结束。程序运行期间将继续请求。</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) wait at this seat; they go when who gave them has signed in.</source>
        <translation>
            <numerusform>本坐席有 %n 条操作待发送，操作人登录后自动发送。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SnoozeDialog</name>
    <message>
        <source>Put off: %1</source>
        <translation>稍后提醒：%1</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>For</source>
        <translation>推后多久</translation>
    </message>
    <message>
        <source>It rings again at %1, on all seats.</source>
        <translation>%1 在所有坐席重新响起。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>SoundChoice</name>
    <message>
        <source>Alarm sound</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Repeats until somebody takes note</source>
        <translation>重复响铃，直到有人确认</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Chengyun</source>
        <translation>城运</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>已连接 %1</translation>
    </message>
    <message>
        <source>The hub does not answer</source>
        <translation>服务器无应答</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>What has not reached the hub yet</source>
        <translation>尚未送达服务器的操作</translation>
    </message>
    <message>
        <source>Waiting %1 · failed %2</source>
        <translation>待发 %1 · 失败 %2</translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation>待发 %1</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source> · others&apos; %1</source>
        <translation> · 他人 %1</translation>
    </message>
    <message numerus="yes">
        <source>What has not reached the hub yet; %n command(s) of another account or for another hub address wait here too</source>
        <translation>
            <numerusform>尚未送达服务器的操作；另有 %n 条属于其他账号或其他服务器地址的待发</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock the seat</source>
        <translation>锁定坐席</translation>
    </message>
    <message>
        <source>All times are the hall&apos;s (%1); this machine shows others.</source>
        <translation>所有时间均为大厅时间（%1），与本机时间不同。</translation>
    </message>
</context>
<context>
    <name>SuggestionRow</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>SupervisionCard</name>
    <message>
        <source>Reply: %1</source>
        <translation>回复：%1</translation>
    </message>
    <message>
        <source>Outcome: %1 (%2 points deducted)</source>
        <translation>结果：%1（扣 %2 分）</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>Reply …</source>
        <translation>回复…</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>销号…</translation>
    </message>
</context>
<context>
    <name>SupervisionPane</name>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Nothing is under supervision.</source>
        <translation>没有督办事项。</translation>
    </message>
</context>
<context>
    <name>SupervisionTable</name>
    <message>
        <source>Kind</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>督办依据</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reply due</source>
        <translation>回复时限</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>No supervision orders</source>
        <translation>没有督办单</translation>
    </message>
    <message>
        <source>One is made when a unit stays late, or by “Supervise” on an assignment.</source>
        <translation>单位持续逾期时自动生成，或在承办单位上点“督办”。</translation>
    </message>
    <message>
        <source>Nothing matches what is typed</source>
        <translation>没有匹配的内容</translation>
    </message>
    <message>
        <source>Empty the field to see them all.</source>
        <translation>清空输入框可查看全部。</translation>
    </message>
    <message>
        <source>Supervisions</source>
        <translation>督办</translation>
    </message>
</context>
<context>
    <name>SystemPages</name>
    <message>
        <source>Parts of the system screen</source>
        <translation>系统页面分区</translation>
    </message>
</context>
<context>
    <name>SystemScreen</name>
    <message>
        <source>Link and outbox</source>
        <translation>网络与待发</translation>
    </message>
    <message>
        <source>This seat</source>
        <translation>本坐席</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>%1, sorted downwards</source>
        <translation>%1，降序</translation>
    </message>
    <message>
        <source>%1, sorted upwards</source>
        <translation>%1，升序</translation>
    </message>
</context>
<context>
    <name>ThingRow</name>
    <message>
        <source>Choose %1</source>
        <translation>选中%1</translation>
    </message>
</context>
<context>
    <name>ThingsPanel</name>
    <message>
        <source>Things on the map</source>
        <translation>地图上的对象</translation>
    </message>
    <message numerus="yes">
        <source>%n on the map</source>
        <translation>
            <numerusform>共 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>已选 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>Choose nothing</source>
        <translation>清空所选并关闭</translation>
    </message>
    <message>
        <source>Copied: paste it into a spreadsheet or a message.</source>
        <translation>已复制：可粘贴到表格或消息中。</translation>
    </message>
    <message>
        <source>Name, class, code, initials, address</source>
        <translation>名称、类别、编号、首字母、地址</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有符合的</translation>
    </message>
    <message>
        <source>Export what is chosen</source>
        <translation>导出所选</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Exported.</source>
        <translation>已导出。</translation>
    </message>
    <message>
        <source>The file could not be written; nothing was exported.</source>
        <translation>文件无法写入，未导出。</translation>
    </message>
    <message>
        <source>All in this list</source>
        <translation>全选列表</translation>
    </message>
    <message>
        <source>Shift+drag adds a box, Ctrl+click adds or takes away, Esc ends it.</source>
        <translation>Shift+拖动框选加入，Ctrl+单击加入或移出，Esc 清空。</translation>
    </message>
    <message>
        <source>Chosen on the map</source>
        <translation>地图所选</translation>
    </message>
    <message>
        <source>At one place</source>
        <translation>同一地点</translation>
    </message>
</context>
<context>
    <name>TimelineRow</name>
    <message>
        <source>Done %1, arrived later</source>
        <translation>%1 完成，补传</translation>
    </message>
</context>
<context>
    <name>ToastStack</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>Since %1 it would have shown nothing.</source>
        <translation>自 %1 起，不会有任何上屏。</translation>
    </message>
    <message>
        <source>So much has happened that only the newest part was looked at.</source>
        <translation>事件过多，只试算了最近的部分。</translation>
    </message>
    <message>
        <source>never shown: %1 stood there</source>
        <translation>未能显示：当时显示的是 %1</translation>
    </message>
    <message>
        <source>stood for %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>gave way to %1, or waited for it</source>
        <translation>让位于或等待 %1</translation>
    </message>
    <message>
        <source>The newest %1 are listed.</source>
        <translation>仅列出最新的 %1 条。</translation>
    </message>
    <message numerus="yes">
        <source>Since %1 it would have put up %n order(s).</source>
        <translation>
            <numerusform>自 %1 起会有 %n 张指令上屏。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would not have had a turn.</source>
        <translation>
            <numerusform>其中 %n 张轮不到。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>The former draft has been put aside.</source>
        <translation>原草稿已暂存。</translation>
    </message>
    <message>
        <source>The draft has been discarded.</source>
        <translation>草稿已放弃。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>VideoPanes</name>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
</context>
<context>
    <name>VideoPart</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Go to video</source>
        <translation>转到视频</translation>
    </message>
    <message>
        <source>Figures over the pictures of cameras</source>
        <translation>画面上显示码流数值</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Clips (*.mp4)</source>
        <translation>录像 (*.mp4)</translation>
    </message>
    <message>
        <source>Pictures (*.jpg)</source>
        <translation>图片 (*.jpg)</translation>
    </message>
    <message numerus="yes">
        <source>This camera has been shown for %n second(s): the clip has no more.</source>
        <translation>
            <numerusform>该摄像机只显示了 %n 秒，录像到此为止。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1, its SHA-256 sum beside it</source>
        <translation>已存为 %1，SHA-256 校验值在同一文件夹</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>另存为文件</translation>
    </message>
    <message>
        <source>Keep the camera&apos;s picture</source>
        <translation>保存摄像机画面</translation>
    </message>
    <message>
        <source>keep the picture</source>
        <translation>存画面</translation>
    </message>
    <message>
        <source>Keep the camera&apos;s last 30 seconds</source>
        <translation>保存摄像机最近 30 秒</translation>
    </message>
    <message>
        <source>keep 30 s</source>
        <translation>存 30 秒</translation>
    </message>
    <message>
        <source>Keep the camera&apos;s picture, and choose where</source>
        <translation>保存摄像机画面并选择去处</translation>
    </message>
    <message>
        <source>Keep the camera&apos;s last 30 seconds, and choose where</source>
        <translation>保存摄像机最近 30 秒并选择去处</translation>
    </message>
    <message>
        <source>Listen to the camera, or stop</source>
        <translation>监听摄像机或停止</translation>
    </message>
</context>
<context>
    <name>VideoScreen</name>
    <message>
        <source>Choose a camera at the left</source>
        <translation>请在左侧选择摄像机</translation>
    </message>
    <message>
        <source>Camera, place, initials</source>
        <translation>摄像机、地点、首字母</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>No such camera</source>
        <translation>没有这台摄像机</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <translation>还没有摄像机</translation>
    </message>
    <message>
        <source>They appear when cameras are imported into the hub.</source>
        <translation>将摄像机导入服务器后会出现在这里。</translation>
    </message>
    <message>
        <source>One</source>
        <translation>单画面</translation>
    </message>
    <message>
        <source>Four</source>
        <translation>四画面</translation>
    </message>
    <message>
        <source>Nine</source>
        <translation>九画面</translation>
    </message>
    <message>
        <source>A click or the arrows choose the frame, a double click or Enter enlarges it and back.</source>
        <translation>单击或方向键选中画面，双击或按回车放大、还原。</translation>
    </message>
    <message>
        <source>Frame %1: %2</source>
        <translation>画面 %1：%2</translation>
    </message>
    <message>
        <source>Frame %1, without a camera</source>
        <translation>画面 %1，未选摄像机</translation>
    </message>
    <message>
        <source>Enter enlarges it and back.</source>
        <translation>按回车放大、还原。</translation>
    </message>
    <message>
        <source>Hide the streams&apos; figures</source>
        <translation>隐藏码流数值</translation>
    </message>
    <message>
        <source>Show the streams&apos; figures</source>
        <translation>显示码流数值</translation>
    </message>
</context>
<context>
    <name>WallDialog</name>
    <message>
        <source>Change the wall</source>
        <translation>修改大屏</translation>
    </message>
    <message>
        <source>New wall</source>
        <translation>新建大屏</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Screens across × down</source>
        <translation>横排 × 竖排</translation>
    </message>
    <message>
        <source>Screens side by side</source>
        <translation>横排屏数</translation>
    </message>
    <message>
        <source>Screens one below another</source>
        <translation>竖排屏数</translation>
    </message>
    <message>
        <source>Gap of the bezels</source>
        <translation>屏间拼缝</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Pixels of each screen, width × height</source>
        <translation>每块屏的像素（宽 × 高）</translation>
    </message>
    <message>
        <source>Width of a screen in pixels</source>
        <translation>每块屏的宽（像素）</translation>
    </message>
    <message>
        <source>Height of a screen in pixels</source>
        <translation>每块屏的高（像素）</translation>
    </message>
    <message>
        <source>Its screens do not hang in rows and columns; they stay as they are.</source>
        <translation>各屏并非按行列排布，保持现状。</translation>
    </message>
    <message>
        <source>Enlargement of texts</source>
        <translation>字号放大</translation>
    </message>
    <message>
        <source>160 to 240 % for four metres and more. Who sees the wall, and which machine shows it, is set on the hub&apos;s page /manage.</source>
        <translation>观看距离四米以上建议 160 至 240 %。可见范围与大屏终端在服务器的 /manage 页面设置。</translation>
    </message>
    <message>
        <source>A wall has %1 screens at most.</source>
        <translation>一面大屏最多 %1 块屏。</translation>
    </message>
</context>
<context>
    <name>WallEntries</name>
    <message>
        <source>Wall %1 written</source>
        <translation>大屏 %1 已修改</translation>
    </message>
    <message>
        <source>Wall %1 removed</source>
        <translation>大屏 %1 已删除</translation>
    </message>
    <message>
        <source>Put up on the wall: %1</source>
        <translation>上屏：%1</translation>
    </message>
    <message>
        <source>Taken down from the wall: %1</source>
        <translation>下屏：%1</translation>
    </message>
    <message>
        <source>Wall: screen %1 divided into %2</source>
        <translation>大屏：屏“%1”改为 %2 分屏</translation>
    </message>
    <message>
        <source>Moved on the wall: %1</source>
        <translation>大屏上移动：%1</translation>
    </message>
    <message>
        <source>Wall %1 locked</source>
        <translation>大屏 %1 已锁定</translation>
    </message>
    <message>
        <source>Wall %1 unlocked</source>
        <translation>大屏 %1 已解锁</translation>
    </message>
    <message>
        <source>Undone on wall %1</source>
        <translation>大屏 %1 已撤销上一步</translation>
    </message>
    <message>
        <source>Time over on the wall: what stood there before is back</source>
        <translation>大屏：限时上屏到时，已恢复原内容</translation>
    </message>
    <message>
        <source>Preset put up on the wall: %1</source>
        <translation>布局预设上屏：%1</translation>
    </message>
    <message>
        <source>Preset of the wall written: %1</source>
        <translation>大屏布局预设已保存：%1</translation>
    </message>
    <message>
        <source>Preset of the wall removed: %1</source>
        <translation>大屏布局预设已删除：%1</translation>
    </message>
    <message>
        <source>A code for the machine of wall %1</source>
        <translation>已为大屏 %1 的终端生成一次性代码</translation>
    </message>
    <message>
        <source>The machine of wall %1 may not sign in any more</source>
        <translation>大屏 %1 的终端已被停用</translation>
    </message>
</context>
<context>
    <name>WallFields</name>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏</translation>
    </message>
    <message>
        <source>Pane</source>
        <translation>窗格</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>布局预设</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟数</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>分屏</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>屏</translation>
    </message>
    <message>
        <source>Enlargement</source>
        <translation>字号放大</translation>
    </message>
    <message>
        <source>Rectangles</source>
        <translation>窗格矩形</translation>
    </message>
</context>
<context>
    <name>WallPane</name>
    <message>
        <source>This console does not know how to show “%1”.</source>
        <translation>本程序版本无法显示“%1”。</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1的内容</translation>
    </message>
</context>
<context>
    <name>WallPanes</name>
    <message>
        <source>Announcement</source>
        <translation>通告</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>WallPart</name>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>Go to the wall</source>
        <translation>打开大屏</translation>
    </message>
    <message>
        <source>Onto the wall …</source>
        <translation>上屏……</translation>
    </message>
    <message>
        <source>Chosen at this seat</source>
        <translation>本坐席当前选中</translation>
    </message>
    <message>
        <source>Across the wall</source>
        <translation>跨屏</translation>
    </message>
    <message>
        <source>Screen %1</source>
        <translation>屏“%1”</translation>
    </message>
    <message>
        <source>Pane %1</source>
        <translation>窗格 %1</translation>
    </message>
    <message>
        <source>In the place of: %1</source>
        <translation>将替换：%1</translation>
    </message>
    <message>
        <source>Nothing stands there yet.</source>
        <translation>此处尚为空。</translation>
    </message>
    <message>
        <source>Locked by %1: nothing on this wall moves until it is unlocked.</source>
        <translation>%1 已锁定：解锁前大屏内容不变。</translation>
    </message>
    <message>
        <source>Nothing is put up.</source>
        <translation>不会上屏。</translation>
    </message>
    <message>
        <source>put up there</source>
        <translation>上屏到此处</translation>
    </message>
</context>
<context>
    <name>WallScreen</name>
    <message>
        <source>There is no wall yet</source>
        <translation>尚无大屏</translation>
    </message>
    <message>
        <source>Locked by %1</source>
        <translation>%1 已锁定</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Nothing on a locked wall moves, whoever wants it</source>
        <translation>锁定后任何人都不能改动大屏内容</translation>
    </message>
    <message>
        <source>Choose the pane to change places with, and press Enter. Esc leaves it as it is.</source>
        <translation>选择要互换的窗格后按回车；Esc 取消。</translation>
    </message>
    <message>
        <source>A click or the arrow keys choose a pane. Drag a pane onto another one, or something of the list onto a pane.</source>
        <translation>单击或方向键选择窗格；可将窗格拖到另一窗格互换，或从列表拖到窗格上屏。</translation>
    </message>
    <message>
        <source>Across the wall</source>
        <translation>跨屏</translation>
    </message>
    <message>
        <source>Screen %1</source>
        <translation>屏“%1”</translation>
    </message>
    <message>
        <source>Pane %1</source>
        <translation>窗格 %1</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>Put up %1 by %2</source>
        <translation>%2 于 %1 上屏</translation>
    </message>
    <message>
        <source>Take down</source>
        <translation>下屏</translation>
    </message>
    <message>
        <source>Swap …</source>
        <translation>互换……</translation>
    </message>
    <message>
        <source>Dispatchers and commanders put something up.</source>
        <translation>由调度员和指挥长上屏。</translation>
    </message>
    <message>
        <source>Remove the preset?</source>
        <translation>删除预设？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The preset “%1” goes away; what stands on the wall stays.</source>
        <translation>删除预设“%1”，大屏当前内容不变。</translation>
    </message>
    <message>
        <source>Make one: its screens and the enlargement for the distance. An administrator then makes a code for the machine that shows it.</source>
        <translation>可在此新建：设定各屏与字号放大；随后由管理员为大屏终端生成终端代码。</translation>
    </message>
    <message>
        <source>A commander or an administrator makes it.</source>
        <translation>由指挥长或管理员新建。</translation>
    </message>
    <message>
        <source>New wall …</source>
        <translation>新建大屏…</translation>
    </message>
    <message>
        <source>Change this wall …</source>
        <translation>修改此大屏…</translation>
    </message>
    <message>
        <source>Take in hand</source>
        <translation>远程操控</translation>
    </message>
    <message>
        <source>Point at it on the wall, and move its map or picture from here</source>
        <translation>在大屏上指点，并从这里移动该窗格的地图或画面</translation>
    </message>
</context>
<context>
    <name>WallSeatPictures</name>
    <message>
        <source>Assembly at 19:30 in the hall</source>
        <translation>19:30 在大厅集合</translation>
    </message>
</context>
<context>
    <name>WallWindow</name>
    <message>
        <source>Wall</source>
        <translation>大屏</translation>
    </message>
    <message>
        <source>This machine has not been told which wall it is</source>
        <translation>本机尚未绑定大屏</translation>
    </message>
    <message>
        <source>Signing in at the hub …</source>
        <translation>正在登录服务器……</translation>
    </message>
    <message>
        <source>This machine may not show a wall</source>
        <translation>本机无权显示大屏</translation>
    </message>
    <message>
        <source>This machine may not show the wall any more</source>
        <translation>本机已无权显示大屏</translation>
    </message>
    <message>
        <source>The wall has no screen %1</source>
        <translation>大屏没有“%1”屏</translation>
    </message>
    <message>
        <source>This account is no wall&apos;s machine</source>
        <translation>此账号不是大屏终端</translation>
    </message>
    <message>
        <source>Waiting for the hub …</source>
        <translation>等待服务器……</translation>
    </message>
    <message>
        <source>An administrator makes a one-time code for the wall. Start the program with it once; it is remembered.</source>
        <translation>请管理员为大屏生成一次性代码，首次启动时带上即可，之后自动记住。</translation>
    </message>
    <message>
        <source>An administrator can make another one.</source>
        <translation>可请管理员重新生成。</translation>
    </message>
    <message>
        <source>An administrator has ended its access. With a new code it may start again.</source>
        <translation>管理员已停用本机。取得新代码后可重新启用。</translation>
    </message>
    <message>
        <source>No link to the hub since %1</source>
        <translation>%1 起与服务器断开</translation>
    </message>
</context>
<context>
    <name>Workstation</name>
    <message>
        <source>Map</source>
        <translation>一张图</translation>
    </message>
    <message>
        <source>Go to the map</source>
        <translation>转到一张图</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Go to system</source>
        <translation>转到系统</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Go through the map&apos;s symbols by keys (Ctrl+arrows)</source>
        <translation>用键盘逐个查看地图符号（Ctrl+方向键）</translation>
    </message>
    <message>
        <source>Choose all that the map shows</source>
        <translation>选中地图上显示的全部</translation>
    </message>
    <message>
        <source>Try the hub now</source>
        <translation>立即重连服务器</translation>
    </message>
    <message>
        <source>Lock the seat</source>
        <translation>锁定坐席</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>chengyun::console::AlarmBell</name>
    <message>
        <source>No sound: this machine has no audio device. Alarms are only shown.</source>
        <translation>本机没有音频设备，提醒只显示、不响铃。</translation>
    </message>
    <message>
        <source>The hub cannot be reached</source>
        <translation>与服务器失去联系</translation>
    </message>
    <message>
        <source>Everything last known stays on screen; orders wait and are sent when the hub is back.</source>
        <translation>最后已知的内容仍保留在屏幕上；指令排队等待，恢复后自动发送。</translation>
    </message>
    <message>
        <source>On its way to the hub</source>
        <translation>待发往服务器</translation>
    </message>
    <message>
        <source>It is over</source>
        <translation>已消除</translation>
    </message>
    <message>
        <source>%1 took note at %2</source>
        <translation>%1已于 %2 确认</translation>
    </message>
    <message>
        <source>Put off until %1 by %2: %3</source>
        <translation>%2已推后至 %1：%3</translation>
    </message>
</context>
<context>
    <name>chengyun::console::AlarmDesk</name>
    <message>
        <source>Take note of the alarm: %1</source>
        <translation>确认提醒：%1</translation>
    </message>
    <message>
        <source>Take note of %1 alarms</source>
        <translation>确认 %1 条提醒</translation>
    </message>
    <message>
        <source>Put off the alarm: %1</source>
        <translation>将提醒推后：%1</translation>
    </message>
    <message>
        <source>Put off %1 alarms</source>
        <translation>推后 %1 条提醒</translation>
    </message>
    <message>
        <source>Open the alarm again: %1</source>
        <translation>重新打开提醒：%1</translation>
    </message>
    <message>
        <source>Open %1 alarms again</source>
        <translation>重新打开 %1 条提醒</translation>
    </message>
</context>
<context>
    <name>chengyun::console::AroundModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
</context>
<context>
    <name>chengyun::console::AssignmentListModel</name>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Last report</source>
        <translation>最近反馈</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
</context>
<context>
    <name>chengyun::console::CameraSound</name>
    <message>
        <source>This camera has no picture now: it is not asked for its sound either.</source>
        <translation>该摄像机当前无画面，无法监听。</translation>
    </message>
    <message>
        <source>This machine has no sound output.</source>
        <translation>本机没有声音输出设备。</translation>
    </message>
    <message>
        <source>This camera sends no sound.</source>
        <translation>该摄像机没有声音。</translation>
    </message>
    <message>
        <source>The camera&apos;s sound cannot be decoded here: %1</source>
        <translation>本机无法解码该摄像机的声音：%1</translation>
    </message>
    <message>
        <source>The camera gives its picture, and not its sound: %1</source>
        <translation>摄像机有画面，声音取不到：%1</translation>
    </message>
    <message>
        <source>The camera&apos;s sound has ended.</source>
        <translation>该摄像机的声音已中断。</translation>
    </message>
</context>
<context>
    <name>chengyun::console::CameraStream</name>
    <message>
        <source>The hub cannot open this camera&apos;s password any more: its address has to be given anew with the password.</source>
        <translation>服务器已无法解开该摄像机的密码：请连同密码重新录入其地址。</translation>
    </message>
</context>
<context>
    <name>chengyun::console::CommandBar</name>
    <message>
        <source>Command</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>chengyun::console::ConsultCapability</name>
    <message>
        <source>Who is called</source>
        <translation>呼叫对象</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>指令</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>You are called to a consultation: %1</source>
        <translation>请您参加会商：%1</translation>
    </message>
    <message>
        <source>Called by %1</source>
        <translation>呼叫人：%1</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>会商</translation>
    </message>
</context>
<context>
    <name>chengyun::console::ConsultCommands</name>
    <message>
        <source>Make the consultation %1</source>
        <translation>新建会商 %1</translation>
    </message>
    <message>
        <source>Call to the consultation %1</source>
        <translation>呼叫参加会商 %1</translation>
    </message>
    <message>
        <source>Coming to the consultation %1</source>
        <translation>参加会商 %1</translation>
    </message>
    <message>
        <source>Not coming to the consultation %1</source>
        <translation>不参加会商 %1</translation>
    </message>
    <message>
        <source>End the consultation %1</source>
        <translation>结束会商 %1</translation>
    </message>
</context>
<context>
    <name>chengyun::console::ConsultDesk</name>
    <message>
        <source>The chair has removed you from the consultation.</source>
        <translation>主持人已将您移出会商。</translation>
    </message>
    <message>
        <source>You have left the consultation at another seat.</source>
        <translation>您已在另一席位离开会商。</translation>
    </message>
    <message>
        <source>The consultation has been ended.</source>
        <translation>会商已结束。</translation>
    </message>
    <message>
        <source>Connecting sound and picture …</source>
        <translation>正在连接音视频…</translation>
    </message>
    <message>
        <source>The media server is away: no sound and no pictures for now.</source>
        <translation>媒体服务器不可用：暂无音视频。</translation>
    </message>
    <message>
        <source>The media server did not take the ticket.</source>
        <translation>媒体服务器未接受入会凭证。</translation>
    </message>
    <message>
        <source>The media server has closed the room.</source>
        <translation>媒体服务器已关闭会商室。</translation>
    </message>
    <message>
        <source>The media server has ended this connection.</source>
        <translation>媒体服务器已断开此连接。</translation>
    </message>
    <message>
        <source>The media server has no room for more people.</source>
        <translation>媒体服务器容量已满。</translation>
    </message>
    <message>
        <source>What the media server says cannot be understood.</source>
        <translation>无法识别媒体服务器的应答。</translation>
    </message>
    <message>
        <source>This seat and the media server have no common format.</source>
        <translation>本席位与媒体服务器没有共同的编码格式。</translation>
    </message>
    <message>
        <source>Sound and pictures do not get through the network.</source>
        <translation>音视频无法通过网络。</translation>
    </message>
    <message>
        <source>Parts of GStreamer are missing at this seat.</source>
        <translation>本席位缺少 GStreamer 组件。</translation>
    </message>
</context>
<context>
    <name>chengyun::console::DutyCapability</name>
    <message>
        <source>Person on duty</source>
        <translation>值班人员</translation>
    </message>
</context>
<context>
    <name>chengyun::console::DutyCommands</name>
    <message>
        <source>Check in: %1</source>
        <translation>签到：%1</translation>
    </message>
    <message>
        <source>%1 stands in: %2</source>
        <translation>%1 替班：%2</translation>
    </message>
    <message>
        <source>Close the shift: %1</source>
        <translation>结束值班：%1</translation>
    </message>
    <message>
        <source>Write post: %1</source>
        <translation>保存岗位：%1</translation>
    </message>
    <message>
        <source>Write person: %1</source>
        <translation>保存人员：%1</translation>
    </message>
    <message>
        <source>Write pattern: %1</source>
        <translation>保存排班规律：%1</translation>
    </message>
    <message>
        <source>Write holidays of %1</source>
        <translation>保存 %1 年节假日</translation>
    </message>
    <message numerus="yes">
        <source>Write the rota: %n shift(s)</source>
        <translation>
            <numerusform>提交值班表：%n 个班次</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask %1 for an exchange</source>
        <translation>向 %1 申请换班</translation>
    </message>
    <message>
        <source>Ask for leave</source>
        <translation>请假</translation>
    </message>
    <message>
        <source>%1: exchange asked for by %2</source>
        <translation>%1：%2 的换班申请</translation>
    </message>
    <message>
        <source>%1: leave of %2</source>
        <translation>%1：%2 的请假</translation>
    </message>
    <message>
        <source>Handover: %1</source>
        <translation>交接班：%1</translation>
    </message>
    <message>
        <source>Write into the log: %1</source>
        <translation>记值班日志：%1</translation>
    </message>
    <message>
        <source>Settle: %1</source>
        <translation>处理完毕：%1</translation>
    </message>
</context>
<context>
    <name>chengyun::console::DutyState</name>
    <message>
        <source>Change who is on duty</source>
        <translation>变更值班人员</translation>
    </message>
    <message>
        <source>Switch to emergency mode</source>
        <translation>转入应急状态</translation>
    </message>
    <message>
        <source>Switch back to normal</source>
        <translation>恢复平时状态</translation>
    </message>
</context>
<context>
    <name>chengyun::console::Footage</name>
    <message>
        <source>The disk is full: nothing was written.</source>
        <translation>磁盘已满：未写入任何内容。</translation>
    </message>
    <message>
        <source>The file could not be written, and nothing of it is left: %1</source>
        <translation>文件未能写入，未留残余：%1</translation>
    </message>
    <message>
        <source>There is no clip yet: no key picture has come since this camera is shown.</source>
        <translation>尚无录像：打开该摄像机以来未收到关键帧。</translation>
    </message>
    <message>
        <source>Pictures of this camera&apos;s coding (%1) cannot be kept as MP4.</source>
        <translation>该摄像机的编码（%1）不能存为 MP4。</translation>
    </message>
    <message>
        <source>It could not be made: %1</source>
        <translation>未能生成：%1</translation>
    </message>
    <message>
        <source>%1, %2, taken by %3</source>
        <translation>%1，%2，%3 截取</translation>
    </message>
    <message>
        <source>There is no picture of this camera yet.</source>
        <translation>该摄像机尚无画面。</translation>
    </message>
    <message>
        <source>Snapshot of %1</source>
        <translation>%1 快照</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Clip of %1</source>
        <translation>%1 录像</translation>
    </message>
</context>
<context>
    <name>chengyun::console::HandoverModel</name>
    <message>
        <source>Write what the next shift must know, then sign. Your shift stays open until the next one has accepted.</source>
        <translation>写下下一班须知的内容，然后签字。下一班接班之前，您的班次不会结束。</translation>
    </message>
    <message>
        <source>%1 has not signed yet. The sheet follows what happens until then.</source>
        <translation>%1尚未签字。在此之前，交接班单随事态自动更新。</translation>
    </message>
    <message>
        <source>Nobody is planned for the next shift, so nobody can accept: a planner must fill it.</source>
        <translation>下一班尚未排人，无人可接班：请排班人员补排。</translation>
    </message>
    <message>
        <source>%1 acknowledges each item and signs. Until then the shift of %2 cannot be closed.</source>
        <translation>由%1逐项确认并签字。在此之前,%2的班次不能结束。</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n more item(s), then sign. Send it back when something is missing.</source>
        <translation>
            <numerusform>还需确认 %n 项，然后签字。如有缺漏，请退回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every item is acknowledged: sign to take over. The outgoing shift closes by that.</source>
        <translation>全部事项已确认：签字即可接班，上一班随之结束。</translation>
    </message>
    <message>
        <source>Signed by both, and unchangeable.</source>
        <translation>双方已签字，不可更改。</translation>
    </message>
    <message>
        <source>Acknowledged %1</source>
        <translation>已确认 %1</translation>
    </message>
</context>
<context>
    <name>chengyun::console::HubClock</name>
    <message>
        <source>%1:%2 left</source>
        <translation>剩 %1:%2</translation>
    </message>
    <message>
        <source>%1 s late</source>
        <translation>逾期 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩 %1 分钟</translation>
    </message>
    <message>
        <source>%1 min late</source>
        <translation>逾期 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>剩 %1 小时</translation>
    </message>
    <message>
        <source>%1 h late</source>
        <translation>逾期 %1 小时</translation>
    </message>
    <message>
        <source>%1 d left</source>
        <translation>剩 %1 天</translation>
    </message>
    <message>
        <source>%1 d late</source>
        <translation>逾期 %1 天</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 天前</translation>
    </message>
</context>
<context>
    <name>chengyun::console::LinkageCapability</name>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>不限区域</translation>
    </message>
</context>
<context>
    <name>chengyun::console::LinkageCommands</name>
    <message>
        <source>The wall is locked: nothing on it moves until it is unlocked.</source>
        <translation>大屏已锁定：解锁前内容不变。</translation>
    </message>
    <message>
        <source>Cameras around it onto the wall</source>
        <translation>周边摄像机上屏</translation>
    </message>
    <message>
        <source>Back to what stood on the wall</source>
        <translation>恢复联动前的大屏内容</translation>
    </message>
    <message>
        <source>Keep the rule %1</source>
        <translation>保存规则 %1</translation>
    </message>
    <message>
        <source>Remove the rule %1</source>
        <translation>删除规则 %1</translation>
    </message>
</context>
<context>
    <name>chengyun::console::MapThings</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
</context>
<context>
    <name>chengyun::console::MemberListModel</name>
    <message>
        <source>Guest</source>
        <translation>来宾</translation>
    </message>
</context>
<context>
    <name>chengyun::console::OrderActions</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Withdraw order %1</source>
        <translation>撤回指令 %1 号</translation>
    </message>
    <message>
        <source>Reply to a supervision order</source>
        <translation>回复督办单</translation>
    </message>
    <message>
        <source>Close a supervision order</source>
        <translation>督办单销号</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>照片 %1</translation>
    </message>
    <message>
        <source>It has %1 MB, and the hub takes at most %2. It can be saved as a file.</source>
        <translation>文件 %1 MB，中心最多接收 %2 MB，可另存为文件。</translation>
    </message>
</context>
<context>
    <name>chengyun::console::OrderDraft</name>
    <message>
        <source>Issue order: %1</source>
        <translation>下达指令：%1</translation>
    </message>
    <message>
        <source>it is just being issued</source>
        <translation>正在下达</translation>
    </message>
</context>
<context>
    <name>chengyun::console::OrderListModel</name>
    <message>
        <source>%1 +%2</source>
        <translation>%1 及另 %2 家</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>下达</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>下达人</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>时限</translation>
    </message>
</context>
<context>
    <name>chengyun::console::Outbox</name>
    <message>
        <source>Commands cannot be kept on this machine: %1</source>
        <translation>本机无法保存操作：%1</translation>
    </message>
    <message>
        <source>Not confirmed yet</source>
        <translation>尚未确认</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待发</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>What waited here could not be read any more; the file is kept as %1</source>
        <translation>待发内容已无法读取，原文件保留为 %1</translation>
    </message>
</context>
<context>
    <name>chengyun::console::OwnPassword</name>
    <message>
        <source>The present password is wrong.</source>
        <translation>当前密码错误。</translation>
    </message>
    <message numerus="yes">
        <source>The hub does not take this one: it needs %n characters or more, and must not be the name.</source>
        <translation>
            <numerusform>服务器不接受此密码：至少 %n 个字符，且不能与账号相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>The hub does not take this one: it is too short, too long, or the name itself.</source>
        <translation>服务器不接受此密码：太短、太长或与账号相同。</translation>
    </message>
    <message>
        <source>It may have been changed all the same: try the new one first when you sign in next.</source>
        <translation>密码可能已经修改：下次登录请先试新密码。</translation>
    </message>
</context>
<context>
    <name>chengyun::console::PaneAims</name>
    <message>
        <source>%1 has no screen %2.</source>
        <translation>%1 没有第 %2 屏。</translation>
    </message>
    <message>
        <source>There is no pane %1 there.</source>
        <translation>那里没有第 %1 窗格。</translation>
    </message>
    <message>
        <source>There is no wall yet.</source>
        <translation>还没有大屏。</translation>
    </message>
    <message>
        <source>There is no wall %1.</source>
        <translation>没有第 %1 面大屏。</translation>
    </message>
</context>
<context>
    <name>chengyun::console::PatrolCommands</name>
    <message>
        <source>Keep the patrol group %1</source>
        <translation>保存轮巡组%1</translation>
    </message>
    <message>
        <source>Remove the patrol group %1</source>
        <translation>删除轮巡组%1</translation>
    </message>
</context>
<context>
    <name>chengyun::console::PatrolDuty</name>
    <message>
        <source>Camera looked at in %1</source>
        <translation>%1：已看一路摄像机</translation>
    </message>
</context>
<context>
    <name>chengyun::console::PlanBook</name>
    <message>
        <source>New Year</source>
        <translation>元旦</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n crew(s)</source>
        <translation>
            <numerusform>%n 个班组</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengyun::console::RecipientModel</name>
    <message>
        <source>Unknown unit</source>
        <translation>未知单位</translation>
    </message>
</context>
<context>
    <name>chengyun::console::ResourceListModel</name>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Main stream</source>
        <translation>主码流</translation>
    </message>
    <message>
        <source>Sub stream</source>
        <translation>子码流</translation>
    </message>
</context>
<context>
    <name>chengyun::console::RotaBoard</name>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n person(s) missing for %2</source>
        <translation>
            <numerusform>%1缺 %n 人，共 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has two shifts at the same time, for %2</source>
        <translation>%1 同时有两个班次，重叠 %2</translation>
    </message>
    <message>
        <source>%1 has rested only %2</source>
        <translation>%1 两班之间只休息 %2</translation>
    </message>
    <message>
        <source>%1 is not qualified for %2</source>
        <translation>%1 不具备%2的资质</translation>
    </message>
    <message>
        <source>%1 does no duty any more</source>
        <translation>%1 已停止值班</translation>
    </message>
    <message>
        <source>A person who is not in the list</source>
        <translation>名单中没有此人</translation>
    </message>
    <message>
        <source>%1 is closed</source>
        <translation>%1已停用</translation>
    </message>
    <message>
        <source>%1 is the own backup</source>
        <translation>%1 的备班是本人</translation>
    </message>
    <message>
        <source>%1 is backup and has a shift then</source>
        <translation>备班 %1 同时有自己的班次</translation>
    </message>
    <message>
        <source>%1 is on leave</source>
        <translation>%1 请假</translation>
    </message>
    <message>
        <source>The holidays of this year are not entered</source>
        <translation>尚未录入该年节假日安排</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>chengyun::console::RotaDraft</name>
    <message>
        <source>Another planner has changed some of these shifts. Decide first whose count.</source>
        <translation>其他排班员修改了其中部分班次，请先确定以谁的为准。</translation>
    </message>
    <message>
        <source>This shift has begun or is over: it is not planned any more.</source>
        <translation>该班次已开始或已结束，不能再排班。</translation>
    </message>
    <message>
        <source>Another unit plans this post.</source>
        <translation>该岗位由其他单位排班。</translation>
    </message>
</context>
<context>
    <name>chengyun::console::RotaImport</name>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>无法读取文件：%1</translation>
    </message>
    <message>
        <source>The file is larger than 8 MB.</source>
        <translation>文件超过 8 MB。</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>值班人</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备班</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>整行</translation>
    </message>
    <message>
        <source>there is no such post</source>
        <translation>没有这个岗位</translation>
    </message>
    <message>
        <source>there is no such person</source>
        <translation>没有这个人员</translation>
    </message>
    <message>
        <source>it is planned already</source>
        <translation>已经排过</translation>
    </message>
    <message>
        <source>several people have this name</source>
        <translation>有重名人员</translation>
    </message>
    <message>
        <source>too many shifts at once</source>
        <translation>班次过多</translation>
    </message>
    <message>
        <source>it is not understood</source>
        <translation>无法识别</translation>
    </message>
</context>
<context>
    <name>chengyun::console::RotaLayout</name>
    <message>
        <source>Crew %1</source>
        <translation>第 %1 组</translation>
    </message>
    <message>
        <source>A pattern and days like 2026-07-01 are needed.</source>
        <translation>请选择排班规律，日期格式如 2026-07-01。</translation>
    </message>
    <message>
        <source>Choose the posts that the crews man.</source>
        <translation>请选择各组值守的岗位。</translation>
    </message>
</context>
<context>
    <name>chengyun::console::ScreenLock</name>
    <message>
        <source>The password is wrong.</source>
        <translation>密码错误。</translation>
    </message>
    <message>
        <source>Only the hub can check this password: try again when it is back.</source>
        <translation>此密码只能由服务器核对，请待连接恢复后再试。</translation>
    </message>
</context>
<context>
    <name>chengyun::console::Session</name>
    <message>
        <source>Commander</source>
        <translation>指挥长</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>审计员</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>调度员</translation>
    </message>
    <message>
        <source>Name or password is wrong.</source>
        <translation>账号或密码错误。</translation>
    </message>
    <message>
        <source>Wall device</source>
        <translation>大屏终端</translation>
    </message>
</context>
<context>
    <name>chengyun::console::ShownLog</name>
    <message>
        <source>Machine</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Wall or person</source>
        <translation>大屏或人员</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>轮巡组</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>秒数</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>文件未能写入。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s) have been written; choose a shorter time for the others.</source>
        <translation>
            <numerusform>已写入前 %n 行；其余请缩短时间范围再导出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have been written.</source>
        <translation>
            <numerusform>已写入 %n 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengyun::console::SuggestionModel</name>
    <message numerus="yes">
        <source>Has %n open assignment(s)</source>
        <translation>
            <numerusform>在办 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>停用</translation>
    </message>
</context>
<context>
    <name>chengyun::console::SupervisionListModel</name>
    <message>
        <source>Automatic</source>
        <translation>系统自动</translation>
    </message>
</context>
<context>
    <name>chengyun::console::TimelineModel</name>
    <message>
        <source>Automatic</source>
        <translation>系统自动</translation>
    </message>
</context>
<context>
    <name>chengyun::console::WallCommands</name>
    <message>
        <source>The wall is locked: nothing on it moves until it is unlocked.</source>
        <translation>大屏已锁定：解锁前内容不变。</translation>
    </message>
    <message>
        <source>Put up on %1</source>
        <translation>上屏到 %1</translation>
    </message>
    <message>
        <source>Take down from %1</source>
        <translation>从 %1 下屏</translation>
    </message>
    <message>
        <source>Divide a screen of %1</source>
        <translation>%1 改分屏</translation>
    </message>
    <message>
        <source>Move on %1</source>
        <translation>%1 移动窗格</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>锁定 %1</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>解锁 %1</translation>
    </message>
    <message>
        <source>Undo on %1</source>
        <translation>%1 撤销</translation>
    </message>
    <message>
        <source>Put up a preset on %1</source>
        <translation>%1 调用布局预设</translation>
    </message>
    <message>
        <source>Keep the preset %1</source>
        <translation>保存布局预设 %1</translation>
    </message>
    <message>
        <source>Remove the preset %1</source>
        <translation>删除布局预设 %1</translation>
    </message>
    <message>
        <source>Write the wall %1</source>
        <translation>写入大屏 %1</translation>
    </message>
</context>
<context>
    <name>chengyun::console::WallSeat</name>
    <message>
        <source>The hub does not take this code: it has been used, has expired, or is another hub&apos;s.</source>
        <translation>服务器不接受此代码：已用过、已过期，或不是本服务器的。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Chengyun</source>
        <translation>城运</translation>
    </message>
    <message>
        <source>This seat cannot start: %1</source>
        <translation>本坐席无法启动：%1</translation>
    </message>
    <message>
        <source>This seat is open in another window already. Go on there, or close it first.</source>
        <translation>本坐席已在另一窗口中打开，请在该窗口继续，或先将其关闭。</translation>
    </message>
</context>
</TS>
