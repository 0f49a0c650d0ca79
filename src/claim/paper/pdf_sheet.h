#pragma once

#include "base/result.h"

#include <memory>
#include <string>

namespace cw::paper {

/// Faces that every PDF reader has, so that nothing needs to be embedded; text is ASCII.
enum class Face { courier, helvetica, helveticaBold };

struct Ink {
    double red = 0;
    double green = 0;
    double blue = 0;
};

/// A PDF of Letter pages being drawn, in points from the upper left corner.
class PdfSheet {
public:
    static constexpr double width = 612;
    static constexpr double height = 792;

    /// Fails with io (CLAIM-526).
    static Result<std::unique_ptr<PdfSheet>> create(const std::string& title);
    ~PdfSheet();
    PdfSheet(const PdfSheet&) = delete;
    PdfSheet& operator=(const PdfSheet&) = delete;

    /// Everything drawn on the page is moved by so many points.
    void addPage(double right, double down);
    /// `spacing` is added after each character.
    void text(Face face, double size, double left, double baseline, const std::string& ascii, double spacing = 0);
    double widthOf(Face face, double size, const std::string& ascii) const;
    void line(double x1, double y1, double x2, double y2, double thickness);
    void frame(double left, double top, double right, double bottom, double thickness);
    void fill(double left, double top, double right, double bottom);
    void ink(Ink colour);  ///< For what is drawn on this page from now on.
    /// Fails with io (CLAIM-527) when anything before has gone wrong.
    Result<std::string> bytes();

private:
    struct Handles;
    explicit PdfSheet(std::unique_ptr<Handles> handles);
    std::unique_ptr<Handles> m_handles;
};

}  // namespace cw::paper
