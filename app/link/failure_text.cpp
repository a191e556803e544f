#include "app/link/failure_text.h"

#include "app/link/language.h"
#include "core/json/codec.h"

#include <QCoreApplication>

namespace chengyun::console {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Failure)
};

QString sentence(FailureKind kind) {
    switch (kind) {
    case FailureKind::malformed:
        return Words::tr("The hub did not understand the request.");
    case FailureKind::invalid_field:
        return Words::tr("This value is not possible.");
    case FailureKind::missing_field:
        return Words::tr("Please fill this in.");
    case FailureKind::unknown_field:
        return Words::tr("The hub does not know this field; console and hub are of different age.");
    case FailureKind::unseen_character:
        return Words::tr("It holds a character that cannot be seen or that turns the text round. "
                         "Delete it, or type the words anew.");
    case FailureKind::unauthenticated:
        return Words::tr("Name or password is wrong, or the session has ended. Sign in again.");
    case FailureKind::forbidden:
        return Words::tr("Your role may not do this.");
    case FailureKind::locked_out:
        return Words::tr("Too many failed attempts; the account is locked for a while.");
    case FailureKind::not_found:
        return Words::tr("It does not exist, or lies outside your area.");
    case FailureKind::conflict:
        return Words::tr("Somebody else was first, or it exists already.");
    case FailureKind::wrong_state:
        return Words::tr("This step is not possible any more; look at the present state.");
    case FailureKind::expired:
        return Words::tr("Its time was over before the hub could be reached.");
    case FailureKind::key_reused:
        return Words::tr("The hub knows this command with other contents.");
    case FailureKind::wrong_method:
        return Words::tr("The hub does not do this; console and hub are of different age.");
    case FailureKind::too_large:
        return Words::tr("This is larger than the hub accepts.");
    case FailureKind::wrong_type:
        return Words::tr("The hub does not accept this type of file.");
    case FailureKind::too_many:
        return Words::tr("Too many at once; it will be tried again.");
    case FailureKind::no_room:
        return Words::tr("The hub has no room left for files; an administrator has to make some.");
    case FailureKind::unavailable:
        return Words::tr("The hub cannot be reached.");
    case FailureKind::corrupt:
        return Words::tr("Stored data is damaged.");
    case FailureKind::internal:
        return Words::tr("The hub made a mistake; its log says more.");
    }
    return {};
}

/// Who did not answer, by the field that Reply::failure() and the console's own disk give it.
QString whatIsAway(const std::string& field) {
    if (field.empty())
        return sentence(FailureKind::unavailable);
    if (field == "certificate")
        return Words::tr("This machine does not trust the hub's certificate; an administrator must "
                         "install it.");
    if (field == "version")
        return Words::tr("The hub is newer than this console; the console must be updated.");
    if (field == "foreign")
        return Words::tr("Not the hub has answered but something on the way to it: a proxy, or a "
                         "network that wants a sign-in.");
    if (field == "silent")
        return Words::tr("The hub has not answered this yet; it is asked again.");
    if (field == "disk")
        return Words::tr("This machine cannot store it; look at the room on its disk.");
    return Words::tr("The hub cannot do this at the moment.");
}

} // namespace

QString fieldName(const std::string& path) {
    const auto head = path.substr(0, path.find_first_of("[."));
    if (head == "title")
        return Words::tr("Title");
    if (head == "text")
        return Words::tr("Text");
    if (head == "kind")
        return Words::tr("Event class");
    if (head == "level")
        return Words::tr("Level");
    if (head == "recipients")
        return Words::tr("Recipients");
    if (head == "limits")
        return Words::tr("Time limits");
    if (head == "place")
        return Words::tr("Place");
    if (head == "address")
        return Words::tr("Address");
    if (head == "area")
        return Words::tr("Area");
    if (head == "unit")
        return Words::tr("Unit");
    if (head == "deadline")
        return Words::tr("Deadline");
    if (head == "attachments")
        return Words::tr("Photos");
    if (head == "reason")
        return Words::tr("Reason");
    return qs(path);
}

QString failureText(const Failure& failure) {
    if (failure.kind == FailureKind::unavailable)
        return whatIsAway(failure.field);
    // Its key is older than the answers that the hub keeps.
    if (failure.kind == FailureKind::expired && failure.field == "Idempotency-Key")
        return Words::tr(
            "It was sent, and nobody can say any more whether it was carried out; look "
            "at the order.");
    if (failure.field.empty())
        return sentence(failure.kind);
    return Words::tr("%1: %2").arg(fieldName(failure.field), sentence(failure.kind));
}

QString kindKey(FailureKind kind) {
    return qs(json::name_of(kind));
}

} // namespace chengyun::console
