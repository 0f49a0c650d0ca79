#include "search/knowledge_files.h"

#include "base/file.h"
#include "base/text.h"
#include "codeset/codes.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cw::search {

namespace {

/// Where each column stands; -1 when the file has none.
struct Layout {
    std::string_view file;
    std::string_view header;
    PhraseKind kind;
    int term, sense, words, codes, rank;
};
constexpr std::array<Layout, 5> layouts = {{
    {"abbreviations.tsv", "abbreviation\tsense\twords\tcodes\trank", PhraseKind::abbreviation, 0, 1, 2, 3, 4},
    {"lay.tsv", "term\twords\tcodes", PhraseKind::lay, 0, -1, 1, 2, -1},
    {"terms.tsv", "term\twords\tcodes", PhraseKind::clinical, 0, -1, 1, 2, -1},
    {"drugs.tsv", "name\tgeneric\twords\tcodes", PhraseKind::drug, 0, 1, 2, 3, -1},
    {"procedures.tsv", "term\twords\tcodes", PhraseKind::procedure, 0, -1, 1, 2, -1},
}};
constexpr std::string_view wordsFile = "words.tsv";
constexpr std::string_view wordsHeader = "word\tsame_as\tkind";

std::vector<std::string_view> fieldsOf(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (;;) {
        const auto tab = line.find('\t');
        fields.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return fields;
        line.remove_prefix(tab + 1);
    }
}

Error fault(std::string_view file, std::size_t line, const std::string& reason)
{
    return {ErrorKind::invalidInput, "SEARCH-002",
            std::string(file) + ": line " + std::to_string(line) + ": " + reason};
}

Result<CodeReference> parseReference(std::string_view text)
{
    constexpr std::string_view pcsTag = "pcs:";
    if (text.starts_with(pcsTag) && text.size() > pcsTag.size() && text.size() <= pcsTag.size() + 7)
        return CodeReference{CodeSystem::icd10pcs, text::upperAscii(text.substr(pcsTag.size()))};
    const bool hasDot = text.find('.') != std::string_view::npos;
    if (hasDot || text.size() == 3) {
        if (const auto code = Icd10CmCode::parse(text))
            return CodeReference{CodeSystem::icd10cm, std::string(code->compact())};
    } else if (const auto code = ProcedureCode::parseLevel1or2(text)) {
        return CodeReference{code->system(), std::string(code->text())};
    }
    return Error{ErrorKind::invalidInput, "SEARCH-001", "not a code: " + std::string(text)};
}

Result<SourceTerm> termOf(const Layout& layout, const std::vector<std::string_view>& fields)
{
    SourceTerm term;
    term.kind = layout.kind;
    const auto at = [&](int column) {
        return column < 0 ? std::string_view{} : fields[static_cast<std::size_t>(column)];
    };
    term.term = at(layout.term);
    term.sense = at(layout.sense);
    term.words = at(layout.words);
    if (term.term.empty()) return Error{ErrorKind::invalidInput, "SEARCH-003", "the term is empty"};
    if (layout.kind == PhraseKind::abbreviation && term.words.empty()) term.words = term.sense;
    if (layout.rank >= 0) {
        const auto rank = at(layout.rank);
        const auto [end, problem] = std::from_chars(rank.data(), rank.data() + rank.size(), term.rank);
        if (problem != std::errc{} || end != rank.data() + rank.size() || term.rank < 1)
            return Error{ErrorKind::invalidInput, "SEARCH-004", "the rank is no number from 1 on"};
    }
    CW_TRY(term.codes, parseReferences(at(layout.codes)));
    if (term.codes.empty() && term.words.empty())
        return Error{ErrorKind::invalidInput, "SEARCH-005", "neither words nor codes"};
    return term;
}

}  // namespace

Result<std::vector<CodeReference>> parseReferences(std::string_view text)
{
    std::vector<CodeReference> codes;
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto part = text::trim(text.substr(0, comma));
        if (!part.empty()) {
            CW_TRY(auto code, parseReference(part));
            codes.push_back(std::move(code));
        }
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    return codes;
}

Status parseKnowledge(std::string_view text, std::string_view name, Knowledge& knowledge)
{
    const auto layout =
        std::find_if(layouts.begin(), layouts.end(), [&](const Layout& known) { return known.file == name; });
    const bool isWords = name == wordsFile;
    if (layout == layouts.end() && !isWords)
        return Error{ErrorKind::invalidInput, "SEARCH-006", std::string(name) + ": not a file of search terms"};
    const auto header = isWords ? wordsHeader : layout->header;
    const auto columns = static_cast<std::size_t>(std::count(header.begin(), header.end(), '\t')) + 1;
    std::size_t number = 0;
    for (auto line : text::lines(text)) {
        ++number;
        if (number == 1) {
            if (line != header) return fault(name, number, "the header must be " + std::string(header));
            continue;
        }
        if (line.empty()) continue;
        const auto fields = fieldsOf(line);
        if (fields.size() != columns)
            return fault(name, number,
                         std::to_string(columns) + " columns expected, " + std::to_string(fields.size()) + " found");
        if (isWords) {
            if (fields[0].empty() || fields[1].empty()) return fault(name, number, "a word is missing");
            knowledge.variants.push_back({std::string(fields[0]), std::string(fields[1])});
            continue;
        }
        auto term = termOf(*layout, fields);
        if (!term) return fault(name, number, term.error().detail);
        knowledge.terms.push_back(std::move(*term));
    }
    return {};
}

Result<Knowledge> readKnowledge(const std::filesystem::path& folder)
{
    Knowledge knowledge;
    const auto add = [&](std::string_view name) -> Status {
        const auto path = folder / name;
        std::error_code ignored;
        if (!std::filesystem::exists(path, ignored)) return {};
        CW_TRY(const auto text, readFile(path));
        return parseKnowledge(text, name, knowledge);
    };
    for (const auto& layout : layouts) CW_CHECK(add(layout.file));
    CW_CHECK(add(wordsFile));
    return knowledge;
}

}  // namespace cw::search
