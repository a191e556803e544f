#include "hub/http/stream_frames.h"

#include "hub/config/guard.h"
#include "hub/config/log.h"

#include <trantor/net/TcpConnection.h>
#include <trantor/utils/MsgBuffer.h>

#include <cstdint>

#include <dlfcn.h>

namespace drogon {

/// Drogon's own class, of which only this function is known here.
class WebSocketConnectionImpl {
public:
    void onNewMessage(const trantor::TcpConnectionPtr& connection, trantor::MsgBuffer* buffer);
};

} // namespace drogon

namespace chengyun::hub {
namespace {

constexpr const char* symbol =
    "_ZN6drogon23WebSocketConnectionImpl12onNewMessageERKSt10shared_ptrIN7trantor13TcpConnectionEE"
    "PNS2_9MsgBufferE";

using OnNewMessage = void (*)(drogon::WebSocketConnectionImpl*, const trantor::TcpConnectionPtr&,
                              trantor::MsgBuffer*);

/// Drogon's; null when it has none of that name.
OnNewMessage drogons_own() {
    static const auto found = reinterpret_cast<OnNewMessage>(::dlsym(RTLD_NEXT, symbol));
    return found;
}

} // namespace

Result<> check_frames(std::span<const unsigned char> bytes, std::size_t longest) {
    while (bytes.size() >= 2) {
        const bool is_last = bytes[0] & 0x80, has_extension = bytes[0] & 0x70;
        const bool continues = (bytes[0] & 0x0f) == 0, is_masked = bytes[1] & 0x80;
        if (!is_last || continues)
            return fail(FailureKind::too_large, {}, "a message of several frames");
        if (has_extension || !is_masked)
            return fail(FailureKind::malformed, {}, "a frame that no client may send");
        std::uint64_t length = bytes[1] & 0x7f;
        const std::size_t more = length == 127 ? 8 : length == 126 ? 2 : 0;
        if (bytes.size() < 2 + more)
            return {};
        if (more > 0)
            length = 0;
        for (std::size_t i = 0; i < more; ++i)
            length = length << 8 | bytes[2 + i];
        if (length > longest)
            return fail(FailureKind::too_large, {}, "a message that is too long");
        const auto whole = 2 + more + 4 + static_cast<std::size_t>(length);
        if (bytes.size() < whole)
            return {};
        bytes = bytes.subspan(whole);
    }
    return {};
}

bool are_frames_checked() {
    return drogons_own() && ::dlsym(RTLD_DEFAULT, symbol) != reinterpret_cast<void*>(drogons_own());
}

} // namespace chengyun::hub

void drogon::WebSocketConnectionImpl::onNewMessage(const trantor::TcpConnectionPtr& connection,
                                                   trantor::MsgBuffer* buffer) {
    using namespace chengyun;
    using namespace chengyun::hub;
    const bool sound = guarded_job("stream", [&] {
        const auto* bytes = reinterpret_cast<const unsigned char*>(buffer->peek());
        if (auto fit = check_frames({bytes, buffer->readableBytes()}, max_stream_message); !fit) {
            log(LogLevel::info, "stream", "frames refused",
                {{"kind", json::name_of(fit.error().kind)},
                 {"detail", std::string_view(fit.error().detail)}});
            buffer->retrieveAll();
            constexpr char goodbye[] = {'\x88', 2, 0x03, '\xf0'}; // close, 1008
            connection->send(goodbye, sizeof goodbye);
            connection->forceClose();
            return;
        }
        drogons_own()(this, connection, buffer);
    });
    if (!sound)
        connection->forceClose();
}
