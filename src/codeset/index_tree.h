#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace cw {

/// A term of the Alphabetic Index, the external-cause index, the Neoplasm Table, the Table of Drugs or the PCS index.
struct IndexTerm {
    std::string title;         ///< "Abasia", without nonessential modifiers.
    std::string nonessential;  ///< "(-astasia) (hysterical)": words that do not change the code. Empty when none.
    std::int32_t parent = -1;  ///< Index of the term above in IndexTree::terms; -1 for main terms. Parents stand first.
    std::uint8_t level = 0;    ///< 0 for main terms.
    std::vector<std::string> codes;  ///< As written, with dot; may end in "-" (incomplete). Manifestation code second.
    /// "Maltreatment", "category M01": where the codes are. ICD-10-PCS: "use Peritoneal Cavity" names the value to take;
    /// its terms may lack a title and hold several references of the term above. Empty when none.
    std::string see;
    std::string seeAlso;
    /// Cells of the Neoplasm Table (6: malignant primary, secondary, in situ, benign, uncertain, unspecified) and the
    /// Table of Drugs (6: accidental, self-harm, assault, undetermined, adverse effect, underdosing), as written;
    /// "" or "--" where the table has none. Empty for the other indexes.
    std::vector<std::string> cells;
};

struct IndexTree {
    std::string title;                 ///< As the file titles itself.
    std::vector<std::string> columns;  ///< Headings of the cells.
    std::vector<IndexTerm> terms;
};

}  // namespace cw
