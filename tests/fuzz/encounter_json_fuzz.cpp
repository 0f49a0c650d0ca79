// libFuzzer target: whatever is read from bytes reads the same after it was written.
#include "import/encounter_json.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    cw::CountingIdSource ids;
    const auto once = cw::readEncounterJson(bytes, "fuzz.json", ids);
    if (!once) return 0;
    cw::CountingIdSource sameIds;
    const auto again = cw::readEncounterJson(cw::writeEncounterJson(*once), "fuzz.json", sameIds);
    if (!again || *again != *once) std::abort();
    for (const auto& imported : *once) {
        cw::Encounter header;
        if (!cw::readEncounterHeader(cw::writeEncounterHeader(imported.encounter), header)) std::abort();
        if (header.patient != imported.encounter.patient || header.claim != imported.encounter.claim) std::abort();
    }
    return 0;
}
