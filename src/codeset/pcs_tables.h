#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace cw {

/// A value that an axis of an ICD-10-PCS table may take.
struct PcsValue {
    char character = '0';
    std::string label;
};

/// A row of a table: every combination of its values for axes 4 to 7 is a valid code.
struct PcsRow {
    std::array<std::vector<PcsValue>, 4> axes;
};

/// A table of ICD-10-PCS: section, body system and operation, and the rows under them.
struct PcsTable {
    std::string prefix;                     ///< "0FT"
    std::array<std::string, 7> axisTitles;  ///< "Section", "Body System", "Operation", "Body Part" ...
    std::array<std::string, 3> labels;  ///< "Medical and Surgical", "Hepatobiliary System and Pancreas", "Resection"
    std::string definition;             ///< Of the operation; may be empty.
    std::vector<PcsRow> rows;
};

struct PcsTables {
    std::vector<PcsTable> tables;
};

/// All codes that the tables allow, sorted, each once.
std::vector<std::string> expandToCodes(const PcsTables& tables);

/// What a word of an axis means.
struct PcsDefinition {
    char section = '0';
    std::uint8_t axis = 3;  ///< 3 operation, 4 body part, 5 approach ...
    std::string axisTitle;
    std::string term;
    std::string definition;
    std::string explanation;
    std::string includes;
};

struct PcsDefinitions {
    std::vector<PcsDefinition> definitions;
};

}  // namespace cw
