// libFuzzer target: any bytes give items whose parts read as the same items again, or an Error that names the file.
#include "import/documents/readers.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const cw::IncomingOptions options;
    const cw::Progress progress;
    cw::CountingIdSource ids;
    const auto file = cw::readFhirFile({bytes, "fuzz.json", options, ids, progress});
    if (!file) {
        if (file.error().detail.empty()) std::abort();
        return 0;
    }
    if (file->items.empty()) std::abort();
    for (const auto& item : file->items) {
        for (const auto& made : item.documents) {
            const auto end = static_cast<std::int64_t>(made.document.rendition.text.size());
            for (const auto& code : made.codes)
                if (code.span.begin < 0 || code.span.end > end) std::abort();
        }
        const auto again = cw::readFhirFile({item.bytes, "fuzz.json", options, ids, progress});
        if (!again || again->items.size() != 1) std::abort();
        const auto& same = again->items.front();
        if (same.bytes != item.bytes || same.codes != item.codes || same.kind != item.kind) std::abort();
        if (same.documents.size() != item.documents.size()) std::abort();
        for (std::size_t index = 0; index < item.documents.size(); ++index)
            if (same.documents[index].document.bytes != item.documents[index].document.bytes ||
                same.documents[index].document.rendition != item.documents[index].document.rendition)
                std::abort();
    }
    return 0;
}
