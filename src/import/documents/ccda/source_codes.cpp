#include "import/documents/ccda/source_codes.h"

#include "base/text.h"
#include "chart/rendition_text.h"
#include "import/documents/ccda/values.h"

#include <algorithm>

namespace cw::ccda {

namespace {

/// Longer than this a stretch of several blocks proves nothing.
constexpr std::int64_t placeLimit = 400;

/// Bytes looked through for all codes together: no real document comes near; places are left out after it.
constexpr std::int64_t searchLimit = std::int64_t{1} << 30U;

/// HL7's own vocabularies (classes, roles, act codes, value sets) say how the statement is built.
bool isStructure(std::string_view system)
{
    return system.starts_with("2.16.840.1.113883.5.") || system.starts_with("2.16.840.1.113883.1.11.") ||
           system.starts_with("2.16.840.1.113883.12.");
}

/// ICD codes are diagnoses and CPT, HCPCS and ICD procedure codes procedures wherever they stand.
std::optional<SourceCodeKind> kindOf(std::string_view system, std::string_view code)
{
    // Two digits before the point: volume 3 of ICD-9-CM, which many senders give the OID of the diagnoses.
    if (system == "icd9cm" && code.size() > 2 && code[2] == '.' && text::isDigits(code.substr(0, 2)))
        return SourceCodeKind::procedure;
    if (system == "icd10cm" || system == "icd9cm") return SourceCodeKind::diagnosis;
    if (system == "icd10pcs" || system == "icd9pcs" || system == "cpt" || system == "hcpcs")
        return SourceCodeKind::procedure;
    return std::nullopt;
}

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

/// "essential hypertension (disorder)" without what SNOMED puts in brackets.
std::string_view withoutTag(std::string_view words)
{
    const auto open = words.ends_with(')') ? words.rfind(" (") : std::string_view::npos;
    return open == std::string_view::npos ? words : words.substr(0, open);
}

void addWords(std::vector<std::string>& words, std::string_view text)
{
    auto folded = text::lowerAscii(foldedText(text));
    auto untagged = std::string(withoutTag(folded));
    if (folded.size() >= 2 && std::find(words.begin(), words.end(), folded) == words.end())
        words.push_back(std::move(folded));
    if (untagged.size() >= 2 && std::find(words.begin(), words.end(), untagged) == words.end())
        words.push_back(std::move(untagged));
}

}  // namespace

CodeCollector::CodeCollector(const std::string& text, const NarrativeIndex& index)
    : m_text(text), m_lower(text::lowerAscii(text)), m_index(index)
{}

void CodeCollector::collect(pugi::xml_node entry, Topic topic, TextRange section)
{
    forEachStatement(entry, topic, [&](const Statement& statement) { collect(statement, section); });
}

void CodeCollector::collect(const Statement& statement, TextRange section)
{
    for (const auto& coding : statement.codings) add(statement, coding, section);
}

CodeCollector::Wording CodeCollector::wordingOf(const Statement& statement, pugi::xml_node code,
                                                TextRange section) const
{
    Wording wording;
    refer(code.child("originalText"), section, wording);
    const bool hasOwnPlace = !wording.places.empty();
    refer(statement.node.child("text"), section, wording);
    const auto original = wordsOf(code.child("originalText"));
    wording.display = attribute(code, "displayName");
    addWords(wording.words, wording.display);
    addWords(wording.words, original);
    if (wording.display.empty()) wording.display = original;
    if (wording.display.empty() && hasOwnPlace) {
        const auto place = wording.places.front();
        const auto size = place.end - place.begin;
        if (size <= placeLimit)
            wording.display = m_text.substr(static_cast<std::size_t>(place.begin), static_cast<std::size_t>(size));
    }
    for (const auto translation : code.children("translation"))
        if (wording.display.empty()) wording.display = attribute(translation, "displayName");
    return wording;
}

void CodeCollector::add(const Statement& statement, const Coding& coding, TextRange section)
{
    if (!coding.code.attribute("code") && !coding.code.child("translation")) return;
    const auto common = wordingOf(statement, coding.code, section);
    const auto addIfKnown = [&](pugi::xml_node code, const Wording& wording) {
        const auto system = systemOf(code);
        if (attribute(code, "code").empty() || code.attribute("nullFlavor") || system.empty() || isStructure(system))
            return;
        const auto known = kindOf(system, attribute(code, "code"));
        if (!known && !coding.kind) return;
        addOne(statement, code,
               statement.isFamily ? SourceCodeKind::other
               : known            ? *known
                                  : *coding.kind,
               wording, section);
    };
    addIfKnown(coding.code, common);
    for (const auto translation : coding.code.children("translation")) {
        Wording wording;
        refer(translation.child("originalText"), section, wording);
        wording.places.insert(wording.places.end(), common.places.begin(), common.places.end());
        addWords(wording.words, attribute(translation, "displayName"));
        for (const auto& words : common.words) addWords(wording.words, words);
        wording.display = attribute(translation, "displayName");
        if (wording.display.empty()) wording.display = common.display;
        addIfKnown(translation, wording);
    }
}

void CodeCollector::addOne(const Statement& statement, pugi::xml_node code, SourceCodeKind kind, const Wording& wording,
                           TextRange section)
{
    SourceCode found;
    found.kind = kind;
    found.system = systemOf(code);
    found.code = foldedText(attribute(code, "code"));
    found.display = foldedText(wording.display);
    found.status = statement.status;
    if (statement.isFamily) found.status = statement.isNegated ? "family history, negated" : "family history";
    found.isNegated = statement.isNegated;
    found.date = statement.date;
    found.span = locate(wording, section);
    const auto key = found.system + "|" + found.code + "|" + found.status + "|" +
                     (found.date ? found.date->iso() : "") + "|" + std::to_string(found.span.begin) + "|" +
                     found.display + "|" + std::to_string(static_cast<int>(kind));
    if (m_seen.insert(key).second) m_codes.push_back(std::move(found));
}

void CodeCollector::refer(pugi::xml_node owner, TextRange section, Wording& wording) const
{
    auto reference = attribute(owner.child("reference"), "value");
    // An address of something else is in no index: nothing is followed.
    if (reference.starts_with('#')) reference.remove_prefix(1);
    if (const auto range = m_index.find(reference, section); !range.isEmpty()) wording.places.push_back(range);
}

TextRange CodeCollector::locate(const Wording& wording, TextRange section)
{
    for (const auto place : wording.places) {
        for (const auto& words : wording.words)
            if (const auto found = search(words, place); !found.isEmpty()) return found;
        const auto size = place.end - place.begin;
        const auto text =
            std::string_view(m_lower).substr(static_cast<std::size_t>(place.begin), static_cast<std::size_t>(size));
        if (size <= placeLimit || text.find('\n') == std::string_view::npos) return place;
    }
    for (const auto& words : wording.words)
        if (const auto found = search(words, section); !found.isEmpty()) return found;
    return {};
}

TextRange CodeCollector::search(const std::string& words, TextRange within)
{
    if (within.isEmpty() || m_searched > searchLimit) return {};
    m_searched += within.end - within.begin;
    const auto text = std::string_view(m_lower).substr(0, static_cast<std::size_t>(within.end));
    for (auto at = text.find(words, static_cast<std::size_t>(within.begin)); at != std::string_view::npos;
         at = text.find(words, at + 1)) {
        const auto after = at + words.size();
        const bool isWhole = (at == 0 || !isWordByte(text[at - 1]) || !isWordByte(text[at])) &&
                             (after == m_lower.size() || !isWordByte(m_lower[after]) || !isWordByte(words.back()));
        if (isWhole) return {static_cast<std::int64_t>(at), static_cast<std::int64_t>(after)};
    }
    return {};
}

}  // namespace cw::ccda
