#include "base/text.h"
#include "import/documents/readers.h"
#include "import/documents/render.h"

namespace cw {

namespace {

struct MediaType {
    std::string name;  ///< "text/html"
    std::string charset;
};

MediaType parseMediaType(std::string_view text)
{
    const auto lower = text::lowerAscii(text);
    MediaType type;
    type.name = text::trim(std::string_view(lower).substr(0, lower.find(';')));
    const auto at = lower.find("charset=");
    if (at != std::string::npos) {
        type.charset = lower.substr(at + 8);
        type.charset = text::trim(type.charset.substr(0, type.charset.find(';')));
        std::erase(type.charset, '"');
    }
    return type;
}

Result<NewDocument> plainText(std::string_view bytes, std::string_view charset, std::string_view record)
{
    CW_TRY(auto utf8, toUtf8(bytes, charset, record));
    auto text = plainCharacters(std::move(utf8));
    return textDocument(DocumentFormat::plainText, text, plainTextRendition(text));
}

Result<NewDocument> ccda(std::string bytes, std::string_view record)
{
    CountingIdSource ids;
    const IncomingOptions options;
    CW_TRY(auto file, readCcdaFile({bytes, record, options, ids, Progress()}));
    for (auto& item : file.items)
        for (auto& incoming : item.documents) return std::move(incoming.document);
    return Error{ErrorKind::invalidInput, "IMPORT-207", std::string(record) + ": the embedded C-CDA holds no document"};
}

Result<NewDocument> read(DocumentFormat format, std::string bytes, const MediaType& type, std::string_view record)
{
    if (isPaged(format)) {
        CW_TRY(const auto facts, checkPaged(format, bytes, record, {}));
        NewDocument document;
        document.format = format;
        document.bytes = std::move(bytes);
        document.pages = facts.pages;
        return document;
    }
    if (format == DocumentFormat::rtf) {
        CW_TRY(auto rendered, renderRtf(bytes, record));
        return textDocument(format, std::move(bytes), std::move(rendered.rendition));
    }
    if (format == DocumentFormat::html || (format == DocumentFormat::plainText && type.name.ends_with("html"))) {
        CW_TRY(auto rendered, renderHtml(bytes, type.charset, record));
        return textDocument(DocumentFormat::html, std::move(bytes), std::move(rendered.rendition));
    }
    if (format == DocumentFormat::ccda) return ccda(std::move(bytes), record);
    return plainText(bytes, type.charset, record);
}

}  // namespace

Result<NewDocument> readEmbedded(std::string bytes, std::string_view mediaType, std::string_view title,
                                 std::string_view record)
{
    CW_CHECK(checkDocType(bytes, record));
    CW_TRY(const auto format, recogniseDocument(bytes, record));
    CW_TRY(auto document, read(format, std::move(bytes), parseMediaType(mediaType), record));
    document.title = title;
    return document;
}

}  // namespace cw
