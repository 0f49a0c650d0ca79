#include "chart/fold_characters.h"

#include <algorithm>
#include <array>

namespace cw::fold {

namespace {

// What stands for the characters of a block when case and accents do not matter; '.' where a character stays as it is.
// Taken from Unicode's NFKD and case folding.
constexpr std::u16string_view latin = u"..........a.......23.μ...1o.....aaaaaa.ceeeeiiiidnooooo.ouuuuy.."
                                      u"aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggg"
                                      u"gggghhhhiiiiiiiiii..jjkkkllllll..llnnnnnn.nnoooooo..rrrrrrssssss"
                                      u"ssttttttuuuuuuuuuuuuwwyyyzzzzzzs.ɓƃ.ƅ.ɔƈ.ɖɗƌ..ǝəɛƒ.ɠɣ.ɩɨƙ...ɯɲ.ɵ"
                                      u"ooƣ.ƥ.ʀƨ.ʃ..ƭ.ʈuuʊʋƴ.ƶ.ʒƹ...ƽ................aaiioouuuuuuuuuu.aa"
                                      u"aa..ǥ.ggkkooooʒʒj...ggƕƿnnaa..ooaaaaeeeeiiiioooorrrruuuussttȝ.hh"
                                      u"ƞ.ȣ.ȥ.aaeeooooooooyy......ⱥȼ.ƚⱦ..ɂ.ƀʉʌɇ.ɉ.ɋ.ɍ.ɏ.";

constexpr std::u16string_view greek = u"ͱ.ͳ.ʹ.ͷ.......;ϳ......α·εηι.ο.υωιαβγδεζηθικλμνξοπρ.στυφχψωιυαεηι"
                                      u"υ.................σ.......ιυουωϗβθυυυφπ.ϙ.ϛ.ϝ.ϟ.ϡ.ϣ.ϥ.ϧ.ϩ.ϫ.ϭ.ϯ."
                                      u"κρσ.θε.ϸ.σϻ..ͻͼͽ";

constexpr std::u16string_view cyrillic = u"ееђгєѕііјљњћкиуџабвгдежзииклмнопрстуфхцчшщъыьэюя.........и......"
                                         u"................ее.г...і....киу.";

constexpr std::u16string_view latinAdditional = u"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
                                                u"mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
                                                u"wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
                                                u"eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyỻ.ỽ.ỿ.";

struct Block {
    char32_t first;
    std::u16string_view folded;
};
constexpr std::array<Block, 4> blocks = {
    {{0x00A0, latin}, {0x0370, greek}, {0x0400, cyrillic}, {0x1E00, latinAdditional}}};

struct Spelled {
    char32_t from;
    std::string_view to;
};
constexpr Spelled spelled[] = {
    {0x00BC, "1/4"}, {0x00BD, "1/2"}, {0x00BE, "3/4"}, {0x00C6, "ae"},  {0x00DE, "th"}, {0x00DF, "ss"},  {0x00E6, "ae"},
    {0x00FE, "th"},  {0x0132, "ij"},  {0x0133, "ij"},  {0x013F, "l"},   {0x0140, "l"},  {0x0149, "'n"},  {0x0152, "oe"},
    {0x0153, "oe"},  {0x01C4, "dz"},  {0x01C5, "dz"},  {0x01C6, "dz"},  {0x01C7, "lj"}, {0x01C8, "lj"},  {0x01C9, "lj"},
    {0x01CA, "nj"},  {0x01CB, "nj"},  {0x01CC, "nj"},  {0x01E2, "ae"},  {0x01E3, "ae"}, {0x01F1, "dz"},  {0x01F2, "dz"},
    {0x01F3, "dz"},  {0x01FC, "ae"},  {0x01FD, "ae"},  {0x1E9A, "a"},   {0x1E9E, "ss"}, {0x2026, "..."}, {0xFB00, "ff"},
    {0xFB01, "fi"},  {0xFB02, "fl"},  {0xFB03, "ffi"}, {0xFB04, "ffl"}, {0xFB05, "st"}, {0xFB06, "st"},
};

char32_t punctuation(char32_t c) noexcept
{
    if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B || c == 0x2032 || c == 0x00B4) return U'\'';
    if (c == 0x201C || c == 0x201D || c == 0x201E || c == 0x201F || c == 0x2033) return U'"';
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2043) return U'-';
    if (c == 0x2044 || c == 0x2215) return U'/';
    if (c >= 0x2080 && c <= 0x2089) return U'0' + (c - 0x2080);
    if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return U'0' + (c - 0x2070);
    if (c >= 0xFF01 && c <= 0xFF5E) return simple(c - 0xFEE0);
    return c;
}

}  // namespace

char32_t simple(char32_t c) noexcept
{
    if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
    for (const auto& block : blocks) {
        if (c < block.first || c >= block.first + block.folded.size()) continue;
        const auto folded = block.folded[c - block.first];
        if (folded != u'.') return folded;
    }
    return punctuation(c);
}

std::string_view spelledOut(char32_t c) noexcept
{
    const auto* found = std::lower_bound(std::begin(spelled), std::end(spelled), c,
                                         [](const Spelled& entry, char32_t wanted) { return entry.from < wanted; });
    return found != std::end(spelled) && found->from == c ? found->to : std::string_view();
}

bool isSpace(char32_t c) noexcept
{
    return c == U' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool isLineEnd(char32_t c) noexcept
{
    return (c >= 10 && c <= 13) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isDropped(char32_t c) noexcept
{
    return (c >= 0x0300 && c <= 0x036F) || c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF ||
           (c >= 0xFE00 && c <= 0xFE0F);
}

bool isLetter(char32_t c) noexcept
{
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7 || c == 0xFFFD || isSpace(c) || isDropped(c)) return false;
    // General punctuation to geometric shapes and arrows, CJK punctuation, private use.
    return !(c >= 0x2010 && c <= 0x2BFF) && !(c >= 0x3001 && c <= 0x3020) && !(c >= 0xE000 && c <= 0xF8FF);
}

bool isDigit(char32_t c) noexcept
{
    return c >= U'0' && c <= U'9';
}

}  // namespace cw::fold
