#include "hub/imports/zip_members.h"

#include "hub/imports/ascii.h"

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <format>
#include <set>
#include <utility>

namespace chengyun::hub {

namespace {

constexpr std::size_t most_members = 10'000;
constexpr std::size_t longest_member_name = 255;
constexpr std::ptrdiff_t deepest = 16; ///< folders
/// How far from the end other readers look for the end of the directory.
constexpr std::size_t searched = 65'536 + 1'024;

constexpr std::string_view local_mark = "PK\3\4";
constexpr std::string_view entry_mark = "PK\1\2";
constexpr std::string_view end_mark = "PK\5\6";
/// Of the 64-bit form, with the disk number 0 that it must have to be believed.
constexpr std::string_view locator_mark{"PK\6\7\0\0\0\0", 8};

constexpr std::size_t local_size = 30;
constexpr std::size_t entry_size = 46;
constexpr std::size_t end_size = 22;

Failure broken(std::string_view why) {
    return fail(FailureKind::malformed, "file", std::format("no sound zip file: {}", why));
}

/// Little-endian numbers at places of a record that are known to be there.
std::uint64_t number(std::string_view record, std::size_t at, std::size_t bytes) {
    std::uint64_t out = 0;
    for (std::size_t i = bytes; i-- > 0;)
        out = out << 8U | static_cast<unsigned char>(record[at + i]);
    return out;
}

/// No way out of the archive, and no way to say one name in two ways.
bool is_plain(std::string_view name) {
    if (name.empty() || name.size() > longest_member_name ||
        std::ranges::count(name, '/') > deepest || name.find('\\') != name.npos ||
        name.find('\0') != name.npos)
        return false;
    if (name.ends_with('/'))
        name.remove_suffix(1);
    while (true) {
        const auto end = std::min(name.find('/'), name.size());
        const auto part = name.substr(0, end);
        if (part.empty() || part == "." || part == "..")
            return false;
        if (end == name.size())
            return true;
        name.remove_prefix(end + 1);
    }
}

/// Fields behind an entry that put another size (1) or name (0x7075) in the place of its own.
bool says_otherwise(std::string_view extra) {
    while (extra.size() >= 4) {
        const auto id = number(extra, 0, 2);
        if (id == 1 || id == 0x7075)
            return true;
        extra.remove_prefix(std::min<std::uint64_t>(extra.size(), 4 + number(extra, 2, 2)));
    }
    return false;
}

class DirectoryReader {
public:
    DirectoryReader(std::string_view bytes, std::uint64_t most_bytes)
        : bytes_(bytes), most_bytes_(most_bytes) {}

    Result<std::vector<ZipMember>> read() {
        auto directory = find_directory();
        if (!directory)
            return directory.error();
        std::string_view rest = *directory;
        for (std::uint64_t i = 0; i < entries_; ++i) {
            auto size = read_entry(rest);
            if (!size)
                return size.error();
            rest.remove_prefix(*size);
        }
        if (!rest.empty())
            return broken("its directory holds more than it says");
        if (auto ok = lie_apart(); !ok)
            return ok.error();
        return std::move(members_);
    }

private:
    Result<std::string_view> find_directory() {
        if (bytes_.size() < end_size)
            return broken("it is too short");
        const auto end = bytes_.substr(bytes_.size() - end_size);
        // Other readers take the last mark there is, also one within a comment.
        if (!end.starts_with(end_mark) || number(end, 20, 2) != 0 ||
            end.find(end_mark, 1) != end.npos)
            return broken("its directory is not at its end");
        if (bytes_.substr(bytes_.size() - std::min(bytes_.size(), searched)).find(locator_mark) !=
            bytes_.npos)
            return fail(FailureKind::wrong_type, "file",
                        "a zip file in the 64-bit form; store it anew with another program");
        entries_ = number(end, 10, 2);
        const auto size = number(end, 12, 4);
        directory_at_ = number(end, 16, 4);
        if (number(end, 4, 4) != 0 || number(end, 8, 2) != entries_)
            return broken("it is one of several");
        if (directory_at_ + size != bytes_.size() - end_size)
            return broken("its directory is not where it says");
        if (entries_ > most_members)
            return fail(FailureKind::too_large, "file",
                        std::format("more than {} files in the zip file", most_members));
        return bytes_.substr(directory_at_, size);
    }

