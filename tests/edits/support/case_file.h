#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace cw::test {

/// A case file says something that cannot be read: "gl.case:12: unknown key "dxx"".
struct CaseError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// One `key: value` of a case.
struct CaseKey {
    std::string name;
    std::string value;
    std::string place;  ///< "gl.case:12", for messages.
};

/// One encounter of a .case file with what is expected of it, not yet understood (README.md in tests/cases/edits).
struct CaseText {
    std::string title;
    std::string place;
    std::vector<CaseKey> keys;
};

/// All files under tests/cases/edits, sorted; only those whose path contains CW_CASES when that is set.
std::vector<std::filesystem::path> caseFiles();
/// Throws CaseError for a line without a key, and a key before the first `case:`.
std::vector<CaseText> readCases(const std::filesystem::path& file);

/// Parts of a value parted by `;`, trimmed, empty ones left out.
std::vector<std::string> partsOf(std::string_view value);
/// Words parted by blanks; `"two words"` and `note="two words"` are one, without the quotes.
std::vector<std::string> wordsOf(std::string_view text);

/// "poa=Y" as name and value; the name is empty for a word without `=`.
struct Setter {
    std::string name;
    std::string value;
};
Setter setterOf(std::string_view word);

[[noreturn]] void refuse(const CaseKey& key, std::string_view reason);

}  // namespace cw::test
