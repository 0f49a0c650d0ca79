// libFuzzer target: any bytes give a rendition whose layout reads back, or an Error that names the file.
#include "import/documents/render.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto rendered = cw::renderHtml({reinterpret_cast<const char*>(data), size}, {}, "fuzz.html");
    if (!rendered) {
        if (rendered.error().detail.empty()) std::abort();
        return 0;
    }
    const auto again = cw::readLayout(rendered->rendition.text, cw::writeLayout(rendered->rendition));
    if (!again || *again != rendered->rendition) std::abort();
    return 0;
}
