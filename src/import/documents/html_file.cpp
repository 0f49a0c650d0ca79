#include "base/text.h"
#include "import/documents/html_renderer.h"
#include "import/documents/readers.h"
#include "import/documents/render.h"

#include <algorithm>

namespace cw {

namespace {

/// What the page says of its encoding, in a <meta> or in an XML declaration, within the first 1,024 bytes.
std::string charsetOf(std::string_view bytes)
{
    const auto head = text::lowerAscii(bytes.substr(0, 1024));
    const bool isXml = head.find("<?xml") != std::string::npos;
    const std::string_view label = isXml && head.find("charset=") == std::string::npos ? "encoding=" : "charset=";
    auto at = head.find(label);
    if (at == std::string::npos) return {};
    at = head.find_first_not_of("\"' ", at + label.size());
    if (at == std::string::npos) return {};
    return head.substr(at, head.find_first_of("\"' ;>/?", at) - at);
}

}  // namespace

Result<Rendered> renderHtml(std::string_view bytes, std::string_view declared, std::string_view label)
{
    CW_TRY(const auto utf8, toUtf8(bytes, declared.empty() ? charsetOf(bytes) : declared, label));
    HtmlRenderer renderer(utf8);
    renderer.read();
    auto notes = renderer.notes();
    auto rendition = std::move(renderer).finish();
    const bool hasWords = std::any_of(rendition.blocks.begin(), rendition.blocks.end(),
                                      [](const TextBlock& block) { return block.kind != BlockKind::note; });
    if (!hasWords)
        return Error{ErrorKind::invalidInput, "IMPORT-212",
                     std::string(label) + ": the HTML page holds no words that could be shown"};
    return Rendered{std::move(rendition), std::move(notes)};
}

Result<IncomingFile> readHtmlFile(const SourceFile& file)
{
    CW_TRY(auto rendered, renderHtml(file.bytes, {}, file.name));
    auto document = textDocument(DocumentFormat::html, std::string(file.bytes), std::move(rendered.rendition));
    return singleDocument(std::move(document), file.name, std::move(rendered.notes));
}

}  // namespace cw
