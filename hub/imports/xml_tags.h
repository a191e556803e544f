// The start tags of an XML text, one after the other: enough to measure it before a parser makes
// something of it.
#pragma once

#include <optional>
#include <string_view>

namespace chengyun::hub {

/// Sees every start tag that a parser would see, as far as the text is well-formed; a parser ends
/// where it is not. One thread.
class XmlTags {
public:
    explicit XmlTags(std::string_view xml) : rest_(xml) {}

    /// False at the end, and at a document type: what its entities stand for is not seen here.
    [[nodiscard]] bool next();
    [[nodiscard]] bool has_document_type() const { return has_document_type_; }

    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] bool is_empty_element() const { return is_empty_element_; }
    /// Between its quotation marks, as it is written; none when the tag has no such attribute.
    [[nodiscard]] std::optional<std::string_view> attribute(std::string_view name) const;
    /// What stands behind this tag, with all tags in it.
    [[nodiscard]] std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
    std::string_view name_;
    std::string_view attributes_;
    bool is_empty_element_ = false;
    bool has_document_type_ = false;
};

/// Could a parser take these bytes for XML? Then `text` is what XmlTags can read of it; none where
/// it is in a coding that hides tags (UTF-16).
[[nodiscard]] bool begins_as_xml(std::string_view bytes);
[[nodiscard]] std::optional<std::string_view> plain_xml(std::string_view bytes);

} // namespace chengyun::hub
