#include "claim/paper/sheet.h"

#include "base/text.h"
#include "claim/x12/characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>

namespace cw::paper {

namespace {

bool isPrintable(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Full: the last word that fits whole, when that is most of the box.
std::string cut(const std::string& text, std::size_t width)
{
    const auto blank = text.rfind(' ', width);
    const auto size = blank == std::string::npos || blank * 2 < width ? width : blank;
    return std::string(text::trim(text.substr(0, size)));
}

}  // namespace

std::string_view numberOf(std::string_view box) noexcept
{
    if (box.starts_with("Payer")) return "payer block";
    return box.substr(0, box.find(' ', box.starts_with("FL ") ? 3 : 0));
}

const Box& boxOf(const std::vector<Box>& boxes, std::string_view name)
{
    using Index = std::map<std::string_view, const Box*, std::less<>>;
    const auto indexed = [](const std::vector<Box>& all) {
        Index index;
        for (const auto& box : all) index.emplace(box.box, &box);
        return index;
    };
    static const Index of1500 = indexed(boxes1500());
    static const Index ofUb04 = indexed(boxesUb04());
    const auto& index = &boxes == &boxes1500() ? of1500 : ofUb04;
    const auto found = index.find(name);
    assert(found != index.end());
    return *found->second;
}

int lineAt(const Box& box, int row) noexcept
{
    return box.repeats > 1 ? (row - box.row) / box.rowsBetween : 0;
}

Sheet::Sheet(const std::vector<Box>& boxes, const Claim& claim, std::size_t index)
    : m_boxes(boxes), m_subject(claim.encounter->encounterId), m_index(index)
{}

void Sheet::startPage()
{
    m_pages.push_back({.claim = m_index, .number = static_cast<int>(m_pages.size()) + 1, .of = 1, .prints = {}});
}

void Sheet::code(std::string_view box, std::string_view value, int line)
{
    auto text = text::upperAscii(text::trim(value));
    const auto width = static_cast<std::size_t>(boxOf(m_boxes, box).width);
    if (!isPrintable(text)) return refuse("CLAIM-502", box, "a character that cannot be printed");
    if (text.size() > width)
        return refuse("CLAIM-501", box,
                      fmt::format("{} has {} characters, {} fit", boxOf(m_boxes, box).label, text.size(), width));
    print(box, std::move(text), line);
}

void Sheet::required(std::string_view box, std::string_view value, int line)
{
    if (text::trim(value).empty()) refuse("CLAIM-503", box, fmt::format("{} is missing", boxOf(m_boxes, box).label));
    code(box, value, line);
}

bool Sheet::takes(std::string_view box, std::string_view value)
{
    const auto text = text::trim(value);
    const auto& place = boxOf(m_boxes, box);
    if (text.empty()) return false;
    const bool isShort = text.size() <= static_cast<std::size_t>(place.width);
    if (!isPrintable(text))
        leftOut(box, place.label, "it has a character that cannot be printed");
    else if (!isShort)
        leftOut(box, place.label, fmt::format("it has {} characters, {} fit", text.size(), place.width));
    return isPrintable(text) && isShort;
}

void Sheet::codeIfFits(std::string_view box, std::string_view value, int line)
{
    if (takes(box, value)) code(box, value, line);
}

void Sheet::codeIfFits(std::string_view kindBox, std::string_view kind, std::string_view box, std::string_view value,
                       int line)
{
    if (!takes(box, value)) return;
    code(kindBox, kind, line);
    code(box, value, line);
}

std::string Sheet::printable(std::string_view box, std::string_view value, std::string_view dropped)
{
    std::vector<x12::Replacement> replaced;
    const auto sent = x12::toSendable(value, replaced);
    for (const auto& one : replaced)
        tell(box, fmt::format("{} replaced by {}", one.from, one.to == " " ? "blank" : one.to));
    std::string text;
    for (const char c : sent) {
        const bool isDropped = dropped.find(c) != std::string_view::npos;
        if (isDropped) tell(box, fmt::format("{} left out", c));
        const char kept = isDropped ? ' ' : c;
        if (dropped.empty() || kept != ' ' || (!text.empty() && text.back() != ' ')) text += kept;
    }
    return std::string(text::trim(text));
}

void Sheet::words(std::string_view box, std::string_view value, std::string_view dropped, int line)
{
    auto text = printable(box, value, dropped);
    const auto width = static_cast<std::size_t>(boxOf(m_boxes, box).width);
    if (text.size() > width) {
        tell(box, fmt::format("{} cut, as {} of its {} characters fit", boxOf(m_boxes, box).label, width, text.size()));
        text = cut(text, width);
    }
    print(box, std::move(text), line);
}

void Sheet::requiredWords(std::string_view box, std::string_view value, std::string_view dropped)
{
    if (text::trim(value).empty()) return required(box, value);
    words(box, value, dropped);
}

void Sheet::money(std::string_view box, Money amount, int line)
{
    if (amount < Money{}) return refuse("CLAIM-504", box, "the amount is negative");
    auto text = amount.decimal();
    std::replace(text.begin(), text.end(), '.', ' ');
    const auto width = static_cast<std::size_t>(boxOf(m_boxes, box).width);
    if (text.size() > width) return code(box, text, line);
    print(box, std::string(width - text.size(), ' ') + text, line);
}

void Sheet::refuse(std::string_view id, std::string_view box, std::string_view reason)
{
    if (!m_refusal) m_refusal = Error{ErrorKind::invalidInput, id, fmt::format("{}: {}", at(box), reason)};
}

void Sheet::leftOut(std::string_view box, std::string_view what, std::string_view why)
{
    tell(box, fmt::format("{} not printed, as {}", what, why));
}

void Sheet::finish(Pages& pages)
{
    if (m_refusal) return pages.refused.push_back({m_index, m_subject, *m_refusal});
    for (auto& page : m_pages) page.of = static_cast<int>(m_pages.size());
    std::move(m_pages.begin(), m_pages.end(), std::back_inserter(pages.pages));
    std::move(m_told.begin(), m_told.end(), std::back_inserter(pages.replacements));
}

void Sheet::print(std::string_view box, std::string text, int line)
{
    if (text.empty()) return;
    const auto& place = boxOf(m_boxes, box);
    assert(!m_pages.empty() && line < place.repeats);
    m_pages.back().prints.push_back({.box = place.box,
                                     .row = place.row + line * place.rowsBetween,
                                     .column = place.column,
                                     .width = place.width,
                                     .text = std::move(text)});
}

void Sheet::tell(std::string_view box, const std::string& what)
{
    auto sentence = at(box) + ": " + what;
    // The header stands on each page of a claim.
    if (std::find(m_told.begin(), m_told.end(), sentence) == m_told.end()) m_told.push_back(std::move(sentence));
}

std::string Sheet::at(std::string_view box) const
{
    const auto number = numberOf(box);
    const bool isPlain = number.starts_with("FL ") || number == "payer block";
    return fmt::format("{} {}{}", m_subject, isPlain ? "" : "box ", number);
}

}  // namespace cw::paper
