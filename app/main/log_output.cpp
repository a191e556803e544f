#include "app/main/log_output.h"

#include <QByteArray>
#include <QString>

#include <string>

namespace chengyun::console {
namespace {

LineWriter* output = nullptr;

void handle(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    const auto line = qFormatLogMessage(type, context, text).toLocal8Bit() + '\n';
    output->add({line.constData(), static_cast<std::size_t>(line.size())},
                type != QtDebugMsg && type != QtInfoMsg);
}

} // namespace

LogOutput::LogOutput(int file)
    : writer_(file,
              [](std::int64_t lost) {
                  return "chengyun: " + std::to_string(lost) + " lines of the log are lost\n";
              }),
      before_(nullptr) {
    writer_.flush_at_crash();
    output = &writer_;
    before_ = qInstallMessageHandler(handle);
}

LogOutput::~LogOutput() {
    qInstallMessageHandler(before_);
    output = nullptr;
}

} // namespace chengyun::console
