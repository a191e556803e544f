#include "app/link/outbox_commands.h"

#include "app/link/failure_text.h"
#include "app/text.h"

#include <utility>

namespace chengyun::console {

OutboxCommands::OutboxCommands(Outbox& outbox, QObject* parent)
    : QObject(parent), outbox_(outbox) {}

QString OutboxCommands::wordsOf(const Failure& failure) const {
    return console::failureText(failure);
}

bool OutboxCommands::refuse(const Failure& failure) {
    failureText_ = wordsOf(failure);
    failureField_ = qs(failure.field);
    Q_EMIT failureChanged();
    return false;
}

void OutboxCommands::forgetFailure() {
    failureText_.clear();
    failureField_.clear();
    Q_EMIT failureChanged();
}

std::string OutboxCommands::put(OutboxRequest request, const std::string& body) {
    request.key = outbox_.newKey();
    request.body = QByteArray::fromStdString(body);
    auto key = request.key;
    auto kept = [this, subject = request.subject, owner = outbox_.owner()](const Result<>& done) {
        if (owner != outbox_.owner())
            return; // it is somebody else's news
        if (!done)
            refuse(done.error());
        Q_EMIT settled(subject, done.has_value());
    };
    if (const auto taken = outbox_.submit({std::move(request)}, this, std::move(kept)); !taken) {
        refuse(taken.error());
        return {};
    }
    forgetFailure();
    return key;
}

} // namespace chengyun::console
