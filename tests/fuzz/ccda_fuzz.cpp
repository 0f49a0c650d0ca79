// libFuzzer target: any bytes give documents whose blocks, cells and codes stand inside their text, or an Error that says
// why.
#include "import/documents/readers.h"

#include <cstdint>
#include <cstdlib>

namespace {

void expectInside(cw::TextRange inner, std::int64_t begin, std::int64_t end)
{
    if (inner.begin < begin || inner.end < inner.begin || inner.end > end) std::abort();
}

void expectSound(const cw::IncomingDocument& incoming)
{
    const auto& rendition = incoming.document.rendition;
    const auto size = static_cast<std::int64_t>(rendition.text.size());
    std::int64_t last = 0;
    for (const auto& block : rendition.blocks) {
        expectInside(block.range, last, size);
        for (const auto& cell : block.cells) expectInside(cell.range, block.range.begin, block.range.end);
        last = block.range.end;
    }
    for (const auto& range : rendition.emphasis) expectInside(range, 0, size);
    for (const auto& code : incoming.codes) expectInside(code.span, 0, size);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const cw::IncomingOptions options;
    cw::CountingIdSource ids;
    const auto file = cw::readCcdaFile({bytes, "fuzz.xml", options, ids, cw::Progress()});
    if (!file) {
        if (file.error().detail.empty()) std::abort();
        return 0;
    }
    if (file->items.empty()) std::abort();
    for (const auto& item : file->items)
        for (const auto& document : item.documents) expectSound(document);
    return 0;
}
