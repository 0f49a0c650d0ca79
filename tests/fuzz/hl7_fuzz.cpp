// libFuzzer target: any bytes give items that read the same from their own bytes, or an Error that names the file.
#include "import/documents/readers.h"

#include <cstdint>
#include <cstdlib>

namespace {

cw::Result<cw::IncomingFile> read(std::string_view bytes)
{
    cw::CountingIdSource ids;
    const cw::IncomingOptions options;
    return cw::readHl7File({bytes, "fuzz.hl7", options, ids, cw::Progress()});
}

/// Layout and codes must stay within the text.
void checkDocument(const cw::IncomingDocument& incoming)
{
    const auto& rendition = incoming.document.rendition;
    const auto size = static_cast<std::int64_t>(rendition.text.size());
    for (const auto& block : rendition.blocks)
        if (block.range.begin < 0 || block.range.end > size || block.range.begin > block.range.end) std::abort();
    for (const auto& code : incoming.codes)
        if (code.span.begin < 0 || code.span.end > size || code.code.empty()) std::abort();
    if (incoming.document.bytes.empty() || incoming.document.title.empty()) std::abort();
}

void checkSame(const cw::Incoming& item, const cw::Incoming& again)
{
    if (item.kind != again.kind || item.patient.person != again.patient.person) std::abort();
    if (item.documents.size() != again.documents.size() || item.codes != again.codes) std::abort();
    for (std::size_t i = 0; i < item.documents.size(); ++i)
        if (item.documents[i].document.rendition != again.documents[i].document.rendition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = read({reinterpret_cast<const char*>(data), size});
    if (!file) {
        if (file.error().detail.empty()) std::abort();
        return 0;
    }
    if (file->items.empty()) std::abort();
    for (const auto& item : file->items) {
        for (const auto& document : item.documents) checkDocument(document);
        const auto again = read(item.bytes);
        if (!again || again->items.size() != 1) std::abort();
        checkSame(item, again->items.front());
    }
    return 0;
}
