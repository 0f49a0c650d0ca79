#include "tests/claim/strict/strict.h"

#include "tests/claim/strict/rules.h"

namespace cw::strict {

namespace {

/// The repetition sign stands nowhere but in ISA11; the reader would take it for data, a receiver not.
void checkRepetition(const std::vector<Seg>& segments, const Signs& signs, Faults& faults)
{
    for (std::size_t i = 1; i < segments.size(); ++i)
        for (const auto part : segments[i].parts)
            if (part.find(signs.repetition) != std::string_view::npos)
                faults.push_back(segments[i].where() + ": the repetition sign in data");
}

}  // namespace

Faults strictFaults(std::string_view file)
{
    Faults faults;
    Signs signs;
    const auto segments = segmentsOf(file, signs, faults);
    if (segments.size() < 2) return faults.push_back("no group"), faults;
    Context context;
    context.institutional = segments[1].at(8).find("X223") != std::string_view::npos;
    checkRepetition(segments, signs, faults);
    for (const auto& set : checkEnvelope(segments, signs, context.institutional, faults)) {
        Loop root;
        buildTree(context.institutional ? institutionalGuide() : professionalGuide(), set, root, faults);
        checkHierarchy(root, context, faults);
        checkParties(root, context, faults);
        checkClaims(root, context, faults);
    }
    return faults;
}

}  // namespace cw::strict
