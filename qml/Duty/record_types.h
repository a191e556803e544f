// Registers the types of duty's records under Chengyun.Duty; QML only needs their names.
#pragma once

#include "app/duty/duty_records.h"

#include <QtQml/qqmlregistration.h>

namespace chengyun::console {

struct DutyRecordsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DutyRecords)
    QML_NAMED_ELEMENT(DutyRecords)
    QML_UNCREATABLE("the hall makes it")
};

struct HandoverListModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::HandoverListModel)
    QML_NAMED_ELEMENT(HandoverListModel)
    QML_UNCREATABLE("the hall makes it")
};

struct HandoverModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::HandoverModel)
    QML_NAMED_ELEMENT(HandoverModel)
    QML_UNCREATABLE("the hall makes it")
};

struct LogModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::LogModel)
    QML_NAMED_ELEMENT(LogModel)
    QML_UNCREATABLE("the hall makes it")
};

struct RequestListModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::RequestListModel)
    QML_NAMED_ELEMENT(RequestListModel)
    QML_UNCREATABLE("the hall makes it")
};

struct FiguresModelType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::FiguresModel)
    QML_NAMED_ELEMENT(FiguresModel)
    QML_UNCREATABLE("the hall makes it")
};

struct DutyExportsType {
    Q_GADGET
    QML_FOREIGN(chengyun::console::DutyExports)
    QML_NAMED_ELEMENT(DutyExports)
    QML_UNCREATABLE("the hall makes it")
};

} // namespace chengyun::console
