// The invented names and words of the demonstration's duty.
#pragma once

#include "core/duty/log.h"

#include <array>
#include <string_view>

namespace chengyun::hub::demo_texts {

/// That dispatchers have.
inline constexpr std::string_view qualification = "dispatch";

inline constexpr std::array<std::string_view, 7> leaders = {"江海涛", "沈立群", "方志远", "罗秀兰",
                                                            "梁建国", "韩雪梅", "邓国强"};
inline constexpr std::array<std::string_view, 3> commanders = {"高国栋", "孟庆华", "宋明远"};
/// Each a shift leader and two dispatchers.
inline constexpr std::array<std::array<std::string_view, 3>, 4> crews = {{
    {"周敏", "陈立新", "何晓燕"},
    {"吴建平", "林小雨", "郑浩然"},
    {"徐丽华", "马文涛", "朱梦琪"},
    {"胡志刚", "郭佳宁", "谢云飞"},
}};
inline constexpr std::array<std::string_view, 3> departments = {"应急管理局", "水务和湖泊局",
                                                                "公安分局"};
/// By department.
inline constexpr std::array<std::array<std::string_view, 3>, 3> liaisons = {{
    {"曹卫东", "彭思远", "曾雅琴"},
    {"萧长江", "田小河", "董清泉"},
    {"袁正刚", "潘永安", "于海峰"},
}};

struct LogLine {
    LogKind kind;
    std::string_view text;
    std::string_view with{};
    bool stands = false;
    bool of_order = false;
};
inline constexpr std::array<LogLine, 10> log = {{
    {LogKind::event, "接班完毕，人员到齐，各席位设备正常。"},
    {LogKind::call_in, "市民反映低洼路段积水约二十厘米，已转水务部门核实。", "热心市民", false,
     true},
    {LogKind::call_out, "与市指挥中心核对今日预警信息，无新增。", "市指挥中心值班室"},
    {LogKind::instruction, "雨停前各泵站每小时报一次水位。", {}, true},
    {LogKind::equipment, "三号视频墙右下屏黑屏，已报修，备件明日到。", {}, true},
    {LogKind::visit, "电力公司抢修队联络员到大厅对接保电方案。", "电力公司联络员"},
    {LogKind::announcement, "明日九时供电检修，大厅由备用电源供电约半小时。", {}, true},
    {LogKind::call_in, "处置队报告现场人员已到位，开始排水。", "现场负责人", false, true},
    {LogKind::event, "气象台解除大风蓝色预警。"},
    {LogKind::note, "夜间巡查安排已发各街道。"},
}};

} // namespace chengyun::hub::demo_texts
