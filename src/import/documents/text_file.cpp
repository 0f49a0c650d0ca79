#include "base/text.h"
#include "import/documents/readers.h"
#include "import/documents/render.h"

namespace cw {

std::string plainCharacters(std::string text)
{
    const auto isControl = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
    };
    if (text.ends_with('\x1A')) text.pop_back();  // End mark of DOS.
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool isLoneReturn = c == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
        if (isLoneReturn || c == '\v')
            out += '\n';
        else if (isControl(c) && c != '\f')
            out += "\xEF\xBF\xBD";
        else
            out += c;
    }
    return out;
}

Result<IncomingFile> readTextFile(const SourceFile& file)
{
    CW_TRY(auto utf8, toUtf8(file.bytes, {}, file.name));
    auto text = plainCharacters(std::move(utf8));
    if (text::trim(text).empty())
        return Error{ErrorKind::invalidInput, "IMPORT-206", std::string(file.name) + ": the text holds no words"};
    auto rendition = plainTextRendition(text);
    return singleDocument(textDocument(DocumentFormat::plainText, std::move(text), std::move(rendition)), file.name,
                          {});
}

}  // namespace cw
