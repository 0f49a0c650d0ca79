#pragma once

#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace cw::ui {

/// A document's text as the viewer holds it: UTF-16, and where each unit stands in the stored UTF-8 bytes, so that
/// evidence keeps the offsets of the document itself. Bytes that are not UTF-8 are shown as Latin-1, one to one.
class DocumentText {
public:
    DocumentText() = default;
    explicit DocumentText(std::string_view bytes);

    const QString& text() const noexcept { return m_text; }
    /// Byte offset of a UTF-16 index; inside a surrogate pair that of the whole character.
    std::int64_t byteOf(int index) const;
    /// Index of the character that holds the byte; the end for offsets past it.
    int indexOf(std::int64_t byte) const;

private:
    void markBytes(std::int64_t start);

    QString m_text;
    std::vector<std::int64_t> m_marks;  ///< Byte offset of each 256th unit; empty when units and bytes are the same.
    std::int64_t m_end = 0;
};

}  // namespace cw::ui
