// libFuzzer target: any bytes give a release with rows, or an Error that names the file.
#include "import/code_file.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    // The first byte chooses what the user says of the file.
    static const cw::CodeFileOptions options[] = {{},
                                                  {cw::CodeSystem::icd10cm, "order", "FY2025", {}},
                                                  {cw::CodeSystem::icd10pcs, "", "", cw::Date::of(2024, 10, 1)},
                                                  {cw::CodeSystem::hcpcs, "", "", {}},
                                                  {cw::CodeSystem::cpt, "cpt", "", {}}};
    const auto& chosen = options[data[0] % std::size(options)];
    const auto release = cw::parseCodeBytes(std::string(reinterpret_cast<const char*>(data) + 1, size - 1), "fuzz_2025",
                                            chosen, cw::Progress());
    if (release ? release->rows.empty() || release->name.empty() : release.error().detail.empty()) std::abort();
    return 0;
}
