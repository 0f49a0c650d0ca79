#pragma once

#include "chart/document.h"
#include "import/documents/incoming.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cw {

/// The readable text of a kind, for whole files and for documents inside others. `label` is the file or record, for
/// messages. Bounded in depth and size; nothing of the content is fetched or run.
struct Rendered {
    Rendition rendition;
    std::vector<std::string> notes;  ///< What was passed over.
};
/// Fails with invalidInput: nested too deeply (IMPORT-210), no words (IMPORT-211).
Result<Rendered> renderRtf(std::string_view bytes, std::string_view label);
/// Any encoding; `declared` wins over what the page says. Fails with invalidInput: no words (IMPORT-212); as toUtf8().
Result<Rendered> renderHtml(std::string_view bytes, std::string_view declared, std::string_view label);

/// What a look at a paged document tells.
struct PagedFacts {
    int pages = 0;  ///< 0 when only the page reader can tell.
    bool isProtected = false;
    std::vector<std::string> notes;
};
/// Fails with invalidInput naming what is wrong: cut off, absurd in size, scripts inside; denied (IMPORT-201).
Result<PagedFacts> checkPaged(DocumentFormat format, std::string_view bytes, std::string_view label,
                              const IncomingOptions& options);
Result<PagedFacts> checkPdf(std::string_view bytes, std::string_view label, const IncomingOptions& options);
Result<PagedFacts> checkTiff(std::string_view bytes, std::string_view label);

/// Width and height as a file's header tells them. Fails with invalidInput for more than 400 million pixels (IMPORT-221).
Status checkPixels(std::uint64_t width, std::uint64_t height, std::string_view label);

/// A document of a kind whose text is all there is: 1 page.
NewDocument textDocument(DocumentFormat format, std::string bytes, Rendition rendition);
/// A file that is one document for nobody in particular. Title and type come from the file name.
IncomingFile singleDocument(NewDocument document, std::string_view name, std::vector<std::string> notes);

/// Denied (IMPORT-201).
Error passwordNeeded(std::string_view label, std::string_view reason);
/// Markup whose document type declares things of its own (entity bombs, external entities) is refused with invalidInput
/// (IMPORT-204) before any parser sees it.
Status checkDocType(std::string_view bytes, std::string_view label);
/// Text as it is kept: lone carriage returns are line feeds, control characters U+FFFD.
std::string plainCharacters(std::string text);

/// Bytes in an encoding by its usual name (IANA, HL7 table 0211), or a code page by number. nullopt when we do not read it.
std::optional<std::string> decodeText(std::string_view bytes, std::string_view encoding);
std::optional<std::string> decodeCodePage(std::string_view bytes, int codePage);
/// Appends a code point; what is none (surrogates, too large) as U+FFFD.
void appendCodePoint(std::string& out, std::uint32_t point);

}  // namespace cw
