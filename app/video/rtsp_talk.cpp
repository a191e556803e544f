#include "app/video/rtsp_talk.h"

#include <gst/rtsp/gstrtspextension.h>

#include <QCryptographicHash>
#include <QUuid>

#include <string>
#include <utility>

namespace chengyun::console {

namespace {

/// Whose request is on its way on this thread. rtspsrc tells its signal "before-send" and its
/// extensions of one request on one thread, one after the other; an extension is not told whose it
/// is.
thread_local RtspTalk* talking = nullptr;

HashText hash_of(const DigestQuestion& question) {
    const auto method = question.is_sha256() ? QCryptographicHash::Sha256 : QCryptographicHash::Md5;
    return [method](const std::string& text) {
        return QCryptographicHash::hash(QByteArrayView(text.data(), std::ssize(text)), method)
            .toHex()
            .toStdString();
    };
}

/// The question that GStreamer cannot answer; none where it can.
std::optional<DigestQuestion> ours(std::vector<DigestQuestion> questions) {
    for (auto& question : questions)
        if (question.is_sha256())
            return std::move(question);
    for (auto& question : questions)
        if (question.is_md5() && question.has_quotes())
            return std::move(question);
    return std::nullopt;
}

std::vector<DigestQuestion> questions_of(GstRTSPMessage* answer) {
    std::vector<DigestQuestion> out;
    gchar* header = nullptr;
    for (int i = 0; gst_rtsp_message_get_header(answer, GST_RTSP_HDR_WWW_AUTHENTICATE, &header,
                                                i) == GST_RTSP_OK;
         ++i)
        for (auto& question : read_digest_questions(header))
            out.push_back(std::move(question));
    return out;
}

GstRTSPStatusCode status_of(GstRTSPMessage* answer) {
    GstRTSPStatusCode status{};
    gst_rtsp_message_parse_response(answer, &status, nullptr, nullptr);
    return status;
}

// An element that is an extension of rtspsrc: it does nothing but hear the answers.
struct RtspEar {
    GstElement element;
};
struct RtspEarClass {
    GstElementClass element;
};

GstRTSPResult hear_answer(GstRTSPExtension*, GstRTSPMessage* request, GstRTSPMessage* answer) {
    if (auto* talk = std::exchange(talking, nullptr))
        talk->after(request, answer);
    return GST_RTSP_OK;
}

void make_extension(gpointer interface, gpointer) {
    static_cast<GstRTSPExtensionInterface*>(interface)->after_send = hear_answer;
}

void make_class(gpointer made, gpointer) {
    gst_element_class_set_static_metadata(static_cast<GstElementClass*>(made),
                                          "Chengyun's ear at rtspsrc", "Network/Extension/Protocol",
                                          "Hears the answers of RTSP servers", "Chengyun");
}

GType ear_type() {
    static const GType type = [] {
        const GType made =
            g_type_register_static_simple(GST_TYPE_ELEMENT, "ChengyunRtspEar", sizeof(RtspEarClass),
                                          make_class, sizeof(RtspEar), nullptr, GTypeFlags(0));
        const GInterfaceInfo extension{make_extension, nullptr, nullptr};
        g_type_add_interface_static(made, GST_TYPE_RTSP_EXTENSION, &extension);
        return made;
    }();
    return type;
}

gboolean before_send(GstElement*, GstRTSPMessage* request, gpointer user) {
    auto& talk = **static_cast<std::shared_ptr<RtspTalk>*>(user);
    talking = &talk;
    talk.before(request);
    return TRUE;
}

} // namespace

void RtspTalk::before(GstRTSPMessage* request) {
    if (!question_)
        return;
    GstRTSPMethod method{};
    const gchar* uri = nullptr;
    if (gst_rtsp_message_parse_request(request, &method, &uri, nullptr) != GST_RTSP_OK)
        return;
    const auto client = QUuid::createUuid().toByteArray(QUuid::Id128);
    const auto answer =
        answer_digest(*question_,
                      {.method = gst_rtsp_method_as_text(method),
                       .uri = uri,
                       .client_nonce = {client.constData(), std::size_t(client.size())},
                       .count = ++answers_},
                      sign_in_.user, sign_in_.password, hash_of(*question_));
    gst_rtsp_message_remove_header(request, GST_RTSP_HDR_AUTHORIZATION, -1);
    gst_rtsp_message_add_header(request, GST_RTSP_HDR_AUTHORIZATION, answer.c_str());
}

void RtspTalk::after(GstRTSPMessage* request, GstRTSPMessage* answer) {
    GstRTSPMethod method{};
    gst_rtsp_message_parse_request(request, &method, nullptr, nullptr);
    const auto status = status_of(answer);
    if (status == GST_RTSP_STS_UNAUTHORIZED)
        take_question(answer);
    else if (status == GST_RTSP_STS_OK && method == GST_RTSP_DESCRIBE)
        described_ = true;
    else if (status == GST_RTSP_STS_UNSUPPORTED_TRANSPORT &&
             (method == GST_RTSP_SETUP || method == GST_RTSP_PLAY))
        transport_refused_ = true;
}

void RtspTalk::take_question(GstRTSPMessage* answer) {
    auto question = ours(questions_of(answer));
    if (!question)
        return;
    // What has been answered and is asked again was the wrong answer: cameras lock.
    const bool refused = question_ && !question->is_stale;
    question_ = std::move(question);
    answers_ = 0;
    gst_rtsp_message_remove_header(answer, GST_RTSP_HDR_WWW_AUTHENTICATE, -1);
    // rtspsrc asks again where it is asked in a way that it knows. Without a nonce it has nothing
    // to answer, and leaves our answer as it is.
    if (!refused)
        gst_rtsp_message_add_header(answer, GST_RTSP_HDR_WWW_AUTHENTICATE, "Digest algorithm=MD5");
}

void listen_to(GstElement* source, std::shared_ptr<RtspTalk> talk) {
    g_signal_connect_data(
        source, "before-send", G_CALLBACK(before_send),
        new std::shared_ptr<RtspTalk>(std::move(talk)),
        [](gpointer user, GClosure*) { delete static_cast<std::shared_ptr<RtspTalk>*>(user); },
        GConnectFlags(0));
}

void register_rtsp_ear() {
    gst_element_register(nullptr, "chengyunrtspear", GST_RANK_MARGINAL, ear_type());
}

} // namespace chengyun::console
