#pragma once

#include "import/documents/hl7/visit.h"

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace cw::hl7 {

/// CE, CNE, CWE (HL7 v2.5.1 sections 2.A.3, 2.A.13): the first coding, else the alternate one.
struct Coded {
    std::string code;
    std::string text;    ///< As sent; empty when only a code is told.
    std::string system;  ///< Name of table 0396 as sent.
    bool isEmpty() const noexcept { return code.empty() && text.empty(); }
    /// The text, else the code.
    const std::string& words() const noexcept { return text.empty() ? code : text; }
};
Coded readCoded(const Field& ce);

/// The system as SourceCode names it. "I10" and "I9" say no more than the edition: what stands in a diagnosis is -CM, in
/// a procedure -PCS.
std::string codeSystem(const std::string& table0396, SourceCodeKind kind);
/// A diagnosis or procedure sent without a system has the one that its shape leaves no doubt of ("626.2" is ICD-9-CM, also
/// where a procedure should stand).
SourceCode sourceCode(const Coded& coded, SourceCodeKind kind);

/// Codes in the order they came in, each once.
class CodeList {
public:
    /// Leaves out what has no code, and what is there already but for its place in the text.
    void add(SourceCode code);
    std::vector<SourceCode> take() && { return std::move(m_codes); }

private:
    std::vector<SourceCode> m_codes;
    std::unordered_set<std::string> m_known;
};

/// DG1 and PR1 (sections 6.5.2, 6.5.4), as sent.
std::vector<SourceCode> readCodes(const Segments& segments);
void readCodes(const Segments& segments, CodeList& codes);

/// FT1 (section 6.5.1): charges only, credits and payments are noted and passed over. Their diagnoses, procedures and
/// drugs go to `codes` too, providers to the visit when it names none.
std::vector<IncomingCharge> readCharges(const Segments& segments, Incoming& item, CodeList& codes,
                                        std::vector<std::string>& notes);

}  // namespace cw::hl7
