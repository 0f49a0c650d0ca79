#include "import/documents/readers.h"
#include "import/documents/render.h"
#include "import/documents/rtf_renderer.h"

namespace cw {

Result<Rendered> renderRtf(std::string_view bytes, std::string_view label)
{
    RtfRenderer renderer(bytes);
    if (!renderer.read())
        return Error{ErrorKind::invalidInput, "IMPORT-210",
                     std::string(label) + ": the groups of the RTF are nested deeper than 1,000"};
    auto rendition = std::move(renderer).finish();
    if (rendition.blocks.empty())
        return Error{ErrorKind::invalidInput, "IMPORT-211", std::string(label) + ": the RTF holds no words"};
    return Rendered{std::move(rendition), {}};
}

Result<IncomingFile> readRtfFile(const SourceFile& file)
{
    CW_TRY(auto rendered, renderRtf(file.bytes, file.name));
    auto document = textDocument(DocumentFormat::rtf, std::string(file.bytes), std::move(rendered.rendition));
    return singleDocument(std::move(document), file.name, std::move(rendered.notes));
}

}  // namespace cw
