#include "edits/rules/sequence/gl_sequence.h"

#include <fmt/format.h>

#include <algorithm>

namespace cw::edits {

namespace {

enum class Hand { unknown, right, left, both };

/// What the words of proof say of side and hand; `isClear` when they name one side only.
struct ToldSide {
    bool right = false;
    bool left = false;
    Hand hand = Hand::unknown;

    bool isClear() const noexcept { return right != left; }
    bool isDominant() const noexcept
    {
        if (hand == Hand::both) return true;
        if (hand == Hand::unknown) return right;
        return right == (hand == Hand::right);
    }
};

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char c : text) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        if (lower >= 'a' && lower <= 'z')
            words.back() += lower;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// "right handed", "right hand dominant", "right dominant" (but not "right dominant side") name the hand.
bool namesHand(const std::vector<std::string>& words, std::size_t at)
{
    const auto word = [&words](std::size_t i) {
        return i < words.size() ? std::string_view(words[i]) : std::string_view();
    };
    const auto next = word(at + 1);
    const auto third = word(at + 2);
    if (next == "handed" || next == "handedness" || next == "hander") return true;
    if (next == "hand") return third == "dominant" || third == "dominance";
    return next == "dominant" && third != "side";
}

void readWords(std::string_view text, ToldSide& told)
{
    const auto words = wordsOf(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "ambidextrous") told.hand = Hand::both;
        if (words[i] != "right" && words[i] != "left") continue;
        const bool isRight = words[i] == "right";
        if (namesHand(words, i))
            told.hand = isRight ? Hand::right : Hand::left;
        else
            (isRight ? told.right : told.left) = true;
    }
}

ToldSide toldSide(const RuleRun& run, const Diagnosis& diagnosis)
{
    ToldSide told;
    for (const auto& evidence : diagnosis.evidence) {
        const auto facts = run.facts().evidence.find(evidence.id);
        const bool isRead = facts != run.facts().evidence.end() && !facts->second.sentence.empty();
        readWords(isRead ? facts->second.sentence : evidence.quote, told);
    }
    return told;
}

const CodeEntry* codeOfSide(const RuleRun& run, const DiagnosisView& one, const ToldSide& told)
{
    const auto beside = run.facts().siblings.find(one.code);
    if (beside == run.facts().siblings.end() || !beside->second) return nullptr;
    const std::string words =
        fmt::format("affecting {} {}dominant side", told.right ? "right" : "left", told.isDominant() ? "" : "non-");
    const auto& all = *beside->second;
    const auto found = std::find_if(all.begin(), all.end(), [&words](const CodeEntry& entry) {
        return entry.billable && entry.longTitle.find(words) != std::string::npos;
    });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

/// GL-36: a paralysis of "unspecified side". W when the words of proof name one side: then the code of that side is known,
/// dominant for the right and for ambidextrous patients, else non-dominant, unless the words name the hand. N without.
void checkDominance(RuleRun& run)
{
    static const auto paralyses = CodePatterns::of("G81.-, G83.1-, G83.2-, G83.3-, I69.?3, I69.?4, I69.?5");
    for (const auto& one : run.view().diagnoses) {
        if (one.code[0] != 'G' && one.code[0] != 'I') continue;
        if (!paralyses.matches(one.code) || one.title().find("affecting unspecified side") == std::string_view::npos)
            continue;
        const auto told = toldSide(run, *one.row);
        const auto* code = told.isClear() ? codeOfSide(run, one, told) : nullptr;
        auto finding = findingAt(one, code ? Severity::warning : Severity::note);
        finding.source = one.isUnder("I69") ? "ICD-10-CM Official Guidelines FY2026, I.C.9.d.1"
                                            : "ICD-10-CM Official Guidelines FY2026, I.C.6.a";
        if (code) {
            const auto dotted = code->displayCode();
            finding.message = fmt::format("{} names no side, but its proof names the {} side, which is {} here.",
                                          one.dotted(), told.right ? "right" : "left", dotted);
            finding.fix = fmt::format("Replace {} by {}.", one.dotted(), dotted);
            finding.basis =
                fmt::format("{} {}", told.right ? "right" : "left", told.isDominant() ? "dominant" : "non-dominant");
            finding.remedies = {replaceBy(one, dotted)};
        } else {
            finding.message = fmt::format("{} names neither side nor dominance.", one.dotted());
            finding.fix =
                "If a side is documented: right counts as dominant, left as non-dominant, ambidextrous as dominant.";
        }
        run.report(std::move(finding));
    }
}

}  // namespace cw::edits
