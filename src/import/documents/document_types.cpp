#include "base/text.h"
#include "import/documents/readers.h"

#include <algorithm>
#include <array>

namespace cw {

namespace {

struct Entry {
    std::string_view text;
    DocumentType type;
};

// C-CDA R2.1, chapter 1, the codes of the document templates and those usual beside them (LOINC document ontology);
// two letters: HL7 v2.9, table 0270 (TXA-2).
constexpr std::array<Entry, 62> codes = {{
    {"11506-3", DocumentType::progressNote},
    {"34109-9", DocumentType::progressNote},
    {"34108-1", DocumentType::progressNote},
    {"34112-3", DocumentType::progressNote},
    {"34111-5", DocumentType::progressNote},
    {"34878-9", DocumentType::progressNote},
    {"28568-4", DocumentType::progressNote},
    {"11507-1", DocumentType::progressNote},
    {"11508-9", DocumentType::progressNote},
    {"11509-7", DocumentType::progressNote},
    {"28570-0", DocumentType::operativeReport},
    {"11505-5", DocumentType::operativeReport},
    {"11504-8", DocumentType::operativeReport},
    {"34117-2", DocumentType::historyAndPhysical},
    {"11492-6", DocumentType::historyAndPhysical},
    {"47039-3", DocumentType::historyAndPhysical},
    {"34763-3", DocumentType::historyAndPhysical},
    {"51848-0", DocumentType::historyAndPhysical},
    {"28636-9", DocumentType::historyAndPhysical},
    {"18842-5", DocumentType::dischargeSummary},
    {"11490-0", DocumentType::dischargeSummary},
    {"28655-9", DocumentType::dischargeSummary},
    {"34105-7", DocumentType::dischargeSummary},
    {"34106-5", DocumentType::dischargeSummary},
    {"18761-7", DocumentType::dischargeSummary},
    {"11502-2", DocumentType::labReport},
    {"26436-6", DocumentType::labReport},
    {"18719-5", DocumentType::labReport},
    {"18723-7", DocumentType::labReport},
    {"18725-2", DocumentType::labReport},
    {"30954-2", DocumentType::labReport},
    {"18748-4", DocumentType::imagingReport},
    {"18726-0", DocumentType::imagingReport},
    {"36643-5", DocumentType::imagingReport},
    {"30746-2", DocumentType::imagingReport},
    {"57833-6", DocumentType::prescription},
    {"56445-0", DocumentType::prescription},
    {"10160-0", DocumentType::prescription},
    {"29549-3", DocumentType::prescription},
    {"11526-1", DocumentType::pathologyReport},
    {"11529-5", DocumentType::pathologyReport},
    {"22034-3", DocumentType::pathologyReport},
    {"60567-5", DocumentType::pathologyReport},
    {"60568-3", DocumentType::pathologyReport},
    {"11488-4", DocumentType::consultNote},
    {"51845-6", DocumentType::consultNote},
    {"34104-0", DocumentType::consultNote},
    {"57133-1", DocumentType::consultNote},
    {"AR", DocumentType::pathologyReport},
    {"CD", DocumentType::imagingReport},
    {"CN", DocumentType::consultNote},
    {"DI", DocumentType::imagingReport},
    {"DS", DocumentType::dischargeSummary},
    {"ED", DocumentType::progressNote},
    {"HP", DocumentType::historyAndPhysical},
    {"OP", DocumentType::operativeReport},
    {"PC", DocumentType::consultNote},
    {"PH", DocumentType::historyAndPhysical},
    {"PN", DocumentType::operativeReport},
    {"PR", DocumentType::progressNote},
    {"SP", DocumentType::pathologyReport},
    {"TS", DocumentType::dischargeSummary},
}};

// Beginnings of words of a title, most telling first: "surgical pathology" is pathology, "operative note" operative.
constexpr std::array<Entry, 42> beginnings = {{
    {"patholog", DocumentType::pathologyReport},
    {"cytolog", DocumentType::pathologyReport},
    {"histolog", DocumentType::pathologyReport},
    {"biopsy", DocumentType::pathologyReport},
    {"autopsy", DocumentType::pathologyReport},
    {"discharge", DocumentType::dischargeSummary},
    {"transfer", DocumentType::dischargeSummary},
    {"h&p", DocumentType::historyAndPhysical},
    {"history & physical", DocumentType::historyAndPhysical},
    {"history and physical", DocumentType::historyAndPhysical},
    {"admission", DocumentType::historyAndPhysical},
    {"consult", DocumentType::consultNote},
    {"referral", DocumentType::consultNote},
    {"operati", DocumentType::operativeReport},
    {"procedure", DocumentType::operativeReport},
    {"surgical", DocumentType::operativeReport},
    {"surgery", DocumentType::operativeReport},
    {"imaging", DocumentType::imagingReport},
    {"radiolog", DocumentType::imagingReport},
    {"xray", DocumentType::imagingReport},
    {"x-ray", DocumentType::imagingReport},
    {"ultraso", DocumentType::imagingReport},
    {"mammo", DocumentType::imagingReport},
    {"echocardiogra", DocumentType::imagingReport},
    {"tomogra", DocumentType::imagingReport},
    {"mri ", DocumentType::imagingReport},
    {"ct ", DocumentType::imagingReport},
    {"labs ", DocumentType::labReport},
    {"lab ", DocumentType::labReport},
    {"labresult", DocumentType::labReport},
    {"labreport", DocumentType::labReport},
    {"laborator", DocumentType::labReport},
    {"microbiolog", DocumentType::labReport},
    {"hematolog", DocumentType::labReport},
    {"prescription", DocumentType::prescription},
    {"medication", DocumentType::prescription},
    {"progress", DocumentType::progressNote},
    {"visit", DocumentType::progressNote},
    {"soap ", DocumentType::progressNote},
    {"encounter", DocumentType::progressNote},
    {"emergency", DocumentType::progressNote},
    {"note", DocumentType::progressNote},
}};

/// Lower case, words parted and ended by single spaces; '&' and '-' stay.
std::string wordsOf(std::string_view title)
{
    std::string out = " ";
    for (const char c : text::lowerAscii(title)) {
        const bool isWord = (c >= 'a' && c <= 'z') || c == '&' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
        if (isWord || out.back() != ' ') out += isWord ? c : ' ';
    }
    if (out.back() != ' ') out += ' ';
    return out;
}

}  // namespace

DocumentType documentTypeOf(std::string_view loinc, std::string_view title)
{
    const auto code = text::upperAscii(text::trim(loinc));
    const auto known =
        std::find_if(codes.begin(), codes.end(), [&code](const Entry& entry) { return entry.text == code; });
    if (known != codes.end()) return known->type;
    const auto words = wordsOf(title);
    for (const auto& [beginning, type] : beginnings)
        if (words.find(" " + std::string(beginning)) != std::string::npos) return type;
    return DocumentType::other;
}

}  // namespace cw
