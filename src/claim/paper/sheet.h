#pragma once

#include "claim/paper/paper.h"

#include <optional>

namespace cw::paper {

/// Signs that a kind of text goes without on paper. What is dropped is told.
namespace drop {
inline constexpr std::string_view nothing;
inline constexpr std::string_view inNames = ".";
inline constexpr std::string_view inAddresses = ".,#";
}  // namespace drop

/// "1a" of "1a", "24D" of "24D MOD 1", "FL 43" of "FL 43 PAGE", "payer block".
std::string_view numberOf(std::string_view box) noexcept;
/// The box of this name; it must be in the table (asserted).
const Box& boxOf(const std::vector<Box>& boxes, std::string_view name);
/// Which line of a line box a row is, from 0.
int lineAt(const Box& box, int row) noexcept;

/// One claim being put on forms, page by page: prints values by the box table and keeps what cannot be printed.
class Sheet {
public:
    Sheet(const std::vector<Box>& boxes, const Claim& claim, std::size_t index);

    void startPage();
    /// A number or a code: upper case, never cut. Refuses the claim when it does not fit (CLAIM-501) or has a character that is
    /// not printed (CLAIM-502). Nothing is printed of an empty one.
    void code(std::string_view box, std::string_view value, int line = 0);
    /// The same for what a claim must have (CLAIM-503).
    void required(std::string_view box, std::string_view value, int line = 0);
    /// The same for a number that a claim can do without: left out and told when it does not fit or has such a character.
    void codeIfFits(std::string_view box, std::string_view value, int line = 0);
    /// With its kind beside it: both or neither.
    void codeIfFits(std::string_view kindBox, std::string_view kind, std::string_view box, std::string_view value,
                    int line = 0);
    /// Names and free text: made printable, without the `dropped` signs, and cut at the box; all of it told.
    void words(std::string_view box, std::string_view value, std::string_view dropped = drop::nothing, int line = 0);
    void requiredWords(std::string_view box, std::string_view value, std::string_view dropped);
    void mark(std::string_view box) { code(box, "X"); }
    /// Dollars and cents with a blank between, to the right of the box. Refuses negative ones (CLAIM-504).
    void money(std::string_view box, Money amount, int line = 0);

    /// The text as words() would print it, not cut.
    std::string printable(std::string_view box, std::string_view value, std::string_view dropped);
    void refuse(std::string_view id, std::string_view box, std::string_view reason);
    /// A value of the claim that paper has no place for.
    void leftOut(std::string_view box, std::string_view what, std::string_view why = "there is no place for it");
    bool isRefused() const noexcept { return m_refusal.has_value(); }
    /// Adds pages, or the refusal, and what was told.
    void finish(Pages& pages);

private:
    bool takes(std::string_view box, std::string_view value);
    void print(std::string_view box, std::string text, int line);
    void tell(std::string_view box, const std::string& what);
    std::string at(std::string_view box) const;

    const std::vector<Box>& m_boxes;
    std::string m_subject;
    std::size_t m_index;
    std::vector<Page> m_pages;
    std::vector<std::string> m_told;
    std::optional<Error> m_refusal;
};

}  // namespace cw::paper
