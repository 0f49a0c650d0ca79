#include "app/code_lookup.h"

#include "base/text.h"

#include <array>

namespace cw::app {

Result<CodeDetails> CodeLookup::details(std::string_view code, std::optional<CodeSystem> system,
                                        std::optional<Date> on) const
{
    std::string compact = text::upperAscii(text::trim(code));
    std::erase(compact, '.');
    constexpr std::array all = {CodeSystem::icd10cm, CodeSystem::cpt, CodeSystem::hcpcs, CodeSystem::icd10pcs};
    for (const auto candidate : all) {
        if (system && *system != candidate) continue;
        CW_TRY(auto entry, m_library.find(candidate, compact, on));
        if (!entry) continue;
        CodeDetails details;
        CW_TRY(details.ancestors, m_library.ancestors(candidate, compact, on));
        CW_TRY(details.children, m_library.children(candidate, compact, on));
        details.isRelease = entry->kind != ReleaseKind::starter;
        details.entry = std::move(*entry);
        return details;
    }
    CW_TRY(auto modifier, m_library.modifier(compact, on));
    if (modifier && (!system || *system == modifier->system)) return CodeDetails{std::move(*modifier), {}, {}, false};
    return Error{ErrorKind::notFound, "APP-020", "no installed table has the code " + compact};
}

}  // namespace cw::app
