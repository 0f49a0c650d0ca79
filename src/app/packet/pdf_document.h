#pragma once

#include "app/packet/pdf_font.h"

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace cw::app::packet {

enum class Face { regular, bold, mono };

struct Colour {
    float red = 0;
    float green = 0;
    float blue = 0;
};

struct Style {
    Face face = Face::regular;
    float size = 9;
    Colour colour;
};

/// Letter pages with embedded fonts, in points from the upper left corner. The text can be searched and copied: each
/// character is in the file as Unicode.
class PdfDocument {
public:
    static constexpr float width = 612;
    static constexpr float height = 792;

    /// Fails with io (APP-200 to APP-203) when a font is missing or cannot be loaded.
    static Result<std::unique_ptr<PdfDocument>> create(const std::string& title);
    ~PdfDocument();
    PdfDocument(const PdfDocument&) = delete;
    PdfDocument& operator=(const PdfDocument&) = delete;

    void addPage();
    int pages() const noexcept;
    /// Later drawing goes to this page, from 0.
    void toPage(int page);
    /// What can be drawn of the text: a character without a glyph, or one that controls something, becomes "[U+4E2D]";
    /// a tab a space; bytes that are no UTF-8 U+FFFD.
    std::string drawable(Face face, std::string_view utf8) const;
    float widthOf(const Style& style, const std::string& drawable) const;
    void text(float left, float baseline, const Style& style, const std::string& drawable);
    void rule(float left, float right, float y, Colour colour);
    void fill(float left, float top, float boxWidth, float boxHeight, Colour colour);
    /// An entry in the reader's side bar that leads to a page, from 0. ASCII.
    void outline(const std::string& label, int page);
    /// Fails with io (APP-204) when anything before has gone wrong.
    Result<std::string> bytes();

private:
    struct Handles;
    explicit PdfDocument(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> m_handles;
    std::array<FontCoverage, 3> m_coverage;
};

}  // namespace cw::app::packet