    /// The size of the entry that begins there.
    Result<std::size_t> read_entry(std::string_view rest) {
        if (rest.size() < entry_size || !rest.starts_with(entry_mark))
            return broken("its directory is damaged");
        const auto name_size = number(rest, 28, 2);
        const auto extra_size = number(rest, 30, 2);
        const auto whole = entry_size + name_size + extra_size + number(rest, 32, 2);
        if (rest.size() < whole)
            return broken("its directory is damaged");
        if (says_otherwise(rest.substr(entry_size + name_size, extra_size)))
            return fail(FailureKind::wrong_type, "file",
                        "a zip file with names or sizes in two forms; store it anew with another "
                        "program");
        ZipMember member;
        member.name = rest.substr(entry_size, name_size);
        if (!is_plain(member.name))
            return broken("it has a file whose name is none");
        if (!names_.insert(lower_case(member.name)).second)
            return broken("it has two files of one name");
        // Bits 1 and 2: how hard it was packed; 3: sizes stand behind it too; 11: UTF-8.
        if ((number(rest, 8, 2) & ~std::uint64_t{0x080e}) != 0)
            return fail(FailureKind::wrong_type, "file", "the zip file is encrypted");
        const auto method = number(rest, 10, 2);
        if (method != 0 && method != Z_DEFLATED)
            return fail(
                FailureKind::wrong_type, "file",
                "the zip file is not packed by Deflate; store it anew with another program");
        member.is_deflated = method == Z_DEFLATED;
        const auto packed = number(rest, 20, 4);
        member.size = number(rest, 24, 4);
        constexpr std::uint64_t elsewhere = 0xffffffff;
        if (packed == elsewhere || member.size == elsewhere)
            return fail(FailureKind::wrong_type, "file",
                        "a zip file in the 64-bit form; store it anew with another program");
        if (!member.is_deflated && packed != member.size)
            return broken("a file in it has two sizes");
        claimed_ += member.size;
        if (claimed_ > most_bytes_)
            return fail(FailureKind::too_large, "file",
                        std::format("holds more than {} MiB when unpacked", most_bytes_ >> 20U));
        if (auto ok = find_content(member, number(rest, 42, 4), packed, method); !ok)
            return ok.error();
        if (!member.name.ends_with('/'))
            members_.push_back(member);
        else if (member.size != 0)
            return broken("a folder in it has content");
        return whole;
    }

    Result<> find_content(ZipMember& member, std::uint64_t at, std::uint64_t packed,
                          std::uint64_t method) {
        const auto before = bytes_.substr(0, directory_at_);
        if (at > before.size() || before.size() - at < local_size)
            return broken("a file in it is not where it says");
        const auto local = before.substr(at);
        const auto name_size = number(local, 26, 2);
        const auto head = local_size + name_size + number(local, 28, 2);
        if (!local.starts_with(local_mark) || local.size() < head || local.size() - head < packed ||
            number(local, 8, 2) != method || local.substr(local_size, name_size) != member.name)
            return broken("a file in it is not where it says");
        member.packed = local.substr(head, packed);
        places_.emplace_back(at, at + head + packed);
        return {};
    }

    /// Members that share bytes would be many times as long unpacked as there is room for here.
    Result<> lie_apart() {
        std::ranges::sort(places_);
        for (std::size_t i = 1; i < places_.size(); ++i)
            if (places_[i].first < places_[i - 1].second)
                return broken("two files in it overlap");
        return {};
    }

    std::string_view bytes_;
    std::uint64_t most_bytes_;
    std::uint64_t entries_ = 0;
    std::uint64_t directory_at_ = 0;
    std::uint64_t claimed_ = 0;
    std::set<std::string> names_;                                 ///< in lower case
    std::vector<std::pair<std::uint64_t, std::uint64_t>> places_; ///< begin and end
    std::vector<ZipMember> members_;
};

/// zlib's state for as long as one member is unpacked.
class Inflater {
public:
    Inflater() { good_ = inflateInit2(&stream_, -MAX_WBITS) == Z_OK; }
    ~Inflater() {
        if (good_)
            inflateEnd(&stream_);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    Result<std::string> run(const ZipMember& member) {
        if (!good_)
            return fail(FailureKind::too_large, "file", "there is not enough memory for it");
        // Sizes of zip files without the 64-bit form fit into zlib's numbers.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(member.packed.data()));
        stream_.avail_in = static_cast<uInt>(member.packed.size());
        std::string out;
        while (true) {
            // In steps: what is claimed may not be there. One byte more shows that there is more.
            const auto had = out.size();
            out.resize(std::min<std::uint64_t>(member.size + 1, had + step));
            stream_.next_out = reinterpret_cast<Bytef*>(out.data() + had);
            stream_.avail_out = static_cast<uInt>(out.size() - had);
            const int code = inflate(&stream_, Z_NO_FLUSH);
            out.resize(std::min<std::size_t>(out.size(), stream_.total_out));
            if (code == Z_STREAM_END)
                break;
            if (code != Z_OK || out.size() > member.size)
                return broken("a file in it cannot be unpacked");
        }
        if (out.size() != member.size || stream_.avail_in != 0)
            return broken("a file in it has another size than it says");
        return out;
    }

private:
    static constexpr std::size_t step = 1U << 20;
    z_stream stream_{};
    bool good_ = false;
};

} // namespace

Result<std::vector<ZipMember>> zip_members(std::string_view bytes, std::uint64_t most_bytes) {
    return DirectoryReader(bytes, most_bytes).read();
}

Result<std::string> unpack(const ZipMember& member) {
    if (!member.is_deflated)
        return std::string(member.packed);
    return Inflater().run(member);
}

} // namespace chengyun::hub
