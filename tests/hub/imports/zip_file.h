// Zip files for tests, sound ones and others.
#pragma once

#include <zlib.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

class ZipFile {
public:
    struct Member {
        std::string name;
        std::string content;
        // What the file says of it, when that is not so.
        std::uint16_t flags = 0;
        std::uint16_t method = 8;
        std::int64_t claimed = -1;   ///< size
        std::string local_name = {}; ///< in front of the content
        std::int64_t lies_at = -1;   ///< where the directory says it lies
        std::string extra = {};      ///< behind its entry
        std::string behind = {};     ///< behind its packed content, counted to it
    };

    ZipFile() = default;
    explicit ZipFile(const std::vector<Member>& members) {
        for (const auto& member : members)
            add(member);
    }

    void add(const Member& member) {
        const auto packed =
            (member.method == 8 ? deflated(member.content) : member.content) + member.behind;
        const auto size = static_cast<std::uint64_t>(
            member.claimed < 0 ? static_cast<std::int64_t>(member.content.size()) : member.claimed);
        const auto at =
            member.lies_at < 0 ? bytes_.size() : static_cast<std::size_t>(member.lies_at);
        std::string common;
        put(common, member.flags, 2);
        put(common, member.method, 2);
        put(common, 0, 4); // time
        put(common,
            crc32(0, reinterpret_cast<const Bytef*>(member.content.data()),
                  static_cast<uInt>(member.content.size())),
            4);
        put(common, packed.size(), 4);
        put(common, size, 4);
        const auto& local = member.local_name.empty() ? member.name : member.local_name;
        bytes_ += "PK\3\4";
        put(bytes_, 20, 2);
        bytes_ += common;
        put(bytes_, local.size(), 2);
        put(bytes_, 0, 2);
        bytes_ += local + packed;
        directory_ += "PK\1\2";
        put(directory_, 20, 2);
        put(directory_, 20, 2);
        directory_ += common;
        put(directory_, member.name.size(), 2);
        put(directory_, member.extra.size(), 2);
        put(directory_, 0, 2 + 2 + 2 + 4);
        put(directory_, at, 4);
        directory_ += member.name + member.extra;
        ++count_;
    }
    /// `entries` and `comment` when the file is to say something else.
    [[nodiscard]] std::string bytes(std::int64_t entries = -1,
                                    const std::string& comment = {}) const {
        auto out = bytes_ + directory_ + "PK\5\6";
        put(out, 0, 4);
        for (int i = 0; i < 2; ++i)
            put(out, static_cast<std::uint64_t>(entries < 0 ? count_ : entries), 2);
        put(out, directory_.size(), 4);
        put(out, bytes_.size(), 4);
        put(out, comment.size(), 2);
        return out + comment;
    }

    static void put(std::string& out, std::uint64_t number, int bytes) {
        for (int i = 0; i < bytes; ++i)
            out += static_cast<char>(i < 8 ? number >> (8 * i) : 0);
    }
    static std::string deflated(std::string_view content) {
        z_stream stream{};
        deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
        std::string out(deflateBound(&stream, content.size()), '\0');
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
        stream.avail_in = static_cast<uInt>(content.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        deflate(&stream, Z_FINISH);
        out.resize(stream.total_out);
        deflateEnd(&stream);
        return out;
    }

private:
    std::string bytes_, directory_;
    std::int64_t count_ = 0;
};

} // namespace chengyun::hub
