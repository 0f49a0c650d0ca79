// libFuzzer target: any bytes give releases or lists, or an Error that names the file.
#include "import/reference_file.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    // The first byte chooses what the user says of the file.
    static const char* const kinds[] = {"",       "tabular",  "index",       "drugs",
                                        "tables", "pcsindex", "definitions", "addenda"};
    const cw::CodeFileOptions options{{}, kinds[data[0] % std::size(kinds)], "", {}};
    const auto file = cw::parseReferenceBytes(std::string(reinterpret_cast<const char*>(data) + 1, size - 1),
                                              "fuzz_2025", options, cw::Progress());
    if (file ? file->releases.empty() && file->lists.empty() : file.error().detail.empty()) std::abort();
    return 0;
}
