// libFuzzer target: any bytes give items with sound renditions, or an Error that names the file.
#include "import/documents/incoming.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    // The first byte chooses the name and whether there is a password.
    static const char* const names[] = {"fuzz.txt", "fuzz.pdf", "fuzz.json", "fuzz.xml"};
    const cw::IncomingOptions options{data[0] > 127 ? "secret" : ""};
    cw::CountingIdSource ids;
    const auto file = cw::readIncoming(std::string(reinterpret_cast<const char*>(data) + 1, size - 1),
                                       names[data[0] % std::size(names)], options, ids, cw::Progress());
    if (!file) {
        if (file.error().detail.empty()) std::abort();
        return 0;
    }
    if (file->kind.empty()) std::abort();
    for (const auto& item : file->items)
        for (const auto& incoming : item.documents) {
            const auto& rendition = incoming.document.rendition;
            const auto again = cw::readLayout(rendition.text, cw::writeLayout(rendition));
            if (!again || *again != rendition) std::abort();
        }
    return 0;
}
